"""What somebody is to be reminded of: a routine on days of the week, or the days of a course."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from presspoint.catalogue.tables import Catalogue
from presspoint.clock import past_moment, today
from presspoint.courses.events import sessions_of
from presspoint.courses.quotas import coming_days
from presspoint.named_tuple import NamedTuple
from presspoint.pages.reminder import Reminder, Reminding
from presspoint.run.arguments.routines import find_routine
from presspoint.run.courses.current import running_course
from presspoint.run.courses.permission import run_on_another_day
from presspoint.run.preparation import plan_of
from presspoint.run.request import Run
from presspoint.storage.history.summaries import read_summaries
from presspoint.storage.settings_file import current_day, hour_of_new_day

DAY = timedelta(days=1)
WEEK = 7


class Repeats(NamedTuple):
    """At which times, on which days of the week (Monday 0; every day without), how many weeks."""

    times: tuple[time, ...]
    weekdays: tuple[int, ...]
    weeks: int


def remind_of_routine(catalogue: Catalogue, typed: str, repeats: Repeats) -> Reminder:
    """Return the reminder of a routine. Raises NotPlayed where it would not be played."""
    name = find_routine(catalogue, typed).name
    moments = tuple(_first(at, repeats) for at in repeats.times)
    return _reminder(catalogue, name, name, f"presspoint routine {name}", moments)


def remind_of_course(catalogue: Catalogue, times: tuple[time, ...]) -> Reminder:
    """Return the reminder of the days to come of the course that goes on.

    Raises PresspointError where there is none, NotPlayed where it would not be played.
    """
    personal, begins_at = running_course(catalogue).personal, hour_of_new_day()
    summaries = read_summaries(begins_at, since=personal.begins)
    sessions = sessions_of(summaries, personal.course.routine)
    days = coming_days(personal, sessions, current_day())
    every = (Reminding(_on_the_calendar(day, at, begins_at), at) for day in days for at in times)
    moments = tuple(each for each in every if _is_to_come(each.day, each.at))
    routine = personal.course.routine
    return _reminder(catalogue, personal.id, routine, "presspoint course today", moments)


def _reminder(
    catalogue: Catalogue, name: str, routine: str, command: str, moments: tuple[Reminding, ...]
) -> Reminder:
    """The reminder, unless a stop or an exclusion stands against the routine."""
    run = run_on_another_day(catalogue, routine, agreed=True)
    return Reminder(name, run.routine.title, command, _minutes(catalogue, run), moments)


def _minutes(catalogue: Catalogue, run: Run) -> int:
    return -(-int(plan_of(catalogue, run).course.total_seconds) // 60)


def _first(at: time, repeats: Repeats) -> Reminding:
    """The first time of a reminder that is still to come, and how often it repeats."""
    days = repeats.weekdays or tuple(range(WEEK))
    first = next(each for each in _coming_days(at) if each.weekday() in days)
    return Reminding(first, at, repeats.weeks * len(days), repeats.weekdays)


def _coming_days(at: time) -> Iterator[date]:
    """The days of the calendar from now on, today only where the time is still to come."""
    day = today(0)
    day = day if _is_to_come(day, at) else day + DAY
    while True:
        yield day
        day += DAY


def _on_the_calendar(day: date, at: time, begins_at: int) -> date:
    """The date of a time of a day that begins at so many o'clock: after midnight the next one."""
    return day + DAY if at.hour < begins_at else day


def _is_to_come(day: date, at: time) -> bool:
    return past_moment(day, at) is None
