"""The steps laid out as phases with seconds: get there, find, press, hold, let go."""

from collections.abc import Iterator
from itertools import chain

from presspoint.catalogue.positions import between, pose
from presspoint.catalogue.routines import Way
from presspoint.catalogue.tables import Catalogue
from presspoint.planning import course
from presspoint.planning.course import NORMAL, Phase, Turn
from presspoint.planning.moves import instruction_phase, speech_phase, way_in, way_out
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.steps import PlannedStep
from presspoint.planning.turns import Visit, hold_turn, movement_turn, visits
from presspoint.words import as_sentence, with_side


def lay_out(
    catalogue: Catalogue, steps: list[PlannedStep], pace: str = NORMAL, opening: str = ""
) -> tuple[tuple[Turn, ...], tuple[Phase, ...]]:
    """Return every turn of the steps, and the phases that lead to and through them.

    The `opening` is said first. A caution is said once a place, and how softly to press once a
    position.
    """
    turns: list[Turn] = []
    phases = [speech_phase(PhaseKind.REST, opening, pace=pace)] if opening else []
    codes_before: set[str] = set()  # of what was pressed
    positions_before: set[str] = set()  # in which anything was
    for turn, lead in chain.from_iterable(
        _turns(catalogue, each, each.way, pace) for each in steps if each.way
    ):
        before = turns[-1] if turns else None
        if before:
            phases += [each._replace(turn=len(turns) - 1) for each in way_out(before, turn, pace)]
        is_there = before is not None and (before.step, before.pose) == (turn.step, turn.pose)
        enter = () if is_there else way_in(turn, before, pace)
        spoken_turn = turn._replace(
            caution="" if codes_before.issuperset(turn.all_codes) else turn.caution,
            gentle="" if turn.position in positions_before else turn.gentle,
        )
        find = (instruction_phase(spoken_turn, pace) if p.is_instruction else p for p in lead)
        action = _action(turn, stop_rule=not codes_before)
        phases += [phase._replace(turn=len(turns)) for phase in (*enter, *find, *action)]
        codes_before.update(turn.all_codes)
        positions_before |= {turn.position} if turn.is_hold else set()
        turns.append(turn)
    if turns:
        phases += [each._replace(turn=len(turns) - 1) for each in way_out(turns[-1], None, pace)]
    return tuple(turns), tuple(phases) if turns else ()


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
    if is_same_press and before.side == visit.side:
        pause = between(catalogue, visit.press.between)
        yield speech_phase(PhaseKind(pause.kind), pause.say, pause.seconds, pace=pace)
        return
    if before.side != visit.side and (turn.posture.rolls_over or is_same_press):
        yield _change_side(catalogue, turn, pace)
    if not is_same_press:
        yield instruction_phase(turn, pace)
    elif visit not in earlier:
        yield speech_phase(PhaseKind.FIND, _same_place(visit), pace=pace)


def _same_place(visit: Visit) -> str:
    """The words that lead to a place again, on the other side."""
    place = visit.places[0]
    return (
        with_side(visit.press.same or place.same, visit.side) or f"The same place: {place.place}."
    )


def _change_side(catalogue: Catalogue, turn: Turn, pace: str) -> Phase:
    """The move to the other side: rolling over, changing legs, or only the other hand."""
    words, seconds = as_sentence(turn.where), turn.posture.change_side
    if turn.posture.rolls_over:
        words = turn.approach
    elif turn.pose:
        change = pose(catalogue, turn.pose)
        words, seconds = with_side(change.change, turn.side), change.seconds
    move = speech_phase(PhaseKind.MOVE, words, seconds, pace=pace)
    return move._replace(gets_into_position=turn.posture.rolls_over or turn.pose != "")
