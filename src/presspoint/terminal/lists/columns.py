"""Rows of cells as lines: columns that fit, each cell wrapped in its own; or a row on its lines."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from presspoint.terminal.cells import cell_width, flow, pad, wrap

Row = tuple[str, ...]
GAP = 2
INDENT = 2  # of the further lines of a row that is not in columns
UNLIMITED = 4000  # cells of a line on a pipe
LEAD = 8  # cells of a first one that stands before all lines of its row, with the gap
SHORT = 22  # cells of a column that is aligned where rows flow
LEAST = 18  # cells of a column that gives way, unless it needs fewer


def column_lines(rows: Sequence[Row], columns: int | None) -> Iterator[list[str]]:
    """Yield the lines of each row, of so many cells at most; all rows have as many cells.

    Where columns would be too narrow to read, or nothing limits them, a row flows, and only its
    short cells are aligned.
    """
    widths, short = _fit(rows, columns) if columns else [], _short(rows)
    for row in rows:
        if widths:
            cells = (wrap(cell, max(1, wide)) for cell, wide in zip(row, widths, strict=True))
            yield [_line(parts, widths) for parts in zip_longest(*cells, fillvalue="")]
        else:
            yield _flow(row, short, columns or UNLIMITED)


def _flow(row: Row, short: Sequence[int], columns: int) -> list[str]:
    """The lines of a row that is not in columns; a short first cell stands before all of them."""
    cells, lead = [*map(pad, row, short)], short[0] + GAP
    if not GAP < lead <= LEAD:
        return flow(cells, columns, INDENT)
    first, *further = flow(cells[1:], columns - lead, 0) or [""]
    return [pad(row[0], lead) + first, *(" " * lead + each for each in further)]


def _line(cells: Row, widths: Sequence[int]) -> str:
    return (" " * GAP).join(map(pad, cells, widths)).rstrip()


def _fit(rows: Sequence[Row], columns: int) -> list[int]:
    """How wide each column is; nothing where they do not fit.

    What has to give way gives it where that costs the fewest lines, and no word is broken for it.
    """
    sizes = [[cell_width(cell) for cell in column] for column in zip(*rows, strict=True)]
    spare = columns - GAP * (len(sizes) - 1)
    widths = [min(spare, max(column)) for column in sizes]
    least = [min(wide, max(LEAST, word)) for wide, word in zip(widths, _words(rows), strict=True)]
    while sum(widths) > spare:
        costs = [
            (
                _count(sizes[each], widths[each] - 1) - _count(sizes[each], widths[each]),
                -widths[each],
                each,
            )
            for each in range(len(widths))
            if widths[each] > least[each]
        ]
        if not costs:
            return []
        widths[min(costs)[-1]] -= 1
    return widths


def _words(rows: Sequence[Row]) -> list[int]:
    """How wide the longest word of each column is."""
    columns = zip(*rows, strict=True)
    return [
        max((cell_width(word) for cell in each for word in cell.split()), default=0)
        for each in columns
    ]


def _count(sizes: Sequence[int], columns: int) -> int:
    """About how many lines cells of these sizes take."""
    return sum(-(-size // columns) for size in sizes)


def _short(rows: Sequence[Row]) -> list[int]:
    """How far each cell of a row that flows is padded: in short columns but the last."""
    widest = [max(map(cell_width, column)) for column in zip(*rows, strict=True)]
    return [wide if wide <= SHORT else 0 for wide in widest[:-1]] + [0]
