"""The steps laid out as phases with seconds: get there, find, press, hold, let go."""

from collections.abc import Iterator
from itertools import chain

from presspoint import phrases
from presspoint.catalogue.positions import between, pose
from presspoint.catalogue.routines import Way
from presspoint.catalogue.tables import Catalogue
from presspoint.planning import course
from presspoint.planning.course import NORMAL, Phase, Turn
from presspoint.planning.moves import (
    instruction_phase,
    open_step,
    speech_phase,
    way_in,
    way_out,
)
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.steps import PlannedStep
from presspoint.planning.turns import Visit, hold_turn, movement_turn, visits
from presspoint.words import as_sentence, with_side


def lay_out(
    catalogue: Catalogue, steps: list[PlannedStep], pace: str = NORMAL
) -> tuple[tuple[Turn, ...], tuple[Phase, ...]]:
    """Return every turn of the steps, and the phases that lead to and through them.

    A caution and the code of a place are said once a session, how softly to press once a position.
    """
    turns: list[Turn] = []
    phases: list[Phase] = []
    codes_before: set[str] = set()  # of what was pressed
    positions_before: set[str] = set()  # in which anything was
    last_step = max((each.number for each in steps if each.way), default=0)
    for made, lead in chain.from_iterable(
        _turns(catalogue, each, each.way, pace) for each in steps if each.way
    ):
        before = turns[-1] if turns else None
        if before:
            phases += [each._replace(turn=len(turns) - 1) for each in way_out(before, made, pace)]
        is_known = codes_before.issuperset(made.all_codes)
        turn = made._replace(last_step=last_step, code="" if is_known else made.code)
        spoken_turn = turn._replace(
            caution="" if is_known else turn.caution,
            gentle="" if turn.position in positions_before else turn.gentle,
        )
        find = (instruction_phase(spoken_turn, pace) if p.is_instruction else p for p in lead)
        action = _action(turn, stop_rule=not codes_before)
        new = (*_way_there(turn, before, pace), *find, *action)
        phases += [phase._replace(turn=len(turns)) for phase in new]
        codes_before.update(turn.all_codes)
        positions_before |= {turn.position} if turn.is_hold else set()
        turns.append(turn)
    if turns:
        phases += [each._replace(turn=len(turns) - 1) for each in way_out(turns[-1], None, pace)]
    return tuple(turns), tuple(_say_steps(turns, phases, pace)) if turns else ()


def _way_there(turn: Turn, before: Turn | None, pace: str) -> tuple[Phase, ...]:
    """The move into a turn's position, where the turn before it was done in another."""
    is_there = before is not None and (before.step, before.pose) == (turn.step, turn.pose)
    return () if is_there else way_in(turn, before, pace)


def _say_steps(turns: list[Turn], phases: list[Phase], pace: str) -> list[Phase]:
    """The phases, of which the first that leads to a step says so, and is long enough for that."""
    firsts: dict[int, int] = {}
    for number, phase in enumerate(phases):
        if not phase.leaves_position:
            firsts.setdefault(turns[phase.turn].step, number)
    spoken: list[Phase] = []
    to_go = 0.0
    for number, phase in reversed(list(enumerate(phases))):
        turn, to_go = turns[phase.turn], to_go + phase.seconds
        if number == firsts.get(turn.step):
            spoken.append(open_step(phase, turn, to_go, pace))
            to_go += spoken[-1].seconds - phase.seconds
        else:
            spoken.append(phase)
    return spoken[::-1]


def _action(turn: Turn, *, stop_rule: bool) -> tuple[Phase, ...]:
    """The movement of a turn and its end, or its hold with the phases that press in and let go."""
    if not turn.is_hold:
        halfway = course.halfway_of(turn.seconds)
        movement = Phase(PhaseKind.EXERCISE, 0, turn.seconds, halfway=halfway)
        return (movement, Phase(PhaseKind.RELEASE, 0, course.ENOUGH_SECONDS))
    return (
        Phase(PhaseKind.PRESS, 0, course.PRESS_SECONDS),
        course.hold(0, turn.seconds, stop_rule=stop_rule),
        Phase(PhaseKind.RELEASE, 0, course.RELEASE_SECONDS),
    )


def _turns(
    catalogue: Catalogue, step: PlannedStep, way: Way, pace: str
) -> Iterator[tuple[Turn, tuple[Phase, ...]]]:
    """Each turn of a step, and what leads to it within its position: a rest, a new side, a find."""
    movement = movement_turn(catalogue, step, way)
    if way.exercise:
        yield movement, (instruction_phase(movement, pace),)
    earlier: list[Visit] = []
    for visit in visits(catalogue, way, step.presses):
        turn = hold_turn(catalogue, step, movement, visit)
        yield turn, tuple(_lead(catalogue, turn, visit, earlier, pace))
        earlier.append(visit)


def _lead(
    catalogue: Catalogue, turn: Turn, visit: Visit, earlier: list[Visit], pace: str
) -> Iterator[Phase]:
    """What leads from one visit of a step to the next: a rest, the other side, the place."""
    before = earlier[-1] if earlier else visit
    is_same_press = bool(earlier) and before.number == visit.number
    if earlier and visit.is_again(before):
        pause = between(catalogue, visit.press.between)
        words = f"{pause.say} {as_sentence(turn.round)}"
        yield speech_phase(PhaseKind(pause.kind), words, pause.seconds, pace=pace)
        return
    is_known = any(visit.is_again(each) for each in earlier)
    if before.side != visit.side and (turn.posture.rolls_over or is_same_press):
        yield _change_side(catalogue, turn, pace, is_known=is_known)
    if not is_same_press:
        yield instruction_phase(turn, pace)
    elif not is_known:
        yield speech_phase(PhaseKind.FIND, _same_place(visit), pace=pace)


def _same_place(visit: Visit) -> str:
    """The words that lead to a place again, on the other side."""
    place = visit.places[0]
    same = with_side(visit.press.same or place.same, visit.side)
    return same or phrases.SAME_PLACE.format(place=place.place)


def _change_side(catalogue: Catalogue, turn: Turn, pace: str, *, is_known: bool) -> Phase:
    """The move to the other side: rolling over, changing legs, or only the other hand."""
    name, seconds = as_sentence(turn.name), turn.posture.change_side
    if is_known:
        where = f"{turn.where[:1].upper()}{turn.where[1:]}"
        name = phrases.AGAIN_THERE.format(where=where, round=turn.round)
    change = ""
    if turn.posture.rolls_over:
        change = turn.approach
    elif turn.pose:
        way = pose(catalogue, turn.pose)
        change, seconds = with_side(way.change, turn.side), way.seconds
    move = speech_phase(PhaseKind.MOVE, f"{name} {change}".rstrip(), seconds, pace=pace)
    return move._replace(gets_into_position=turn.posture.rolls_over or turn.pose != "")
