"""The drawings of what a session presses: of each turn its own places on its own side, no other."""

from collections.abc import Iterator

from presspoint.catalogue.places import Point, Side
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.pictures.figures.atlas import Atlas, Crop
from presspoint.pictures.sheet import Sheet, Wish, sheet
from presspoint.planning.course import Course, Turn
from presspoint.run.drawings.places import drawn_code
from presspoint.storage.pictures_file import load
from presspoint.terminal.display import Screen
from presspoint.terminal.pictures import form
from presspoint.terminal.screen.drawings import Drawings

UNREADABLE = "The pictures cannot be read, so none is shown. Install presspoint again."


def show_drawings(screen: Screen, catalogue: Catalogue, course: Course, wanted: str) -> str:
    """Let a screen show the places of a course from now on, as the setting `picture` wants it.

    Return why it cannot, if so.
    """
    if not (shown := form(wanted)):
        return ""
    try:
        sheets = dict(course_sheets(catalogue, course))
    except (PresspointError, OSError, ValueError, LookupError):  # a session needs no pictures
        return UNREADABLE
    screen.drawings = Drawings(sheets, shown)
    return ""


def course_sheets(catalogue: Catalogue, course: Course) -> Iterator[tuple[int, Sheet]]:
    """Yield the sheet of each turn that presses something that is drawn, by its number.

    Raises CatalogueError, OSError, ValueError or LookupError where a drawing is damaged.
    """
    atlas = load()
    for number, turn in enumerate(course.turns):
        if turn.is_hold and (drawn := _turn_sheet(catalogue, atlas, turn)):
            yield number, drawn


def _turn_sheet(catalogue: Catalogue, atlas: Atlas, turn: Turn) -> Sheet | None:
    places = [catalogue.point(code) for code in (*turn.points, *turn.zones)]
    if not (crop := _crop_of_all(atlas, places)):
        return None
    wishes = [Wish(drawn_code(each), each.code * each.is_numbered) for each in places]
    return sheet(atlas, crop, wishes, _side(turn))


def _crop_of_all(atlas: Atlas, places: list[Point]) -> Crop | None:
    """The crop that shows all places, best the first one; None where none does."""
    first, *others = ([mark.crop for mark in atlas.marks(drawn_code(each))] for each in places)
    names = [{crop.name for crop in crops} for crops in others]
    return next((crop for crop in first if all(crop.name in each for each in names)), None)


def _side(turn: Turn) -> Side:
    sides: dict[str | None, Side] = {"left": "left", "right": "right", "midline": "midline"}
    return sides.get(turn.side, "both")
