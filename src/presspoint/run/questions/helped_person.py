"""Who lies down: a helper presses only the person whose answers the check has."""

from presspoint.errors import NotPlayed
from presspoint.run.questions.asking import says_yes
from presspoint.terminal.output import can_ask

WHO_LIES_DOWN = "Is the person lying down the one who answered the check?"
ANOTHER = (
    "Not started. What is left out depends on the person lying down: they should answer "
    "presspoint check themselves, on their own account of this computer."
)
NOBODY_TO_ASK = (
    f"Not started. {WHO_LIES_DOWN} It asks that first, and --yes does not answer it. "
    "That needs a screen and a keyboard, and one of them is a pipe or a file here."
)


def ask_who_lies_down() -> None:
    """Ask it. Raises NotPlayed where it is somebody else, or nobody can be asked."""
    if not can_ask():
        raise NotPlayed(NOBODY_TO_ASK)
    if not says_yes(WHO_LIES_DOWN):
        raise NotPlayed(ANOTHER)
