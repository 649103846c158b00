"""The outcome of a check, kept in the profile and told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from presspoint import clock
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import UsageError

if TYPE_CHECKING:
    from presspoint.safety.check import Check
    from presspoint.safety.profile import ConditionAnswer, Profile
from contextlib import contextmanager

from presspoint.catalogue.conditions import LABELS, SafetyWarning, red_flags, sign_warnings
from presspoint.errors import PresspointError
from presspoint.listing.profile import profile_document
from presspoint.safety.check_report import UNKEPT, kept_lines, stop_lines, stopped_line
from presspoint.safety.profile import ConditionAnswer, Profile
from presspoint.safety.screening import stop_warning
from presspoint.session.actions import ENDING_SIGNALS
from presspoint.storage.profile_file import change_profile
from presspoint.terminal.output import document, paragraph, remark
from presspoint.terminal.signals import Signals, die_of


def ask(catalogue: Catalogue, today: date) -> Profile | None:
    """Return the profile after the questions; None where the person left and nothing changed.

    Raises PresspointError for a damaged profile, before the first question; StorageError where
    answers without a sign could not be kept; UsageError where nobody can be asked.
    """
    from presspoint.safety.profile import Profile
    from presspoint.storage.profile_file import read_profile
    from presspoint.terminal.output import can_ask, lines, paragraph, say

    since = read_profile(catalogue) or Profile()
    if not can_ask():
        lines(_questions(catalogue))
        raise UsageError(
            "Nobody can be asked here: answer with --no-red-flags, and --condition NAME for each "
            "condition that applies, or with --red-flag NAME."
        )
    with undisturbed():
        check = _asked(catalogue)
        with suppress(OSError):  # a terminal that went away keeps no sign from being kept
            say()
        if check.sign:
            return stop(catalogue, (check.sign,), today)
        if check.ended == "left":
            paragraph("Left. Nothing is changed.")
            return None
        return keep(catalogue, check.told(today), today, since=since)


def _asked(catalogue: Catalogue) -> Check:
    """The check after its last answer; a signal meanwhile ends the program, and nothing is kept."""
    from presspoint.safety.check import begin
    from presspoint.safety.check_report import OPENING
    from presspoint.storage.paths import folder
    from presspoint.storage.profile_file import NAME
    from presspoint.terminal.checking import answered, fitting
    from presspoint.terminal.signals import die_of

    opening = f"{OPENING} {folder('config') / NAME}"
    check = answered(begin(catalogue, fitting(), opening), clock.monotonic)
    if check.ended.startswith("SIG"):
        die_of(check.ended)
    return check


def _questions(catalogue: Catalogue) -> Iterator[str]:
    """Every question under its urgency, with the name that answers it as an option."""
    from presspoint.catalogue.conditions import red_flags
    from presspoint.safety.check_pages import HEADINGS

    level = ""
    for name, flag in red_flags(catalogue):
        if flag.level != level:
            level = flag.level
            yield HEADINGS[level]
        yield f"  {name}: {flag.question}"
    yield HEADINGS["condition"]
    for name, entry in catalogue.table("conditions").items():
        yield f"  {name}: {entry['question']}"


def stop(
    catalogue: Catalogue, names: tuple[str, ...], today: date, *, json: bool = False
) -> Profile:
    """Say what to do, and keep how urgent it is, whatever becomes of the words; return the profile.

    It is stopped even where it could not be kept, which is said.
    """
    flags = [flag for name, flag in red_flags(catalogue) if name in names]
    stopped, kept = Profile(today, flags[0].level), True
    try:
        for line in () if json else stop_lines(flags):
            paragraph(line)
    finally:
        try:
            stopped = change_profile(catalogue, lambda now: now.with_check(today, stopped.found))
        except PresspointError as problem:
            kept = False
            remark(f"presspoint: {problem}")
    if json:
        _document(catalogue, stopped, today, tuple(sign_warnings(catalogue, names)))
    else:
        paragraph(stopped_line(today, stopped.found) if kept else UNKEPT)
    return stopped


def keep(
    catalogue: Catalogue,
    told: tuple[ConditionAnswer, ...],
    today: date,
    *,
    since: Profile | None = None,
    json: bool = False,
) -> Profile:
    """Keep that no sign was found, and these conditions only; say what is kept; return the profile.

    A sign found meanwhile by another check than this one, which began with the profile `since`,
    stays in force.
    """
    before: list[ConditionAnswer] = []

    def change(profile: Profile) -> Profile:
        if since and profile.stopped and profile[:2] != since[:2]:
            return profile
        before[:] = profile.conditions
        return profile._replace(conditions=()).with_check(today).with_answers(told)

    profile = change_profile(catalogue, change)
    if json:
        _document(catalogue, profile, today)
    elif profile.stopped:
        say_stop(catalogue, profile)
    else:
        for line in kept_lines(catalogue, told, tuple(before), today):
            paragraph(line)
    return profile


def say_stop(catalogue: Catalogue, profile: Profile) -> None:
    """Say that nothing is played since a check found a sign, and what to do."""
    for warned in stop_warning(catalogue, profile):
        paragraph(f"{LABELS[warned.level]}: {warned.text}")


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let signals wait until all is kept and said; then end by the one that came, if any did."""
    with Signals() as signals:
        try:
            yield
        finally:
            for name in signals.take():
                if name in ENDING_SIGNALS:
                    die_of(name)


def _document(
    catalogue: Catalogue, profile: Profile, today: date, warned: tuple[SafetyWarning, ...] = ()
) -> None:
    kept = profile_document(catalogue, profile, today)["profile"]
    document(
        {name: kept[name] for name in ("checked", "found", "conditions")}
        | {"warnings": [each._asdict() for each in warned]}
    )
