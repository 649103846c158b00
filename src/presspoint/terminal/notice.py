"""The notice before a session on a terminal: two bold words, then the signs in columns."""

import os

from presspoint.planning.notice import Notice
from presspoint.terminal.cells import cell_width, pad, wrap
from presspoint.terminal.output import (
    bold,
    on_terminal,
    print_lines,
    screen_size,
    width,
)
from presspoint.words import printable

BOLD_WORDS = 2
INDENT, GAP = "  ", 2
LINES_AFTER = 8  # the title, what is asked, and the cursor


def print_notice(notice: Notice) -> None:
    """Print a notice at once, and flush it: it is the first thing on the screen.

    A screen reader would read columns as one line: it has a line for each sign.
    """
    if not on_terminal() or os.environ.get("ACCESSIBLE"):
        signs = (f"{INDENT}{sign}" for sign in notice.signs)
        print_lines((notice.heading, *signs, *filter(None, (notice.ending,))))
        return
    first, *rest = notice_lines(notice, width())
    loud, quiet = first.split()[:BOLD_WORDS], first.split()[BOLD_WORDS:]
    first = " ".join((bold(" ".join(loud)), *quiet))
    print("\n".join((first, *rest)), flush=True)


def scrolls_away(notice: Notice) -> bool:
    """Whether a notice would scroll off a small screen with what is asked after it."""
    columns, lines = screen_size()
    return len(notice_lines(notice, columns)) + LINES_AFTER > lines


def notice_lines(notice: Notice, columns: int) -> list[str]:
    """Return a notice as lines: the signs side by side, or else one paragraph with the heading."""
    rows = sign_rows(notice.signs, columns)
    heading = notice.heading
    if notice.signs and not rows:
        heading = f"{heading} {'; '.join(notice.signs)}."
    ending = wrap(printable(notice.ending), columns)
    return [*wrap(printable(heading), columns), *rows, *ending]


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
