"""The steps laid out as phases with seconds: get there, find, press, hold, ease off."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from presspoint.catalogue.places import Point, Side
from presspoint.catalogue.routines import Press, Way, between, position, rhythm, tool
from presspoint.catalogue.tables import Catalogue
from presspoint.planning import course
from presspoint.planning.course import NORMAL, Phase, Turn
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.steps import PlannedStep
from presspoint.words import as_sentence, join_words, side_words


class Visit(NamedTuple):
    """A press of a step on one of its sides; `number` tells the presses of the step apart."""

    number: int
    press: Press
    places: tuple[Point, ...]
    side: Side


def lay_out(
    catalogue: Catalogue, steps: list[PlannedStep], pace: str = NORMAL
) -> tuple[tuple[Turn, ...], tuple[Phase, ...]]:
    """Return every turn of the steps, and the phases that lead to and through them."""
    turns: list[Turn] = []
    phases: list[Phase] = []
    earlier: set[str] = set()  # positions: the stop rule comes with the first hold in each one
    for turn, lead in chain.from_iterable(
        _turns(catalogue, each, each.way, pace) for each in steps if each.way
    ):
        before = turns[-1] if turns else None
        is_same_step = before is not None and before.step == turn.step
        enter = () if is_same_step else way_in(turn, before, pace)
        action = _action(turn, stop_rule=turn.position not in earlier)
        phases += [phase._replace(turn=len(turns)) for phase in (*enter, *lead, *action)]
        earlier |= {turn.position} if turn.is_hold else set()
        turns.append(turn)
    return tuple(turns), tuple(phases)


def way_in(turn: Turn, before: Turn | None, pace: str) -> tuple[Phase, ...]:
    """Return the move into a turn's position from that of `before`, or from anywhere.

    Its words are what to put aside, what to fetch, how to lie or sit; nothing where none changes.
    """
    gear_before = before.gear if before else ()
    aside = join_words(tuple(each for each in gear_before if each not in turn.gear))
    fetch = join_words(tuple(each for each in turn.gear if each not in gear_before))
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
    return _speech(PhaseKind.FIND, turn.instruction, pace=pace)._replace(is_instruction=True)


def _action(turn: Turn, *, stop_rule: bool) -> tuple[Phase, ...]:
    """The movement of a turn, or its hold with the phases that press in and let go."""
    if not turn.is_hold:
        return (Phase(PhaseKind.EXERCISE, 0, turn.seconds),)
    return (
        Phase(PhaseKind.PRESS, 0, course.PRESS_SECONDS),
        course.hold(0, turn.seconds, stop_rule=stop_rule),
        Phase(PhaseKind.RELEASE, 0, course.RELEASE_SECONDS),
    )


def _turns(
    catalogue: Catalogue, step: PlannedStep, way: Way, pace: str
) -> Iterator[tuple[Turn, tuple[Phase, ...]]]:
    """Each turn of a step, and what leads to it within its position: a rest, a new side, a find."""
    movement = _movement(catalogue, step, way, pace)
    if way.exercise:
        yield movement, (instruction_phase(movement, pace),)
    earlier: list[Visit] = []
    for visit in _visits(catalogue, way, step.presses):
        turn = _hold_turn(catalogue, step, movement, visit)
        yield turn, tuple(_lead(catalogue, turn, visit, earlier, pace))
        earlier.append(visit)


def _visits(catalogue: Catalogue, way: Way, presses: tuple[Press, ...]) -> list[Visit]:
    """The presses in the order to do them in: each left, right, left, right.

    Where changing sides means rolling over, all of the left side comes before the right one.
    """
    visits: list[Visit] = []
    for number, press in enumerate(presses):
        places = tuple(catalogue.point(code) for code in press.points)
        sides = (press.side,) if press.side else places[0].hold_sides
        most = [each.hold.repeats if each.hold and not press.cap else 1 for each in places]
        rounds = min([press.rounds, *most])  # a trial's own dose, with its cap, is given once
        visits += [Visit(number, press, places, side) for _ in range(rounds) for side in sides]
    if not position(catalogue, way.position).rolls_over:
        return visits
    return sorted(visits, key=lambda visit: (visit.side == "right", visit.number))


def _lead(
    catalogue: Catalogue, turn: Turn, visit: Visit, earlier: list[Visit], pace: str
) -> Iterator[Phase]:
    """What leads from one visit of a step to the next: a rest, the other side, the place."""
    before = earlier[-1] if earlier else visit
    is_same_press = bool(earlier) and before.number == visit.number
    if is_same_press and before.side == visit.side:
        pause = between(catalogue, visit.press.between)
        yield _speech(PhaseKind(pause.kind), pause.say, pause.seconds, pace=pace)
        return
    setting = position(catalogue, turn.position)
    rolls = setting.rolls_over
    if before.side != visit.side and (rolls or is_same_press):
        words = turn.approach if rolls else as_sentence(turn.where)
        move = _speech(PhaseKind.MOVE, words, setting.change_side, pace=pace)
        yield move._replace(gets_into_position=rolls)
    if not is_same_press:
        yield instruction_phase(turn, pace)
    elif visit not in earlier:
        yield _speech(PhaseKind.FIND, f"Same place, {visit.places[0].place}.", pace=pace)


def _movement(catalogue: Catalogue, step: PlannedStep, way: Way, pace: str) -> Turn:
    """The turn of a step's movement; without one, what the turns of its holds are made from."""
    setting = position(catalogue, way.position)
    tools = (tool(catalogue, name) for name in way.tools)
    approach = " ".join(filter(None, (setting.say, way.setup)))
    return Turn(
        step=step.number,
        step_title=step.title,
        position=way.position,
        approach=approach,
        approach_seconds=_seconds(approach, setting.enter, pace),
        seconds=way.exercise,
        find=way.text,
        gear=tuple(each.take for each in tools if each.take),
        strains=way.strains or (),
    )


def _hold_turn(catalogue: Catalogue, step: PlannedStep, movement: Turn, visit: Visit) -> Turn:
    _, press, places, side = visit
    finding = press.find or " ".join(each.find for each in places)
    pressing = step.gentle or press.press or places[0].press
    cap = press.cap or min(each.hold.cap if each.hold else 0 for each in places)
    cap = min(cap, step.cap or cap)
    own_rhythm = places[0].rhythm if len(places) == 1 else "hold"
    beat = rhythm(catalogue, press.rhythm or own_rhythm)
    return movement._replace(
        approach=movement.approach.replace("{side}", side),
        title=_title(places),
        points=tuple(each.code for each in places if not each.is_zone),
        zones=tuple(each.code for each in places if each.is_zone),
        all_codes=tuple(filter(None, (name for each in places for name in (each.code, each.at)))),
        side=side,
        where=side_words(side, catalogue.region(places[0].region).limb),
        find=" ".join(filter(None, (finding, pressing, beat.say))),
        seconds=min(press.seconds, cap),
        cap=cap,
        rhythm=beat,
    )


def _title(places: tuple[Point, ...]) -> str:
    """One place by code and name; several by their codes, which is enough to hear at once."""
    codes = (each.name if each.is_zone else each.code for each in places)
    return places[0].title if len(places) == 1 else " with ".join(codes)


def _speech(kind: PhaseKind, text: str, least: int = 0, *, pace: str) -> Phase:
    """A phase that lasts as long as its words take, and `least` seconds, at a pace."""
    return Phase(kind, 0, _seconds(text, least, pace), text)


def _seconds(text: str, least: int, pace: str) -> int:
    return course.seconds_at_pace(max(least, course.speaking_seconds(text)), text, pace)
