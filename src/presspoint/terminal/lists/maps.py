"""Drawings with a list of their places below, and two drawings side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from presspoint.pictures.grid import Row
from presspoint.pictures.picture import Form, Picture, picture
from presspoint.pictures.sheet import Sheet
from presspoint.pictures.target import Size
from presspoint.terminal.cells import cell_width, wrap
from presspoint.terminal.output import print_heading, print_lines, screen_size, width, write_lines
from presspoint.terminal.pictures import style_row

LEAST_ROWS, MOST_ROWS = 14, 36  # of a drawing; below the least, parts run together
COLUMNS_A_ROW = 2  # of a drawing that is about as wide as it is high
ROWS_BESIDE = 3  # heading, and the command line before and after
GAP = 4
LEAST_ABREAST = 14  # columns of each drawing: its title is as wide


def print_map(sheet: Sheet, lines: Sequence[str], form: Form) -> None:
    """Print a drawing under its title, and lines below it, on one screen if they fit."""
    columns, height = screen_size()
    rows = _rows(height, lines)
    drawn = picture(sheet, Size(min(columns, rows * COLUMNS_A_ROW), rows), form)
    print_heading(f"{sheet.title[:1].upper()}{sheet.title[1:]}")
    write_lines(style_row(row) for row in _without_empty_edges(drawn.rows))
    print_lines(lines)


def print_overview(sheets: Iterable[Sheet], lines: Sequence[str], form: Form) -> None:
    """Print drawings of the whole body side by side, and lines below them.

    On a narrow screen they stand one below the other.
    """
    columns, height = screen_size()
    rows = _rows(height, lines)
    size = Size(min((columns - GAP) // 2, rows), rows)
    drawn = [picture(sheet, size, form) for sheet in sheets]
    abreast = [drawn] if size.columns >= LEAST_ABREAST else [[each] for each in drawn]
    for pictures in abreast:
        write_lines(_side_by_side(pictures, size.columns))
    print_lines(lines)


def _rows(height: int, lines: Sequence[str]) -> int:
    """How many rows a drawing has: what the lines below it leave of a screen.

    All where they are many: so many numbers would lie on each other on fewer.
    """
    if len(lines) > height // 3:
        return MOST_ROWS
    below = sum(len(wrap(line, width(), 2)) for line in lines)
    return max(LEAST_ROWS, min(MOST_ROWS, height - below - ROWS_BESIDE))


def _without_empty_edges(rows: Sequence[Row]) -> Sequence[Row]:
    """Rows from the first to the last on which something is drawn: a wide crop leaves others."""
    filled = [number for number, row in enumerate(rows) if row]
    return rows[filled[0] : filled[-1] + 1] if filled else ()


def _side_by_side(pictures: Sequence[Picture], columns: int) -> Iterable[str]:
    yield (" " * GAP).join(each.title.center(columns) for each in pictures).rstrip()
    for rows in zip_longest(*(each.rows for each in pictures), fillvalue=()):
        shown = ""
        for number, row in enumerate(rows):
            cells = cell_width("".join(run.text for run in row))
            padding = columns - cells + GAP if number + 1 < len(rows) else 0
            shown += style_row(row) + " " * padding
        yield shown.rstrip()
