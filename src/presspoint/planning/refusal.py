"""Why nothing of a plan is played, and what to do next."""

from collections.abc import Sequence

from presspoint.catalogue.routines import Routine
from presspoint.planning.plan import Plan
from presspoint.safety.profile import Profile
from presspoint.safety.screening import Screening
from presspoint.words import join_words

MOST_NAMED = 6
UNREAD = "as long as nobody can read what you pressed today. Repair the history first."
AGAIN = "You can press it again when a new day has begun and 16 hours have passed."
ONCE_MORE = " --again-today allows one more session, but not of a place that has one a day."
NOT_ONCE_MORE = " --again-today does nothing here: a condition shortens your holds."


def refusal(
    plan: Plan,
    profile: Profile | None,
    suitable: Sequence[Routine] = (),
    *,
    is_unsuitable: bool = False,
) -> str:
    """Return why nothing of a plan is played, and the next step.

    Where the routine `is_unsuitable`, too little of it is left whatever is answered; the routines
    that are `suitable` are named instead.
    """
    screening = plan.screening
    if screening.stopped:
        return "No routine starts."
    if screening.unanswered:
        return "Not started. First say whether the feeling is back: presspoint check."
    if screening.limits.is_postponed:
        return f"Not started. Come back when this has passed.{_clearing(screening, profile)}"
    if screening.whom and not is_unsuitable:
        whom = join_words(screening.whom, "or")
        return f"Not started. Ask {whom} first. If they agree, add --provider-agreed."
    parts = (_too_little(plan), _say_where(screening), _what_else(screening, suitable))
    return " ".join(filter(None, parts))


def when_again(screening: Screening) -> str:
    """Return when a place may be pressed again, and why --again-today is no help."""
    limits = screening.limits
    if not limits.again_today:
        return AGAIN
    return f"{AGAIN}{NOT_ONCE_MORE if limits.shortens_holds else ONCE_MORE}"


def _too_little(plan: Plan) -> str:
    """That too little is left, and when there is more where it was pressed often enough today."""
    if plan.is_barred:
        return f"Not started: {plan.course.routine.not_because}"
    words = f'Not started: too little of "{plan.course.routine.title}" is left for you'
    if plan.screening.has_unread:
        return f"{words} {UNREAD}"
    has_had_enough = plan.screening.has_had_enough
    return f"{words} today. {when_again(plan.screening)}" if has_had_enough else f"{words}."


def _say_where(screening: Screening) -> str:
    """How to say where a condition is, where it leaves places out only because nobody did."""
    names = tuple(f"--condition {each}=WHERE" for each in screening.limits.names_to_place)
    return f'Say where it is ("left knee", "back"): {join_words(names)}.' if names else ""


def _what_else(screening: Screening, suitable: Sequence[Routine]) -> str:
    """Which routines suit instead, and whom to ask first, or where there is none, whom to ask."""
    conditions = [each.condition for each in screening.limits.conditions]
    whom = tuple(dict.fromkeys(each.ask for each in conditions if each.gate or not suitable))
    if not suitable:
        return f"Ask {join_words(whom, 'or')} what you may press." if whom else ""
    names = tuple(f"{each.name} ({each.title})" for each in suitable[:MOST_NAMED])
    more = "; presspoint routine shows all" if len(suitable) > MOST_NAMED else ""
    first = f" Ask {join_words(whom, 'or')} first." if screening.whom else ""
    start = f"Start one with presspoint routine NAME{more}."
    return f"What suits you: {'; '.join(names)}. {start}{first}"


def _clearing(screening: Screening, profile: Profile | None) -> str:
    """How to clear the postponing conditions that are in the profile; empty where none is."""
    in_profile = {each.name for each in profile.conditions} if profile else set()
    conditions = screening.limits.conditions
    names = [
        each.name for each in conditions if each.condition.postpone and each.name in in_profile
    ]
    return f" Then type presspoint profile clear {' '.join(names)}." if names else ""
