"""The routines as a list, to choose one by what hurts, by time and by position."""

from __future__ import annotations

from typing import Any

import typer

from presspoint import clock
from presspoint.catalogue.safety_warnings import sign_warnings
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.loading import for_looking_up
from presspoint.errors import ExitCode, UsageError
from presspoint.planning.plan import Plan
from presspoint.run.request import flags_of
from presspoint.run.typed_names import known, known_all
from presspoint.terminal.output import document, paragraph
from presspoint.words import clock_time, join_words


def list_routines(
    *, complaint: str | None, most_minutes: int | None, position: str | None, json: bool
) -> None:
    """Print the routines that fit all that is given. Raises UsageError for an unknown name."""
    from presspoint.listing.routines import select_routines
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
        shortest = min(plans, key=lambda plan: plan.course.total_seconds)
        name, time = shortest.course.routine.name, clock_time(shortest.course.total_seconds)
        remark(f"No routine is like that. The shortest is {name}, {time} minutes.")


def _plans(catalogue: Catalogue) -> list[Plan]:
    """Every routine as it plays for a person whom nothing limits."""
    from presspoint.catalogue.routines import routines
    from presspoint.planning.plan import build
    from presspoint.safety.profile import Flags
    from presspoint.safety.screening import screen

    found = routines(catalogue)
    return [build(catalogue, each, {}, screen(catalogue, each, Flags())) for each in found]


def _line(catalogue: Catalogue, plan: Plan) -> str:
    from presspoint.listing.plan import gear_names

    gear = join_words(gear_names(catalogue, plan)) or "bare hands"
    routine = plan.course.routine
    return f"{routine.name:18} {clock_time(plan.course.total_seconds):>5}  {routine.title} ({gear})"


def _summary(catalogue: Catalogue, plan: Plan) -> dict[str, Any]:
    codes = plan.course.routine.codes
    return {
        "name": plan.course.routine.name,
        "title": plan.course.routine.title,
        "total_seconds": plan.course.total_seconds,
        "helps": list(plan.course.routine.helps),
        "points": [code for code in codes if not catalogue.point(code).is_zone],
        "zones": [code for code in codes if catalogue.point(code).is_zone],
        "tools": list(plan.tools),
        "positions": list(plan.course.positions),
        "sources": list(catalogue.titles("sources", plan.course.routine.sources)),
    }


def refuse(red_flags: list[str], conditions: list[str], *, pregnant: bool, json: bool) -> None:
    """Let no routine be listed to somebody who tells of a warning sign or a condition.

    Raises typer.Exit once what to do about the sign is said, UsageError for a condition alone.
    """
    if not (red_flags or conditions or pregnant):
        return
    catalogue = for_looking_up()
    flags = flags_of(catalogue, clock.today(), red_flags, conditions, pregnant=pregnant)
    if not flags.red_flags:
        raise UsageError(
            "--condition and --pregnant change one routine: give its NAME. presspoint routine "
            "lists them."
        )
    warned = list(sign_warnings(catalogue, flags.red_flags))
    if json:
        document({"routines": [], "warnings": [each._asdict() for each in warned]})
    else:
        for each in warned:
            paragraph(f"{each.level.label}: {each.text}")
        paragraph("Nothing is played.")
    raise typer.Exit(ExitCode.NOT_PLAYED)
