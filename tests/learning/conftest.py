"""What the tests of learning share: a command line, as a person calls it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from presspoint.__main__ import run_guarded


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command line in this process; return its exit code, stdout and stderr."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = run_guarded(list(arguments))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run
