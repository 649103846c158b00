"""Signals as messages: a handler only notes which one came; the loop acts on it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

from presspoint.session.actions import Signal


class Signals:
    """While open, notes every signal in `came` and wakes whoever waits on `wakes`."""

    def __enter__(self) -> Signals:
        """Take over the signals that a session must answer."""
        self.came: list[Signal] = []
        self.wakes, self._bell = os.pipe()
        for end in (self.wakes, self._bell):
            os.set_blocking(end, False)
        self._wakeup_before = signal.set_wakeup_fd(self._bell, warn_on_full_buffer=False)
        names = [each for each in Signal if each is not Signal.PIPE]
        self._before: dict[str, Any] = {
            name: signal.signal(getattr(signal, name), self._noting(name)) for name in names
        }
        return self

    def __exit__(self, *_: object) -> None:
        """Give the signals back as they were."""
        for name, handler in self._before.items():
            signal.signal(getattr(signal, name), handler)
        signal.set_wakeup_fd(self._wakeup_before)
        os.close(self.wakes)
        os.close(self._bell)

    def take(self) -> list[Signal]:
        """Return the signals that came since the last call."""
        try:
            while os.read(self.wakes, 512):
                pass
        except BlockingIOError:
            pass
        came, self.came = self.came, []
        return came

    def suspend(self) -> None:
        """Stop this process as Ctrl-Z does; returns when it is continued."""
        handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, handler)

    def _noting(self, name: Signal) -> Callable[[int, FrameType | None], None]:
        return lambda _number, _frame: self.came.append(name)


def die_of(name: str) -> None:
    """End by the signal itself, so that the caller sees what happened; QUIT without a core."""
    number = getattr(signal, name)
    if name != Signal.QUIT:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    os._exit(128 + number)
