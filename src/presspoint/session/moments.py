"""The moments of a phase: those that are announced, and those when what is shown of it changes."""

from collections.abc import Iterator

from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import Phase
from presspoint.planning.phase_kind import COUNTED, PhaseKind
from presspoint.session.events import EventKind

COUNTED_DOWN = (3, 2, 1)
# A long hold says once how much time is left, and not so near to halfway that it says that twice.
MARK_SECONDS = 40
LONG_HOLD = 90
APART_SECONDS = 15
# Nobody moves on for longer than this without a word.
MOVING_SECONDS = 30


class Moment(NamedTuple):
    """A moment of a session: so many seconds into a phase (by its number), or before it begins."""

    phase: int
    has_begun: bool = False
    seconds: float = 0.0


def marks(phase: Phase) -> Iterator[tuple[float, EventKind]]:
    """Yield the moments of a phase in order: seconds from its start, and the kind of the event."""
    yield 0.0, EventKind.BEGAN
    if phase.kind not in COUNTED:
        return
    between = [(at, EventKind.MARK) for at in _mark_times(phase)]
    if phase.halfway:
        between.append((phase.halfway, EventKind.HALFWAY))
    yield from sorted(between)
    for seconds_left in COUNTED_DOWN:
        if phase.seconds > seconds_left:
            yield phase.seconds - seconds_left, EventKind.COUNT


def _mark_times(phase: Phase) -> Iterator[float]:
    """The seconds into a long hold, once, or every half minute into a movement."""
    if phase.kind is PhaseKind.EXERCISE:
        to_go = range(MOVING_SECONDS, int(phase.seconds), MOVING_SECONDS)
    else:
        to_go = range(MARK_SECONDS, MARK_SECONDS + (phase.seconds >= LONG_HOLD))
    ends = (0.0, phase.halfway) if phase.kind is PhaseKind.EXERCISE else (phase.halfway,)
    for seconds in to_go:
        at = phase.seconds - seconds
        if all(abs(at - each) >= APART_SECONDS for each in ends):
            yield at


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
