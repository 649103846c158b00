"""The pictures of a handout: each once, and which turn shows which."""

from collections.abc import Iterable

from markupsafe import Markup

from presspoint.pages.handout import Handout
from presspoint.pictures.sheet import Sheet
from presspoint.pictures.vector import document


def pictures_by_turn(handout: Handout) -> tuple[list[Sheet], list[int | None]]:
    """Return the different pictures, and for each turn the number of its own, or None."""
    pictures: list[Sheet] = []
    numbers: list[int | None] = []
    for turn in range(len(handout.course.turns)):
        sheet = handout.pictures.get(turn)
        if sheet is not None and sheet not in pictures:
            pictures.append(sheet)
        numbers.append(None if sheet is None else pictures.index(sheet))
    return pictures, numbers


def picture_markup(sheet: Sheet) -> Markup:
    """Return a picture as an element of a page. It is made of our own drawings and escaped text."""
    return Markup(document([sheet]))  # noqa: S704  # `document` escapes what a file may have named


def sides_together(pictures: Iterable[Sheet]) -> list[Sheet]:
    """Return the pictures with all places of a part of the trunk in one; of a limb, one side."""
    by_crop: dict[tuple[str, bool], Sheet] = {}
    for each in pictures:
        key = each.crop.name, each.mirrored
        targets = (*by_crop[key].targets, *each.targets) if key in by_crop else each.targets
        by_crop[key] = each._replace(targets=tuple(dict.fromkeys(targets)))
    return [each for key, each in by_crop.items() if not _is_mirror_image(each, by_crop, key[0])]


def _is_mirror_image(sheet: Sheet, by_crop: dict[tuple[str, bool], Sheet], crop: str) -> bool:
    """Whether a mirrored picture shows no place that the one it is the mirror image of lacks."""
    other = by_crop.get((crop, not sheet.mirrored))
    return sheet.mirrored and other is not None and set(sheet.targets) <= set(other.targets)
