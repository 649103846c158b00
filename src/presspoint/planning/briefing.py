"""What is said before anything else, for the eye and for the ear: warnings, what is out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.routines import Press
from presspoint.catalogue.safety_warnings import Level, SafetyWarning, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.plan import Plan
from presspoint.planning.steps import PlannedStep
from presspoint.safety.profile import Profile, expired_answers
from presspoint.safety.screening import LeftOut, Screening
from presspoint.words import join_words, long_date


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


def standing_notice(catalogue: Catalogue) -> str:
    """Return the notice that names the emergencies, from the catalogue's red flags."""
    urgent = (flag.brief for _, flag in red_flags(catalogue) if flag.level is Level.EMERGENCY)
    intro, disclaimer = catalogue.text("standing-intro"), catalogue.text("disclaimer")
    return f"{intro} {'; '.join(urgent)}. {disclaimer}"


def expired_lines(catalogue: Catalogue, profile: Profile | None, today: date) -> Iterator[str]:
    """Yield a line for each expired answer that stays in force, with how to end that."""
    for answer, rule in expired_answers(catalogue, profile, today):
        yield (
            f"{rule.title}: told on {long_date(answer.on)}, and still in force. "
            f"If it has passed: presspoint profile clear {answer.name}"
        )


def old_check_lines(catalogue: Catalogue, profile: Profile | None, today: date) -> Iterator[str]:
    """Yield the other warning signs in one line, where the last check is long ago."""
    if profile and profile.checked_on and profile.check_is_old(today):
        signs = (flag.brief for _, flag in red_flags(catalogue) if flag.level == "same-day")
        yield (
            f"Your last check was on {long_date(profile.checked_on)}, so these are asked again "
            f"too. Get medical advice today, and do not start, with: {'; '.join(signs)}."
        )


def refusal(plan: Plan, profile: Profile | None) -> str:
    """Return why nothing of a plan is played, and the next step."""
    screening = plan.screening
    if screening.stopped:
        return "Nothing is played."
    if screening.limits.is_postponed:
        return f"Not played today. Come back when this has passed.{_clearing(screening, profile)}"
    if screening.whom:
        whom = join_words(screening.whom, "or")
        return f"Not played: ask {whom} first. If they agree, add --provider-agreed."
    title = plan.course.routine.title
    asks = tuple(dict.fromkeys(each.condition.ask for each in screening.limits.conditions))
    if asks:
        return (
            f'Not played: too little of "{title}" is left. '
            f"Ask {join_words(asks, 'or')} what may be pressed."
        )
    return f'Not played: too little of "{title}" is left today. Another routine: presspoint routine'


def _clearing(screening: Screening, profile: Profile | None) -> str:
    """How to end a postponement that is in the profile."""
    saved = {each.name for each in profile.conditions} if profile else set()
    postponing = [each.name for each in screening.limits.conditions if each.condition.postpone]
    names = [name for name in postponing if name in saved]
    return f" Then: presspoint profile clear {' '.join(names)}" if names else ""
