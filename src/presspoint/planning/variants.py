"""A routine done on one side, by a helper or with another warm-up; it is screened like any."""

from collections.abc import Iterator, Mapping
from itertools import chain

from presspoint.catalogue.places import OTHER_SIDE, SIDES, Side
from presspoint.catalogue.positions import position
from presspoint.catalogue.routines import (
    HELPER,
    SIDE,
    WARM_UP,
    Press,
    Routine,
    Step,
    Way,
    choice,
    warm_ups,
)
from presspoint.catalogue.tables import Catalogue


def variant(catalogue: Catalogue, routine: Routine, choices: Mapping[str, str]) -> Routine:
    """Return the routine as the choices ask for it; without steps where nothing of it is left."""
    if warm_up := warm_ups(catalogue).get(choices.get(WARM_UP, "")):
        routine = _begin_with(catalogue, routine, warm_up)
    if choices.get(HELPER) == "yes":
        steps, summary = tuple(_helped_steps(catalogue, routine)), catalogue.text("helped")
        routine = routine._replace(steps=steps, summary=summary)
    side = next((each for each in SIDES["each"] if each == choices.get(SIDE)), None)
    return _on_side(catalogue, routine, side) if side else routine


def _begin_with(catalogue: Catalogue, routine: Routine, warm_up: Way) -> Routine:
    """The routine that begins with a warm-up, if it begins with one; where it is out, its own."""
    first, *others = routine.steps
    positions = {each.position for each in warm_ups(catalogue).values()}
    if not first.ways[0].exercise or first.ways[0].position not in positions:
        return routine
    when = {name: value for name, value in warm_up.when.items() if name in routine.choices}
    ways = (warm_up._replace(when=when), *first.ways)
    title = choice(catalogue, WARM_UP).short
    return routine._replace(steps=(Step(title, ways), *others))


def _on_side(catalogue: Catalogue, routine: Routine, side: Side) -> Routine:
    """The routine with the presses of one side, and those of both at once and the midline."""
    sided = (
        step._replace(ways=tuple(_way_on(catalogue, way, side) for way in step.ways))
        for step in routine.steps
    )
    return routine._replace(steps=tuple(map(_without_empty_ways, sided)))


def _way_on(catalogue: Catalogue, way: Way, side: Side) -> Way:
    """The way with its presses of one side; nobody lies on one ball only."""
    if position(catalogue, way.position).under_both_sides:
        return way
    presses = (_press_on(catalogue, each, side) for each in way.presses)
    return way._replace(presses=tuple(filter(None, presses)))


def _press_on(catalogue: Catalogue, press: Press, side: Side) -> Press | None:
    """The press on one side; None where it is of the other one, itself where it has no side."""
    if press.side:
        return None if press.side == OTHER_SIDE[side] else press
    first = catalogue.point(press.points[0])
    if first.sides != "each":
        return press
    if not press.opposite:
        return press._replace(side=side)
    find = f"{press.opposite} {press.find or first.find}"
    return press._replace(side=OTHER_SIDE[side], find=find)


def _without_empty_ways(step: Step) -> Step:
    """The step without the ways of which nothing is left, unless that is all of them."""
    ways = tuple(way for way in step.ways if way.presses or way.exercise)
    return step._replace(ways=ways or step.ways[:1])


def _helped_steps(catalogue: Catalogue, routine: Routine) -> Iterator[Step]:
    """The steps of which a helper may press something; they move nobody."""
    for step in routine.steps:
        ways = tuple(chain.from_iterable(_helped_ways(catalogue, way) for way in step.ways))
        if ways:
            first = catalogue.point(ways[0].presses[0].points[0])
            yield Step(f"{first.short[:1].upper()}{first.short[1:]}", ways)


def _helped_ways(catalogue: Catalogue, way: Way) -> Iterator[Way]:
    """The way with what of it a helper may press, in the position for that."""
    for name in catalogue.ids("positions"):
        if position(catalogue, name).helper:
            presses = tuple(filter(None, (_by_helper(catalogue, p, name) for p in way.presses)))
            if presses:
                yield Way(name, presses, when=way.when, helped=True)


def _by_helper(catalogue: Catalogue, press: Press, name: str) -> Press | None:
    """The press of the places that are marked for a helper, in the words for a helper."""
    places = (catalogue.point(code) for code in press.points)
    codes = tuple(
        each.code for each in places if any(name in manner.positions for manner in each.manners)
    )
    if not codes:
        return None
    return Press(codes, press.seconds, press.rounds, option=press.option, side=press.side)
