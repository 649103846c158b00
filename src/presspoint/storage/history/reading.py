"""The history read: every session, damaged ones too, and the presses of a day.

No index is used: one that is damaged hides rows without a word, and the tables are small.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import Row
from typing import NamedTuple, TypeVar

from presspoint.errors import ANY_PLACE, PartlyReadError
from presspoint.session.checkup import Losses
from presspoint.session.records import HoldRecord, SessionRecord, Status
from presspoint.storage.history.damaged_table import is_damage
from presspoint.storage.history.rescue import rescue
from presspoint.storage.history.rows import hold_record, press, session_record
from presspoint.storage.history.schema import connect, refuse_empty, storage_errors
from presspoint.storage.lock import ProcessLock
from presspoint.storage.paths import folder
from presspoint.words import join_words, quantity

LEAST_SECONDS = 1
SESSIONS = (
    "SELECT id, routine, started, status, planned_seconds, pain_before, pain_after,"
    " conditions, left_out, choices FROM session NOT INDEXED"
)
HOLDS = (
    "SELECT session, points, zones, side, planned_seconds, held_seconds, spots"
    " FROM hold NOT INDEXED"
)
# The newest session, if it is of the last 24 hours. Two days back, dates can be compared as text
# whatever the zones are, which is quicker.
WHERE_NEWEST = (
    " WHERE rowid = (SELECT rowid FROM session NOT INDEXED"
    " WHERE started >= date(:now, 'unixepoch', '-2 days')"
    " ORDER BY julianday(started) DESC, rowid DESC LIMIT 1)"
    " AND strftime('%s', started) + 0 BETWEEN :now - 86400 AND :now"
)
OF_THE_DAY = (
    "SELECT rowid AS number, id FROM session NOT INDEXED"
    " WHERE started >= min(:first, date(:since, 'unixepoch', '-1 day')) AND id <> :other"
    " AND (started BETWEEN :first AND :last OR (strftime('%s', started) + 0 >= :since"
    " AND (strftime('%s', started) + 0 <= :now OR NOT EXISTS (SELECT 1 FROM session AS later"
    " NOT INDEXED WHERE later.rowid > session.rowid"
    " AND strftime('%s', later.started) + 0 < :since))))"
)
PRESSES = (
    "SELECT rowid AS number, session AS id, held_seconds, points, zones, spots"
    " FROM hold NOT INDEXED WHERE session IN (SELECT value FROM json_each(:ids))"
)
LAST_BEFORE = (
    "SELECT max(rowid) AS number FROM session NOT INDEXED"
    " WHERE strftime('%s', started) + 0 < min(:since, strftime('%s', :first) - 86400)"
)
Answer = TypeVar("Answer")


class History(NamedTuple):
    """The sessions, the oldest first, and a sentence on what cannot be read; empty for nothing."""

    sessions: list[SessionRecord]
    problem: str = ""


def read_history() -> list[SessionRecord]:
    """Return every session, the oldest first; a damaged one is not `whole`. Raises StorageError."""
    return read_with_losses().sessions


def read_with_losses() -> History:
    """Return every session that can be read, and what cannot. Raises StorageError for no history.

    One that is empty was emptied, as by a full disk: it is not a new one.
    """
    path = folder("data") / "history.db"
    with storage_errors(path):
        if not path.exists():
            return History([])
        refuse_empty(path)
        (sessions, holds), losses = _read(path, _all_rows)
        records = _records(sessions, holds, path)
    return History(records, _problem(path, records, losses))


def _all_rows(connection: sqlite3.Connection) -> tuple[list[Row], list[Row]]:
    sessions = _rows(connection, SESSIONS + " ORDER BY julianday(started), rowid")
    return sessions, _rows(connection, HOLDS + " ORDER BY rowid")


def _read(
    path: Path, ask: Callable[[sqlite3.Connection], Answer]
) -> tuple[Answer, Mapping[str, Losses]]:
    """What is asked of a history, or of what can be rescued of a damaged one; and what is lost."""
    try:
        with closing(connect(path)) as connection:
            return ask(connection), {}
    except sqlite3.DatabaseError as problem:
        if not is_damage(problem):
            raise
    rescued = rescue(path)
    with closing(rescued.connection):
        return ask(rescued.connection), rescued.losses


def _problem(path: Path, records: list[SessionRecord], losses: Mapping[str, Losses]) -> str:
    """What of a history cannot be read, in one or two sentences; empty where all can."""
    partly = sum(not each.whole for each in records)
    what = "it" if partly == 1 else "them"
    of_records = (
        f"a part of {quantity(partly, 'session')} is damaged; the rest of {what} is listed, "
        "and the file is left as it is."
    )
    if not losses:
        return f"{path}: {of_records}" if partly else ""
    lost = tuple(losses[name].words(name) for name in losses if losses[name])
    what = f"{join_words(lost)} cannot be read" if lost else "every session can be read"
    return (
        f"{path}: the file is damaged; {what}, and all else is listed. "
        f"{f'Beside that, {of_records} ' if partly else ''}"
        "presspoint history repair saves what can be read to a new file."
    )


def read_latest_interrupted(path: Path, now: float) -> SessionRecord | None:
    """Return what `recent.find_interrupted` returns, of a history that is there."""

    def newest(connection: sqlite3.Connection) -> tuple[list[Row], list[Row]]:
        sessions = _rows(connection, SESSIONS + WHERE_NEWEST, {"now": now})
        values = {"session": sessions[0]["id"] if sessions else ""}
        return sessions, _rows(connection, HOLDS + " WHERE session = :session", values)

    with storage_errors(path):
        refuse_empty(path)
        (sessions, holds), losses = _read(path, newest)
        if any(losses.values()):
            return None  # a hold of it may be lost, and with it how long a place was pressed
        records = _records(sessions, holds, path)
    found = (each for each in records if each.status is Status.INTERRUPTED)
    return next((each for each in found if each.routine and each.whole), None)


def count_presses(
    path: Path, day: date, recently: tuple[float, float], other: str = ""
) -> dict[str, int]:
    """Return what `recent.count_presses_on` returns, of a history that is there.

    The sessions that started in `recently` (from, to; seconds since 1970) count beside the day's.
    """
    first = day.isoformat()
    last = f"{first}~"  # "~" comes after whatever may follow the day
    since, now = map(int, recently)
    values = {"first": first, "last": last, "since": since, "now": now, "other": other}

    def of_the_day(connection: sqlite3.Connection) -> tuple[list[Row], list[Row], int]:
        sessions = _rows(connection, OF_THE_DAY, values)
        ids = json.dumps([row["id"] for row in sessions])
        before = connection.execute(LAST_BEFORE, values).fetchone()["number"] or 0
        return sessions, _rows(connection, PRESSES, {"ids": ids}), before

    with storage_errors(path):
        refuse_empty(path)
        (sessions, holds, before), losses = _read(path, of_the_day)
    counts, unreadable = _count(holds)
    lost = _lost_since(losses, before, len(sessions))
    if not (unreadable or lost):
        return counts
    words = [quantity(unreadable, "hold")] if unreadable else []
    words += [losses[name].words(name) for name in losses if losses[name]] if lost else []
    counts[ANY_PLACE] = lost or len({row["id"] for row in holds if not press(row).whole})
    mend = " presspoint history repair mends the file." if lost else ""
    sentence = (
        f"{path}: {join_words(tuple(words))} of this day cannot be read, and may have been of any "
        f"place.{mend}"
    )
    raise PartlyReadError(sentence, counts)


def _count(holds: list[Row]) -> tuple[dict[str, int], int]:
    """In how many sessions each place was pressed, and how many holds cannot be read."""
    seconds: dict[tuple[str, str], float] = defaultdict(float)
    unreadable = 0
    for row in holds:
        pressed = press(row)
        unreadable += not pressed.whole
        for code in pressed.codes:
            seconds[row["id"], code] += pressed.seconds
    return Counter(code for (_, code), held in seconds.items() if held >= LEAST_SECONDS), unreadable


def _lost_since(losses: Mapping[str, Losses], before: int, sessions: int) -> int:
    """In how many sessions of the day a place may have been pressed without a trace.

    Sessions are numbered as they begin: those up to the last one `before` the day are not of it.
    """
    none = Losses()
    lost = losses.get("session", none)
    count = sum(number > before for number in lost.rowids) + lost.more_at_end
    return count + (sessions if losses.get("hold", none) else 0)


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
    status = _status_without_end(path)
    return [
        each._replace(status=status) if each.status is Status.RUNNING else each for each in records
    ]


def _status_without_end(path: Path) -> Status:
    """The status of a session without an end: it may be playing in another window."""
    with closing(ProcessLock(path.with_name("running.lock"))) as lock:
        try:
            return Status.INTERRUPTED if lock.take_alone() else Status.RUNNING
        except OSError:  # a folder that may only be read
            return Status.RUNNING
