"""Every record of the history for other machines, in an order that only the records decide."""

import json
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby

from presspoint.errors import StorageError
from presspoint.exchange.entry import EntryLine, read_entry
from presspoint.exchange.line import OWN_FILE, PROFILE, OwnText, is_readable
from presspoint.session.record.endings import Status
from presspoint.session.record.filters import Filters
from presspoint.session.record.records import SessionRecord
from presspoint.storage import paths
from presspoint.storage.entries.imports import KIND as IMPORT
from presspoint.storage.entries.undone import UNDONE_KIND
from presspoint.storage.history.file.connection import storage_errors
from presspoint.storage.history.instants import instant
from presspoint.storage.history.reading import Damage, read_sessions
from presspoint.storage.history.source import Cells, open_to_read, rows
from presspoint.storage.own.folder import look_for_own_files
from presspoint.storage.presence import is_there
from presspoint.storage.profile_file import NAME
from presspoint.storage.toml_files import read_text

ENTRIES = "SELECT id, kind, made, content FROM entry NOT INDEXED WHERE kind <> ?"


class Gaps:
    """What an export lacks: what is damaged, and how many sessions run in other windows."""

    def __init__(self) -> None:
        self.damage = Damage()
        self.running = self.unreadable = 0

    def check(self) -> None:
        """Raise StorageError, in one or two sentences, where anything could not be read."""
        self.damage.check()
        if self.unreadable:
            path = paths.folder("data") / paths.HISTORY
            raise StorageError(
                f"{path}: {self.unreadable} of its entries cannot be read, and are not exported."
            )


def read_sessions_to_export(filters: Filters, gaps: Gaps) -> Iterator[SessionRecord]:
    """Yield the sessions by when they started, those of one moment by their ids.

    One that runs is left out, as its end is not known; of a damaged one what can be imported
    again is there. Raises StorageError.
    """
    every = read_sessions(gaps.damage, filters=filters)
    for _, of_a_moment in groupby(every, key=lambda each: instant(each.started)):
        for record in sorted(of_a_moment, key=lambda each: each.id):
            gaps.running += record.status is Status.RUNNING
            if record.status is not Status.RUNNING and (record.whole or is_readable(record)):
                yield record


def read_entries_to_export(filters: Filters, gaps: Gaps) -> Iterator[EntryLine]:
    """Yield the entries by when they were made, those of one moment by their ids.

    One that cannot be imported again is damaged, and left out. Raises StorageError.
    """
    path = paths.folder("data") / paths.HISTORY
    with storage_errors(path):
        if not is_there(path):
            return
        with closing(open_to_read(path).connection) as connection:
            every = rows(connection, ENTRIES, (IMPORT,))
    whole = list(filter(None, map(_entry, every)))
    gaps.unreadable += len(every) - len(whole)
    since = filters.first_moment
    yield from sorted(
        # An undo of an earlier clock or zone is still one of a session that is exported.
        (each for each in whole if each.made >= since or each.kind == UNDONE_KIND),
        key=lambda each: (instant(each.made), each.id),
    )


def _entry(cells: Cells) -> EntryLine | None:
    """The entry of its cells; None for a damaged one."""
    name, kind, made, content = cells
    try:
        table = json.loads(content)
        return read_entry({**table, "id": name, "kind": kind, "made": made})
    except (TypeError, ValueError, RecursionError):
        return None


def read_profile_text() -> Iterator[OwnText]:
    """Yield the profile, if there is one, as its file has it. Raises PresspointError."""
    path = paths.folder("config") / NAME
    if is_there(path):
        yield OwnText(PROFILE, PROFILE, read_text(path))


def read_own_texts() -> Iterator[OwnText]:
    """Yield the person's own files, by name, as they are. Raises PresspointError."""
    for path in look_for_own_files().files:
        yield OwnText(OWN_FILE, path.name, read_text(path))
