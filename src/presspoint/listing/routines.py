"""The routines as lines of text and as a JSON document, chosen by complaint, time and position."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from presspoint.catalogue.routines import Routine
from presspoint.catalogue.safety_warnings import SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.fields import WARNING_FIELDS, fields
from presspoint.listing.plan import gear_names
from presspoint.planning.plan import Plan, build
from presspoint.safety.answers import Flags
from presspoint.safety.screening import screen
from presspoint.words import clock_time, join_words


class RoutineFilter(NamedTuple):
    """What routines should be like: no longer, and in no other position."""

    most_seconds: float | None = None
    positions: frozenset[str] | None = None


def routine_plans(catalogue: Catalogue, listed: Iterable[Routine]) -> list[Plan]:
    """Return routines as they play for a person whom nothing limits. Raises CatalogueError."""
    return [build(catalogue, each, {}, screen(catalogue, each, Flags())) for each in listed]


def select_routines(plans: list[Plan], like: RoutineFilter) -> list[Plan]:
    """Return the plans whose routine fits all of a filter."""
    return [
        plan
        for plan in plans
        if (like.most_seconds is None or plan.course.total_seconds <= like.most_seconds)
        and (like.positions is None or like.positions.issuperset(plan.course.positions))
    ]


def routine_lines(
    catalogue: Catalogue, plans: list[Plan], obstacles: Mapping[str, str] | None
) -> Iterator[str]:
    """Yield a line for each routine, with what stands against it, and how to play one.

    Without `obstacles` it is not known what stands against any.
    """
    for plan in plans:
        gear = join_words(gear_names(catalogue, plan)) or "bare hands"
        routine, time = plan.course.routine, clock_time(plan.course.total_seconds)
        why_not = (obstacles or {}).get(routine.name)
        mark = f"; not for you: {why_not}" if why_not is not None else ""
        yield f"{routine.name:18} {time:>5}  {routine.title} ({gear}){mark}"
    yield "Start one with presspoint routine NAME, or look at it first: presspoint plan NAME."


def shortest_line(plans: list[Plan]) -> str:
    """Return that no routine fits, and which one is the shortest."""
    course = min(plans, key=lambda plan: plan.course.total_seconds).course
    time = clock_time(course.total_seconds)
    return f"No routine matches. The shortest is {course.routine.name} ({time})."


def routines_document(
    catalogue: Catalogue,
    plans: list[Plan],
    obstacles: Mapping[str, str] | None,
    stop: list[SafetyWarning],
) -> dict[str, Any]:
    """Return the document of `routine --json`; `obstacles` as in `routine_lines`.

    The warnings of a `stop`, if there are any, stand beside the routines.
    """
    listed = [
        _routine(catalogue, plan) | _suitability(obstacles, plan.course.routine.name)
        for plan in plans
    ]
    warnings = {"warnings": [fields(each, *WARNING_FIELDS) for each in stop]} if stop else {}
    return {"routines": listed, **warnings}


def no_routines_document(warnings: list[SafetyWarning]) -> dict[str, Any]:
    """Return the document of `routine --json` for somebody with a warning sign."""
    return {"routines": [], "warnings": [fields(each, *WARNING_FIELDS) for each in warnings]}


def _suitability(obstacles: Mapping[str, str] | None, name: str) -> dict[str, Any]:
    if obstacles is None:
        return {"suits": None, "why_not": None}
    return {"suits": name not in obstacles, "why_not": obstacles.get(name)}


def _routine(catalogue: Catalogue, plan: Plan) -> dict[str, Any]:
    routine = plan.course.routine
    return {
        "name": routine.name,
        "title": routine.title,
        "total_seconds": plan.course.total_seconds,
        "helps": list(routine.helps),
        "points": [code for code in routine.codes if not catalogue.point(code).is_zone],
        "zones": [code for code in routine.codes if catalogue.point(code).is_zone],
        "tools": list(plan.tools),
        "positions": list(plan.course.positions),
        "sources": list(catalogue.titles("sources", routine.sources)),
    }
