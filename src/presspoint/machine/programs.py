"""Other programs: found on the person's PATH, started, and ended for certain.

They get no shell, no terminal and no stream of ours, and words reach them on stdin only: so no
text can become an option, and none shows in a list of processes. They get the login's runtime
folder, by which sound services are reached, and which cron leaves out of the environment.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import TypeAlias

Child: TypeAlias = "subprocess.Popen[bytes]"
RUNTIME = "XDG_RUNTIME_DIR"
LOGINS = Path("/run/user")


def find_program(name: str) -> str | None:
    """Return a program's absolute path, never one in or under the working folder."""
    try:
        here = Path.cwd()
    except OSError:  # it was removed
        here = None
    folders = os.environ.get("PATH", "").split(os.pathsep)
    safe = [each for each in folders if _is_outside(Path(each), here)]
    path = shutil.which(name, path=os.pathsep.join(safe)) if safe else None
    return path if path and _is_outside(Path(path), here) else None


def start(
    command: Sequence[str], words: str = "", stdin: int = DEVNULL, stdout: int = DEVNULL
) -> Child:
    """Return a program started in its own session; it reads `words`, or `stdin`. Raises OSError."""
    child = subprocess.Popen(  # noqa: S603  # from the fixed tables, found outside the working folder, or the person's own
        command,
        stdin=PIPE if words else stdin,
        stdout=stdout,
        stderr=DEVNULL,
        start_new_session=True,
        env=environment(),
    )
    if child.stdin:
        with suppress(OSError):  # it ended already, and its exit code says how
            child.stdin.write(words.encode("utf-8", "replace"))
        with suppress(OSError):
            child.stdin.close()
    return child


def environment() -> dict[str, str]:
    """Return the environment of this process, with the login's runtime folder where it lacks one.

    A folder that is named and is there stays as it is.
    """
    named = Path(os.environ.get(RUNTIME, ""))
    usual = LOGINS / str(os.getuid())
    has_one = sys.platform == "darwin" or (named.is_absolute() and named.is_dir())
    if has_one or not usual.is_dir() or usual.stat().st_uid != os.getuid():
        return dict(os.environ)
    return {**os.environ, RUNTIME: str(usual)}


def wait(child: Child, most_seconds: float) -> None:
    """Wait until a child ends, for so many seconds at most."""
    with suppress(subprocess.TimeoutExpired):
        child.wait(most_seconds)


def finish(child: Child, most_seconds: float) -> int | None:
    """Return the exit code of a child; None for one that was ended, as it took longer."""
    try:
        wait(child, most_seconds)
        return child.poll()
    finally:
        end(child)


def end(child: Child) -> None:
    """Kill a child with what it started, if it still runs."""
    if child.poll() is not None:
        return
    with suppress(OSError):
        os.killpg(child.pid, signal.SIGKILL)
    wait(child, 1.0)


def _is_outside(path: Path, here: Path | None) -> bool:
    """Whether a path is absolute and not in the working folder; "/" is nobody's working folder."""
    if not path.is_absolute():
        return False
    return here is None or here == here.parent or not path.resolve().is_relative_to(here)
