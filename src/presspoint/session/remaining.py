"""What a session still has to play, and what leads there: never a place that is out or full."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from presspoint.planning.course import LEADS, Phase, Turn, hold
from presspoint.planning.layout import way_in
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.timing import seconds_at_pace, speaking_seconds
from presspoint.session.state import NOT_YET, Session

LEAST_HOLD = 5


def with_phases(session: Session, phases: tuple[Phase, ...], now: float) -> Session:
    """Return the session with these phases to play from now on; without any it is over."""
    over = (session.phases[-1]._replace(seconds=0.0),)
    return session._replace(
        phases=phases or over,
        began=now,
        paused_at=None,
        resumes_at=None,
        told=(0, NOT_YET) if phases else (1, 0.0),
        let=-1,
        quiet=None,
        kept_at=None,
    )


def add_up_pressed(session: Session, now: float) -> Session:
    """Return the session with the pressed seconds of the phases gone by added up, by turn."""
    pressed = dict(session.pressed)
    index, into = session.place(now)
    for number, phase in enumerate(session.phases[: index + 1]):
        if phase.kind is PhaseKind.HOLD:
            held = into if number == index else phase.seconds
            pressed[phase.turn] = pressed.get(phase.turn, 0.0) + held
    return session._replace(pressed=pressed)


def seconds_allowed(session: Session, number: int) -> float:
    """Return the seconds that this turn may still be pressed."""
    return session.course.turns[number].cap - session.pressed.get(number, 0.0)


def places(turn: Turn) -> frozenset[str]:
    """Return what two turns share that press the same place, or are the same movement."""
    return frozenset(turn.all_codes or (turn.step_title,))


def is_out(session: Session, number: int) -> bool:
    """Whether this turn presses, or moves, what hurt in this session."""
    return not session.out.isdisjoint(places(session.course.turns[number]))


def position_reached(session: Session, phase: Phase) -> Turn | None:
    """Return the turn whose position the person is in; None on the way there, or come off."""
    turn = session.turn(phase)
    entering = any(words in phase.text for words in (turn.approach, *turn.gear))
    on_the_way = phase.kind is PhaseKind.MOVE and entering
    return None if on_the_way or is_out(session, phase.turn) else turn


def lead_in(session: Session, number: int, before: Turn | None) -> tuple[Phase, ...]:
    """Return the way into position from that of `before`, or from anywhere, and the full words."""
    turn, pace = session.course.turns[number], session.course.pace
    seconds = seconds_at_pace(speaking_seconds(turn.instruction), turn.instruction, pace)
    find = Phase(PhaseKind.FIND, number, seconds, turn.instruction)
    return *(each._replace(turn=number) for each in way_in(turn, before, pace)), find


def action_phases(session: Session, number: int) -> tuple[Phase, ...]:
    """Return the movement, or press, hold and release, of a turn, within what its cap leaves."""
    turn = session.course.turns[number]
    seconds = min(turn.seconds, seconds_allowed(session, number))
    return tuple(
        hold(number, seconds, stop_rule=_first(session, number))
        if phase.kind is PhaseKind.HOLD
        else phase
        for phase in _planned(session, number)
        if phase.kind not in LEADS
    )


def phases_after(session: Session, number: int, *, anew: bool = False) -> tuple[Phase, ...]:
    """Return the phases of the turns after a turn, without those that are full or out.

    Each is led to as planned, or anew where the turn before it is left out; with `anew` the first
    one too, from no position at all.
    """
    phases: list[Phase] = []
    before = None if anew else number
    for each in range(number + 1, len(session.course.turns)):
        turn = session.course.turns[each]
        if is_out(session, each) or (turn.is_hold and seconds_allowed(session, each) < LEAST_HOLD):
            continue
        if before is not None and each == before + 1:
            phases += (phase for phase in _planned(session, each) if phase.kind in LEADS)
        else:
            phases += lead_in(
                session, each, None if before is None else session.course.turns[before]
            )
        phases += action_phases(session, each)
        before = each
    return tuple(phases)


def _planned(session: Session, number: int) -> tuple[Phase, ...]:
    """The phases of a turn in the plan, where they stand together and in the order of turns."""
    phases, turn = session.course.phases, attrgetter("turn")
    first, last = (bisect(phases, number, key=turn) for bisect in (bisect_left, bisect_right))
    return phases[first:last]


def _first(session: Session, number: int) -> bool:
    """Whether a hold is this sitting's first one in its position that is not out: for the rule."""
    turns = session.course.turns
    return not any(
        turns[each].is_hold
        and turns[each].position == turns[number].position
        and not is_out(session, each)
        for each in range(session.first, number)
    )
