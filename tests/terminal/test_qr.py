"""A QR code on a real terminal: every square of it is seen, or its text is."""

from __future__ import annotations

from pathlib import Path

import pytest

from presspoint.catalogue.routines import routine
from presspoint.catalogue.tables import Catalogue
from presspoint.own_content.qr.routine import share
from presspoint.pages.qr_code import qr_code
from presspoint.terminal.lists.qr import HALVES
from support.terminal import Terminal

SQUARES = {half: pair for pair, half in HALVES.items()}


def squares_on(terminal: Terminal, size: int) -> tuple[tuple[bool, ...], ...]:
    """Return the squares on the screen, white ink being light."""
    rows: list[tuple[bool, ...]] = []
    for line in terminal.screen.display:
        if line.startswith("█"):
            pairs = [SQUARES[half] for half in line[:size]]
            rows += [tuple(upper for upper, _ in pairs), tuple(lower for _, lower in pairs)]
    return tuple(rows[:size])


@pytest.mark.parametrize("no_color", ["", "1"])
def test_every_square_is_on_the_screen_with_and_without_colour(
    tmp_path: Path, catalogue: Catalogue, no_color: str
) -> None:
    code = qr_code(share(catalogue, routine(catalogue, "desk"), {}))
    assert code
    terminal = Terminal(str(tmp_path), NO_COLOR=no_color)
    terminal.run("clear; presspoint catalogue qr desk")
    terminal.wait_for("A phone reads it as text")
    assert squares_on(terminal, len(code.rows)) == code.rows
    first = terminal.screen.buffer[0][0]
    assert (first.fg, first.bg) == (
        ("default", "default") if no_color else ("brightwhite", "black")
    )
    terminal.close()


@pytest.mark.parametrize(
    ("columns", "lines", "term", "read_out"),
    [
        (30, 50, "xterm", ""),
        (80, 16, "xterm", ""),
        (80, 50, "dumb", ""),
        (80, 50, "xterm", "1"),
    ],
)
def test_where_it_cannot_be_drawn_whole_its_text_is_printed(
    tmp_path: Path, columns: int, lines: int, term: str, read_out: str
) -> None:
    terminal = Terminal(str(tmp_path), columns, lines, TERM=term, ACCESSIBLE=read_out)
    terminal.run("clear; presspoint catalogue qr desk")
    shown = terminal.wait_for("PRESSPOINT1:")
    assert "█" not in shown
    if term != "dumb" and not read_out:
        assert "The QR code needs 33 columns and 20 lines" in " ".join(shown.split())
    terminal.close()
