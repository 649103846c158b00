"""The days of late on which nothing had to be done: a course paused, a place rested, a stop."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from presspoint.catalogue.tables import Catalogue
from presspoint.courses.quotas import is_free
from presspoint.errors import PresspointError
from presspoint.outcome.calendar import DayMark, first_monday
from presspoint.outcome.rests import days_of_rest
from presspoint.outcome.stats import Stats
from presspoint.storage.entries.courses import read_courses
from presspoint.storage.profile_file import read_profile

TOMORROW = timedelta(days=1)


def rest_days(catalogue: Catalogue, stats: Stats, report: Callable[[str], None]) -> frozenset[date]:
    """Return the days of the calendar on which nothing had to be done; what fails is reported."""
    first, today = first_monday(stats.today), stats.today
    days = [first + timedelta(number) for number in range((today - first).days + 1)]
    done = [day for day, mark in stats.days.items() if mark is not DayMark.REST]
    try:
        every = read_courses()
        ends = list(_ends_of_rests(catalogue, today))
    except PresspointError as problem:
        report(str(problem))
        return frozenset()
    free = (day for day in days if any(is_free(each, day) for each in every))
    return days_of_rest(ends, done, first, today).union(free)


def _ends_of_rests(catalogue: Catalogue, today: date) -> Iterator[date]:
    """The days on which rests are over; tomorrow for a stop."""
    if profile := read_profile(catalogue):
        yield from (each.until for each in profile.rests)
        if profile.is_stopped:
            yield today + TOMORROW
