"""When medians are worse, or no better: the rules, each for one series."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate

from presspoint.outcome.scores import monday_of
from presspoint.outcome.verdicts.series import Median, Series
from presspoint.outcome.verdicts.verdict import Difference

SIX_WEEKS = timedelta(days=42)  # from the first answer to the last
LEAST_WEEKS = 6  # different ones with an answer, from Monday to Sunday
TWO_WEEKS = timedelta(weeks=2)


def no_better(series: Series) -> Difference | None:
    """Return the first median beside the last after six weeks of use, unless it is better.

    None too where nothing is left to get better: the last is below the yardstick's points.
    """
    yardstick, medians = series.yardstick, series.medians
    if not yardstick.is_judged or len(medians) < LEAST_WEEKS or not _has_six_weeks(series.days):
        return None
    first, last = medians[0], medians[-1]
    if last.at_worst < yardstick.points or yardstick.is_better(first.value, last.at_worst):
        return None
    return _difference(series, first)


def worse(series: Series) -> Difference | None:
    """Return a median beside the last, if that is worse than two weeks before, and stayed so.

    A median is held against the last one of a week two before it or more; none since may have
    fallen back. Reactions make nothing worse by themselves, and are no falling back.
    """
    medians = series.medians
    weeks = [monday_of(each.day) for each in medians]
    lowest_since = [*accumulate((each.at_worst for each in reversed(medians)), min)][::-1]
    for now, week, lowest in zip(medians, weeks, lowest_since, strict=True):
        number = bisect_right(weeks, week - TWO_WEEKS) - 1
        earlier = medians[number]
        if number >= 0 and series.yardstick.is_worse(earlier.value, min(now.value, lowest)):
            return _difference(series, earlier)
    return None


def _difference(series: Series, earlier: Median) -> Difference:
    last = series.medians[-1]
    return Difference(
        yardstick=series.name,
        about=series.about,
        before=earlier.value,
        after=last.value,
        since=earlier.day,
        until=last.day,
        answers=series.answers,
        all_answers=len(series.days),
        reactions=last.reactions,
    )


def _has_six_weeks(days: Sequence[date]) -> bool:
    """Whether there are answers in so many weeks, and so long after the first."""
    weeks: set[date] = set()
    for day in days:
        weeks.add(monday_of(day))
        if len(weeks) == LEAST_WEEKS:
            return days[-1] - days[0] >= SIX_WEEKS
    return False
