"""Questions that one key answers: the only loop that waits for such a key, and for signals."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from typing import Protocol

from presspoint.session.actions import ENDING_SIGNALS, Signal
from presspoint.terminal.keyboard.keyboard import Keyboard
from presspoint.terminal.keyboard.keys import ENTER
from presspoint.terminal.keyboard.typed_ahead import discard_input, input_waits
from presspoint.terminal.signals import Signals
from presspoint.terminal.unblocked import unblocked

END_KEY = "c-d"  # the end of input, which means what q means
WORD_SECONDS, SETTLE_SECONDS = 1.0, 0.5


class Inputs(Protocol):
    """Where keys and signals come from."""

    @property
    def clock(self) -> Callable[[], float]:
        """What returns the seconds that they come by."""

    def wait(self, seconds: float | None) -> Sequence[str]:
        """Return keys and signals, after `seconds` at most; None waits for one."""

    def suspend(self) -> None:
        """Stop the process as Ctrl-Z does, with the terminal as it was; return when continued."""


class OneKeyQuestion:
    """A question on the terminal; `keys` says what each key of it means to `press`.

    Enter and the end of input are among them. Who types a word means one answer at most, so after
    a key that is none, nothing but leaving counts until a second has passed without a key; then
    that key is pressed. `wake` is called whenever a key or a signal comes: a sound may have ended.
    """

    keys: Mapping[str, str]
    wake: Callable[[], None] | None = None

    def show(self) -> None:
        """Show the question, at first and after the process was stopped."""
        raise NotImplementedError

    def press(self, key: str) -> bool:
        """Act on a key; return whether it was the last one."""
        raise NotImplementedError

    def knows(self, key: str) -> bool:
        """Whether what a key means is among the answers."""
        return key in self.keys.values()

    def ends_word(self, messages: Sequence[str]) -> bool:
        """Whether these last messages are acted on at once: they are Enter, or leave."""
        return not {self.keys[ENTER], self.keys[END_KEY]}.isdisjoint(messages)

    def ask(self, inputs: Inputs, *, is_typing: bool = False) -> Signal | None:
        """Show the question and press its keys to the last one; return a signal that ended it.

        Where somebody `is_typing` before it is shown, it is shown when that word is over.
        A key that comes together with a signal counts: it may be the answer that matters. What
        many type right after it, as the Enter, is read too, or it would answer what follows.
        """
        early = self._pass_word(inputs, WORD_SECONDS, END_KEY) if is_typing else ()
        self.show()
        while True:
            messages, early = early or self._next_messages(inputs), ()
            is_last = any(self._act_on(message, inputs) for message in messages)
            signal = ending_signal(messages)
            if is_last and not signal and not self.ends_word(messages):
                return ending_signal(self._pass_word(inputs, SETTLE_SECONDS, ENTER))
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
            is_typing = input_waits()
            discard_input()
            try:
                return self.ask(keyboard, is_typing=is_typing)
            except BrokenPipeError:
                return Signal.PIPE
            except OSError:
                return Signal.HUP

    def _next_messages(self, inputs: Inputs) -> Sequence[str]:
        """What comes next; of a word that begins with no answer, its first key once it is over."""
        messages = self._wait(inputs, None)
        is_known = all(isinstance(each, Signal) or self.knows(each) for each in messages)
        if is_known or ending_signal(messages):
            return messages
        return self._pass_word(inputs, WORD_SECONDS, END_KEY) or messages

    def _pass_word(self, inputs: Inputs, seconds: float, last_key: str) -> Sequence[str]:
        """Let keys pass until there was none for so long; return what ended that sooner.

        It is what `last_key` means, or a signal to act on. A wait that ends early had a key in it,
        though it may be one that means nothing.
        """
        ends = {*ENDING_SIGNALS, Signal.TSTP, self.keys[last_key]}
        while True:
            until = inputs.clock() + seconds
            messages = self._wait(inputs, seconds)
            if found := [message for message in messages if message in ends]:
                return found
            if not messages and inputs.clock() >= until:
                return ()

    def _wait(self, inputs: Inputs, seconds: float | None) -> Sequence[str]:
        messages = inputs.wait(seconds)
        if self.wake:
            self.wake()
        return messages

    def _act_on(self, message: str, inputs: Inputs) -> bool:
        if message is Signal.TSTP:
            inputs.suspend()
            self.show()
        return not isinstance(message, Signal) and self.press(message)


def ending_signal(messages: Sequence[str]) -> Signal | None:
    """Return the first of these messages that is a signal to end."""
    return next((Signal(message) for message in messages if message in ENDING_SIGNALS), None)
