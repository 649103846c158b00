"""What a session is played with where nobody is there: no keys, no display, no log, no waiting.

Waiting moves the clock instead, so a session is over as soon as all of it was computed.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from presspoint.catalogue.pain_answers import Feeling
from presspoint.planning.course import Phase
from presspoint.session.actions import Action, Signal
from presspoint.session.events import Event, EventKind
from presspoint.session.record.records import HoldRecord
from presspoint.session.record.tally import Tally
from presspoint.session.state import Session

LEAST_SECONDS = 1e-6  # a clock that stands still would be waited for without an end


class NoInputs:
    """No key and no signal; waiting moves the time, which the object itself is the clock of."""

    has_keys = False

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the seconds since the beginning."""
        return self.now

    def wait(self, seconds: float | None) -> list[Action | Signal]:
        """Let the time pass; end a session that would wait for a key."""
        self.now += max(LEAST_SECONDS, seconds or 0.0)
        return [Action.STOP] if seconds is None else []

    def answer(self, status: Callable[[], Mapping[str, object]]) -> None:
        """Nobody asks."""

    def try_again(self) -> str:
        """Nobody is let in."""
        return ""

    def suspend(self) -> None:
        """Nobody suspends it."""


class NoDisplay:
    """Shows nothing, and notes when each phase began."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.beginnings: list[tuple[float, Phase]] = []

    def tell(self, event: Event) -> None:
        """Note the beginning of a phase."""
        if event.kind is EventKind.BEGAN:
            self.beginnings.append((self.clock(), event.phase))

    def show(self, session: Session, now: float, *, muted: bool) -> None:
        """Nobody looks."""

    def remark(self, words: str) -> None:
        """Nobody looks."""

    def help(self) -> None:
        """Nobody asks."""

    def enlarge(self, session: Session, now: float) -> str:  # noqa: ARG002  # of the protocol
        """Nobody looks."""
        return ""

    def enter(self) -> None:
        """There is no terminal to take."""

    def leave(self) -> None:
        """There is no terminal to give back."""


class NoLog:
    """Saves nothing: nothing was pressed."""

    problem = rest_problem = ""

    def begin(self) -> None:
        """Nothing began."""

    def add(self, hold: HoldRecord) -> None:
        """Nothing was pressed."""

    def save_tally(self, tally: Tally) -> None:
        """Nothing hurt."""

    def rest(
        self,
        codes: tuple[str, ...],
        because: str,
        days: int,
        answer: Feeling | None = None,
        side: Literal["left", "right", ""] = "",
    ) -> None:
        """Nothing hurt."""

    def save(self) -> None:
        """Nothing failed."""


class NoAwake:
    """Lets the machine sleep: it is over at once."""

    problem = ""

    def enter(self) -> None:
        """Nothing to keep awake."""

    def try_again(self) -> None:
        """Nothing failed."""

    def close(self) -> None:
        """Nothing was kept awake."""
