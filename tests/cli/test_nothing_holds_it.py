"""The real program beside a terminal that does not read, locks, and signals of every kind."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import random
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from presspoint.session.actions import ENDING_SIGNALS, Signal
from presspoint.storage.lock import ProcessLock

ENDING = sorted((ENDING_SIGNALS & {*signal.Signals.__members__}) - {Signal.QUIT})
TERM_SECONDS = 3.0
PATIENCE = 20.0


class Played:
    """A session in a pseudo-terminal that is read only when somebody asks what it shows."""

    def __init__(self, home: Path, *arguments: str, before: str = "", **more: str) -> None:
        self.home = home
        self.end, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.mode = termios.tcgetattr(terminal)
        self.environment = {
            **os.environ,
            "PRESSPOINT_HOME": str(home),
            "TERM": "xterm-256color",
            **more,
        }
        command = [sys.executable, "-m", "presspoint", "routine", "lower-back", "--yes"]
        self.child = subprocess.Popen(
            ["sh", "-c", f'{before} exec "$@"', "sh", *command, *arguments],
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env=self.environment,
            start_new_session=True,
        )
        self.terminal = terminal
        self.shown = b""

    def read(self, seconds: float = 0.2) -> None:
        until = time.monotonic() + seconds
        while select.select([self.end], [], [], max(0.0, until - time.monotonic()))[0]:
            self.shown += os.read(self.end, 65536)

    def wait_for(self, words: str) -> None:
        until = time.monotonic() + PATIENCE
        while words.encode() not in self.shown:
            assert time.monotonic() < until, self.shown[-2000:]
            self.read()

    def stall(self) -> None:
        """Let the terminal be full of frames that nobody reads."""
        for number in range(60):
            size = struct.pack("HHHH", 24 + number % 2, 80, 0, 0)
            fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, size)
            time.sleep(0.03)

    def ctl(self, *words: str) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "-m", "presspoint", "ctl", *words, "--json"],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
        assert done.returncode == 0, done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def seconds_to_end(self, name: str = "SIGTERM") -> float:
        """Send a signal; return how long the program took to end."""
        began = time.monotonic()
        self.child.send_signal(signal.Signals[name])
        self.child.wait(timeout=PATIENCE)
        return time.monotonic() - began

    def close(self) -> None:
        if self.child.poll() is None:
            self.child.kill()
            self.child.wait()
        os.close(self.terminal)
        os.close(self.end)


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Played]:
    opened = Played(tmp_path)
    opened.wait_for("Get ready")
    yield opened
    opened.close()


def session(home: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "presspoint", "history", "--json"],
        env={**os.environ, "PRESSPOINT_HOME": str(home)},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)["sessions"]
    assert isinstance(found, dict)
    return found


@pytest.mark.long
def test_d3_a_terminal_that_does_not_read_stops_neither_time_nor_control_nor_term(
    played: Played, tmp_path: Path
) -> None:
    played.stall()
    before = played.ctl("status")
    assert played.ctl("next")["running"]
    time.sleep(1.5)
    after = played.ctl("status")
    assert after["state"] == "playing"
    assert after["total_seconds_left"] < before["total_seconds_left"]
    assert played.seconds_to_end() < TERM_SECONDS
    assert played.child.returncode == -signal.SIGTERM
    assert session(tmp_path)["status"] == "interrupted"


@pytest.mark.long
def test_d3_a_stalled_session_that_is_stopped_ends_and_nothing_hangs_at_its_exit(
    played: Played, tmp_path: Path
) -> None:
    played.stall()
    played.ctl("stop")
    played.child.wait(timeout=10)
    assert played.child.returncode == 0
    assert session(tmp_path)["status"] in {"stopped", "skipped"}


@pytest.mark.long
def test_d3_plain_lines_into_a_terminal_that_does_not_read_stop_nothing(tmp_path: Path) -> None:
    opened = Played(tmp_path, ACCESSIBLE="1")
    opened.wait_for("x means")
    for _ in range(40):
        opened.ctl("pause")
        opened.ctl("resume")
    assert opened.seconds_to_end() < TERM_SECONDS
    opened.close()


@pytest.mark.long
def test_stalled_at_random_moments_term_is_obeyed_within_three_seconds(tmp_path: Path) -> None:
    for number in range(10):
        home = tmp_path / str(number)
        home.mkdir()
        opened = Played(home)
        moment = random.Random(number)  # noqa: S311  # moments, no secrets
        opened.read(moment.uniform(0.5, 4.0))
        if moment.random() < 0.8:
            opened.stall()
        assert opened.seconds_to_end() < TERM_SECONDS
        opened.close()


@pytest.mark.long
@pytest.mark.parametrize(
    "name", sorted((ENDING_SIGNALS & {*signal.Signals.__members__}) - {Signal.QUIT})
)
def test_d20_every_signal_that_ends_gives_the_terminal_back(tmp_path: Path, name: Signal) -> None:
    opened = Played(tmp_path)
    opened.wait_for("Get ready")
    assert opened.seconds_to_end(name) < TERM_SECONDS
    assert opened.child.returncode == -signal.Signals[name]
    opened.read(0.5)
    assert opened.shown.rfind(b"\x1b[?1049l") > opened.shown.rfind(b"\x1b[?1049h")
    assert b"\x1b[?25h" in opened.shown
    assert termios.tcgetattr(opened.terminal)[3] == opened.mode[3]
    assert session(tmp_path)["ended_by"] == "signal"
    opened.close()


def test_fault_11_a_signal_that_is_ignored_at_the_start_stays_ignored(tmp_path: Path) -> None:
    opened = Played(tmp_path, before="trap '' HUP INT TSTP;")
    opened.wait_for("Get ready")
    for name in (signal.SIGHUP, signal.SIGINT, signal.SIGTSTP):
        opened.child.send_signal(name)
    time.sleep(1.0)
    assert opened.child.poll() is None
    assert opened.ctl("status")["state"] == "playing"
    assert opened.seconds_to_end() < TERM_SECONDS
    opened.close()


@pytest.mark.long
@pytest.mark.parametrize("name", ["data/running.lock", "config/profile.lock"])
def test_d5_a_lock_that_a_hung_process_has_holds_no_session(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir()
    with closing(ProcessLock(path)) as other:
        assert other.take_alone()
        opened = Played(tmp_path)
        opened.wait_for("Get ready")
        opened.ctl("next")
        time.sleep(0.5)
        os.write(opened.end, b"x")
        opened.wait_for("1 sharp")
        time.sleep(0.5)  # within 0.3 s it would belong to the burst before
        os.write(opened.end, b"4")
        time.sleep(1.0)
        assert opened.ctl("status")["state"] == "playing"
        assert opened.seconds_to_end() < TERM_SECONDS
        opened.close()


@pytest.mark.long
def test_d4_a_locked_history_halts_no_session_and_is_saved_once_it_is_free(
    played: Played, tmp_path: Path
) -> None:
    played.ctl("status")  # it answers once the history is made
    time.sleep(0.5)
    with closing(sqlite3.connect(tmp_path / "data" / "history.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for _ in range(2):  # over the warm-up, and over a hold, which is to be saved
            assert played.ctl("next")["running"]
        played.wait_for("keeps trying")
        assert played.ctl("next")["running"]
        time.sleep(3)
        assert played.ctl("status")["state"] == "playing"
        other.execute("ROLLBACK")
    assert played.seconds_to_end() < TERM_SECONDS
    assert session(tmp_path)["ended_by"] == "signal"


LATE = """
import sys
from presspoint.__main__ import prepare, run_guarded
from presspoint.player.loop import Player

class Replaced:
    def find_spec(self, name, path=None, target=None):
        raise ModuleNotFoundError(name)

begin = Player._begin

def begin_and_upgrade(self):
    begin(self)
    sys.meta_path.insert(0, Replaced())

Player._begin = begin_and_upgrade
prepare()
sys.exit(run_guarded(sys.argv[1:]))
"""


@pytest.mark.long
@pytest.mark.parametrize(
    ("keys", "code"), [("x4 ?tnb+-rm  q", 0), ("x2", 3), ("f", 3), ("nx1q", 0), ("q", 0)]
)
def test_d6_an_upgrade_meanwhile_ends_no_session(tmp_path: Path, keys: str, code: int) -> None:
    end, terminal = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-c", LATE, "routine", "shoulders-and-hands", "--yes"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**os.environ, "PRESSPOINT_HOME": str(tmp_path), "TERM": "xterm-256color"},
        start_new_session=True,
    )
    shown = b""
    waiting = list(keys)
    until = time.monotonic() + PATIENCE + len(keys)
    next_key = time.monotonic() + 4.0
    while child.poll() is None and time.monotonic() < until:
        if waiting and time.monotonic() > next_key:
            os.write(end, waiting.pop(0).encode())
            next_key = time.monotonic() + 0.7
        if select.select([end], [], [], 0.05)[0]:
            shown += os.read(end, 65536)
    child.kill()
    assert child.wait() == code, shown[-600:]
    assert b"A fault of presspoint" not in shown
    for each in (end, terminal):
        os.close(each)


@pytest.mark.long
@pytest.mark.parametrize("most", [8, 10])
def test_d7_a_limit_of_descriptors_is_no_hang_up_and_is_named(tmp_path: Path, most: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f'ulimit -n {most}; exec "$@"', "sh", "timeout", "-s", "INT", "4",
         sys.executable, "-m", "presspoint", "routine", "simple", "--yes"],
        env={**os.environ, "PRESSPOINT_HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )  # fmt: skip
    assert "Too many open files" in done.stderr
    assert "NOT saved" in done.stderr
    assert "Saved." not in done.stdout
    assert done.returncode in {4, 124}
