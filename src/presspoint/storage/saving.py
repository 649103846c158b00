"""One session on its way into the history; a disk that fails costs the record, not the session."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from presspoint.errors import StorageError
from presspoint.history import HoldRecord, SessionRecord
from presspoint.plan import Plan
from presspoint.storage.history_db import History, open_history


class Saving:
    """Keeps finished holds; after a failure `problem` says what it was."""

    def __init__(self, plan: Plan, started: str) -> None:
        """Save that a session of this plan starts; `started` is ISO 8601 with its zone."""
        self.session = uuid4().hex
        self.holds: list[HoldRecord] = []
        self.problem = ""
        self.history: History | None = None
        record = SessionRecord(
            self.session, plan.routine.name, started, "running", plan.total_seconds, ()
        )
        try:
            self.history = open_history()
            self.history.begin(record)
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
