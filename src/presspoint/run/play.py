"""One run of a routine: safety first, then questions, then what it takes, then the session."""

from collections.abc import Iterator
from contextlib import closing

from presspoint import clock
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed
from presspoint.machine.awake import MAY_SLEEP, nothing_keeps_awake
from presspoint.planning.briefing import briefing, lines_on_expired_answers, old_check_lines
from presspoint.planning.notice import faint_notice, standing_notice
from presspoint.planning.plan import Plan
from presspoint.planning.suitability import leaves_enough
from presspoint.remote.single_session import Remote
from presspoint.run.playback import Playback, needs_plain_lines
from presspoint.run.preparation import (
    Printer,
    detail_lines,
    plan_of,
    plan_once_agreed,
    prepare_again,
    refuse,
    show,
    title_of,
)
from presspoint.run.request import Run
from presspoint.run.sounds.sound import SCREEN_READER, RunSound
from presspoint.storage.history.recent import last_faint
from presspoint.storage.settings_file import current_day_start, read_settings
from presspoint.terminal.notice import print_notice, scrolls_away
from presspoint.terminal.output import can_ask, print_paragraph, print_paragraphs

TRYING_SECONDS = 3.0
PROMPT_SECONDS = 1.0  # the Enter waits no longer for a sound that is tried out
NO_CHECK = "No safety check yet: presspoint check"
NOBODY_ASKED = (
    "Not started: it asks first. That needs a screen and a keyboard, and one of them is a pipe or "
    "a file here. If you have none of the signs above, and nothing of today (alcohol, fever, "
    "strong painkillers, a heavy meal), add --yes."
)


def play(catalogue: Catalogue, run: Run) -> ExitCode:
    """Play a run, after its warnings and questions; return how it ended.

    Raises NotPlayed where a rule or an answer ends it before, PresspointError while another runs.
    """
    return play_begun(catalogue, begin(catalogue, run))


def begin(catalogue: Catalogue, run: Run) -> Run:
    """Print the notice, first of all; return the run once a numb place was asked about.

    Raises NotPlayed where nothing may be played, and where the person leaves.
    """
    plan = plan_of(catalogue, run)
    _end_what_never_plays(catalogue, run, plan, Printer())
    notice = standing_notice(catalogue, run.profile, run.today)
    print_notice(notice)
    if fainted_at := last_faint(clock.epoch_seconds(), current_day_start()):
        print_paragraph(faint_notice(fainted_at))
    if asks(run) and scrolls_away(notice):
        from presspoint.run.questions.asking import ask_to_go_on  # as below

        ask_to_go_on()
    if run.is_helped:
        from presspoint.run.questions.helped_person import ask_who_lies_down  # few runs ask it

        ask_who_lies_down()
    if plan.screening.unanswered and asks(run):
        # What asks is not loaded before the first frame where nothing is asked.
        from presspoint.run.questions.beforehand import ask_after_nerve_sign

        run = ask_after_nerve_sign(catalogue, run)
    return run


def play_begun(catalogue: Catalogue, run: Run) -> ExitCode:
    """Play a run as `play` does, once it has begun."""
    printer, plan = Printer(), plan_of(catalogue, run)
    refuse_unsuitable(catalogue, run, plan, printer)
    with closing(Remote()) as remote:
        if asks(run):
            run = _ask(catalogue, run, printer)
            plan = plan_of(catalogue, run)
        elif not (run.profile and run.profile.checked_on):
            print_paragraph(NO_CHECK)
        return _play_when_ready(catalogue, run, plan, printer, remote)


def _ask(catalogue: Catalogue, run: Run, printer: Printer) -> Run:
    """The run after the questions that come before what is left out of it is known."""
    from presspoint.run.late_imports import import_what_draws
    from presspoint.run.questions.beforehand import ask_beforehand, offer_to_resume
    from presspoint.run.questions.choices import ask_choices  # as above

    was_helped = run.is_helped
    run = _choose_as_last_time(catalogue, offer_to_resume(catalogue, run))
    if run.is_helped and not was_helped:
        from presspoint.run.questions.helped_person import ask_who_lies_down  # as above

        ask_who_lies_down()
    printer.print_new([title_of(catalogue, run)])
    if not needs_plain_lines(run.options):
        import_what_draws()  # while the person reads
    run = ask_beforehand(catalogue, run)
    refuse_unsuitable(catalogue, run, plan_of(catalogue, run), printer)
    return run if run.earlier else ask_choices(catalogue, run)


def _choose_as_last_time(catalogue: Catalogue, run: Run) -> Run:
    """The run with the choices of last time, if they leave anything to play now."""
    from presspoint.run.last_time import repeat_choices  # as above

    chosen = repeat_choices(catalogue, run)
    return chosen if plan_once_agreed(catalogue, chosen).course.phases else run


def asks(run: Run) -> bool:
    """Whether the person is asked anything but the gates' question."""
    return can_ask() and not run.options.yes


def _end_what_never_plays(catalogue: Catalogue, run: Run, plan: Plan, printer: Printer) -> None:
    """End a run that no answer makes playable: warnings first, before any notice."""
    screening = plan.screening
    is_unanswered = screening.unanswered and not asks(run)
    if screening.stopped or screening.limits.is_postponed or is_unanswered:
        end_unplayed(catalogue, run, plan, printer)


def end_unplayed(catalogue: Catalogue, run: Run, plan: Plan, printer: Printer) -> None:
    """Print the warnings and what is out; raise NotPlayed, with the reason."""
    printer.print_new(briefing(catalogue, plan))
    raise NotPlayed(refuse(catalogue, run, plan))


def refuse_unsuitable(catalogue: Catalogue, run: Run, plan: Plan, printer: Printer) -> None:
    """Say what suits the person where too little is left whatever is answered, and then why."""
    _end_what_never_plays(catalogue, run, plan, printer)
    if plan.is_barred or not leaves_enough(catalogue, run.routine, plan.screening):
        end_unplayed(catalogue, run, plan, printer)


def _play_when_ready(
    catalogue: Catalogue, run: Run, plan: Plan, printer: Printer, remote: Remote
) -> ExitCode:
    """Say what it takes, and play once it is confirmed that no sign of the notice is there."""
    if plan.screening.whom and not can_ask():
        end_unplayed(catalogue, run, plan, printer)
    print_paragraphs(lines_on_expired_answers(catalogue, run.profile, run.today))
    print_paragraphs(old_check_lines(catalogue, run.profile, run.today))
    if not asks(run):
        show(catalogue, run, printer, is_asked=False)
    if not run.options.yes and not can_ask():
        raise NotPlayed(NOBODY_ASKED)
    settings = read_settings()
    with closing(RunSound(settings, mute=run.options.mute)) as sound:
        if sound.yields_to_screen_reader:
            print_paragraph(SCREEN_READER)
        if asks(run):
            sound.speaker.warm_up()
            run = _ask_to_start(catalogue, run, printer, sound)
        run, plan = with_word(catalogue, run, printer)
        return Playback(catalogue, run, plan, remote, settings).play(sound)


def _ask_to_start(catalogue: Catalogue, run: Run, printer: Printer, sound: RunSound) -> Run:
    """The run once it is started, with what the person says of today and chooses."""
    from presspoint.run.questions.starting import Shown, ask_to_start  # as above

    def new(now: Run) -> Plan:
        return show(catalogue, now, printer, is_asked=True)

    def details(plan: Plan) -> Iterator[str]:
        yield from detail_lines(catalogue, plan)
        yield sound.summary(TRYING_SECONDS)

    def lack() -> str:
        before, now = sound.lack_before_start, sound.lack(PROMPT_SECONDS)
        sleep = nothing_keeps_awake() and sound.report.is_new(MAY_SLEEP)
        return " ".join(filter(None, (now if now != before else "", MAY_SLEEP if sleep else "")))

    return ask_to_start(catalogue, run, Shown(new, details, lack))


def with_word(catalogue: Catalogue, run: Run, printer: Printer) -> tuple[Run, Plan]:
    """The run and its plan once a clinician's word is given where it is asked for.

    Questions may have waited for hours: what is in force is read anew. Raises NotPlayed.
    """
    before = plan_of(catalogue, run)
    if before.screening.whom:
        from presspoint.run.questions.clinicians_word import ask_for_word, save_word  # as above

        run = save_word(catalogue, ask_for_word(run, before.screening), before.screening)
    if asks(run) or before.screening.whom:
        run, plan = prepare_again(catalogue, run, before, printer)
    else:
        plan = before
    if not plan.course.phases:
        raise NotPlayed(refuse(catalogue, run, plan))
    return run, plan
