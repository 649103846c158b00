"""A machine that neither sleeps nor locks by itself, as long as this process has one pipe open.

However the process ends, the system closes the pipe: the program that keeps the machine awake then
ends too, and the desktop forgets whoever is no longer on its bus.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading

MAY_SLEEP = "Your computer may sleep. The session then pauses."
CLOSE_SECONDS = 1.0
WHY = "--why=A session is playing"
# Only what the machine does by itself is held up: no wish of the person's, to sleep or to lock.
PROGRAMS = {
    "linux": ("systemd-inhibit", "--what=idle", "--mode=block", "--who=presspoint", WHY),
    "darwin": ("caffeinate", "-d", "-i"),
}


class Awake:
    """Keeps the machine awake from `enter` to `close`; `problem` says in words if it cannot.

    Both may be called again. A thread finds what keeps it awake, so that nothing waits: `problem`
    is set some 0.1 s after `enter`, or seconds where a desktop hangs.
    """

    def __init__(self) -> None:
        self.problem = ""
        self.writer: int | None = None
        self.closed: threading.Event | None = None
        self.thread: threading.Thread | None = None

    def enter(self) -> None:
        """Begin to keep the machine awake, unless it is."""
        if self.writer is not None:
            return
        import threading  # not before the first frame

        try:
            reader, self.writer = os.pipe()
            self.closed = threading.Event()
            arguments = (reader, self.closed)
            self.thread = threading.Thread(target=self._keep_awake, args=arguments, daemon=True)
            self.thread.start()
        except (OSError, RuntimeError):  # no descriptor or no thread is left
            self.problem = MAY_SLEEP
            if self.writer is not None:
                os.close(reader)

    def try_again(self) -> None:
        """Begin anew where that failed, unless the last try still goes on."""
        if self.problem and not (self.thread and self.thread.is_alive()):
            self.close()
            self.problem = ""
            self.enter()

    def close(self) -> None:
        """Let the machine sleep and lock again."""
        if self.writer is None:
            return
        if self.closed:
            self.closed.set()
        os.close(self.writer)
        self.writer = None
        if self.thread and self.thread.ident:
            self.thread.join(CLOSE_SECONDS)

    def _keep_awake(self, reader: int, closed: threading.Event) -> None:
        """Keep awake until the other end of the pipe is closed; no fault here ends a session."""
        try:
            worked = ask_desktop(reader) or closed.is_set() or run_program(reader)
        except Exception:  # noqa: BLE001  # whatever fails, a session without it is better than none
            worked = False
        if not worked and not closed.is_set():
            self.problem = MAY_SLEEP
        os.close(reader)


def nothing_keeps_awake() -> bool:
    """Return whether neither a desktop nor a program is there that may keep the machine awake."""
    from presspoint.machine.programs import find_program  # not before the first frame

    return not (_has_bus() or find_program(PROGRAMS.get(sys.platform, ("none",))[0]))


def ask_desktop(reader: int) -> bool:
    """Keep awake by the desktop until a pipe ends; return False if it cannot."""
    # On macOS wakepy would take caffeinate from the working folder too; and where there is no
    # desktop, to find none costs 7 MiB.
    if sys.platform == "darwin" or not _has_bus():
        return False
    from wakepy import keep

    with keep.presenting(on_fail="pass") as mode:
        is_active: bool = mode.active
        if is_active:
            os.read(reader, 1)
    return is_active


def _has_bus() -> bool:
    """Whether there may be a desktop: its bus is named, or at the usual place."""
    is_named = bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
    return is_named or Path(f"/run/user/{os.getuid()}/bus").exists()


def run_program(reader: int) -> bool:
    """Keep awake by a program until a pipe ends; return False if none works. Raises OSError."""
    from presspoint.machine.programs import find_program, start  # not before the first frame

    name, *options = PROGRAMS.get(sys.platform, ("none",))
    program, waiter = find_program(name), find_program("cat")
    if not (program and waiter):
        return False
    return start([program, *options, waiter], stdin=reader).wait() == 0
