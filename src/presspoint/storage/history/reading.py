"""The history read: every session, damaged ones too, and the presses of a day."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import Row

from presspoint.errors import PartlyReadError, StorageError
from presspoint.session.records import LEAST_SECONDS, EndedBy, HoldRecord, SessionRecord, Status
from presspoint.storage.history.rows import (
    HOLD_COLUMNS,
    SESSION_COLUMNS,
    hold_record,
    press,
    session_record,
)
from presspoint.storage.history.schema import BRIEF_SECONDS, connect, storage_errors
from presspoint.storage.lock import ProcessLock
from presspoint.storage.paths import folder
from presspoint.words import quantity

ORDER = "SELECT rowid FROM session ORDER BY started, rowid"
SESSIONS = f"SELECT rowid, {', '.join(SESSION_COLUMNS)} FROM session"  # noqa: S608  # names of ours
HOLDS = f"SELECT session.rowid, {', '.join(f'hold.{each}' for each in HOLD_COLUMNS)}"
HOLDS += " FROM session JOIN hold ON session = id"
IN_ORDER = " ORDER BY session.rowid, ordinal"
# "+": not by the index of ids, by which it was written.
ONE = "SELECT rowid FROM session WHERE started = :started AND +id = :id"
# Sessions read in one go: between two goes nothing is locked, however slowly somebody reads them.
AT_ONCE = 500
# The newest session, if it is of the last 24 hours. Two days back, dates can be compared as text
# whatever the zones are, and text has an index.
NEWEST = (
    "SELECT rowid FROM session WHERE rowid ="
    " (SELECT rowid FROM session WHERE started >= date(:now, 'unixepoch', '-2 days')"
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
    return list(read_sessions())


def read_sessions() -> Iterator[SessionRecord]:
    """Yield what `read_history` returns, with some hundred sessions in memory at a time."""
    path = folder("data") / "history.db"
    with storage_errors(path):
        if not path.exists():
            return
        with closing(connect(path)) as connection:
            order = [number for (number,) in _rows(connection, ORDER)]
            for start in range(0, len(order), AT_ONCE):
                yield from _sessions_of(connection, order[start : start + AT_ONCE], path)


def find_session(
    connection: sqlite3.Connection, session: str, started: str
) -> SessionRecord | None:
    """Return one session as it is saved, found as a listing finds it. Raises sqlite3.Error."""
    numbers = [number for (number,) in _rows(connection, ONE, {"id": session, "started": started})]
    return next(iter(_saved_sessions(connection, numbers)), None)


def check_whole(damaged: int) -> None:
    """Raise StorageError, which says how many, if there are damaged sessions."""
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
        newest = [number for (number,) in _rows(connection, NEWEST, {"now": now})]
        records = list(_sessions_of(connection, newest, path))
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
    connection: sqlite3.Connection, query: str, values: dict[str, object] | Sequence[int] = ()
) -> list[Row]:
    """The rows of a query; damaged bytes in a text cost a character of it, and not the rest."""
    try:
        return connection.execute(query, values).fetchall()
    except sqlite3.OperationalError as problem:
        if "decode" not in str(problem):
            raise
        connection.text_factory = lambda stored: stored.decode(errors="replace")
        return connection.execute(query, values).fetchall()


def _sessions_of(
    connection: sqlite3.Connection, numbers: list[int], path: Path
) -> Iterator[SessionRecord]:
    """The sessions of these rowids, in their order; one without an end was broken off."""
    records = _saved_sessions(connection, numbers)
    is_playing = any(each.status is Status.RUNNING for each in records) and _may_play(path)
    for each in records:
        yield each if is_playing or each.status is not Status.RUNNING else _crashed(each)


def _saved_sessions(connection: sqlite3.Connection, numbers: list[int]) -> list[SessionRecord]:
    """The sessions of these rowids, in their order, as they are saved."""
    among = f" WHERE session.rowid IN ({', '.join('?' * len(numbers))})"
    holds_of: dict[int, list[HoldRecord | None]] = defaultdict(list)
    for row in _rows(connection, HOLDS + among + IN_ORDER, numbers):
        holds_of[row[0]].append(hold_record(row[1:]))
    rows = _rows(connection, SESSIONS + among, numbers)
    found = {row[0]: session_record(row[1:], holds_of.get(row[0], ())) for row in rows}
    return [found[number] for number in numbers if number in found]


def _crashed(record: SessionRecord) -> SessionRecord:
    return record._replace(status=Status.INTERRUPTED, ended_by=EndedBy.CRASH)


def _may_play(path: Path) -> bool:
    """Whether a session without an end may be playing in another window."""
    with closing(ProcessLock(path.with_name("running.lock"))) as lock:
        try:
            return not lock.take_alone()
        except OSError:  # a folder that may only be read
            return True
