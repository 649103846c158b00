"""What a drawing shows: a crop, its title, and the places that are marked on it."""

from collections.abc import Iterable, Mapping, Sequence

from presspoint.catalogue.places import Side
from presspoint.named_tuple import NamedTuple
from presspoint.pictures.figures.atlas import Atlas, Crop, Mark
from presspoint.pictures.figures.figure import Position
from presspoint.pictures.target import Kind, Target

OTHER: dict[Side, Side] = {"left": "right", "right": "left"}

WHOLE: tuple[tuple[str, str, Side], ...] = (
    ("body-front", "from the front", "left"),
    ("body-back", "from behind", "right"),
)


class Wish(NamedTuple):
    """A place to mark, with a label at the edge, or as a number; a cross on its `barred` sides."""

    code: str
    label: str = ""
    number: str = ""
    kind: Kind = "guided"
    barred: frozenset[Side] = frozenset()


class Sheet(NamedTuple):
    """A crop with its targets, drawn as the other side of the body where it is `mirrored`."""

    crop: Crop
    title: str
    targets: Sequence[Target]
    mirrored: bool = False


def sheet(atlas: Atlas, crop: Crop, wishes: Iterable[Wish], side: Side) -> Sheet:
    """Return a crop with all the places that it shows, those of the trunk on `side`.

    Limbs are those of `side`. `both` and `midline` show both sides of the trunk, and left limbs.
    """
    shown: Side = side if side in OTHER else "left"
    targets = [
        Target(at, wish.label, wish.number, "barred" if on in wish.barred else wish.kind)
        for wish in wishes
        for mark in atlas.marks(wish.code)
        if mark.crop.name == crop.name
        for on, at in _positions(mark, side, shown)
    ]
    mirrored = not crop.is_both and shown != crop.shows
    return Sheet(crop, crop.title.format(side=shown), targets, mirrored)


def overview_sheets(atlas: Atlas, numbers: Mapping[str, str]) -> list[Sheet]:
    """Return the body from the front and from behind, with a number on both sides of regions."""
    sheets = []
    for figure, title, shows in WHOLE:
        targets = [
            Target(position, number=numbers[region])
            for region, (name, at) in atlas.overview.items()
            if name == figure and region in numbers
            for position in dict.fromkeys((at, Position(-at.x, at.y)))
        ]
        sheets.append(Sheet(atlas.whole(figure, title, shows), title, targets))
    return sheets


def _positions(mark: Mark, side: Side, shown: Side) -> list[tuple[Side, Position]]:
    """Return where a place is, by the side of the person: both of the trunk, or the one shown."""
    at, crop = mark.at, mark.crop
    if not crop.is_both:
        return [(shown, at)]
    if not at.x:
        return [("midline", at)]
    positions = [(crop.shows, at), (OTHER[crop.shows], Position(-at.x, at.y))]
    return [each for each in positions if side not in OTHER or each[0] == side]
