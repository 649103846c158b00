"""The history being read: every session, damaged ones too, and what was pressed on a day."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

from presspoint.errors import StorageError
from presspoint.history import HoldRecord, SessionRecord
from presspoint.storage.alive import Alive
from presspoint.storage.history_rows import Cells, hold_of, session_of
from presspoint.storage.history_schema import connected, told
from presspoint.storage.paths import folder
from presspoint.text import counted

LEAST_SECONDS = 1


def read_history() -> list[SessionRecord]:
    """Return every session, the oldest first. Raises StorageError.

    One that is damaged is there with what can be read of it, and is not `whole`.
    """
    path = folder("data") / "history.db"
    with told(path):
        if not path.exists():
            return []
        with closing(connected(path)) as connection:
            sessions = _rows(
                connection,
                "SELECT id, routine, started, status, planned_seconds, pain_before, pain_after,"
                " conditions, left_out FROM session ORDER BY started, rowid",
            )
            holds = _rows(
                connection,
                "SELECT session, points, zones, side, planned_seconds, held_seconds"
                " FROM hold ORDER BY session, ordinal",
            )
            return _records(sessions, holds, path)


def check_whole(sessions: Iterable[SessionRecord]) -> None:
    """Raise StorageError, which tells how many, if there are damaged sessions among these."""
    damaged = sum(not each.whole for each in sessions)
    if damaged:
        path = folder("data") / "history.db"
        what = "it" if damaged == 1 else "them"
        raise StorageError(
            f"{path}: a part of {counted(damaged, 'session')} is damaged; "
            f"the rest of {what} is listed, and the file is left as it is."
        )


def pressed_in(path: Path, day: date) -> dict[str, int]:
    """Return for each place in how many of a day's sessions it was held a second or more.

    A session belongs to the local day on which it started. Raises StorageError.
    """
    first = day.isoformat()
    with told(path), closing(connected(path)) as connection:
        rows = _rows(
            connection,
            "SELECT id, points, zones, side, hold.planned_seconds, held_seconds"
            " FROM session JOIN hold ON session = id WHERE started BETWEEN ? AND ?",
            (first, f"{first}~"),  # "~" comes after whatever may follow the day
        )
    seconds: dict[tuple[str, str], float] = defaultdict(float)
    for session, *cells in rows:
        if hold := hold_of(*cells):
            for code in {*hold.points, *hold.zones}:
                seconds[session, code] += hold.held_seconds
    return Counter(code for (_, code), held in seconds.items() if held >= LEAST_SECONDS)


def _rows(connection: sqlite3.Connection, query: str, values: tuple[str, ...] = ()) -> list[Cells]:
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
    if not any(each.status == "running" for each in found):
        return found
    running = _running_now(path)
    return [each._replace(status=running) if each.status == "running" else each for each in found]


def _running_now(path: Path) -> str:
    """What to call a session that never ended: one may be playing in another window."""
    alive = Alive(path.with_name("running.lock"))
    try:
        return "interrupted" if alive.alone() else "running"
    except OSError:  # a folder that may only be read
        return "running"
    finally:
        alive.close()
