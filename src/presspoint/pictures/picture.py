"""The drawing that shows a place, or several: which crop, which marks, and what it is called."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from presspoint.catalogue.places import Side
from presspoint.pictures import characters, drawing
from presspoint.pictures.atlas import Atlas, Crop, Mark
from presspoint.pictures.figure import Position
from presspoint.pictures.grid import Grid, Row
from presspoint.pictures.target import Kind, Size, Target

Form = Literal["braille", "characters"]
OTHER: dict[Side, Side] = {"left": "right", "right": "left"}


class Picture(NamedTuple):
    """The rows of a drawing, and its title: what is seen, from where."""

    title: str
    rows: list[Row]


class Wish(NamedTuple):
    """A place to mark, with a label at the edge, or as a number; a cross on its `barred` sides."""

    code: str
    label: str = ""
    number: str = ""
    kind: Kind = "guided"
    barred: frozenset[Side] = frozenset()


def of_places(
    atlas: Atlas,
    crop: Crop,
    wishes: Iterable[Wish],
    side: Side,
    size: Size,
    *,
    form: Form = "braille",
) -> Picture:
    """Return a crop with all the places that it shows, those of the trunk on `side`.

    Limbs are those of `side`. `both` and `midline` show both sides of the trunk, and left limbs.
    """
    shown: Side = side if side in OTHER else "left"
    mirrored = not crop.is_both and shown != crop.shows
    targets = [
        Target(at, wish.label, wish.number, "barred" if on in wish.barred else wish.kind)
        for wish in wishes
        for mark in atlas.marks(wish.code)
        if mark.crop.name == crop.name
        for on, at in _positions(mark, side, shown)
    ]
    draw = drawing.drawn if form == "braille" else characters.drawn
    grid = draw(crop.figure, crop.box, targets, size, mirrored=mirrored)
    if crop.is_both:
        _write_sides(grid, crop)
    return Picture(crop.title.format(side=shown), grid.lines())


def _positions(mark: Mark, side: Side, shown: Side) -> list[tuple[Side, Position]]:
    """Return where a place is, by the side of the person: both of the trunk, or the one shown."""
    at, crop = mark.at, mark.crop
    if not at.x and crop.is_both:
        return [("midline", at)]
    if not crop.is_both:
        return [(shown, at)]
    positions = [(crop.shows, at), (OTHER[crop.shows], Position(-at.x, at.y))]
    return [each for each in positions if side not in OTHER or each[0] == side]


def _write_sides(grid: Grid, crop: Crop) -> None:
    """Write left and right into the upper corners, as the person's own."""
    grid.write(0, 0, OTHER[crop.shows], "label")
    grid.write(grid.columns - len(crop.shows), 0, crop.shows, "label")
