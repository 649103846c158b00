"""What is said before a plan is played: warnings, what is out and why, or why nothing is played."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from presspoint.catalogue.routines import Press, Routine, tool
from presspoint.catalogue.safety_warnings import Level, SafetyWarning, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.plan import Plan
from presspoint.planning.steps import PlannedStep
from presspoint.safety.profile import Profile, answers_to_renew
from presspoint.safety.screening import LeftOut, Screening
from presspoint.words import join_words, long_date

MOST_NAMED = 6
AGAIN = "It may be pressed again when a new day has begun and 16 hours have passed."
ONCE_MORE = " --again-today adds one session of a place a day, but none where it has one a day."
NOT_ONCE_MORE = " --again-today does nothing here: a condition shortens your holds."


def briefing(catalogue: Catalogue, plan: Plan, *, is_played: bool = False) -> Iterator[str]:
    """Yield sentences, the gravest first: warnings, what is out, what is done instead or softer.

    Where it `is_played` next, the cautions that are said at their places are left for there.
    """
    later = plan.spoken_cautions(catalogue) if is_played else frozenset[str]()
    yield from _warning_lines(catalogue, plan.warnings, later)
    left_out = plan.screening.left_out
    for reason in dict.fromkeys(each.reason for each in left_out):
        names = tuple(_name(catalogue, each) for each in left_out if each.reason == reason)
        yield f"Left out: {join_words(names)} ({reason})."
    if plan.screening.limits.again_today and plan.screening.has_had_enough:
        yield _when_again(plan.screening)
    gentle = plan.screening.limits.gentle
    if gentle and plan.course.phases:
        yield f"More gently: {' '.join(gentle)}"
    for step in plan.steps_left_out:
        yield f'The step "{step.title}" is left out: {step.reason or "nothing of it remains"}.'
    for step in plan.steps_done_otherwise:
        yield _replacement(catalogue, step)


def standing_notice(catalogue: Catalogue) -> Iterator[str]:
    """Yield the notice before every session: each emergency among the signs, then what this is.

    Short enough that its first line stays on a small screen with all that follows it.
    """
    flags = (flag for _, flag in red_flags(catalogue) if flag.level is Level.EMERGENCY)
    signs = "; ".join(flag.brief for flag in flags)
    yield f"{catalogue.text('standing-intro')} {signs}."
    yield catalogue.text("disclaimer")


def lines_on_expired_answers(
    catalogue: Catalogue, profile: Profile | None, today: date
) -> Iterator[str]:
    """Yield a line for each expired answer that stays in force, with how to end that."""
    for answer, rule in answers_to_renew(catalogue, profile, today):
        yield (
            f"{rule.title}: told on {long_date(answer.on)}, and still in force. "
            f"If it has passed: presspoint profile clear {answer.name}"
        )


def old_check_lines(catalogue: Catalogue, profile: Profile | None, today: date) -> Iterator[str]:
    """Yield the signs that the standing notice does not name, a line each, after an old check."""
    if profile and profile.checked_on and profile.check_is_old(today):
        yield (
            f"Your last check was on {long_date(profile.checked_on)}. Since then, is one of these "
            "new or worse? Then do not start. Get medical advice today for:"
        )
        yield from _sign_lines(catalogue, Level.SAME_DAY)
        yield "Get medical advice soon for:"
        yield from _sign_lines(catalogue, Level.SOON)


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
        return "Nothing is played."
    if screening.unanswered:
        return "Not played: first answer whether the feeling is back. Run presspoint check."
    if screening.limits.is_postponed:
        return f"Not played today. Come back when this has passed.{_clearing(screening, profile)}"
    if screening.whom and not is_unsuitable:
        whom = join_words(screening.whom, "or")
        return f"Not played: ask {whom} first. If they agree, add --provider-agreed."
    parts = (_too_little(plan), _say_where(screening), _what_else(screening, suitable))
    return " ".join(filter(None, parts))


def _too_little(plan: Plan) -> str:
    """That too little is left, and when there is more where it was pressed often enough today."""
    if plan.is_barred:
        return f"Not played: {plan.course.routine.not_because}"
    words = f'Not played: too little of "{plan.course.routine.title}" is left'
    has_had_enough = plan.screening.has_had_enough
    return f"{words} today. {_when_again(plan.screening)}" if has_had_enough else f"{words}."


def _say_where(screening: Screening) -> str:
    """How to say where a condition is, where it leaves places out only because nobody did."""
    names = tuple(f"--condition {each}=WHERE" for each in screening.limits.names_to_place)
    return f'Say where it is ("left knee", "back"): {join_words(names)}.' if names else ""


def _what_else(screening: Screening, suitable: Sequence[Routine]) -> str:
    """Which routines suit instead, and whom to ask first, or where there is none, whom to ask."""
    conditions = [each.condition for each in screening.limits.conditions]
    whom = tuple(dict.fromkeys(each.ask for each in conditions if each.gate or not suitable))
    if not suitable:
        return f"Ask {join_words(whom, 'or')} what may be pressed." if whom else ""
    names = tuple(f"{each.name} ({each.title})" for each in suitable[:MOST_NAMED])
    more = "; presspoint routine shows all" if len(suitable) > MOST_NAMED else ""
    first = f" Ask {join_words(whom, 'or')} first." if screening.whom else ""
    start = f"Start one with presspoint routine NAME{more}."
    return f"What suits you: {'; '.join(names)}. {start}{first}"


def _warning_lines(
    catalogue: Catalogue, warnings: Iterable[SafetyWarning], later: Collection[str]
) -> Iterator[str]:
    """A line for each warning; what to take care of at the places, but for `later`, is one line."""
    of_places: list[str] = []
    for warning in warnings:
        if warning.level is Level.CARE and catalogue.has("cautions", warning.id):
            of_places += [] if warning.id in later else [warning.text]
        else:
            yield warning.line
    if of_places:
        yield f"{Level.CARE.label}: {' '.join(of_places)}"


def _when_again(screening: Screening) -> str:
    """When what was pressed often enough may be pressed again, and why --again-today is no help."""
    limits = screening.limits
    if not limits.again_today:
        return AGAIN
    return f"{AGAIN}{NOT_ONCE_MORE if limits.shortens_holds else ONCE_MORE}"


def _sign_lines(catalogue: Catalogue, level: Level) -> Iterator[str]:
    return (f"- {flag.brief}" for _, flag in red_flags(catalogue) if flag.level is level)


def _clearing(screening: Screening, profile: Profile | None) -> str:
    """How to clear the postponing conditions that are in the profile; empty where none is."""
    in_profile = {each.name for each in profile.conditions} if profile else set()
    conditions = screening.limits.conditions
    names = [
        each.name for each in conditions if each.condition.postpone and each.name in in_profile
    ]
    return f" Then: presspoint profile clear {' '.join(names)}" if names else ""


def _name(catalogue: Catalogue, place: LeftOut) -> str:
    title = catalogue.point(place.code).title
    return f"{title} on the {place.side}" if place.side else title


def _replacement(catalogue: Catalogue, step: PlannedStep) -> str:
    codes = _codes(step.presses)
    if step.way and codes == _codes(step.preferred.presses):
        if step.way.position == step.preferred.position:
            tools = (each for each in step.preferred.tools if each not in step.way.tools)
            return f'The step "{step.title}" is done without {_tools(catalogue, tools)}.'
        position = catalogue.title("positions", step.way.position)
        return f'The step "{step.title}" is done {position} instead.'
    names = tuple(catalogue.point(code).title for code in codes)
    return f'The step "{step.title}" is done with {join_words(names)} instead.'


def _tools(catalogue: Catalogue, names: Iterable[str]) -> str:
    return join_words(tuple(tool(catalogue, each).gear for each in names))


def _codes(presses: Iterable[Press]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for press in presses for code in press.points))
