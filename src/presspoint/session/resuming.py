"""An interrupted session taken up again: where it broke off, and what its caps leave."""

from __future__ import annotations

from presspoint.planning.course import Course, Turn
from presspoint.session.records import HoldRecord
from presspoint.session.remaining import LEAST_HOLD, phases_after, seconds_allowed, with_phases
from presspoint.session.state import Session, start

ROUNDED = 0.05


def resume(
    course: Course, holds: tuple[HoldRecord, ...], now: float, *, wait: bool = False
) -> Session:
    """Return the session of what is left of a course after these holds, beginning now.

    It goes on where the last of them was broken off, with what its cap leaves, or after it. What
    was passed over before that is not offered again: it may have been left for a good reason.
    """
    session = start(course, now, wait=wait)
    last = -1
    for record in holds:
        for turns in _pressing(course, record):
            session, last = _charged(session, turns, record.held_seconds, last)
    broken_off = (
        last >= 0 and not _done(session, last) and seconds_allowed(session, last) >= LEAST_HOLD
    )
    first = last if broken_off else last + 1
    session = session._replace(first=first)
    return with_phases(session, phases_after(session, first - 1, anew=True), now)


def _pressing(course: Course, record: HoldRecord) -> tuple[list[int], ...]:
    """The turns that press what a record says; where none does, those that press part of it.

    Turns that differ in what they press are apart: the seconds count for each of them.
    """
    whole = (record.points, record.zones, record.side)
    alike: dict[tuple[object, ...], list[int]] = {}
    for number, turn in enumerate(course.turns):
        if _shares(turn, record):
            alike.setdefault((turn.points, turn.zones, turn.side), []).append(number)
    return (alike[whole],) if whole in alike else tuple(alike.values())


def _shares(turn: Turn, record: HoldRecord) -> bool:
    same_side = turn.side == record.side or "both" in {turn.side, record.side}
    places = {*turn.points, *turn.zones}
    return same_side and not places.isdisjoint((*record.points, *record.zones))


def _charged(session: Session, turns: list[int], held: float, last: int) -> tuple[Session, int]:
    """The session with seconds put down to one of these turns, and the furthest turn with any.

    Rounds look alike in a record: it belongs to the first one from where the session was that is
    not done yet, or to an earlier one that was done again. Seconds that fit nowhere whole fill up
    what room there is, so that none is ever pressed twice.
    """
    ahead = (number for number in turns if number >= last and not _done(session, number))
    fitting = (
        each for each in (*ahead, *turns) if held <= seconds_allowed(session, each) + ROUNDED
    )
    whole = next(fitting, None)
    pressed = dict(session.pressed)
    for number in turns if whole is None else (whole,):
        part = held if whole is not None else min(held, seconds_allowed(session, number))
        pressed[number] = pressed.get(number, 0.0) + part
        held -= part
        last = max(last, number) if part > 0 else last
    return session._replace(pressed=pressed), last


def _done(session: Session, number: int) -> bool:
    turn = session.course.turns[number]
    return session.pressed.get(number, 0.0) >= turn.seconds - ROUNDED
