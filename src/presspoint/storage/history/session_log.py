"""Saves one session as it is played; a disk that fails costs the record, not the session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal
from uuid import uuid4

from presspoint import clock
from presspoint.catalogue.pain_answers import Feeling
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import StorageError
from presspoint.planning.plan import Plan
from presspoint.safety.answers import Rest
from presspoint.session.actions import Signal
from presspoint.session.events import Ending
from presspoint.session.record.endings import EndedBy, Status, status_at_end
from presspoint.session.record.records import HoldRecord, LeftOutRecord, SessionRecord
from presspoint.session.record.tally import Tally
from presspoint.storage.profile_file import Rests

if TYPE_CHECKING:
    from presspoint.storage.history.writing import History

TRY_SECONDS = 0.1
ENDED_BY = {
    Ending.FINISHED: EndedBy.END,
    Ending.STOPPED: EndedBy.Q,
    Ending.ABANDONED: EndedBy.PAUSE,
    Ending.FAINT: EndedBy.FAINT,
    Ending.HURT: EndedBy.HURTS,
}


class SessionLog:
    """Saves a session, and rest days in the profile; `problem` and `rest_problem` say what failed.

    It `started` at an ISO 8601 moment with its zone, or continues the session that it `resumes`,
    whose holds are in `record` too. What cannot be saved waits in memory: every later call, and
    `save`, try it again, and both problems are empty once all is on disk and was read back.
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
        self.resumes = resumes is not None
        self.has_begun = self.is_over = False
        self.problem = ""
        self.saved: SessionRecord | None = None
        self.history: History | None = None
        self.rests, self.today = Rests(catalogue), today

    @property
    def rest_problem(self) -> str:
        """Why rest days are not saved; empty where they are."""
        return self.rests.problem

    def begin(self) -> None:
        """Save that the session runs; SQLite is imported only now, with the first frame shown."""
        self.has_begun = True
        self._change(status=Status.RUNNING, ended_by=None, planned_holds=self.planned_holds)

    def add(self, hold: HoldRecord) -> None:
        """Save a finished hold; it is on disk when this returns, or `problem` says why not."""
        self._change(holds=(*self.record.holds, hold))

    def save_tally(self, tally: Tally) -> None:
        """Save how many holds came up, and what hurt; on disk as a hold is."""
        self.tally = tally
        self._change(reached=min(tally.reached, self.planned_holds), reactions=tally.reactions)

    def save_pain(self, when: Literal["before", "after"], pain: int) -> None:
        """Save how strong the pain is, 0 to 10; on disk when this returns, or with `begin`."""
        self._change(**{f"pain_{when}": pain})

    def rest(
        self,
        codes: tuple[str, ...],
        because: str,
        days: int,
        answer: Feeling | None = None,
        side: Literal["left", "right", ""] = "",
    ) -> None:
        """Let places rest from today for some days; `rest_problem` says why that is not saved."""
        until = self.today + timedelta(days=days)
        self.rests.waiting += [Rest(code, until, because, answer, side) for code in codes]
        self.rests.save()

    def end(self, ending: Ending | Signal) -> None:
        """Save how the session ended."""
        ended_by = EndedBy.SIGNAL if isinstance(ending, Signal) else ENDED_BY[ending]
        all_reached = self.tally.reached >= self.planned_holds
        status = status_at_end(ended_by, all_reached=all_reached, is_pressed=self.record.is_pressed)
        self.has_begun = self.is_over = True
        self._change(status=status, ended_by=ended_by)

    def save(self) -> None:
        """Save what could not be saved before, if anything; never waits for another process."""
        self.rests.save()
        if self.has_begun and self.saved != self.record:
            self._try_to_save()
        if self.is_over:
            self._close()

    def save_at_last(self, seconds_to_wait: Callable[[], float]) -> None:
        """Save as above, again and again for as long as there are still seconds to wait."""
        self.save()
        while (self.problem or self.rest_problem) and seconds_to_wait() > 0:
            clock.sleep(TRY_SECONDS)
            self.save()

    def _change(self, **values: Any) -> None:  # noqa: ANN401  # what a record has
        self.record = self.record._replace(**values)
        self.save()

    def _try_to_save(self) -> None:
        """Bring the history to what the record says; at the end, look once more from outside."""
        try:
            from presspoint.storage.history.writing import open_history

            self.history = self.history or open_history()
            self.history.save(self.record, resumes=self.resumes and not self.saved)
            if self.is_over:
                self._close()
                self.history = open_history()
                self.history.check(self.record)
        except (StorageError, OSError, ImportError) as error:
            self.problem = str(error)
            self._close()
        else:
            self.saved, self.problem = self.record, ""

    def _close(self) -> None:
        if self.history:
            self.history.close()
            self.history = None


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
