"""What a person answered on how they are: scores of a week, totals, and pain at some moment."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from presspoint.named_tuple import NamedTuple

MOST = 10  # of every question of our own: 0 is none, or no trouble at all
MOST_ACTIVITIES = 3


class Change(StrEnum):
    """How a person is, all in all, since they began: seven steps, the worst first."""

    MUCH_WORSE = "much worse"
    WORSE = "worse"
    LITTLE_WORSE = "a little worse"
    SAME = "no different"
    LITTLE_BETTER = "a little better"
    BETTER = "better"
    MUCH_BETTER = "much better"

    @property
    def step(self) -> int:
        """The number that is saved: -3 for the worst, 3 for the best."""
        return tuple(Change).index(self) - 3


class Questionnaire(StrEnum):
    """A questionnaire that is filled in elsewhere; a lower total is better."""

    RMDQ = "rmdq"
    ODI = "odi"
    PEG = "peg"


class Activity(NamedTuple):
    """Something that a person named, and how hard it was in a week, 0 to 10."""

    name: str
    score: int


class Score(NamedTuple):
    """The answers of a week, given on a day; lower is better, None is what was not answered.

    `pain` and how much the person was `held_back` by it are 0 to 10; `skipped` are activities that
    were not answered this time. `id` is that of the record.
    """

    day: date
    pain: int | None
    held_back: int | None
    activities: tuple[Activity, ...] = ()
    change: Change | None = None
    id: str = ""
    skipped: tuple[str, ...] = ()

    @property
    def has_answer(self) -> bool:
        """Whether any question is answered."""
        answers = (self.pain, self.held_back, self.change)
        return bool(self.activities) or any(each is not None for each in answers)

    @property
    def names(self) -> tuple[str, ...]:
        """The activities that the person named, answered ones first."""
        return (*(each.name for each in self.activities), *self.skipped)


class Total(NamedTuple):
    """The total of a questionnaire, and the day it is of."""

    day: date
    questionnaire: Questionnaire
    total: float
    id: str = ""


class Pain(NamedTuple):
    """How strong the pain was at a moment (ISO 8601 text), 0 to 10, and where, in their words.

    `regions` are those of the catalogue that the words name, `side` "left", "right" or None.
    """

    when: str
    pain: int
    where: str = ""
    regions: tuple[str, ...] = ()
    side: str | None = None
    id: str = ""


class OfADay(Protocol):
    """What belongs to a day."""

    @property
    def day(self) -> date:
        """The day."""


Dated = TypeVar("Dated", bound=OfADay)


def monday_of(day: date) -> date:
    """Return the day on which the week of a day began."""
    return day - timedelta(day.weekday())


def latest_of_weeks(entries: Iterable[Dated]) -> tuple[Dated, ...]:
    """Return of each week what counts, by day: of the latest day the one that was saved last."""
    in_order = sorted(entries, key=lambda each: each.day)
    return tuple({monday_of(each.day): each for each in in_order}.values())
