"""The history being written: a session is a row when it starts, each finished hold one right after.

Only SQLite's own locks guard it, so nothing that a killed process leaves behind blocks the next.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from presspoint.errors import StorageError
from presspoint.session.records import HoldRecord, SessionRecord, Status
from presspoint.storage.history.rows import hold_cells, session_cells
from presspoint.storage.history.schema import connect, storage_errors
from presspoint.storage.lock import ProcessLock
from presspoint.storage.paths import private_file, private_folder

PAIN = {
    "before": "UPDATE session SET pain_before = ? WHERE id = ?",
    "after": "UPDATE session SET pain_after = ? WHERE id = ?",
}


class History:
    """The history of one person, open for writing. Every method raises StorageError."""

    def __init__(self, connection: sqlite3.Connection, path: Path, alive: ProcessLock) -> None:
        """Take an open connection; `alive` is held as long as our own session runs."""
        self.connection = connection
        self.path = path
        self.alive = alive

    def begin(self, record: SessionRecord) -> None:
        """Save a session that starts now, and mark those as interrupted that a crash left."""
        with storage_errors(self.path), self.connection:
            self._mark_crashed()
            self.connection.execute(
                "INSERT INTO session"
                " (id, routine, started, status, planned_seconds, pain_before, pain_after,"
                " conditions, left_out, choices)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                session_cells(record),
            )
        self.alive.hold()

    def resume(self, record: SessionRecord) -> None:
        """Save that an interrupted session goes on; what follows is added to it."""
        with storage_errors(self.path), self.connection:
            self._mark_crashed()
            found = self.connection.execute(
                "UPDATE session SET status = 'running', pain_before = ?"
                " WHERE id = ? AND status = 'interrupted'",
                (record.pain_before, record.id),
            )
            if found.rowcount != 1:
                raise StorageError(f"{self.path}: the session to go on with is not there any more.")
        self.alive.hold()

    def add(self, session: str, hold: HoldRecord) -> None:
        """Save a finished hold of a session."""
        with storage_errors(self.path), self.connection:
            self.connection.execute(
                "INSERT INTO hold SELECT ?, count(*), ?, ?, ?, ?, ?, ? FROM hold WHERE session = ?",
                (session, *hold_cells(hold), session),
            )

    def pain(self, session: str, when: str, value: int) -> None:
        """Save how strong the pain is "before" or "after" a session, 0 to 10."""
        with storage_errors(self.path), self.connection:
            self.connection.execute(PAIN[when], (value, session))

    def end(self, session: str, status: Status) -> None:
        """Save how a session ended."""
        with storage_errors(self.path), self.connection:
            self.connection.execute("UPDATE session SET status = ? WHERE id = ?", (status, session))

    def close(self) -> None:
        """Close the database, and let go of the mark that a session runs."""
        self.connection.close()
        self.alive.close()

    def _mark_crashed(self) -> None:
        if self.alive.alone():
            self.connection.execute(
                "UPDATE session SET status = 'interrupted' WHERE status = 'running'"
            )


def open_history() -> History:
    """Return the history, made private where there is none. Raises StorageError."""
    path = private_folder("data") / "history.db"
    with storage_errors(path):
        private_file(path)
        connection = connect(path)
    return History(connection, path, ProcessLock(path.with_name("running.lock")))
