"""The presses of a day, those that cannot be read counted on the safe side."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import Row

from presspoint.errors import ANY_PLACE, PartlyReadError
from presspoint.session.checkup import Losses
from presspoint.session.records import LEAST_SECONDS
from presspoint.storage.history.rows import press
from presspoint.storage.history.schema import storage_errors
from presspoint.storage.history.source import open_to_read, rows
from presspoint.words import join_words, quantity

PRESSES = (
    "SELECT id, held_seconds, points, zones, spots FROM session JOIN hold ON session = id"
    " WHERE started >= min(:first, date(:since, 'unixepoch', '-1 day')) AND id <> :other"
    " AND (started BETWEEN :first AND :last OR (strftime('%s', started) + 0 >= :since"
    " AND (strftime('%s', started) + 0 <= :now OR NOT EXISTS (SELECT 1 FROM session AS later"
    " WHERE later.rowid > session.rowid AND strftime('%s', later.started) + 0 < :since))))"
)
LAST_BEFORE = (
    "SELECT max(rowid) FROM session"
    " WHERE strftime('%s', started) + 0 < min(:since, strftime('%s', :first) - 86400)"
)
BEYOND_COUNTING = 99  # sessions of a day, where nobody knows how many


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
    values: dict[str, object] = {
        "first": first,
        "last": last,
        "since": since,
        "now": now,
        "other": other,
    }

    with storage_errors(path):
        source = open_to_read(path)
        with closing(source.connection) as connection:
            holds = rows(connection, PRESSES, values)
            lost = _lost_since(connection, source.losses, values) if source.losses else 0
    counts, unreadable = _count(holds, region_of)
    if not (unreadable or lost):
        return counts
    words = [quantity(unreadable, "hold")] if unreadable else []
    words += [each.words(name) for name, each in source.losses.items() if each] if lost else []
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


def _lost_since(
    connection: sqlite3.Connection, losses: Mapping[str, Losses], values: dict[str, object]
) -> int:
    """In how many sessions of the day a place may have been pressed without a trace.

    Sessions are numbered as they begin: those up to the last one before the day are not of it;
    where the end of the table is lost, those of the day are.
    """
    none = Losses()
    lost = losses.get("session", none)
    if lost.more_at_end or losses.get("hold", none).more_at_end:
        return BEYOND_COUNTING
    before = connection.execute(LAST_BEFORE, values).fetchone()[0] or 0
    sessions = connection.execute("SELECT count(*) FROM session WHERE rowid > ?", (before,))
    of_holds = sessions.fetchone()[0] if losses.get("hold", none) else 0
    return sum(number > before for number in lost.rowids) + int(of_holds)
