"""What is said before anything else, for the eye and for the ear: warnings, what is out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from presspoint.catalogue.conditions import LABELS, SafetyWarning
from presspoint.catalogue.routines import Press
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
    if plan.screening.gentle and plan.course.phases:
        yield f"More gently: {' '.join(plan.screening.gentle)}"
    for step in plan.dropped:
        yield f'The step "{step.title}" is left out: {step.reason or "nothing of it remains"}.'
    for taken in plan.replaced:
        yield _instead(catalogue, taken)


def _label(catalogue: Catalogue, warning: SafetyWarning) -> str:
    """How soon, in a word or two; what postpones a routine leaves nothing of it for today."""
    postpones = catalogue.table("conditions").get(warning.id, {}).get("postpone")
    return "Not today" if postpones else LABELS[warning.level]


def _name(catalogue: Catalogue, out: LeftOut) -> str:
    title = catalogue.point(out.code).title
    return f"{title} on the {out.side}" if out.side else title


def _instead(catalogue: Catalogue, taken: PlannedStep) -> str:
    codes = _codes(taken.presses)
    if taken.way and codes == _codes(taken.wanted.presses):
        (position,) = catalogue.titles("positions", (taken.way.position,))
        return f'The step "{taken.title}" is done {position} instead.'
    names = tuple(catalogue.point(code).title for code in codes)
    return f'The step "{taken.title}" is done with {join_words(names)} instead.'


def _codes(presses: Iterable[Press]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for press in presses for code in press.points))
