"""One run of a routine: safety first, then questions, then what it takes, then the session."""

from contextlib import closing

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed
from presspoint.listing.plan import outline_lines
from presspoint.planning.briefing import (
    lines_on_expired_answers,
    old_check_lines,
    refusal,
    standing_notice,
)
from presspoint.planning.plan import Plan
from presspoint.remote.single_session import Remote
from presspoint.run.playback import Playback
from presspoint.run.preparation import Printer, prepare, prepare_again
from presspoint.run.questions import ask_beforehand, ask_for_word, ask_whether_ready, save_word
from presspoint.run.request import Run
from presspoint.run.sound import RunSound
from presspoint.storage.settings_file import read_settings
from presspoint.terminal.output import can_ask, print_paragraphs

TRYING_SECONDS = 3.0


def play(catalogue: Catalogue, run: Run) -> ExitCode:
    """Play a run, after its warnings and questions; return how it ended.

    Raises NotPlayed where a rule or an answer ends it before, PresspointError while another runs.
    """
    printer = Printer()
    plan = prepare(catalogue, run, printer)
    if plan.screening.stopped:
        raise NotPlayed(refusal(plan, run.profile))
    with closing(Remote()) as remote:
        if can_ask() and not run.options.yes:
            before, run = run, ask_beforehand(catalogue, run, printer)
            plan = plan if run == before else prepare(catalogue, run, printer)
        if plan.screening.whom and can_ask() and ask_for_word(plan.screening.whom):
            run = save_word(catalogue, run, plan.screening)
            plan = prepare(catalogue, run, printer)
        _refuse_empty(run, plan)
        printer.print_new(standing_notice(catalogue))
        return _play_when_ready(catalogue, run, plan, printer, remote)


def _refuse_empty(run: Run, plan: Plan) -> None:
    if not plan.course.phases:
        raise NotPlayed(refusal(plan, run.profile))


def _play_when_ready(
    catalogue: Catalogue, run: Run, plan: Plan, printer: Printer, remote: Remote
) -> ExitCode:
    """Say what it takes, and play once it is confirmed that no sign of the notice is there."""
    print_paragraphs(lines_on_expired_answers(catalogue, run.profile, run.today))
    print_paragraphs(old_check_lines(catalogue, run.profile, run.today))
    print_paragraphs(outline_lines(catalogue, plan))
    if not run.options.yes and not can_ask():
        raise NotPlayed(
            "Not played: nobody can be asked here. If none of these applies, add --yes."
        )
    settings = read_settings()
    breath = run.options.breath or settings.breath == "on"
    with closing(RunSound(settings)) as sound:
        if not run.options.yes:
            ask_whether_ready(catalogue, run, sound.summary(TRYING_SECONDS))
            run, plan = prepare_again(catalogue, run, plan, printer)
            _refuse_empty(run, plan)
        return Playback(catalogue, run, plan, remote, breath=breath).play(sound)
