"""Which way of each step is taken: the one the choices ask for, or what safety leaves of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from presspoint.catalogue import Catalogue, Point
from presspoint.routines import Press, Routine, Way
from presspoint.safety import Screening

# A trial's dose was tried on people without the conditions that ask a clinician first; for anybody
# else a hold keeps to what the careful sources agree on.
GATED_CAP = 60


class Taken(NamedTuple):
    """A step (by its number, from 1): the way wanted, the way taken, the presses left of it.

    No way is taken where safety leaves nothing worth doing. `cap` is the seconds of any hold at
    most, for this person; 0 where only the places' own caps count.
    """

    number: int
    title: str
    wanted: Way
    way: Way | None = None
    presses: tuple[Press, ...] = ()
    cap: int = 0


def take(
    catalogue: Catalogue, routine: Routine, answers: Mapping[str, str], screening: Screening
) -> Iterator[Taken]:
    """Yield each step that the answers ask for; one whose every way needs another answer is not."""
    for number, step in enumerate(routine.steps, 1):
        wanted = next((way for way in step.ways if way.when.items() <= answers.items()), None)
        if wanted is None:
            continue
        asked = Taken(number, step.title, wanted, cap=screening.cap)
        ways = (wanted, *(way for way in step.ways if way is not wanted))
        found = (_left(catalogue, asked, way, screening) for way in ways)
        yield next((each for each in found if each), asked)


def _left(catalogue: Catalogue, asked: Taken, way: Way, screening: Screening) -> Taken | None:
    """What safety leaves of a way; an option alone is worth it only where the way was wanted."""
    presses = tuple(_allowed(catalogue, way, screening))
    worth = [press for press in presses if way is asked.wanted or not press.option]
    moves = way.exercise and not screening.excludes_setup(way)
    return asked._replace(way=way, presses=presses) if worth or moves else None


def _allowed(catalogue: Catalogue, way: Way, screening: Screening) -> Iterator[Press]:
    for press in way.presses:
        points = map(catalogue.point, press.points)
        left = [
            point for point in points if _dosed(point, press) and not screening.reason(point, way)
        ]
        if left:
            codes = tuple(point.code for point in left)
            yield press._replace(points=codes, cap=_cap(press, left, screening))


def _dosed(point: Point, press: Press) -> bool:
    """Whether there is a time to press it for, and words to find it by."""
    return point.hold is not None or (press.cap > 0 and bool(point.find and point.press))


def _cap(press: Press, points: list[Point], screening: Screening) -> int:
    """A press's own cap, lowered where a condition of the person asks first."""
    if not press.cap or not any(condition.gate for _, condition in screening.conditions):
        return press.cap
    return min([press.cap, GATED_CAP, *(point.hold.cap for point in points if point.hold)])
