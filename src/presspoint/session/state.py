"""Where a plan stands at a given moment, and what keys do to it.

Every moment is computed from when the phases began, never counted, so it cannot drift. Time is
an argument: seconds of a clock that only moves forward. Nothing here reads one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from presspoint.planning.course import LEADS, Course, Phase, Turn
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.events import Event, EventKind
from presspoint.session.moments import Silence, marks, next_beat, next_mark, next_whole
from presspoint.words import waiting_words

BEGUN_BY_KEY = frozenset({PhaseKind.PRESS, PhaseKind.EXERCISE})
NOT_YET = -1.0


class Session(NamedTuple):
    """A course being played: `phases` are those still to play, the first of which began at `began`.

    `pressed` is how many seconds each turn (by number) was pressed before it was entered anew.
    `hurting` is the turn asked about, until that is answered; `out` are the places that hurt.
    Where it `waits`, a press or a movement begins only on a key, and `let` is the last one (by its
    place in `phases`) that a key let begin. `quiet` is how long a pause has gone unanswered, and
    `kept_at` when it was last kept waiting for the voice. `first` is this sitting's first turn.
    """

    course: Course
    phases: tuple[Phase, ...]
    began: float
    paused_at: float | None = None
    resumes_at: float | None = None
    told: tuple[int, float] = (0, NOT_YET)
    pressed: Mapping[int, float] = MappingProxyType({})
    hurting: int | None = None
    out: frozenset[str] = frozenset()
    waits: bool = False
    let: int = -1
    quiet: Silence | None = None
    kept_at: float | None = None
    first: int = 0

    def turn(self, phase: Phase) -> Turn:
        """Return the hold or movement that a phase leads to."""
        return self.course.turn(phase)

    @property
    def paused(self) -> bool:
        """Whether the clock stands until a key is pressed."""
        return self.paused_at is not None and self.resumes_at is None

    @property
    def waiting(self) -> bool:
        """Whether it is paused right before a press or a movement, which a key begins."""
        number, into = self.told
        before = self.waits and self.paused and into == NOT_YET
        return before and self.phases[number].kind in BEGUN_BY_KEY

    @property
    def abandoned(self) -> bool:
        """Whether a pause was forgotten for so long that the session is over."""
        return self.quiet is not None and self.quiet.due is None

    @property
    def leaning_in(self) -> bool:
        """Whether a pause in a hold was just ended, and the person leans in again."""
        return self.resumes_at is not None

    def elapsed(self, now: float) -> float:
        """Seconds of the phases that have passed."""
        stopped = self.kept_at if self.paused_at is None else self.paused_at
        return (now if stopped is None else stopped) - self.began

    def place(self, now: float) -> tuple[int, float]:
        """Return which phase is playing and the seconds into it; past the end: (count, 0.0)."""
        if self.waiting:
            return self.told[0], 0.0
        into = self.elapsed(now)
        for index, phase in enumerate(self.phases):
            if into < phase.seconds:
                return index, into
            into -= phase.seconds
        return len(self.phases), 0.0

    def here(self, now: float) -> tuple[Phase, float]:
        """Return the phase playing and the seconds into it; the last one, whole, at the end."""
        index, into = self.place(now)
        if index == len(self.phases):
            return self.phases[-1], self.phases[-1].seconds
        return self.phases[index], into

    def finished(self, now: float) -> bool:
        """Whether every phase has passed."""
        return self.place(now)[0] == len(self.phases)

    def seconds_left(self, now: float) -> float:
        """Seconds until the end of the session, pauses aside."""
        return max(0.0, sum(phase.seconds for phase in self.phases) - self.elapsed(now))

    def next_change(self, now: float) -> float | None:
        """Return when something is seen or told by itself; None when only a key changes it."""
        if self.resumes_at is not None:
            return now + next_whole(self.resumes_at - now)
        if self.paused:
            return self.quiet.due if self.quiet else None
        index, into = self.place(now)
        if index == len(self.phases):
            return None
        phase = self.phases[index]
        change = min(next_whole(phase.seconds - into), next_mark(phase, into))
        if phase.kind is PhaseKind.HOLD and self.turn(phase).rhythm.pulsed:
            change = min(change, next_beat(into))
        return now + change


Change = tuple[Session, tuple[Event, ...]]


def start(course: Course, now: float, *, wait: bool = False) -> Session:
    """Return the session of a course, beginning now; with `wait` a key begins each hold."""
    return Session(course, course.phases, began=now, waits=wait)


def advance(session: Session, now: float) -> Change:
    """Return the session at `now` and every event since it was last told, each exactly once."""
    if session.resumes_at is not None and session.paused_at is not None:
        if now < session.resumes_at:
            return session, ()
        began = session.began + session.resumes_at - session.paused_at
        session = session._replace(began=began, paused_at=None, resumes_at=None)
    if session.waiting:
        return _unanswered(session, now)
    if session.kept_at is not None and session.kept_at < now:
        session = session._replace(began=session.began + now - session.kept_at, kept_at=None)
    gate = _to_begin(session, now)
    here = _reached(session, now) if gate is None else (gate, NOT_YET)
    events = tuple(_passed(session, here))
    session = session._replace(told=max(session.told, here))
    if gate is not None:
        since = session.began + sum(phase.seconds for phase in session.phases[:gate])
        session = stop_clock(session, since, now)
        return session, (*events, event_here(EventKind.READY, session, now))
    session, reminders = _unanswered(session, now)
    return session, (*events, *reminders)


def stop_clock(session: Session, since: float, now: float) -> Session:
    """Return the session with its clock standing since then, as the person is told now."""
    return session._replace(paused_at=since, resumes_at=None, quiet=Silence(now), kept_at=None)


def event_here(kind: EventKind, session: Session, now: float, text: str = "") -> Event:
    """Return an event of a kind about the phase that is playing, with the seconds left of it."""
    phase, into = session.here(now)
    return Event(kind, phase, session.turn(phase), phase.seconds - into, text)


def hold_in_progress(session: Session, now: float) -> Iterator[Event]:
    """Yield the hold in progress, or broken off by a gap, with the seconds held till now."""
    phase, into = session.here(now)
    if phase.kind is PhaseKind.HOLD and not session.finished(now):
        held = phase.before + into
    else:
        coming = session.phases[session.place(now)[0] :]
        held = max((each.before for each in coming if each.turn == phase.turn), default=0.0)
    if held > 0:
        yield Event(EventKind.HELD, phase, session.turn(phase), held)


def _reached(session: Session, now: float) -> tuple[int, float]:
    """The place till which events are told; a phase that a pause comes before has not begun."""
    here = session.place(now)
    before = session.paused and session.told[0] < here[0] < len(session.phases)
    return (here[0], NOT_YET) if before else here


def _to_begin(session: Session, now: float) -> int | None:
    """The number of the first phase reached by now that a key has to begin; None without any."""
    if not session.waits:
        return None
    for number in range(session.let + 1, min(session.place(now)[0] + 1, len(session.phases))):
        if session.told < (number, 0.0) and session.phases[number].kind in BEGUN_BY_KEY:
            return number
    return None


def _unanswered(session: Session, now: float) -> Change:
    """What a pause that nobody ends leads to: it is told again, and in the end it is the end."""
    if session.quiet is None or not session.paused:
        return session, ()
    quiet, kind = session.quiet.passed(now)
    if not kind:
        return session, ()
    session = session._replace(quiet=quiet)
    event = event_here(kind, session, now)
    if kind is EventKind.ABANDONED:
        return session, (*hold_in_progress(session, now), event)
    return session, (event._replace(text=_asked_again(session, event.turn)),)


def _asked_again(session: Session, turn: Turn) -> str:
    """The words of a reminder; none for a pause, which phase and seconds tell."""
    if session.hurting is not None:
        return session.course.pain_answers.question
    return waiting_words(turn.name) if session.waiting else ""


def _passed(session: Session, here: tuple[int, float]) -> Iterator[Event]:
    for index in range(session.told[0], min(here[0] + 1, len(session.phases))):
        phase = session.phases[index]
        turn = session.turn(phase)
        for at, kind in marks(phase):
            if session.told < (index, at) <= here:
                yield Event(kind, phase, turn, phase.seconds - at)
        if phase.kind is PhaseKind.HOLD and index < here[0]:
            yield Event(EventKind.HELD, phase, turn, phase.before + phase.seconds)


END_SECONDS = 0.001


def hold_back(session: Session, now: float) -> Session:
    """Return the session kept at the very end of a phase that leads on, if that is over by now.

    To be asked before each `advance` for as long as words that lead on are still being heard. The
    first `advance` without it lets the next phase begin.
    """
    if session.paused_at is not None:
        return session
    if session.kept_at is not None:
        return session._replace(began=session.began + now - session.kept_at, kept_at=now)
    number = session.told[0]
    if session.place(now)[0] <= number or session.phases[number].kind not in LEADS:
        return session
    end = sum(phase.seconds for phase in session.phases[: number + 1])
    return session._replace(began=now - end + END_SECONDS, kept_at=now)


def at_the_end(session: Session, now: float) -> bool:
    """Whether nothing is left of a phase that leads on but to wait until its words were heard."""
    return session.kept_at is not None and session.kept_at <= now
