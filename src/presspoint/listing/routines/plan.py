"""A plan as lines of text and as a JSON document."""

from collections.abc import Iterable, Iterator
from typing import Any

from presspoint.catalogue.positions import position, tool
from presspoint.catalogue.routines import Routine
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.fields import WARNING_FIELDS, fields
from presspoint.planning.course import Phase
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.plan import ChoiceAnswer, Plan
from presspoint.planning.steps import PlannedStep
from presspoint.words import as_sentence, clock_time, join_words


def title_line(catalogue: Catalogue, plan: Plan, seconds: float | None = None) -> str:
    """Return title, time and what to have ready; with `seconds`, those of the rest that is left."""
    title = plan.course.routine.title
    what = title if seconds is None else f'The rest of "{title}"'
    time = clock_time(plan.course.total_seconds if seconds is None else seconds)
    things = ", ".join(things_to_have_ready(catalogue, plan)) or "bare hands"
    return f"{what}, {time}: {things}."


def outline_lines(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    """Yield what the routine is, its choices and positions, and whose it is."""
    routine = plan.course.routine
    yield routine.summary
    yield from map(_choice_line, plan.choices)
    positions = tuple(name.lower() for name in catalogue.titles("positions", plan.course.positions))
    yield f"Positions: {', then '.join(positions)}."
    if routine.note:
        yield routine.note
    if routine.file:
        yield f"This is your own routine, from {routine.file}."


def phase_sections(plan: Plan) -> dict[str, list[tuple[str, str, str]]]:
    """Return under each step a row for each phase: kind, seconds, what to do."""
    steps: dict[int, list[Phase]] = {}
    for phase in plan.course.phases:
        steps.setdefault(plan.course.turn(phase).step, []).append(phase)
    return {
        _step_heading(plan, step, phases): [
            (str(each.kind), f"{each.seconds:3.0f} s", _words(plan, each)) for each in phases
        ]
        for step, phases in steps.items()
    }


def _step_heading(plan: Plan, step: int, phases: list[Phase]) -> str:
    title = plan.course.turn(phases[0]).step_title
    return f"Step {step}. {title} ({clock_time(sum(each.seconds for each in phases))})"


def source_lines(catalogue: Catalogue, routine: Routine) -> Iterator[str]:
    """Yield what a routine rests on: what its sources give, what is our own choice, and which."""
    if routine.basis:
        yield routine.basis
    yield from (f"Source: {title}" for title in catalogue.titles("sources", routine.sources))


def plan_document(catalogue: Catalogue, plan: Plan, expired: Iterable[str]) -> dict[str, Any]:
    """Return the document of `plan --json`; `expired` are ids of conditions to ask about again."""
    return {
        "routine": plan.course.routine.name,
        "total_seconds": plan.course.total_seconds,
        "warnings": [fields(each, *WARNING_FIELDS) for each in plan.warnings],
        "conditions": [each.name for each in plan.screening.limits.conditions],
        "expired": list(expired),
        "left_out": [
            {
                "code": place.code,
                "side": place.side or None,
                "reason": place.reason,
                "sources": list(catalogue.titles("sources", place.sources)),
            }
            for place in plan.screening.left_out
        ],
        "gentle": list(plan.screening.limits.gentle) if plan.course.phases else [],
        "dropped": [
            {"step": each.number, "title": each.title, "reason": each.reason or None}
            for each in plan.steps_left_out
        ],
        "replaced": [_replacement(each) for each in plan.steps_done_otherwise],
        "choices": [
            {"choice": each.name, "chosen": each.value, "others": list(each.others)}
            for each in plan.choices
        ],
        "gear": list(things_to_have_ready(catalogue, plan)) if plan.course.phases else [],
        "phases": [_phase(plan, phase) for phase in plan.course.phases],
        "basis": plan.course.routine.basis,
        "sources": list(catalogue.titles("sources", plan.course.routine.sources)),
    }


def _replacement(step: PlannedStep) -> dict[str, Any]:
    codes = dict.fromkeys(code for press in step.presses for code in press.points)
    position = step.way.position if step.way else None
    return {"step": step.number, "points": list(codes), "position": position}


def _choice_line(answer: ChoiceAnswer) -> str:
    """What is chosen, and what to type to choose otherwise."""
    choice = answer.choice
    others = tuple(choice.options[each] for each in answer.others if each in choice.options)
    otherwise = f" To change that: {join_words(others, 'or')}." if others else ""
    return f"{choice.title} {as_sentence(choice.values[answer.value])}{otherwise}"


def things_to_have_ready(catalogue: Catalogue, plan: Plan) -> tuple[str, ...]:
    """Return all that a plan takes ("two tennis balls", "mat"); nothing for bare hands."""
    gear = gear_names(catalogue, plan)
    postures = (position(catalogue, name) for name in plan.course.positions)
    more = dict.fromkeys(each for posture in postures for each in posture.gear)
    return (*gear, *(each for each in more if not any(name.endswith(each) for name in gear)))


def gear_names(catalogue: Catalogue, plan: Plan) -> tuple[str, ...]:
    """Return what to press with ("two tennis balls"); nothing for bare hands."""
    tools = (tool(catalogue, name) for name in plan.tools)
    return tuple(dict.fromkeys(each.gear for each in tools if each.gear))


def _phase(plan: Plan, phase: Phase) -> dict[str, Any]:
    turn = plan.course.turn(phase)
    return {
        "kind": phase.kind,
        "step": turn.step,
        "points": turn.points,
        "zones": turn.zones,
        "side": turn.side,
        "seconds": phase.seconds,
        "position": turn.position,
    }


def _words(plan: Plan, phase: Phase) -> str:
    if phase.kind in {PhaseKind.MOVE, PhaseKind.REST}:
        return phase.text
    if phase.kind in {PhaseKind.PRESS, PhaseKind.RELEASE}:
        return ""
    turn = plan.course.turn(phase)
    return f"{turn.name} ({turn.title})" if turn.is_hold else turn.name
