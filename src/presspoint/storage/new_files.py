"""Writes files into a folder that a person named: new names only, all of them or none."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from presspoint.errors import StorageError
from presspoint.words import join_words, printable, printable_path

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


def write_new_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files by their names into a folder, for this person alone; the folder is made.

    What is there is never written over, and no link is followed. Raises StorageError, and then
    none of the files is there.
    """
    shown = printable_path(folder)
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        refuse_names_in_use(folder, contents)
        _write_all(folder, contents)
    except OSError as problem:
        raise StorageError(f"Nothing was written into {shown}: {problem.strerror}.") from None


def refuse_names_in_use(folder: Path, names: Iterable[str]) -> None:
    """Raise StorageError where anything in a folder has one of these names."""
    if there := tuple(name for name in names if os.path.lexists(folder / name)):
        shown = printable_path(folder)
        raise StorageError(
            f"There already, in {shown}: {printable(join_words(there))}. Choose another folder."
        )


def _write_all(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write all files under other names first; then each takes its own. Raises OSError."""
    others = {name: folder / f".{name}.{os.getpid()}" for name in contents}
    begun: list[Path] = []
    try:
        for name, other in others.items():
            begun.append(_reserve(other))
            _fill(other, contents[name])
        for name, other in others.items():
            begun.append(_reserve(folder / name))
            other.replace(folder / name)
    except BaseException:  # an interrupted one leaves nothing either
        for each in begun:
            each.unlink(missing_ok=True)
        raise


def _reserve(path: Path) -> Path:
    """The path, once it is a new and empty file. Raises OSError where anything is there."""
    os.close(os.open(path, NEW, PRIVATE_FILE))
    return path


def _fill(path: Path, content: bytes) -> None:
    """Write a file that was reserved, and wait until it is on the disk. Raises OSError."""
    with path.open("r+b") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
