"""The history being read: every session, damaged ones too, and what the last day left."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

from presspoint.errors import PartlyReadError, StorageError
from presspoint.session.records import HoldRecord, SessionRecord, Status
from presspoint.storage.history.rows import Cells, hold_of, pressed_of, session_of
from presspoint.storage.history.schema import connect, storage_errors
from presspoint.storage.lock import ProcessLock
from presspoint.storage.paths import folder
from presspoint.words import quantity

LEAST_SECONDS = 1
SESSIONS = (
    "SELECT id, routine, started, status, planned_seconds, pain_before, pain_after,"
    " conditions, left_out, choices FROM session"
)
HOLDS = "SELECT session, points, zones, side, planned_seconds, held_seconds, spots FROM hold"
# The newest session, if it is of the last 24 hours. Two days back, dates can be compared as text
# whatever the zones are, and text has an index.
WHERE_NEWEST = (
    " WHERE rowid = (SELECT rowid FROM session WHERE started >= date(?1, 'unixepoch', '-2 days')"
    " ORDER BY julianday(started) DESC, rowid DESC LIMIT 1)"
    " AND strftime('%s', started) + 0 BETWEEN ?1 - 86400 AND ?1"
)


def read_history() -> list[SessionRecord]:
    """Return every session, the oldest first. Raises StorageError.

    One that is damaged is there with what can be read of it, and is not `whole`.
    """
    path = folder("data") / "history.db"
    with storage_errors(path):
        if not path.exists():
            return []
        with closing(connect(path)) as connection:
            sessions = _rows(connection, SESSIONS + " ORDER BY started, rowid")
            holds = _rows(connection, HOLDS + " ORDER BY session, ordinal")
            return _records(sessions, holds, path)


def check_whole(sessions: Iterable[SessionRecord]) -> None:
    """Raise StorageError, which tells how many, if there are damaged sessions among these."""
    damaged = sum(not each.whole for each in sessions)
    if damaged:
        path = folder("data") / "history.db"
        what = "it" if damaged == 1 else "them"
        raise StorageError(
            f"{path}: a part of {quantity(damaged, 'session')} is damaged; "
            f"the rest of {what} is listed, and the file is left as it is."
        )


def latest_interrupted(path: Path, now: float) -> SessionRecord | None:
    """Return the newest session if it can be gone on with at `now`, seconds since 1970.

    That is one of the last 24 hours that was interrupted, and is whole: what was pressed must be
    known. Raises StorageError.
    """
    with storage_errors(path), closing(connect(path)) as connection:
        sessions = _rows(connection, SESSIONS + WHERE_NEWEST, (now,))
        names = tuple(cells[0] for cells in sessions)
        holds = _rows(connection, HOLDS + " WHERE session = ? ORDER BY ordinal", names or ("",))
        found = _records(sessions, holds, path)
    return next((each for each in found if _can_go_on(each)), None)


def count_presses(path: Path, day: date, but: str = "") -> dict[str, int]:
    """Return for each place in how many of a day's sessions it was held a second or more.

    A session belongs to the local day on which it started; `but` is one that does not count.
    Raises StorageError; where only some holds cannot be read, PartlyReadError.
    """
    first = day.isoformat()
    with storage_errors(path), closing(connect(path)) as connection:
        rows = _rows(
            connection,
            "SELECT id, held_seconds, points, zones, spots"
            " FROM session JOIN hold ON session = id WHERE started BETWEEN ? AND ? AND id <> ?",
            (first, f"{first}~", but),  # "~" comes after whatever may follow the day
        )
    seconds: dict[tuple[str, str], float] = defaultdict(float)
    unread = 0
    for session, *cells in rows:
        codes, held, whole = pressed_of(*cells)
        unread += not whole
        for code in codes:
            seconds[session, code] += held
    counts = Counter(code for (_, code), held in seconds.items() if held >= LEAST_SECONDS)
    if unread:
        lost = f"{path}: {quantity(unread, 'hold')} of this day cannot be read."
        raise PartlyReadError(lost, counts)
    return counts


def _can_go_on(record: SessionRecord) -> bool:
    return record.status is Status.INTERRUPTED and bool(record.routine) and record.whole


def _rows(connection: sqlite3.Connection, query: str, values: Cells = ()) -> list[Cells]:
    """What a query finds; damaged bytes in a text cost a character of it, and not the rest."""
    try:
        return connection.execute(query, values).fetchall()
    except sqlite3.OperationalError as problem:
        if "decode" not in str(problem):
            raise
        connection.text_factory = lambda stored: stored.decode(errors="replace")
        return connection.execute(query, values).fetchall()


def _records(sessions: list[Cells], holds: list[Cells], path: Path) -> list[SessionRecord]:
    """Join rows to records."""
    held: dict[str, list[HoldRecord | None]] = defaultdict(list)
    for session, *cells in holds:
        held[session].append(hold_of(*cells))
    found = [session_of(cells, held.get(cells[0], ())) for cells in sessions]
    if not any(each.status is Status.RUNNING for each in found):
        return found
    running = _running_now(path)
    return [
        each._replace(status=running) if each.status is Status.RUNNING else each for each in found
    ]


def _running_now(path: Path) -> Status:
    """What to call a session that never ended: one may be playing in another window."""
    alive = ProcessLock(path.with_name("running.lock"))
    try:
        return Status.INTERRUPTED if alive.alone() else Status.RUNNING
    except OSError:  # a folder that may only be read
        return Status.RUNNING
    finally:
        alive.close()
