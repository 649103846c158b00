"""Twelve weeks, day by day, and for how long somebody has kept at it."""

from collections.abc import Iterator, Mapping, Set
from datetime import date, timedelta
from enum import StrEnum

from presspoint.named_tuple import NamedTuple
from presspoint.outcome.scores import monday_of
from presspoint.outcome.streak import streak

WEEKS = 12
DAY = timedelta(days=1)


class DayMark(StrEnum):
    """What a day was. Where something hurt, that is what it is remembered for."""

    DONE = "done"
    HURT = "hurt"
    REST = "rest"
    NOTHING = "nothing"
    COMING = "to come"


class Week(NamedTuple):
    """The seven days of a week, from its Monday."""

    monday: date
    marks: tuple[DayMark, ...]


class Streak(NamedTuple):
    """On how many days, and in how many weeks, in a row something was done and nothing hurt.

    Rest, an ill day and a day on which something hurt neither break a streak nor add to it.
    """

    days: int
    weeks: int


def first_monday(today: date) -> date:
    """Return the Monday with which the calendar of a day begins."""
    return monday_of(today) - (WEEKS - 1) * 7 * DAY


def calendar(marks: Mapping[date, DayMark], rests: Set[date], today: date) -> tuple[Week, ...]:
    """Return the weeks up to that of today, the earliest first; a done day is never one of rest.

    `marks` are those of the days with a session, of which one may be after today: whoever flies
    west lives a day again.
    """

    def mark(day: date) -> DayMark:
        otherwise = DayMark.COMING if day > today else DayMark.NOTHING
        return marks.get(day, DayMark.REST if day in rests and day <= today else otherwise)

    last = today + DAY if today + DAY in marks else today
    mondays = (first_monday(last) + number * 7 * DAY for number in range(WEEKS))
    return tuple(Week(each, tuple(mark(each + n * DAY) for n in range(7))) for each in mondays)


def streak_of(weeks: tuple[Week, ...], today: date) -> Streak:
    """Return the streak at the end of a calendar; today, and this week, may still be done."""
    days = [each for week in weeks for each in _days(week, today)]
    of_weeks = [_week_mark(week) for week in weeks]
    if of_weeks and of_weeks[-1] is DayMark.NOTHING:
        of_weeks[-1] = DayMark.COMING
    return Streak(_in_a_row(days), _in_a_row(of_weeks))


def _days(week: Week, today: date) -> Iterator[DayMark]:
    """The marks of a week; today is still to come as long as there is nothing."""
    for number, mark in enumerate(week.marks):
        is_open = mark is DayMark.NOTHING and week.monday + number * DAY == today
        yield DayMark.COMING if is_open else mark


def _week_mark(week: Week) -> DayMark:
    """What counts of a week: something was done, or else why it may count for nothing."""
    order = (DayMark.DONE, DayMark.HURT, DayMark.REST)
    return next((each for each in order if each in week.marks), DayMark.NOTHING)


def _in_a_row(marks: list[DayMark]) -> int:
    """How many were done since the last one on which there was nothing."""
    open_marks = {DayMark.DONE, DayMark.NOTHING}  # of which something was asked
    return streak((mark is DayMark.DONE, mark in open_marks) for mark in reversed(marks))
