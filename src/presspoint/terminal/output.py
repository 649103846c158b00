"""The two streams that everything printed goes through, one line or one table at a time."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from presspoint.words import printable

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST, WIDEST, HIGHEST = 20, 500, 200
LABEL_WIDTH = 24


def say(line: str = "") -> None:
    """Print one line of an answer, made printable, and flush it."""
    print(printable(line, limit=4000), flush=True)


def print_lines(rows: Iterable[str]) -> None:
    """Print lines of a listing, made printable, all at once."""
    sys.stdout.write("".join(f"{printable(row, limit=4000)}\n" for row in rows))
    sys.stdout.flush()


def print_paragraph(text: str, indent: int = 0) -> None:
    """Print text, on a terminal broken between words; later lines begin `indent` cells in."""
    if not on_terminal():
        say(text)
        return
    from presspoint.terminal.cells import wrap  # a pipe, the usual place of a look-up, needs none

    columns = width()
    hanging = indent if indent <= columns // 2 else 2 * bool(indent)
    print("\n".join(wrap(printable(text, limit=4000), columns, hanging)), flush=True)


def print_paragraphs(texts: Iterable[str], indent: int = 0) -> None:
    """Print texts as `print_paragraph` does, each as soon as it is there."""
    for text in texts:
        print_paragraph(text, indent)


def print_card(rows: Iterable[tuple[str, str]]) -> None:
    """Print labels and texts: side by side on a terminal, else a line each.

    Without Rich, which would be most of the time that looking up one point takes.
    """
    for label, text in rows:
        if draws_columns() and width() >= 2 * LABEL_WIDTH:
            print_paragraph(f"{label:{LABEL_WIDTH}}{text}", indent=LABEL_WIDTH)
        else:
            print_paragraph(f"{label}: {text}")


def bold(text: str) -> str:
    """Return text as a terminal shows it bold; as it is where it does not."""
    is_plain = not draws_columns() or os.environ.get("TERM", "dumb") in {"dumb", ""}
    return text if is_plain else f"\x1b[1m{text}\x1b[22m"


def print_rows(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows as aligned columns; a terminal too narrow for one gets it on several lines."""
    from presspoint.terminal.cells import cell_width, flow, pad  # as above

    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(cell_width, column)) for column in zip(*cells, strict=True)]
    sizes = [*widths[:-1], 0]  # the last column may be long in one row only
    limit = width() if draws_columns() else 4000
    padded = (map(pad, row, sizes) for row in cells)
    print_lines(line for row in padded for line in flow(row, limit, indent=2))


def print_table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows as a table of the terminal's width, the first as its heading."""
    from presspoint.terminal.tables import table_lines  # as above

    cells = [tuple(printable(cell) for cell in row) for row in rows]
    print_lines(table_lines(cells, width()))


def remark(line: str) -> None:
    """Print one line on stderr, made printable; nobody listening there is no fault."""
    try:
        print(printable(line, limit=2000), file=sys.stderr, flush=True)
    except OSError:
        return


def report(sentence: str) -> None:
    """Print a sentence on stderr as one of presspoint's own."""
    remark(f"presspoint: {sentence}")


def report_all(sentences: Iterable[str]) -> None:
    """Print sentences on stderr as `report` does."""
    for sentence in sentences:
        report(sentence)


def print_document(content: dict[str, Any]) -> None:
    """Print one JSON document: ASCII only, so nothing in it reaches the terminal raw."""
    print(json.dumps(content, indent=2).replace("\x7f", "\\u007f"), flush=True)


def print_pieces(pieces: Iterable[str]) -> None:
    """Print a JSON document that comes in pieces, as they come; it is ASCII, as above."""
    try:
        for piece in pieces:  # to look for the character takes a third of replacing none
            sys.stdout.write(piece.replace("\x7f", "\\u007f") if "\x7f" in piece else piece)
    finally:
        sys.stdout.flush()


def console(columns: int) -> Console:
    """Return a console on stdout, so many columns wide."""
    from rich.console import Console  # most of what a session imports; a look-up needs none

    return Console(width=columns, highlight=False, markup=False, emoji=False)


def on_terminal() -> bool:
    """Whether stdout is a terminal that can be drawn on."""
    return _is_terminal(sys.stdout)


def is_read_out() -> bool:
    """Whether a screen reader reads what is printed on a terminal."""
    return bool(os.environ.get("ACCESSIBLE")) and on_terminal()


def draws_columns() -> bool:
    """Whether what stands side by side is of use: not where it is read out, or on a pipe."""
    return on_terminal() and not is_read_out()


def can_ask() -> bool:
    """Whether a question can be put to a person: both stdin and stdout are a terminal."""
    return _is_terminal(sys.stdin) and on_terminal()


def is_in_background(descriptor: int = 1) -> bool:
    """Whether a terminal, stdout's, is that of a shell that has something else in front."""
    try:
        return os.tcgetpgrp(descriptor) != os.getpgrp()
    except OSError:  # another terminal, or none
        return False


def input_waits() -> bool:
    """Whether something was typed on the terminal, in raw mode, that nobody has read yet."""
    import select  # as below

    return bool(select.select([sys.stdin], [], [], 0)[0])


def discard_input() -> None:
    """Throw away what was typed on the terminal and waits to be read."""
    import termios  # a look-up asks nothing

    with suppress(termios.error, OSError):
        termios.tcflush(sys.stdin, termios.TCIFLUSH)


def too_small() -> bool:
    """Whether the terminal is smaller than anything that could be drawn on it."""
    columns, lines = _terminal_size()
    return columns < NARROWEST or lines < 2


def width() -> int:
    """Return the columns of printed text: COLUMNS, the terminal's, or 80; clamped to 20...500."""
    return max(NARROWEST, min(WIDEST, _columns_asked_for() or _terminal_size()[0]))


def screen_size() -> tuple[int, int]:
    """Return the columns and lines that can be drawn on, whatever COLUMNS says.

    They are clamped to 20...500 and 1...200.
    """
    columns, lines = _terminal_size()
    return max(NARROWEST, min(WIDEST, columns)), max(1, min(HIGHEST, lines))


def _is_terminal(stream: Any) -> bool:  # noqa: ANN401  # a stream, or None where it was closed
    return stream is not None and not stream.closed and bool(stream.isatty())


def _terminal_size() -> tuple[int, int]:
    """What the terminal says; COLUMNS, or 80, and 24 where it knows nothing of its size."""
    try:
        columns, lines = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        columns, lines = 0, 0
    return columns or _columns_asked_for() or 80, lines or 24


def _columns_asked_for() -> int:
    """COLUMNS, or 0 where it is no number."""
    variable = os.environ.get("COLUMNS", "")
    return int(variable) if variable.isascii() and variable.isdigit() and len(variable) < 9 else 0
