"""Somebody who answers one-key questions, without a terminal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from presspoint.session.actions import Signal
from presspoint.terminal.keyboard.keys import UNBOUND
from presspoint.terminal.questions.one_key import OneKeyQuestion
from support.fakes import FakeClock


class Typist:
    """Types `keys` one after another; `meanwhile` happens while each question waits."""

    def __init__(self, *keys: str) -> None:
        self.keys = list(keys)
        self.meanwhile: Callable[[], None] | None = None
        self.meanings: dict[str, str] = {}
        self.clock = FakeClock()

    def wait(self, seconds: float | None) -> list[str]:
        """Return what the next key means; nobody types where only a moment is waited."""
        if seconds is not None:
            self.clock.wait(seconds)
            return []
        if self.meanwhile:
            self.meanwhile()
        return [self.meanings.get(self.keys.pop(0).lower(), UNBOUND)]

    def suspend(self) -> None:
        """Nobody stops the process."""


def typing(monkeypatch: pytest.MonkeyPatch, *keys: str) -> Typist:
    """Let somebody answer all questions from now on with these keys ("y", "c-m" for Enter)."""
    typist = Typist(*keys)

    def ask(question: OneKeyQuestion, _: Callable[[], float]) -> Signal | None:
        typist.meanings = dict(question.keys)
        return question.ask(typist)

    monkeypatch.setattr(OneKeyQuestion, "ask_on_terminal", ask)
    return typist
