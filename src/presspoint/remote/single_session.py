"""One session at a time, and its control by other programs: `presspoint ctl`, a button, a phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from presspoint.errors import PresspointError, StorageError
from presspoint.session.actions import Action
from presspoint.storage.lock import ProcessLock
from presspoint.storage.paths import private_folder

if TYPE_CHECKING:
    from presspoint.remote.server import Server

LOCK = "session.lock"
SECOND = (
    "A session is open already, in another window. While it plays, presspoint ctl status shows it "
    "and presspoint ctl stop ends it."
)


class Remote:
    """Makes a session the only one and lets it be controlled; `problem` says why it cannot be."""

    def __init__(self) -> None:
        """Take the locks, which a killed session does not keep. Raises PresspointError."""
        self.problem = ""
        self.server: Server | None = None
        self.locks: list[ProcessLock] = []
        # Logins of one person can have several runtime folders, and all save to one history. A data
        # folder that takes no lock is told of when the session is saved.
        with suppress(StorageError, OSError):
            self._take_alone(private_folder("data") / LOCK)
        try:
            self.folder = private_folder("run")
            self._take_alone(self.folder / LOCK)
        except StorageError as problem:
            self._without(str(problem))
        except OSError as problem:
            self._without(f"{self.folder / LOCK}: {problem.strerror}.")

    def listen(self) -> int | None:
        """Listen; return what is readable while `take` has something to do, None with a problem."""
        if self.problem:
            return None
        from presspoint.remote.address import SOCKET, check_folder  # the first frame is shown now
        from presspoint.remote.server import Server

        try:
            check_folder(self.folder)
            self.server = Server(self.folder)
        except OSError as problem:
            self._without(f"{self.folder / SOCKET}: {problem.strerror or problem}.")
            return None
        return self.server.fileno()

    def take(self) -> list[Action]:
        """Return the actions that other programs sent; never waits for one."""
        return self.server.take() if self.server else []

    def answer(self, status: Callable[[], Mapping[str, object]]) -> None:
        """Reply to those who wait, if any do, where the session stands after what they asked."""
        if self.server and self.server.clients.waiting:
            self.server.clients.answer(status())

    def close(self) -> None:
        """Let the next session begin; then reply to those who still wait that this one is over."""
        if self.server:
            self.server.leave()
        for lock in self.locks:
            lock.close()
        if self.server:
            self.server.close()
            self.server = None

    def _take_alone(self, path: Path) -> None:
        """Take a lock. Raises PresspointError where another session has it, else OSError."""
        lock = ProcessLock(path)
        self.locks.append(lock)
        if not lock.take_alone():
            for each in self.locks:
                each.close()
            raise PresspointError(SECOND)

    def _without(self, why: str) -> None:
        self.problem = f"presspoint ctl cannot reach this session. {why}"
