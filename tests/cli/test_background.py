"""A session begun in the background of a shell: nothing is drawn there, and keys work after."""

from __future__ import annotations

import errno
import os
import termios
from pathlib import Path

import pytest

from presspoint.session.actions import Signal
from presspoint.terminal.keyboard import keyboard
from presspoint.terminal.keyboard.keyboard import Keyboard
from presspoint.terminal.keyboard.keys import KEY_ACTIONS
from presspoint.terminal.signals import Signals
from support.terminal import Terminal

BEFORE = ["the mode before"]


def test_a_job_without_keys_writes_lines_and_leaves_the_shell_its_screen(home: Path) -> None:
    terminal = Terminal(str(home))
    terminal.run("presspoint routine lower-back --yes </dev/null &")
    terminal.wait_for("minutes in all")
    terminal.run("echo still $((40 + 2))")
    terminal.wait_for("still 42")
    assert "\x1b[?1049h" not in terminal.sent
    terminal.run("kill %1")
    terminal.wait_for("Interrupted")


@pytest.mark.long
def test_a_job_with_keys_is_stopped_until_it_is_in_front_and_then_hears_them(home: Path) -> None:
    terminal = Terminal(str(home))
    terminal.run("presspoint routine lower-back --yes &")
    terminal.wait_for("Positions: ")
    terminal.run("sleep 1; jobs")
    terminal.wait_for("Stopped")
    assert "\x1b[?1049h" not in terminal.sent
    terminal.run("fg")
    terminal.wait_for("Any key pauses")
    terminal.type("q")
    terminal.wait_for("Stopped, nothing pressed")


@pytest.fixture
def slave() -> int:
    """The terminal's end of a pseudo-terminal."""
    return os.openpty()[1]


def test_a_change_of_mode_that_a_stop_interrupted_is_made_again(
    slave: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = [termios.error(errno.EINTR, "Interrupted"), termios.error(errno.EINTR, "again")]

    def raw(_: int) -> list[str]:
        if problems:
            raise problems.pop()
        return BEFORE

    monkeypatch.setattr(keyboard, "make_raw", raw)
    monkeypatch.setattr("sys.stdin", os.fdopen(slave, closefd=False))
    with Signals() as signals:
        assert Keyboard(signals, lambda: 0.0, KEY_ACTIONS).mode == BEFORE
        assert not problems


def test_whoever_is_ended_in_the_background_waits_for_no_terminal(
    slave: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", os.fdopen(slave, closefd=False))
    with Signals() as signals:

        def interrupted(_: int) -> list[str]:
            signals.came.append(Signal.TERM)
            raise termios.error(errno.EINTR, "Interrupted")

        monkeypatch.setattr(keyboard, "make_raw", interrupted)
        assert Keyboard(signals, lambda: 0.0, KEY_ACTIONS).mode is None
