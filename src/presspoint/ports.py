"""What a session is played with: inputs, display, log, narrator, a machine kept awake."""

from collections.abc import Callable, Mapping
from typing import Literal, Protocol

from presspoint.catalogue.pain_answers import Feeling
from presspoint.cues.narrator import Narrator
from presspoint.named_tuple import NamedTuple
from presspoint.session.actions import Action, Signal
from presspoint.session.events import Event
from presspoint.session.record.records import HoldRecord
from presspoint.session.record.tally import Tally
from presspoint.session.state import Session


class Inputs(Protocol):
    """Where actions and signals come from."""

    has_keys: bool

    def wait(self, seconds: float | None) -> list[Action | Signal]:
        """Return actions and signals, after `seconds` at most; None waits for one."""

    def answer(self, status: Callable[[], Mapping[str, object]]) -> None:
        """Answer the programs that wait, if any do, with where the session stands."""

    def try_again(self) -> str:
        """Let other programs in if that failed before; return what to say where it works now."""

    def suspend(self) -> None:
        """Stop the process as Ctrl-Z does, with the terminal as it was; return when continued."""


class Display(Protocol):
    """What the player needs of a display."""

    def tell(self, event: Event) -> None:
        """Tell one event."""

    def show(self, session: Session, now: float, *, muted: bool) -> None:
        """Show where the session stands, and whether its sound is off."""

    def remark(self, words: str) -> None:
        """Tell of something that went wrong beside the session."""

    def help(self) -> None:
        """Show what the keys do."""

    def enlarge(self, session: Session, now: float) -> str:
        """Show the picture of the place larger, or as before; return why that cannot be."""

    def enter(self) -> None:
        """Take the terminal, at the start and after it was lent."""

    def leave(self) -> None:
        """Give the terminal back."""


class Log(Protocol):
    """Where a session is saved; `problem` and `rest_problem` say why something is not, for now."""

    @property
    def problem(self) -> str:
        """Why the session is not saved."""

    @property
    def rest_problem(self) -> str:
        """Why rest days are not saved."""

    def begin(self) -> None:
        """Keep that the session runs."""

    def add(self, hold: HoldRecord) -> None:
        """Keep a finished hold; on disk before this returns."""

    def save_tally(self, tally: Tally) -> None:
        """Keep how many holds came up, and what hurt; on disk before this returns."""

    def rest(
        self,
        codes: tuple[str, ...],
        because: str,
        days: int,
        answer: Feeling | None = None,
        side: Literal["left", "right", ""] = "",
    ) -> None:
        """Keep that places rest for some days, on one side only; on disk before this returns."""

    def save(self) -> None:
        """Try once more what could not be saved, without waiting for anything."""


class Awake(Protocol):
    """What keeps the machine from falling asleep; `problem` says why it cannot."""

    problem: str

    def enter(self) -> None:
        """Keep it awake."""

    def try_again(self) -> None:
        """Keep it awake after all, if that failed before."""

    def close(self) -> None:
        """Let it sleep."""


class Ports(NamedTuple):
    """What a session is played with; `report` says what went wrong, each sentence once."""

    inputs: Inputs
    display: Display
    log: Log
    narrator: Narrator
    awake: Awake
    report: Callable[[str], None]
