"""A card: labels and texts side by side, with a picture where there is room for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presspoint.named_tuple import NamedTuple
from presspoint.terminal.cells import cell_width, wrap
from presspoint.terminal.output import Draw, bold, screen_size, width

Entry = tuple[str, str]  # a label and its text


class Line(NamedTuple):
    """A line of a card; one of the title is bold."""

    text: str
    is_title: bool = False

    def shown(self) -> str:
        """Return it as it is written to the terminal."""
        return bold(self.text) if self.is_title else self.text


GAP = 2  # cells between what stands side by side
WIDEST = 80  # a longer line is hard to read, and beside it is room for a picture
LEAST_TEXT = 36  # cells of a text beside its label; with fewer it has the whole line
ROWS_KEPT = 2  # of the screen: the command that was typed, and the next one
# The sizes of a picture, in cells: beside a whole card, below it, within its upper right corner.
BESIDE, BELOW = (44, 22), (44, 20)
WITHIN = ((30, 15), (28, 13), (24, 12), (22, 11), (20, 10))
LEAST_LINE = 46  # cells beside a picture
ROOM_COLUMNS, ROOM_ROWS = 100, 40  # from here on a picture is always drawn


class Corner(NamedTuple):
    """What is kept free of a card's lines at their right end: so many cells in so many rows."""

    columns: int = 0
    rows: int = 0


def card_lines(rows: Sequence[Entry], draw: Draw | None = None, otherwise: str = "") -> list[str]:
    """Return the lines of labels and printable texts side by side, as a terminal shows them.

    A text without a label is the title. With `draw` a picture stands beside or below them; where
    there is no room, the line `otherwise` says how to see it, unless it takes the title off the
    screen.
    """
    if draw:
        return _lines_with_picture(rows, draw, otherwise)
    return [line.shown() for line in _lines(rows, Corner())]


def _lines_with_picture(rows: Sequence[Entry], draw: Draw, otherwise: str) -> list[str]:
    columns, height = screen_size()
    whole = _lines(rows, Corner())
    if columns >= WIDEST + GAP + BESIDE[0]:
        return _side_by_side(whole, draw, BESIDE, WIDEST + GAP)
    for size in WITHIN:
        text_columns = min(width(), WIDEST) - size[0] - GAP
        if text_columns < LEAST_LINE:
            continue
        lines = _lines(rows, Corner(size[0] + GAP, size[1]))
        if max(len(lines), size[1]) <= height - ROWS_KEPT:
            return _side_by_side(lines, draw, size, text_columns + GAP)
    lines_alone = [line.shown() for line in whole]
    if columns >= ROOM_COLUMNS and height >= ROOM_ROWS:
        return [*lines_alone, "", *_picture_lines(draw, BELOW)]
    hint, room = wrap(otherwise, min(width(), WIDEST)), height - ROWS_KEPT
    pushes_off = len(lines_alone) <= room < len(lines_alone) + len(hint)
    return lines_alone if pushes_off else [*lines_alone, *hint]


def _side_by_side(lines: list[Line], draw: Draw, size: tuple[int, int], column: int) -> list[str]:
    """Return lines with a picture beside the first of them, which begins at a column."""
    return [
        f"{line.shown()}{'':{column - cell_width(line.text)}}{row}".rstrip()
        if row
        else line.shown()
        for line, row in _pairs(lines, _picture_lines(draw, size))
    ]


def _pairs(lines: list[Line], rows: list[str]) -> Iterator[tuple[Line, str]]:
    for index in range(max(len(lines), len(rows))):
        line = lines[index] if index < len(lines) else Line("")
        yield line, rows[index] if index < len(rows) else ""


def _picture_lines(draw: Draw, size: tuple[int, int]) -> list[str]:
    """Return the lines of a picture, and its title below."""
    from presspoint.pictures.target import Size
    from presspoint.terminal.pictures import style_row

    columns, rows = size
    picture = draw(Size(columns, rows - 1))
    title = wrap(picture.title, columns)
    if len(title) > 1:  # a small picture may have a title that is wider
        picture = draw(Size(columns, rows - len(title)))
    return [*map(style_row, picture.rows), *(each.center(columns).rstrip() for each in title)]


def _lines(rows: Sequence[Entry], corner: Corner) -> list[Line]:
    """Return a card's lines, of which the first keep a corner at their right end free."""
    wide = max((len(label) for label, _ in rows), default=0) + GAP
    columns = min(width(), WIDEST)
    lines: list[Line] = []
    for label, text in rows:
        indent, line = wide, f"{label:{wide}}{text}"
        if not label:
            indent, line = 0, text
        elif columns - corner.columns - wide < LEAST_TEXT:
            indent, line = GAP, f"{label}: {text}"
        room = max(0, corner.rows - len(lines))
        wrapped = _wrap_beside(line, columns, indent, corner._replace(rows=room))
        lines += [Line(each, is_title=not label) for each in wrapped]
    return lines


def _wrap_beside(line: str, columns: int, indent: int, corner: Corner) -> list[str]:
    """Return a text in lines, the first ones shorter by the columns of the corner."""
    indent = indent if indent <= columns // 2 else min(indent, GAP)
    narrow = wrap(line, columns - corner.columns, indent) if corner.rows else []
    if len(narrow) <= corner.rows and narrow:
        return narrow
    short = narrow[: corner.rows]
    begun = sum(len("".join(each.split())) for each in short)
    rest = _after(line, begun)
    return [*short, *wrap(" " * indent * bool(short) + rest, columns, indent)]


def _after(line: str, count: int) -> str:
    """Return what is left of a line after so many characters that are no spaces."""
    for index, character in enumerate(line):
        if count == 0 and character != " ":
            return line[index:]
        count -= character != " "
    return ""
