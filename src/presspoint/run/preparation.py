"""From what a run asks for to its plan: the person screened, the phases laid out, or why not."""

from __future__ import annotations

from collections.abc import Iterator

from presspoint.catalogue.safety_warnings import Level, SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.plan import Plan, build
from presspoint.run.request import Request
from presspoint.safety.screening import NOBODY, Screening, screen
from presspoint.words import join_words


def plan_of(catalogue: Catalogue, asked: Request) -> tuple[Plan, Screening]:
    """Return the plan, and the screening that stops it or leaves places out of it."""
    known = asked.profile or NOBODY
    screening = screen(
        catalogue, asked.routine, asked.flags, known, asked.today, asked.pressed_today
    )
    plan = build(catalogue, asked.routine, asked.choices, screening, asked.pace)
    return plan._replace(warnings=(*plan.warnings, *_uncounted(asked))), screening


def refusal(asked: Request, screening: Screening) -> str:
    """Return why nothing is played, and the next step."""
    if screening.stopped:
        return "Nothing is played."
    if screening.limits.is_postponed:
        return f"Not played today. Come back when this has passed.{_kept(asked, screening)}"
    if screening.whom:
        whom = join_words(screening.whom, "or")
        return f"Not played: ask {whom} first. If they agree, add --provider-agreed."
    title = asked.routine.title
    asks = tuple(dict.fromkeys(each.condition.ask for each in screening.limits.conditions))
    if asks:
        return (
            f'Not played: too little of "{title}" is left. '
            f"Ask {join_words(asks, 'or')} what may be pressed."
        )
    return f'Not played: too little of "{title}" is left today. Another routine: presspoint routine'


def _uncounted(asked: Request) -> Iterator[SafetyWarning]:
    if asked.uncounted:
        text = (
            "Not all that was pressed earlier today is counted. Leave out a place that you pressed "
            f"in several sessions today. {asked.uncounted}"
        )
        yield SafetyWarning("history", Level.CARE, text)


def _kept(asked: Request, screening: Screening) -> str:
    """How to end a postponement that the profile keeps."""
    told = {each.name for each in asked.profile.conditions} if asked.profile else set()
    names = [each.name for each in screening.limits.conditions if each.condition.postpone]
    kept = [name for name in names if name in told]
    return f" Then: presspoint profile clear {' '.join(kept)}" if kept else ""
