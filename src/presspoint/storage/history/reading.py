"""The history read: every session, damaged ones too, and the presses of a day."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import Row

from presspoint.errors import PartlyReadError, StorageError
from presspoint.session.records import LEAST_SECONDS, EndedBy, HoldRecord, SessionRecord, Status
from presspoint.storage.history.rows import hold_record, press, session_record
from presspoint.storage.history.schema import BRIEF_SECONDS, connect, storage_errors
from presspoint.storage.lock import ProcessLock
from presspoint.storage.paths import folder
from presspoint.words import quantity

SESSIONS = (
    "SELECT id, routine, started, status, planned_seconds, pain_before, pain_after,"
    " conditions, left_out, choices, ended_by, reached, planned_holds, again_today, reactions"
    " FROM session"
)
HOLDS = (
    "SELECT session, points, zones, side, planned_seconds, held_seconds, spots, ended_by FROM hold"
)
# The newest session, if it is of the last 24 hours. Two days back, dates can be compared as text
# whatever the zones are, and text has an index.
WHERE_NEWEST = (
    " WHERE rowid = (SELECT rowid FROM session WHERE started >= date(:now, 'unixepoch', '-2 days')"
    " ORDER BY julianday(started) DESC, rowid DESC LIMIT 1)"
    " AND strftime('%s', started) + 0 BETWEEN :now - 86400 AND :now"
)
PRESSES = (
    "SELECT id, held_seconds, points, zones, spots FROM session JOIN hold ON session = id"
    " WHERE started >= min(:first, date(:since, 'unixepoch', '-1 day')) AND id <> :other"
    " AND (started BETWEEN :first AND :last OR (strftime('%s', started) + 0 >= :since"
    " AND (strftime('%s', started) + 0 <= :now OR NOT EXISTS (SELECT 1 FROM session AS later"
    " WHERE later.rowid > session.rowid AND strftime('%s', later.started) + 0 < :since))))"
)


def read_history() -> list[SessionRecord]:
    """Return every session, the oldest first; a damaged one is not `whole`. Raises StorageError."""
    path = folder("data") / "history.db"
    with storage_errors(path):
        if not path.exists():
            return []
        with closing(connect(path)) as connection:
            sessions = _rows(connection, SESSIONS + " ORDER BY started, rowid")
            holds = _rows(connection, HOLDS + " ORDER BY session, ordinal")
            return _records(sessions, holds, path)


def find_session(
    connection: sqlite3.Connection, session: str, started: str
) -> SessionRecord | None:
    """Return one session, by the way in which a listing comes to it. Raises sqlite3.Error."""
    # "+": not by the index of ids, by which it was written.
    values: dict[str, object] = {"session": session, "started": started}
    of_one = " WHERE started = :started AND +id = :session"
    for row in _rows(connection, SESSIONS + of_one, values):
        holds = _rows(connection, HOLDS + " WHERE session = :session ORDER BY ordinal", values)
        return session_record(row, map(hold_record, holds))
    return None


def check_whole(sessions: Iterable[SessionRecord]) -> None:
    """Raise StorageError, which says how many, if there are damaged sessions among these."""
    damaged = sum(not each.whole for each in sessions)
    if damaged:
        path = folder("data") / "history.db"
        what = "it" if damaged == 1 else "them"
        raise StorageError(
            f"{path}: a part of {quantity(damaged, 'session')} is damaged; "
            f"the rest of {what} is listed, and the file is left as it is."
        )


def read_latest_interrupted(path: Path, now: float) -> SessionRecord | None:
    """Return what `recent.find_interrupted` returns, of a history that is there."""
    with storage_errors(path), closing(connect(path, BRIEF_SECONDS)) as connection:
        sessions = _rows(connection, SESSIONS + WHERE_NEWEST, {"now": now})
        newest = {"session": sessions[0]["id"] if sessions else ""}
        holds = _rows(connection, HOLDS + " WHERE session = :session ORDER BY ordinal", newest)
        records = _records(sessions, holds, path)
    found = (each for each in records if each.status is Status.INTERRUPTED and each.is_pressed)
    return next((each for each in found if each.routine and each.whole), None)


def count_presses(
    path: Path,
    day: date,
    recently: tuple[float, float],
    other: str = "",
    region_of: Callable[[str], str] | None = None,
) -> dict[str, int]:
    """Return what `recent.count_presses_on` returns, of a history that is there.

    The sessions that started in `recently` (from, to; seconds since 1970) count beside the day's.
    """
    first = day.isoformat()
    last = f"{first}~"  # "~" comes after whatever may follow the day
    since, now = map(int, recently)
    values = {"first": first, "last": last, "since": since, "now": now, "other": other}
    with storage_errors(path), closing(connect(path, BRIEF_SECONDS)) as connection:
        rows = _rows(connection, PRESSES, values)
    seconds: dict[tuple[str, str], float] = defaultdict(float)
    unreadable = 0
    for row in rows:
        pressed = press(row)
        unreadable += not pressed.whole
        for code in pressed.codes:
            seconds[row["id"], code] += pressed.seconds
    presses = [session_code for session_code, held in seconds.items() if held >= LEAST_SECONDS]
    counts = Counter(code for _, code in presses)
    if region_of:
        sessions = {(session, region_of(code)) for session, code in presses}
        counts += Counter(region for _, region in sessions)
    if unreadable:
        sentence = f"{path}: {quantity(unreadable, 'hold')} of this day cannot be read."
        raise PartlyReadError(sentence, counts)
    return counts


def _rows(
    connection: sqlite3.Connection, query: str, values: dict[str, object] | tuple[()] = ()
) -> list[Row]:
    """The rows of a query; damaged bytes in a text cost a character of it, and not the rest."""
    try:
        return connection.execute(query, values).fetchall()
    except sqlite3.OperationalError as problem:
        if "decode" not in str(problem):
            raise
        connection.text_factory = lambda stored: stored.decode(errors="replace")
        return connection.execute(query, values).fetchall()


def _records(sessions: list[Row], holds: list[Row], path: Path) -> list[SessionRecord]:
    holds_of: dict[str, list[HoldRecord | None]] = defaultdict(list)
    for row in holds:
        holds_of[row["session"]].append(hold_record(row))
    records = [session_record(row, holds_of.get(row["id"], ())) for row in sessions]
    if not any(each.status is Status.RUNNING for each in records):
        return records
    if _may_play(path):
        return records
    return [_crashed(each) if each.status is Status.RUNNING else each for each in records]


def _crashed(record: SessionRecord) -> SessionRecord:
    return record._replace(status=Status.INTERRUPTED, ended_by=EndedBy.CRASH)


def _may_play(path: Path) -> bool:
    """Whether a session without an end may be playing in another window."""
    with closing(ProcessLock(path.with_name("running.lock"))) as lock:
        try:
            return not lock.take_alone()
        except OSError:  # a folder that may only be read
            return True
