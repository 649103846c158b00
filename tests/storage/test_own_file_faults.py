"""What is wrong with a person's own file, told in plain words and in little time (D8, 28)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.storage.own import lines
from presspoint.storage.own.catalogue import MOST_FAULTS, check_files
from presspoint.storage.toml_files import OwnFileError, parse_toml
from support.own import SHIPPED

PARSERS_WORDS = re.compile(r"at line|column|end of document|Expected|Invalid|declare|TOML|object")
SLIPS = (
    ("schema = 1\nname = “mine”\n", 2, "straight quotes"),
    ("schema = 1,\n", 1, "one name = value on a line"),
    ("schema: 1\n", 1, "name = value"),
    ("hold = 1:30\n", 1, "one name = value on a line"),
    ("hold = 40s\n", 1, "one name = value on a line"),
    ("on = True\n", 1, "true or false"),
    ("until = 2026-02-30\n", 1, "2026-11-21"),
    ("name = 'it's'\n", 1, "nothing after it"),
    ('name = "mine\n', 1, "on one line"),
    ('name = """mine\n', 1, "at both ends"),
    ('name = "C:\\new\\_"\n', 1, "single quotes"),
    ("on = [1 2]\n", 1, "lacks a comma"),
    ("hold = {cap = 1\n", 1, "on one line"),
    ("\n[zones.k\n", 2, "on a line of its own"),
    ("[zones.k]\n[zones.k]\n", 2, "there once"),
    ("[zones.k]\nname = 'a'\nname = 'b'\n", 3, "not used yet"),
    ("<html>\n", 1, "name = value"),
    ('{"schema": 1}\n', 1, "name = value"),
    ("é = 1\n", 1, "name = value"),
    ("[zones.é]\n", 1, "letters, digits"),
    ('name = "a\x01"\n', 1, "cannot be seen"),
)


@pytest.mark.parametrize(("text", "line", "mend"), SLIPS)
def test_fault_28_a_slip_is_told_with_its_line_and_mend(text: str, line: int, mend: str) -> None:
    with pytest.raises(OwnFileError) as caught:
        parse_toml(Path("mine.toml"), text)
    words = str(caught.value)
    assert words.startswith(f"mine.toml:{line}: ")
    assert mend in words
    assert not PARSERS_WORDS.search(words)


def told(text: str) -> OwnFileError | None:
    try:
        parse_toml(Path("f"), text)
    except OwnFileError as problem:
        return problem
    return None


@given(st.text(st.sampled_from("ab1 \n\"'[]{}=.,#-:\\\t"), max_size=40))
def test_fault_28_no_text_shows_a_parsers_words(text: str) -> None:
    if problem := told(text):
        assert 1 <= (problem.line or 0) <= text.count("\n") + 1
        assert not PARSERS_WORDS.search(str(problem))


@pytest.mark.parametrize("text", ["[[routines]]\nname = 'a'\n", "routines = 3\n", "zones = 'a'\n"])
def test_fault_28_what_is_no_table_is_told_with_the_form_of_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f"schema = 1\n{text}")
    (fault,) = check_files(SHIPPED, [path]).faults
    assert str(fault).endswith(".NAME].")
    assert not PARSERS_WORDS.search(str(fault))


def test_fault_28_an_unknown_region_is_told_with_all_regions(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'schema = 1\n[zones.k]\nname = "K"\nplace = "There."\nregion = "Lower leg"\n'
        'find = "Feel the calf."\npress = "Press slowly."\ntools = ["thumb"]\n'
        'positions = ["seated"]\nhold = { seconds = [20, 40], cap = 40 }\n'
    )
    (fault,) = check_files(SHIPPED, [path]).faults
    assert all(f" {each}" in str(fault) for each in SHIPPED.ids("regions"))


LONG = "a b\n" * 9
FAULTY: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("tables of unknown keys", lambda number: f"[zones.a{number}]\nn = 1\n"),
    ("unknown keys", lambda number: f"a{number} = 1\n"),
    ("keys of one table", lambda number: f"{'[zones.a]' if not number else ''}\nk{number} = 1\n"),
    ("nested keys", lambda number: f"points.p{number}.hold.cap = 0\n"),
    ("long texts", lambda number: f'[sources.s{number}]\ntitle = """{LONG}"""\nn = 1\n'),
)


@pytest.mark.parametrize(("kind", "make"), FAULTY)
def test_d8_each_line_is_parsed_once_and_the_first_faults_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, make: Callable[[int], str]
) -> None:
    path = tmp_path / "mine.toml"
    count = 1500
    path.write_text("schema = 1\n" + "".join(map(make, range(count))))
    parsed: list[str] = []
    parse = lines._parse

    def counted(text: str) -> object:
        parsed.append(text)
        return parse(text)

    monkeypatch.setattr(lines, "_parse", counted)
    faults = check_files(SHIPPED, [path]).faults
    assert len(faults) == MOST_FAULTS + 1, kind
    assert sum(map(len, parsed)) <= path.stat().st_size
    assert all(each.line for each in faults if each.fault.path)
