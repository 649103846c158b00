"""The days that a report is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from presspoint.named_tuple import NamedTuple
from presspoint.words import long_date

MOST_DAYS = 366  # the drawings have no room for more
MOST_SINGLE_DAYS = 7 * 12  # a longer period is shown by weeks


class Period(NamedTuple):
    """Days, the first and the last among them."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def days(self) -> tuple[date, ...]:
        """Each of them."""
        number = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(each) for each in range(number))

    @property
    def words(self) -> str:
        """The period as "Monday 19 October 2026 to Sunday 29 November 2026"."""
        return f"{long_date(self.first)} to {long_date(self.last)}"

    @property
    def weeks(self) -> tuple[Period, ...]:
        """Its weeks, which begin on Mondays; the first and the last may be in it in part."""
        return tuple(self._weeks())

    @property
    def parts(self) -> tuple[Period, ...]:
        """Its days, or where these would be too many to be shown, its weeks."""
        days = self.days
        is_long = len(days) > MOST_SINGLE_DAYS
        return self.weeks if is_long else tuple(Period(day, day) for day in days)

    def _weeks(self) -> Iterator[Period]:
        first = self.first
        while first <= self.last:
            sunday = first + timedelta(6 - first.weekday())
            yield Period(first, min(sunday, self.last))
            first = sunday + timedelta(1)
