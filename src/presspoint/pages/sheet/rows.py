"""The rows of a sheet: each place and movement once, with its sides, seconds and rounds."""

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from presspoint import phrases
from presspoint.named_tuple import NamedTuple
from presspoint.pages.handout import Handout
from presspoint.pages.pictures import picture_markup, pictures_by_turn, sides_together
from presspoint.planning.course import Turn
from presspoint.words import as_heading

SIDES = {"both": "both sides", "midline": "middle"}


class Row(NamedTuple):
    """A place or a movement of a step: what it is, where that is, on which sides, for how long."""

    step: int
    what: str
    where: str
    sides: str
    time: str


class Size(NamedTuple):
    """How large a sheet is written (points) and drawn (millimetres), so that it is one page.

    That goes for so much at most: rows, pictures, and each 300 characters of cautions.
    """

    most: int
    text: float
    picture: int


SIZES = (Size(12, 9.5, 40), Size(18, 8.5, 28), Size(24, 7.5, 22), Size(32, 6.5, 18))
SMALLEST = Size(0, 5.5, 16)


def sheet_values(handout: Handout, code: str) -> dict[str, object]:
    """Return what the sheet's template needs beside the handout; `code` is an SVG of our own."""
    lines, pictures = rows(handout.course.turns), _pictures(handout)
    much = len(lines) + len(pictures) + sum(map(len, handout.cautions)) // 300
    size = next((each for each in SIZES if much <= each.most), SMALLEST)
    return {
        "rows": lines,
        "text_size": size.text,
        "picture_height": size.picture,
        "sheet_pictures": pictures,
        "has_unseen_sides": _has_unseen_sides(handout),
        "code": Markup(code),  # noqa: S704  # made by the library of codes
    }


def _pictures(handout: Handout) -> list[dict[str, str]]:
    """Each picture of a sheet with its caption: the steps that it is for, and what is seen."""
    pictures, numbers = pictures_by_turn(handout)
    steps: dict[str, set[int]] = {}
    for turn, number in zip(handout.course.turns, numbers, strict=True):
        if number is not None:
            steps.setdefault(pictures[number].crop.name, set()).add(turn.step)
    return [
        {
            "drawing": picture_markup(each),
            "caption": f"{', '.join(map(str, sorted(steps[each.crop.name])))}: {each.title}",
        }
        for each in sides_together(pictures)
    ]


def _has_unseen_sides(handout: Handout) -> bool:
    """Whether a limb is pressed on both sides and drawn on one, the other being as its mirror."""
    pictures, _ = pictures_by_turn(handout)
    pressed = {(each.crop.name, each.mirrored) for each in pictures}
    return len(sides_together(pictures)) < len(pressed)


def rows(turns: Iterable[Turn]) -> list[Row]:
    """Return the rows of turns in order; the sides and rounds of a place are one row."""
    return [_row(list(same)) for _, same in groupby(turns, key=_subject)]


def _subject(turn: Turn) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    return turn.step, turn.points, turn.zones


def _row(same: list[Turn]) -> Row:
    turn = same[0]
    if not turn.is_hold:
        return Row(turn.step, turn.step_title, turn.find, "", phrases.duration(turn.seconds))
    sides = dict.fromkeys(SIDES.get(each.side or "", each.side or "") for each in same)
    seconds = phrases.duration(turn.seconds)
    time = f"{turn.rounds} × {seconds}" if turn.rounds > 1 else seconds
    return Row(turn.step, as_heading(turn.part), turn.place, ", ".join(sides), time)
