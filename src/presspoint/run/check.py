"""A check from its first question to its result, which is saved and printed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial

from presspoint import clock
from presspoint.catalogue.safety_warnings import Level, red_flags, sign_warnings
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed, PresspointError, UsageError
from presspoint.listing.check import check_document, question_lines
from presspoint.run.drawings.parts import show_on_body
from presspoint.run.questions.feeling import ask_about_feeling
from presspoint.safety.answers import ConditionAnswer
from presspoint.safety.applied_condition import condition_without_place
from presspoint.safety.check.answers import CheckAnswers
from presspoint.safety.check.report import (
    LEFT,
    NOT_SAVED,
    OPENING,
    UNCONFIRMED,
    advice_lines,
    answer_lines,
    stop_line,
    stop_lines,
)
from presspoint.safety.check.state import Check, CheckEnd, begin
from presspoint.safety.of_today import split_by_day
from presspoint.safety.profile import Profile
from presspoint.safety.screening import stop_warning
from presspoint.session.actions import ENDING_SIGNALS, Signal
from presspoint.storage.profile_file import change_profile, read_profile
from presspoint.terminal.output import (
    can_ask,
    print_document,
    print_lines,
    print_paragraph,
    print_paragraphs,
    report,
    say,
)
from presspoint.terminal.questions.check_questions import CheckQuestions, page_fits
from presspoint.terminal.signals import Signals, die_of


def ask_check(catalogue: Catalogue, today: date) -> Profile:
    """Return the profile after the questions.

    Raises NotPlayed where the person leaves, and where the feeling is not back after a nerve sign;
    PresspointError for a damaged profile, before the first question; StorageError where
    answers without a sign cannot be saved; UsageError where nobody can be asked.
    """
    since = read_profile(catalogue) or Profile()
    if not can_ask():
        print_lines(question_lines(catalogue))
        raise UsageError(
            "Nobody can be asked here. Add --red-flag NAME for a sign that you have, or "
            "--no-red-flags, and --condition NAME for each condition of yours."
        )
    with delay_signals():
        check = _ask(catalogue, since)
        with suppress(OSError):  # a terminal that went away keeps no sign from being saved
            say()
        if check.end is CheckEnd.STOPPED and check.marked_sign:
            return save_stop(catalogue, (check.marked_sign.name,), today, change=Profile.with_check)
        if check.end is CheckEnd.LEFT:
            raise NotPlayed(LEFT, ExitCode.DONE)
        profile = save_answers(catalogue, check.answers(today), today, since=since)
    if profile.is_stopped:
        return profile
    return ask_about_feeling(catalogue, profile, today)


def _ask(catalogue: Catalogue, since: Profile) -> Check:
    """The check after its last answer; a signal before that ends the program.

    Raises NotPlayed where the person leaves a marked sign without saying whether it is so.
    """
    for line in (*advice_lines(catalogue, since), OPENING):
        print_paragraph(line)
    questions = CheckQuestions(begin(catalogue, page_fits()), partial(show_on_body, catalogue))
    signal = questions.ask_on_terminal(clock.monotonic)
    check = questions.check
    if check.marked_sign and check.marked_sign.is_confirmed and not check.end:
        return check._replace(end=CheckEnd.STOPPED)
    if check.marked_sign and check.end is not CheckEnd.STOPPED:
        _leave_marked_sign(catalogue, check.marked_sign.name, signal)
    if signal and not check.end:
        die_of(signal)
    return check


def _leave_marked_sign(catalogue: Catalogue, name: str, signal: Signal | None) -> None:
    """Print what to do about a sign that nobody confirmed, and end the run; nothing is saved."""
    flag = dict(red_flags(catalogue))[name]
    with suppress(OSError):
        say()
        print_paragraphs((*stop_lines([flag]), UNCONFIRMED))
    if signal and signal is not Signal.HUP:
        die_of(signal)
    raise NotPlayed


def save_stop(
    catalogue: Catalogue,
    names: tuple[str, ...],
    today: date,
    *,
    change: Callable[[Profile, date, Level], Profile] = Profile.with_sign,
    json: bool = False,
) -> Profile:
    """Print what to do about signs, and save how urgent they are; return the profile.

    It is saved even where nothing can be printed; where it cannot be saved, that is printed, and
    the profile returned is stopped all the same.
    """
    flags = [flag for name, flag in red_flags(catalogue) if name in names]
    gravest = flags[0].level
    profile, is_saved = Profile(today, gravest), True
    try:
        print_paragraphs(() if json else stop_lines(flags))
    finally:
        try:
            profile = change_profile(catalogue, lambda now: change(now, today, gravest))
        except PresspointError as problem:
            is_saved = False
            report(str(problem))
    if json:
        warnings = sign_warnings(catalogue, names)
        print_document(check_document(catalogue, profile, today, warnings))
    else:
        print_paragraphs([stop_line(today, gravest) if is_saved else NOT_SAVED])
    return profile


def save_answers(
    catalogue: Catalogue,
    answers: CheckAnswers,
    today: date,
    *,
    since: Profile | None = None,
    json: bool = False,
) -> Profile:
    """Save that no sign stops, and these answers only; print so; return the profile.

    The check began with the profile `since`: a stop that another one saved after it stays in force.
    """
    before: list[ConditionAnswer] = []

    def change(profile: Profile) -> Profile:
        if since and profile.is_stopped and profile[:2] != since[:2]:
            return profile
        before[:] = profile.conditions
        return answers.put_in(profile, catalogue, today)

    profile = change_profile(catalogue, change)
    of_today, _ = split_by_day(catalogue, answers.conditions)
    warnings = [condition_without_place(catalogue, each.name).warning for each in of_today]
    if json:
        print_document(check_document(catalogue, profile, today, warnings))
    elif profile.is_stopped:
        print_stop(catalogue, profile)
    else:
        print_paragraphs(
            f"{each.line} This is about today, so it is not saved." for each in warnings
        )
        print_paragraphs(answer_lines(catalogue, profile.conditions, tuple(before)))
    return profile


def print_stop(catalogue: Catalogue, profile: Profile) -> None:
    """Print that nothing is played since a check found a sign, and what to do."""
    print_paragraphs(each.line for each in stop_warning(catalogue, profile))


@contextmanager
def delay_signals() -> Iterator[None]:
    """Let signals wait until all is saved and printed; then end by the first that came, if any."""
    with Signals() as signals:
        try:
            yield
        finally:
            for name in signals.take():
                if name in ENDING_SIGNALS:
                    die_of(name)
