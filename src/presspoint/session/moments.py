"""The moments of a phase: those that are announced, and those when what is shown of it changes."""

from collections.abc import Iterator
from typing import NamedTuple

from presspoint.planning.course import Phase
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.events import EventKind

COUNTED_DOWN = (3, 2, 1)
# A long hold says once how much time is left, and not so near to halfway that it says that twice.
MARK_SECONDS = 40
LONG_HOLD = 90
APART_SECONDS = 15


class Moment(NamedTuple):
    """A moment of a session: so many seconds into a phase (by its number), or before it begins."""

    phase: int
    has_begun: bool = False
    seconds: float = 0.0


def marks(phase: Phase) -> Iterator[tuple[float, EventKind]]:
    """Yield the moments of a phase in order: seconds from its start, and the kind of the event."""
    yield 0.0, EventKind.BEGAN
    if phase.kind is not PhaseKind.HOLD:
        return
    if phase.halfway:
        yield phase.halfway, EventKind.HALFWAY
    at = phase.seconds - MARK_SECONDS
    if phase.seconds >= LONG_HOLD and abs(at - phase.halfway) >= APART_SECONDS:
        yield at, EventKind.MARK
    for seconds_left in COUNTED_DOWN:
        if phase.seconds > seconds_left:
            yield phase.seconds - seconds_left, EventKind.COUNT


def next_mark(phase: Phase, into: float) -> float:
    """Return the seconds from `into` a phase to its next moment with an event, or to its end."""
    return min((at for at, _ in marks(phase) if at > into), default=phase.seconds) - into


def next_whole(seconds_left: float) -> float:
    """Return the seconds until the whole seconds shown of `seconds_left` change."""
    part = seconds_left % 1.0
    return part if part > 0.001 else min(seconds_left, 1.0)


def next_beat(into: float) -> float:
    """Return the seconds from `into` a hold to its next whole second, when a beat may change."""
    part = 1.0 - into % 1.0
    return part if part > 0.001 else part + 1.0
