"""A private file put in place of an old one: after a crash it is the old one or the new, whole."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from presspoint.errors import StorageError
from presspoint.storage.paths import PRIVATE_FILE


def put_in_place(path: Path, content: bytes) -> None:
    """Put a file on disk with mode 0600; a link at its name is replaced. Raises StorageError."""
    beside = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        try:
            _write(beside, content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        _flush_folder(path.parent)
    except OSError as problem:
        raise StorageError(f"{path}: {problem.strerror}.") from None


def _write(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
    with os.fdopen(os.open(path, flags, PRIVATE_FILE), "wb") as file:
        if hasattr(os, "fchmod"):  # a umask may have taken even the owner's right to read
            os.fchmod(file.fileno(), PRIVATE_FILE)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Put the new name itself on disk, where a folder can be opened for that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
