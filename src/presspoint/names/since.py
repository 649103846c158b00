"""From which day on, as people type it: "6w", "2 weeks ago", "yesterday", "monday", a date."""

import re
from calendar import day_name
from datetime import date, timedelta

DAYS_OF_UNIT = {"d": 1, "w": 7, "m": 30, "y": 365}
SPAN = re.compile(
    r"(\d{1,4}) ?(d|w|m|y|days?|weeks?|months?|years?)(?: ago)?", re.ASCII | re.IGNORECASE
)
WEEKDAYS = [each.lower() for each in day_name]
EXAMPLES = "6w, 30d, yesterday, monday or 2026-11-01"


def parse_since(typed: str, today: date) -> date | None:
    """Return the day from which on something is meant, never after today; None for no such words.

    A month is 30 days and a year 365; a weekday is the last one, today included.
    """
    words = " ".join(typed.lower().split())
    if words in {"today", "yesterday"}:
        return today - timedelta(words == "yesterday")
    if words in WEEKDAYS:
        return today - timedelta((today.weekday() - WEEKDAYS.index(words)) % 7)
    return _before(words, today) or _on(words, today)


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
