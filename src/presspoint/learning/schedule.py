"""When a place that a person looks for comes again, and which places come next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from presspoint.named_tuple import NamedTuple

# Days until a place comes again after it was found once, twice and three times in a row. Found once
# more after the last of them, it is known and comes no more.
DAYS_UNTIL_AGAIN = (1, 3, 7)
MOST_PLACES = 5  # in one go


class Answer(StrEnum):
    """How looking for a place ended."""

    FOUND = "found"
    NOT_YET = "not-yet"
    UNSURE = "unsure"


class Try(NamedTuple):
    """One time that a place, by its code, was looked for."""

    code: str
    day: date
    answer: Answer


class Progress(NamedTuple):
    """How far a person is with a place: how often in a row it was found, and the day of the last.

    Several times on one day count once. Whoever was not sure begins anew.
    """

    times_found: int = 0
    last: date | None = None

    @property
    def is_known(self) -> bool:
        """Whether it was found again after each number of days, so that it comes no more."""
        return self.times_found > len(DAYS_UNTIL_AGAIN)

    @property
    def due(self) -> date | None:
        """The day on which it comes again; None for one that is new, or known."""
        if self.last is None or self.is_known:
            return None
        days = DAYS_UNTIL_AGAIN[self.times_found - 1] if self.times_found else 0
        return self.last + timedelta(days)

    def comes(self, today: date) -> bool:
        """Whether it comes on a day: it is new, or due; a last time still to come is no reason."""
        if self.last is None or self.due is None:
            return self.last is None
        return self.last > today or self.due <= today

    def after(self, answer: Answer, day: date) -> Progress:
        """Return how far the person is after an answer of a day."""
        if answer is not Answer.FOUND:
            return Progress(0, day)
        is_again = self.times_found > 0 and self.last == day
        return self if is_again else Progress(self.times_found + 1, day)


NEW = Progress()


def progress_by_code(tries: Iterable[Try]) -> dict[str, Progress]:
    """Return how far a person is with each place that was ever tried; the tries in their order."""
    progress: dict[str, Progress] = {}
    for each in tries:
        progress[each.code] = progress.get(each.code, NEW).after(each.answer, each.day)
    return progress


def next_places(
    codes: Sequence[str], progress: Mapping[str, Progress], today: date, most: int = MOST_PLACES
) -> list[str]:
    """Return the places of the next go: those nobody was sure of, those due, then new ones."""

    def rank(code: str) -> tuple[bool, date]:
        due = progress.get(code, NEW).due
        return due is None, due or date.max

    coming = [code for code in codes if progress.get(code, NEW).comes(today)]
    return sorted(coming, key=rank)[:most]


def next_day(codes: Iterable[str], progress: Mapping[str, Progress]) -> date | None:
    """Return the first day on which one of the places comes; None where all are known."""
    days = (progress.get(code, NEW).due for code in codes)
    return min(filter(None, days), default=None)
