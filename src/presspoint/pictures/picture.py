"""A sheet drawn for a terminal, in one of two forms."""

from typing import Literal

from presspoint.named_tuple import NamedTuple
from presspoint.pictures.grid import Grid, Row
from presspoint.pictures.sheet import OTHER, Sheet
from presspoint.pictures.target import Size

Form = Literal["braille", "characters"]


class Picture(NamedTuple):
    """The rows of a drawing, and its title: what is seen, from where."""

    title: str
    rows: list[Row]


def picture(sheet: Sheet, size: Size, form: Form = "braille") -> Picture:
    """Return a sheet drawn in exactly so many rows, and no more columns."""
    if form == "braille":  # a terminal needs one of the two
        from presspoint.pictures.drawing import draw
    else:
        from presspoint.pictures.characters import draw
    crop = sheet.crop
    grid = draw(crop.figure, crop.box, sheet.targets, size, mirrored=sheet.mirrored)
    if crop.is_both:
        _write_sides(grid, sheet)
    return Picture(sheet.title, grid.lines())


def _write_sides(grid: Grid, sheet: Sheet) -> None:
    """Write left and right into the upper corners, as the person's own, off what is drawn."""
    on_right = sheet.crop.shows
    grid.write(0, 0, f"{OTHER[on_right]} ", "label")
    grid.write(grid.columns - len(on_right) - 1, 0, f" {on_right}", "label")
