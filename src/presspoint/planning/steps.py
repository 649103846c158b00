"""Which way of each step is taken: the one the choices ask for, or what safety leaves of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from presspoint.catalogue.routines import Press, Routine, Way
from presspoint.catalogue.tables import Catalogue, Dose, Point
from presspoint.safety.applied_condition import codes_at
from presspoint.safety.screening import PRESSED_ON, Screening

# A trial's dose was tried on people without the conditions that ask a clinician first; for anybody
# else a hold keeps to what the careful sources agree on.
GATED_CAP = 60


class PlannedStep(NamedTuple):
    """A step (by its number, from 1): the way wanted, the way taken, the presses left of it.

    No way is taken where safety leaves nothing worth doing. `cap` is the seconds of any hold at
    most, for this person; 0 where only the places' own caps count. `gentle` is how to press in
    place of what the places ask for. `instead` are the places that the catalogue has in the stead
    of others; `reason` is why the movement that was wanted is out.
    """

    number: int
    title: str
    wanted: Way
    way: Way | None = None
    presses: tuple[Press, ...] = ()
    cap: int = 0
    gentle: str = ""
    instead: tuple[str, ...] = ()
    reason: str = ""

    @property
    def changed(self) -> bool:
        """Whether the step is done in another way than the one wanted."""
        return self.way is not None and (self.way is not self.wanted or bool(self.instead))


def choose_ways(
    catalogue: Catalogue, routine: Routine, answers: Mapping[str, str], screening: Screening
) -> Iterator[PlannedStep]:
    """Yield each step that the answers ask for; one whose every way needs another answer is not."""
    used = {spot for code in routine.codes for spot in codes_at(catalogue, code)}
    for number, step in enumerate(routine.steps, 1):
        wanted = next((way for way in step.ways if way.when.items() <= answers.items()), None)
        if wanted is None:
            continue
        asked = _asked(number, step.title, wanted, screening)
        ways = (wanted, *(way for way in step.ways if way is not wanted))
        left = (_left(catalogue, asked, way, screening) for way in ways)
        swapped = (_swapped(catalogue, asked, way, screening, used) for way in ways)
        taken = next((each for found in (left, swapped) for each in found if each), asked)
        used.update(taken.instead)
        yield taken


def _asked(number: int, title: str, wanted: Way, screening: Screening) -> PlannedStep:
    """A step as long as nothing of it is left."""
    out = screening.movement_out(wanted) if wanted.exercise else None
    gentle = " ".join(screening.gentle)
    reason = out.reason if out else ""
    return PlannedStep(number, title, wanted, cap=screening.cap, gentle=gentle, reason=reason)


def _left(
    catalogue: Catalogue, asked: PlannedStep, way: Way, screening: Screening
) -> PlannedStep | None:
    """What safety leaves of a way; an option alone is worth it only where the way was wanted."""
    presses = tuple(
        left for press in way.presses for left in _allowed(catalogue, way, press, screening)
    )
    worth = [press for press in presses if way is asked.wanted or not press.option]
    moves = way.exercise and not screening.movement_out(way)
    return asked._replace(way=way, presses=presses) if worth or moves else None


def _swapped(
    catalogue: Catalogue, asked: PlannedStep, way: Way, screening: Screening, used: set[str]
) -> PlannedStep | None:
    """A way with the first place that the catalogue has instead of one that is out."""
    for press in way.presses:
        for code in _instead(catalogue, way, press, screening):
            place = catalogue.point(code)
            if code in used or place.hold is None or not _fits(catalogue, place, way):
                continue
            other = _dose(press, code, place.hold)
            if presses := tuple(_allowed(catalogue, way, other, screening)):
                return asked._replace(way=way, presses=presses, instead=(code,))
    return None


def _instead(catalogue: Catalogue, way: Way, press: Press, screening: Screening) -> Iterator[str]:
    """The places named in the stead of a press's, none of which is out for good reason."""
    for place in map(catalogue.point, press.points):
        outs = [screening.out(place, side, way, press) for side in PRESSED_ON[place.sides]]
        if all(out and out.instead for out in outs):
            yield from place.instead


def _fits(catalogue: Catalogue, place: Point, way: Way) -> bool:
    """Whether a place is pressed in the way's position, with its tools or a bare hand."""
    tools = catalogue.table("tools")
    at_hand = {tool for tool in place.tools if tool in way.tools or "gear" not in tools[tool]}
    return way.position in place.positions and bool(at_hand)


def _dose(press: Press, code: str, dose: Dose) -> Press:
    """The press with another place, for as long as that place may be pressed."""
    least, most = dose.seconds
    seconds = max(least, min(press.seconds, most))
    return Press((code,), seconds, press.rounds, option=press.option, between=press.between)


def _allowed(catalogue: Catalogue, way: Way, press: Press, screening: Screening) -> Iterator[Press]:
    """A press with the points that are left; one for each side where the sides differ.

    Words for all of its points would lead to those that are out: each place then has its own.
    """
    points = [point for point in map(catalogue.point, press.points) if _dosed(point, press)]
    left = [
        point
        for point in points
        if not all(screening.out(point, side, way, press) for side in PRESSED_ON[point.sides])
    ]
    if not left:
        return
    sides = (press.side,) if press.side else PRESSED_ON[left[0].sides]
    groups = {
        side: [point for point in left if not screening.out(point, side, way, press)]
        for side in sides
    }
    alike = all(group == left for group in groups.values())
    for side, group in {press.side: left}.items() if alike else groups.items():
        if group:
            codes = tuple(point.code for point in group)
            own = press if codes == press.points else press._replace(find="", press="")
            yield own._replace(points=codes, side=side, cap=_cap(press, group, screening))


def _dosed(point: Point, press: Press) -> bool:
    """Whether there is a time to press it for, and words to find it by."""
    return point.hold is not None or (press.cap > 0 and bool(point.find and point.press))


def _cap(press: Press, points: list[Point], screening: Screening) -> int:
    """A press's own cap, lowered where a condition of the person asks first."""
    if not press.cap or not screening.gates:
        return press.cap
    return min([press.cap, GATED_CAP, *(point.hold.cap for point in points if point.hold)])
