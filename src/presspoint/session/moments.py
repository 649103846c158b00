"""The moments of a phase that are told, and when what is shown of it changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from presspoint.planning.course import Phase
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.events import EventKind

COUNTED_DOWN = (3, 2, 1)
# A long hold is told once how long is left, and not so near to halfway that it says that twice.
LEFT_SECONDS = 40
LONG_HOLD = 90
APART_SECONDS = 15


def marks(phase: Phase) -> Iterator[tuple[float, EventKind]]:
    """Yield the moments of a phase in order: seconds from its start, and the kind of the event."""
    yield 0.0, EventKind.BEGAN
    if phase.kind is not PhaseKind.HOLD:
        return
    if phase.halfway:
        yield phase.halfway, EventKind.HALFWAY
    at = phase.seconds - LEFT_SECONDS
    if phase.seconds >= LONG_HOLD and abs(at - phase.halfway) >= APART_SECONDS:
        yield at, EventKind.MARK
    for left in COUNTED_DOWN:
        if phase.seconds > left:
            yield phase.seconds - left, EventKind.COUNT


def next_mark(phase: Phase, into: float) -> float:
    """Return the seconds from `into` a phase to its next moment that is told, or to its end."""
    return min((at for at, _ in marks(phase) if at > into), default=phase.seconds) - into


def next_whole(left: float) -> float:
    """Return the seconds until the whole seconds shown of `left` change."""
    part = left % 1.0
    return part if part > 0.001 else min(left, 1.0)


def next_beat(into: float) -> float:
    """Return the seconds until the whole seconds into a hold change, which may be cut short."""
    part = 1.0 - into % 1.0
    return part if part > 0.001 else part + 1.0


FIRST_SECONDS = 60
EVERY_SECONDS = 180
END_SECONDS = 1800
REMINDERS = tuple(range(FIRST_SECONDS, END_SECONDS, EVERY_SECONDS))
MOMENTS = (*REMINDERS, END_SECONDS)
UNSEEN_SECONDS = 2.0


class Silence(NamedTuple):
    """A clock that stands, and nothing heard of the person since then; `given` were reminded."""

    since: float
    given: int = 0

    @property
    def due(self) -> float | None:
        """When the next reminder comes, or the end; None once that has come."""
        return self.since + MOMENTS[self.given] if self.given < len(MOMENTS) else None

    def passed(self, now: float) -> tuple[Silence, EventKind | None]:
        """Return what is left at `now`, and "reminder" or "abandoned" if that is due, or nothing.

        Where nobody watched when it was due (the machine slept), that time does not count: it
        reminds once, and the next moment comes as long after that as ever.
        """
        if self.due is None or now < self.due:
            return self, None
        if now - self.due > UNSEEN_SECONDS:
            reminder = min(self.given, len(REMINDERS) - 1)
            return Silence(now - REMINDERS[reminder], reminder + 1), EventKind.REMINDER
        kind = EventKind.REMINDER if self.given < len(REMINDERS) else EventKind.ABANDONED
        return self._replace(given=self.given + 1), kind
