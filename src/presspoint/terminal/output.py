"""The two streams that everything printed goes through, one line or one table at a time."""

import json
import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from presspoint.terminal.plain_letters import as_written
from presspoint.words import printable

if TYPE_CHECKING:
    from presspoint.pictures.picture import Picture
    from presspoint.pictures.target import Size

Draw = Callable[["Size"], "Picture"]
NARROWEST, WIDEST, HIGHEST = 20, 500, 200
LONGEST = 4000  # characters of a text; what a file or an argument brings may be longer


def say(line: str = "") -> None:
    """Print one line of an answer, made printable, on a terminal broken between words; flush it."""
    print("\n".join(_lines(line)), flush=True)


def print_lines(rows: Iterable[str]) -> None:
    """Print lines of a listing, made printable, all at once.

    On a terminal they are broken between words, and what is left of a line is indented.
    """
    write_lines(line for row in rows for line in _lines(row, _indent(row) + 2))


def write_lines(lines: Iterable[str]) -> None:
    """Write lines that are fitted and styled already, all at once."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def print_paragraph(text: str, indent: int = 0, columns: int | None = None) -> None:
    """Print text, on a terminal broken between words; later lines begin `indent` cells in.

    It takes the width of the terminal unless it is to take fewer `columns`.
    """
    print("\n".join(_lines(text, indent, columns)), flush=True)


def print_paragraphs(texts: Iterable[str], indent: int = 0) -> None:
    """Print texts as `print_paragraph` does, each as soon as it is there."""
    for text in texts:
        print_paragraph(text, indent)


def print_heading(text: str) -> None:
    """Print text as `print_paragraph` does, in bold where a terminal has that."""
    print("\n".join(map(bold, _lines(text))), flush=True)


def print_card(
    entries: Iterable[tuple[str, str]],
    drawing: Callable[[], Draw | None] | None = None,
    otherwise: str = "",
) -> None:
    """Print labels and texts: a line each, or on a terminal side by side, with a drawing.

    A text without a label is the title. Where a drawing has no room, `otherwise` says how to see
    it. Without Rich, which would be most of the time that looking up one point takes.
    """
    rows = [(label, fitting(text)) for label, text in entries]
    if not draws_columns():
        for label, text in rows:
            say(f"{label}: {text}" if label else text)
        return
    from presspoint.terminal.lists.card import card_lines  # a pipe needs none of it

    write_lines(card_lines(rows, drawing() if drawing else None, otherwise))


def fitting(text: str) -> str:
    """Return what is printed of a text, made printable, where stdout lacks some of its letters."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return as_written(printable(text, LONGEST), encoding)


def bold(text: str) -> str:
    """Return a line that is printed in bold; as it is where nothing can be."""
    is_plain = not on_terminal() or os.environ.get("TERM", "dumb") in {"dumb", ""}
    return text if is_plain else f"\x1b[1m{text}\x1b[22m"


def remark(line: str) -> None:
    """Print one line on stderr as `say` does; nobody listening there is no fault."""
    try:
        print("\n".join(_lines(line, on_stderr=True)), file=sys.stderr, flush=True)
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


def _lines(
    text: str, indent: int = 0, columns: int | None = None, *, on_stderr: bool = False
) -> list[str]:
    """Text made printable, as the lines of it that fit on a terminal."""
    shown = printable(text, LONGEST)
    columns = columns or width()
    if not (_is_terminal(sys.stderr) if on_stderr else on_terminal()):
        return [shown]
    if shown.isascii() and len(shown) <= columns:
        return [shown]
    from presspoint.terminal.cells import cell_width, wrap  # a pipe needs none of it

    if cell_width(shown) <= columns:
        return [shown]
    return wrap(shown, columns, indent if indent <= columns // 2 else min(indent, 2))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


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
