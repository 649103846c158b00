"""Records of the history's table `entry`: each is written once, and never changed."""

import json
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any, Literal

from presspoint.clock import instant, iso_moment
from presspoint.errors import PresspointError, StorageError
from presspoint.named_tuple import NamedTuple
from presspoint.storage.paths import HISTORY, folder
from presspoint.storage.presence import is_there

Kind = Literal["learned", "mark", "note", "pain", "score", "total", "course", "undone"]
SAVE = "INSERT OR IGNORE INTO entry (id, kind, made, content) VALUES (:id, :kind, :made, :content)"
# The table is small, and an index may be damaged.
OF_KIND = "SELECT id, made, content FROM entry NOT INDEXED WHERE kind = ? ORDER BY rowid"


class Entry(NamedTuple):
    """A record: when it was made, as ISO 8601 text, and what it says, as JSON values by key."""

    id: str
    kind: Kind
    made: str
    content: Mapping[str, Any]


def new_entry(kind: Kind, **content: Any) -> Entry:  # noqa: ANN401  # JSON values
    """Return a record made now, with an id that no other has."""
    from uuid import uuid4  # a record is read more often than made

    return Entry(uuid4().hex, kind, iso_moment(), content)


def read_entries(kind: Kind) -> list[Mapping[str, Any]]:
    """Return what all records of a kind say, as `read_records` does. Raises StorageError."""
    return [each.content for each in read_records(kind)]


def read_records(kind: Kind) -> list[Entry]:
    """Return all records of a kind, the oldest first; [] where there is no history.

    Those of one moment come in the order of their ids, so that it is the same on every machine.

    A damaged record is left out, and one that is undone. Raises StorageError.
    """
    try:
        path = folder("data") / HISTORY
        if not is_there(path):
            return []
    except PresspointError as problem:
        raise StorageError(str(problem)) from None
    # Where there is no history, as at first, SQLite is not loaded.
    from presspoint.storage.entries.undone import undone_ids
    from presspoint.storage.history.file.connection import (
        BRIEF_SECONDS,
        connect,
        refuse_empty,
        storage_errors,
    )

    refuse_empty(path)  # or it would become a new one, and what was lost go unsaid
    with storage_errors(path), closing(connect(path, BRIEF_SECONDS)) as connection:
        connection.text_factory = lambda stored: stored.decode(errors="replace")
        undone = undone_ids(connection)
        every = connection.execute(OF_KIND, (kind,)).fetchall()
    valid = (row for row in every if row["id"] not in undone)
    in_order = sorted(valid, key=_when)
    records = (Entry(str(id_), kind, str(made), content_of(cell)) for id_, made, cell in in_order)
    return [each for each in records if each.content]


def save_entries(entries: Iterable[Entry]) -> None:
    """Save records, all or nothing; one that is there already is not saved twice.

    Raises StorageError.
    """
    from presspoint.storage.history.file.connection import BRIEF_SECONDS, storage_errors
    from presspoint.storage.history.writing import open_history

    history = open_history(BRIEF_SECONDS)
    with closing(history), storage_errors(history.path), history.connection:
        history.connection.executemany(SAVE, map(_cells, entries))


def _when(row: Mapping[str, Any]) -> tuple[float, str]:
    return instant(str(row["made"])) or 0.0, str(row["id"])


def _cells(entry: Entry) -> dict[str, str]:
    return {**entry._asdict(), "content": json.dumps(dict(entry.content), sort_keys=True)}


def content_of(cell: object) -> dict[str, Any]:
    """Return what a record says, by the text of its cell; {} where that is damaged."""
    try:
        content = json.loads(str(cell))
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
