"""The routines as rows under what they are for, and as a JSON document."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from presspoint.catalogue.positions import tool
from presspoint.catalogue.routines import Routine
from presspoint.catalogue.safety_warnings import SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.fields import WARNING_FIELDS, fields
from presspoint.planning.plan import Plan, build
from presspoint.planning.suitability import every_answer
from presspoint.safety.answers import Flags
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen
from presspoint.words import as_heading, clock_time

Row = tuple[str, str, str, str]


def routine_plans(
    catalogue: Catalogue, listed: Iterable[Routine], profile: Profile, today: date
) -> list[Plan]:
    """Return routines as they play for a person, once a clinician agrees where one is asked.

    One of which the usual answers leave too little is as other answers leave it; where none does,
    as it plays for anybody. Raises CatalogueError.
    """
    return [
        next(each for each in _plans(catalogue, routine, profile, today) if each.course.phases)
        for routine in listed
    ]


def _plans(catalogue: Catalogue, routine: Routine, profile: Profile, today: date) -> Iterator[Plan]:
    agreed = Flags(provider_agreed=True)
    own = screen(catalogue, routine, agreed, profile, today)
    for answers in ({}, *every_answer(catalogue, routine)):
        yield build(catalogue, routine, answers, own)
    yield build(catalogue, routine, {}, screen(catalogue, routine, agreed))


def routine_sections(
    catalogue: Catalogue, plans: list[Plan], complaint: str | None = None
) -> dict[str, list[Row]]:
    """Return rows under what they are for: name, time, gear, title; the shortest first.

    Each routine stands once: under the `complaint`, or else under its own first one.
    """
    sections: dict[str, list[Row]] = {}
    for name in (*catalogue.ids("complaints"), ""):
        rows = [
            _row(catalogue, plan)
            for plan in sorted(plans, key=lambda plan: plan.course.total_seconds)
            if name == (complaint or next(iter(plan.course.routine.helps), ""))
        ]
        if rows:
            sections[as_heading(catalogue.title("complaints", name) if name else "others")] = rows
    return sections


def unsuitable_lines(plans: list[Plan], obstacles: Mapping[str, str]) -> Iterator[str]:
    """Yield, for each reason, the names of the routines that do not suit the person."""
    names = [each for each in (plan.course.routine.name for plan in plans) if each in obstacles]
    for reason in dict.fromkeys(map(obstacles.__getitem__, names)):
        marked = (each for each in names if obstacles[each] == reason)
        yield f"Not for you ({reason}): {', '.join(marked)}."


def _row(catalogue: Catalogue, plan: Plan) -> Row:
    tools = (tool(catalogue, name).brief for name in plan.tools)
    gear = ", ".join(dict.fromkeys(filter(None, tools))) or "bare hands"
    course = plan.course
    return course.routine.name, f"{clock_time(course.total_seconds):>5}", gear, course.routine.title


def routines_document(
    catalogue: Catalogue,
    plans: list[Plan],
    obstacles: Mapping[str, str] | None,
    stop: list[SafetyWarning],
) -> dict[str, Any]:
    """Return the document of `routine --json`; None for `obstacles` where nobody knows them.

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
