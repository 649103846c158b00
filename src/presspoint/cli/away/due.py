"""The due command: an exit code for cron, systemd, launchd and loops in a shell."""

from typing import Annotated

import typer

from presspoint.cli.parsing.option import argument, flag
from presspoint.errors import ExitCode, PresspointError, StorageError
from presspoint.run.courses.due import Due, find_due
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.terminal.output import print_paragraph


def due(
    name: Annotated[
        str | None,
        argument("[ROUTINE]", "A routine once a day, in place of your course.", "routines"),
    ] = None,
    quiet: Annotated[bool, flag("--quiet", "Print nothing: the exit code says it.")] = False,
) -> None:
    """Say whether a session is due: for cron and systemd.

    Exit code 0: due. 1: nothing is due. 3: due, but not allowed. 4: it cannot be read.
    """
    try:
        result = _find(name)
    except PresspointError as problem:
        if quiet:
            raise typer.Exit(problem.exit_code) from None
        raise
    if not quiet:
        print_paragraph(result.sentence)
    raise typer.Exit(result.answer)


def _find(name: str | None) -> Due:
    """Whether something is due. What cannot be read is never taken for nothing due.

    Raises UsageError for an unknown routine, StorageError for all else.
    """
    try:
        return find_due(load_for_playing(), name)
    except PresspointError as problem:
        if problem.exit_code is not ExitCode.REFUSED:
            raise
        raise StorageError(str(problem)) from None
