"""The drawings of places as this person may see them: no target where they must not press."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from presspoint.catalogue.exclusions import bans_on
from presspoint.catalogue.places import EVERY_SIDE, Point, Side
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.named_tuple import NamedTuple
from presspoint.pictures.figures.atlas import Atlas, Crop
from presspoint.pictures.picture import Form, Picture, picture
from presspoint.pictures.sheet import Sheet, Wish, overview_sheets, sheet
from presspoint.pictures.target import Kind, Size
from presspoint.storage.paths import may_have_profile
from presspoint.storage.pictures_file import load
from presspoint.storage.settings_file import read_settings
from presspoint.terminal.pictures import form

if TYPE_CHECKING:
    from pathlib import Path

    from presspoint.planning.course import Course
    from presspoint.run.places.person import Person

Report = Callable[[str], None]


class Drawing(NamedTuple):
    """A sheet, the places that it marks by their numbers, and the codes of those to keep off."""

    sheet: Sheet
    places: dict[str, Point]
    barred: tuple[str, ...] = ()


def picture_form(typed: str | None) -> Form | None:
    """Return how places are drawn: as typed, or else as it is set; None where nothing is.

    Raises UsageError. Settings that cannot be read hide no drawing.
    """
    if typed is not None:
        from presspoint.run.arguments.settings import match_value  # for what is typed only

        return form(match_value("picture", typed, "--picture"))
    try:
        return form(read_settings().picture)
    except PresspointError:
        return form()


def what_draws(
    catalogue: Catalogue,
    point: Point,
    typed: str | None,
    report: Report,
    side: Side | None = None,
    *,
    person: Person | None = None,
) -> Callable[[Size], Picture] | None:
    """Return what draws a place at a size, on its first side unless another is given.

    The `person` is who looks at it, if that was read before. None where nothing can be drawn.
    Raises UsageError.
    """
    letters = picture_form(typed)
    sheet = letters and drawing_of(catalogue, point, report, side, person=person)
    return partial(picture, sheet, form=letters) if letters and sheet else None


def drawing_of(
    catalogue: Catalogue,
    point: Point,
    report: Report,
    side: Side | None = None,
    *,
    person: Person | None = None,
) -> Sheet | None:
    """Return the sheet that shows a place best; None for a place that no drawing has."""
    atlas, code = load(), drawn_code(point)
    if not (marks := atlas.marks(code)):
        return None
    barred = _bars(catalogue, [point], report, person)(point)
    wish = Wish(code, point.code, kind=_kind(point), barred=barred)
    return sheet(atlas, marks[0].crop, [wish], side or point.hold_sides[0])


def drawings(
    catalogue: Catalogue, points: Iterable[Point], report: Report, person: Person | None = None
) -> list[Drawing]:
    """Return the sheets that show places, each on the one that shows it best, numbered.

    The `person` is who looks at them, if that was read before.
    """
    atlas, found = load(), list(points)
    barred_sides = _bars(catalogue, found, report, person)
    by_crop: dict[str, list[Point]] = {}
    for point in found:
        if marks := atlas.marks(drawn_code(point)):
            by_crop.setdefault(marks[0].crop.name, []).append(point)
    crops = (atlas.crop(name) for name in atlas.crops if name in by_crop)
    return [_drawing(atlas, crop, by_crop[crop.name], barred_sides) for crop in crops]


def _drawing(
    atlas: Atlas, crop: Crop, points: list[Point], barred_sides: Callable[[Point], frozenset[Side]]
) -> Drawing:
    """The drawing of places on one crop, numbered where there are several."""
    places = {str(number): point for number, point in enumerate(points, 1)}
    wishes = [
        Wish(
            drawn_code(point),
            label=point.code,
            number=number if len(points) > 1 else "",
            kind=_kind(point),
            barred=barred_sides(point),
        )
        for number, point in places.items()
    ]
    barred = (each.code for each in points if barred_sides(each).issuperset(each.hold_sides))
    return Drawing(sheet(atlas, crop, wishes, "both"), places, tuple(barred))


def save_drawings(drawn: Iterable[Drawing], path: Path) -> None:
    """Write drawings into a new SVG file. Raises StorageError."""
    from presspoint.pictures.vector import document  # for this alone
    from presspoint.storage.new_file import write_new_file

    write_new_file(path, document([each.sheet for each in drawn]))


def overview(places: Iterable[Point]) -> tuple[list[Sheet], dict[str, str]]:
    """Return the whole body with a number on each part that has places, and these by region."""
    atlas = load()
    regions = {point.region for point in places}
    shown = [region for region in atlas.overview if region in regions]
    numbers = {region: str(number) for number, region in enumerate(shown, 1)}
    return overview_sheets(atlas, numbers), numbers


def course_overview(catalogue: Catalogue, course: Course) -> tuple[list[Sheet], dict[str, str]]:
    """Return the whole body with the number of a step on each part that it presses, and these."""
    atlas = load()
    numbers: dict[str, str] = {}
    for turn in course.turns:
        for code in (*turn.points, *turn.zones):
            numbers.setdefault(catalogue.point(code).region, str(turn.step))
    shown = {region: numbers[region] for region in atlas.overview if region in numbers}
    return overview_sheets(atlas, shown), shown


def drawn_code(point: Point) -> str:
    """Return the code of the drawing: an own place is where the point is that it is at."""
    return point.at or point.code


def _kind(point: Point) -> Kind:
    return "guided" if point.is_coached else "looked-up"


def _bars(
    catalogue: Catalogue, points: list[Point], report: Report, person: Person | None
) -> Callable[[Point], frozenset[Side]]:
    """What returns the sides on which a person is not to press a place.

    Nothing of screening is loaded for somebody who never answered anything.
    """
    if person is None and not may_have_profile() and not any(each.own_reasons for each in points):
        return lambda point: EVERY_SIDE if bans_on(catalogue, point.code) else frozenset()
    from presspoint.run.places.person import FILES_FIRST, FILES_UNREAD, read_person

    person = person or read_person(catalogue, report)
    if person.why == FILES_UNREAD:
        report(FILES_FIRST)
    return partial(person.barred_sides, catalogue)
