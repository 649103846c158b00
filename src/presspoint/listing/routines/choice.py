"""Which routines fit what was asked for, and what comes nearest where none does."""

from collections.abc import Container, Iterator

from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.planning.plan import Plan
from presspoint.words import clock_time, join_words


class RoutineFilter(NamedTuple):
    """What routines should be like: no longer, and in no other position."""

    most_seconds: float | None = None
    positions: frozenset[str] | None = None


def select_routines(plans: list[Plan], like: RoutineFilter) -> list[Plan]:
    """Return the plans whose routine fits all of a filter."""
    return [
        plan
        for plan in plans
        if (like.most_seconds is None or plan.course.total_seconds <= like.most_seconds)
        and (like.positions is None or like.positions.issuperset(plan.course.positions))
    ]


def nearest_sentence(
    catalogue: Catalogue,
    plans: list[Plan],
    like: RoutineFilter,
    unsuitable: Container[str],
    complaint: str | None = None,
) -> str:
    """Return that none of the routines, all for the same `complaint`, fits a filter; the nearest.

    The time is given up first, then the position. One that is `unsuitable` for the person is never
    named.
    """
    purpose = f" for {catalogue.title('complaints', complaint)}" if complaint else ""
    suitable = [plan for plan in plans if plan.course.routine.name not in unsuitable]
    for looser in _looser(like):
        near = select_routines(suitable, looser)
        if near:
            course = min(near, key=lambda plan: plan.course.total_seconds).course
            name, time = course.routine.name, clock_time(course.total_seconds)
            start = f'type "presspoint routine {name}".'
            if looser.positions or not like.positions:
                there = " in that position" if like.positions else ""
                short = f"No routine{purpose}{there} is that short."
                return f"{short} The shortest is {name} ({time}): {start}"
            positions = join_words(catalogue.titles("positions", course.positions))
            other = f"No routine{purpose} stays in that position."
            return f"{other} The nearest is {name} ({time}, {positions}): {start}"
    return f"No routine{purpose} suits you now. presspoint routine shows which ones do."


def _looser(like: RoutineFilter) -> Iterator[RoutineFilter]:
    """The filter with less and less asked for."""
    yield like._replace(most_seconds=None)
    yield like._replace(positions=None)
    yield like._replace(most_seconds=None, positions=None)
