"""Which uses of places come into question for an occasion and a person, and why others do not."""

from collections.abc import Iterator

from presspoint.catalogue.routines import SIDE, Routine, Step, Way
from presspoint.catalogue.tables import Catalogue
from presspoint.making import reasons
from presspoint.making.occasion import Occasion
from presspoint.making.uses import gear, movements, places_of, uses
from presspoint.making.weights import AT_HAND, MOVEMENT, STEP, weight_of
from presspoint.named_tuple import NamedTuple
from presspoint.planning.steps import PlannedStep, choose_ways
from presspoint.planning.variants import variant
from presspoint.safety.screening import Screening


class Candidate(NamedTuple):
    """A step that may be done, as planned for this person, and the `weight` of its seconds."""

    planned: PlannedStep
    way: Way
    weight: int

    @property
    def codes(self) -> tuple[str, ...]:
        """The places that it presses; none for a movement."""
        return tuple(dict.fromkeys(code for each in self.planned.presses for code in each.points))


class Sorted(NamedTuple):
    """The candidates; and why a place that is named for this is out, by its code."""

    candidates: tuple[Candidate, ...]
    reasons: dict[str, str]


def sort_out(catalogue: Catalogue, occasion: Occasion, person: Screening) -> Sorted:
    """Return which steps come into question, and why named places do not. Raises CatalogueError.

    `person` is the screening of a person, of no routine.
    """
    never = dict(reasons.whatever_the_way(catalogue, occasion))
    out: dict[str, str] = {}
    found: list[Candidate] = []
    for use in uses(catalogue):
        step = _without(use, {*never})
        weight = _weight(catalogue, occasion, step) if step else 0
        if not (step and weight):
            continue
        way = step.ways[0]
        why = reasons.against(catalogue, occasion, way)
        if planned := None if why else _plan(catalogue, occasion, step, person):
            found.append(Candidate(planned, planned.way or way, weight))
            continue
        for code in way.presses[0].points:
            if code not in out or way.position in occasion.situation.positions:
                out[code] = why or reasons.of_person(catalogue, person, way, code)
    in_use = {code for each in found for code in each.codes}
    why_not = {
        code: why
        for code, why in out.items()
        if code not in in_use and occasion.names(catalogue.point(code))
    }
    return Sorted((*_movements(catalogue, occasion, person), *found), why_not | never)


def tools_for(catalogue: Catalogue, occasion: Occasion) -> tuple[str, ...]:
    """Return the tools that would be of use for an occasion beside bare hands, by their ids."""
    where = occasion.situation
    ways = (
        use.ways[0]
        for use in uses(catalogue)
        if use.ways[0].position in where.positions and _weight(catalogue, occasion, use)
    )
    useful = {name for way in ways for name in gear(catalogue, way.tools)}
    useful.difference_update(where.has, where.tools_out)
    return tuple(each for each in catalogue.ids("tools") if each in useful)


def _without(use: Step, codes: set[str]) -> Step | None:
    """The use without these places; None where nothing is left, or it is nothing but them."""
    way = use.ways[0]
    press = way.presses[0]
    left = tuple(each for each in press.points if each not in codes)
    if left == press.points:
        return use
    # Words for all of its places would lead to those that are out, as in any plan.
    fewer = press._replace(points=left, find="", press="", same="")
    return Step(use.title, (way._replace(presses=(fewer,)),)) if left else None


def _weight(catalogue: Catalogue, occasion: Occasion, step: Step) -> int:
    """What a second of a step counts: that of its places, and more with what is at hand."""
    way = step.ways[0]
    places = places_of(catalogue, way.presses[0])
    weight = sum(weight_of(catalogue, occasion, each) for each in places)
    is_at_hand = not occasion.tools.isdisjoint(way.tools)
    return weight and weight + STEP * AT_HAND * is_at_hand


def _movements(catalogue: Catalogue, occasion: Occasion, person: Screening) -> Iterator[Candidate]:
    """The movements to warm up with, each once."""
    titles: set[str] = set()
    for step, helps in () if occasion.quiet else movements(catalogue):
        is_for = occasion.complaint in helps and step.title not in titles
        if is_for and not reasons.against(catalogue, occasion, step.ways[0]):
            planned = _plan_alone(catalogue, step, person)
            if planned and planned.way:
                titles.add(step.title)
                yield Candidate(planned, planned.way, STEP * MOVEMENT)


def _plan(
    catalogue: Catalogue, occasion: Occasion, step: Step, person: Screening
) -> PlannedStep | None:
    """The step on the side of the occasion, as it is planned alone; None if nothing is left."""
    if occasion.side:
        routine = Routine("", "", "", (), (), (step,))
        step = variant(catalogue, routine, {SIDE: occasion.side}).steps[0]
    return _plan_alone(catalogue, step, person) if step.ways[0].presses else None


def _plan_alone(catalogue: Catalogue, step: Step, person: Screening) -> PlannedStep | None:
    """The step as it is planned in any routine, alone; None where safety leaves nothing of it."""
    rulings = tuple(person.limits.rule_on(catalogue, way) for way in step.ways)
    routine = Routine("", "", "", (), (), (step,))
    alone = person._replace(steps=(rulings,))
    planned = next(choose_ways(catalogue, routine, {}, alone))
    return planned if planned.way and not planned.instead else None
