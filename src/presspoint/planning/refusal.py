"""Why nothing of a plan is played, and what to do next: the verdict is the last line."""

from collections.abc import Sequence

from presspoint.catalogue.conditions import whom_to_ask
from presspoint.catalogue.routines import Routine
from presspoint.planning.plan import Plan
from presspoint.safety.profile import Profile
from presspoint.safety.screening import Screening
from presspoint.words import join_words

MOST_NAMED = 3
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
    """Return why nothing of a plan is played, and the next step, as a line or two.

    Where the routine `is_unsuitable`, too little of it is left whatever is answered; the routines
    that are `suitable` are named instead, on the line before.
    """
    screening = plan.screening
    if verdict := refusal_of_all(screening, profile):
        return verdict
    if screening.whom and not is_unsuitable:
        whom = whom_to_ask(screening.whom)
        about = " about all of this" if len(screening.whom) > 1 else ""
        return f"Not started. Ask {whom}{about} first. If they agree, add --provider-agreed."
    why = (_too_little(plan), _say_where(screening), _whom_to_ask(screening, suitable))
    lines = (_what_suits(suitable), " ".join(filter(None, why)))
    return "\n".join(filter(None, lines))


def refusal_of_all(screening: Screening, profile: Profile | None) -> str:
    """Return why nothing at all is played for this person today; empty where something may be."""
    if screening.stopped:
        return "No routine starts."
    if screening.unanswered:
        return "Not started. First say whether the feeling is back: presspoint check."
    if screening.limits.is_postponed:
        return f"Not started. Come back when this has passed.{_clearing(screening, profile)}"
    return ""


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
    return f"Say where it is: {join_words(names)}." if names else ""


def _what_suits(suitable: Sequence[Routine]) -> str:
    """Which routines suit instead, with how to start one."""
    if not suitable:
        return ""
    names = tuple(f"{each.name} ({each.title})" for each in suitable[:MOST_NAMED])
    more = " presspoint routine lists more." if len(suitable) > MOST_NAMED else ""
    return f"What suits you: {'; '.join(names)}. Start one with presspoint routine NAME.{more}"


def _whom_to_ask(screening: Screening, suitable: Sequence[Routine]) -> str:
    """Whom to ask before another routine, or where none suits, what may be pressed."""
    conditions = [each.condition for each in screening.limits.conditions]
    whom = whom_to_ask(each.ask for each in conditions if each.gate or not suitable)
    if not suitable:
        return f"Ask {whom} what you may press." if whom else ""
    return f"Ask {whom} first." if screening.whom else ""


def _clearing(screening: Screening, profile: Profile | None) -> str:
    """How to clear the postponing conditions that are in the profile; empty where none is."""
    in_profile = {each.name for each in profile.conditions} if profile else set()
    conditions = screening.limits.conditions
    names = [
        each.name for each in conditions if each.condition.postpone and each.name in in_profile
    ]
    return f" Then type presspoint profile clear {' '.join(names)}." if names else ""
