"""Where a course stands at a given moment.

Every moment is computed from the session's mode, never counted, so it cannot drift. Time is an
argument: seconds of a clock that only moves forward. Nothing here reads one.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import Course, Phase, Turn
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session import modes
from presspoint.session.events import Event, EventKind
from presspoint.session.moments import Moment, next_beat, next_mark, next_whole
from presspoint.session.record.endings import EndedBy


class Session(NamedTuple):
    """A course being played: `phases` are those still to play, `mode` what the clock does.

    Events were announced until `announced_until`. `pressed_seconds` is how long each turn (by
    number) was pressed before the first of the phases, and `places_out` are the places and
    movements that hurt. Where it `waits_for_key`, a press or a movement begins only on a key, and
    those before the phase numbered `begun_by_key` need none any more. `first_turn` is the turn at
    which it was begun, or taken up again.
    """

    course: Course
    phases: tuple[Phase, ...]
    mode: modes.Mode
    announced_until: Moment = Moment(0)
    pressed_seconds: Mapping[int, float] = MappingProxyType({})
    places_out: frozenset[str] = frozenset()
    waits_for_key: bool = False
    begun_by_key: int = 0
    first_turn: int = 0

    def turn(self, phase: Phase) -> Turn:
        """Return the hold or movement that a phase belongs to."""
        return self.course.turn(phase)

    def is_out(self, number: int) -> bool:
        """Whether a turn, by its number, presses or moves what hurt in this session."""
        return not self.places_out.isdisjoint(self.course.turns[number].places_or_movement)

    @property
    def paused(self) -> bool:
        """Whether the clock stands until a key is pressed."""
        return isinstance(self.mode, modes.Standing)

    @property
    def is_abandoned(self) -> bool:
        """Whether a pause was forgotten for so long that the session is over."""
        return isinstance(self.mode, modes.Standing) and self.mode.silence.due is None

    def seconds_played(self, now: float) -> float:
        """Seconds of the phases that have passed."""
        match self.mode:
            case modes.Running(began, held_back_at):
                return (now if held_back_at is None else held_back_at) - began
            case modes.WaitingForKey(number, _):
                return self.seconds_before(number)
            case modes.AskingAboutPain():
                return 0.0
        return self.mode.seconds_played

    def seconds_before(self, number: int) -> float:
        """Seconds of the phases before the one with this number."""
        return sum((phase.seconds for phase in self.phases[:number]), 0.0)

    def progress(self, now: float) -> tuple[int, float]:
        """Return the number of the phase that plays and the seconds into it; (count, 0.0) after."""
        if isinstance(self.mode, modes.WaitingForKey):
            return self.mode.phase, 0.0
        into = self.seconds_played(now)
        for number, phase in enumerate(self.phases):
            if into < phase.seconds:
                return number, into
            into -= phase.seconds
        return len(self.phases), 0.0

    def current_phase(self, now: float) -> tuple[Phase, float]:
        """Return the phase that plays and the seconds into it; the last one, whole, at the end."""
        number, into = self.progress(now)
        if number == len(self.phases):
            return self.phases[-1], self.phases[-1].seconds
        return self.phases[number], into

    def finished(self, now: float) -> bool:
        """Whether every phase has passed."""
        return self.progress(now)[0] == len(self.phases)

    def seconds_left(self, now: float) -> float:
        """Seconds until the end of the session, pauses aside."""
        return max(0.0, self.seconds_before(len(self.phases)) - self.seconds_played(now))

    def next_change(self, now: float) -> float | None:
        """Return when something is seen or heard by itself; None when only a key changes it."""
        match self.mode:
            case modes.PressingIn(_, until):
                return now + next_whole(until - now)
            case modes.Running():
                return self._next_change_of_phase(now)
            case modes.AskingAboutPain(_, silence, numb_at) if numb_at is not None:
                return numb_at if silence.due is None else min(numb_at, silence.due)
        return self.mode.silence.due

    def _next_change_of_phase(self, now: float) -> float | None:
        number, into = self.progress(now)
        if number == len(self.phases):
            return None
        phase = self.phases[number]
        change = min(next_whole(phase.seconds - into), next_mark(phase, into))
        if phase.kind is PhaseKind.HOLD and self.turn(phase).rhythm.has_beat:
            change = min(change, next_beat(into))
        return now + change


Change = tuple[Session, tuple[Event, ...]]


def start(course: Course, now: float, *, wait: bool = False) -> Session:
    """Return the session of a course, from now on; with `wait` a key begins holds and movements."""
    return Session(course, course.phases, modes.Running(now), waits_for_key=wait)


def restart_silence(session: Session, now: float) -> Session:
    """Return the session with the reminders of its pause, if it is in one, counted from now on."""
    if not isinstance(session.mode, modes.Standing):
        return session
    return session._replace(mode=session.mode._replace(silence=modes.Silence(now)))


def current_event(kind: EventKind, session: Session, now: float, text: str = "") -> Event:
    """Return an event of a kind about the phase that plays, with the seconds left of it."""
    phase, into = session.current_phase(now)
    return Event(kind, phase, session.turn(phase), phase.seconds - into, text)


def hold_in_progress(session: Session, now: float, ended_by: EndedBy) -> Iterator[Event]:
    """Yield the hold in progress, or broken off by a gap, with the seconds held till now."""
    phase, into = session.current_phase(now)
    if phase.kind is PhaseKind.HOLD and not session.finished(now):
        seconds = phase.seconds_before_gap + into
    else:
        coming = session.phases[session.progress(now)[0] :]
        seconds = max(
            (each.seconds_before_gap for each in coming if each.turn == phase.turn), default=0.0
        )
    if seconds > 0:
        yield Event(EventKind.HELD, phase, session.turn(phase), seconds, ended_by=ended_by)
