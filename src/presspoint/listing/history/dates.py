"""When a session was, in words: by the clock where it was done."""

from datetime import date

from presspoint.words import long_date, short_date


def short_moment(started: str, today: date) -> str:
    """Return "Sun 29 Nov 21:30", with the year where it is another one than today's."""
    if (day := _day(started)) is None:
        return "day unknown"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{short_date(day)}{year} {started[11:16]}"


def long_moment(started: str) -> str:
    """Return "Sunday 29 November 2026, 21:30"; of a day alone without a time."""
    if (day := _day(started)) is None:
        return "on a day that cannot be read"
    return ", ".join(filter(None, (long_date(day), started[11:16])))


def _day(started: str) -> date | None:
    try:
        return date.fromisoformat(started[:10])
    except ValueError:
        return None
