"""Rows as they are printed: in columns under headings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from presspoint.terminal.output import (
    draws_columns,
    fitting,
    is_read_out,
    print_heading,
    print_lines,
    width,
)

GAP = 2


def print_rows(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows without a heading, as `print_sections` does."""
    print_sections({"": rows})


def print_sections(sections: Mapping[str, Iterable[tuple[str, ...]]]) -> None:
    """Print rows of as many cells each under their headings, in columns of the same widths.

    A terminal too narrow for columns gets a row on several lines. Where it is read out, a row is
    a sentence of its cells.
    """
    entries = {
        heading: [tuple(map(fitting, row)) for row in rows] for heading, rows in sections.items()
    }
    lines = _lines([row for rows in entries.values() for row in rows], GAP if any(entries) else 0)
    for heading, rows in entries.items():
        if heading:
            print_heading(heading)
        print_lines(line for _ in rows for line in next(lines))


def _lines(rows: Sequence[tuple[str, ...]], indent: int) -> Iterator[list[str]]:
    """The lines of each row, `indent` cells in."""
    if is_read_out():
        return ([f"{'':{indent}}{', '.join(filter(None, map(str.strip, row)))}"] for row in rows)
    from presspoint.terminal.lists.columns import column_lines  # a card needs none

    columns = width() - indent if draws_columns() else None
    return ([f"{'':{indent}}{line}" for line in lines] for lines in column_lines(rows, columns))
