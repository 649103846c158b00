"""The sessions of a history as far as they add up: SQL gathers the holds of each."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from presspoint.clock import lived_day
from presspoint.outcome.summary import Summary, summary_of
from presspoint.session.record.endings import Status
from presspoint.session.record.filters import Filters
from presspoint.session.record.records import HoldRecord
from presspoint.storage.entries.undone import undone_ids
from presspoint.storage.history.file.connection import storage_errors
from presspoint.storage.history.filtering import filter_values
from presspoint.storage.history.instants import matching_in_order
from presspoint.storage.history.reading import Damage, may_play, read_through
from presspoint.storage.history.rows import DAY_SECONDS, parse_columns
from presspoint.storage.history.source import Cells, rows
from presspoint.storage.paths import HISTORY, folder
from presspoint.storage.presence import is_there

COLUMNS = ("routine", "status", "planned_seconds", "pain_before", "pain_after", "reactions")
FIELD, HOLD = "\x1f", "\x1e"  # between the cells of a hold, and between holds
# The holds of a session come as one text, and as their number, of which a cell that is NULL is not.
GATHERED = (
    f"SELECT session.rowid, id, started, {', '.join(f'session.{each}' for each in COLUMNS)},"  # noqa: S608  # names of ours
    " count(hold.session), group_concat(points || ' ' || zones || ' ' || spots ||"
    f" '{FIELD}' || held_seconds, '{HOLD}')"
    " FROM session LEFT JOIN hold ON session = id WHERE session.rowid IN ({})"
    " GROUP BY session.rowid"
)
AT_ONCE = 500  # sessions read in one go, as in reading.AT_ONCE


def read_summaries(
    day_starts: int,
    since: date | None = None,
    damage: Damage | None = None,
    *,
    routine: str = "",
    code: str = "",
    with_undone: bool = False,
) -> Iterator[Summary]:
    """Yield the sessions of the day `since` or later, or all, the oldest first.

    Those that are undone come only `with_undone`. Only those of a `routine`, in any case, and with
    a hold on the place of a `code`, if given. A day begins at `day_starts` o'clock. What cannot be
    read is noted in `damage`, and a session that started nobody knows when is left out. Raises
    StorageError where nothing can be read.
    """
    filters = Filters(since, day_starts, routine, code, with_undone=with_undone)
    noted, path, undone = damage or Damage(), folder("data") / HISTORY, set[str]()
    with storage_errors(path):
        if not is_there(path):
            return

        def rest(connection: sqlite3.Connection, done: set[int]) -> Iterator[Cells]:
            undone.update(undone_ids(connection) if with_undone else ())
            return _read_rest(connection, done, filters)

        running_status = _status_of_running(path)
        for _, name, started, *cells in read_through(path, noted, rest):
            day = lived_day(started, day_starts) if isinstance(started, str) else None
            alike, is_whole = _summary_of_cells(tuple(cells))
            noted.partly += not (is_whole and day and isinstance(name, str))
            if day and (since is None or day >= since):
                status = running_status if alike.status is Status.RUNNING else alike.status
                summary = alike._replace(id=str(name), started=started, day=day, status=status)
                yield summary._replace(undone=name in undone) if undone else summary


def _read_rest(connection: sqlite3.Connection, done: set[int], filters: Filters) -> Iterator[Cells]:
    """Yield the rows of GATHERED of which the rowids are not `done`, and add these."""
    every = matching_in_order(connection, filter_values(connection, filters))
    order = [each for each in every if each not in done]
    for start in range(0, len(order), AT_ONCE):
        numbers = order[start : start + AT_ONCE]
        found = {
            row[0]: row
            for row in rows(connection, GATHERED.format(", ".join("?" * len(numbers))), numbers)
        }
        done.update(numbers)
        yield from (found[number] for number in numbers if number in found)


def _status_of_running(path: Path) -> Status:
    """What a session without an end is: broken off, unless one may be playing now."""
    return Status.RUNNING if may_play(path) else Status.INTERRUPTED


@lru_cache(maxsize=16_384)  # in a long history most sessions are alike but for when they were
def _summary_of_cells(cells: Cells) -> tuple[Summary, bool]:
    """A summary of no time, of cells of COLUMNS and of the holds, and whether all could be read."""
    *own, number, text = cells
    record = parse_columns(COLUMNS, tuple(own))
    holds = _holds(text)
    is_whole = record.whole and len(holds) == number
    return summary_of(record._replace(holds=holds, whole=is_whole), date.min), is_whole


@lru_cache(maxsize=1024)  # whoever presses to the end has the same holds each time
def _holds(text: object) -> tuple[HoldRecord, ...]:
    """The holds that a text of GATHERED has, but those of which the seconds are damaged."""
    holds = text.split(HOLD) if isinstance(text, str) else []
    return tuple(found for each in holds if (found := _hold(each)))


def _hold(text: str) -> HoldRecord | None:
    codes, _, cell = text.rpartition(FIELD)
    try:
        held = float(cell)
    except ValueError:
        return None
    is_possible = 0 <= held <= DAY_SECONDS
    return HoldRecord(tuple(codes.split()), (), None, 0, held) if is_possible else None
