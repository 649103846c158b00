"""Drawings as lines of a terminal: whether it can show one, in which form, and its colours."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from presspoint.terminal.output import draws_columns, on_terminal
from presspoint.terminal.styles import Style, write_in

if TYPE_CHECKING:
    from presspoint.pictures.grid import Ink, Row
    from presspoint.pictures.picture import Form

# The outline in the terminal's own colour, lines within it faint, the place in bright red: of the
# sixteen colours the one that can be seen on black and on white in all common terminals. What is
# not to be pressed is a bold cross without a colour, unlike any target.
STYLES: dict[Ink, Style] = {
    "outline": "",
    "inner": "dim",
    "place": "bold bright_red",
    "crossed": "bold",
    "label": "bold",
}
BRAILLE = "\u28ff"
WITHOUT_BRAILLE = {"linux", "dumb", ""}  # the console of Linux has no such letters


def form(wanted: str = "on") -> Form | None:
    """Return how a drawing can be shown here, as the setting `picture` wants it.

    None where none is: it is off, or read out, or this is no terminal.
    """
    if wanted == "off" or not draws_columns():
        return None
    if wanted == "letters":
        return "characters"
    try:
        BRAILLE.encode(sys.stdout.encoding or "ascii")
    except UnicodeError:
        return "characters"
    return "characters" if os.environ.get("TERM", "") in WITHOUT_BRAILLE else "braille"


def style_row(row: Row) -> str:
    """Return a row as it is written to the terminal; as it is where nothing can be drawn."""
    if not on_terminal() or os.environ.get("TERM", "dumb") in {"dumb", ""}:
        return "".join(run.text for run in row)
    return "".join(write_in(STYLES[run.ink], run.text) for run in row)
