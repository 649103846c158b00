"""Signals as messages: a handler only notes which one came; the loop acts on it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from presspoint.session.actions import ENDING_SIGNALS, Signal

KNOWN = signal.Signals.__members__  # not every system has each
NUMBERS = tuple(KNOWN[name] for name in Signal if name in KNOWN and name is not Signal.PIPE)


class Signals:
    """While open, notes every Signal but PIPE in `came` and wakes whoever waits on `wakes`."""

    def __enter__(self) -> Signals:
        self.came: list[Signal] = []
        self.wakes, self._bell = os.pipe()
        for end in (self.wakes, self._bell):
            os.set_blocking(end, False)
        self._wakeup_before = signal.set_wakeup_fd(self._bell, warn_on_full_buffer=False)
        # What whoever started us ignores (nohup) stays ignored; but a child that ends counts.
        heeded = [each for each in NUMBERS if not _is_ignored(each) or each == signal.SIGCHLD]
        self._before = {number: signal.signal(number, self._note) for number in heeded}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        os.close(self.wakes)
        os.close(self._bell)

    def take(self) -> list[Signal]:
        """Return the signals that came since the last call."""
        with suppress(BlockingIOError):
            while os.read(self.wakes, 512):
                pass
        came, self.came = self.came, []
        return came

    def suspend(self) -> None:
        """Stop this process as Ctrl-Z does, where it may; return when it is continued."""
        if signal.SIGTSTP not in self._before:
            return
        handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, handler)

    def _note(self, number: int, _: FrameType | None) -> None:
        self.came.append(Signal(signal.Signals(number).name))


class _Ended(BaseException):
    """A signal came that ends the program, once what is open was closed."""


@contextmanager
def closing_first() -> Iterator[None]:
    """While open, a signal that ends the program lets what was opened since be closed before."""

    def end(number: int, _: FrameType | None) -> None:
        raise _Ended(signal.Signals(number).name)

    numbers = [KNOWN[name] for name in ENDING_SIGNALS if name in KNOWN]
    heeded = [each for each in numbers if not _is_ignored(each)]
    before = {number: signal.signal(number, end) for number in heeded}
    try:
        yield
    except _Ended as ended:
        die_of(Signal(str(ended)))
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _is_ignored(number: signal.Signals) -> bool:
    return signal.getsignal(number) is signal.SIG_IGN


def die_of(name: Signal) -> None:
    """End by the signal itself, so that the caller sees what happened; QUIT without a core."""
    number = signal.Signals[name]
    if name != Signal.QUIT:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    os._exit(128 + number)
