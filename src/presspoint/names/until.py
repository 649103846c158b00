"""Until which day, as people type it: "tomorrow", "friday", "1w", a date."""

from datetime import date, timedelta

from presspoint.names.since import DAYS_OF_UNIT, SPAN, WEEKDAYS

EXAMPLES = "tomorrow, friday, 5d, 1w or 2026-12-01"
MOST_DAYS = 366


def parse_until(typed: str, today: date) -> date | None:
    """Return the day that is meant, after today and within a year; None for no such words.

    A weekday is the next one, never today.
    """
    words = " ".join(typed.lower().split())
    if words == "tomorrow":
        return today + timedelta(days=1)
    if words in WEEKDAYS:
        return today + timedelta((WEEKDAYS.index(words) - today.weekday() - 1) % 7 + 1)
    if span := SPAN.fullmatch(words):
        days = int(span[1]) * DAYS_OF_UNIT[span[2][0]]
        return today + timedelta(days) if 0 < days <= MOST_DAYS else None
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return None
    return day if 0 < (day - today).days <= MOST_DAYS else None
