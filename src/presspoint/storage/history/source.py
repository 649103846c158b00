"""Where a history is read from: its file, or what can be rescued of a damaged one."""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from presspoint.named_tuple import NamedTuple
from presspoint.session.record.checkup import Losses
from presspoint.storage.history.damage.damaged_table import MAY_BE_DAMAGE, is_damage
from presspoint.storage.history.damage.rescue import rescue
from presspoint.storage.history.file.connection import PATIENT_SECONDS, connect, refuse_empty

LOOKED_THROUGH_BYTES = (
    8 * 2**20
)  # of a file that is looked through whole, in some hundredths of a second
OF_ONE_CELL = (b"CHECK constraint failed", b"NULL value in")  # what hides no row
COUNTS = tuple(
    f"SELECT (SELECT count(*) FROM {table}) = (SELECT count(*) FROM {table} NOT INDEXED)"  # noqa: S608  # names of ours
    for table in ("session", "hold")
)

Cells = tuple[Any, ...]


class Source(NamedTuple):
    """A connection to read from; with losses, by table, the file is damaged, and this is a copy."""

    connection: sqlite3.Connection
    losses: Mapping[str, Losses]


def open_to_read(path: Path, most_seconds: float = PATIENT_SECONDS) -> Source:
    """Return a history that is there, in a form whose indexes hide nothing.

    A small file is read as a copy, which is looked through whole while nobody waits for it; of a
    large one the indexes are counted. It waits so many seconds at most for another process that
    has the file. Raises StorageError for one that was emptied, OSError or
    sqlite3.Error.
    """
    refuse_empty(path)
    try:
        connection = connect(path, most_seconds)
        try:
            if path.stat().st_size <= LOOKED_THROUGH_BYTES:
                connection = _copy_in_memory(connection)
                is_sound = _is_sound(connection)
            else:
                is_sound = all(connection.execute(count).fetchone()[0] for count in COUNTS)
            if is_sound:
                return Source(connection, {})
        except BaseException:
            connection.close()
            raise
        connection.close()
    except MAY_BE_DAMAGE as problem:
        if not is_damage(problem):
            raise
    return open_damaged(path)


def open_damaged(path: Path) -> Source:
    """Return what can be read of a damaged history. Raises sqlite3.Error where that is nothing."""
    rescued = rescue(path)
    return Source(rescued.connection, rescued.losses)


def _copy_in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of a small history, and the file given back; the file where there can be none."""
    copy = sqlite3.connect(":memory:")
    copy.row_factory = sqlite3.Row
    try:
        copy.deserialize(connection.serialize())
        copy.execute("SELECT name FROM sqlite_master")  # fails with a WAL beside it
    except sqlite3.OperationalError:
        copy.close()
        return connection
    except BaseException:
        copy.close()
        raise
    connection.close()
    return copy


def _is_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds no damage; a cell that breaks a rule hides no row."""
    connection.text_factory = bytes
    found = connection.execute("PRAGMA integrity_check(20)").fetchall()
    connection.text_factory = str
    return all(row[0] == b"ok" or row[0].startswith(OF_ONE_CELL) for row in found)


def rows(
    connection: sqlite3.Connection, query: str, values: dict[str, object] | Sequence[object] = ()
) -> list[Cells]:
    """Return the rows of a query; damaged bytes cost a character of a text, and not the rest.

    They are plain tuples, which take half the time of rows with names.
    """
    cursor = connection.cursor()
    cursor.row_factory = None
    try:
        return cursor.execute(query, values).fetchall()
    except sqlite3.OperationalError as problem:
        if "decode" not in str(problem):
            raise
        connection.text_factory = lambda stored: stored.decode(errors="replace")
        return cursor.execute(query, values).fetchall()
