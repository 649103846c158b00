"""The history read: every session that is asked for, damaged ones too."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from presspoint.errors import StorageError
from presspoint.session.record.checkup import Losses
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.filters import Filters
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.storage.entries.undone import undone_ids
from presspoint.storage.history.damage.damaged_table import MAY_BE_DAMAGE, is_damage
from presspoint.storage.history.file.connection import storage_errors
from presspoint.storage.history.filtering import filter_values
from presspoint.storage.history.instants import matching_in_order, newest_in_order
from presspoint.storage.history.rows import (
    HOLD_COLUMNS,
    SESSION_COLUMNS,
    hold_record,
    session_record,
)
from presspoint.storage.history.source import Source, open_damaged, open_to_read, rows
from presspoint.storage.lock import ProcessLock
from presspoint.storage.paths import HISTORY, folder
from presspoint.storage.presence import is_there
from presspoint.words import join_words, quantity

SESSIONS = f"SELECT rowid, {', '.join(SESSION_COLUMNS)} FROM session"  # noqa: S608  # names of ours
HOLDS = f"SELECT session.rowid, {', '.join(f'hold.{each}' for each in HOLD_COLUMNS)}"
HOLDS += " FROM session JOIN hold ON session = id"
IN_ORDER = " ORDER BY session.rowid, ordinal"
ONE = "SELECT rowid FROM session WHERE id = ?"
# Sessions read in one go: between two goes nothing is locked, however slowly somebody reads them.
AT_ONCE = 100
NO_FILTERS = Filters()
Row = TypeVar("Row")


class Damage:
    """What of a history could not be read, once its sessions are."""

    def __init__(self) -> None:
        self.losses: Mapping[str, Losses] = {}
        self.partly = 0
        self.is_damaged = False

    def note(self, source: Source) -> None:
        """Note what the source of the sessions lacks."""
        self.losses, self.is_damaged = source.losses, bool(source.losses)

    def check(self) -> None:
        """Raise StorageError, in one or two sentences, where anything could not be read."""
        if words := self._words():
            raise StorageError(f"{folder('data') / 'history.db'}: {words}")

    def _words(self) -> str:
        what = "it" if self.partly == 1 else "them"
        partly = (
            f"a part of {quantity(self.partly, 'session')} is damaged. The rest of {what} is "
            "listed, and the file stays as it is."
        )
        if not self.is_damaged:
            return partly if self.partly else ""
        losses = (each.words(name) for name, each in self.losses.items() if each)
        lost = join_words(tuple(losses))
        return (
            f"the file is damaged; {f'{lost} cannot' if lost else 'every session can'} be read"
            f"{', and all else is listed' if lost else ''}. "
            f"{f'Beside that, {partly} ' if self.partly else ''}"
            "presspoint history repair saves what can be read to a new file."
        )


def read_history() -> list[SessionRecord]:
    """Return every session that is not undone, the oldest first; a damaged one is not `whole`.

    Raises StorageError.
    """
    return list(read_sessions())


def read_sessions(
    damage: Damage | None = None, newest: int | None = None, filters: Filters = NO_FILTERS
) -> Iterator[SessionRecord]:
    """Yield what `read_history` returns, with a hundred sessions in memory at a time.

    Only those that match the filters, and only so many of the `newest`, unless the history is
    damaged: then all that can be read of them. What cannot be read is noted in `damage`.
    """
    path, noted = folder("data") / HISTORY, damage or Damage()
    with storage_errors(path):
        if not is_there(path):
            return

        def rest(connection: sqlite3.Connection, done: set[int]) -> Iterator[SessionRecord]:
            number = None if noted.is_damaged else newest
            return _read_rest(connection, path, done, filters, number)

        for each in read_through(path, noted, rest):
            noted.partly += not each.whole
            yield each


def find_session(connection: sqlite3.Connection, session: str) -> SessionRecord | None:
    """Return one session by its id, as it is saved. Raises sqlite3.Error."""
    numbers = [row["rowid"] for row in connection.execute(ONE, (session,))]
    return next(iter(_saved_sessions(connection, numbers)), None)


def read_through(
    path: Path, damage: Damage, rest: Callable[[sqlite3.Connection, set[int]], Iterator[Row]]
) -> Iterator[Row]:
    """Read to the end; where damage shows on the way, what is still to come is rescued.

    `rest` reads the sessions of which the rowids are not done, and adds these. Raises StorageError,
    OSError or sqlite3.Error.
    """
    done: set[int] = set()
    source = open_to_read(path)
    damage.note(source)
    try:
        with closing(source.connection) as connection:
            yield from rest(connection, done)
    except MAY_BE_DAMAGE as problem:
        if source.losses or not is_damage(problem):
            raise
        source = open_damaged(path)
        damage.note(source)
        with closing(source.connection) as connection:
            yield from rest(connection, done)


def _read_rest(
    connection: sqlite3.Connection,
    path: Path,
    done: set[int],
    filters: Filters,
    newest: int | None = None,
) -> Iterator[SessionRecord]:
    """Yield the sessions, or the newest, of which the rowids are not `done`, and add these."""
    values, undone = filter_values(connection, filters), undone_ids(connection)
    every = (
        newest_in_order(connection, newest, values)
        if newest
        else matching_in_order(connection, values)
    )
    order = [each for each in every if each not in done]
    for start in range(0, len(order), AT_ONCE):
        numbers = order[start : start + AT_ONCE]
        records = list(sessions_of(connection, numbers, path))
        done.update(numbers)
        for each in records:
            yield each._replace(undone=True) if each.id in undone else each


def sessions_of(
    connection: sqlite3.Connection, numbers: list[int], path: Path
) -> Iterator[SessionRecord]:
    """Yield the sessions of these rowids, in their order; one without an end was broken off."""
    records = _saved_sessions(connection, numbers)
    is_playing = any(each.status is Status.RUNNING for each in records) and may_play(path)
    for each in records:
        yield each if is_playing or each.status is not Status.RUNNING else _as_crash(each)


def _saved_sessions(connection: sqlite3.Connection, numbers: list[int]) -> list[SessionRecord]:
    """The sessions of these rowids, in their order, as they are saved."""
    among = f" WHERE session.rowid IN ({', '.join('?' * len(numbers))})"
    holds_of: dict[int, list[HoldRecord | None]] = defaultdict(list)
    for row in rows(connection, HOLDS + among + IN_ORDER, numbers):
        holds_of[row[0]].append(hold_record(row[1:]))
    cells = rows(connection, SESSIONS + among, numbers)
    found = {row[0]: session_record(row[1:], holds_of.get(row[0], ())) for row in cells}
    return [found[number] for number in numbers if number in found]


def _as_crash(record: SessionRecord) -> SessionRecord:
    return record._replace(status=Status.INTERRUPTED, ended_by=EndedBy.CRASH)


def may_play(path: Path) -> bool:
    """Whether a session without an end may be playing in another window."""
    with closing(ProcessLock(path.with_name("running.lock"))) as lock:
        try:
            return not lock.take_alone()
        except OSError:  # a folder that may only be read
            return True
