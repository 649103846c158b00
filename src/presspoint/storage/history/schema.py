"""The tables of the history, version by version, and the way into the file that holds them."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from presspoint.errors import StorageError
from presspoint.storage.history.earlier_copy import save_copy
from presspoint.storage.presence import reason

# How long to wait for another process that has the file: where nothing else waits meanwhile, where
# a session is about to start, and in the loop of a session.
PATIENT_SECONDS, BRIEF_SECONDS, LOOP_SECONDS = 5.0, 0.5, 0.02
FOREIGN = "not a history of presspoint"
ASIDE = "presspoint history repair puts it aside and starts a new one with what can be read."
LEAST_BYTES = 512  # of any database of SQLite
MOST_CELL_BYTES = 2_000_000  # ours are far smaller; what is larger was not written by presspoint
# What each version adds to the one before: a new file gets all of them, an older one the rest.
# `points`, `spots` and `conditions` hold words with a space between, `left_out` a list of
# LeftOutRecord as JSON, `choices` the value chosen for each choice of the routine. `spots` are the
# codes that a hold counts for. `reactions` are a list of Reaction as JSON. What version 4 added to
# `session` and `hold` is NULL where nobody knows it: of sessions that are older. Version 4 makes
# `session` anew, as SQLite cannot widen a CHECK. `entry` is for all that is not a session (scores,
# pains, notes, marks, learning, courses, and what was undone): one table for every kind, as each is
# written once, exported as a line `{"kind", "id", ...}` and imported by its id, so that a new kind
# is never a new version of the file. `content` is the rest of that line, as JSON.
VERSIONS = (
    """
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    routine TEXT NOT NULL,
    started TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'stopped', 'interrupted')),
    planned_seconds REAL NOT NULL,
    pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
    pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10)
);
CREATE TABLE hold (
    session TEXT NOT NULL REFERENCES session (id),
    ordinal INTEGER NOT NULL,
    points TEXT NOT NULL,
    zones TEXT NOT NULL,
    side TEXT,
    planned_seconds REAL NOT NULL,
    held_seconds REAL NOT NULL,
    PRIMARY KEY (session, ordinal)
);
CREATE INDEX session_started ON session (started)
""",
    """
ALTER TABLE session ADD COLUMN conditions TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]'
""",
    """
ALTER TABLE session ADD COLUMN choices TEXT NOT NULL DEFAULT '{}';
ALTER TABLE hold ADD COLUMN spots TEXT NOT NULL DEFAULT ''
""",
    """
CREATE TABLE session_4 (
    id TEXT PRIMARY KEY,
    routine TEXT NOT NULL,
    started TEXT NOT NULL,
    status TEXT NOT NULL CHECK (
        status IN ('running', 'finished', 'stopped', 'interrupted', 'skipped', 'reported')
    ),
    planned_seconds REAL NOT NULL,
    pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
    pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
    conditions TEXT NOT NULL DEFAULT '',
    left_out TEXT NOT NULL DEFAULT '[]',
    choices TEXT NOT NULL DEFAULT '{}',
    ended_by TEXT,
    reached INTEGER,
    planned_holds INTEGER,
    again_today INTEGER,
    reactions TEXT
);
INSERT INTO session_4 (rowid, id, routine, started, status, planned_seconds, pain_before,
    pain_after, conditions, left_out, choices)
SELECT rowid, id, routine, started, status, planned_seconds, pain_before, pain_after, conditions,
    left_out, choices FROM session;
DROP TABLE session;
ALTER TABLE session_4 RENAME TO session;
CREATE INDEX session_started ON session (started);
ALTER TABLE hold ADD COLUMN ended_by TEXT;
CREATE TABLE entry (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    made TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX entry_kind ON entry (kind, made)
""",
)
NEWEST = len(VERSIONS)


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
        raise StorageError(f"{path}: this is no file, and the history has to be one. Move it away.")
    connection = sqlite3.connect(path, timeout=most_seconds)
    connection.row_factory = sqlite3.Row
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_CELL_BYTES)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA trusted_schema = 0")
        connection.execute("PRAGMA temp_store = 2")  # memory: nothing goes to a shared folder
        refuse_foreign_schema(connection)
        if _version(connection) < NEWEST:
            _bring_up(connection, path)
        if _version(connection) > NEWEST:
            raise StorageError(
                f"{path}: this was written by a newer presspoint. Install the newest one."
            )
        _refuse_lacking(connection)
    except BaseException:
        connection.close()
        raise
    return connection


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


def refuse_foreign_schema(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError for views, triggers and virtual tables, which may never end.

    A history has none, so they are somebody else's.
    """
    foreign = connection.execute(
        "SELECT type FROM sqlite_master WHERE type IN ('view', 'trigger') OR rootpage = 0 LIMIT 1"
    ).fetchone()
    if foreign:
        raise sqlite3.DatabaseError(f"{FOREIGN}: it holds a {foreign['type']}")


def _refuse_lacking(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError for a history that lacks a column that its version has."""
    for table, last in (("session", "reactions"), ("hold", "ended_by"), ("entry", "content")):
        if last not in columns_of(connection, table):
            raise sqlite3.DatabaseError(f"{FOREIGN}: its {table} table lacks {last}")


def columns_of(
    connection: sqlite3.Connection, table: str, *, required: bool = False
) -> tuple[str, ...]:
    """Return the columns of a table; with `required`, those that need a value and have none."""
    rows = connection.execute("SELECT * FROM pragma_table_info(?)", (table,)).fetchall()
    needed = (row for row in rows if row["notnull"] and row["dflt_value"] is None)
    return tuple(row["name"] for row in (needed if required else rows))


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


def _bring_up(connection: sqlite3.Connection, path: Path) -> None:
    """Add what older versions lack, all or nothing; one of several processes does it.

    A copy of the file as it was is saved beside it first.
    """
    connection.execute("PRAGMA ignore_check_constraints = 1")  # a damaged cell is copied as it is
    connection.execute("BEGIN EXCLUSIVE")
    version = _version(connection)
    if version < 1 and connection.execute("SELECT name FROM sqlite_master").fetchone():
        raise sqlite3.DatabaseError(FOREIGN)
    if 1 <= version < NEWEST:
        save_copy(path, version, connection.serialize())
    for number, statements in enumerate(VERSIONS[version:], version + 1):
        for statement in statements.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
    connection.commit()
    connection.execute("PRAGMA ignore_check_constraints = 0")


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()["user_version"]
    return version
