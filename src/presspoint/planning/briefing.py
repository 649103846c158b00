"""What is said before a plan is played: warnings, what is out and why, what is done instead."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from presspoint.catalogue.positions import tool
from presspoint.catalogue.routines import Press
from presspoint.catalogue.safety_warnings import Level, SafetyWarning, caution, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.plan import Plan
from presspoint.planning.steps import PlannedStep, is_worth_playing
from presspoint.safety.profile import Profile, answers_to_renew
from presspoint.safety.screening import LeftOut
from presspoint.words import join_words, long_date


def briefing(
    catalogue: Catalogue, plan: Plan, later: Collection[SafetyWarning] = ()
) -> Iterator[str]:
    """Yield sentences, the gravest first: warnings, what is out, what is done instead or softer.

    The warnings that come `later`, at their places or when asked for, are left out.
    """
    is_refused = plan.is_barred or not is_worth_playing(plan.steps)
    warnings = (each for each in plan.warnings if each not in later)
    if is_refused:
        warnings = (each for each in warnings if not catalogue.has("cautions", each.id))
    yield from warning_lines(catalogue, warnings)
    yield from _what_is_out(plan) if is_refused else _places_out(catalogue, plan)
    if plan.screening.limits.again_today and plan.screening.has_had_enough:
        from presspoint.planning.refusal import when_again  # not on the way of most plans

        yield when_again(plan.screening)
    gentle = plan.screening.limits.gentle
    if gentle and plan.course.phases:
        yield f"More gently: {' '.join(gentle)}"
    if is_refused:
        return
    for step in plan.steps_left_out:
        yield f'Skipping "{step.title}": {step.reason or "none of its places suit you"}.'
    for step in plan.steps_done_otherwise:
        yield _replacement(catalogue, step)


def _what_is_out(plan: Plan) -> Iterator[str]:
    """Why what is left of a plan is not worth playing: each reason, and no place by its name."""
    out = plan.screening.left_out or plan.steps_left_out
    if words := "; ".join(dict.fromkeys(each.reason for each in out if each.reason)):
        yield f"Its places are left out: {words}."


def _places_out(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    """The places that are out, a line for each reason."""
    left_out = plan.screening.left_out
    for reason in dict.fromkeys(each.reason for each in left_out):
        names = tuple(_name(catalogue, each) for each in left_out if each.reason == reason)
        yield f"Left out: {join_words(names)} ({reason})."


def cautions_at_places(catalogue: Catalogue, plan: Plan) -> tuple[SafetyWarning, ...]:
    """Return the warnings that the session gives at the places themselves."""
    spoken = plan.spoken_cautions(catalogue)
    return tuple(each for each in plan.warnings if _is_care(catalogue, each) and each.id in spoken)


def cautions_for_details(catalogue: Catalogue, plan: Plan) -> tuple[SafetyWarning, ...]:
    """Return the warnings that the details have: what to take care of, and the notice's signs."""
    signs = {name for name, flag in red_flags(catalogue) if flag.notice}
    return tuple(
        each
        for each in plan.warnings
        if _is_care(catalogue, each)
        or (catalogue.has("cautions", each.id) and caution(catalogue, each.id).sign in signs)
    )


def lines_on_expired_answers(
    catalogue: Catalogue, profile: Profile | None, today: date
) -> Iterator[str]:
    """Yield a line for each expired answer that stays in force, with how to end that."""
    for answer, rule in answers_to_renew(catalogue, profile, today):
        yield (
            f"{rule.title}: saved on {long_date(answer.on)}, and still counts. "
            f"If it has passed, type presspoint profile clear {answer.name}."
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


def warning_lines(catalogue: Catalogue, warnings: Iterable[SafetyWarning]) -> Iterator[str]:
    """Yield a line for each warning; what to take care of at the places is one line."""
    of_places: list[str] = []
    for warning in warnings:
        if _is_care(catalogue, warning):
            of_places.append(warning.text)
        else:
            yield warning.line
    if of_places:
        yield f"{Level.CARE.label}: {' '.join(of_places)}"


def _is_care(catalogue: Catalogue, warning: SafetyWarning) -> bool:
    """Whether a warning is what to take care of at a place."""
    return warning.level is Level.CARE and catalogue.has("cautions", warning.id)


def _sign_lines(catalogue: Catalogue, level: Level) -> Iterator[str]:
    return (f"- {flag.brief}" for _, flag in red_flags(catalogue) if flag.level is level)


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
