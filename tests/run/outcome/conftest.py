"""What the tests of scores and pains share: a command line, and somebody who answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from presspoint.__main__ import run_guarded
from presspoint.run.outcome import score
from support.typist import Typist, typing

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command line in this process; return its exit code, stdout and stderr."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = run_guarded(list(arguments))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Typist]:
    """Let somebody at a terminal answer with these keys."""
    monkeypatch.setattr(score, "can_ask", lambda: True)
    return lambda *keys: typing(monkeypatch, *keys)
