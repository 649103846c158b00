"""What is said before anything else, for the eye and for the ear: warnings, what is out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.routines import Press
from presspoint.catalogue.safety_warnings import SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.plan import Plan
from presspoint.planning.steps import PlannedStep
from presspoint.safety.screening import LeftOut
from presspoint.words import join_words


def briefing(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    """Yield sentences, the gravest first: warnings, what is out, what is done instead or softer."""
    for warning in plan.warnings:
        yield f"{_label(catalogue, warning)}: {warning.text}"
    for reason in dict.fromkeys(out.reason for out in plan.screening.left_out):
        names = tuple(
            _name(catalogue, out) for out in plan.screening.left_out if out.reason == reason
        )
        yield f"Left out: {join_words(names)} ({reason})."
    gentle = plan.screening.limits.gentle
    if gentle and plan.course.phases:
        yield f"More gently: {' '.join(gentle)}"
    for step in plan.steps_left_out:
        yield f'The step "{step.title}" is left out: {step.reason or "nothing of it remains"}.'
    for step in plan.steps_done_otherwise:
        yield _replacement(catalogue, step)


def _label(catalogue: Catalogue, warning: SafetyWarning) -> str:
    """How soon, in a word or two; what postpones a routine leaves nothing of it for today."""
    by_condition = catalogue.has("conditions", warning.id)
    postpones = by_condition and condition(catalogue, warning.id).postpone
    return "Not today" if postpones else warning.level.label


def _name(catalogue: Catalogue, out: LeftOut) -> str:
    title = catalogue.point(out.code).title
    return f"{title} on the {out.side}" if out.side else title


def _replacement(catalogue: Catalogue, step: PlannedStep) -> str:
    codes = _codes(step.presses)
    if step.way and codes == _codes(step.preferred.presses):
        position = catalogue.title("positions", step.way.position)
        return f'The step "{step.title}" is done {position} instead.'
    names = tuple(catalogue.point(code).title for code in codes)
    return f'The step "{step.title}" is done with {join_words(names)} instead.'


def _codes(presses: Iterable[Press]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for press in presses for code in press.points))
