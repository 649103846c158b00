"""What is said of usual mistakes in an own file: the line, what was found, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from presspoint.storage.catalogue_file import load
from presspoint.storage.own.catalogue import check_files
from presspoint.storage.toml_files import OwnFileError, parse_toml
from support.own import changed, check

CATALOGUE = load()


def said(tmp_path: Path, text: str | bytes) -> list[str]:
    """Return the faults of a file with this content, without its folder."""
    path = tmp_path / "physio.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [
        str(each).removeprefix(f"{tmp_path}/") for each in check_files(CATALOGUE, [path]).faults
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("schema = 1\na = “x”", '2: found curly quotes. It should be straight quotes ("...").'),
        (
            "[points.my knee]",
            "1: found a name in brackets that is not closed, or has a space in it.",
        ),
        ("a = [1, 2\nb = 3", "2: found a list that is not closed, or lacks a comma."),
        ('a = "x\nb = 1', "1: found a text that is not closed."),
        ("a = True", "1: found a value that is neither text nor number."),
        ("name: knee", "1: found a line that is no name with a value."),
        ("[a]\nb = 1\n[a]", "3: found a name in brackets that is there already."),
        ("a = 1 b = 2", "1: found something behind the value."),
        ('a = "\\q"', "1: found a single \\ in a text."),
        ('a = "\x01"', "1: found something that is not TOML."),
    ],
)
def test_a_mistake_of_spelling_has_its_line_its_usual_reason_and_the_mend(
    tmp_path: Path, text: str, sentence: str
) -> None:
    (fault,) = said(tmp_path, text)
    assert fault.startswith(f"physio.toml:{sentence}")
    assert "It should be" in fault
    assert "column" not in fault


def test_a_file_in_another_encoding_says_how_to_save_it(tmp_path: Path) -> None:
    (fault,) = said(tmp_path, "schema = 1".encode("utf-16"))
    assert fault.startswith("physio.toml: found a file that was not saved as UTF-8. It should be")


def test_the_words_of_the_parser_are_never_shown(tmp_path: Path) -> None:
    for text in ("a = [[1, 2]", "a = {b = 1", "= 1", "a = '''x", "a.b.c", 'a = """x', "[a"):
        with pytest.raises(OwnFileError) as refused:
            parse_toml(tmp_path / "x.toml", text)
        for words in ("Expected", "Unclosed", "Invalid", "Unterminated", "at line", "document"):
            assert words not in str(refused.value)


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
