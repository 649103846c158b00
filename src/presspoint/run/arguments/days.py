"""The days and moments that options take: read, or refused with what can stand there."""

from datetime import date, time, timedelta

from presspoint.clock import iso_now, past_moment
from presspoint.errors import UsageError
from presspoint.names.moments import Moment, read_moment
from presspoint.names.since import EXAMPLES, parse_since
from presspoint.names.weekdays import EXAMPLES as WEEKDAYS
from presspoint.names.weekdays import parse_weekdays
from presspoint.words import echo

EARLIEST = 1971  # before it, the zones of a machine are not known


def match_since(typed: str, today: date) -> date:
    """Return the first day that is listed. Raises UsageError for what is no day."""
    if (day := parse_since(typed, today)) is None:
        raise UsageError(f'"{echo(typed)}" is not a day for --since. Type {EXAMPLES}.')
    return day


def match_when(typed: str, today: date) -> str:
    """Return when something was done, as ISO 8601 text with its zone.

    Today without a time is now: a day may have begun yesterday on the calendar. Raises UsageError
    for what is no moment, and for one that is still to come.
    """
    moment = read_moment(typed, today)
    if moment is None or (moment.day and moment.day.year < EARLIEST):
        raise UsageError(
            f'"{echo(typed)}" is not a day for --when. Type a day or a time that is over: '
            f'yesterday, monday, {today}, 21:30 or "yesterday 21:30".'
        )
    if moment == (today, None):
        return iso_now()
    started = _lately(typed, moment, today) or past_moment(*moment)
    if started is None:
        raise UsageError(f"{echo(typed)} is still to come. Type a day or a time that is over.")
    return started


def _lately(typed: str, moment: Moment, today: date) -> str | None:
    """The moment of "today 01:30" after midnight, when the day before still lasts."""
    if moment.time is None or not typed.lower().lstrip().startswith("today"):
        return None
    return past_moment(today + timedelta(days=1), moment.time)


def match_time(typed: str) -> time:
    """Return the time of the day that was typed for --at. Raises UsageError."""
    moment = read_moment(typed, date.min)
    if moment is None or moment.time is None or moment.day:
        raise UsageError(f'"{echo(typed)}" is not a time for --at. Type one such as 21:30.')
    return moment.time


def match_weekdays(typed: str) -> tuple[int, ...]:
    """Return the days of the week, Monday is 0, or () for every day. Raises UsageError."""
    if (days := parse_weekdays(typed)) is None:
        raise UsageError(f'"{echo(typed)}" is not a day for --days. Type {WEEKDAYS}.')
    return days
