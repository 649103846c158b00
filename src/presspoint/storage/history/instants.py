"""When sessions started, compared as instants: as texts they depend on zones and on clocks."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from presspoint import clock
from presspoint.named_tuple import NamedTuple
from presspoint.storage.entries.imports import rows_of_imports
from presspoint.storage.history.filtering import MATCHES
from presspoint.storage.history.source import Cells, rows

MOST_ROWS = 2**63 - 1  # that SQLite can be asked for
A_DAY = timedelta(days=1)  # no zone is further from UTC, so that texts need be read no further
# What sorts before "0" is no date: it is damaged, and may be of any time.
STARTED_SINCE = (
    "SELECT rowid, id, started FROM session"
    " WHERE started >= :text OR started < '0' OR started IS NULL ORDER BY rowid"
)
MATCHING = f"SELECT rowid, started FROM session WHERE {MATCHES}"  # noqa: S608  # ours
MATCHING_SINCE = f"{MATCHING} AND (started >= :text OR started < '0' OR started IS NULL)"
IN_ORDER = " ORDER BY rowid"
LATEST = f"{MATCHING} ORDER BY started DESC LIMIT :number"
# What was reported or imported was saved on another day than it was done.
STARTED_BEFORE = (
    "SELECT rowid, started FROM session WHERE started < :text AND status <> 'reported'"
    " ORDER BY rowid DESC"
)


class Start(NamedTuple):
    """When a session started, in seconds since 1970; None where that cannot be read."""

    rowid: int
    id: object
    instant: float | None


def instant(started: object) -> float | None:
    """Return when a session started, in seconds since 1970; None where that cannot be read."""
    return clock.instant(started) if isinstance(started, str) else None


def in_order(started: Iterable[Cells]) -> list[int]:
    """Return the rowids of rows (rowid, started), given as they were saved, by when they started.

    One that cannot be read comes after the one that was saved before it.
    """
    known: list[tuple[float, int]] = []
    last = 0.0
    for number, text in started:
        moment = instant(text)
        last = last if moment is None else moment
        known.append((last, number))
    return [number for _, number in sorted(known)]


def matching_in_order(connection: sqlite3.Connection, values: Mapping[str, object]) -> list[int]:
    """Return what `in_order` returns, for the sessions that match; `values` are their filters'."""
    return in_order(rows(connection, MATCHING + IN_ORDER, dict(values)))


def newest_in_order(
    connection: sqlite3.Connection, number: int, values: Mapping[str, object]
) -> list[int]:
    """Return the last of what `matching_in_order` returns, so many: by the index, at once.

    As texts they are in order but for their zones; where one cannot be read, all are looked at.
    """
    latest = rows(connection, LATEST, {**values, "number": min(number, MOST_ROWS)})
    if len(latest) < number:
        return in_order(sorted(latest))
    moment = instant(latest[-1][1])
    if moment is not None:
        text = _text(moment, -3 * A_DAY)
        since = rows(connection, MATCHING_SINCE + IN_ORDER, {**values, "text": text})
        if all(instant(started) is not None for _, started in since):
            return in_order(since)[-number:]
    return matching_in_order(connection, values)[-number:]


def starts_since(connection: sqlite3.Connection, since: float) -> Iterator[Start]:
    """Yield the sessions that started then or later, or nobody knows when, as they were saved."""
    found = rows(connection, STARTED_SINCE, {"text": _text(since, -A_DAY)})
    for number, name, started in found:
        moment = instant(started)
        if moment is None or moment >= since:
            yield Start(number, name, moment)


def last_before(connection: sqlite3.Connection, moment: float) -> int:
    """Return the rowid of the last session played here before a moment; 0 for none."""
    imported = rows_of_imports(connection)
    after = _text(moment, 2 * A_DAY)  # in a zone ahead of UTC, its day may have been the next one
    found = rows(connection, STARTED_BEFORE, {"text": after})
    starts = (
        (number, instant(started))
        for number, started in found
        if not any(number in rows_of_import for rows_of_import in imported)
    )
    return next((number for number, start in starts if start is not None and start < moment), 0)


def _text(moment: float, more: timedelta) -> str:
    """A moment as the day that it is in UTC, and one more or less."""
    return str(clock.utc_date(moment) + more)
