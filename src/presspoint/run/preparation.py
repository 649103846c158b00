"""From a run to its plan: the person screened, the phases laid out, the briefing printed."""

from collections import deque
from collections.abc import Iterable, Iterator

from presspoint.catalogue.routines import Routine
from presspoint.catalogue.safety_warnings import Level, SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import NotPlayed
from presspoint.listing.routines.plan import outline_lines, title_line
from presspoint.planning.briefing import (
    briefing,
    cautions_at_places,
    cautions_for_details,
    warning_lines,
)
from presspoint.planning.plan import Plan, build
from presspoint.planning.suitability import leaves_enough, suitable_routines
from presspoint.run.request import Run, refresh
from presspoint.safety.screening import NOBODY, Screening, screen
from presspoint.terminal.output import print_paragraph, report

NOT_ALL_KNOWN = "Not all that was pressed earlier today is counted."
NONE_KNOWN = (
    "What was pressed earlier today cannot be read. What may be pressed only once a day is left "
    "out, and everything if a condition shortens your holds."
)

# The plans that were asked for last, with what they were built from: values, which never change.
LATEST: deque[tuple[Catalogue, Run, Plan]] = deque(maxlen=3)


class Printer:
    """Prints each paragraph once, however often a plan is made anew."""

    def __init__(self) -> None:
        self.printed: set[str] = set()

    def print_new(self, paragraphs: Iterable[str]) -> None:
        """Print those paragraphs that were not printed by an earlier call."""
        new = [each for each in paragraphs if each not in self.printed]
        for each in new:
            print_paragraph(each)
        self.printed.update(new)


def plan_of(catalogue: Catalogue, run: Run) -> Plan:
    """Return the plan, without phases where its screening stops it or leaves nothing of it.

    The last few are remembered: a run asks for the same plan again after each question.
    """
    for known, same, plan in LATEST:
        if known is catalogue and same == run:
            return plan
    plan = _build(catalogue, run)
    LATEST.append((catalogue, run, plan))
    return plan


def plan_once_agreed(catalogue: Catalogue, run: Run) -> Plan:
    """Return the plan as it is with a clinician's word for it, if one is asked for at all."""
    plan = plan_of(catalogue, run)
    if not plan.screening.open_gates:
        return plan
    return plan_of(catalogue, run.with_word(agreed=True))


def _build(catalogue: Catalogue, run: Run) -> Plan:
    screening = _screen(catalogue, run, run.routine)
    routine = _with_holds_of_course(catalogue, run, screening)
    if routine is not run.routine:
        screening = _screen(catalogue, run, routine)
    plan = build(catalogue, routine, run.choices, screening, run.pace)
    if screening.stopped:
        return plan
    return plan._replace(warnings=(*plan.warnings, *_count_warning(run)))


def _with_holds_of_course(catalogue: Catalogue, run: Run, screening: Screening) -> Routine:
    """The routine with holds as a course has them now.

    They are never longer than usual where a condition shortens holds, or asks to press softly.
    """
    careful = screening.limits.shortens_holds or screening.limits.softness
    percent = min(run.percent, 100) if careful else run.percent
    if percent == 100 or screening.stopped:
        return run.routine
    from presspoint.courses.growth import with_holds_of  # for those with a course

    return with_holds_of(catalogue, run.routine, percent)


def course_lines(run: Run) -> Iterator[str]:
    """Yield how long holds are in a course, where that is not as usual."""
    if run.percent != 100:
        yield f"In your course, holds are {run.percent} percent of their usual time for now."


def refuse(catalogue: Catalogue, run: Run, plan: Plan) -> str:
    """Return why nothing is played; too little left for this person names what suits instead."""
    from presspoint.planning.refusal import refusal  # not on the way of what is played

    screening = plan.screening
    if screening.stopped or screening.unanswered or screening.limits.is_postponed:
        return refusal(plan, run.profile)
    is_unsuitable = plan.is_barred or not leaves_enough(catalogue, run.routine, screening)
    suitable: tuple[Routine, ...] = ()
    if is_unsuitable or not screening.whom:
        suitable = suitable_routines(
            catalogue, run.routine, lambda each: _screen(catalogue, run, each)
        )
    return refusal(plan, run.profile, suitable, is_unsuitable=is_unsuitable)


def _screen(catalogue: Catalogue, run: Run, routine: Routine) -> Screening:
    """The screening of a routine for the person of a run."""
    profile = run.profile or NOBODY
    return screen(catalogue, routine, run.flags, profile, run.today, run.pressed_today)


def title_of(catalogue: Catalogue, run: Run) -> str:
    """Return the title, the minutes and what to have ready, once a clinician agrees where asked."""
    plan = plan_of(catalogue, run.with_word(agreed=True))
    return title_line(catalogue, plan, seconds_to_resume(run, plan) if run.resumes else None)


def seconds_to_resume(run: Run, plan: Plan) -> float:
    """Return how long what is left of an interrupted session takes."""
    from presspoint.session.resuming import resume  # few sessions go on with another

    holds = run.resumes.holds if run.resumes else ()
    return resume(plan.course, holds, 0.0).seconds_left(0.0) if plan.course.phases else 0.0


def show(catalogue: Catalogue, run: Run, printer: Printer, *, is_asked: bool) -> Plan:
    """Print what is new of the plan that is played if a clinician agrees; return that plan.

    Who is asked sees what to take care of among the details; else all is printed, but for what is
    said at the places. Raises NotPlayed where nothing is left to play.
    """
    plan = plan_once_agreed(catalogue, run)
    later = (cautions_for_details if is_asked else cautions_at_places)(catalogue, plan)
    printer.print_new(briefing(catalogue, plan, later))
    if not plan.course.phases:
        raise NotPlayed(refuse(catalogue, run, plan))
    note = plan.course.routine.note
    printer.print_new(filter(None, (title_of(catalogue, run), note, *course_lines(run))))
    if not is_asked:
        printer.print_new(outline_lines(catalogue, plan))
    return plan


def detail_lines(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    """Yield what to take care of, what the routine is, and what it is not."""
    yield from warning_lines(catalogue, cautions_for_details(catalogue, plan))
    yield from outline_lines(catalogue, plan)
    yield catalogue.text("disclaimer")


def prepare_again(
    catalogue: Catalogue, run: Run, before: Plan, printer: Printer
) -> tuple[Run, Plan]:
    """Return the run and its plan after a question that may have waited for hours."""
    from presspoint.safety.clinicians_word import word_still_covers  # after a question only

    run = refresh(catalogue, run, report)
    plan = plan_of(catalogue, run)
    if not word_still_covers(before.screening, plan.screening):
        run = run.with_word(agreed=False)
        plan = plan_of(catalogue, run)
    printer.print_new(briefing(catalogue, plan, cautions_for_details(catalogue, plan)))
    return run, plan


def _count_warning(run: Run) -> Iterator[SafetyWarning]:
    if run.uncounted:
        known = NONE_KNOWN if run.pressed_today is None else NOT_ALL_KNOWN
        text = f"{known} Leave out a place that you pressed in several sessions today."
        yield SafetyWarning("history", Level.CARE, f"{text} {run.uncounted}")
