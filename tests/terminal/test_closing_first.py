"""A signal that ends the program closes first what was opened, and is then obeyed."""

from __future__ import annotations

import os
import signal

import pytest

from presspoint.session.actions import Signal
from presspoint.terminal import signals
from presspoint.terminal.signals import closing_first


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_what_is_open_is_closed_and_then_the_signal_is_obeyed(
    monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    order: list[str] = []
    before = signal.signal(number, signal.SIG_DFL)
    monkeypatch.setattr(signals, "die_of", lambda name: order.append(Signal(name)))
    try:
        with closing_first():
            try:
                os.kill(os.getpid(), number)
                order.append("went on")
            finally:
                order.append("closed")
        assert signal.getsignal(number) is signal.SIG_DFL
    finally:
        signal.signal(number, before)
    assert order == ["closed", number.name]


def test_what_the_caller_ignores_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with closing_first():
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)
