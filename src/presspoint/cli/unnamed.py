"""A warning sign or a condition that is told without the name of a routine."""

from __future__ import annotations

import typer

from presspoint import clock
from presspoint.briefing import LABELS
from presspoint.cli.loading import for_looking_up
from presspoint.cli.request import flags_of
from presspoint.errors import UsageError
from presspoint.safety import sign_warnings
from presspoint.terminal.output import document, paragraph

NOT_PLAYED = 3


def refuse(red_flags: list[str], conditions: list[str], *, pregnant: bool, json: bool) -> None:
    """Let no routine be listed to somebody who tells of a warning sign or a condition.

    Raises typer.Exit once what to do about the sign is said, UsageError for a condition alone.
    """
    if not (red_flags or conditions or pregnant):
        return
    catalogue = for_looking_up()
    flags = flags_of(catalogue, clock.today(), red_flags, conditions, pregnant=pregnant)
    if not flags.red_flags:
        raise UsageError(
            "--condition and --pregnant change one routine: give its NAME. presspoint routine "
            "lists them."
        )
    warned = list(sign_warnings(catalogue, flags.red_flags))
    if json:
        document({"routines": [], "warnings": [each._asdict() for each in warned]})
    else:
        for each in warned:
            paragraph(f"{LABELS[each.level]}: {each.text}")
        paragraph("Nothing is played.")
    raise typer.Exit(NOT_PLAYED)
