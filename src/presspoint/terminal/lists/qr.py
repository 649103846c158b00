"""A QR code on a terminal: two rows of squares in a line, light ones drawn on a dark ground."""

import os
import sys
from collections.abc import Iterator, Sequence

from presspoint.terminal.output import draws_columns, screen_size, write_lines

Squares = Sequence[Sequence[bool]]
# By whether the upper and the lower square is dark.
HALVES = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
WHITE_ON_BLACK = "\x1b[97;40m"
WITHOUT_LETTERS = {"dumb", ""}
ROWS_BELOW = 3  # of the screen: what is said of it, and the next command


def can_draw_squares() -> bool:
    """Whether stdout is a terminal that somebody looks at, and that has halves of squares."""
    if not draws_columns() or os.environ.get("TERM", "") in WITHOUT_LETTERS:
        return False
    try:
        "".join(HALVES.values()).encode(sys.stdout.encoding or "ascii")
    except UnicodeError:
        return False
    return True


def room_for(squares: Squares) -> tuple[int, int]:
    """Return the columns and lines in which all of a code is seen, and what is said of it."""
    return len(squares), (len(squares) + 1) // 2 + ROWS_BELOW


def has_room(columns: int, lines: int) -> bool:
    """Whether the terminal has so many; a part of a code cannot be read."""
    widest, highest = screen_size()
    return columns <= widest and lines <= highest


def draw_squares(squares: Squares) -> None:
    """Print a code, dark squares True, in black and white where the terminal has colours."""
    write_lines(map(_in_black_and_white, _lines(squares)))


def _lines(squares: Squares) -> Iterator[str]:
    light = [False] * len(squares)
    for number in range(0, len(squares), 2):
        lower = squares[number + 1] if number + 1 < len(squares) else light
        yield "".join(HALVES[pair] for pair in zip(squares[number], lower, strict=True))


def _in_black_and_white(line: str) -> str:
    return line if os.environ.get("NO_COLOR") else f"{WHITE_ON_BLACK}{line}\x1b[0m"
