"""Reads and writes settings.toml, the one file that a person may also edit by hand."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from presspoint.errors import StorageError
from presspoint.settings import Settings, from_table, to_table
from presspoint.storage import paths

NAME = "settings.toml"


def read_settings() -> Settings:
    """Return the settings; none are set where there is no file, or no folder for one.

    Raises PresspointError for a file that cannot be read or is not as it should be.
    """
    from presspoint.storage.own_files import parsed, text_of

    try:
        path = paths.folder("config") / NAME
    except StorageError:  # nobody's home: a name that asks need not fail for that
        return Settings()
    try:
        path.lstat()
    except FileNotFoundError:
        return Settings()
    except OSError as problem:
        raise StorageError(f"{path}: {problem.strerror}.") from None
    return from_table(parsed(path, text_of(path)), str(path))


def write_settings(settings: Settings) -> None:
    """Put the settings on disk, whole or not at all. Raises StorageError."""
    import tomli_w

    folder = paths.private_folder("config")
    beside = folder / f".{NAME}.{uuid4().hex}"
    try:
        try:
            _write(beside, tomli_w.dumps(to_table(settings)).encode())
            beside.replace(folder / NAME)
        finally:
            beside.unlink(missing_ok=True)
        _flush_folder(folder)
    except OSError as problem:
        raise StorageError(f"{folder / NAME}: {problem.strerror}.") from None


def _write(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
    with os.fdopen(os.open(path, flags, paths.PRIVATE_FILE), "wb") as file:
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
