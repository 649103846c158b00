"""The history check and repair commands: whether a file is whole, and a damaged one mended."""

from typing import Annotated

import typer

from presspoint.cli.parsing.option import Json
from presspoint.errors import ExitCode, UsageError
from presspoint.listing.history.checkup import checkup_document, checkup_lines, repair_question
from presspoint.run.arguments.sessions import NONE_YET
from presspoint.session.record.checkup import Checkup
from presspoint.storage.history.damage.repair import check_history, repair_history
from presspoint.terminal.output import (
    can_ask,
    print_document,
    print_paragraph,
    print_paragraphs,
    remark,
)

NOT_COUNTED = (
    "What is lost of today no longer counts. Leave out for today what you have pressed already."
)


def check(json: Json = False) -> None:
    """Check whether the file of your sessions is whole."""
    checkup = check_history()
    if json:
        print_document(checkup_document(checkup))
    elif checkup is None:
        remark(NONE_YET)
    else:
        print_paragraphs(checkup_lines(checkup))
    if checkup and checkup.problems:
        raise typer.Exit(ExitCode.STORAGE)


def repair(
    yes: Annotated[bool, typer.Option("--yes", help="Repair without asking.")] = False,
) -> None:
    """Save what can be read of a damaged file in a new one.

    The damaged one stays beside it.
    """
    checkup = check_history()
    if checkup is None:
        remark(NONE_YET)
        return
    print_paragraphs(checkup_lines(checkup))
    if not checkup.problems:
        return
    if not yes and not _may_repair(checkup):
        print_paragraph("Nothing was changed.")
        return
    aside = repair_history(checkup)
    print_paragraph(f"Repaired. The damaged file is now {aside}.")
    if checkup.sessions is None or any(checkup.losses.values()):
        print_paragraph(NOT_COUNTED)


def _may_repair(checkup: Checkup) -> bool:
    """Whether the person says yes. Raises UsageError where nobody can be asked."""
    if not can_ask():
        raise UsageError("A repair asks first, and nobody can be asked here: add --yes.")
    from presspoint.run.questions.asking import ask_yes_or_no  # nothing else of the history asks

    return ask_yes_or_no(repair_question(checkup)) == "yes"
