"""One session on its way into the history; a disk that fails costs the record, not the session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from presspoint.catalogue import Catalogue
from presspoint.errors import PresspointError, StorageError
from presspoint.history import HoldRecord, LeftOutRecord, SessionRecord
from presspoint.plan import Plan
from presspoint.profile import Profile, Rest

if TYPE_CHECKING:
    from presspoint.storage.history_db import History


class Saving:
    """Keeps finished holds and sore places; `problem` and `rest_problem` say what failed."""

    def __init__(self, plan: Plan, started: str, catalogue: Catalogue, today: date) -> None:
        """Take the plan and when it starts, as ISO 8601 with its zone; nothing is saved yet."""
        self.session = uuid4().hex
        self.holds: list[HoldRecord] = []
        self.problem = ""
        self.rest_problem = ""
        self.history: History | None = None
        self.catalogue, self.day = catalogue, today
        self.record = SessionRecord(
            self.session,
            plan.routine.name,
            started,
            "running",
            plan.total_seconds,
            (),
            conditions=plan.conditions,
            left_out=tuple(LeftOutRecord(out.code, out.side, out.reason) for out in plan.left_out),
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

    def rest(self, codes: tuple[str, ...], because: str, days: int) -> None:
        """Let places rest from today for some days; `rest_problem` says why they cannot."""
        from presspoint.storage.profile_file import change_profile

        until = self.day + timedelta(days=days)

        def rested(profile: Profile) -> Profile:
            for code in codes:
                profile = profile.with_rest(Rest(code, until, because))
            return profile

        try:
            change_profile(self.catalogue, rested)
        except PresspointError as error:
            self.rest_problem = str(error)

    def end(self, ended: str) -> None:
        """Save how the session ended: "finished", a signal's name, or in any other way: stopped."""
        status = "interrupted" if ended.startswith("SIG") else "stopped"
        status = ended if ended == "finished" else status
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
