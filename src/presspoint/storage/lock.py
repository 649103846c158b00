"""A lock between processes, which the system takes back when its process dies."""

import fcntl
import os
from pathlib import Path

from presspoint.storage.paths import private_file


class ProcessLock:
    """A lock that one process has alone, or several share; every method but `close` raises OSError.

    Running sessions share one: whoever can take it alone knows that none runs.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.descriptor: int | None = None

    def take_alone(self) -> bool:
        """Take the lock unless another process has it; return whether it is ours alone."""
        try:
            fcntl.flock(self._open(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def wait_alone(self) -> None:
        """Take the lock alone; wait while another has it."""
        fcntl.flock(self._open(), fcntl.LOCK_EX)

    def share(self) -> None:
        """Take the lock beside others; wait while one has it alone."""
        fcntl.flock(self._open(), fcntl.LOCK_SH)

    def close(self) -> None:
        """Give the lock back."""
        if self.descriptor is not None:
            os.close(self.descriptor)
            self.descriptor = None

    def _open(self) -> int:
        if self.descriptor is None:
            private_file(self.path)
            self.descriptor = os.open(self.path, os.O_RDWR | os.O_NOFOLLOW)
        return self.descriptor
