"""Which rows of the history were imported: their numbers say nothing of when they were saved."""

import json
import sqlite3
from uuid import uuid4

from presspoint import clock

# An entry of its own kind, which says something of this machine alone and is not exported.
KIND = "import"
NOTE = "INSERT INTO entry (id, kind, made, content) VALUES (?, ?, ?, ?)"
NOTES = "SELECT content FROM entry NOT INDEXED WHERE kind = ?"


def note_import(connection: sqlite3.Connection, first: int, last: int) -> None:
    """Note the first and the last rowid of sessions that an import added, if it added any."""
    if first <= last:
        rows = json.dumps({"first": first, "last": last})
        connection.execute(NOTE, (uuid4().hex, KIND, clock.iso_now(), rows))


def rows_of_imports(connection: sqlite3.Connection) -> list[range]:
    """Return the rowids of the sessions of each import; a damaged note is left out."""
    return [
        rows for (cell,) in connection.execute(NOTES, (KIND,)).fetchall() for rows in _parse(cell)
    ]


def _parse(cell: object) -> list[range]:
    try:
        content = json.loads(str(cell))
        return [range(int(content["first"]), int(content["last"]) + 1)]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []
