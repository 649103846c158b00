"""The check: warning signs and conditions asked about once, or told by options, and kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from presspoint import clock
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.options import Conditions, Json, RedFlags
from presspoint.errors import ExitCode, UsageError
from presspoint.run.check import ask

if TYPE_CHECKING:
    from presspoint.safety.profile import ConditionAnswer, Profile


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
    from presspoint.cli.loading import for_looking_up
    from presspoint.run.check import keep, stop, undisturbed
    from presspoint.safety.check_report import next_line
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
    if profile is not None and profile.is_stopped:
        raise typer.Exit(ExitCode.NOT_PLAYED)
    if profile is not None and not json:
        paragraph(next_line(catalogue, profile.conditions))


def _signs(catalogue: Catalogue, given: list[str]) -> tuple[str, ...]:
    from presspoint.run.typed_names import known

    return tuple(known(catalogue, "red_flags", each, "--red-flag") or each for each in given)


def _told(catalogue: Catalogue, given: list[str], today: date) -> tuple[ConditionAnswer, ...]:
    from presspoint.run.typed_names import told

    found = tuple(dict.fromkeys(told(catalogue, each, "--condition", today) for each in given))
    names = [each.name for each in found]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"--condition {name} is given twice: put all its places into one.")
    return found
