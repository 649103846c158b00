"""Raw keys and signals: waits for either, until a moment, without polling."""

from __future__ import annotations

import math
import select
import sys
import termios
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic

from presspoint.session.actions import ENDING_SIGNALS, Action, Signal
from presspoint.terminal.keys import Burst, Meaning
from presspoint.terminal.signals import Signals

if TYPE_CHECKING:
    from prompt_toolkit.input import Input

    from presspoint.remote.single_session import Remote

ESCAPE_SECONDS = 0.1
INPUT, LOCAL, CHARACTERS = 0, 3, 6  # where tcgetattr keeps them
GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


class Waiting(Generic[Meaning]):
    """What a session without a keyboard waits with: open signals, and programs from `let_in` on."""

    has_keys = False

    def __init__(self, signals: Signals) -> None:
        self.signals = signals
        self.remote: Remote | None = None
        self.poll = select.poll()
        self.poll.register(signals.wakes, select.POLLIN)

    def wait(self, seconds: float | None) -> list[Meaning | Action | Signal]:
        """Return signals and actions, waiting `seconds` at most, or until one comes."""
        self._ready(seconds)
        return self._take()

    def let_in(self, remote: Remote) -> str:
        """Let other programs act on the session; return why they cannot, or nothing."""
        descriptor = remote.listen()
        if descriptor is not None:
            self.poll.register(descriptor, select.POLLIN)
            self.remote = remote
        return remote.problem

    def answer(self, status: Callable[[], Mapping[str, object]]) -> None:
        """Answer the programs that wait, if any do, with where the session stands."""
        if self.remote:
            self.remote.answer(status)

    def suspend(self) -> None:
        """Stop the process as Ctrl-Z does; return when it is continued."""
        self.signals.suspend()

    def close(self) -> None:
        """Nothing to give back."""

    def _take(self) -> list[Meaning | Action | Signal]:
        return [*self.signals.take(), *(self.remote.take() if self.remote else ())]

    def _ready(self, seconds: float | None) -> dict[int, int]:
        timeout = None if seconds is None else math.ceil(max(0.0, seconds) * 1000)
        return dict(self.poll.poll(timeout))


class Keyboard(Waiting[Meaning]):
    """Waits for single keys of a terminal, raw until `close`, and for signals.

    What reads keys is imported by the first `wait`, which takes longer than the first frame.
    """

    has_keys = True

    def __init__(
        self, signals: Signals, clock: Callable[[], float], meanings: Mapping[str, Meaning]
    ) -> None:
        super().__init__(signals)
        self.clock = clock
        self.burst = Burst(meanings)
        self.terminal = sys.stdin.fileno()
        self.poll.register(self.terminal, select.POLLIN)
        self.input: Input | None = None
        self.mode = make_raw(self.terminal)

    def wait(self, seconds: float | None) -> list[Meaning | Action | Signal]:
        """Return what keys mean, and signals; a terminal that went away is a hang-up."""
        until = None if seconds is None else self.clock() + seconds
        if self.input is None:
            from prompt_toolkit.input.vt100 import Vt100Input

            self.input = Vt100Input(sys.stdin)
        ready = self._ready(None if until is None else until - self.clock())
        messages = self._take()
        state = ready.get(self.terminal, 0)
        if state & select.POLLIN:
            messages += self.burst.messages(_read(self.input), self.clock())
        if state & GONE or self.input.closed:
            messages.append(Signal.HUP)
        return messages

    def suspend(self) -> None:
        """Stop the process with the terminal in its own mode; return when it is continued."""
        self.close()
        self.signals.suspend()
        # Whoever ends a stopped job leaves it in the background, where the terminal is not ours.
        ends = not ENDING_SIGNALS.isdisjoint(self.signals.came)
        self.mode = None if ends else make_raw(self.terminal)

    def close(self) -> None:
        """Give the terminal's mode back, if there still is a terminal."""
        if self.mode is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.terminal, termios.TCSANOW, self.mode)


def make_raw(terminal: int) -> list[Any] | None:
    """Let single keys through, unechoed; return the mode before, None without a terminal."""
    try:
        before = termios.tcgetattr(terminal)
        after = termios.tcgetattr(terminal)
        after[INPUT] &= ~(termios.IXON | termios.ICRNL | termios.INLCR | termios.IGNCR)
        after[LOCAL] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        after[CHARACTERS][termios.VMIN] = 1
        termios.tcsetattr(terminal, termios.TCSANOW, after)
    except termios.error:
        return None
    return before


def _read(keys: Input) -> list[str]:
    """The keys that are there; an escape that nothing follows is a key of its own."""
    pressed = keys.read_keys()
    if not pressed:
        select.select([keys.fileno()], [], [], ESCAPE_SECONDS)
        pressed = keys.read_keys() + keys.flush_keys()
    return [str(getattr(press.key, "value", press.key)) for press in pressed] or ["unreadable"]
