"""Points drawn with Rich: a table of many, a panel of one."""

from __future__ import annotations

from rich.console import RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from presspoint.catalogue import Catalogue, Point
from presspoint.terminal.cards import fields
from presspoint.text import printable


def points_table(catalogue: Catalogue, points: list[Point]) -> RenderableType:
    """Return a table: code, names, where it is, how it is reached."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Code", "Name", "Where", "Reach"):
        table.add_column(heading, overflow="fold")
    for point in points:
        region = catalogue.region(point.region).title
        cells = (
            point.code,
            f"{point.name} ({point.pinyin} {point.hanzi})",
            f"{region}: {point.place}",
            point.reach,
        )
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table


def point_panel(catalogue: Catalogue, point: Point, note: str) -> RenderableType:
    """Return a panel with everything about a point."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", max_width=14)
    grid.add_column(overflow="fold")
    (_, title), *rows = fields(catalogue, point, note)
    for label, text in rows:
        grid.add_row(Text(label), Text(printable(text)))
    return Panel(grid, title=Text(printable(title)), title_align="left", expand=False)
