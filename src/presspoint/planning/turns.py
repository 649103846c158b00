"""The turns of a step: where each is pressed, how, on which side, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from presspoint import phrases
from presspoint.catalogue.places import Point, Side, spoken_name
from presspoint.catalogue.positions import Tool, pose, position, tool
from presspoint.catalogue.routines import Press, Rhythm, Way, rhythm
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import Turn
from presspoint.planning.steps import PlannedStep
from presspoint.words import as_sentence, join_words, side_words, with_side


class Visit(NamedTuple):
    """A press of a step on one of its sides; `number` tells the presses of the step apart.

    It is the round of number `round` of so many `rounds` there.
    """

    number: int
    press: Press
    places: tuple[Point, ...]
    side: Side
    round: int
    rounds: int

    def is_again(self, other: Visit) -> bool:
        """Whether it is another round of the other one."""
        return (self.number, self.side) == (other.number, other.side)


def visits(catalogue: Catalogue, way: Way, presses: tuple[Press, ...]) -> list[Visit]:
    """Return the presses in the order to do them in: each left, right, left, right.

    Where changing sides means rolling over, all of the left side comes before the right one.
    """
    ordered: list[Visit] = []
    for number, press in enumerate(presses):
        places = tuple(catalogue.point(code).in_position(way.position) for code in press.points)
        sides = (press.side,) if press.side else places[0].hold_sides
        most = [each.hold.repeats if each.hold and not press.cap else 1 for each in places]
        rounds = min([press.rounds, *most])  # a trial's own dose, with its cap, is given once
        numbers = range(1, rounds + 1)
        ordered += [Visit(number, press, places, s, n, rounds) for n in numbers for s in sides]
    if not position(catalogue, way.position).rolls_over:
        return ordered
    return sorted(ordered, key=lambda visit: (visit.side == "right", visit.number))


def movement_turn(catalogue: Catalogue, step: PlannedStep, way: Way) -> Turn:
    """Return the turn of a step's movement, or what the turns of its holds are made from."""
    posture = position(catalogue, way.position)
    tools = (tool(catalogue, name) for name in way.tools)
    approach = " ".join(filter(None, (posture.say, way.setup)))
    return Turn(
        step=step.number,
        step_title=step.title,
        last_step=step.number,  # until all are laid out
        position=way.position,
        posture=posture,
        approach=approach,
        seconds=way.exercise,
        find=way.text,
        gear=tuple(each.take for each in tools if each.take),
        tools=way.tools,
        strains=way.strains or (),
    )


def hold_turn(catalogue: Catalogue, step: PlannedStep, movement: Turn, visit: Visit) -> Turn:
    """Return the turn of one visit, made from that of its step's movement."""
    press, places, side = visit.press, visit.places, visit.side
    first = places[0]
    limb = catalogue.region(first.region).limb
    finding = press.find or _join(each.find for each in places)
    unfelt = _join(each.lost for each in places if each.must_be_felt)
    cap = press.cap or min(each.hold.cap if each.hold else 0 for each in places)
    cap = min(cap, step.cap or cap)
    own_rhythm = first.rhythm if len(places) == 1 else "hold"
    pressed_in = rhythm(catalogue, press.rhythm or own_rhythm)
    approach = pose(catalogue, first.pose).say if first.pose else movement.approach
    return movement._replace(
        approach=with_side(approach, side),
        title=_title(places),
        called=spoken_name(places, side, limb),
        part=first.short or f"the {limb}",
        code=" with ".join(filter(None, map(_spoken_code, places))),
        begin=_begin(catalogue, movement, places, pressed_in),
        end=_end(catalogue, movement, first),
        touch=first.touch,
        number=visit.round,
        rounds=visit.rounds,
        points=tuple(each.code for each in places if not each.is_zone),
        zones=tuple(each.code for each in places if each.is_zone),
        all_codes=tuple(filter(None, (name for each in places for name in (each.code, each.at)))),
        side=side,
        where=side_words(side, limb),
        place=_place(places),
        find=with_side(" ".join(filter(None, (finding, unfelt, press.press or first.press))), side),
        caution=_join(each.spoken for each in places),
        gentle=_gentle(catalogue, step, movement),
        lost="" if unfelt else with_side(_join(each.lost for each in places), side),
        pose=first.pose,
        seconds=min(press.seconds, cap),
        cap=cap,
        rhythm=pressed_in,
    )


def _join(texts: Iterable[str]) -> str:
    """The texts that are not empty, each once: places pressed together may share their words."""
    return " ".join(dict.fromkeys(filter(None, texts)))


def _gentle(catalogue: Catalogue, step: PlannedStep, movement: Turn) -> str:
    """How softly this person presses; where the body's weight presses, how to let less of it."""
    if not step.softness:
        return step.besides
    softness = movement.posture.gentle or step.softness
    return " ".join(filter(None, (catalogue.text("softer"), softness, step.besides)))


def _title(places: tuple[Point, ...]) -> str:
    """One place by code and name; several by their codes."""
    codes = (each.name if each.is_zone else each.code for each in places)
    return places[0].title if len(places) == 1 else " with ".join(codes)


def _place(places: tuple[Point, ...]) -> str:
    """Where they are on the body; what several have in common is said once."""
    starts, _, ends = zip(*(each.place.rpartition(", ") for each in places), strict=True)
    if len(set(starts)) == 1 and starts[0]:
        return as_sentence(f"{starts[0]}, {join_words(ends)}")
    return " ".join(as_sentence(each.place) for each in places)


def _spoken_code(place: Point) -> str:
    """The WHO code as it is said; of a point beside the channels its name, of an own place none."""
    if place.is_zone or place.at:
        return ""
    return place.pinyin if "-" in place.code else place.code


def _begin(
    catalogue: Catalogue, movement: Turn, places: tuple[Point, ...], pressed_in: Rhythm
) -> str:
    """The words to begin pressing: of the place, its rhythm, its tool, or a hand."""
    by_tool = (each.begin for each in _tools(catalogue, movement, places[0]))
    return places[0].begin or pressed_in.begin or next(filter(None, by_tool), phrases.PRESS)


def _end(catalogue: Catalogue, movement: Turn, place: Point) -> str:
    """The words to let go: of its tool, or of a hand."""
    by_tool = (each.end for each in _tools(catalogue, movement, place))
    return next(filter(None, by_tool), phrases.LET_GO)


def _tools(catalogue: Catalogue, movement: Turn, place: Point) -> Iterator[Tool]:
    """The tools of a movement that this place is pressed with."""
    return (tool(catalogue, name) for name in movement.tools if name in place.tools)
