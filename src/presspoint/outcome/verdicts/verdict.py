"""A verdict: what the sessions and scores of a person show, as a value."""

from datetime import date
from enum import StrEnum

from presspoint.named_tuple import NamedTuple


class VerdictKind(StrEnum):
    """What is to be said, the gravest first; the values are ids of the catalogue's verdicts."""

    NERVE_SIGN = "nerve-sign"
    WORSE = "worse"
    NO_BETTER = "no-better"


class Difference(NamedTuple):
    """A figure of a yardstick (its id) on the day `since`, and as it is on the last day, `until`.

    It is `about` an activity that the person named, or empty. Each of both figures is the median
    of so many `answers`; `all_answers` is how many there are of it altogether. In so many sessions
    of the last median there were `reactions`: they count for nothing better.
    """

    yardstick: str
    about: str
    before: float
    after: float
    since: date
    until: date
    answers: int
    all_answers: int
    reactions: int = 0


class Verdict(NamedTuple):
    """What is to be said, by which differences, or on which `days` the nerve signs were.

    `sources` are the ids of what the rule and its figures rest on.
    """

    kind: VerdictKind
    sources: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    days: tuple[date, ...] = ()
