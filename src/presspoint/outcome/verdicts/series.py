"""Figures of one yardstick over time, out of sessions, scores and totals."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from presspoint.catalogue.outcome.yardsticks import Yardstick, yardstick
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.outcome.scores import MOST, Questionnaire, Score, Total, latest_of_weeks
from presspoint.outcome.summary import Summary

LEAST_SESSIONS = 5  # of a median; an odd number, so that it is one of the answers
LATEST_SESSIONS = 500  # of which the medians are looked at, beside the first


class Median(NamedTuple):
    """A median on a day: its `value`, and what it counts as when a better one is looked for.

    Then each session with a reaction counts as the worst possible answer, so that none ever makes
    anything look better; they are so many of the median's answers.
    """

    day: date
    value: float
    at_worst: float
    reactions: int = 0


class Series(NamedTuple):
    """The medians of a yardstick, the earliest first, each a median of so many `answers`.

    `days` are those of all answers. It is `about` an activity, or empty.
    """

    name: str
    yardstick: Yardstick
    about: str
    days: Sequence[date]
    medians: Sequence[Median]
    answers: int = 1


class _Answer(NamedTuple):
    """One answer of a day, `about` an activity or empty."""

    day: date
    value: float
    about: str = ""


def every_series(
    catalogue: Catalogue,
    sessions: Iterable[Summary],
    scores: Iterable[Score],
    totals: Iterable[Total],
) -> Iterator[Series]:
    """Yield a series for each yardstick that there are answers for."""
    yield session_series(catalogue, sessions)
    answers = tuple(scores)
    for name, question in (("pain", "pain"), ("kept", "held_back")):
        yield _series(catalogue, name, "", latest_of_weeks(_answers(answers, question)))
    yield from _activity_series(catalogue, answers)
    every = tuple(totals)
    for questionnaire in Questionnaire:
        same = (each for each in every if each.questionnaire is questionnaire)
        answers_of_weeks = latest_of_weeks(_Answer(each.day, each.total) for each in same)
        yield _series(catalogue, questionnaire, "", answers_of_weeks)


def session_series(catalogue: Catalogue, sessions: Iterable[Summary]) -> Series:
    """Return the pain before sessions: a rolling median of five, the first and the latest ones."""
    measured = [each for each in sessions if each.pain_before is not None]
    measured.sort(key=attrgetter("day"))
    number = len(measured)
    latest = range(max(LEAST_SESSIONS, number - LATEST_SESSIONS), number + 1)
    ends = sorted({LEAST_SESSIONS, *latest}) if latest else ()
    medians = [_median(measured[end - LEAST_SESSIONS : end]) for end in ends]
    days = [each.day for each in measured]
    name = "pain-before"
    return Series(name, yardstick(catalogue, name), "", days, medians, LEAST_SESSIONS)


def _activity_series(catalogue: Catalogue, scores: Sequence[Score]) -> Iterator[Series]:
    answers: dict[str, list[_Answer]] = {}
    for score in scores:
        for each in score.activities:
            of_activity = answers.setdefault(each.name.casefold(), [])
            of_activity.append(_Answer(score.day, each.score, each.name))
    for same in answers.values():
        yield _series(catalogue, "activity", same[-1].about, latest_of_weeks(same))


def _answers(scores: Iterable[Score], question: str) -> Iterator[_Answer]:
    """The answers to a question, a field of a score, without those that were skipped."""
    values = ((each.day, getattr(each, question)) for each in scores)
    return (_Answer(day, value) for day, value in values if value is not None)


def _series(catalogue: Catalogue, name: str, about: str, answers: Sequence[_Answer]) -> Series:
    medians = [Median(each.day, each.value, each.value) for each in answers]
    return Series(name, yardstick(catalogue, name), about, [each.day for each in answers], medians)


def _median(sessions: Sequence[Summary]) -> Median:
    middle = len(sessions) // 2
    pains = [each.pain_before or 0 for each in sessions]
    reacted = [each.has_reaction for each in sessions]
    at_worst = [MOST if bad else pain for pain, bad in zip(pains, reacted, strict=True)]
    return Median(
        day=sessions[-1].day,
        value=sorted(pains)[middle],
        at_worst=sorted(at_worst)[middle],
        reactions=sum(reacted),
    )
