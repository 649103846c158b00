"""One session at a time, and its control by other programs: `presspoint ctl`, a button, a phone."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from errno import ENOLCK
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
    "A session is open already in another window. Meanwhile presspoint ctl status shows it "
    "and presspoint ctl stop ends it."
)


class Remote:
    """Makes a session the only one and lets it be controlled; `problem` says why it cannot be."""

    def __init__(self) -> None:
        """Take the locks, which a killed session does not keep. Raises PresspointError."""
        self.problem = ""
        self.server: Server | None = None
        self.locks: dict[Path, ProcessLock] = {}
        try:
            self._take_locks()
        except PresspointError:
            self._give_locks_back()
            raise

    @property
    def is_listening(self) -> bool:
        """Whether other programs can reach this session."""
        return self.server is not None and self.server.is_listening

    def try_again(self) -> int | None:
        """Listen where that failed before, as `listen` does; no problem here ends a session."""
        self.problem = ""
        if self.server:
            self.server.close()
            self.server = None
        try:
            self._take_locks()
        except PresspointError as other:
            self._without(str(other))
        return self.listen()

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
        self._give_locks_back()
        if self.server:
            self.server.close()
            self.server = None

    def _take_locks(self) -> None:
        """Become the only session, as far as locks can be had. Raises PresspointError."""
        # Logins of one person can have several runtime folders, and all save to one history. A data
        # folder that takes no lock is reported when the session is saved.
        with suppress(StorageError, OSError):
            self._take_alone(private_folder("data") / LOCK)
        try:
            self.folder = private_folder("run")
            self._take_alone(self.folder / LOCK)
        except StorageError as problem:
            self._without(str(problem))
        except OSError as problem:
            self._without(f"{self.folder / LOCK}: {problem.strerror}.")

    def _take_alone(self, path: Path) -> None:
        """Take a lock. Raises PresspointError where another session has it, else OSError."""
        lock = self.locks.setdefault(path, ProcessLock(path))
        if lock.take_alone():
            return
        if not lock.works:
            raise OSError(ENOLCK, os.strerror(ENOLCK))
        raise PresspointError(SECOND)

    def _give_locks_back(self) -> None:
        for lock in self.locks.values():
            lock.close()

    def _without(self, why: str) -> None:
        self.problem = f"presspoint ctl cannot reach this session. {why}"
