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
from presspoint.session.records import LEAST_SECONDS, EndedBy, HoldRecord, SessionRecord, Status
from presspoint.storage.history.damaged_table import is_damage
from presspoint.storage.history.rescue import rescue
from presspoint.storage.history.rows import hold_record, press, session_record
from presspoint.storage.history.schema import connect, refuse_empty, storage_errors
from presspoint.storage.lock import ProcessLock
from presspoint.storage.paths import folder
from presspoint.storage.presence import is_there
from presspoint.words import join_words, quantity

SESSIONS = (
    "SELECT id, routine, started, status, planned_seconds, pain_before, pain_after,"
    " conditions, left_out, choices, ended_by, reached, planned_holds, again_today, reactions"
    " FROM session NOT INDEXED"
)
HOLDS = (
    "SELECT session, points, zones, side, planned_seconds, held_seconds, spots, ended_by"
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
BEYOND_COUNTING = 99  # sessions of a day, where nobody knows how many
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
        if not is_there(path):
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

    def of_the_day(connection: sqlite3.Connection) -> tuple[list[Row], list[Row], int]:
        sessions = _rows(connection, OF_THE_DAY, values)
        ids = json.dumps([row["id"] for row in sessions if isinstance(row["id"], str)])
        before = connection.execute(LAST_BEFORE, values).fetchone()["number"] or 0
        return sessions, _rows(connection, PRESSES, {"ids": ids}), before

    with storage_errors(path):
        refuse_empty(path)
        (sessions, holds, before), losses = _read(path, of_the_day)
    counts, unreadable = _count(holds, region_of)
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


def _count(holds: list[Row], region_of: Callable[[str], str] | None) -> tuple[dict[str, int], int]:
    """In how many sessions each place, or region, was pressed; how many holds cannot be read."""
    seconds: dict[tuple[str, str], float] = defaultdict(float)
    unreadable = 0
    for row in holds:
        pressed = press(row)
        unreadable += not pressed.whole
        for code in pressed.codes:
            seconds[row["id"], code] += pressed.seconds
    presses = [session_code for session_code, held in seconds.items() if held >= LEAST_SECONDS]
    counts = Counter(code for _, code in presses)
    if region_of:
        sessions = {(session, region_of(code)) for session, code in presses}
        counts += Counter(region for _, region in sessions)
    return counts, unreadable


def _lost_since(losses: Mapping[str, Losses], before: int, sessions: int) -> int:
    """In how many sessions of the day a place may have been pressed without a trace.

    Sessions are numbered as they begin: those up to the last one `before` the day are not of it;
    where the end of the table is lost, those of the day are.
    """
    none = Losses()
    lost = losses.get("session", none)
    if lost.more_at_end:
        return BEYOND_COUNTING
    count = sum(number > before for number in lost.rowids)
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
