"""The weekly answers and the totals of a period: each as a series of values, and as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from presspoint.listing.report.shortened import cut
from presspoint.named_tuple import NamedTuple
from presspoint.outcome.scores import MOST_ACTIVITIES, Score, Total, latest_of_weeks
from presspoint.words import quantity, short_date

LONGEST_ACTIVITY = 24
PAIN, HELD_BACK = "Pain", "Held back by it"


class Series(NamedTuple):
    """A question, and the day and the answer of each week, 0 to 10; lower is better."""

    title: str
    values: tuple[tuple[date, int], ...]

    @property
    def words(self) -> str:
        """How it began and how it stands, and of how many weeks it is."""
        (first_day, first), (last_day, last) = self.values[0], self.values[-1]
        if len(self.values) == 1:
            return f"{self.title}: {first} on {short_date(first_day)}; one answer says little."
        weeks = quantity(len(self.values), "week")
        return (
            f"{self.title}: {first} on {short_date(first_day)}, {last} on {short_date(last_day)} "
            f"({weeks})."
        )


def score_series(scores: Iterable[Score]) -> tuple[Series, ...]:
    """Return pain, how much the person was held back, and up to three activities.

    Of more activities those come that were answered last.
    """
    weeks = latest_of_weeks(scores)
    asked = [
        (PAIN, [(each.day, each.pain) for each in weeks]),
        (HELD_BACK, [(each.day, each.held_back) for each in weeks]),
        *((cut(name, LONGEST_ACTIVITY), _activity(weeks, name)) for name in _activities(weeks)),
    ]
    every = (Series(title, _days_with_values(values)) for title, values in asked)
    return tuple(each for each in every if each.values)


def answer_sentences(scores: Iterable[Score], totals: Iterable[Total]) -> Iterator[str]:
    """Yield a sentence on each series, on the change all in all, and on each questionnaire."""
    weeks = latest_of_weeks(scores)
    for series in score_series(weeks):
        yield series.words
    yield from change_and_totals(weeks, totals)


def change_and_totals(scores: Iterable[Score], totals: Iterable[Total]) -> Iterator[str]:
    """Yield the last answer on the change all in all, and the totals of each questionnaire."""
    changes = [each for each in latest_of_weeks(scores) if each.change is not None]
    if changes:
        yield f"All in all, on {short_date(changes[-1].day)}: {changes[-1].change}."
    of_kind: dict[str, list[Total]] = {}
    for each in sorted(totals, key=lambda each: each.day):
        of_kind.setdefault(each.questionnaire, []).append(each)
    for name, kind in of_kind.items():
        ends = kind if len(kind) == 1 else (kind[0], kind[-1])
        said = ", ".join(f"{each.total:g} on {short_date(each.day)}" for each in ends)
        yield f"{name.upper()}: {said}."


def _activities(weeks: Iterable[Score]) -> list[str]:
    """The names that were answered last, in the order of their first answer."""
    every = [activity.name for week in weeks for activity in week.activities]
    last = list(dict.fromkeys(reversed(every)))[:MOST_ACTIVITIES]
    return sorted(last, key=every.index)


def _activity(weeks: Iterable[Score], name: str) -> list[tuple[date, int | None]]:
    return [
        (week.day, each.score) for week in weeks for each in week.activities if each.name == name
    ]


def _days_with_values(values: Iterable[tuple[date, int | None]]) -> tuple[tuple[date, int], ...]:
    return tuple((day, value) for day, value in values if value is not None)
