"""Questions that one key answers: the only loop that waits for such a key, and for signals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from typing import Protocol

from presspoint.session.actions import ENDING_SIGNALS, Signal
from presspoint.terminal.keyboard import Keyboard
from presspoint.terminal.output import discard_input
from presspoint.terminal.signals import Signals


class Inputs(Protocol):
    """Where keys and signals come from."""

    def wait(self, seconds: float | None) -> Sequence[str]:
        """Return keys and signals, after `seconds` at most; None waits for one."""

    def suspend(self) -> None:
        """Stop the process as Ctrl-Z does, with the terminal as it was; return when continued."""


class Question(Protocol):
    """What is shown, and what the keys do to it."""

    def show(self) -> None:
        """Show the question, at first and after the process was stopped."""

    def press(self, key: str) -> bool:
        """Act on a key; return whether it was the last one."""

    def wake(self) -> None:
        """Do what is due whenever a key or a signal comes: a sound may have ended."""


def ask(question: Question, inputs: Inputs) -> Signal | None:
    """Show the question and press its keys to the last one; return a signal that ended it.

    A key that comes together with a signal counts: it may be the answer that matters.
    """
    question.show()
    while True:
        messages = inputs.wait(None)
        question.wake()
        signal, answered = ending_signal(messages), False
        for message in messages:
            if message is Signal.TSTP:
                inputs.suspend()
                question.show()
            elif not isinstance(message, Signal) and question.press(message):
                answered = True
                break
        if signal or answered:
            return signal


def ending_signal(messages: Sequence[str]) -> Signal | None:
    """Return the first of these messages that is a signal to end."""
    return next((Signal(message) for message in messages if message in ENDING_SIGNALS), None)


def ask_on_terminal(
    ask_with: Callable[[Inputs], Signal | None],
    clock: Callable[[], float],
    keys: Mapping[str, str],
) -> Signal | None:
    """Read single keys of the terminal, named by `keys`, for `ask_with`; return what that returns.

    A terminal or a pipe that went away counts as its signal. `clock` returns seconds.
    """
    with Signals() as signals, closing(Keyboard(signals, clock, keys)) as keyboard:
        discard_input()
        try:
            return ask_with(keyboard)
        except BrokenPipeError:
            return Signal.PIPE
        except OSError:
            return Signal.HUP
