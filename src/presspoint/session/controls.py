"""What actions do to a session: next, back, longer, shorter, again, and the ends.

Each takes a session that was advanced to `now`, and returns the session after it with the events
that say what it did. None of them ever lets a place be pressed past its cap, or after it hurt.
"""

from collections.abc import Callable
from functools import partial

from presspoint.planning.course import RELEASE_SECONDS, Phase, halfway_of
from presspoint.planning.phase_kind import COUNTED, PhaseKind
from presspoint.session import remaining
from presspoint.session.actions import Action
from presspoint.session.events import Event, EventKind
from presspoint.session.modes import AskingAboutPain, Paused, Silence, WaitingForKey
from presspoint.session.pain_stop import (
    ANSWERS,
    REMOTE_SECONDS,
    answer_question,
    nothing_left,
    stop_for_pain,
)
from presspoint.session.pausing import PRESSING, halt, pause, resume, toggle
from presspoint.session.record.endings import EndedBy
from presspoint.session.state import (
    Change,
    Session,
    current_event,
    hold_in_progress,
    restart_silence,
)

LONGEST_MOVE = 600
UNDER_WAY = PRESSING | {PhaseKind.RELEASE, PhaseKind.EXERCISE}
FIXED = frozenset({PhaseKind.PRESS, PhaseKind.RELEASE})
ENDS = frozenset({Action.STOP, Action.FAINT, Action.INTERRUPT})
ASK_NOTHING = ENDS | {Action.HALT}


def apply(session: Session, action: Action, now: float) -> Change:
    """Return the session after an action of CONTROLS. Raises KeyError for any other.

    While the question how a place hurts waits, any asks it again but an answer, next, halt and the
    ends.
    """
    if isinstance(session.mode, AskingAboutPain) and action not in ASK_NOTHING:
        session, events = answer_question(session, action, now)
    else:
        session, events = CONTROLS[action](session, now)
    return restart_silence(session, now), events


def next_(session: Session, now: float) -> Change:
    """Leave this hold or movement for the one after it, letting go first; a pause stays one."""
    phase, _ = session.current_phase(now)
    held = hold_in_progress(session, now, EndedBy.NEXT)
    pressing = phase.kind in PRESSING and not isinstance(session.mode, WaitingForKey | Paused)
    ease = (Phase(PhaseKind.RELEASE, phase.turn, RELEASE_SECONDS),) if pressing else ()
    session = remaining.add_up_pressed(session, now)
    anew = remaining.turn_in_position(session, phase) is None
    following = remaining.phases_after(session, phase.turn, anew=anew)
    text = nothing_left(following)
    event = Event(EventKind.NEXT, phase, session.turn(phase), text=text)
    return _move(session, (*ease, *following), now, (*held, event))


def back(session: Session, now: float) -> Change:
    """Do this hold again, or the one before it while still finding the place; a pause stays one."""
    phase, _ = session.current_phase(now)
    target = _turn_before(session, phase)
    if target is None:
        return again(session, now)
    turn = session.course.turns[target]
    after = remaining.add_up_pressed(session, now)
    if turn.is_hold and remaining.seconds_allowed(after, target) < remaining.LEAST_HOLD:
        return session, (Event(EventKind.FULL, phase, turn),)
    held = hold_in_progress(session, now, EndedBy.BACK)
    events = (*held, Event(EventKind.BACK, phase, turn))
    phases = (
        *remaining.lead_in(after, target, remaining.turn_in_position(session, phase)),
        *remaining.own_phases(after, target),
        *remaining.phases_after(after, target),
    )
    return _move(after, phases, now, events)


def _move(
    session: Session, phases: tuple[Phase, ...], now: float, events: tuple[Event, ...]
) -> Change:
    """Let these phases come next; in a pause they wait, and where it stands now is said."""
    moved = remaining.with_phases(session, phases, now)
    if not phases or not isinstance(session.mode, Paused):
        return moved, events
    moved = moved._replace(mode=Paused(0.0, Silence(now)))
    return moved, (*events, current_event(EventKind.PAUSED, moved, now))


def again(session: Session, now: float) -> Change:
    """Say the present instruction again; nothing changes."""
    return session, (current_event(EventKind.AGAIN, session, now),)


def tell_time(session: Session, now: float) -> Change:
    """Tell the time to go in this phase, and in all; nothing changes."""
    event = current_event(EventKind.TIME, session, now)
    return session, (event._replace(total_seconds=session.seconds_left(now)),)


def end(session: Session, now: float, *, by: EndedBy) -> Change:
    """End here, stopped or faint with what to do then; a hold in progress counts till now."""
    kind = EventKind.FAINT if by is EndedBy.FAINT else EventKind.STOPPED
    words = session.course.pain_answers.faint if by is EndedBy.FAINT else ""
    return session, (*hold_in_progress(session, now, by), current_event(kind, session, now, words))


def adjust(session: Session, now: float, *, seconds: int) -> Change:
    """Give some seconds more or less to a phase, from what has passed up to its cap."""
    phase, into = session.current_phase(now)
    turn = session.turn(phase)
    if phase.kind in FIXED or session.finished(now):
        return session, (Event(EventKind.FIXED, phase, turn),)
    is_hold = phase.kind is PhaseKind.HOLD
    longest = remaining.seconds_allowed(session, phase.turn) if is_hold else LONGEST_MOVE
    total = max(into, min(phase.seconds + seconds, max(longest, phase.seconds)))
    if total == phase.seconds:
        return session, (Event(EventKind.FULL, phase, turn),)
    halfway = halfway_of(total) if phase.kind in COUNTED else 0.0
    is_past = 0 < phase.halfway <= into or halfway <= into
    changed = phase._replace(seconds=total, halfway=0.0 if is_past else halfway)
    number = session.progress(now)[0]
    phases = (*session.phases[:number], changed, *session.phases[number + 1 :])
    kind = EventKind.LONGER if seconds > 0 else EventKind.SHORTER
    return session._replace(phases=phases), (Event(kind, changed, turn, total - into),)


CONTROLS: dict[Action, Callable[[Session, float], Change]] = {
    Action.TOGGLE: toggle,
    Action.PAUSE: pause,
    Action.HALT: halt,
    Action.RESUME: resume,
    Action.NEXT: next_,
    Action.BACK: back,
    Action.LONGER: partial(adjust, seconds=10),
    Action.SHORTER: partial(adjust, seconds=-10),
    Action.AGAIN: again,
    Action.TIME: tell_time,
    Action.HURTS: stop_for_pain,
    Action.HURTS_REMOTE: partial(stop_for_pain, seconds=REMOTE_SECONDS),
    Action.STOP: partial(end, by=EndedBy.Q),
    Action.FAINT: partial(end, by=EndedBy.FAINT),
    Action.INTERRUPT: partial(end, by=EndedBy.SIGNAL),
    **dict.fromkeys(ANSWERS, pause),
}


def _turn_before(session: Session, phase: Phase) -> int | None:
    """The turn that `back` leads to from a phase, never one that is out; None without any."""
    under_way = phase.kind in UNDER_WAY and not isinstance(session.mode, WaitingForKey)
    if under_way or (phase.leaves_position and not session.is_out(phase.turn)):
        return phase.turn
    nearest = (*range(phase.turn - 1, -1, -1), phase.turn)
    return next((number for number in nearest if not session.is_out(number)), None)
