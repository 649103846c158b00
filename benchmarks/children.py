"""Starts the programs under test, on a pseudo-terminal or a pipe, and measures what each uses."""

from __future__ import annotations

import os
import pty
import signal
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LINES, COLUMNS = 24, 80
READ_SIZE = 65536
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process used: wall and CPU in seconds, peak resident memory in MiB."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Child:
    """A running process, the descriptor of its terminal or pipe, and when it was started."""

    pid: int
    output: int
    began: float

    def read(self) -> bytes:
        """Return the next output, waiting for it; nothing once the other end is closed."""
        try:
            return os.read(self.output, READ_SIZE)
        except OSError:  # how Linux ends a pseudo-terminal
            return b""

    def wait_for(self, *marks: bytes) -> float:
        """Return the seconds until every mark was written. Raises RuntimeError without them."""
        output = b""
        while not all(mark in output for mark in marks):
            chunk = self.read()
            if not chunk:
                raise RuntimeError(f"ended before {marks}: {output.decode(errors='replace')}")
            output += chunk
        return time.perf_counter() - self.began

    def finish(self, expected: int = 0) -> Usage:
        """Read to the end and return what was used. Raises RuntimeError for another exit code."""
        output = b""
        while chunk := self.read():
            output = (output + chunk)[-READ_SIZE:]  # the end says what went wrong
        _, status, usage = os.wait4(self.pid, 0)
        wall = time.perf_counter() - self.began
        os.close(self.output)
        code = os.waitstatus_to_exitcode(status)
        if code != expected:
            raise RuntimeError(f"ended with {code}: {output.decode(errors='replace')}")
        return Usage(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * PEAK_UNIT / 2**20)

    def terminate(self) -> None:
        """Ask the process to end."""
        os.kill(self.pid, signal.SIGTERM)


def start(command: tuple[str, ...], environment: Mapping[str, str], *, terminal: bool) -> Child:
    """Return a started process, on a terminal of 80 x 24 or with its output on a pipe."""
    began = time.perf_counter()
    pid, output = pty.fork() if terminal else _piped_fork()
    if pid == 0:
        try:
            if terminal:
                termios.tcsetwinsize(0, (LINES, COLUMNS))
            os.execve(command[0], command, environment)  # noqa: S606  # no shell is wanted
        finally:
            os._exit(127)
    return Child(pid, output, began)


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the variables of a child: nothing of Python's, everything of ours below `home`."""
    base = {"HOME": str(home), "PRESSPOINT_HOME": str(home / "presspoint")}
    base |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
    return base | dict(more or {})


@contextmanager
def fresh_home() -> Iterator[Path]:
    """Yield a new empty folder, removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="presspoint-benchmark-") as folder:
        yield Path(folder)


def answer_of(python: str, code: str, home: Path) -> str:
    """Return what a piece of Python prints under `python`. Raises RuntimeError if it failed."""
    return output_of((python, "-I", "-c", code), home)


def output_of(command: tuple[str, ...], home: Path) -> str:
    """Return what a program prints. Raises RuntimeError if it failed."""
    child = start(command, environment(home), terminal=False)
    output = b""
    while chunk := child.read():
        output += chunk
    child.finish()
    return output.decode()


def check_wheel(python: str) -> None:
    """Raise RuntimeError unless presspoint is installed from a wheel beside `python`."""
    code = "from presspoint.storage.catalogue_file import BUILT; print(BUILT.exists())"
    with fresh_home() as home:
        if answer_of(python, code, home).strip() != "True":
            raise RuntimeError("presspoint is installed there, but not from a wheel")


def _piped_fork() -> tuple[int, int]:
    """Fork with output and errors on a pipe and no input; like `pty.fork` in what it returns."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(writer, 1)
        os.dup2(writer, 2)
    os.close(writer)
    return pid, reader
