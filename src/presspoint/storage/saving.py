"""One session on its way into the history; a disk that fails costs the record, not the session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

from presspoint.errors import StorageError
from presspoint.history import HoldRecord, SessionRecord
from presspoint.plan import Plan

if TYPE_CHECKING:
    from presspoint.storage.history_db import History


class Saving:
    """Keeps finished holds; after a failure `problem` says what it was."""

    def __init__(self, plan: Plan, started: str) -> None:
        """Take the plan and when it starts, as ISO 8601 with its zone; nothing is saved yet."""
        self.session = uuid4().hex
        self.holds: list[HoldRecord] = []
        self.problem = ""
        self.history: History | None = None
        self.record = SessionRecord(
            self.session, plan.routine.name, started, "running", plan.total_seconds, ()
        )

    def begin(self) -> None:
        """Save that the session runs; SQLite is imported only now, with the first frame shown."""
        from presspoint.storage.history_db import open_history

        try:
            self.history = open_history()
            self.history.begin(self.record)
        except StorageError as error:
            self.problem = str(error)

    def add(self, hold: HoldRecord) -> None:
        """Keep a finished hold; it is on disk when this returns, or `problem` says why not."""
        self.holds.append(hold)
        self._tried(lambda history: history.add(self.session, hold))

    def end(self, ended: str) -> None:
        """Save how the session ended: "finished", "stopped", or a signal's name."""
        status = "interrupted" if ended.startswith("SIG") else ended
        self._tried(lambda history: history.end(self.session, status))
        if self.history:
            self.history.close()

    def _tried(self, write: Callable[[History], None]) -> None:
        if self.history is None or self.problem:
            return
        try:
            write(self.history)
        except StorageError as error:
            self.problem = str(error)
