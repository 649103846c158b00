"""From which day on, as people type it: "6w", "a week ago", "yesterday", "last monday", a date."""

import re
from calendar import day_name
from datetime import date, timedelta

DAYS_OF_UNIT = {"d": 1, "w": 7, "m": 30, "y": 365}
SPAN = re.compile(
    r"(\d{1,4}) ?(d|w|m|y|days?|weeks?|months?|years?)(?: ago)?", re.ASCII | re.IGNORECASE
)
ONE = re.compile(r"^(?:an?|one) ")
LEAST_LETTERS = 3  # of a day of the week
WEEKDAYS = [each.lower() for each in day_name]
EXAMPLES = "6w, 30d, yesterday, monday or 2026-11-01"


def parse_since(typed: str, today: date) -> date | None:
    """Return the day from which on something is meant, never after today; None for no such words.

    A month is 30 days and a year 365; a weekday is the last one, today included unless it is "last
    monday".
    """
    words = ONE.sub("1 ", " ".join(typed.lower().split()))
    if words in {"today", "yesterday"}:
        return today - timedelta(words == "yesterday")
    return _weekday(words, today) or _before(words, today) or _on(words, today)


def _weekday(words: str, today: date) -> date | None:
    """The last day of the week of this name, of which three letters do."""
    name = words.removeprefix("last ")
    if len(name) < LEAST_LETTERS:
        return None
    latest = today - timedelta(name != words)
    number = next((number for number, day in enumerate(WEEKDAYS) if day.startswith(name)), None)
    return None if number is None else latest - timedelta((latest.weekday() - number) % 7)


def _before(words: str, today: date) -> date | None:
    """The day so many days, weeks, months or years before."""
    span = SPAN.fullmatch(words)
    if span is None:
        return None
    days = int(span[1]) * DAYS_OF_UNIT[span[2][0]]
    return today - timedelta(days) if days < today.toordinal() else date.min


def _on(words: str, today: date) -> date | None:
    """A date, unless it is still to come."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return None
    return day if day <= today else None
