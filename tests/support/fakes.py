"""Stand-ins for the world: time, keys, a display and a log. None of them replaces a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from presspoint.catalogue.pain_answers import Feeling
from presspoint.cues.sink import Clip
from presspoint.session.actions import Action, Signal
from presspoint.session.events import Event
from presspoint.session.record.records import HoldRecord
from presspoint.session.record.tally import Tally
from presspoint.session.state import Session

Message = TypeVar("Message", bound=str)


@dataclass
class FakeClock:
    """A clock that only waiting moves; `lag` seconds late each time."""

    now: float = 1000.0
    lag: float = 0.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += max(1e-6, seconds) + self.lag


def by_name(messages: Iterable[tuple[float, str]]) -> list[tuple[float, Action | Signal]]:
    """Return actions and signals for their names, each with its moment."""
    return [(at, Signal(name) if name.startswith("SIG") else Action(name)) for at, name in messages]


@dataclass
class FakeInputs(Generic[Message]):
    """Gives messages at set seconds after the start; waiting moves the clock."""

    clock: FakeClock
    messages: Iterable[tuple[float, Message]] = ()
    has_keys: bool = True
    late: Iterable[tuple[float, float]] = ()
    waits: list[float | None] = field(default_factory=list)
    suspended: int = 0
    tries: int = 0
    suspended_seconds: float = 0.0

    def __post_init__(self) -> None:
        self.began = self.clock.now
        self.coming = sorted((self.began + at, message) for at, message in self.messages)
        self.sleeps = sorted((self.began + at, seconds) for at, seconds in self.late)

    def wait(self, seconds: float | None) -> list[Message]:
        """Return the next message if it comes in time; a wait that nothing ends is a fault."""
        self.waits.append(seconds)
        assert len(self.waits) < 20_000, "it waits for nothing, again and again"
        until = float("inf") if seconds is None else self.clock.now + max(0.0, seconds)
        if self.coming and self.coming[0][0] <= until:
            at, message = self.coming.pop(0)
            self.clock.wait(at - self.clock.now)
            return [message]
        assert seconds is not None, "waits for a key that never comes"
        self.clock.wait(seconds)
        while self.sleeps and self.sleeps[0][0] <= self.clock.now:
            self.clock.now += self.sleeps.pop(0)[1]
        return []

    def answer(self, status: Callable[[], Mapping[str, object]]) -> None:
        """Nobody asks."""

    def try_again(self) -> str:
        self.tries += 1
        return ""

    def suspend(self) -> None:
        self.suspended += 1
        self.clock.now += self.suspended_seconds


@dataclass
class Story:
    """Display and log in one list, so that their order can be seen."""

    clock: Callable[[], float]
    events: list[Event] = field(default_factory=list)
    holds: list[HoldRecord] = field(default_factory=list)
    order: list[tuple[float, str, str]] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)
    rests: list[tuple[tuple[str, ...], str, int]] = field(default_factory=list)
    answers: list[tuple[Feeling | None, str]] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    fails: str = ""
    problem: str = ""
    rest_problem: str = ""
    muted: bool = False

    def tell(self, event: Event) -> None:
        self.events.append(event)
        self.order.append((self.clock(), event.kind, event.phase.kind))

    def show(self, session: Session, now: float, *, muted: bool) -> None:
        self.muted = muted
        self.shown.append(session.seconds_left(now))

    def remark(self, words: str) -> None:
        self.order.append((self.clock(), "remark", words))

    def enlarge(self, session: Session, now: float) -> str:  # noqa: ARG002  # a display's
        self.order.append((self.clock(), "enlarge", ""))
        return ""

    def help(self) -> None:
        self.order.append((self.clock(), "help", ""))

    def enter(self) -> None:
        self.order.append((self.clock(), "enter", ""))

    def leave(self) -> None:
        self.order.append((self.clock(), "leave", ""))

    def begin(self) -> None:
        self.problem = self.fails

    def add(self, hold: HoldRecord) -> None:
        self.holds.append(hold)
        self.order.append((self.clock(), "logged", ""))

    def save_tally(self, tally: Tally) -> None:
        self.tally = tally

    def save(self) -> None:
        self.problem = self.fails

    def rest(
        self,
        codes: tuple[str, ...],
        because: str,
        days: int,
        answer: Feeling | None = None,
        side: Literal["left", "right", ""] = "",
    ) -> None:
        self.rests.append((codes, because, days))
        self.answers.append((answer, side))
        self.order.append((self.clock(), "rested", because))

    def kinds(self) -> list[str]:
        """The kinds of what was announced and done, without the moments."""
        return [kind for _, kind, _ in self.order]


@dataclass
class FakeSink:
    """Plays a clip for some seconds a word; keeps when each began."""

    seconds_a_word: float = 1.0
    about: str = "A fake."
    has_voice: bool = True
    volume: int = 60
    until: float | None = None
    played: list[tuple[float, Clip]] = field(default_factory=list)
    whole: list[Clip] = field(default_factory=list)
    cuts: int = 0
    is_audible: bool = True
    has_missed: bool = False
    wakes: list[tuple[float, float]] = field(default_factory=list)

    @property
    def playing(self) -> bool:
        return self.until is not None

    def prepare(self, words: str) -> None:
        """Nothing to prepare."""

    def wake(self, due: float, now: float) -> None:
        self.wakes.append((now, due))

    def start(self, clip: Clip, now: float) -> None:
        assert not self.playing
        self.played.append((now, clip))
        words = len(clip.words.split()) if self.has_voice else 0
        self.until = now + words * self.seconds_a_word + 0.2 * bool(clip.tone)

    def settle(self, now: float) -> bool:
        ended = self.until is not None and self.until <= now
        if ended:
            self.whole.append(self.played[-1][1])
        self.until = None if ended else self.until
        return ended

    def cut(self) -> None:
        assert self.playing
        self.until = None
        self.cuts += 1

    def louder(self, steps: int) -> int:
        self.volume += 20 * steps
        return self.volume

    def close(self) -> None:
        """Nothing to close."""


@dataclass
class FakeAwake:
    """A machine that is kept awake, and how often."""

    problem: str = ""
    held: bool = False
    entered: int = 0

    def enter(self) -> None:
        self.held = True
        self.entered += 1

    def try_again(self) -> None:
        self.enter()

    def close(self) -> None:
        self.held = False
