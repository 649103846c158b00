"""TOML files read, and private files written: a crash leaves the old file or the new one, whole."""

import os
import stat
from pathlib import Path
from typing import Any
from uuid import uuid4

from presspoint.errors import PresspointError, StorageError
from presspoint.storage.paths import PRIVATE_FILE, flush_folder, make_private, read_bytes

MOST_BYTES = 256 * 1024
MOST_DOTS = 300  # in one line: a key of very many parts takes the parser quadratic time


class OwnFileError(PresspointError):
    """A person's file that cannot be read; `fault` says what was found and what is wanted."""

    def __init__(
        self, path: Path, found: str, wanted: str, line: int | None = None, hint: str = ""
    ) -> None:
        from presspoint.faults import Fault, FileFault

        self.fault = Fault((), found, wanted, hint)
        self.line = line
        super().__init__(str(FileFault(str(path), self.fault, line)))


def read_text(path: Path) -> str:
    """Return a file's text. Raises OwnFileError for what is no small regular UTF-8 file."""
    try:
        content = read_bytes(path, MOST_BYTES + 1)
        if content is None:
            raise OwnFileError(path, "something that is no file", "a file")
        if len(content) > MOST_BYTES:
            raise OwnFileError(path, "a larger file", f"at most {MOST_BYTES // 1024} KiB")
        return decode_text(path, content)
    except OSError as problem:
        from presspoint.storage.presence import NOWHERE, reason

        if isinstance(problem, FileNotFoundError) and not path.is_symlink():
            raise OwnFileError(path, "no such file", "the name of a file that is there") from None
        found = NOWHERE if isinstance(problem, FileNotFoundError) else reason(problem)
        raise OwnFileError(path, found, "a file that can be read") from None


def decode_text(path: Path, content: bytes) -> str:
    """Return the text of a file, each line ended by a newline. Raises OwnFileError for no UTF-8."""
    try:
        if b"\0" in content:
            raise ValueError
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except ValueError:
        from presspoint.storage.slips.foreign import slip_of_bytes

        raise OwnFileError(path, *slip_of_bytes(content)) from None


def parse_toml(path: Path, text: str) -> dict[str, Any]:
    """Return the file's tables. Raises OwnFileError for what is no TOML, with its line."""
    import tomllib

    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MOST_DOTS:
            raise OwnFileError(path, "a name of too many parts", "a shorter one", number)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError, MemoryError) as problem:
        from presspoint.storage.slips.words import slip_of

        raise OwnFileError(path, *slip_of(problem, text)) from None


def replace_file(path: Path, content: bytes) -> None:
    """Write a file of mode 0600; a link of the person's own is written through.

    Raises StorageError, also for a link that is not safe to write through; it stays as it is.
    """
    try:
        target = _target(path)
        beside = target.with_name(f".{target.name}.{uuid4().hex}")
        try:
            _write(beside, content)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as problem:
        raise StorageError(f"{path}: {problem.strerror}.") from None
    try:
        flush_folder(target.parent)  # so that the new name itself is on disk
    except OSError as problem:
        uncertain = "saved, but a power cut may still lose it"
        raise StorageError(f"{path}: {uncertain}: {problem.strerror}.") from None


def create_file(path: Path, content: bytes) -> None:
    """Write a new file of mode 0600, whole or not at all; never over anything of that name.

    Raises StorageError.
    """
    beside = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        try:
            _write(beside, content)
            _give_name(beside, path)
        finally:
            beside.unlink(missing_ok=True)
        flush_folder(path.parent)
    except FileExistsError:
        raise StorageError(f"{path}: something of that name is there already.") from None
    except OSError as problem:
        raise StorageError(f"{path}: {problem.strerror}. Nothing was written.") from None


def _give_name(file: Path, path: Path) -> None:
    """Give a file its new name, unless it is taken. Raises OSError."""
    try:
        os.link(file, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError from None
        file.replace(path)


def _target(path: Path) -> Path:
    """The file to replace: what a link in a dotfiles folder leads to, or the path itself."""
    if not path.is_symlink():
        return path
    target = path.resolve(strict=True)
    me, folder = os.geteuid(), target.parent.stat()
    if target.name != path.name:
        why = f"is not called {path.name}"
    elif {me} != {path.lstat().st_uid, target.stat().st_uid, folder.st_uid}:
        why = "is not yours, as the link and its folder have to be"
    elif folder.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        why = "lies in a folder that others may write to"
    else:
        return target
    mend = "Change that file yourself, or put a file in place of the link."
    raise StorageError(
        f"{path}: this is a link to {target}, which {why}. Nothing was changed. {mend}"
    )


def _write(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, flags, PRIVATE_FILE), "wb") as file:
        make_private(file.fileno(), path.parent)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
