"""Saves one session as it is played; a disk that fails costs the record, not the session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal
from uuid import uuid4

from presspoint.catalogue.pain_answers import Feeling
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError, StorageError
from presspoint.planning.plan import Plan
from presspoint.safety.answers import Rest
from presspoint.session.actions import Signal
from presspoint.session.events import Ending
from presspoint.session.records import (
    EndedBy,
    HoldRecord,
    LeftOutRecord,
    SessionRecord,
    Status,
    status_at_end,
)
from presspoint.session.tally import Tally

if TYPE_CHECKING:
    from presspoint.storage.history.writing import History

ENDED_BY = {
    Ending.FINISHED: EndedBy.END,
    Ending.STOPPED: EndedBy.Q,
    Ending.ABANDONED: EndedBy.PAUSE,
    Ending.FAINT: EndedBy.FAINT,
    Ending.HURT: EndedBy.HURTS,
}


class SessionLog:
    """Saves a session, and rest days in the profile; `problem` and `rest_problem` say what failed.

    It `started` at an ISO 8601 moment with its zone, or continues the session that it `resumes`.
    `holds` are all of the session's, those from before it was interrupted too.
    """

    def __init__(
        self,
        plan: Plan,
        started: str,
        catalogue: Catalogue,
        today: date,
        resumes: SessionRecord | None = None,
        *,
        again_today: bool = False,
    ) -> None:
        self.record = resumes or _record(plan, started, again_today=again_today)
        self.planned_holds = sum(turn.is_hold for turn in plan.course.turns)
        self.tally = Tally()
        self.session = self.record.id
        self.holds = list(self.record.holds)
        self.problem = self.rest_problem = ""
        self.resumes = resumes is not None
        self.is_over = False
        self.history: History | None = None
        self.catalogue, self.today = catalogue, today

    def begin(self) -> None:
        """Save that the session runs; SQLite is imported only now, with the first frame shown."""
        self._open()
        record = self.record._replace(status=Status.RUNNING, planned_holds=self.planned_holds)
        self._write(lambda each: each.resume(record) if self.resumes else each.begin(record))

    def add(self, hold: HoldRecord) -> None:
        """Save a finished hold; it is on disk when this returns, or `problem` says why not."""
        self.holds.append(hold)
        self._write(lambda history: history.add(self.session, hold))

    def save_tally(self, tally: Tally) -> None:
        """Save how many holds came up, and what hurt; on disk as a hold is."""
        self.tally = tally
        reached = min(tally.reached, self.planned_holds)
        self.record = self.record._replace(reached=reached, reactions=tally.reactions)
        self._write(lambda history: history.save_tally(self.session, reached, tally.reactions))

    def save_pain(self, when: Literal["before", "after"], pain: int) -> None:
        """Save how strong the pain is, 0 to 10; on disk when this returns, or with `begin`."""
        if when == "before":
            self.record = self.record._replace(pain_before=pain)
        else:
            self.record = self.record._replace(pain_after=pain)
        if self.is_over:
            self._open()
        self._write(lambda history: history.save_pain(self.session, when, pain))
        if self.is_over:
            self._close()

    def rest(
        self,
        codes: tuple[str, ...],
        because: str,
        days: int,
        answer: Feeling | None = None,
        side: Literal["left", "right", ""] = "",
    ) -> None:
        """Let places rest from today for some days; `rest_problem` says why they cannot."""
        from presspoint.storage.profile_file import change_profile

        until = self.today + timedelta(days=days)
        rests = [Rest(code, until, because, answer, side) for code in codes]
        try:
            change_profile(self.catalogue, lambda now: now.with_rests(rests))
        except PresspointError as error:
            self.rest_problem = str(error)

    def end(self, ending: Ending | Signal) -> None:
        """Save how the session ended."""
        ended_by = EndedBy.SIGNAL if isinstance(ending, Signal) else ENDED_BY[ending]
        holds = tuple(self.holds)
        all_reached = self.tally.reached >= self.planned_holds
        is_pressed = any(hold.is_pressed for hold in holds)
        status = status_at_end(ended_by, all_reached=all_reached, is_pressed=is_pressed)
        self.record = self.record._replace(status=status, ended_by=ended_by, holds=holds)
        self._write(lambda history: history.end(self.session, status, ended_by))
        self.is_over = True
        self._close()

    def _open(self) -> None:
        from presspoint.storage.history.writing import open_history

        if self.problem:
            return
        try:
            self.history = open_history()
        except StorageError as error:
            self.problem = str(error)

    def _close(self) -> None:
        if self.history:
            self.history.close()
            self.history = None

    def _write(self, change: Callable[[History], None]) -> None:
        if self.history is None or self.problem:
            return
        try:
            change(self.history)
        except StorageError as error:
            self.problem = str(error)


def _record(plan: Plan, started: str, *, again_today: bool) -> SessionRecord:
    limits, left_out = plan.screening.limits, plan.screening.left_out
    return SessionRecord(
        uuid4().hex,
        plan.course.routine.name,
        started,
        Status.RUNNING,
        plan.course.total_seconds,
        (),
        conditions=tuple(each.name for each in limits.conditions),
        left_out=tuple(LeftOutRecord(each.code, each.side, each.reason) for each in left_out),
        choices={each.name: each.value for each in plan.choices},
        reached=0,
        planned_holds=sum(turn.is_hold for turn in plan.course.turns),
        again_today=again_today,
        reactions=(),
    )
