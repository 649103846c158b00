"""Every way to press a coached place, and every movement, as a step of its own."""

from collections.abc import Iterator

from presspoint.catalogue.places import Point
from presspoint.catalogue.positions import tool
from presspoint.catalogue.routines import Press, Step, Way, routines
from presspoint.catalogue.tables import Catalogue
from presspoint.words import as_heading


def uses(catalogue: Catalogue) -> Iterator[Step]:
    """Yield a step of one way for each use of each place that presspoint guides to.

    As the routines press it comes first, with their words; a trial's own dose is no use here. A
    person's own places are for the routines that they write.
    """
    known: set[tuple[tuple[str, ...], str, bool]] = set()
    for each in (*_of_routines(catalogue), *_of_places(catalogue)):
        way = each.ways[0]
        use = (way.presses[0].points, way.position, bool(gear(catalogue, way.tools)))
        if use not in known:
            known.add(use)
            yield each


def movements(catalogue: Catalogue) -> Iterator[tuple[Step, tuple[str, ...]]]:
    """Yield each movement of the routines as a step of one way, with what its routine is for."""
    for routine in routines(catalogue):
        for step in routine.steps:
            for way in step.ways:
                if way.exercise and not (routine.file or way.when):
                    yield Step(step.title, (way,)), routine.helps


def gear(catalogue: Catalogue, tools: tuple[str, ...]) -> frozenset[str]:
    """Return the tools that have to be there: all but hands."""
    return frozenset(name for name in tools if tool(catalogue, name).gear)


def places_of(catalogue: Catalogue, press: Press) -> tuple[Point, ...]:
    """Return the places of a press."""
    return tuple(catalogue.point(code) for code in press.points)


def _of_routines(catalogue: Catalogue) -> Iterator[Step]:
    """What the routines press, each press as a step, with the words that they have for it."""
    shipped = (each for each in routines(catalogue) if not each.file)
    ways = (way for each in shipped for step in each.steps for way in step.ways)
    for way in ways:
        for press in way.presses:
            places = places_of(catalogue, press)
            if not (press.cap or press.rhythm) and all(map(_is_ours, places)):
                yield _step(
                    places[0], way._replace(presses=(press._replace(option=False),), when={})
                )


def _of_places(catalogue: Catalogue) -> Iterator[Step]:
    """What the places allow: every position, with a bare hand, and with each tool to fetch.

    Places that are found with the same words there are pressed together.
    """
    together: dict[tuple[str, tuple[str, ...], str], list[Point]] = {}
    for place in (*catalogue.points(), *catalogue.zones()):
        for position in place.positions if _is_ours(place) and place.is_coached else ():
            there = place.in_position(position)
            for tools in _tools(catalogue, there, is_own_way=there != place):
                together.setdefault((position, tools, there.find), []).append(place)
    for (position, tools, _), places in together.items():
        codes = tuple(each.code for each in places)
        yield _step(places[0], Way(position, (Press(codes, 0),), tools=tools))


def _tools(catalogue: Catalogue, place: Point, *, is_own_way: bool) -> list[tuple[str, ...]]:
    """What a place is pressed with: a hand, which is not named where it is usual; each tool."""
    fetched: list[tuple[str, ...]]
    fetched = [(name,) for name in place.tools if gear(catalogue, (name,))]
    if place.reach == "self":
        return [(), *fetched]
    return fetched or ([place.tools[:1]] if is_own_way else [])


def _step(place: Point, way: Way) -> Step:
    return Step(as_heading(place.short or place.name), (way,))


def _is_ours(place: Point) -> bool:
    return place.hold is not None and not place.file
