"""Which uses of places come into question for an occasion and a person, and why others do not."""

from collections.abc import Iterator
from typing import NamedTuple

from presspoint.catalogue.routines import Press, Routine, Step, Way, is_painless
from presspoint.catalogue.tables import Catalogue
from presspoint.making import reasons
from presspoint.making.occasion import NOT_NAMED, Occasion
from presspoint.making.uses import movements, places_of, uses
from presspoint.planning.steps import PlannedStep, choose_ways
from presspoint.safety.screening import Screening

# How much a second counts where the sources name the complaint first, second, third or later; of a
# place for general aches; of a movement. What the person has at hand counts one step more where it
# is used, and what they marked less than a step.
NAMED, GENERAL, MOVEMENT, AT_HAND = (5, 4, 3, 2), 1, 3, 1
STEP = 3
MARKED = {"more": 1, "same": 0, "less": -1, "never": -1}
GENERAL_PAIN = "general-pain"


class Candidate(NamedTuple):
    """A step that may be done, as planned for this person, and the `weight` of its seconds."""

    planned: PlannedStep
    way: Way
    weight: int
    is_general: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The places that it presses; none for a movement."""
        return tuple(dict.fromkeys(code for each in self.planned.presses for code in each.points))


class Sorted(NamedTuple):
    """The candidates, and by the codes of places why these are none."""

    candidates: tuple[Candidate, ...]
    reasons: dict[str, str]


def sort_out(catalogue: Catalogue, occasion: Occasion, person: Screening) -> Sorted:
    """Return which steps come into question, and why named places do not. Raises CatalogueError.

    `person` is the screening of a person, of no routine.
    """
    found: list[Candidate] = []
    out: dict[str, str] = dict(reasons.for_places_without_a_time(catalogue, occasion))
    for step in uses(catalogue):
        press = step.ways[0].presses[0]
        weight, is_general = _weight(catalogue, occasion, press)
        weight += STEP * AT_HAND * bool(weight and occasion.tools.intersection(step.ways[0].tools))
        if not weight:
            continue
        why = reasons.against(catalogue, occasion, step.ways[0])
        planned = None if why else _plan(catalogue, _on_side(catalogue, occasion, step), person)
        if planned and planned.way:
            found.append(Candidate(planned, planned.way, weight, is_general))
        elif not is_general:
            for code in press.points:
                out.setdefault(
                    code, why or reasons.of_person(catalogue, person, step.ways[0], code)
                )
    found += _movements(catalogue, occasion, person)
    pressed = {code for each in found for code in each.codes}
    return Sorted(tuple(found), {code: why for code, why in out.items() if code not in pressed})


def _weight(catalogue: Catalogue, occasion: Occasion, press: Press) -> tuple[int, bool]:
    """What a second of a press counts, 0 for none; and whether it is for general aches only."""
    places = places_of(catalogue, press)
    marked = min(MARKED[occasion.marks.get(each.code, "same")] for each in places)
    order = min(map(occasion.place_in_order, places))
    if order != NOT_NAMED:
        return STEP * (GENERAL + NAMED[min(order, len(NAMED) - 1)]) + marked, False
    complaint = occasion.complaint
    is_pain = complaint and not is_painless(catalogue, complaint)
    if is_pain and any(GENERAL_PAIN in each.helps for each in places):
        return STEP * GENERAL + marked, True
    return 0, False


def _on_side(catalogue: Catalogue, occasion: Occasion, step: Step) -> Step:
    """The step on the side of the occasion; what is pressed on both at once stays as it is."""
    way = step.ways[0]
    press = way.presses[0]
    if not occasion.side or places_of(catalogue, press)[0].sides != "each":
        return step
    return Step(step.title, (way._replace(presses=(press._replace(side=occasion.side),)),))


def _movements(catalogue: Catalogue, occasion: Occasion, person: Screening) -> Iterator[Candidate]:
    """The movements to warm up with, each once."""
    titles: set[str] = set()
    for step, helps in () if occasion.quiet else movements(catalogue):
        is_for = occasion.complaint in helps and step.title not in titles
        if is_for and not reasons.against(catalogue, occasion, step.ways[0]):
            planned = _plan(catalogue, step, person)
            if planned and planned.way:
                titles.add(step.title)
                yield Candidate(planned, planned.way, STEP * MOVEMENT)


def _plan(catalogue: Catalogue, step: Step, person: Screening) -> PlannedStep | None:
    """The step as it is planned in any routine, alone; None where safety leaves nothing of it."""
    rulings = tuple(person.limits.rule_on(catalogue, way) for way in step.ways)
    routine = Routine("", "", "", (), (), (step,))
    alone = person._replace(steps=(rulings,))
    planned = next(choose_ways(catalogue, routine, {}, alone))
    return planned if planned.way and not planned.instead else None
