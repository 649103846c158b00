"""The latest sessions: the one that can be gone on with, and those whose choices are taken over."""

import sqlite3
from contextlib import closing
from pathlib import Path

from presspoint.session.record.endings import Status
from presspoint.session.record.filters import Filters
from presspoint.session.record.records import SessionRecord
from presspoint.storage.entries.undone import undone_ids
from presspoint.storage.history.file.connection import BRIEF_SECONDS, storage_errors
from presspoint.storage.history.filtering import MATCHES, filter_values
from presspoint.storage.history.instants import instant, starts_since
from presspoint.storage.history.reading import sessions_of
from presspoint.storage.history.source import open_to_read, rows

DAY_SECONDS = 86_400
# As texts they are in order but for zones and clocks that changed: the last one is among these.
LATEST = f"SELECT rowid, started FROM session WHERE {MATCHES} ORDER BY started DESC LIMIT 20"  # noqa: S608  # ours


def read_latest_interrupted(path: Path, now: float) -> SessionRecord | None:
    """Return what `recent.find_interrupted` returns, of a history that is there."""
    with storage_errors(path):
        source = open_to_read(path, BRIEF_SECONDS)
        with closing(source.connection) as connection:
            if any(source.losses.values()):
                return None  # a hold of it may be lost, and with it how long a place was pressed
            newest, undone = _newest(connection, now), undone_ids(connection)
            every = list(sessions_of(connection, newest, path))
    records = [each for each in every if each.id not in undone]
    found = (each for each in records if each.status is Status.INTERRUPTED and each.is_pressed)
    return next((each for each in found if each.routine and each.whole), None)


def read_latest(path: Path, filters: Filters, now: float) -> list[SessionRecord]:
    """Return the latest sessions that match and had begun by `now`, the newest first."""
    with storage_errors(path):
        source = open_to_read(path, BRIEF_SECONDS)
        with closing(source.connection) as connection:
            found = rows(connection, LATEST, filter_values(connection, filters))
            starts = ((instant(started), number) for number, started in found)
            past = [(start, number) for start, number in starts if start is not None]
            newest_first = sorted((each for each in past if each[0] <= now), reverse=True)
            return list(sessions_of(connection, [number for _, number in newest_first], path))


def _newest(connection: sqlite3.Connection, now: float) -> list[int]:
    """The session that started last, if in the last 24 hours; one still to come is none."""
    starts = starts_since(connection, now - DAY_SECONDS)
    past = ((each.instant, each.rowid) for each in starts if each.instant is not None)
    newest = max((each for each in past if each[0] <= now), default=None)
    return [newest[1]] if newest else []
