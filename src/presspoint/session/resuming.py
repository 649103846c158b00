"""An interrupted session taken up again: where it broke off, and what its caps leave."""

from presspoint.planning.course import Course, Turn
from presspoint.session.record.records import HoldRecord
from presspoint.session.remaining import LEAST_HOLD, phases_after, seconds_allowed, with_phases
from presspoint.session.state import Session, start

ROUNDING_SECONDS = 0.05


def resume(
    course: Course, holds: tuple[HoldRecord, ...], now: float, *, wait: bool = False
) -> Session:
    """Return the session of what is left of a course after these holds, beginning now.

    It goes on where the last of them was broken off, with what its cap leaves, or after it. What
    was passed over before that is not offered again: there may have been a good reason.
    """
    session = start(course, now, wait=wait)
    last: int | None = None
    for record in holds:
        for turns in _turns_of(course, record):
            session, last = _charge(session, turns, record.held_seconds, last)
    if last is None:
        return session
    broken_off = not _is_done(session, last) and seconds_allowed(session, last) >= LEAST_HOLD
    first = last if broken_off else last + 1
    session = session._replace(first_turn=first)
    return with_phases(session, phases_after(session, first - 1, anew=True), now)


def _turns_of(course: Course, record: HoldRecord) -> tuple[list[int], ...]:
    """The turns that press what a record says, or else part of it, apart by what they press."""
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


def _charge(
    session: Session, turns: list[int], seconds: float, last: int | None
) -> tuple[Session, int | None]:
    """The session with seconds counted for one of these turns, and the furthest turn with any.

    Rounds look alike in a record: it belongs to the first from where the session was that is not
    done yet, or to one done again. Seconds that fit nowhere whole fill up what room there is.
    """
    ahead = (each for each in turns if each >= (last or 0) and not _is_done(session, each))
    fitting = (
        each
        for each in (*ahead, *turns)
        if seconds <= seconds_allowed(session, each) + ROUNDING_SECONDS
    )
    whole = next(fitting, None)
    pressed = dict(session.pressed_seconds)
    for number in turns if whole is None else (whole,):
        part = seconds if whole is not None else min(seconds, seconds_allowed(session, number))
        pressed[number] = pressed.get(number, 0.0) + part
        seconds -= part
        last = max(last or 0, number) if part > 0 else last
    return session._replace(pressed_seconds=pressed), last


def _is_done(session: Session, number: int) -> bool:
    turn = session.course.turns[number]
    return session.pressed_seconds.get(number, 0.0) >= turn.seconds - ROUNDING_SECONDS
