"""A lock between processes, which the system takes back when its process dies."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from presspoint import clock
from presspoint.errors import StorageError
from presspoint.storage.paths import private_file

WAIT_SECONDS, TRY_SECONDS = 3.0, 0.02
# What a file system answers that knows no locks; some network folders do.
NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}


class ProcessLock:
    """A lock that one process has alone, or several share; only `wait_alone` ever waits.

    Running sessions share one: whoever can take it alone knows that none runs. `works` is False
    once the file system said that it knows no locks; nobody has one then. Methods raise OSError
    that names the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.works = True
        self.descriptor: int | None = None

    def take_alone(self) -> bool:
        """Take the lock unless another process has it; return whether it is ours alone."""
        return self._take(fcntl.LOCK_EX)

    def wait_alone(self, seconds: float) -> bool:
        """Take the lock alone; wait so long at most, and return whether it is ours."""
        latest = clock.monotonic() + seconds
        while not (is_ours := self.take_alone()) and self.works and clock.monotonic() < latest:
            clock.sleep(TRY_SECONDS)
        return is_ours

    def share(self) -> bool:
        """Take the lock beside others, unless one has it alone; return whether we have it."""
        return self._take(fcntl.LOCK_SH)

    def close(self) -> None:
        """Give the lock back."""
        if self.descriptor is not None:
            os.close(self.descriptor)
            self.descriptor = None

    def _take(self, kind: int) -> bool:
        try:
            fcntl.flock(self._open(), kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as problem:
            if problem.errno not in NO_LOCKS:
                raise OSError(problem.errno, problem.strerror, str(self.path)) from None
            self.works = False
            return False
        return True

    def _open(self) -> int:
        if self.descriptor is None:
            private_file(self.path)
            self.descriptor = os.open(self.path, os.O_RDWR | os.O_NOFOLLOW)
        return self.descriptor


@contextmanager
def change_alone(path: Path, most_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Let nobody else who asks for this lock change anything meanwhile.

    Raises StorageError where another has it for so many seconds. Where the file system knows no
    locks, the change goes on without: losing it would be certain, a second one is unlikely.
    """
    with closing(ProcessLock(path)) as lock:
        try:
            is_ours = lock.wait_alone(most_seconds) or not lock.works
        except OSError as problem:
            raise StorageError(f"{path}: {problem.strerror}.") from None
        if not is_ours:
            raise StorageError(
                f"{path}: another presspoint is changing the same file. Nothing is changed; try "
                "again."
            )
        yield
