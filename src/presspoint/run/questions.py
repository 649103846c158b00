"""The questions before a routine: resuming, the check, expired answers, a clinician's word, start.

A stop that another window saved meanwhile stays in force, whatever is answered here.
"""

from collections.abc import Callable
from datetime import date

from presspoint import clock
from presspoint.catalogue.conditions import Condition
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed, StorageError
from presspoint.planning.briefing import standing_notice
from presspoint.run.feeling import ask_about_feeling, ask_about_signs
from presspoint.run.preparation import Printer
from presspoint.run.request import Run
from presspoint.safety.profile import ConditionAnswer, Profile, answers_to_renew
from presspoint.session.records import SessionRecord
from presspoint.storage.history.recent import find_interrupted
from presspoint.storage.profile_file import change_profile
from presspoint.terminal.output import ask_line, print_paragraph, report
from presspoint.words import join_words, long_date, quantity

NEW = (None, Profile())  # of somebody who never answered anything, or cleared it all
LEAVE = frozenset({"q", "quit"})
YES, NO = frozenset({"y", "yes"}), frozenset({"n", "no"})
CHECK = YES | {"c", "check"}
NOT_NOW = NO | {""}


def ask_beforehand(catalogue: Catalogue, run: Run, printer: Printer) -> Run:
    """Ask all questions but the last one; return the run after them.

    Raises NotPlayed where the person leaves, or a check finds a sign.
    """
    if run.profile and run.profile.rests_to_ask_about(run.today):
        printer.print_new([standing_notice(catalogue)])
        ask_about_signs(catalogue, run.profile, run.today)
        profile = ask_about_feeling(catalogue, run.profile, run.today)
        run = run._replace(profile=profile)
    record = None if run.resumes else find_interrupted(clock.epoch_seconds())
    if record and not catalogue.has("routines", record.routine):
        record = None
    if record or run.profile in NEW:
        printer.print_new([standing_notice(catalogue)])
    if record and _ask_whether_to_resume(record):
        run = run.resume(catalogue, record)
    profile = ask_about_person(catalogue, run)
    if profile.is_stopped:
        raise NotPlayed
    return run._replace(profile=profile)


def ask_about_person(catalogue: Catalogue, run: Run) -> Profile:
    """Ask for a check, or for expired answers; return the profile after that.

    One that is stopped has been printed. Raises NotPlayed where the person leaves.
    """
    profile = run.profile
    if profile is None or profile in NEW:
        return _offer_check(catalogue, run)
    for answer, condition in answers_to_renew(catalogue, profile, run.today):
        change = _ask_whether_still_so(answer, condition, run.today)
        profile = _change(catalogue, profile, change)
        if profile.is_stopped:
            return _print_stop(catalogue, profile)
    return profile


def ask_for_word(whom: tuple[str, ...]) -> bool:
    """Return whether a clinician ("your doctor") agrees, as the person says."""
    answer = ask_line(
        f"Does {join_words(whom, 'or')} know about this, and agree to acupressure?",
        "y and Enter: yes. Enter alone: no.",
    )
    return (answer or "").lower() in YES


def ask_whether_ready(catalogue: Catalogue, run: Run, sound: str) -> None:
    """Print what will be heard, wait for the Enter that begins, and save that no sign is there.

    Raises NotPlayed for any other answer.
    """
    print_paragraph(sound)
    if _ask("Enter: none of these applies, and I am ready. q and Enter: not now."):
        raise NotPlayed("Not played. If one of the signs above is there, get help now.")
    renew_check(catalogue, run)


def renew_check(catalogue: Catalogue, run: Run) -> None:
    """Save that all signs were asked about today and none was there, if the check is old."""
    if run.profile and run.profile.check_is_old(run.today):
        _change(catalogue, run.profile, lambda profile: profile.with_check(run.today))


def _ask_whether_to_resume(record: SessionRecord) -> bool:
    answer = ask_line(
        f"Your session of {record.started[11:16]}, {record.routine}, was interrupted after "
        f"{quantity(len(record.holds), 'hold')}.",
        "r and Enter: go on with it. Enter: begin anew.",
    )
    return (answer or "").lower() in {"r", "resume"}


def _offer_check(catalogue: Catalogue, run: Run) -> Profile:
    keys = "y and Enter: check now. n, or Enter alone: not now, and do not offer it again."
    answer = _ask(
        "New here? presspoint can ask you once what limits what you may press. It takes about two "
        "minutes, and the answers stay on this machine.",
        keys,
    )
    if answer not in CHECK | NOT_NOW:
        answer = _ask(keys)
    if answer in CHECK:
        from presspoint.run.check import ask_check  # few runs need it, and none before its frame

        return ask_check(catalogue, run.today)
    if answer not in NOT_NOW:
        return Profile()  # no answer: it is offered again next time
    profile = _change(catalogue, Profile(), lambda now: now._replace(check_declined=True))
    return _print_stop(catalogue, profile) if profile.is_stopped else profile


def _ask_whether_still_so(
    answer: ConditionAnswer, condition: Condition, today: date
) -> Callable[[Profile], Profile]:
    """What the reply changes in a profile: the condition goes, or is an answer of today."""
    reply = _ask(
        f"On {long_date(answer.on)} you told: {condition.title}. Is that still so?",
        "n and Enter: no, it has passed. Enter: yes, still so.",
    )
    if reply in NO:
        return lambda profile: profile.without((answer.name,))
    return lambda profile: profile.with_answers((answer._replace(on=today),))


def _ask(*question: str) -> str:
    """The answer in small letters. Raises NotPlayed to leave, also where none can come."""
    answer = ask_line(*question)
    if answer is None or answer.lower() in LEAVE:
        raise NotPlayed(exit_code=ExitCode.DONE)
    return answer.lower()


def _change(
    catalogue: Catalogue, profile: Profile, change: Callable[[Profile], Profile]
) -> Profile:
    """The profile changed, unless it is stopped; a change that cannot be saved is for this run."""
    try:
        return change_profile(catalogue, lambda now: now if now.is_stopped else change(now))
    except StorageError as problem:
        report(f"your answer is not kept: {problem}")
        return change(profile)


def _print_stop(catalogue: Catalogue, profile: Profile) -> Profile:
    from presspoint.run.check import print_stop  # as above

    print_stop(catalogue, profile)
    return profile
