"""Holds that grow from week to week within the caps, and step back after one that hurt."""

from collections.abc import Iterable
from datetime import date

from presspoint.catalogue.routines import Press, Routine
from presspoint.catalogue.tables import Catalogue
from presspoint.courses.course import DAYS_A_WEEK, WHOLE, CourseOfDays
from presspoint.courses.quotas import Quota

LEAST_SECONDS = 5


def percent_on(begun: list[Quota], course: CourseOfDays, today: date) -> int:
    """Return how long holds are on a day, in percent of the routine's, by the quotas until then.

    They grow one stage after each week of which at least half was done and in which nothing hurt.
    Each day on which something hurt takes them one stage back, at once.
    """
    if not course.grows:
        return WHOLE
    stage = 0
    for week in _weeks(begun):
        days = {day for quota in week for day in quota.days}
        hurt = sum(day <= today for day in days & week[0].sessions.reactions)
        asked, done = sum(quota.asked for quota in week), sum(quota.done for quota in week)
        if hurt:
            stage = max(0, stage - hurt)
        elif max(days) < today and asked and 2 * done >= asked:
            stage = min(stage + 1, len(course.grows) - 1)
    return course.grows[stage]


def _weeks(begun: list[Quota]) -> Iterable[list[Quota]]:
    """The quotas in weeks; one of several days is in the week in which it ends."""
    weeks: dict[int, list[Quota]] = {}
    for quota in begun:
        number = (quota.days[-1] - begun[0].days[0]).days // DAYS_A_WEEK
        weeks.setdefault(number, []).append(quota)
    return weeks.values()


def with_holds_of(catalogue: Catalogue, routine: Routine, percent: int) -> Routine:
    """Return the routine with holds of so many percent of its seconds, none above its cap.

    Raises CatalogueError.
    """
    if percent == WHOLE:
        return routine
    steps = tuple(
        step._replace(
            ways=tuple(
                way._replace(
                    presses=tuple(_at_percent(catalogue, each, percent) for each in way.presses)
                )
                for way in step.ways
            )
        )
        for step in routine.steps
    )
    return routine._replace(steps=steps)


def _at_percent(catalogue: Catalogue, press: Press, percent: int) -> Press:
    """The press with its share of the seconds, in whole fives, within the caps of its places."""
    holds = (catalogue.point(code).hold for code in press.points)
    caps = [press.cap] if press.cap else [hold.cap for hold in holds if hold]
    most = press.seconds if percent < WHOLE else min(caps, default=press.seconds)
    seconds = max(LEAST_SECONDS, press.seconds * percent // (WHOLE * 5) * 5)
    return press._replace(seconds=min(seconds, most))
