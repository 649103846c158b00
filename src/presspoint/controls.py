"""What keys and signals do to a session: pause, next, back, longer, shorter.

Each takes a session that was advanced to `now`, and returns the session after it with the events
that tell what it did. None of them ever lets a place be pressed past its cap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from presspoint.phases import PRESS_SECONDS, RELEASE_SECONDS, Phase, hold
from presspoint.session import Event, Session
from presspoint.wording import spoken_seconds

STEP_SECONDS = 10
LEAST_HOLD = 5
LONGEST_MOVE = 600
PRESSING = frozenset({"press", "hold"})
UNDER_WAY = PRESSING | {"release", "exercise"}
ADJUSTABLE = frozenset({"move", "find", "rest", "exercise", "hold"})

Applied = tuple[Session, tuple[Event, ...]]


def apply(session: Session, action: str, now: float) -> Applied:
    """Return the session after an action of ACTIONS. Raises KeyError for any other."""
    return ACTIONS[action](session, now)


def toggle(session: Session, now: float) -> Applied:
    """Pause, or go on."""
    return resume(session, now) if session.paused else pause(session, now)


def pause(session: Session, now: float) -> Applied:
    """Stop the clock where it is."""
    at = now if session.paused_at is None else session.paused_at
    session = session._replace(paused_at=at, resumes_at=None)
    return session, (_event("paused", session, now),)


def resume(session: Session, now: float) -> Applied:
    """Go on; in a hold the person leans in anew before the clock runs."""
    phase, into = _here(session, now)
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
    phase, into = _here(session, now)
    left = phase.seconds - into
    phases: tuple[Phase, ...] = (phase._replace(seconds=left),)
    if phase.kind in PRESSING:
        rest = hold(phase.turn, left, stop_rule=phase.stop_rule)
        rests = (rest._replace(before=phase.before + into),) if phase.kind == "hold" else ()
        lead = _lead_in(session, phase.turn, session.plan.turns[phase.turn].approach)
        phases = (*lead, Phase("press", phase.turn, PRESS_SECONDS), *rests)
    following = session.phases[session.place(now)[0] + 1 :]
    session = _restarted(_noted(session, now), (*phases, *following), now)
    return session, (_event("resumed", session, now),)


def next_(session: Session, now: float) -> Applied:
    """Leave this hold or movement for the one after it, easing off first."""
    phase, _ = _here(session, now)
    ended = tuple(_ended(session, now))
    session = _noted(session, now)
    ease = (Phase("release", phase.turn, RELEASE_SECONDS),) if phase.kind in PRESSING else ()
    after = _after(session, phase)
    session = _restarted(session, (*ease, *after) or (phase._replace(seconds=0.0),), now)
    return session, (*ended, Event("next", phase, session.plan.turns[phase.turn]))


def back(session: Session, now: float) -> Applied:
    """Do this hold again, or the one before it while still finding the place."""
    phase, _ = _here(session, now)
    target = phase.turn if phase.kind in UNDER_WAY else max(0, phase.turn - 1)
    ended = tuple(_ended(session, now))
    noted = _noted(session, now)
    turn = session.plan.turns[target]
    if turn.is_hold and _room(noted, target) < LEAST_HOLD:
        return session, (Event("full", phase, turn),)
    reached = session.plan.turns[phase.turn].approach
    lead = _lead_in(noted, target, reached)
    session = _restarted(noted, (*lead, *_action(noted, target), *_later(noted, target)), now)
    return session, (*ended, Event("back", phase, turn))


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
    return session, (*_ended(session, now), _event("stopped", session, now))


ACTIONS: dict[str, Callable[[Session, float], Applied]] = {
    "toggle": toggle,
    "next": next_,
    "back": back,
    "longer": longer,
    "shorter": shorter,
    "again": again,
    "stop": stop,
}


def _here(session: Session, now: float) -> tuple[Phase, float]:
    """The phase playing, and the seconds into it; the last one, whole, at the very end."""
    index, into = session.place(now)
    if index == len(session.phases):
        return session.phases[-1], session.phases[-1].seconds
    return session.phases[index], into


def _event(kind: str, session: Session, now: float) -> Event:
    phase, into = _here(session, now)
    return Event(kind, phase, session.plan.turns[phase.turn], phase.seconds - into)


def _ended(session: Session, now: float) -> Iterator[Event]:
    """The hold in progress, or broken off by a gap, with the seconds that it was held till now."""
    phase, into = _here(session, now)
    if phase.kind == "hold" and not session.finished(now):
        held = phase.before + into
    else:
        coming = session.phases[session.place(now)[0] :]
        held = max((each.before for each in coming if each.turn == phase.turn), default=0.0)
    if held > 0:
        yield Event("held", phase, session.plan.turns[phase.turn], held)


def _adjust(session: Session, now: float, change: int) -> Applied:
    phase, into = _here(session, now)
    turn = session.plan.turns[phase.turn]
    if phase.kind not in ADJUSTABLE or session.finished(now):
        return session, (Event("fixed", phase, turn),)
    longest = _room(session, phase.turn) if phase.kind == "hold" else LONGEST_MOVE
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


def _noted(session: Session, now: float) -> Session:
    """The session with the pressed seconds of the phases gone by added up, turn by turn."""
    pressed = dict(session.pressed)
    index, into = session.place(now)
    for number, phase in enumerate(session.phases[: index + 1]):
        if phase.kind == "hold":
            held = into if number == index else phase.seconds
            pressed[phase.turn] = pressed.get(phase.turn, 0.0) + held
    return session._replace(pressed=pressed)


def _restarted(session: Session, phases: tuple[Phase, ...], now: float) -> Session:
    return session._replace(
        phases=phases, began=now, paused_at=None, resumes_at=None, told=(0, -1.0)
    )


def _room(session: Session, turn: int) -> float:
    """Seconds that this turn may still be pressed."""
    return session.plan.turns[turn].cap - session.pressed.get(turn, 0.0)


def _lead_in(session: Session, number: int, reached: str) -> tuple[Phase, ...]:
    """Into position, unless its approach is `reached` already, and the place in full words."""
    turn = session.plan.turns[number]
    find = Phase("find", number, spoken_seconds(turn.instruction), turn.instruction)
    if turn.approach == reached:
        return (find,)
    return Phase("move", number, turn.approach_seconds, turn.approach), find


def _action(session: Session, number: int) -> tuple[Phase, ...]:
    """The movement, or press, hold and release, of a turn, within what its cap leaves."""
    turn = session.plan.turns[number]
    phases = (phase for phase in session.plan.phases if phase.turn == number)
    acting = (phase for phase in phases if phase.kind in UNDER_WAY)
    room = min(turn.seconds, _room(session, number)) if turn.is_hold else turn.seconds
    return tuple(
        hold(number, room, stop_rule=phase.stop_rule) if phase.kind == "hold" else phase
        for phase in acting
    )


def _after(session: Session, phase: Phase) -> tuple[Phase, ...]:
    """What follows the turn of `phase`: as planned, or led to anew where that would not do."""
    later = _later(session, phase.turn)
    on_the_way = phase.kind == "move"
    if not later or (later[0].turn == phase.turn + 1 and not on_the_way):
        return later
    target = later[0].turn
    lead = _lead_in(session, target, "" if on_the_way else session.plan.turns[phase.turn].approach)
    return (*lead, *_action(session, target), *_later(session, target))


def _later(session: Session, number: int) -> tuple[Phase, ...]:
    """The planned phases of the turns after a turn, without those that have had their time."""
    turns = session.plan.turns
    open_ = [
        each
        for each in range(number + 1, len(turns))
        if not turns[each].is_hold or _room(session, each) >= LEAST_HOLD
    ]
    lead = {"move", "find", "rest"}
    return tuple(
        phase
        for each in open_
        for phase in (
            *(part for part in session.plan.phases if part.turn == each and part.kind in lead),
            *_action(session, each),
        )
    )
