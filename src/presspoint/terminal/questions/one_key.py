"""Questions that one key answers: the only loop that waits for such a key, and for signals."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from typing import Protocol

from presspoint.session.actions import ENDING_SIGNALS, Signal
from presspoint.terminal.keyboard import Keyboard
from presspoint.terminal.output import discard_input
from presspoint.terminal.signals import Signals
from presspoint.terminal.unblocked import unblocked


class Inputs(Protocol):
    """Where keys and signals come from."""

    def wait(self, seconds: float | None) -> Sequence[str]:
        """Return keys and signals, after `seconds` at most; None waits for one."""

    def suspend(self) -> None:
        """Stop the process as Ctrl-Z does, with the terminal as it was; return when continued."""


class OneKeyQuestion:
    """A question on the terminal; `keys` says what each key of it means to `press`.

    `wake` is called whenever a key or a signal comes: a sound may have ended.
    """

    keys: Mapping[str, str]
    wake: Callable[[], None] | None = None

    def show(self) -> None:
        """Show the question, at first and after the process was stopped."""
        raise NotImplementedError

    def press(self, key: str) -> bool:
        """Act on a key; return whether it was the last one."""
        raise NotImplementedError

    def ask(self, inputs: Inputs) -> Signal | None:
        """Show the question and press its keys to the last one; return a signal that ended it.

        A key that comes together with a signal counts: it may be the answer that matters.
        """
        self.show()
        while True:
            messages = inputs.wait(None)
            if self.wake:
                self.wake()
            is_last = any(self._act_on(message, inputs) for message in messages)
            signal = ending_signal(messages)
            if signal or is_last:
                return signal

    def ask_on_terminal(self, clock: Callable[[], float]) -> Signal | None:
        """Ask as `ask` does, with single keys of the terminal; `clock` returns seconds.

        A terminal or a pipe that went away counts as its signal.
        """
        with (
            unblocked(),
            Signals() as signals,
            closing(Keyboard(signals, clock, self.keys)) as keyboard,
        ):
            discard_input()
            try:
                return self.ask(keyboard)
            except BrokenPipeError:
                return Signal.PIPE
            except OSError:
                return Signal.HUP

    def _act_on(self, message: str, inputs: Inputs) -> bool:
        if message is Signal.TSTP:
            inputs.suspend()
            self.show()
        return not isinstance(message, Signal) and self.press(message)


def ending_signal(messages: Sequence[str]) -> Signal | None:
    """Return the first of these messages that is a signal to end."""
    return next((Signal(message) for message in messages if message in ENDING_SIGNALS), None)
