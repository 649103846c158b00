"""Writes a file that a person named: a new one only, and no link is followed."""

import os
from pathlib import Path

from presspoint.errors import StorageError
from presspoint.words import printable_path

THERE_ALREADY = "{path} is there already. Type another name."


def refuse_name_in_use(path: Path) -> None:
    """Raise StorageError where anything has this name, were it a link to nothing."""
    if path.is_symlink() or path.exists():
        raise StorageError(THERE_ALREADY.format(path=printable_path(path)))


def write_new_file(path: Path, text: str, mode: int = 0o600) -> None:
    """Write a file that is not there yet, for this person alone. Raises StorageError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    shown = printable_path(path)
    try:
        descriptor = os.open(path, flags, mode)
    except FileExistsError:
        raise StorageError(THERE_ALREADY.format(path=shown)) from None
    except OSError as problem:
        raise StorageError(f"{shown} was not written: {problem.strerror}.") from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as problem:
        path.unlink(missing_ok=True)
        raise StorageError(f"{shown} was not written: {problem.strerror}.") from None
