"""The history undo command: a session, a score or a pain taken back; nothing is deleted."""

from typing import Annotated

import typer

from presspoint.cli.history.show import SessionId
from presspoint.errors import UsageError
from presspoint.listing.history.sessions import ID_LETTERS
from presspoint.run.arguments.sessions import LAST
from presspoint.run.undoing import Undoable, find_undoable, save_undone
from presspoint.terminal.output import can_ask, print_paragraph

QUESTION = (
    "Undo this? It is in no list and no sum then. What was pressed still counts for how often a "
    "day, and nothing is deleted."
)


def undo(
    name: SessionId = LAST,
    yes: Annotated[bool, typer.Option("--yes", help="Undo without asking.")] = False,
) -> None:
    """Undo a session, or by its id a pain or a score.

    What was pressed still counts for how often a day a place is pressed.
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
            "An undo asks first, and nobody can be asked here: type presspoint history undo "
            f"{undoable.id[:ID_LETTERS]} --yes."
        )
    from presspoint.run.questions.asking import ask_yes_or_no  # most of the history asks nothing

    return ask_yes_or_no(QUESTION) == "yes"
