"""Whether a routine may be played by this person today, by the screening that plays it."""

from collections.abc import Callable

from presspoint.catalogue.safety_warnings import SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import NotPlayed
from presspoint.named_tuple import NamedTuple
from presspoint.phrases import about
from presspoint.planning.briefing import briefing
from presspoint.planning.suitability import leaves_enough
from presspoint.run.options import Options
from presspoint.run.preparation import plan_of, refuse
from presspoint.run.request import Run, request
from presspoint.terminal.output import print_paragraphs, report


class Permission(NamedTuple):
    """A run, and why it would not be played; `refusal` is empty where it would.

    It `is_enough` where only today's number of sessions stands against it, and `is_stopped` where
    a warning sign does.
    """

    run: Run
    refusal: str
    is_enough: bool = False
    is_stopped: bool = False

    def minutes(self, catalogue: Catalogue) -> str:
        """Return "about ten minutes"; empty where nothing of it would be played."""
        course = plan_of(catalogue, self.run.with_word(agreed=True)).course
        return f"about {about(course.total_seconds)}" if course.phases else ""

    def lines(self, catalogue: Catalogue) -> list[str]:
        """Return what is to be said of the person first, as `plan` prints it."""
        return list(briefing(catalogue, plan_of(catalogue, self.run)))

    def stop_warnings(self, catalogue: Catalogue) -> tuple[SafetyWarning, ...]:
        """Return the warnings of a stop; none where nothing is stopped."""
        return plan_of(catalogue, self.run).warnings if self.is_stopped else ()


def permission(
    catalogue: Catalogue,
    routine: str,
    report: Callable[[str], None],
    *,
    agreed: bool = False,
    on_another_day: bool = False,
) -> Permission:
    """Return whether a routine would be played; on another day, whatever was pressed today.

    Raises PresspointError for an unknown routine, or a profile that cannot be read.
    """
    run = request(catalogue, Options(routine=routine, provider_agreed=agreed), report)
    if on_another_day:
        run = run._replace(pressed_today={}, uncounted="")
    plan = plan_of(catalogue, run)
    screening = plan.screening
    leaves = leaves_enough(catalogue, run.routine, screening)
    if screening.may_play and leaves:
        return Permission(run, "")
    is_enough = screening.may_play and not leaves and screening.has_had_enough
    return Permission(run, refuse(catalogue, run, plan), is_enough, screening.stopped)


def run_on_another_day(catalogue: Catalogue, routine: str, *, agreed: bool) -> Run:
    """Return the run of a routine, whatever was pressed today.

    Raises NotPlayed, after the warnings are printed, where it is not for this person.
    """
    answer = permission(catalogue, routine, report, agreed=agreed, on_another_day=True)
    if answer.refusal:
        print_paragraphs(answer.lines(catalogue))
        raise NotPlayed(answer.refusal)
    return answer.run
