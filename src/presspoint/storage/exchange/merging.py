"""Records merged into a history by their ids: what is there stays, what is new is added."""

import json
import sqlite3
from collections.abc import Iterable

from presspoint import clock
from presspoint.errors import StorageError
from presspoint.exchange.continuing import continues
from presspoint.exchange.entry import EntryLine
from presspoint.exchange.intake import Intake
from presspoint.exchange.line import Record
from presspoint.exchange.session import KIND as SESSION
from presspoint.outcome.summary import NERVE_SIGNS
from presspoint.session.record.records import SessionRecord
from presspoint.storage.entries.entry import SAVE
from presspoint.storage.entries.imports import note_import
from presspoint.storage.entries.undone import UNDONE_KIND
from presspoint.storage.history.reading import find_session
from presspoint.storage.history.rows import hold_cells, session_cells
from presspoint.storage.history.writing import INSERT_SESSION, SAVE_HOLD, UPDATE_SESSION

ONE_ENTRY = "SELECT kind, made, content FROM entry WHERE id = ?"
BEFORE = "SELECT 1 FROM session WHERE id = ? AND rowid < ?"
SIZES = "SELECT (SELECT count(*) FROM session), (SELECT count(*) FROM hold)"
RECENT_SECONDS = 30 * 86_400


class Merge:
    """Brings records into the history of a connection, and counts them in an intake."""

    def __init__(self, connection: sqlite3.Connection, intake: Intake) -> None:
        self.connection, self.intake = connection, intake
        self.now, self.holds, self.first = clock.epoch_seconds(), 0, 0

    def bring(self, records: Iterable[Record]) -> None:
        """Bring all of them, or none. Raises StorageError, or sqlite3.Error."""
        self.connection.execute("BEGIN IMMEDIATE")
        with self.connection:
            before = self._sizes()
            self.first = self._last_rowid() + 1
            for record in records:
                if isinstance(record, SessionRecord):
                    self._bring_session(record)
                elif isinstance(record, EntryLine):
                    self._bring_entry(record)
            note_import(self.connection, self.first, self._last_rowid())
            self._refuse_loss(before)

    def _bring_session(self, record: SessionRecord) -> None:
        there = find_session(self.connection, record.id)
        if there is None:
            self.connection.execute(INSERT_SESSION, session_cells(record))
            self._add_holds(record, 0)
            self._count_new(record)
        elif there == record or continues(there, record):
            self.intake.same += 1
        elif there.whole and continues(record, there):
            self.connection.execute(UPDATE_SESSION, session_cells(record))
            self._add_holds(record, len(there.holds))
            self.intake.continued += 1
        else:
            self.intake.differ += 1

    def _add_holds(self, record: SessionRecord, first: int) -> None:
        holds = enumerate(record.holds[first:], first)
        rows = [
            {"session": record.id, "ordinal": number, **hold_cells(hold)} for number, hold in holds
        ]
        self.connection.executemany(SAVE_HOLD, rows)
        self.holds += len(rows)

    def _count_new(self, record: SessionRecord) -> None:
        self.intake.new[SESSION] += 1
        self.intake.later += (clock.instant(record.started) or 0) > self.now
        answers = {each.answer for each in record.reactions or ()}
        is_recent = (clock.instant(record.started) or 0) > self.now - RECENT_SECONDS
        self.intake.numb += is_recent and not answers.isdisjoint(NERVE_SIGNS)

    def _bring_entry(self, line: EntryLine) -> None:
        content = json.dumps(dict(line.content), sort_keys=True)
        there = self.connection.execute(ONE_ENTRY, (line.id,)).fetchone()
        if there is None:
            self.connection.execute(SAVE, line._asdict() | {"content": content})
            self.intake.new[line.kind] += 1
            self.intake.undid += line.kind == UNDONE_KIND and self._was_here(line.content["of"])
        elif tuple(there) == (line.kind, line.made, content):
            self.intake.same += 1
        else:
            self.intake.differ += 1

    def _was_here(self, session: str) -> bool:
        """Whether a session was here before this import."""
        found = self.connection.execute(BEFORE, (session, self.first)).fetchone()
        return found is not None

    def _last_rowid(self) -> int:
        row = self.connection.execute("SELECT max(rowid) FROM session").fetchone()
        return int(row[0] or 0)

    def _sizes(self) -> tuple[int, int]:
        sessions, holds = self.connection.execute(SIZES).fetchone()
        return sessions, holds

    def _refuse_loss(self, before: tuple[int, int]) -> None:
        """Raise StorageError unless all that was added is there."""
        if self._sizes() != (before[0] + self.intake.new[SESSION], before[1] + self.holds):
            raise StorageError("What was imported cannot be read back. Nothing was imported.")
