"""A copy of the history beside it, before a newer version of its tables is made."""

import os
from itertools import chain, count
from pathlib import Path

from presspoint.storage.paths import PRIVATE_FILE, flush_folder


def save_copy(path: Path, version: int, content: bytes) -> None:
    """Save the content of a history of some version as "history.version-3.db" beside it.

    It is whole or not there, private, and in place of nothing: where that name is taken it is
    "history.version-3-2.db", and so on. Raises OSError.
    """
    part = path.with_name(f"{path.stem}.version-{version}.part")
    try:
        _write_private(part, content)
        part.rename(_free_name(path, version))
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def _write_private(path: Path, content: bytes) -> None:
    """Write a file of mode 0600, never through a link, and wait until it is on the disk."""
    path.unlink(missing_ok=True)  # of a process that was killed
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW
    with os.fdopen(os.open(path, flags, PRIVATE_FILE), "wb") as file:
        os.fchmod(file.fileno(), PRIVATE_FILE)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _free_name(path: Path, version: int) -> Path:
    suffixes = chain([""], (f"-{number}" for number in count(2)))
    names = (path.with_name(f"{path.stem}.version-{version}{each}.db") for each in suffixes)
    return next(each for each in names if not os.path.lexists(each))
