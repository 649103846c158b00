"""From a run to its plan: the person screened, the phases laid out, the briefing printed."""

from collections.abc import Iterable, Iterator

from presspoint.catalogue.routines import Routine
from presspoint.catalogue.safety_warnings import Level, SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.briefing import briefing
from presspoint.planning.plan import Plan, build
from presspoint.planning.suitability import leaves_enough, suitable_routines
from presspoint.run.request import Run, refresh
from presspoint.safety.screening import NOBODY, Screening, screen, word_still_covers
from presspoint.terminal.output import print_paragraph, report

NOT_ALL_KNOWN = "Not all that was pressed earlier today is counted."
NONE_KNOWN = (
    "What was pressed earlier today cannot be read. What may be pressed only once a day is left "
    "out, and everything if a condition shortens your holds."
)


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
    """Return the plan, without phases where its screening stops it or leaves nothing of it."""
    screening = _screen(catalogue, run, run.routine)
    plan = build(catalogue, run.routine, run.choices, screening, run.pace)
    if screening.stopped:
        return plan
    return plan._replace(warnings=(*plan.warnings, *_count_warning(run)))


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


def prepare(catalogue: Catalogue, run: Run, printer: Printer) -> Plan:
    """Return the plan of a run, with what is new of its briefing printed."""
    plan = plan_of(catalogue, run)
    printer.print_new(briefing(catalogue, plan, is_played=True))
    return plan


def prepare_again(
    catalogue: Catalogue, run: Run, before: Plan, printer: Printer
) -> tuple[Run, Plan]:
    """Return the run and its plan after a question that may have waited for hours."""
    run = refresh(catalogue, run, report)
    plan = prepare(catalogue, run, printer)
    if word_still_covers(before.screening, plan.screening):
        return run, plan
    run = run.with_word(agreed=False)
    return run, prepare(catalogue, run, printer)


def _count_warning(run: Run) -> Iterator[SafetyWarning]:
    if run.uncounted:
        known = NONE_KNOWN if run.pressed_today is None else NOT_ALL_KNOWN
        text = f"{known} Leave out a place that you pressed in several sessions today."
        yield SafetyWarning("history", Level.CARE, f"{text} {run.uncounted}")
