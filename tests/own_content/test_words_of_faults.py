"""What is said of usual mistakes in an own file: the line, what was found, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from presspoint.storage.catalogue_file import load
from presspoint.storage.own.catalogue import check_files
from support.own import changed, check

CATALOGUE = load()


def said(tmp_path: Path, text: str | bytes) -> list[str]:
    """Return the faults of a file with this content, without its folder."""
    path = tmp_path / "physio.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [
        str(each).removeprefix(f"{tmp_path}/") for each in check_files(CATALOGUE, [path]).faults
    ]


def test_a_file_in_another_encoding_says_how_to_save_it(tmp_path: Path) -> None:
    (fault,) = said(tmp_path, "schema = 1".encode("utf-16"))
    assert fault.startswith("physio.toml:1: found text saved as UTF-16, which Notepad calls")


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (
            ("points", "shin", "region"),
            "shin",
            '"shin". It should be one of abdomen, ankle, armpit',
        ),
        (("points", "shin", "tools"), ["massage gun"], '"massage gun". It should be one of both-h'),
        (("points", "shin", "tools"), ["lacrosse ball"], 'Did you mean "massage-ball"?'),
        (("points", "shin", "positions"), ["sitting"], 'Did you mean "seated"'),
        (("points", "shin", "helps"), ["stiff neck"], 'Did you mean "neck"?'),
        (("points", "shin", "avoid"), ["nothing"], "presspoint conditions lists them"),
        (("points", "shin", "at"), "L14", 'Did you mean "LI4"?'),
        (("routines", "physio", "steps", 0, "position"), "sitting", 'Did you mean "seated"'),
    ],
)
def test_a_name_that_is_not_known_is_answered_with_those_that_are(
    tmp_path: Path, path: tuple[str | int, ...], value: object, words: str
) -> None:
    faults = [str(each) for each in check(tmp_path, changed(path, value)).faults]
    assert any(words in each for each in faults), faults


def test_one_wrong_position_of_a_step_is_one_fault(tmp_path: Path) -> None:
    content = changed(("routines", "physio", "steps", 0, "position"), "sitting")
    assert len(check(tmp_path, content).faults) == 1
