"""What a session is played with: keys, screen, ear, record, and a machine that stays awake."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from presspoint.hearing import Hearing
from presspoint.history import HoldRecord
from presspoint.terminal.displays import Display


class Inputs(Protocol):
    """Where actions and signals come from."""

    has_keys: bool

    def wait(self, seconds: float | None) -> list[str]:
        """Return actions and signal names, after `seconds` at most; None waits for one."""

    def answer(self, status: Callable[[], Mapping[str, object]]) -> None:
        """Tell the programs that asked, if any did, where the session stands."""

    def suspend(self) -> None:
        """Stop the process as Ctrl-Z does, with the terminal as it was; return when continued."""


class Log(Protocol):
    """Where finished holds are kept; `problem` says why they are not."""

    problem: str

    def begin(self) -> None:
        """Keep that the session runs."""

    def add(self, hold: HoldRecord) -> None:
        """Keep a finished hold; on disk before this returns."""

    def rest(self, codes: tuple[str, ...], because: str, days: int) -> None:
        """Keep that places rest for some days; on disk before this returns."""


class Awake(Protocol):
    """What keeps the machine from falling asleep; `problem` says why it cannot."""

    problem: str

    def enter(self) -> None:
        """Keep it awake."""

    def close(self) -> None:
        """Let it sleep."""


class Edges(NamedTuple):
    """What a session is played with."""

    inputs: Inputs
    display: Display
    log: Log
    hearing: Hearing
    awake: Awake
