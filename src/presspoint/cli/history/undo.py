"""The history undo command: a session, a score or a pain taken back; nothing is deleted."""

from typing import Annotated

import typer

from presspoint.cli.history.show import SessionId
from presspoint.errors import UsageError
from presspoint.listing.history.sessions import ID_LETTERS
from presspoint.run.arguments.sessions import LAST
from presspoint.run.history.undoing import Undoable, find_undoable, save_undone
from presspoint.terminal.output import can_ask, print_paragraph

QUESTION = (
    "Undo this? It is then left out of every list and sum. Nothing is deleted, and what was "
    "pressed still counts towards the times a day."
)


def undo(
    name: SessionId = LAST,
    yes: Annotated[bool, typer.Option("--yes", help="Undo without asking.")] = False,
) -> None:
    """Undo a session, or a pain or score by its id.

    What was pressed still counts towards the times a day that a place may be pressed.
    """
    undoable = find_undoable(name)
    print_paragraph(undoable.words)
    if not (yes or _agrees(undoable)):
        print_paragraph("Nothing was changed.")
        return
    save_undone(undoable)
    print_paragraph("Undone.")


def _agrees(undoable: Undoable) -> bool:
    """Whether the person says yes. Raises UsageError where nobody can be asked."""
    if not can_ask():
        raise UsageError(
            "Nobody can be asked here. To undo it, type presspoint history undo "
            f"{undoable.id[:ID_LETTERS]} --yes."
        )
    from presspoint.run.questions.asking import ask_yes_or_no  # most of the history asks nothing

    return ask_yes_or_no(QUESTION) == "yes"
