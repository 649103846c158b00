"""How strong the pain is: one question, answered by one key."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Protocol

from presspoint.session.actions import ENDING_SIGNALS
from presspoint.terminal.keyboard import Keyboard
from presspoint.terminal.output import discard_input, paragraph
from presspoint.terminal.signals import Signals

SKIP = "skip"
VALUES = {**{str(value): value for value in range(10)}, "t": 10}
BOUND = {**{key: key for key in VALUES}, "c-m": SKIP, "c-j": SKIP}
SETTLE_SECONDS = 0.5


class Inputs(Protocol):
    """Where keys and signals come from."""

    def wait(self, seconds: float | None) -> list[str]:
        """Return keys and signal names, after `seconds` at most; None waits for one."""

    def suspend(self) -> None:
        """Stop the process as Ctrl-Z does, with the terminal as it was; return when continued."""


def nothing() -> None:
    """What there is to do at a wake-up where nothing is heard."""


def felt(
    question: str,
    clock: Callable[[], float],
    tell: Callable[[str], None] = paragraph,
    woken: Callable[[], None] = nothing,
) -> int | str | None:
    """Ask on the terminal, which gives single keys meanwhile; return what `feeling` returns."""
    with Signals() as signals:
        keyboard = Keyboard(signals, clock, BOUND)
        with closing(keyboard):
            discard_input()
            try:
                return feeling(keyboard, question, tell, woken)
            except BrokenPipeError:
                return "SIGPIPE"
            except OSError:
                return "SIGHUP"


def feeling(
    inputs: Inputs,
    question: str,
    tell: Callable[[str], None] = paragraph,
    woken: Callable[[], None] = nothing,
) -> int | str | None:
    """Return 0 to 10 by one key, None where Enter skipped it, or the name of an ending signal.

    Everything goes through `tell`: the question, once more after another key, and the answer.
    `woken` is called whenever a key or a signal came: the end of a sound may be among them.
    """
    tell(question)
    repeated = False
    while True:
        came = inputs.wait(None)
        woken()
        for message in came:
            if message in ENDING_SIGNALS:
                return message
            if message == SKIP:
                return None
            if message in VALUES:
                tell(f"Pain {VALUES[message]}.")
                return _settled(inputs) or VALUES[message]
            if message == "SIGTSTP":
                inputs.suspend()
                tell(question)
            elif not repeated and not message.startswith("SIG"):
                tell(question)
                repeated = True


def _settled(inputs: Inputs) -> str:
    """Take the Enter that many press after a figure, or it would mean something in what follows."""
    came = inputs.wait(SETTLE_SECONDS)
    return next((message for message in came if message in ENDING_SIGNALS), "")
