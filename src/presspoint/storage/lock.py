"""Whether a session runs now: a lock that the system takes back when its process dies."""

from __future__ import annotations

import os
from pathlib import Path

from presspoint.storage.paths import private_file

try:
    import fcntl
except ImportError:  # Windows has no flock: a session that crashed there stays "running"
    fcntl = None  # type: ignore[assignment]


class ProcessLock:
    """A lock shared by every running session; who can take it alone knows that none runs."""

    def __init__(self, path: Path) -> None:
        """Take the path of the lock file, which is made when it is first needed."""
        self.path = path
        self.descriptor: int | None = None

    def take_alone(self) -> bool:
        """Take the lock unless another process has it; return whether it is ours alone.

        Raises OSError.
        """
        if fcntl is None:
            return False
        try:
            fcntl.flock(self._open(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def share(self) -> None:
        """Take the lock beside others until closed; wait while one has it alone. Raises OSError."""
        if fcntl is not None:
            fcntl.flock(self._open(), fcntl.LOCK_SH)

    def close(self) -> None:
        """Give the lock back."""
        if self.descriptor is not None:
            os.close(self.descriptor)
            self.descriptor = None

    def _open(self) -> int:
        if self.descriptor is None:
            private_file(self.path)
            self.descriptor = os.open(self.path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
        return self.descriptor
