"""What a session still has to play, and what leads there: never a place that is out or full."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from presspoint.planning.course import Phase, Turn, hold
from presspoint.planning.moves import instruction_phase, open_step, way_in, way_out
from presspoint.planning.phase_kind import LEADS, PhaseKind
from presspoint.session.modes import Running
from presspoint.session.moments import Moment
from presspoint.session.state import Session

LEAST_HOLD = 5


def with_phases(session: Session, phases: tuple[Phase, ...], now: float) -> Session:
    """Return the session with these phases to play from now on; without any it is over."""
    over = (session.phases[-1]._replace(seconds=0.0),)
    if not any(session.pressed_seconds.values()):
        phases = _with_stop_rule(phases)
    return session._replace(
        phases=phases or over,
        mode=Running(now),
        announced_until=Moment(0) if phases else Moment(1, has_begun=True),
        begun_by_key=0,
    )


def _with_stop_rule(phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
    """The phases with the whole stop rule in their first hold, for nothing was pressed before."""
    holds = (number for number, phase in enumerate(phases) if phase.kind is PhaseKind.HOLD)
    first = next(holds, None)
    return tuple(
        phase._replace(stop_rule=True) if number == first else phase
        for number, phase in enumerate(phases)
    )


def add_up_pressed(session: Session, now: float) -> Session:
    """Return the session with the pressed seconds of the phases gone by added up, by turn."""
    pressed = dict(session.pressed_seconds)
    last, into = session.progress(now)
    for number, phase in enumerate(session.phases[: last + 1]):
        if phase.kind is PhaseKind.HOLD:
            seconds = into if number == last else phase.seconds
            pressed[phase.turn] = pressed.get(phase.turn, 0.0) + seconds
    return session._replace(pressed_seconds=pressed)


def seconds_allowed(session: Session, number: int) -> float:
    """Return the seconds that this turn may still be pressed."""
    return session.course.turns[number].cap - session.pressed_seconds.get(number, 0.0)


def turn_in_position(session: Session, phase: Phase) -> Turn | None:
    """Return the turn whose position the person is in; None on the way in or out, or off it."""
    if phase.gets_into_position or phase.leaves_position or session.is_out(phase.turn):
        return None
    return session.turn(phase)


def lead_in(session: Session, number: int, before: Turn | None) -> tuple[Phase, ...]:
    """Return the way into position from that of `before`, or from anywhere, and the full words."""
    turn, pace = session.course.turns[number], session.course.pace
    out = way_out(before, turn, pace) if before else ()
    lead = (*way_in(turn, before, pace), instruction_phase(turn, pace))
    if before is None or before.step != turn.step:
        to_go = sum(each.seconds for each in session.course.phases if each.turn >= number)
        lead = (open_step(lead[0]._replace(turn=number), turn, to_go, pace), *lead[1:])
    return tuple(phase._replace(turn=number) for phase in (*out, *lead))


def own_phases(session: Session, number: int) -> tuple[Phase, ...]:
    """Return the movement, or press, hold and release, of a turn, within what its cap leaves."""
    turn = session.course.turns[number]
    seconds = min(turn.seconds, seconds_allowed(session, number))
    again = hold(number, seconds, stop_rule=_is_first_hold(session, number))
    return tuple(
        again if phase.kind is PhaseKind.HOLD else phase
        for phase in _phases_as_planned(session, number)
        if phase.kind not in LEADS
    )


def phases_after(
    session: Session, number: int, *, anew: bool = False, current: Turn | None = None
) -> tuple[Phase, ...]:
    """Return the phases of the turns after a turn, without those that are full or out.

    Each is led to as planned, or anew where the turn before it is left out; with `anew` the first
    one too, from the position of the `current` turn, or from none.
    """
    phases: list[Phase] = []
    before = None if anew else number
    for each in range(number + 1, len(session.course.turns)):
        turn = session.course.turns[each]
        if session.is_out(each) or (turn.is_hold and seconds_allowed(session, each) < LEAST_HOLD):
            continue
        if before is not None and each == before + 1:
            phases += lead_out(session, before, each)
            phases += _leads_as_planned(session, each)
        else:
            turn_before = current if before is None else session.course.turns[before]
            phases += lead_in(session, each, turn_before)
        phases += own_phases(session, each)
        before = each
    return (*phases, *(() if before is None else lead_out(session, before, None)))


def lead_out(session: Session, number: int, following: int | None) -> tuple[Phase, ...]:
    """Return the way out of a turn's position to that of another one, or to the end."""
    turns, pace = session.course.turns, session.course.pace
    after = None if following is None else turns[following]
    return tuple(each._replace(turn=number) for each in way_out(turns[number], after, pace))


def _leads_as_planned(session: Session, number: int) -> Iterator[Phase]:
    """What leads to a turn in the course."""
    for phase in _phases_as_planned(session, number):
        if phase.kind in LEADS and not phase.leaves_position:
            yield phase


def _phases_as_planned(session: Session, number: int) -> tuple[Phase, ...]:
    """The phases of a turn in the course, where they stand together and in the order of turns."""
    phases, turn = session.course.phases, attrgetter("turn")
    first, last = (bisect(phases, number, key=turn) for bisect in (bisect_left, bisect_right))
    return phases[first:last]


def _is_first_hold(session: Session, number: int) -> bool:
    """Whether a hold is the first since the session was begun that is not out."""
    turns = session.course.turns
    return not any(
        turns[each].is_hold and not session.is_out(each)
        for each in range(session.first_turn, number)
    )
