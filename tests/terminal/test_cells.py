"""Text measured in cells (fault 6): no line is wider than the screen, and no character is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.catalogue.tables import Catalogue
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.state import start
from presspoint.terminal import output
from presspoint.terminal.cells import cell_width, cut, flow, pad, wrap
from presspoint.terminal.lists import listings
from presspoint.terminal.lists.columns import column_lines
from presspoint.terminal.screen.frame import frame
from support.plans import planned
from support.screens import drawn, moment

INSTRUCTION = (
    "用右手的拇指慢慢按壓左手虎口（不要用指甲），沿着食指的骨頭一直摸到中間，那就是合谷。"
    "小腿放鬆，腳平放在地上，不要用力踩。按到有鈍痛就停住，深呼吸，慢慢數到四十，"
    "然後慢慢放開，換另一隻手再做一次。"
)
LETTERS = st.sampled_from("ab é-合谷穴、。（）ーかなカナ한글😀e\u0301 \u0e01\u200d")


@pytest.mark.parametrize("columns", [20, 40, 72])
def test_a_text_without_spaces_is_wrapped_whole(columns: int) -> None:
    lines = wrap(INSTRUCTION, columns)
    assert "".join(lines) == INSTRUCTION
    assert max(map(cell_width, lines)) <= columns
    assert not [line for line in lines if line[0] in "。，）"]
    assert not [line for line in lines if line[-1] == "（"]


@given(st.text(LETTERS), st.integers(20, 80), st.integers(0, 8))
def test_no_line_is_wider_than_asked_and_nothing_but_spaces_is_lost(
    text: str, columns: int, indent: int
) -> None:
    lines = wrap(text, columns, indent)
    assert all(cell_width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(LETTERS), st.integers(1, 40))
def test_what_is_cut_fits_and_what_is_padded_is_as_wide_as_asked(text: str, columns: int) -> None:
    assert cell_width(cut(text, columns)) <= columns
    assert cell_width(pad(cut(text, columns), columns)) == columns


def test_words_of_one_cell_a_letter_are_wrapped_as_before() -> None:
    assert wrap("one two three", 8, 2) == ["one two", "  three"]
    assert wrap("Séance à deux", 8) == ["Séance à", "deux"]


@given(st.lists(st.tuples(*3 * [st.text(LETTERS)]), min_size=1), st.integers(20, 100))
def test_rows_in_columns_fit_and_nothing_but_spaces_is_lost(
    rows: list[tuple[str, ...]], columns: int
) -> None:
    lines = [line for each in column_lines(rows, columns) for line in each]
    assert all(cell_width(line) <= columns for line in lines)
    letters = "".join(cell for row in rows for cell in row)
    assert sorted("".join("".join(lines).split())) == sorted("".join(letters.split()))


@given(st.lists(st.text(LETTERS)), st.integers(20, 100))
def test_what_flows_fits_and_nothing_but_spaces_is_lost(fields: list[str], columns: int) -> None:
    lines = flow(fields, columns, 2)
    assert all(cell_width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join("".join(fields).split())


@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
def test_a_chinese_instruction_is_on_the_screen_whole(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    session = start(planned(catalogue).course, 0.0)
    phases = tuple(
        each._replace(text=INSTRUCTION, is_instruction=False)
        if each.kind is PhaseKind.FIND
        else each
        for each in session.phases
    )
    session = session._replace(phases=phases)
    lines = drawn(frame(session, moment(session, "find"), size))
    shown = "".join(line.strip() for line in lines)
    assert INSTRUCTION in shown


def test_a_table_keeps_its_columns_beside_wide_characters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    listings.print_rows([("合谷", "one"), ("ab", "two")])
    first, second = capsys.readouterr().out.splitlines()
    assert cell_width(first[: first.index("one")]) == second.index("two")


SESSIONS = [
    ("2026-11-28 21:05", "lower-back", "finished", "12 holds", "9:10 pressed", "pain 7 -> 4"),
    (
        "2026-11-29 07:30",
        "hands",
        "stopped",
        "3 holds",
        "1:30 pressed",
        "sore at LI4, left; pain before 3, after 10",
    ),
]
AT_80 = """\
2026-11-28 21:05  lower-back  finished  12 holds  9:10 pressed  pain 7 -> 4
2026-11-29 07:30  hands       stopped   3 holds   1:30 pressed
  sore at LI4, left; pain before 3, after 10
"""
AT_40 = """\
2026-11-28 21:05  lower-back  finished
  12 holds  9:10 pressed  pain 7 -> 4
2026-11-29 07:30  hands       stopped
  3 holds  1:30 pressed
  sore at LI4, left; pain before 3,
  after 10
"""


def on_terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """What is printed goes to a terminal of so many columns."""
    monkeypatch.setenv("COLUMNS", f"{columns}")
    monkeypatch.setattr(output, "on_terminal", lambda: True)


@pytest.mark.parametrize(("columns", "shown"), [(80, AT_80), (40, AT_40)])
def test_a_row_is_whole_on_a_terminal_too_narrow_for_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    columns: int,
    shown: str,
) -> None:
    on_terminal(monkeypatch, columns)
    listings.print_rows(SESSIONS)
    assert capsys.readouterr().out == shown


@pytest.mark.parametrize("columns", [20, 25, 33, 47, 66, 79, 90, 119])
def test_no_word_of_a_row_is_broken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int
) -> None:
    on_terminal(monkeypatch, columns)
    listings.print_rows(SESSIONS)
    said = capsys.readouterr().out
    assert said.split() == [word for row in SESSIONS for field in row for word in field.split()]
    assert max(map(cell_width, said.splitlines())) <= columns


def test_a_column_in_which_every_cell_is_empty_is_no_fault() -> None:
    rows = [("17 Nov", "", "10 min"), ("18 Nov", "", "9 min")]
    assert list(column_lines(rows, 80)) == [["17 Nov    10 min"], ["18 Nov    9 min"]]
