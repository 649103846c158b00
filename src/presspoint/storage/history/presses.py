"""The presses of the last hours, those that cannot be read counted on the safe side."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from presspoint.errors import ANY_PLACE, PartlyReadError
from presspoint.session.record.checkup import Losses
from presspoint.session.record.records import LEAST_SECONDS
from presspoint.storage.history.file.connection import BRIEF_SECONDS, storage_errors
from presspoint.storage.history.instants import last_before, starts_since
from presspoint.storage.history.rows import press
from presspoint.storage.history.source import Cells, open_to_read, rows
from presspoint.words import join_words, quantity

PRESSES = "SELECT session, held_seconds, points, zones, spots FROM hold WHERE session = ?"
BEYOND_COUNTING = 99  # sessions of a day, where nobody knows how many


def count_presses(
    path: Path,
    since: float,
    now: float,
    other: str = "",
    region_of: Callable[[str], str] | None = None,
) -> dict[str, int]:
    """Return what `recent.count_recent_presses` returns, of a history that is there.

    The sessions that started between both moments (seconds since 1970) count.
    """
    with storage_errors(path):
        source = open_to_read(path, BRIEF_SECONDS)
        with closing(source.connection) as connection:
            ids = [each for each in _ids(connection, since, now) if each != other]
            holds = [hold for each in ids for hold in rows(connection, PRESSES, (each,))]
            lost = _losses_on(connection, source.losses, since) if source.losses else 0
    counts, unreadable = _count(holds, region_of)
    if not (unreadable or lost):
        return counts
    words = [quantity(unreadable, "hold")] if unreadable else []
    words += [each.words(name) for name, each in source.losses.items() if each] if lost else []
    partly = {session for session, *cells in holds if not press(*cells).whole}
    counts[ANY_PLACE] = lost or len(partly)
    mend = " presspoint history repair saves what is left." if lost else ""
    sentence = (
        f"{path}: {join_words(tuple(words))} of this day cannot be read, and may have been of any "
        f"place.{mend}"
    )
    raise PartlyReadError(sentence, counts)


def _ids(connection: sqlite3.Connection, since: float, now: float) -> list[str]:
    """The sessions that started between both moments, or may have.

    A clock that was set back makes those of before later than now, and a damaged date is any:
    both count until a session that was saved after them is older than all that counts.
    """
    starts = list(starts_since(connection, since))
    is_known = [each.instant is not None and each.instant <= now for each in starts]
    before = 0 if all(is_known) else last_before(connection, since)
    return [
        each.id
        for each, known in zip(starts, is_known, strict=True)
        if (known or each.rowid > before) and isinstance(each.id, str)
    ]


def _count(
    holds: list[Cells], region_of: Callable[[str], str] | None
) -> tuple[dict[str, int], int]:
    """In how many sessions each place, or region, was pressed; how many holds cannot be read."""
    seconds: dict[tuple[str, str], float] = defaultdict(float)
    unreadable = 0
    for session, *cells in holds:
        pressed = press(*cells)
        unreadable += not pressed.whole
        for code in pressed.codes:
            seconds[session, code] += pressed.seconds
    presses = [session_code for session_code, held in seconds.items() if held >= LEAST_SECONDS]
    counts = Counter(code for _, code in presses)
    if region_of:
        sessions = {(session, region_of(code)) for session, code in presses}
        counts += Counter(region for _, region in sessions)
    return counts, unreadable


def _losses_on(connection: sqlite3.Connection, losses: Mapping[str, Losses], since: float) -> int:
    """In how many sessions of the day a place may have been pressed without a trace.

    Sessions are numbered as they begin: those up to the last one before the day are not of it;
    where the end of the table is lost, those of the day are.
    """
    none = Losses()
    lost = losses.get("session", none)
    if lost.more_at_end or losses.get("hold", none).more_at_end:
        return BEYOND_COUNTING
    before = last_before(connection, since)
    sessions = connection.execute("SELECT count(*) FROM session WHERE rowid > ?", (before,))
    of_holds = sessions.fetchone()[0] if losses.get("hold", none) else 0
    return sum(number > before for number in lost.rowids) + int(of_holds)
