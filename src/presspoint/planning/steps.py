"""Which way of each step is taken: the one the choices ask for, or what safety leaves of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from presspoint.catalogue.places import Dose, Point
from presspoint.catalogue.routines import Press, Routine, Way, tool
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.applied_condition import codes_at
from presspoint.safety.limits import PRESSED_ON, PlaceRuling, PressRuling, WayRuling
from presspoint.safety.screening import Screening

# A trial's dose was tried on people without the conditions that ask a clinician first; for anybody
# else a hold keeps to what the careful sources agree on.
GATED_CAP = 60


class PlannedStep(NamedTuple):
    """A step (by its number, from 1): the way preferred, the way taken, its presses that remain.

    No way is taken where safety leaves nothing worth doing. `cap` is the seconds of any hold at
    most, for this person; 0 where only the places' own caps count. `gentle` is how to press in
    place of what the places ask for. `instead` are the places that the catalogue has in the stead
    of others; `reason` is why the movement that was preferred is out.
    """

    number: int
    title: str
    preferred: Way
    way: Way | None = None
    presses: tuple[Press, ...] = ()
    cap: int = 0
    gentle: str = ""
    instead: tuple[str, ...] = ()
    reason: str = ""

    @property
    def is_replaced(self) -> bool:
        """Whether the step is done in another way than the preferred one."""
        return self.way is not None and (self.way is not self.preferred or bool(self.instead))


def choose_ways(
    catalogue: Catalogue, routine: Routine, answers: Mapping[str, str], screening: Screening
) -> Iterator[PlannedStep]:
    """Yield each step that the answers ask for, with the way it is done. Raises CatalogueError."""
    used = {each for code in routine.codes for each in codes_at(catalogue, code)}
    numbered = enumerate(zip(routine.steps, screening.steps, strict=True), 1)
    for number, (step, rulings) in numbered:
        preferred = next((each for each in rulings if _is_asked_for(each.way, answers)), None)
        if preferred is None:
            continue
        empty = _without_way(number, step.title, preferred, screening)
        ways = (preferred, *(each for each in rulings if each is not preferred))
        as_is = (_remaining(empty, each, screening) for each in ways)
        swapped = (_with_another_place(catalogue, empty, each, screening, used) for each in ways)
        planned = next((each for found in (as_is, swapped) for each in found if each), empty)
        used.update(planned.instead)
        yield planned


def _is_asked_for(way: Way, answers: Mapping[str, str]) -> bool:
    return way.when.items() <= answers.items()


def _without_way(
    number: int, title: str, preferred: WayRuling, screening: Screening
) -> PlannedStep:
    """A step as long as no way of it is taken."""
    movement = preferred.movement if preferred.way.exercise else None
    limits = screening.limits
    return PlannedStep(
        number,
        title,
        preferred.way,
        cap=limits.cap,
        gentle=" ".join(limits.gentle),
        reason=movement.reason if movement else "",
    )


def _remaining(empty: PlannedStep, ruling: WayRuling, screening: Screening) -> PlannedStep | None:
    """What safety leaves of a way; an option alone is worth it only where the way is preferred."""
    way = ruling.way
    presses = tuple(press for each in ruling.presses for press in _allowed_presses(each, screening))
    worth = [press for press in presses if way is empty.preferred or not press.option]
    moves = way.exercise and not ruling.movement
    return empty._replace(way=way, presses=presses) if worth or moves else None


def _with_another_place(
    catalogue: Catalogue,
    empty: PlannedStep,
    ruling: WayRuling,
    screening: Screening,
    used: set[str],
) -> PlannedStep | None:
    """A way with the first place that the catalogue has instead of one that is out."""
    way = ruling.way
    for each in ruling.presses:
        for code in _places_instead(each):
            place = catalogue.point(code)
            if code in used or place.hold is None or not _fits(catalogue, place, way):
                continue
            other = _press_of(place, place.hold, each.press)
            found = screening.limits.rule_on_press(catalogue, way, other)
            if presses := tuple(_allowed_presses(found, screening)):
                return empty._replace(way=way, presses=presses, instead=(code,))
    return None


def _places_instead(ruling: PressRuling) -> Iterator[str]:
    """The places named in the stead of a press's, where every exclusion allows another place."""
    for place in ruling.places:
        if all(exclusion and exclusion.instead for exclusion in place.exclusions):
            yield from place.point.instead


def _fits(catalogue: Catalogue, place: Point, way: Way) -> bool:
    """Whether a place is pressed in the way's position, with its tools or a bare hand."""
    at_hand = any(name in way.tools or not tool(catalogue, name).gear for name in place.tools)
    return way.position in place.positions and at_hand


def _press_of(place: Point, dose: Dose, press: Press) -> Press:
    """The press with another place, for as long as that place may be pressed."""
    least, most = dose.seconds
    seconds = max(least, min(press.seconds, most))
    return Press((place.code,), seconds, press.rounds, option=press.option, between=press.between)


def _allowed_presses(ruling: PressRuling, screening: Screening) -> Iterator[Press]:
    """A press with the points that remain; one for each side where the sides differ.

    Words for all of its points would lead to those that are out: each place then has its own.
    """
    press = ruling.press
    places = [each for each in ruling.places if _has_dose(each.point, press) and not each.is_out]
    if not places:
        return
    sides = (press.side,) if press.side else PRESSED_ON[places[0].point.sides]
    by_side = {side: [each for each in places if not each.by_side[side]] for side in sides}
    alike = all(group == places for group in by_side.values())
    for side, group in {press.side: places}.items() if alike else by_side.items():
        if group:
            yield _press_on(press, side, group, screening)


def _press_on(press: Press, side: str, places: list[PlaceRuling], screening: Screening) -> Press:
    """The press on one side, of these of its places only."""
    points = [each.point for each in places]
    codes = tuple(point.code for point in points)
    own = press if codes == press.points else press._replace(find="", press="")
    return own._replace(points=codes, side=side, cap=_cap(press, points, screening))


def _has_dose(point: Point, press: Press) -> bool:
    """Whether there is a time to press it for, and words to find it by."""
    return point.hold is not None or (press.cap > 0 and bool(point.find and point.press))


def _cap(press: Press, points: list[Point], screening: Screening) -> int:
    """A press's own cap, lowered where a condition of the person asks first."""
    if not press.cap or not screening.limits.gates:
        return press.cap
    return min([press.cap, GATED_CAP, *(point.hold.cap for point in points if point.hold)])
