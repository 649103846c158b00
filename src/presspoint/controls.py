"""What keys and signals do to a session: pause, next, back, longer, shorter.

Each takes a session that was advanced to `now`, and returns the session after it with the events
that tell what it did. None of them ever lets a place be pressed past its cap, or after it hurt.
"""

from __future__ import annotations

from collections.abc import Callable

from presspoint import remaining
from presspoint.coming_off import ANSWERS, answered, hurts
from presspoint.phases import PRESS_SECONDS, RELEASE_SECONDS, Phase, hold
from presspoint.session import Applied, Event, Session, ended

STEP_SECONDS = 10
LONGEST_MOVE = 600
PRESSING = frozenset({"press", "hold"})
UNDER_WAY = PRESSING | {"release", "exercise"}
ADJUSTABLE = frozenset({"move", "find", "rest", "exercise", "hold"})


def apply(session: Session, action: str, now: float) -> Applied:
    """Return the session after an action of ACTIONS. Raises KeyError for any other.

    While it waits to be told how a place hurts, any but an answer, next and the ends asks again.
    """
    if session.hurting is not None and action not in ENDS:
        return answered(session, action, now)
    return ACTIONS[action](session, now)


def toggle(session: Session, now: float) -> Applied:
    """Pause, or go on."""
    return resume(session, now) if session.paused else pause(session, now)


def pause(session: Session, now: float) -> Applied:
    """Stop the clock where it is; where it stands for a question, that is asked again."""
    if session.hurting is not None:
        return answered(session, "pause", now)
    at = now if session.paused_at is None else session.paused_at
    session = session._replace(paused_at=at, resumes_at=None)
    return session, (_event("paused", session, now),)


def resume(session: Session, now: float) -> Applied:
    """Go on; in a hold the person leans in anew before the clock runs. No way past a question."""
    if session.hurting is not None:
        return answered(session, "resume", now)
    phase, into = session.here(now)
    lean_in = PRESS_SECONDS if phase.kind == "hold" else 0
    at = now if session.paused_at is None else session.paused_at
    began = session.began + (into if phase.kind == "press" else 0)
    if lean_in:
        session = session._replace(paused_at=at, resumes_at=now + lean_in)
    else:
        session = session._replace(began=began + now - at, paused_at=None)
    return session, (_event("resumed", session, now),)


def gap(session: Session, since: float, now: float) -> Applied:
    """Pause at `since`, the last moment that was watched; what passed since does not count."""
    session, _ = pause(session, since)
    return session, (_event("gap", session, now),)


def repeat_lead(session: Session, now: float) -> Applied:
    """Go on after a gap with nobody at the keys: find the place and lean in again first."""
    if session.hurting is not None:
        return answered(session, "resume", now)
    phase, into = session.here(now)
    left = phase.seconds - into
    phases: tuple[Phase, ...] = (phase._replace(seconds=left),)
    if phase.kind in PRESSING:
        rest = hold(phase.turn, left, stop_rule=phase.stop_rule)
        rests = (rest._replace(before=phase.before + into),) if phase.kind == "hold" else ()
        lead = remaining.lead_in(session, phase.turn, session.plan.turns[phase.turn].approach)
        phases = (*lead, Phase("press", phase.turn, PRESS_SECONDS), *rests)
    following = session.phases[session.place(now)[0] + 1 :]
    session = remaining.restarted(remaining.noted(session, now), (*phases, *following), now)
    return session, (_event("resumed", session, now),)


def next_(session: Session, now: float) -> Applied:
    """Leave this hold or movement for the one after it, easing off first."""
    phase, _ = session.here(now)
    told = tuple(ended(session, now))
    session = remaining.noted(session, now)
    ease = (Phase("release", phase.turn, RELEASE_SECONDS),) if phase.kind in PRESSING else ()
    following = remaining.later(session, phase.turn, anew=not remaining.reached(session, phase))
    session = remaining.restarted(session, (*ease, *following), now)
    return session, (*told, Event("next", phase, session.plan.turns[phase.turn]))


def back(session: Session, now: float) -> Applied:
    """Do this hold again, or the one before it while still finding the place."""
    phase, _ = session.here(now)
    target = _target(session, phase)
    if target is None:
        return again(session, now)
    told = tuple(ended(session, now))
    left = remaining.noted(session, now)
    turn = session.plan.turns[target]
    if turn.is_hold and remaining.room(left, target) < remaining.LEAST_HOLD:
        return session, (Event("full", phase, turn),)
    lead = remaining.lead_in(left, target, remaining.reached(session, phase))
    phases = (*lead, *remaining.action(left, target), *remaining.later(left, target))
    return remaining.restarted(left, phases, now), (*told, Event("back", phase, turn))


def longer(session: Session, now: float) -> Applied:
    """Give ten seconds more, to a hold within its cap."""
    return _adjust(session, now, STEP_SECONDS)


def shorter(session: Session, now: float) -> Applied:
    """Take ten seconds off what is left."""
    return _adjust(session, now, -STEP_SECONDS)


def again(session: Session, now: float) -> Applied:
    """Say the present instruction again; nothing changes."""
    return session, (_event("again", session, now),)


def stop(session: Session, now: float) -> Applied:
    """End here; a hold in progress counts as long as it was held."""
    return session, (*ended(session, now), _event("stopped", session, now))


def faint(session: Session, now: float) -> Applied:
    """End here as `stop` does, and say what to do when feeling faint."""
    told = _event("faint", session, now)._replace(text=session.plan.advice.faint)
    return session, (*ended(session, now), told)


ENDS: dict[str, Callable[[Session, float], Applied]] = {"stop": stop, "faint": faint}
ACTIONS: dict[str, Callable[[Session, float], Applied]] = {
    "toggle": toggle,
    "next": next_,
    "back": back,
    "longer": longer,
    "shorter": shorter,
    "again": again,
    "hurts": hurts,
    **dict.fromkeys(ANSWERS, toggle),
    **ENDS,
}


def _event(kind: str, session: Session, now: float) -> Event:
    phase, into = session.here(now)
    return Event(kind, phase, session.plan.turns[phase.turn], phase.seconds - into)


def _target(session: Session, phase: Phase) -> int | None:
    """The turn that `back` leads to from a phase, never one that is out; None without any."""
    if phase.kind in UNDER_WAY:
        return phase.turn
    nearest = (*range(phase.turn - 1, -1, -1), phase.turn)
    return next((number for number in nearest if not remaining.is_out(session, number)), None)


def _adjust(session: Session, now: float, change: int) -> Applied:
    phase, into = session.here(now)
    turn = session.plan.turns[phase.turn]
    if phase.kind not in ADJUSTABLE or session.finished(now):
        return session, (Event("fixed", phase, turn),)
    longest = remaining.room(session, phase.turn) if phase.kind == "hold" else LONGEST_MOVE
    seconds = max(into, min(phase.seconds + change, max(longest, phase.seconds)))
    if seconds == phase.seconds:
        return session, (Event("full", phase, turn),)
    index = session.place(now)[0]
    halfway = hold(phase.turn, seconds).halfway if phase.kind == "hold" else 0.0
    told = 0 < phase.halfway <= into
    changed = phase._replace(seconds=seconds, halfway=0.0 if told or halfway <= into else halfway)
    phases = (*session.phases[:index], changed, *session.phases[index + 1 :])
    kind = "longer" if change > 0 else "shorter"
    return session._replace(phases=phases), (Event(kind, changed, turn, seconds - into),)
