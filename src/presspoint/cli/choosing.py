"""The routines as a list, to choose one by what hurts, by time and by position."""

from __future__ import annotations

from typing import Any

from presspoint.catalogue import Catalogue
from presspoint.cli.loading import for_looking_up
from presspoint.cli.names import known, known_all
from presspoint.plan import Plan
from presspoint.text import listed, minutes


def list_routines(
    *, complaint: str | None, most_minutes: int | None, position: str | None, json: bool
) -> None:
    """Print the routines that fit all that is given. Raises UsageError for an unknown name."""
    from presspoint.selection import select_routines
    from presspoint.terminal.output import document, remark, say

    catalogue = for_looking_up()
    plans = _plans(catalogue)
    found = select_routines(
        plans,
        complaint=known(catalogue, "complaints", complaint, "--for"),
        seconds=None if most_minutes is None else most_minutes * 60,
        positions=known_all(catalogue, "positions", position, "--position"),
    )
    if json:
        document({"routines": [_summary(catalogue, plan) for plan in found]})
    elif found:
        for plan in found:
            say(_line(catalogue, plan))
        say("presspoint routine NAME plays one; presspoint plan NAME shows it first.")
    else:
        shortest = min(plans, key=lambda plan: plan.total_seconds)
        name, time = shortest.routine.name, minutes(shortest.total_seconds)
        remark(f"No routine is like that. The shortest is {name}, {time} minutes.")


def _plans(catalogue: Catalogue) -> list[Plan]:
    """Every routine as it plays for a person whom nothing limits."""
    from presspoint.plan import build
    from presspoint.routines import routines
    from presspoint.safety import Flags
    from presspoint.screening import screen

    found = routines(catalogue)
    return [build(catalogue, each, {}, screen(catalogue, each, Flags())) for each in found]


def _line(catalogue: Catalogue, plan: Plan) -> str:
    from presspoint.terminal.plan_lines import gear_names

    gear = listed(gear_names(catalogue, plan)) or "bare hands"
    routine = plan.routine
    return f"{routine.name:18} {minutes(plan.total_seconds):>5}  {routine.title} ({gear})"


def _summary(catalogue: Catalogue, plan: Plan) -> dict[str, Any]:
    codes = plan.routine.codes
    return {
        "name": plan.routine.name,
        "title": plan.routine.title,
        "total_seconds": plan.total_seconds,
        "helps": list(plan.routine.helps),
        "points": [code for code in codes if not catalogue.point(code).is_zone],
        "zones": [code for code in codes if catalogue.point(code).is_zone],
        "tools": list(plan.tools),
        "positions": list(plan.positions),
        "sources": list(catalogue.titles("sources", plan.routine.sources)),
    }
