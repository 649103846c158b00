"""Where a plan stands at a given moment, and what keys do to it.

Every moment is computed from when the phases began, never counted, so it cannot drift. Time is
an argument: seconds of a clock that only moves forward. Nothing here reads one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from presspoint.hurts import Hurt
from presspoint.phases import Phase, Turn
from presspoint.plan import Plan

COUNTED_DOWN = (3, 2, 1)


class Event(NamedTuple):
    """Something to tell or to save: a mark that time passed, or what a key did.

    `text` is what to say where phase and turn have no words for it; `answer` is how a place hurts.
    """

    kind: str
    phase: Phase
    turn: Turn
    seconds: float = 0.0
    text: str = ""
    answer: Hurt | None = None


class Session(NamedTuple):
    """A plan being played: `phases` are those still to play, the first of which began at `began`.

    `pressed` is how many seconds each turn (by number) was pressed before it was entered anew.
    `hurting` is the turn asked about, until that is answered; `out` are the places that hurt.
    """

    plan: Plan
    phases: tuple[Phase, ...]
    began: float
    paused_at: float | None = None
    resumes_at: float | None = None
    told: tuple[int, float] = (0, -1.0)
    pressed: Mapping[int, float] = MappingProxyType({})
    hurting: int | None = None
    out: frozenset[str] = frozenset()

    @property
    def paused(self) -> bool:
        """Whether the clock stands until a key is pressed."""
        return self.paused_at is not None and self.resumes_at is None

    @property
    def leaning_in(self) -> bool:
        """Whether a pause in a hold was just ended, and the person leans in again."""
        return self.resumes_at is not None

    def elapsed(self, now: float) -> float:
        """Seconds of the phases that have passed."""
        if self.paused_at is None:
            return now - self.began
        return self.paused_at - self.began

    def place(self, now: float) -> tuple[int, float]:
        """Return which phase is playing and the seconds into it; past the end: (count, 0.0)."""
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
        """Return when something visible changes by itself; None while paused."""
        if self.resumes_at is not None:
            return _next_whole(self.resumes_at - now, now)
        index, into = self.place(now)
        if self.paused or index == len(self.phases):
            return None
        phase = self.phases[index]
        change = _next_whole(phase.seconds - into, now)
        if phase.kind == "hold" and self.plan.turns[phase.turn].rhythm.pulsed:
            return min(change, _next_beat(into, now))
        return change


Applied = tuple[Session, tuple[Event, ...]]


def start(plan: Plan, now: float) -> Session:
    """Return the session of a plan, beginning now."""
    return Session(plan, plan.phases, began=now)


def advance(session: Session, now: float) -> Applied:
    """Return the session at `now` and every event since it was last told, each exactly once."""
    if session.resumes_at is not None and session.paused_at is not None:
        if now < session.resumes_at:
            return session, ()
        began = session.began + session.resumes_at - session.paused_at
        session = session._replace(began=began, paused_at=None, resumes_at=None)
    events = tuple(_passed(session, session.place(now)))
    return session._replace(told=session.place(now)), events


def ended(session: Session, now: float) -> Iterator[Event]:
    """Yield the hold in progress, or broken off by a gap, with the seconds held till now."""
    phase, into = session.here(now)
    if phase.kind == "hold" and not session.finished(now):
        held = phase.before + into
    else:
        coming = session.phases[session.place(now)[0] :]
        held = max((each.before for each in coming if each.turn == phase.turn), default=0.0)
    if held > 0:
        yield Event("held", phase, session.plan.turns[phase.turn], held)


def _passed(session: Session, here: tuple[int, float]) -> Iterator[Event]:
    for index in range(session.told[0], min(here[0] + 1, len(session.phases))):
        phase = session.phases[index]
        turn = session.plan.turns[phase.turn]
        for at, kind in _marks(phase):
            if session.told < (index, at) <= here:
                yield Event(kind, phase, turn, phase.seconds - at)
        if phase.kind == "hold" and index < here[0]:
            yield Event("held", phase, turn, phase.before + phase.seconds)


def _marks(phase: Phase) -> Iterator[tuple[float, str]]:
    """The moments of a phase that are told, in seconds from its start."""
    yield 0.0, "began"
    if phase.kind != "hold":
        return
    if phase.halfway:
        yield phase.halfway, "halfway"
    for left in COUNTED_DOWN:
        if phase.seconds > left:
            yield phase.seconds - left, "count"


def _next_whole(left: float, now: float) -> float:
    """When the whole seconds shown of `left` change next."""
    part = left % 1.0
    return now + (part if part > 0.001 else min(left, 1.0))


def _next_beat(into: float, now: float) -> float:
    """When the whole seconds into a hold change next; a hold cut short has another fraction."""
    part = 1.0 - into % 1.0
    return now + (part if part > 0.001 else part + 1.0)
