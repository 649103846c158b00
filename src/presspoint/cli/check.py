"""The check: warning signs and conditions asked about once, or told by options, and kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from presspoint import clock
from presspoint.catalogue import Catalogue
from presspoint.cli.options import Conditions, Json, RedFlags
from presspoint.errors import UsageError

if TYPE_CHECKING:
    from presspoint.check import Check
    from presspoint.profile import Profile, Told

STOPPED = 3


def run_check(
    no_red_flags: Annotated[
        bool, typer.Option("--no-red-flags", help="None of the warning signs applies.")
    ] = False,
    red_flag: RedFlags = None,
    condition: Conditions = None,
    json: Json = False,
) -> None:
    """Ask once about warning signs and conditions; keep what limits you in your profile.

    With --no-red-flags or --red-flag nothing is asked.
    """
    from presspoint.check_outcome import next_line
    from presspoint.cli.keeping import keep, stop, undisturbed
    from presspoint.cli.loading import for_looking_up
    from presspoint.terminal.output import paragraph

    if red_flag and (no_red_flags or condition):
        raise UsageError("--red-flag stops the check: leave out --no-red-flags and --condition.")
    if condition and not no_red_flags:
        raise UsageError("--condition needs --no-red-flags: the warning signs come first.")
    catalogue, today = for_looking_up(), clock.today()
    if json and not (red_flag or no_red_flags):
        raise UsageError("--json asks nothing: add --no-red-flags, or --red-flag NAME.")
    profile: Profile | None
    if red_flag:
        with undisturbed():
            profile = stop(catalogue, _signs(catalogue, red_flag), today, json=json)
    elif no_red_flags:
        profile = keep(catalogue, _told(catalogue, condition or [], today), today, json=json)
    else:
        profile = ask(catalogue, today)
    if profile is not None and profile.stopped:
        raise typer.Exit(STOPPED)
    if profile is not None and not json:
        paragraph(next_line(catalogue, profile.conditions))


def ask(catalogue: Catalogue, today: date) -> Profile | None:
    """Return the profile after the questions; None where the person left and nothing changed.

    Raises PresspointError for a damaged profile, before the first question; StorageError where
    answers without a sign could not be kept; UsageError where nobody can be asked.
    """
    from presspoint.cli.keeping import keep, stop, undisturbed
    from presspoint.profile import Profile
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
    from presspoint.check import begin
    from presspoint.check_outcome import OPENING
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
    from presspoint.check_pages import HEADINGS
    from presspoint.safety import red_flags

    level = ""
    for name, flag in red_flags(catalogue):
        if flag.level != level:
            level = flag.level
            yield HEADINGS[level]
        yield f"  {name}: {flag.question}"
    yield HEADINGS["condition"]
    for name, entry in catalogue.table("conditions").items():
        yield f"  {name}: {entry['question']}"


def _signs(catalogue: Catalogue, given: list[str]) -> tuple[str, ...]:
    from presspoint.cli.names import known

    return tuple(known(catalogue, "red_flags", each, "--red-flag") or each for each in given)


def _told(catalogue: Catalogue, given: list[str], today: date) -> tuple[Told, ...]:
    from presspoint.cli.telling import told

    found = tuple(dict.fromkeys(told(catalogue, each, "--condition", today) for each in given))
    names = [each.name for each in found]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"--condition {name} is given twice: put all its places into one.")
    return found
