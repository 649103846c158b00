"""What a person has undone: a record of its own, as nothing in the history is ever deleted."""

import json
import sqlite3

UNDONE_KIND = "undone"
# A damaged cell costs only itself, and the table is small: an index may be damaged.
UNDONE = "SELECT CAST(content AS BLOB) FROM entry NOT INDEXED WHERE kind = 'undone'"


def undone_ids(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of the sessions and entries that are undone. Raises sqlite3.Error."""
    cells = [row[0] for row in connection.execute(UNDONE).fetchall()]
    return frozenset(filter(None, map(_id_of, cells)))


def _id_of(cell: object) -> str:
    try:
        content = json.loads(cell) if isinstance(cell, bytes) else None
    except (ValueError, RecursionError):
        return ""
    undone = content.get("of") if isinstance(content, dict) else None
    return undone if isinstance(undone, str) else ""
