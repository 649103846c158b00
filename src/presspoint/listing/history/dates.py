"""When a session was, in words: by the clock where it was done."""

from datetime import date

from presspoint.words import long_date, short_date

# What was added for a day without a time is noted at the last minute of it.
NO_TIME = "23:59:00"


def short_moment(started: str, today: date) -> str:
    """Return "Sun 29 Nov 21:30", with the year where it is another one than today's.

    Of a day without a time, the time is not there.
    """
    if (day := _day(started)) is None:
        return "day unknown"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{short_date(day)}{year} {_time(started)}".rstrip()


def long_moment(started: str) -> str:
    """Return "Sunday 29 November 2026, 21:30"; of a day without a time only that."""
    if (day := _day(started)) is None:
        return "on a day that cannot be read"
    return ", ".join(filter(None, (long_date(day), _time(started))))


def _time(started: str) -> str:
    """The hour and minute; empty of a day without a time."""
    return "" if started[11:19] in {NO_TIME, ""} else started[11:16]


def _day(started: str) -> date | None:
    try:
        return date.fromisoformat(started[:10])
    except ValueError:
        return None
