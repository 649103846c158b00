"""What a report is made from."""

from __future__ import annotations

from datetime import date

from presspoint.listing.report.period import Period
from presspoint.named_tuple import NamedTuple
from presspoint.outcome.scores import Score, Total
from presspoint.outcome.summary import Summary
from presspoint.outcome.verdicts.verdict import Verdict
from presspoint.safety.profile import Profile
from presspoint.session.record.records import SessionRecord


class DatedSession(NamedTuple):
    """A session, and what of it adds up, on the day as the person lived it."""

    record: SessionRecord
    summary: Summary

    @property
    def day(self) -> date:
        """The day of it."""
        return self.summary.day

    @property
    def change(self) -> int | None:
        """The change as every figure counts it (Summary.counted_change)."""
        return self.summary.counted_change


class DatedPain(NamedTuple):
    """How strong the pain was at some time of a day, 0 to 10, and where, in the person's words."""

    day: date
    pain: int
    where: str = ""


class CourseDays(NamedTuple):
    """A course since a day: how many sessions it asked for, and how many of these were done.

    `rested` are the days that were skipped or paused, `not_done` those on which a session was
    missing.
    """

    title: str
    since: date
    asked: int
    done: int
    rested: frozenset[date] = frozenset()
    not_done: frozenset[date] = frozenset()


class Contents(NamedTuple):
    """What a report is made from: `sessions` and all else are those of the period, by day.

    `question` is what the person wants to ask.
    """

    period: Period
    profile: Profile = Profile()
    sessions: tuple[DatedSession, ...] = ()
    courses: tuple[CourseDays, ...] = ()
    pains: tuple[DatedPain, ...] = ()
    scores: tuple[Score, ...] = ()
    totals: tuple[Total, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    name: str = ""
    question: str = ""
    with_conditions: bool = True
