"""Frames on terminals as they are: without an alternate screen (17), and with COLUMNS set (18)."""

from __future__ import annotations

import os

import pyte
import pytest

from presspoint.terminal import output
from presspoint.terminal.screen.lines import Span
from presspoint.terminal.screen.painter import Painter

ABOVE = [f"warning {number}" for number in range(9)]
FRAME = tuple((Span(f"line {number}"),) for number in range(6))


class Terminal:
    """A terminal of one screen, with what was pushed off its top, as GNU screen has it."""

    def __init__(self, columns: int = 40, lines: int = 12) -> None:
        self.screen = pyte.HistoryScreen(columns, lines, history=500)
        self.stream = pyte.Stream(self.screen)

    def feed(self, text: str) -> None:
        self.stream.feed(text.replace("\r\n", "\n").replace("\n", "\r\n"))

    def lines(self) -> list[str]:
        """What is on the screen, with all that was pushed off its top."""
        top = self.screen.history.top
        above = ["".join(row[x].data for x in range(self.screen.columns)) for row in top]
        return [line.rstrip() for line in (*above, *self.screen.display)]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    made = Terminal()
    size = os.terminal_size((made.screen.columns, made.screen.lines))
    monkeypatch.setattr(os, "get_terminal_size", lambda _: size)
    monkeypatch.setattr("sys.stdout.fileno", lambda: 1, raising=False)
    return made


@pytest.mark.parametrize("rows", [1, 6, 12])
def test_without_an_alternate_screen_nothing_above_is_lost_and_the_last_words_begin_below(
    terminal: Terminal, capsys: pytest.CaptureFixture[str], rows: int
) -> None:
    terminal.feed("".join(f"{line}\n" for line in ABOVE))
    painter = Painter()
    painter.enter()
    painter.paint(tuple((Span(f"line {number}"),) for number in range(rows)))
    painter.leave()
    terminal.feed(capsys.readouterr().out + "Stopped. Saved.\n")
    shown = [line for line in terminal.lines() if line]
    assert shown == [*ABOVE, *(f"line {number}" for number in range(rows)), "Stopped. Saved."]


def test_a_frame_of_another_size_is_drawn_in_place_and_pushes_nothing_up(
    terminal: Terminal, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    painter = Painter()
    painter.enter()
    painter.paint(FRAME)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((30, 12)))
    painter.paint(FRAME[:2])
    terminal.feed(capsys.readouterr().out)
    assert [line for line in terminal.lines() if line] == ["line 0", "line 1"]


@pytest.mark.usefixtures("terminal")
def test_only_what_differs_is_written_and_a_full_row_keeps_its_last_character(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A terminal stands on the last column once it is written: emptying from there takes it."""
    painter = Painter()
    painter.enter()
    painter.paint(((Span("0:"), Span("38", "bold"), Span(36 * "x")),))
    assert capsys.readouterr().out.endswith("\x1b[1;1H\x1b[K0:\x1b[1m38\x1b[0m" + 36 * "x")
    painter.paint(((Span("0:"), Span("37", "bold"), Span(36 * "x")),))
    assert capsys.readouterr().out == "\x1b[1;3H\x1b[1m37\x1b[0m"
    painter.paint(((Span("0:"), Span("7", "bold"), Span("y")),))
    assert capsys.readouterr().out == "\x1b[1;3H\x1b[K\x1b[1m7\x1b[0my"
    painter.paint(((Span("0:"), Span("7", "bold"), Span("y")),))
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("columns", ["20", "100", "120", "0", "x"])
def test_columns_is_for_printed_text_and_never_for_the_screen(
    monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert output.screen_size() == (40, 12)
    asked = int(columns) if columns.isdigit() else 0
    assert output.width() == (asked or 40)
    painter = Painter()
    painter.enter()
    assert painter.size == (40, 12)


def test_columns_helps_a_terminal_that_does_not_know_its_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
    monkeypatch.setattr("sys.stdout.fileno", lambda: 1, raising=False)
    assert output.screen_size() == (80, 24)
    monkeypatch.setenv("COLUMNS", "50")
    assert output.screen_size() == (50, 24)
