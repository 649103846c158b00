"""The steps taken, laid out as phases with seconds: get there, find, press, hold, ease off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from presspoint.catalogue.places import Point
from presspoint.catalogue.routines import Press, Rhythm, Way, between, position, rhythm, tool
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.course import PRESS_SECONDS, RELEASE_SECONDS, Phase, Turn, hold
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.steps import PlannedStep
from presspoint.planning.timing import NORMAL, seconds_at_pace, speaking_seconds
from presspoint.safety.limits import PRESSED_ON
from presspoint.words import as_sentence, join_words, side_words


class Visit(NamedTuple):
    """A press of a step on one of its sides; `number` tells the presses of the step apart."""

    number: int
    press: Press
    places: tuple[Point, ...]
    side: str


def lay_out(
    catalogue: Catalogue, steps: list[PlannedStep], pace: str = NORMAL
) -> tuple[tuple[Turn, ...], tuple[Phase, ...]]:
    """Return every turn of the steps taken, and the phases that lead to and through them."""
    turns: list[Turn] = []
    phases: list[Phase] = []
    told: set[str] = set()
    for turn, lead in chain.from_iterable(
        _turns(catalogue, each, each.way, pace) for each in steps if each.way
    ):
        before = turns[-1] if turns else None
        same_step = before is not None and before.step == turn.step
        enter = () if same_step else way_in(turn, before, pace)
        action = _hold(turn, stop_rule=turn.position not in told)
        phases += [phase._replace(turn=len(turns)) for phase in (*enter, *lead, *action)]
        told |= {turn.position} if turn.is_hold else set()
        turns.append(turn)
    return tuple(turns), tuple(phases)


def way_in(turn: Turn, before: Turn | None, pace: str) -> tuple[Phase, ...]:
    """Return the move into a turn's position from that of `before`, or from anywhere.

    It tells what changes: what is put aside, what is fetched, how to lie or sit. None if nothing.
    """
    had = before.gear if before else ()
    aside = join_words(tuple(each for each in had if each not in turn.gear))
    fetch = join_words(tuple(each for each in turn.gear if each not in had))
    parts = (
        f"Put {aside} aside." if aside else "",
        f"Take {fetch}." if fetch else "",
        "" if before and before.approach == turn.approach else turn.approach,
    )
    words = " ".join(filter(None, parts))
    if not words:
        return ()
    least = turn.approach_seconds if any(parts[1:]) else 0
    seconds = max(least, _seconds(words, 0, pace))
    return (Phase(PhaseKind.MOVE, 0, seconds, words, gets_into_position=any(parts[1:])),)


def instruction_phase(turn: Turn, pace: str) -> Phase:
    """Return the phase that says the turn's instruction, and lasts as long as that takes."""
    find = _speech(PhaseKind.FIND, turn.instruction, pace=pace)
    return find._replace(is_instruction=True)


def _hold(turn: Turn, *, stop_rule: bool) -> tuple[Phase, ...]:
    if not turn.is_hold:
        return (Phase(PhaseKind.EXERCISE, 0, turn.seconds),)
    return (
        Phase(PhaseKind.PRESS, 0, PRESS_SECONDS),
        hold(0, turn.seconds, stop_rule=stop_rule),
        Phase(PhaseKind.RELEASE, 0, RELEASE_SECONDS),
    )


def _turns(
    catalogue: Catalogue, step: PlannedStep, way: Way, pace: str
) -> Iterator[tuple[Turn, tuple[Phase, ...]]]:
    """Each turn of a step, and what leads to it within its position: a rest, a new side, a find."""
    if way.exercise:
        turn = _make_turn(catalogue, step, way, pace, find=way.text, seconds=way.exercise)
        yield turn, (instruction_phase(turn, pace),)
    visited: list[Visit] = []
    for visit in _visits(catalogue, way, step.presses):
        turn = _turn(catalogue, step, way, visit, pace)
        yield turn, tuple(_lead(catalogue, turn, visit, visited, pace))
        visited.append(visit)


def _visits(catalogue: Catalogue, way: Way, presses: tuple[Press, ...]) -> list[Visit]:
    """The presses in the order they are done: each left, right, left, right.

    Where changing sides means rolling over, all of the left side comes before the right one.
    """
    visits: list[Visit] = []
    for number, press in enumerate(presses):
        places = tuple(catalogue.point(code) for code in press.points)
        sides = (press.side,) if press.side else PRESSED_ON[places[0].sides]
        rounds = min([press.rounds, *(_repeats(press, place) for place in places)])
        visits += [Visit(number, press, places, side) for _ in range(rounds) for side in sides]
    if not _rolls_over(catalogue, way.position):
        return visits
    return sorted(visits, key=lambda visit: (visit.side == "right", visit.number))


def _rolls_over(catalogue: Catalogue, name: str) -> bool:
    return position(catalogue, name).rolls_over


def _repeats(press: Press, place: Point) -> int:
    """The rounds that a place may have; a trial's own dose is given once."""
    return place.hold.repeats if place.hold and not press.cap else 1


def _lead(
    catalogue: Catalogue, turn: Turn, visit: Visit, visited: list[Visit], pace: str
) -> Iterator[Phase]:
    """What leads from one visit of a step to the next: a rest, the other side, the place."""
    before = visited[-1] if visited else visit
    same = bool(visited) and before.number == visit.number
    if same and before.side == visit.side:
        pause = between(catalogue, visit.press.between)
        yield _speech(PhaseKind(pause.kind), pause.say, pause.seconds, pace=pace)
        return
    rolls = _rolls_over(catalogue, turn.position)
    if before.side != visit.side and (rolls or same):
        words = turn.approach if rolls else as_sentence(turn.where)
        seconds = position(catalogue, turn.position).change_side
        move = _speech(PhaseKind.MOVE, words, seconds, pace=pace)
        yield move._replace(gets_into_position=rolls)
    if not same:
        yield instruction_phase(turn, pace)
    elif visit not in visited:
        yield _speech(PhaseKind.FIND, f"Same place, {visit.places[0].place}.", pace=pace)


def _turn(catalogue: Catalogue, step: PlannedStep, way: Way, visit: Visit, pace: str) -> Turn:
    _, press, places, side = visit
    finding = press.find or " ".join(each.find for each in places)
    pressing = step.gentle or press.press or places[0].press
    cap = press.cap or min(each.hold.cap if each.hold else 0 for each in places)
    cap = min(cap, step.cap or cap)
    pressed = _rhythm(catalogue, press, places)
    return _make_turn(
        catalogue,
        step,
        way,
        pace,
        title=_title(places),
        points=tuple(each.code for each in places if not each.is_zone),
        zones=tuple(each.code for each in places if each.is_zone),
        all_codes=tuple(filter(None, (name for each in places for name in (each.code, each.at)))),
        side=side,
        where=side_words(side, catalogue.region(places[0].region).limb),
        find=" ".join(filter(None, (finding, pressing, pressed.say))),
        seconds=min(press.seconds, cap),
        cap=cap,
        rhythm=pressed,
    )


def _rhythm(catalogue: Catalogue, press: Press, places: tuple[Point, ...]) -> Rhythm:
    """The rhythm asked for, or that of the place where there is one only."""
    return rhythm(catalogue, press.rhythm or (places[0].rhythm if len(places) == 1 else "hold"))


def _title(places: tuple[Point, ...]) -> str:
    """One place by code and name; several by their codes, which is enough to hear at once."""
    if len(places) == 1:
        return places[0].title
    return " with ".join(each.name if each.is_zone else each.code for each in places)


def _make_turn(catalogue: Catalogue, step: PlannedStep, way: Way, pace: str, **fields: Any) -> Turn:  # noqa: ANN401  # the other fields of Turn
    """A turn with how its position is got into: "Lie on your left side, knees bent."."""
    setting = position(catalogue, way.position)
    tools = (tool(catalogue, name) for name in way.tools)
    approach = " ".join(filter(None, (setting.say, way.setup))).replace(
        "{side}", str(fields.get("side"))
    )
    return Turn(
        step=step.number,
        step_title=step.title,
        position=way.position,
        approach=approach,
        approach_seconds=_seconds(approach, setting.enter, pace),
        gear=tuple(each.take for each in tools if each.take),
        **fields,
    )


def _speech(kind: PhaseKind, text: str, least: int = 0, *, pace: str) -> Phase:
    """A phase that lasts as long as its words take, and `least` seconds, at a pace."""
    return Phase(kind, 0, _seconds(text, least, pace), text)


def _seconds(text: str, least: int, pace: str) -> int:
    return seconds_at_pace(max(least, speaking_seconds(text)), text, pace)
