"""Days on which nothing had to be done, as a place rested or nothing could be played."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta


def days_of_rest(
    ends: Iterable[date], session_days: Iterable[date], first: date, today: date
) -> frozenset[date]:
    """Return the days from `first` to today of rests, of which each ends before a day of `ends`.

    When a rest began is not saved: it is taken to begin after the last session before its end.
    """
    done = sorted(session_days)
    spans = (_span(end, done, first, today) for end in ends)
    return frozenset(day for span in spans for day in span)


def _span(end: date, done: list[date], first: date, today: date) -> Iterator[date]:
    begun = max((day for day in done if day < end), default=date.min)
    start = max(first, begun)
    days = (min(end, today + timedelta(1)) - start).days
    return (start + timedelta(number) for number in range(days))
