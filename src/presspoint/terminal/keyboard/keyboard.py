"""Raw keys and signals: waits for either, until a moment, without polling."""

from __future__ import annotations

import math
import os
import select
import sys
import termios
from collections.abc import Callable, Mapping
from contextlib import suppress
from errno import EINTR
from typing import TYPE_CHECKING, Any, Generic

from presspoint.session.actions import ENDING_SIGNALS, Action, Signal
from presspoint.terminal.keyboard.keys import Burst, Meaning
from presspoint.terminal.output import is_in_background
from presspoint.terminal.signals import Signals
from presspoint.terminal.unblocked import output_waits

if TYPE_CHECKING:
    from presspoint.remote.single_session import Remote
    from presspoint.terminal.keyboard.parser import KeyParser

# Keys that come so close together are one burst, whose bytes may come apart; so may those of a key.
TOGETHER_SECONDS, UNFINISHED_SECONDS = 0.02, 0.1
MOST_READS, READ_SIZE = 6, 4096
# How soon to look again whether a terminal takes what it did not.
LATER_SECONDS = 0.25
REACHED = "presspoint ctl reaches this session again."
INPUT, LOCAL, CHARACTERS = 0, 3, 6  # where tcgetattr keeps them
GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


class Waiting(Generic[Meaning]):
    """What a session without a keyboard waits with: open signals, and programs from `let_in` on."""

    has_keys = False

    def __init__(self, signals: Signals) -> None:
        self.signals = signals
        self.remote: Remote | None = None
        self.from_remote: int | None = None
        self.poll = select.poll()
        self.poll.register(signals.wakes, select.POLLIN)

    def wait(self, seconds: float | None) -> list[Meaning | Action | Signal]:
        """Return signals and actions, waiting `seconds` at most, or until one comes."""
        self._ready(seconds)
        return self._take()

    def let_in(self, remote: Remote) -> str:
        """Let other programs act on the session; return why they cannot, or nothing."""
        self.remote = remote
        self._listen(remote.listen())
        return remote.problem

    def try_again(self) -> str:
        """Let other programs in where they could not be; return what to say where it works now."""
        if self.remote is None or self.remote.is_listening:
            return ""
        if self.from_remote is not None:
            self.poll.unregister(self.from_remote)
        self._listen(self.remote.try_again())
        return "" if self.remote.problem else REACHED

    def answer(self, status: Callable[[], Mapping[str, object]]) -> None:
        """Answer the programs that wait, if any do, with where the session stands."""
        if self.remote:
            self.remote.answer(status)

    def suspend(self) -> None:
        """Stop the process as Ctrl-Z does; return when it is continued."""
        self.signals.suspend()

    def close(self) -> None:
        """Nothing to give back."""

    def _listen(self, descriptor: int | None) -> None:
        self.from_remote = descriptor
        if descriptor is not None:
            self.poll.register(descriptor, select.POLLIN)

    def _take(self) -> list[Meaning | Action | Signal]:
        return [*self.signals.take(), *(self.remote.take() if self.remote else ())]

    def _ready(self, seconds: float | None) -> dict[int, int]:
        if output_waits():
            seconds = LATER_SECONDS if seconds is None else min(seconds, LATER_SECONDS)
        timeout = None if seconds is None else math.ceil(max(0.0, seconds) * 1000)
        return dict(self.poll.poll(timeout))


class Keyboard(Waiting[Meaning]):
    """Waits for single keys of a terminal, raw until `close`, and for signals.

    What parses keys is imported by the first `wait`, after the first frame.
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
        self.parser: KeyParser | None = None
        self.is_gone = False
        self.mode = self._make_raw()

    def wait(self, seconds: float | None) -> list[Meaning | Action | Signal]:
        """Return what keys mean, and signals; a terminal that went away is a hang-up."""
        until = None if seconds is None else self.clock() + seconds
        if self.parser is None:
            from presspoint.terminal.keyboard.parser import KeyParser

            self.parser = KeyParser()
        ready = self._ready(None if until is None else until - self.clock())
        messages = self._take()
        state = ready.get(self.terminal, 0)
        if state & select.POLLIN:
            messages += self.burst.messages(self._read_keys(self.parser), self.clock())
        if state & GONE or self.is_gone:
            messages.append(Signal.HUP)
        return messages

    def _read_keys(self, parser: KeyParser) -> list[str]:
        """The keys that are there, with those that come right behind them, in one go."""
        keys = parser.feed(self._read())
        for _ in range(MOST_READS):
            seconds = UNFINISHED_SECONDS if parser.waits else TOGETHER_SECONDS
            if self.is_gone or not select.select([self.terminal], [], [], seconds)[0]:
                break
            keys += parser.feed(self._read())
        return keys + parser.flush()

    def _read(self) -> bytes:
        """The bytes that are there; none once the terminal is gone."""
        try:
            data = os.read(self.terminal, READ_SIZE)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        self.is_gone = not data
        return data

    def suspend(self) -> None:
        """Stop the process with the terminal in its own mode; return when it is continued."""
        self.close()
        self.signals.suspend()
        # Whoever ends a stopped job leaves it in the background, where the terminal is not ours.
        ends = not ENDING_SIGNALS.isdisjoint(self.signals.came)
        self.mode = None if ends else self._make_raw()

    def close(self) -> None:
        """Give the terminal's mode back, if there still is a terminal, and it is ours."""
        if self.mode is not None and not is_in_background(self.terminal):
            with suppress(termios.error):
                termios.tcsetattr(self.terminal, termios.TCSANOW, self.mode)

    def _make_raw(self) -> list[Any] | None:
        """Make the terminal raw; return its mode before, None where it is none or not ours.

        In the background this stops the process, and is interrupted once it is in front.
        """
        while ENDING_SIGNALS.isdisjoint(self.signals.came):
            try:
                return make_raw(self.terminal)
            except termios.error as problem:
                if problem.args[0] != EINTR:
                    return None
        return None


def make_raw(terminal: int) -> list[Any]:
    """Let single keys through, unechoed; return the mode before. Raises termios.error."""
    before = termios.tcgetattr(terminal)
    after = termios.tcgetattr(terminal)
    after[INPUT] &= ~(termios.IXON | termios.ICRNL | termios.INLCR | termios.IGNCR)
    after[LOCAL] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    after[CHARACTERS][termios.VMIN] = 1
    termios.tcsetattr(terminal, termios.TCSANOW, after)
    return before
