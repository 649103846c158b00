"""Points drawn with Rich, as a table."""

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue
from presspoint.words import printable


def points_table(catalogue: Catalogue, points: list[Point]) -> RenderableType:
    """Return a table: code, names, where it is, how it is reached."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Code", "Name", "Where", "Reach"):
        table.add_column(heading, overflow="fold")
    for point in points:
        names = f"{point.name} ({point.pinyin} {point.hanzi})"
        where = f"{catalogue.region(point.region).title}: {point.place}"
        cells = (point.code, names, where, point.reach)
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table
