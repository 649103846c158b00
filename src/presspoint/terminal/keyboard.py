"""Raw keys and signals: waits for either, until a moment, without polling."""

from __future__ import annotations

import math
import select
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from presspoint.terminal.keys import Burst
from presspoint.terminal.signals import Signals

if TYPE_CHECKING:
    from prompt_toolkit.input import Input

ESCAPE_SECONDS = 0.1
GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


class Waiting:
    """What a session without a keyboard waits with: signals only."""

    has_keys = False

    def __init__(self, signals: Signals) -> None:
        """Take the open signals."""
        self.signals = signals
        self.poll = select.poll()
        self.poll.register(signals.wakes, select.POLLIN)

    def wait(self, seconds: float | None) -> list[str]:
        """Return signal names, waiting `seconds` at most, or until one comes."""
        self._ready(seconds)
        return self.signals.take()

    def suspend(self) -> None:
        """Stop the process as Ctrl-Z does; return when it is continued."""
        self.signals.suspend()

    def close(self) -> None:
        """Nothing to give back."""

    def _ready(self, seconds: float | None) -> dict[int, int]:
        timeout = None if seconds is None else math.ceil(max(0.0, seconds) * 1000)
        return dict(self.poll.poll(timeout))


class Keyboard(Waiting):
    """Waits for single keys of a terminal in raw mode, and for signals.

    Opened by the first `wait`: what reads keys takes longer to import than everything before the
    first frame, and the terminal keeps what is typed meanwhile.
    """

    has_keys = True

    def __init__(self, signals: Signals, clock: Callable[[], float]) -> None:
        """Take the open signals and the clock that tells bursts apart."""
        super().__init__(signals)
        self.clock = clock
        self.burst = Burst()
        self.input: Input | None = None

    def wait(self, seconds: float | None) -> list[str]:
        """Return actions and signal names; a terminal that went away is a hang-up."""
        until = None if seconds is None else self.clock() + seconds
        keys = self.input or self._open()
        ready = self._ready(None if until is None else until - self.clock())
        found = self.signals.take()
        state = ready.get(keys.fileno(), 0)
        if state & select.POLLIN:
            found += self.burst.actions(_read(keys), self.clock())
        if state & GONE or keys.closed:
            found.append("SIGHUP")
        return found

    def suspend(self) -> None:
        """Stop the process with the terminal in its own mode; return when it is continued."""
        self.close()
        self.signals.suspend()

    def close(self) -> None:
        """Give the terminal's mode back; the next `wait` takes it again."""
        if self.input is not None:
            self.poll.unregister(self.input.fileno())
            self.raw.__exit__(None, None, None)
            self.input = None

    def _open(self) -> Input:
        from prompt_toolkit.input.vt100 import Vt100Input

        opened = self.input = Vt100Input(sys.stdin)
        self.raw = opened.raw_mode()
        self.raw.__enter__()
        self.poll.register(opened.fileno(), select.POLLIN)
        return opened


def _read(keys: Input) -> list[str]:
    """The keys that are there; an escape that nothing follows is a key of its own."""
    pressed = keys.read_keys()
    if not pressed:
        select.select([keys.fileno()], [], [], ESCAPE_SECONDS)
        pressed = keys.read_keys() + keys.flush_keys()
    return [str(getattr(press.key, "value", press.key)) for press in pressed] or ["unreadable"]
