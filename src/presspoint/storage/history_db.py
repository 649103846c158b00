"""The history in SQLite: a session is a row when it starts, each finished hold one right after.

Only SQLite's own locks guard it, so nothing that a killed process leaves behind blocks the next.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from presspoint.errors import StorageError
from presspoint.history import HoldRecord, SessionRecord
from presspoint.storage.alive import Alive
from presspoint.storage.paths import folder, private_file, private_folder

SCHEMA_VERSION = 1
BUSY_SECONDS = 5
SCHEMA = """
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
    points TEXT NOT NULL, -- codes, a space between
    zones TEXT NOT NULL,
    side TEXT,
    planned_seconds REAL NOT NULL,
    held_seconds REAL NOT NULL,
    PRIMARY KEY (session, ordinal)
);
CREATE INDEX session_started ON session (started);
PRAGMA user_version = 1;
"""


class History:
    """The history of one person, open for writing. Every method raises StorageError."""

    def __init__(self, connection: sqlite3.Connection, path: Path, alive: Alive) -> None:
        """Take an open connection; `alive` is held as long as our own session runs."""
        self.connection = connection
        self.path = path
        self.alive = alive

    def begin(self, record: SessionRecord) -> None:
        """Save a session that starts now, and mark those as interrupted that a crash left."""
        with _told(self.path), self.connection:
            if self.alive.alone():
                self.connection.execute(
                    "UPDATE session SET status = 'interrupted' WHERE status = 'running'"
                )
            self.connection.execute(
                "INSERT INTO session (id, routine, started, status, planned_seconds)"
                " VALUES (?, ?, ?, ?, ?)",
                (record.id, record.routine, record.started, record.status, record.planned_seconds),
            )
        self.alive.hold()

    def add(self, session: str, hold: HoldRecord) -> None:
        """Save a finished hold of a session."""
        with _told(self.path), self.connection:
            self.connection.execute(
                "INSERT INTO hold SELECT ?, count(*), ?, ?, ?, ?, ? FROM hold WHERE session = ?",
                (
                    session,
                    " ".join(hold.points),
                    " ".join(hold.zones),
                    hold.side,
                    hold.planned_seconds,
                    hold.held_seconds,
                    session,
                ),
            )

    def end(self, session: str, status: str) -> None:
        """Save how a session ended."""
        with _told(self.path), self.connection:
            self.connection.execute("UPDATE session SET status = ? WHERE id = ?", (status, session))

    def close(self) -> None:
        """Close the database, and let go of the mark that a session runs."""
        self.connection.close()
        self.alive.close()


def open_history() -> History:
    """Return the history, made private where there is none. Raises StorageError."""
    path = private_folder("data") / "history.db"
    with _told(path):
        private_file(path)
        connection = _connected(path)
    return History(connection, path, Alive(path.with_name("running.lock")))


def read_history() -> list[SessionRecord]:
    """Return every session, the oldest first. Raises StorageError."""
    path = folder("data") / "history.db"
    if not path.exists():
        return []
    with _told(path), closing(_connected(path)) as connection:
        sessions = connection.execute(
            "SELECT id, routine, started, status, planned_seconds, pain_before, pain_after"
            " FROM session ORDER BY started, rowid"
        ).fetchall()
        holds = connection.execute(
            "SELECT session, points, zones, side, planned_seconds, held_seconds"
            " FROM hold ORDER BY session, ordinal"
        ).fetchall()
        running = any(row[3] == "running" for row in sessions)
        return list(_records(sessions, holds, _running_now(path) if running else ""))


def _running_now(path: Path) -> str:
    """What to call a session that never ended: one may be playing in another window."""
    alive = Alive(path.with_name("running.lock"))
    try:
        return "interrupted" if alive.alone() else "running"
    except OSError:  # a folder that may only be read
        return "running"
    finally:
        alive.close()


def _records(
    sessions: list[tuple[Any, ...]], holds: list[tuple[Any, ...]], running: str
) -> Iterator[SessionRecord]:
    """Join rows to records; `running` is what a row that never ended is called."""
    held: dict[str, list[HoldRecord]] = {}
    for session, points, zones, side, planned, seconds in holds:
        places = tuple(points.split()), tuple(zones.split())
        hold = HoldRecord(*places, side, float(planned), float(seconds))
        held.setdefault(session, []).append(hold)
    for name, routine, started, status, planned, before, after in sessions:
        shown = running if status == "running" else status
        done = tuple(held.get(name, ()))
        yield SessionRecord(name, routine, started, shown, planned, done, before, after)


def _connected(path: Path) -> sqlite3.Connection:
    if path.is_symlink():
        raise StorageError(f"{path}: is a link; presspoint keeps its history in a file of its own.")
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
    try:
        connection.execute("PRAGMA synchronous = EXTRA")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise StorageError(f"{path}: written by a newer presspoint; install the newest one.")
        if version == 0:
            _create(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables; of several processes that find an empty file, one does."""
    connection.execute("BEGIN EXCLUSIVE")
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise sqlite3.DatabaseError("not a history of presspoint")
        for statement in SCHEMA.split(";"):
            connection.execute(statement)
    connection.commit()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the disk or SQLite raises into a StorageError that names the file."""
    try:
        yield
    except (OSError, sqlite3.Error, TypeError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise StorageError(f"{path}: {reason}.") from None
