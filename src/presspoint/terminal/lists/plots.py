"""Rows with bars, as Rich lays them out and draws them."""

import sys
from collections.abc import Iterable

from rich import bar
from rich.console import Console
from rich.table import Table
from rich.text import Text

from presspoint.terminal.output import fitting, width

BAR_COLUMNS = 10
BLOCKS, LINE = "█▏▎▍▌▋▊▉", "━"


def print_plot(headings: Iterable[str], rows: Iterable[tuple[str | float, ...]]) -> None:
    """Print rows under their headings; a number is a bar, as long as its share of the longest."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="")
    for each in headings:
        table.add_column(Text(each), no_wrap=True)
    for row in rows:
        table.add_row(*map(_cell, row))
    Console(file=sys.stdout, width=width(), highlight=False).print(table)


def _cell(cell: str | float) -> Text | bar.Bar:
    """A bar as Rich draws it; in an encoding that lacks its blocks, of whole signs."""
    if isinstance(cell, str):
        return Text(fitting(cell))
    if fitting(BLOCKS) == BLOCKS:
        return bar.Bar(1, 0, cell, width=BAR_COLUMNS)
    return Text(fitting(LINE * round(BAR_COLUMNS * cell)))
