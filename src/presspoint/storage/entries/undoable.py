"""The entries that can be undone, found by the beginning of their ids."""

from collections.abc import Mapping
from contextlib import closing
from typing import Any, Literal, get_args

from presspoint.named_tuple import NamedTuple
from presspoint.storage.entries.entry import content_of
from presspoint.storage.entries.undone import undone_ids
from presspoint.storage.history.file.connection import storage_errors
from presspoint.storage.history.source import open_to_read, rows
from presspoint.storage.paths import HISTORY, folder
from presspoint.storage.presence import is_there

UndoableKind = Literal["pain", "score", "total"]
KINDS: tuple[UndoableKind, ...] = get_args(UndoableKind)
BEGINS_SO = (
    "SELECT id, kind, made, content FROM entry NOT INDEXED"
    " WHERE substr(id, 1, length(:prefix)) = :prefix COLLATE NOCASE"
)


class UndoableEntry(NamedTuple):
    """A pain, a score or a total: when it was saved, what it says, and whether it is undone."""

    id: str
    kind: UndoableKind
    made: str
    content: Mapping[str, Any]
    undone: bool


def find_entries(prefix: str) -> list[UndoableEntry]:
    """Return the pains, scores and totals whose ids begin so. Raises StorageError."""
    path = folder("data") / HISTORY
    if not is_there(path):
        return []
    with storage_errors(path), closing(open_to_read(path).connection) as connection:
        undone = undone_ids(connection)
        found = rows(connection, BEGINS_SO, {"prefix": prefix})
    return [
        UndoableEntry(str(name), kind, str(made), content_of(cell), name in undone)
        for name, of, made, cell in found
        for kind in KINDS
        if kind == of
    ]
