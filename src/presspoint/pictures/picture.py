"""The drawing that shows a place, or several: which crop, which marks, and what it is called."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from presspoint.catalogue.places import Side
from presspoint.pictures import characters, drawing
from presspoint.pictures.atlas import Atlas, Crop, Mark
from presspoint.pictures.figure import Position
from presspoint.pictures.grid import Grid, Row
from presspoint.pictures.target import Size, Target

Form = Literal["braille", "characters"]
OTHER: dict[Side, Side] = {"left": "right", "right": "left"}


class Picture(NamedTuple):
    """The rows of a drawing, and its title: what is seen, from where."""

    title: str
    rows: list[Row]


class Wish(NamedTuple):
    """A place to mark: with its label, or as a number; crossed if it is not to be pressed."""

    code: str
    label: str = ""
    number: str = ""
    crossed: bool = False


def of_place(
    atlas: Atlas, wish: Wish, side: Side, size: Size, form: Form = "braille"
) -> Picture | None:
    """Return the drawing that shows a place best on a side of the person, or None without one.

    `both` and `midline` show both sides of the trunk, and the left limb.
    """
    marks = atlas.marks(wish.code)
    return of_places(atlas, marks[0].crop, [wish], side, size, form) if marks else None


def of_places(
    atlas: Atlas,
    crop: Crop,
    wishes: Iterable[Wish],
    side: Side,
    size: Size,
    form: Form = "braille",
) -> Picture:
    """Return a crop with all the places that it shows. Limbs are those of `side`."""
    shown: Side = side if side in OTHER else "left"
    mirrored = not crop.is_both and shown != crop.shows
    targets = [
        Target(at, wish.label, wish.number, wish.crossed)
        for wish in wishes
        for mark in atlas.marks(wish.code)
        if mark.crop.name == crop.name
        for at in _positions(mark, side)
    ]
    draw = drawing.drawn if form == "braille" else characters.drawn
    grid = draw(crop.figure, crop.box, targets, size, mirrored=mirrored)
    if crop.is_both:
        _write_sides(grid, crop)
    return Picture(crop.title.format(side=shown), grid.lines())


def _positions(mark: Mark, side: Side) -> Sequence[Position]:
    """Return where a place is: on both sides of the trunk, on one of them, or on the limb drawn."""
    at, crop = mark.at, mark.crop
    if not crop.is_both or not at.x:
        return [at]
    mirror = Position(-at.x, at.y)
    if side not in OTHER:
        return [at, mirror]
    return [at if side == crop.shows else mirror]


def _write_sides(grid: Grid, crop: Crop) -> None:
    """Write left and right into the upper corners, as the person's own."""
    on_right: Side = crop.shows
    on_left = OTHER[on_right]
    grid.write(0, 0, on_left, "label")
    grid.write(grid.columns - len(on_right), 0, on_right, "label")
