"""The history written: one session brought to what its record says, as often as it takes.

Only SQLite's own locks guard it, so nothing that a killed process leaves behind blocks the next.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from presspoint.errors import StorageError
from presspoint.session.record.endings import Status
from presspoint.session.record.records import SessionRecord
from presspoint.storage.history.damage.new_file import name_anew, new_history
from presspoint.storage.history.file.connection import (
    LOOP_SECONDS,
    connect,
    refuse_empty,
    storage_errors,
)
from presspoint.storage.history.reading import find_session
from presspoint.storage.history.rows import hold_cells, session_cells
from presspoint.storage.lock import ProcessLock
from presspoint.storage.paths import HISTORY, flush_folder, private_folder

UPDATE_SESSION = (
    "UPDATE session SET status = :status, ended_by = :ended_by, pain_before = :pain_before,"
    " pain_after = :pain_after, reached = :reached, planned_holds = :planned_holds,"
    " reactions = :reactions WHERE id = :id"
)
INSERT_SESSION = (
    "INSERT INTO session (id, routine, started, status, planned_seconds, pain_before, pain_after,"
    " conditions, left_out, choices, ended_by, reached, planned_holds, again_today, reactions)"
    " VALUES (:id, :routine, :started, :status, :planned_seconds, :pain_before, :pain_after,"
    " :conditions, :left_out, :choices, :ended_by, :reached, :planned_holds, :again_today,"
    " :reactions)"
)
SAVE_HOLD = (
    "INSERT INTO hold (session, ordinal, points, zones, side, planned_seconds, held_seconds, spots,"
    " ended_by) VALUES (:session, :ordinal, :points, :zones, :side, :planned_seconds,"
    " :held_seconds, :spots, :ended_by)"
)
COUNT_HOLDS = "SELECT count(*) AS number FROM hold WHERE session = ?"
STATUS = "SELECT status FROM session WHERE id = ?"
MARK_CRASHED = (
    "UPDATE session SET status = 'interrupted', ended_by = 'crash' WHERE status = 'running'"
)


class History:
    """The history, open for writing; what cannot be saved raises StorageError."""

    def __init__(self, connection: sqlite3.Connection, path: Path, lock: ProcessLock) -> None:
        self.connection, self.path, self.lock = connection, path, lock
        self.has_begun = False

    def save(self, record: SessionRecord, *, resumes: bool = False) -> None:
        """Save a session with its holds, all or nothing, and read it back.

        What is there already is not written again; a session or hold that is missing is. The first
        time sessions that crashed are marked as interrupted, and one that a person `resumes` must
        be interrupted still.
        """
        with storage_errors(self.path):
            with self.connection:
                if not self.has_begun:
                    self._begin(record.id if resumes else "")
                self._write(record)
                self.lock.share()  # until `close`: our session runs; tried again by the next save
            self.has_begun = True
            self.check(record)

    def check(self, record: SessionRecord) -> None:
        """Raise StorageError unless the session is listed as its record says.

        While it runs, another that starts may take it for one that crashed: the next save mends it.
        """
        with storage_errors(self.path):
            found = find_session(self.connection, record.id)
        if found and record.status is Status.RUNNING:
            found = found._replace(status=record.status, ended_by=record.ended_by)
        if found is None or not _is_same(found, record):
            raise StorageError(f"{self.path}: what was saved cannot be read back.")

    def close(self) -> None:
        """Close the database, and give back the lock."""
        self.connection.close()
        self.lock.close()

    def _begin(self, resumed: str) -> None:
        """Mark who crashed; refuse to go on with a session that ended meanwhile."""
        if self.lock.take_alone():
            self.connection.execute(MARK_CRASHED)
        row = self.connection.execute(STATUS, (resumed,)).fetchone()
        if row and row["status"] != Status.INTERRUPTED:
            raise StorageError(f"{self.path}: the session to go on with has ended meanwhile.")

    def _write(self, record: SessionRecord) -> None:
        cells = session_cells(record)
        if not self.connection.execute(UPDATE_SESSION, cells).rowcount:
            self.connection.execute(INSERT_SESSION, cells)
        number = self.connection.execute(COUNT_HOLDS, (record.id,)).fetchone()["number"]
        for ordinal, hold in enumerate(record.holds[number:], number):
            of_hold = {"session": record.id, "ordinal": ordinal, **hold_cells(hold)}
            self.connection.execute(SAVE_HOLD, of_hold)


def open_history(most_seconds: float = LOOP_SECONDS) -> History:
    """Return the history, made private where there is none. Raises StorageError.

    Whatever is done with it waits so long at most for another process that has the file.
    """
    path = private_folder("data") / HISTORY
    with storage_errors(path):
        if not os.path.lexists(path):
            _make(path)
        refuse_empty(path)
        connection = connect(path, most_seconds)
        try:
            if flush_folder(path.parent):
                connection.execute("PRAGMA synchronous = EXTRA")
            return History(connection, path, ProcessLock(path.with_name("running.lock")))
        except BaseException:
            connection.close()
            raise


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


def _is_same(found: SessionRecord, record: SessionRecord) -> bool:
    """Whether what was read is what was to be saved."""
    cells = session_cells(found), session_cells(record)
    holds = [[hold_cells(hold) for hold in each.holds] for each in (found, record)]
    return holds[0] == holds[1] and all(
        cells[0][name] == cells[1][name] for name in cells[0] if name not in {"holds", "whole"}
    )
