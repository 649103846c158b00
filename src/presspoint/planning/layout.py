"""The steps laid out as phases with seconds: get there, find, press, hold, let go."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from presspoint.catalogue.places import Point, Side
from presspoint.catalogue.routines import Press, Way, between, pose, position, rhythm, tool
from presspoint.catalogue.tables import Catalogue
from presspoint.planning import course
from presspoint.planning.course import NORMAL, Phase, Turn
from presspoint.planning.moves import instruction_phase, speech_phase, way_in, way_out
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.steps import PlannedStep
from presspoint.words import as_sentence, side_words

OTHER_SIDE = {"left": "right", "right": "left"}


class Visit(NamedTuple):
    """A press of a step on one of its sides; `number` tells the presses of the step apart."""

    number: int
    press: Press
    places: tuple[Point, ...]
    side: Side


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
    movement = _movement(catalogue, step, way)
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
        yield speech_phase(PhaseKind(pause.kind), pause.say, pause.seconds, pace=pace)
        return
    if before.side != visit.side and (turn.setting.rolls_over or is_same_press):
        yield _change_side(catalogue, turn, pace)
    if not is_same_press:
        yield instruction_phase(turn, pace)
    elif visit not in earlier:
        yield speech_phase(PhaseKind.FIND, f"Same place, {visit.places[0].place}.", pace=pace)


def _change_side(catalogue: Catalogue, turn: Turn, pace: str) -> Phase:
    """The move to the other side: rolling over, changing legs, or only the other hand."""
    words, seconds = as_sentence(turn.where), turn.setting.change_side
    if turn.setting.rolls_over:
        words = turn.approach
    elif turn.pose:
        change = pose(catalogue, turn.pose)
        words, seconds = _with_side(change.change, turn.side), change.seconds
    move = speech_phase(PhaseKind.MOVE, words, seconds, pace=pace)
    return move._replace(gets_into_position=turn.setting.rolls_over or turn.pose != "")


def _movement(catalogue: Catalogue, step: PlannedStep, way: Way) -> Turn:
    """The turn of a step's movement; without one, what the turns of its holds are made from."""
    setting = position(catalogue, way.position)
    tools = (tool(catalogue, name) for name in way.tools)
    approach = " ".join(filter(None, (setting.say, way.setup)))
    return Turn(
        step=step.number,
        step_title=step.title,
        position=way.position,
        setting=setting,
        approach=approach,
        seconds=way.exercise,
        find=way.text,
        gear=tuple(each.take for each in tools if each.take),
        strains=way.strains or (),
    )


def _hold_turn(catalogue: Catalogue, step: PlannedStep, movement: Turn, visit: Visit) -> Turn:
    _, press, places, side = visit
    first = places[0]
    finding = press.find or " ".join(each.find for each in places)
    lost = " ".join(each.lost for each in places if each.must_be_felt)
    cap = press.cap or min(each.hold.cap if each.hold else 0 for each in places)
    cap = min(cap, step.cap or cap)
    own_rhythm = first.rhythm if len(places) == 1 else "hold"
    approach = pose(catalogue, first.pose).say if first.pose else movement.approach
    return movement._replace(
        approach=_with_side(approach, side),
        title=_title(places),
        points=tuple(each.code for each in places if not each.is_zone),
        zones=tuple(each.code for each in places if each.is_zone),
        all_codes=tuple(filter(None, (name for each in places for name in (each.code, each.at)))),
        side=side,
        where=side_words(side, catalogue.region(first.region).limb),
        find=" ".join(filter(None, (finding, lost, press.press or first.press))),
        caution=" ".join(dict.fromkeys(each.spoken for each in places if each.spoken)),
        gentle=_gentle(catalogue, step, movement),
        lost="" if lost else " ".join(each.lost for each in places),
        pose=first.pose,
        seconds=min(press.seconds, cap),
        cap=cap,
        rhythm=rhythm(catalogue, press.rhythm or own_rhythm),
    )


def _gentle(catalogue: Catalogue, step: PlannedStep, movement: Turn) -> str:
    """How softly this person presses; where the body's weight presses, how to let less of it."""
    if not step.softness:
        return step.besides
    softness = movement.setting.gentle or step.softness
    return " ".join(filter(None, (catalogue.text("softer"), softness, step.besides)))


def _with_side(words: str, side: str | None) -> str:
    side = side or ""
    return words.replace("{side}", side).replace("{other}", OTHER_SIDE.get(side, side))


def _title(places: tuple[Point, ...]) -> str:
    """One place by code and name; several by their codes, which is enough to hear at once."""
    codes = (each.name if each.is_zone else each.code for each in places)
    return places[0].title if len(places) == 1 else " with ".join(codes)
