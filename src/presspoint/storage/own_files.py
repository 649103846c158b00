"""A person's own catalogue files: found, read within limits, checked, laid over the shipped one."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

from presspoint.errors import PresspointError
from presspoint.storage import paths

FOLDER = "catalogue"
MOST_FILES = 1000
MOST_BYTES = 256 * 1024
MOST_DOTS = 300  # in one line: a key of very many parts takes the parser quadratic time


class OwnFileError(PresspointError):
    """A person's file that cannot be read; `fault` says what was found and what is wanted."""

    def __init__(self, path: Path, found: str, wanted: str, line: int | None = None) -> None:
        """Take the file, what was found in it, what is wanted, and the line where known."""
        from presspoint.faults import Fault

        self.fault = Fault((), found, wanted)
        self.line = line
        super().__init__(f"{path}: {self.fault}.")


def folder() -> Path:
    """Return the folder that own files are in, made or not. Raises StorageError."""
    return paths.folder("config") / FOLDER


def found() -> list[Path]:
    """Return the own files by name. Raises StorageError, OwnFileError for a folder of too many."""
    if not _may_exist():
        return []
    place = folder()
    try:
        names = sorted(each.name for each in os.scandir(place) if each.name.endswith(".toml"))
    except FileNotFoundError:
        return []
    except OSError as problem:
        raise OwnFileError(place, f"{problem.strerror}", "a folder that can be read") from None
    if len(names) > MOST_FILES:
        raise OwnFileError(place, f"{len(names)} files", f"at most {MOST_FILES}")
    return [place / name for name in names if not name.startswith(".")]


def text_of(path: Path) -> str:
    """Return a file's text. Raises OwnFileError for what is no small regular UTF-8 file."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise OwnFileError(path, "no regular file", "a file")
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise OwnFileError(path, "more", f"at most {MOST_BYTES // 1024} KiB")
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as problem:
        raise OwnFileError(path, f"{problem.strerror}", "a file that can be read") from None
    except ValueError as problem:
        raise OwnFileError(path, f"{problem}", "UTF-8 text") from None


def parsed(path: Path, text: str) -> dict[str, Any]:
    """Return the file's tables. Raises OwnFileError for what is no TOML, with its line."""
    import tomllib

    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MOST_DOTS:
            raise OwnFileError(path, "a key of too many parts", "TOML", number)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError, MemoryError) as problem:
        words = str(problem) if isinstance(problem, ValueError) else "too deep a nesting"
        raise OwnFileError(path, words, "TOML") from None


def _may_exist() -> bool:
    """Whether own files need looking for, found out without finding the folder where possible."""
    place = paths.config_at_a_glance()
    return place is None or (place != "" and os.path.isdir(f"{place}/{FOLDER}"))  # noqa: PTH112  # Path's fails where it may not look
