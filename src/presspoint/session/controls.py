"""What keys and signals do to a session: pause, next, back, longer, shorter.

Each takes a session that was advanced to `now`, and returns the session after it with the events
that tell what it did. None of them ever lets a place be pressed past its cap, or after it hurt.
"""

from __future__ import annotations

from collections.abc import Callable

from presspoint.planning.course import PRESS_SECONDS, RELEASE_SECONDS, Phase, hold
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session import remaining
from presspoint.session.events import Event, EventKind
from presspoint.session.messages import Action
from presspoint.session.moments import Silence
from presspoint.session.pain_stop import ANSWERS, answer_question, stop_for_pain
from presspoint.session.state import Change, Session, event_here, hold_in_progress, stop_clock

STEP_SECONDS = 10
LONGEST_MOVE = 600
PRESSING = frozenset({PhaseKind.PRESS, PhaseKind.HOLD})
UNDER_WAY = PRESSING | {PhaseKind.RELEASE, PhaseKind.EXERCISE}
ADJUSTABLE = frozenset(
    {PhaseKind.MOVE, PhaseKind.FIND, PhaseKind.REST, PhaseKind.EXERCISE, PhaseKind.HOLD}
)


def apply(session: Session, action: Action, now: float) -> Change:
    """Return the session after an action of ACTIONS. Raises KeyError for any other.

    While it waits to be told how a place hurts, any but an answer, next and the ends asks again.
    """
    asks = session.hurting is not None and action not in ENDS
    session, events = (
        answer_question(session, action, now) if asks else ACTIONS[action](session, now)
    )
    heard = session._replace(quiet=Silence(now)) if session.paused else session
    return heard, events


def toggle(session: Session, now: float) -> Change:
    """Pause, or go on."""
    return resume(session, now) if session.paused else pause(session, now)


def pause(session: Session, now: float) -> Change:
    """Stop the clock where it is; where it stands for a question, that is asked again."""
    if session.hurting is not None:
        return answer_question(session, Action.PAUSE, now)
    kind = EventKind.READY if session.waiting else EventKind.PAUSED
    at = now if session.paused_at is None else session.paused_at
    session = stop_clock(session, at, now)
    return session, (event_here(kind, session, now),)


def resume(session: Session, now: float) -> Change:
    """Go on; in a hold the person leans in anew before the clock runs. No way past a question."""
    if session.hurting is not None:
        return answer_question(session, Action.RESUME, now)
    at = session.paused_at
    if at is None or session.leaning_in:
        return session, (event_here(EventKind.PLAYING, session, now),)
    phase, into = session.here(now)
    if phase.kind is PhaseKind.HOLD:
        session = session._replace(resumes_at=now + PRESS_SECONDS, quiet=None)
        return session, (event_here(EventKind.RESUMED, session, now),)
    began = session.began + (into if phase.kind is PhaseKind.PRESS else 0) + now - at
    going = session._replace(began=began, paused_at=None, quiet=None)
    if session.waiting:
        return going._replace(let=session.told[0]), ()
    return going, (event_here(EventKind.RESUMED, going, now),)


def gap(session: Session, since: float, now: float) -> Change:
    """Pause at `since`, the last moment that was watched; what passed since does not count."""
    if session.paused:
        return session, ()
    at = since if session.paused_at is None else session.paused_at
    session = stop_clock(session, at, now)
    return session, (event_here(EventKind.GAP, session, now),)


def repeat_lead(session: Session, now: float) -> Change:
    """Go on after a gap with nobody at the keys: find the place and lean in again first."""
    if session.hurting is not None:
        return answer_question(session, Action.RESUME, now)
    if session.waiting:
        return session, ()
    phase, into = session.here(now)
    left = phase.seconds - into
    phases: tuple[Phase, ...] = (phase._replace(seconds=left),)
    if phase.kind in PRESSING:
        rest = hold(phase.turn, left, stop_rule=phase.stop_rule)
        rests = (rest._replace(before=phase.before + into),) if phase.kind is PhaseKind.HOLD else ()
        lead = remaining.lead_in(session, phase.turn, session.turn(phase))
        phases = (*lead, Phase(PhaseKind.PRESS, phase.turn, PRESS_SECONDS), *rests)
    following = session.phases[session.place(now)[0] + 1 :]
    session = remaining.with_phases(
        remaining.add_up_pressed(session, now), (*phases, *following), now
    )
    return session, (event_here(EventKind.RESUMED, session, now),)


def next_(session: Session, now: float) -> Change:
    """Leave this hold or movement for the one after it, easing off first."""
    phase, _ = session.here(now)
    told = tuple(hold_in_progress(session, now))
    session = remaining.add_up_pressed(session, now)
    pressing = phase.kind in PRESSING and not session.waiting
    ease = (Phase(PhaseKind.RELEASE, phase.turn, RELEASE_SECONDS),) if pressing else ()
    following = remaining.phases_after(
        session, phase.turn, anew=remaining.position_reached(session, phase) is None
    )
    session = remaining.with_phases(session, (*ease, *following), now)
    return session, (*told, Event(EventKind.NEXT, phase, session.turn(phase)))


def back(session: Session, now: float) -> Change:
    """Do this hold again, or the one before it while still finding the place."""
    phase, _ = session.here(now)
    target = _target(session, phase)
    if target is None:
        return again(session, now)
    told = tuple(hold_in_progress(session, now))
    left = remaining.add_up_pressed(session, now)
    turn = session.course.turns[target]
    if turn.is_hold and remaining.seconds_allowed(left, target) < remaining.LEAST_HOLD:
        return session, (Event(EventKind.FULL, phase, turn),)
    lead = remaining.lead_in(left, target, remaining.position_reached(session, phase))
    phases = (*lead, *remaining.action_phases(left, target), *remaining.phases_after(left, target))
    return remaining.with_phases(left, phases, now), (*told, Event(EventKind.BACK, phase, turn))


def longer(session: Session, now: float) -> Change:
    """Give ten seconds more, to a hold within its cap."""
    return _adjust(session, now, STEP_SECONDS)


def shorter(session: Session, now: float) -> Change:
    """Take ten seconds off what is left."""
    return _adjust(session, now, -STEP_SECONDS)


def again(session: Session, now: float) -> Change:
    """Say the present instruction again; nothing changes."""
    return session, (event_here(EventKind.AGAIN, session, now),)


def stop(session: Session, now: float) -> Change:
    """End here; a hold in progress counts as long as it was held."""
    return session, (*hold_in_progress(session, now), event_here(EventKind.STOPPED, session, now))


def faint(session: Session, now: float) -> Change:
    """End here as `stop` does, and say what to do when feeling faint."""
    told = event_here(EventKind.FAINT, session, now)._replace(
        text=session.course.pain_answers.faint
    )
    return session, (*hold_in_progress(session, now), told)


ENDS: dict[Action, Callable[[Session, float], Change]] = {Action.STOP: stop, Action.FAINT: faint}
ACTIONS: dict[Action, Callable[[Session, float], Change]] = {
    Action.TOGGLE: toggle,
    Action.PAUSE: pause,
    Action.RESUME: resume,
    Action.NEXT: next_,
    Action.BACK: back,
    Action.LONGER: longer,
    Action.SHORTER: shorter,
    Action.AGAIN: again,
    Action.HURTS: stop_for_pain,
    **dict.fromkeys(ANSWERS, toggle),
    **ENDS,
}


def _target(session: Session, phase: Phase) -> int | None:
    """The turn that `back` leads to from a phase, never one that is out; None without any."""
    if phase.kind in UNDER_WAY and not session.waiting:
        return phase.turn
    nearest = (*range(phase.turn - 1, -1, -1), phase.turn)
    return next((number for number in nearest if not remaining.is_out(session, number)), None)


def _adjust(session: Session, now: float, change: int) -> Change:
    phase, into = session.here(now)
    turn = session.turn(phase)
    if phase.kind not in ADJUSTABLE or session.finished(now):
        return session, (Event(EventKind.FIXED, phase, turn),)
    longest = (
        remaining.seconds_allowed(session, phase.turn)
        if phase.kind is PhaseKind.HOLD
        else LONGEST_MOVE
    )
    seconds = max(into, min(phase.seconds + change, max(longest, phase.seconds)))
    if seconds == phase.seconds:
        return session, (Event(EventKind.FULL, phase, turn),)
    index = session.place(now)[0]
    halfway = hold(phase.turn, seconds).halfway if phase.kind is PhaseKind.HOLD else 0.0
    told = 0 < phase.halfway <= into
    changed = phase._replace(seconds=seconds, halfway=0.0 if told or halfway <= into else halfway)
    phases = (*session.phases[:index], changed, *session.phases[index + 1 :])
    kind = EventKind.LONGER if change > 0 else EventKind.SHORTER
    return session._replace(phases=phases), (Event(kind, changed, turn, seconds - into),)
