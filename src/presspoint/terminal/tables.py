"""Rows drawn as a table, wide columns wrapped; without Rich, which takes longer than the rest."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from presspoint.terminal.cells import cell_width, pad, wrap

GAP = "  "


def table_lines(rows: Sequence[tuple[str, ...]], columns: int) -> Iterator[str]:
    """Yield the lines of a table of so many cells at most."""
    natural = [max(1, *map(cell_width, column)) for column in zip(*rows, strict=True)]
    widths = share(natural, columns - len(GAP) * (len(natural) - 1))
    for row in rows:
        wrapped = (wrap(cell, width) for cell, width in zip(row, widths, strict=True))
        for parts in zip_longest(*wrapped, fillvalue=""):
            yield GAP.join(map(pad, parts, widths)).rstrip()


def share(natural: Sequence[int], room: int) -> list[int]:
    """Return widths that fit the room: narrow columns keep theirs, the others share the rest."""
    widths = dict.fromkeys(range(len(natural)), 0)
    for done, number in enumerate(sorted(widths, key=natural.__getitem__)):
        widths[number] = min(natural[number], room // (len(natural) - done))
        room -= widths[number]
    return list(widths.values())
