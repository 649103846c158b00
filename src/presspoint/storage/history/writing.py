"""The history written: a session is a row when it starts, each finished hold one right after.

Only SQLite's own locks guard it, so nothing that a killed process leaves behind blocks the next.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Literal

from presspoint.errors import StorageError
from presspoint.session.records import EndedBy, HoldRecord, Reaction, SessionRecord, Status
from presspoint.storage.history.new_file import name_anew, new_history
from presspoint.storage.history.rows import hold_cells, reactions_cell, session_cells
from presspoint.storage.history.schema import connect, refuse_empty, storage_errors
from presspoint.storage.lock import ProcessLock
from presspoint.storage.paths import private_folder
from presspoint.storage.toml_files import flush_folder

INSERT_SESSION = (
    "INSERT INTO session (id, routine, started, status, planned_seconds, pain_before, pain_after,"
    " conditions, left_out, choices, reached, planned_holds, again_today, reactions)"
    " VALUES (:id, :routine, :started, :status, :planned_seconds, :pain_before, :pain_after,"
    " :conditions, :left_out, :choices, :reached, :planned_holds, :again_today, :reactions)"
)
INSERT_HOLD = (
    "INSERT INTO hold (session, ordinal, points, zones, side, planned_seconds, held_seconds, spots,"
    " ended_by) SELECT :session, count(*), :points, :zones, :side, :planned_seconds, :held_seconds,"
    " :spots, :ended_by FROM hold WHERE session = :session"
)
RESUME = (
    "UPDATE session SET status = 'running', ended_by = NULL, pain_before = :pain_before,"
    " planned_holds = coalesce(planned_holds, :planned_holds)"
    " WHERE id = :id AND status = 'interrupted'"
)
MARK_CRASHED = (
    "UPDATE session SET status = 'interrupted', ended_by = 'crash' WHERE status = 'running'"
)
SAVE_PAIN = {
    "before": "UPDATE session SET pain_before = :pain WHERE id = :id",
    "after": "UPDATE session SET pain_after = :pain WHERE id = :id",
}
SAVE_TALLY = "UPDATE session SET reached = :reached, reactions = :reactions WHERE id = :id"
END = "UPDATE session SET status = :status, ended_by = :ended_by WHERE id = :id"


class History:
    """The history, open for writing; what cannot be saved raises StorageError."""

    def __init__(self, connection: sqlite3.Connection, path: Path, lock: ProcessLock) -> None:
        self.connection, self.path, self.lock = connection, path, lock

    def begin(self, record: SessionRecord) -> None:
        """Save a session that starts now; mark those that crashed as interrupted."""
        with storage_errors(self.path), self.connection:
            self._mark_crashed()
            self.connection.execute(INSERT_SESSION, session_cells(record))
        self.lock.share()  # until `close`: our session runs

    def resume(self, record: SessionRecord) -> None:
        """Save that an interrupted session runs again; what follows is added to it."""
        with storage_errors(self.path), self.connection:
            self._mark_crashed()
            values = session_cells(record)
            if self.connection.execute(RESUME, values).rowcount != 1:
                raise StorageError(f"{self.path}: the session to go on with is not there any more.")
        self.lock.share()

    def add(self, session: str, hold: HoldRecord) -> None:
        """Save a finished hold of the session with this id."""
        with storage_errors(self.path), self.connection:
            self.connection.execute(INSERT_HOLD, {"session": session, **hold_cells(hold)})

    def save_pain(self, session: str, when: Literal["before", "after"], pain: int) -> None:
        """Save how strong the pain is before or after a session, 0 to 10."""
        with storage_errors(self.path), self.connection:
            self.connection.execute(SAVE_PAIN[when], {"id": session, "pain": pain})

    def save_tally(self, session: str, reached: int, reactions: tuple[Reaction, ...]) -> None:
        """Save how many holds of a session came up, and what hurt."""
        values = {"id": session, "reached": reached, "reactions": reactions_cell(reactions)}
        with storage_errors(self.path), self.connection:
            self.connection.execute(SAVE_TALLY, values)

    def end(self, session: str, status: Status, ended_by: EndedBy | None = None) -> None:
        """Save how a session ended."""
        with storage_errors(self.path), self.connection:
            self.connection.execute(END, {"id": session, "status": status, "ended_by": ended_by})

    def close(self) -> None:
        """Close the database, and give back the lock."""
        self.connection.close()
        self.lock.close()

    def _mark_crashed(self) -> None:
        if self.lock.take_alone():
            self.connection.execute(MARK_CRASHED)


def open_history() -> History:
    """Return the history, made private where there is none. Raises StorageError."""
    path = private_folder("data") / "history.db"
    with storage_errors(path):
        if not os.path.lexists(path):
            _make(path)
        refuse_empty(path)
        connection = connect(path)
    return History(connection, path, ProcessLock(path.with_name("running.lock")))


def _make(path: Path) -> None:
    """Make a history whole, and only then give it its name: whatever is empty there was emptied."""
    with new_history(path) as (beside, _):
        pass
    try:
        with suppress(FileExistsError):  # another session made it first
            name_anew(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    flush_folder(path.parent)
