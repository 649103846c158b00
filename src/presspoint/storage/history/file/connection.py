"""The way into the file of the history, and what bars it, in words."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from presspoint.errors import StorageError
from presspoint.storage.history.file.schema import FOREIGN, bring_up
from presspoint.storage.presence import reason

# How long to wait for another process that has the file: where nothing else waits meanwhile, where
# a session is about to start, and in the loop of a session.
PATIENT_SECONDS, BRIEF_SECONDS, LOOP_SECONDS = 5.0, 0.5, 0.02
ASIDE = "presspoint history repair puts it aside and starts a new one with what can be read."
BESIDE = ("-journal", "-wal", "-shm")  # what SQLite calls its own files beside it
LEAST_BYTES = 512  # of any database of SQLite
MOST_CELL_BYTES = 2_000_000  # ours are far smaller; what is larger was not written by presspoint


def connect(path: Path, most_seconds: float = PATIENT_SECONDS) -> sqlite3.Connection:
    """Return a connection to a history, first brought up to the newest version; rows have names.

    Every use of it waits so many seconds at most for another process that has the file. Raises
    StorageError for a link or a newer history, else OSError or sqlite3.Error.
    """
    if path.is_symlink():
        raise StorageError(
            f"{path}: this is a link, and the history has to be a file. Put the file itself there."
        )
    if not path.is_file():
        raise StorageError(
            f"{path}: this is not a file, and the history has to be one. Move it away."
        )
    _refuse_pipes(path)
    connection = sqlite3.connect(path, timeout=most_seconds)
    connection.row_factory = sqlite3.Row
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_CELL_BYTES)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA trusted_schema = 0")
        connection.execute("PRAGMA temp_store = 2")  # memory: nothing goes to a shared folder
        bring_up(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_pipes(path: Path) -> None:
    """Raise StorageError for a pipe or a device under a name of SQLite's: it would wait for it."""
    for each in (path.with_name(f"{path.name}{ending}") for ending in BESIDE):
        try:
            mode = each.lstat().st_mode
        except FileNotFoundError:  # another process that saves makes and removes them all the time
            continue
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISLNK(mode)):
            raise StorageError(f"{each}: this is not a file, and it has to be one. Move it away.")


def is_emptied(path: Path) -> bool:
    """Whether a file holds less than any database; presspoint makes none, a full disk does."""
    return path.is_file() and path.stat().st_size < LEAST_BYTES


def emptied_words(path: Path) -> str:
    """Return what is wrong with an emptied file."""
    return "the file is too short for a history" if path.stat().st_size else "the file is empty"


def refuse_empty(path: Path) -> None:
    """Raise StorageError for a file that was emptied: it is not a new one."""
    if not path.is_symlink() and is_emptied(path):
        raise StorageError(
            f"{path}: {emptied_words(path)}. A full disk can do that, and what was in it is lost. "
            "presspoint history repair starts a new one."
        )


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what the disk or SQLite raises into a StorageError that names the file at fault."""
    try:
        yield
    except OSError as problem:
        raise StorageError(f"{problem.filename or path}: {reason(problem)}.") from None
    except sqlite3.Error as problem:
        raise StorageError(_cause(path) or f"{path}: {_words(problem)}") from None
    except (TypeError, ValueError) as problem:
        raise StorageError(f"{path}: {problem}.") from None


def _words(problem: sqlite3.Error) -> str:
    """What SQLite says, and what helps."""
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return f"{problem}. Another program has it open: close it there."
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return f"{problem}. {ASIDE}"
    if str(problem).startswith(FOREIGN):
        return f"{problem}. {ASIDE}"
    return f"{FOREIGN} ({problem}). {ASIDE}" if code == sqlite3.SQLITE_ERROR else f"{problem}."


def _cause(path: Path) -> str:
    """Why SQLite cannot use the file or its journal, which it says only vaguely; may be empty."""
    for each in (path, path.with_name(f"{path.name}-journal")):
        try:
            if stat.S_ISDIR(each.lstat().st_mode):
                return f"{each}: this is a folder, and presspoint needs a file of its own here."
            os.close(os.open(each, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK))
        except FileNotFoundError:
            continue
        except OSError as problem:
            return f"{each}: {reason(problem)}."
    return ""
