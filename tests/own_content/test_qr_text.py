"""The text of a QR code: what was written comes back, and any other text is refused in words."""

from __future__ import annotations

import json
import zlib
from base64 import b32encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.catalogue.routines import routine, routines
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.own_content.qr import text as qr
from presspoint.own_content.qr.routine import options_of, read_shared, share
from presspoint.own_content.qr.text import is_qr_text, read_qr_text, write_qr_text
from support.own import GOOD, SHIPPED, changed, with_own

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    WORDS | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=10,
)


def packed(plain: bytes, *, checksum: int | None = None) -> str:
    """Return bytes as the text of a code that says of itself what it likes."""
    deflate = zlib.compressobj(9, wbits=qr.RAW, zdict=qr.COMMON)
    body = deflate.compress(plain) + deflate.flush()
    first = zlib.crc32(plain) if checksum is None else checksum
    return f"PRESSPOINT1:{b32encode(first.to_bytes(4) + body).decode().rstrip('=')}"


def own(catalogue: Catalogue, name: str = "evening", **more: Any) -> str:  # noqa: ANN401  # of any field
    """Return the code of a shipped routine as if it were a person's own."""
    return share(catalogue, routine(catalogue, name)._replace(file="own.toml", **more), {})


@given(st.dictionaries(WORDS, VALUES, max_size=4))
def test_what_was_written_comes_back(content: dict[str, Any]) -> None:
    text = write_qr_text(content)
    assert is_qr_text(text)
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567:1")
    assert read_qr_text(text) == content


def test_small_letters_and_broken_lines_are_the_same_text(catalogue: Catalogue) -> None:
    text = own(catalogue)
    broken = "\n".join(text[each : each + 40] for each in range(0, len(text), 40))
    assert read_qr_text(f"  {broken.lower()}\r\n") == read_qr_text(text)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for each in (text, f"PRESSPOINT1:{text}", f"presspoint{text}"):
        try:
            read_shared(SHIPPED, each)
        except PresspointError:
            continue


@given(content=st.binary(max_size=300), is_deflated=st.booleans())
def test_any_bytes_are_read_or_refused_in_words(content: bytes, *, is_deflated: bool) -> None:
    letters = b32encode(content).decode().rstrip("=")
    text = packed(content) if is_deflated else f"PRESSPOINT1:{letters}"
    with pytest.raises(PresspointError):
        read_shared(SHIPPED, text)


def test_a_text_that_is_cut_off_anywhere_is_refused(catalogue: Catalogue) -> None:
    text = own(catalogue)
    for length in range(len("PRESSPOINT1:"), len(text) - 1):
        with pytest.raises(PresspointError, match="Scan the whole code again"):
            read_qr_text(text[:length])


def test_one_wrong_letter_anywhere_is_refused(catalogue: Catalogue) -> None:
    text = own(catalogue)
    for place in range(len("PRESSPOINT1:"), len(text) - 1):
        other = "A" if text[place] != "A" else "B"
        with pytest.raises(PresspointError):
            read_qr_text(f"{text[:place]}{other}{text[place + 1 :]}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PRESSPOINT2:ABC", qr.NEWER),
        (f"PRESSPOINT1:{'A' * (qr.MOST_LETTERS + 1)}", qr.TOO_LONG),
        (packed(bytes(2_000_000)), qr.TOO_LARGE),
        (packed(b'{"routine": "evening"}', checksum=1), qr.MISREAD),
        (packed(b'{"routine": "evening"}') + "AAAAAAAA", qr.MISREAD),
        ("PRESSPOINT1:", qr.CUT_OFF),
        ("PRESSPOINT1:018", qr.MISREAD),
        ("https://presspoint.example", qr.FOREIGN),
    ],
)
def test_what_is_no_whole_code_is_answered_with_what_to_do(text: str, words: str) -> None:
    with pytest.raises(PresspointError) as problem:
        read_qr_text(text)
    assert str(problem.value) == words


@pytest.mark.parametrize(
    "plain",
    [
        b"[]",
        b"\xff",
        b'{"routine": null}',
        b'{"routine": "evening", "choices": []}',
        b'{"routine": "evening", "entry": [1]}',
        b'{"routine": "evening", "conditions": ["pregnancy"]}',
        b'{"routine": "mine", "entry": {"title": null}}',
        b'{"routine": "mine", "entry": {"title": NaN}}',
        b'{"routine": "mine", "entry": {"title": 1.5}}',
        b'{"routine": "\\ud800"}',
        b'{"entry": ' + b"[" * 8000 + b"]" * 8000 + b"}",
        b'{"routine": "evening", "entry": ' + b'{"a":' * 20 + b"1" + b"}" * 21,
        json.dumps({"routine": "evening", "more": 1}).encode(),
    ],
)
def test_another_content_is_no_routine(plain: bytes) -> None:
    with pytest.raises(PresspointError) as problem:
        read_shared(SHIPPED, packed(plain))
    assert str(problem.value) == qr.FOREIGN


def test_a_routine_and_a_choice_that_are_not_here_ask_for_an_update() -> None:
    for content in (
        {"routine": "of-next-year"},
        {"routine": "evening", "choices": {"moon": "full"}},
        {"routine": "evening", "choices": {"side": ["left"]}},
        {"routine": "evening", "choices": {"side": "upper"}},
    ):
        with pytest.raises(PresspointError, match="Update presspoint"):
            read_shared(SHIPPED, write_qr_text(content))


def test_a_routine_that_presspoint_has_is_its_name_and_what_was_chosen(
    catalogue: Catalogue,
) -> None:
    for each in routines(catalogue):
        text = share(catalogue, each, {"side": "left", "pain": "none"})
        assert read_qr_text(text) == {"routine": each.name, "choices": {"side": "left"}}
    assert options_of(catalogue, {"side": "left", "pain": "leg"}) == " --side left --pain leg"


def test_a_routine_of_ones_own_is_all_of_it_but_its_sources(tmp_path: Path) -> None:
    content = {"schema": 1, "sources": GOOD["sources"], "routines": {"mine": GOOD_HANDS}}
    catalogue = with_own(tmp_path, content)
    shared = read_shared(SHIPPED, share(SHIPPED, routine(catalogue, "mine"), {}))
    assert shared.choices == {}
    same = {name: value for name, value in GOOD_HANDS.items() if name != "sources"}
    assert shared.file == {"schema": 1, "routines": {"mine": same}}


GOOD_HANDS: dict[str, Any] = {
    "title": "Hands",
    "summary": "The hands, twice.",
    "helps": ["headache"],
    "sources": ["physio"],
    "note": "Sit well back.",
    "again": "Once a day is enough.",
    "warn": ["nerve-at-hip"],
    "steps": [
        {"title": "Shrug", "position": "seated", "exercise": 20, "text": "Lift both shoulders."},
        {
            "title": "Hands",
            "position": "seated",
            "presses": [
                {"points": ["LI4"], "seconds": 40, "rounds": 1, "side": "left", "rhythm": "circle"}
            ],
        },
        {
            "title": "Leg",
            "ways": [
                {
                    "when": {"pain": "leg"},
                    "position": "seated",
                    "presses": [{"points": ["BL40"], "seconds": 20, "rounds": 2}],
                }
            ],
        },
    ],
}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (GOOD, "a place"),
        (
            changed(("cautions", "go-easy", "on"), ["LI4"]) | {"routines": {"physio": GOOD_HANDS}},
            "a caution",
        ),
    ],
)
def test_what_a_code_would_lose_is_said_and_no_code_is_made(
    tmp_path: Path, content: dict[str, Any], what: str
) -> None:
    catalogue = with_own(tmp_path, content)
    with pytest.raises(PresspointError, match=f"It has {what} of your own"):
        share(SHIPPED, routine(catalogue, "physio"), {})


@pytest.mark.parametrize("title", ["x" * 20_000, "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))])
def test_what_could_not_be_read_back_has_no_text(title: str) -> None:
    with pytest.raises(PresspointError, match="too long for any QR code"):
        write_qr_text({"routine": "mine", "entry": {"title": title}})
