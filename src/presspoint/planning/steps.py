"""Which way each step is done in: the one that the choices ask for, or what safety leaves."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from presspoint.catalogue.places import OTHER_SIDE, Dose, Point, Side
from presspoint.catalogue.positions import tool
from presspoint.catalogue.routines import Press, Routine, Way
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.limits import Limits, PlaceRuling, PressRuling, WayRuling
from presspoint.safety.screening import Screening
from presspoint.safety.sessions_today import is_timed

# A trial's dose was tried on people without the conditions that ask a clinician first; for anybody
# else a hold keeps to what the careful sources agree on.
GATED_CAP = 60


class PlannedStep(NamedTuple):
    """A step (by its number, from 1): its preferred way, and the way and presses that are done.

    There is no way where safety leaves nothing worth doing. `cap` is the seconds of any hold at
    most, for this person; 0 where only the places' own caps count. `softness` is how softly this
    person presses, said beside what the places ask for, and `besides` what else they keep to.
    `instead` are the places that the catalogue has in the stead of others; `reason` is why the
    movement of the preferred way is out.
    """

    number: int
    title: str
    preferred: Way
    way: Way | None = None
    presses: tuple[Press, ...] = ()
    cap: int = 0
    softness: str = ""
    besides: str = ""
    instead: tuple[str, ...] = ()
    reason: str = ""

    @property
    def is_replaced(self) -> bool:
        """Whether the step is done in another way than the preferred one."""
        return self.way is not None and (self.way is not self.preferred or bool(self.instead))


def choose_ways(
    catalogue: Catalogue, routine: Routine, answers: Mapping[str, str], screening: Screening
) -> Iterator[PlannedStep]:
    """Yield each step that the answers ask for, with the way it is done. Raises CatalogueError.

    Where safety leaves nothing of a way, the next one that fits the same answers is taken: what is
    meant for pain in the hip is never done with a back that only aches.
    """
    used = {each for code in routine.codes for each in _codes_pressed(catalogue, code)}
    numbered = enumerate(zip(routine.steps, screening.steps, strict=True), 1)
    for number, (step, rulings) in numbered:
        ways = [each for each in rulings if each.way.when.items() <= answers.items()]
        if not ways:
            continue
        ways = ways[:1] if ways[0].ends_step else ways
        without_way = _step_without_way(number, step.title, ways[0], screening.limits)
        as_written = (_do_way(without_way, each, screening.limits) for each in ways)
        with_another_place = (
            _do_with_another_place(catalogue, without_way, each, screening.limits, used)
            for each in ways
        )
        planned = next(filter(None, chain(as_written, with_another_place)), without_way)
        used.update(planned.instead)
        yield planned


def _codes_pressed(catalogue: Catalogue, code: str) -> Iterator[str]:
    """Every code that may be pressed with this one: an own place may be any of its region."""
    yield from catalogue.codes_at(code)
    place = catalogue.point(code)
    if not is_timed(catalogue, place):
        yield from (each.code for each in catalogue.places_in(place.region))


def is_worth_playing(steps: Iterable[PlannedStep]) -> bool:
    """Whether something is pressed that is no mere option."""
    return any(not press.option for step in steps for press in step.presses)


def _step_without_way(number: int, title: str, preferred: WayRuling, limits: Limits) -> PlannedStep:
    movement = preferred.movement if preferred.way.exercise else None
    return PlannedStep(
        number,
        title,
        preferred.way,
        cap=limits.cap,
        softness=" ".join(limits.softness),
        besides=" ".join(limits.besides),
        reason=movement.reason if movement else "",
    )


def _do_way(step: PlannedStep, ruling: WayRuling, limits: Limits) -> PlannedStep | None:
    """The step in this way; None where safety leaves nothing of it that is worth doing.

    An option alone is worth it only where the way is the preferred one.
    """
    way = ruling.way
    presses = tuple(chain.from_iterable(_allow(each, limits) for each in ruling.presses))
    worth_doing = any(way is step.preferred or not press.option for press in presses)
    moves = way.exercise and not ruling.movement
    return step._replace(way=way, presses=presses) if worth_doing or moves else None


def _do_with_another_place(
    catalogue: Catalogue, step: PlannedStep, ruling: WayRuling, limits: Limits, used: set[str]
) -> PlannedStep | None:
    """The step with the first place that the catalogue has instead of one that is out."""
    for other in _presses_instead(catalogue, ruling, used):
        other_ruling = limits.rule_on_press(catalogue, ruling.way, other)
        if presses := tuple(_allow(other_ruling, limits)):
            return step._replace(way=ruling.way, presses=presses, instead=other.points)
    return None


def _presses_instead(catalogue: Catalogue, ruling: WayRuling, used: set[str]) -> Iterator[Press]:
    """The presses of places that the catalogue has in the stead of others, and that are new."""
    for each in ruling.presses:
        for code in _places_instead(each):
            place = catalogue.point(code).in_position(ruling.way.position)
            if code not in used and place.hold and _fits(catalogue, place, ruling.way):
                yield _press_of(place, place.hold, each.press)


def _places_instead(ruling: PressRuling) -> Iterator[str]:
    """The codes of the places in the stead of a press's, where each exclusion allows another."""
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
    # Only the place itself is on the opposite side: what stands for it is on the painful one.
    side = OTHER_SIDE[press.side] if press.side and press.opposite else press.side
    side = side if place.sides == "each" else None
    return Press(
        (place.code,), seconds, press.rounds, press.option, between=press.between, side=side
    )


def _allow(ruling: PressRuling, limits: Limits) -> Iterator[Press]:
    """The press with the places that may be pressed; one for each side where the sides differ."""
    press = ruling.press
    places = [each for each in ruling.places if _has_dose(each.point, press) and not each.is_out]
    if not places:
        return
    sides = (press.side,) if press.side else places[0].point.hold_sides
    by_side = {side: [each for each in places if not each.by_side[side]] for side in sides}
    groups = {press.side: places} if all(each == places for each in by_side.values()) else by_side
    for side, group in groups.items():
        if group:
            yield _press_on(press, side, group, limits)


def _press_on(press: Press, side: Side | None, places: list[PlaceRuling], limits: Limits) -> Press:
    """The press on one side, of these of its places only.

    Words for all of its places would lead to those that are out: each place then has its own.
    """
    points = [each.point for each in places]
    codes = tuple(point.code for point in points)
    worded = press if codes == press.points else press._replace(find="", press="", same="")
    return worded._replace(points=codes, side=side, cap=_cap(press, points, limits))


def _has_dose(point: Point, press: Press) -> bool:
    """Whether there is a time to press it for, and words to find it by."""
    return point.hold is not None or (press.cap > 0 and bool(point.find and point.press))


def _cap(press: Press, points: list[Point], limits: Limits) -> int:
    """The press's own cap in seconds, lowered where a condition asks a clinician first."""
    if not press.cap or not limits.cuts_trial_doses:
        return press.cap
    return min([press.cap, GATED_CAP, *(point.hold.cap for point in points if point.hold)])
