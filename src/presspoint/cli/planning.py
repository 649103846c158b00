"""From what a run asks for to its plan: the person screened, the phases laid out, or why not."""

from __future__ import annotations

from collections.abc import Iterator

from presspoint.catalogue import Catalogue
from presspoint.cli.request import Request
from presspoint.plan import Plan, build
from presspoint.safety import Warned
from presspoint.screening import NOBODY, Screening, screen


def screening_of(catalogue: Catalogue, asked: Request) -> Screening:
    """Return what stops the routine that was asked for, and what is out of it."""
    return screen(catalogue, asked.routine, asked.flags, asked.profile or NOBODY, asked.today)


def plan_of(catalogue: Catalogue, asked: Request) -> tuple[Plan, tuple[str, ...]]:
    """Return the plan, and whom to ask ("your doctor") about gates that nobody answered yet."""
    screening = screening_of(catalogue, asked)
    plan = build(catalogue, asked.routine, asked.choices, screening, asked.pace)
    plan = plan._replace(warnings=(*plan.warnings, *_uncounted(asked)))
    if screening.stopped or screening.postponed:
        return plan, ()  # nobody needs asking about a day on which nothing plays
    return plan, tuple(dict.fromkeys(condition.ask for condition in screening.unanswered))


def refusal(catalogue: Catalogue, asked: Request, plan: Plan, unanswered: tuple[str, ...]) -> str:
    """Return why nothing is played, and the next step."""
    from presspoint.text import listed

    screening = screening_of(catalogue, asked)
    if screening.stopped:
        return "Nothing is played."
    if screening.postponed:
        return f"Not played today. Come back when this has passed.{_kept(asked, screening)}"
    if unanswered:
        whom = listed(unanswered, "or")
        return f"Not played: ask {whom} first. If they agree, add --provider-agreed."
    title = plan.routine.title
    asks = tuple(dict.fromkeys(each.condition.ask for each in screening.conditions))
    if asks:
        return (
            f'Not played: too little of "{title}" is left. '
            f"Ask {listed(asks, 'or')} what may be pressed."
        )
    return f'Not played: too little of "{title}" is left today. Another routine: presspoint routine'


def _uncounted(asked: Request) -> Iterator[Warned]:
    if asked.uncounted:
        text = (
            "Not all that was pressed earlier today is counted. Leave out a place that you pressed "
            f"in several sessions today. {asked.uncounted}"
        )
        yield Warned("history", "care", text)


def _kept(asked: Request, screening: Screening) -> str:
    """How to end a postponement that the profile keeps."""
    told = {each.name for each in asked.profile.conditions} if asked.profile else set()
    names = [each.name for each in screening.conditions if each.condition.postpone]
    kept = [name for name in names if name in told]
    return f" Then: presspoint profile clear {' '.join(kept)}" if kept else ""
