"""Whatever bytes lie in an own file: it is read, or what is wrong is said, and nothing starts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli_w
from hypothesis import event, example, given
from hypothesis import strategies as st

from presspoint.errors import PresspointError
from presspoint.listing.own_files import fault_lines
from presspoint.storage.catalogue_file import load_for_looking_up, load_for_playing
from presspoint.storage.own.adding import check_addition
from presspoint.storage.own.catalogue import check_files
from support.own import GOOD, SHIPPED

PARSERS_WORDS = re.compile(r"\(at line|end of document|TOMLDecodeError|Traceback|codec")
GOOD_BYTES = tomli_w.dumps(GOOD).encode()
PIECES = (
    *("“", "”", "‘", "\u00a0", "\u200b", "\u202e", "\x1b[2J", "\x00", "\r", "\t", "é", "合"),
    *('"', "'", "[", "]", "{", "}", ",", "=", ":", "#", "\n", "\\", "[[", "40s", "L14", "True"),
)
CUTS = st.tuples(
    st.integers(0, len(GOOD_BYTES)),
    st.integers(0, 40),
    st.sampled_from(PIECES) | st.text(max_size=3),
)


def spoiled(cuts: list[tuple[int, int, str]]) -> bytes:
    """Return the good file with pieces of it replaced."""
    content = GOOD_BYTES
    for start, length, piece in cuts:
        content = content[:start] + piece.encode(errors="surrogatepass") + content[start + length :]
    return content


CONTENTS = (
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.sampled_from(["utf-16", "utf-16-be", "utf-32", "utf-8-sig"]).map(
        lambda name: GOOD_BYTES.decode().encode(name)
    )
    | st.lists(CUTS, min_size=1, max_size=3).map(spoiled)
)


@pytest.mark.long
@given(CONTENTS)
@example(b"")
@example(b"\xff")
@example(b"[points]\n" * 3)
@example(b'points = "x"\n[cautions.a]\ntext = 1\n')
def test_any_bytes_are_read_or_explained_and_stop_playing(home: Path, content: bytes) -> None:
    folder = home / "config" / "catalogue"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "mine.toml"
    path.write_bytes(content)
    faults = check_files(SHIPPED, [path]).faults
    event("refused" if faults else "accepted")
    if not faults:
        load_for_playing()
        return
    for line in fault_lines(faults):
        assert line.startswith(f"{path}"), line
        assert "It should be" in line, line
        assert not PARSERS_WORDS.search(line), line
    with pytest.raises(PresspointError, match="No routine starts before that is put right"):
        load_for_playing()
    assert load_for_looking_up().remarks
    assert [each.fault for each in check_addition(SHIPPED, path).faults] == [
        each.fault for each in faults
    ]
