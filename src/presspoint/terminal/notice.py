"""The notice before a session on a terminal: two bold words, then the signs in columns."""

import os

from presspoint.planning.notice import Notice
from presspoint.terminal.cells import cell_width, pad, wrap
from presspoint.terminal.output import (
    on_terminal,
    print_lines,
    print_paragraph,
    width,
)
from presspoint.words import printable

BOLD_WORDS = 2
BOLD, PLAIN = "\x1b[1m", "\x1b[22m"
INDENT, GAP = "  ", 2


def print_notice(notice: Notice) -> None:
    """Print a notice at once, and flush it: it is the first thing on the screen.

    Where the signs do not fit side by side, they are one paragraph with the heading.
    """
    rows = sign_rows(notice.signs, width())
    if not on_terminal():
        print_lines((notice.heading, *(f"{INDENT}{sign}" for sign in notice.signs)))
    elif rows or not notice.signs:
        _print_heading(notice.heading)
        print_lines(rows)
    else:
        _print_heading(f"{notice.heading} {'; '.join(notice.signs)}.")
    if notice.ending:
        print_paragraph(notice.ending)


def sign_rows(signs: tuple[str, ...], columns: int) -> list[str]:
    """Return the signs as rows of two columns or more; none where so many do not fit."""
    items = [f"{INDENT}{sign}" for sign in signs]
    wide = max(map(cell_width, items), default=0) + GAP
    number = columns // wide
    if number < 2:
        return []
    height = -(-len(items) // number)
    rows = (items[row::height] for row in range(height))
    return ["".join(pad(each, wide) for each in row).rstrip() for row in rows]


def _print_heading(text: str) -> None:
    """Print a text broken between words, the first two in bold where the terminal has that."""
    first, *rest = wrap(printable(text, limit=4000), width())
    if os.environ.get("TERM", "dumb") not in {"dumb", ""}:
        bold, plain = first.split()[:BOLD_WORDS], first.split()[BOLD_WORDS:]
        first = f"{BOLD}{' '.join(bold)}{PLAIN} {' '.join(plain)}".rstrip()
    print("\n".join((first, *rest)), flush=True)
