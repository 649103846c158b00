"""The days of a report as a calendar: what was done on each, and what was due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import Enum

from presspoint.listing.report.contents import Contents, DatedSession
from presspoint.listing.report.period import MOST_SINGLE_DAYS
from presspoint.named_tuple import NamedTuple
from presspoint.outcome.scores import monday_of
from presspoint.session.record.endings import Status
from presspoint.words import short_date


class Attendance(Enum):
    """What a day was, the gravest first: its sign in a text, and what that means."""

    HURT = "!", "something hurt"
    DONE = "x", "done"
    PARTLY = "/", "stopped before the end"
    NOT_DONE = "o", "due, not done"
    RESTED = "-", "rest or skipped"
    NOTHING = ".", "nothing"

    @property
    def sign(self) -> str:
        """One character for it."""
        return self.value[0]

    @property
    def words(self) -> str:
        """What it means, in a few words."""
        return self.value[1]


class AttendanceWeek(NamedTuple):
    """A week from its Monday; a day outside the period has no mark."""

    monday: date
    marks: tuple[Attendance | None, ...]

    @property
    def name(self) -> str:
        """Its Monday, as "Mon 19 Oct"."""
        return short_date(self.monday)


class AttendanceCalendar(NamedTuple):
    """The weeks of a period, or the last twelve."""

    weeks: tuple[AttendanceWeek, ...]
    is_cut: bool

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing on any day."""
        return self.key == (Attendance.NOTHING,)

    @property
    def key(self) -> tuple[Attendance, ...]:
        """The marks that occur in it."""
        present = {mark for week in self.weeks for mark in week.marks}
        return tuple(each for each in Attendance if each in present)


def attendance(contents: Contents) -> AttendanceCalendar:
    """Return the calendar of a report."""
    weeks = tuple(_weeks(contents))
    most = MOST_SINGLE_DAYS // 7
    return AttendanceCalendar(weeks[-most:], len(weeks) > most)


def _weeks(contents: Contents) -> Iterator[AttendanceWeek]:
    marks = {day: mark for mark in reversed(Attendance) for day in _days(contents, mark)}
    for week in contents.period.weeks:
        days = [monday_of(week.first) + timedelta(number) for number in range(7)]
        inside = (marks[day] if day in contents.period else None for day in days)
        yield AttendanceWeek(days[0], tuple(inside))


def _days(contents: Contents, mark: Attendance) -> Iterable[date]:
    """The days that have a mark, or a graver one."""
    if mark is Attendance.NOTHING:
        return contents.period.days
    if mark is Attendance.NOT_DONE:
        return (day for course in contents.courses for day in course.not_done)
    if mark is Attendance.RESTED:
        return (day for course in contents.courses for day in course.rested)
    return (each.day for each in contents.sessions if _mark(each) is mark)


def _mark(session: DatedSession) -> Attendance:
    if session.record.has_hurt:
        return Attendance.HURT
    is_done = session.record.status in {Status.FINISHED, Status.REPORTED}
    return Attendance.DONE if is_done else Attendance.PARTLY
