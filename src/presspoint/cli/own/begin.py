"""`routine new NAME`: a routine of one's own begun."""

from presspoint.errors import PresspointError, UsageError
from presspoint.names.spelling import key
from presspoint.storage.catalogue_file import load, load_for_playing
from presspoint.storage.own.beginning import begin_routine
from presspoint.terminal.output import say

NEW = "new"


def begin(name: str | None) -> None:
    """Write a file to start a routine from, and say what to do with it.

    Raises PresspointError for a name that is taken, and for own files with a fault.
    """
    if not name:
        raise UsageError('Type a name for it. For example: "presspoint routine new my-evening".')
    taken = {key(each): each for each in (NEW, *load_for_playing().ids("routines"))}
    if key(name) in taken:
        raise PresspointError(
            f'There is a routine "{taken[key(name)]}" already. Choose another name.'
        )
    path = begin_routine(load(), name.lower())
    say(f"Written: {path}")
    say("Open it in an editor, and change what you like: the notes in it say how.")
    say(
        "presspoint catalogue check finds mistakes. "
        f"presspoint plan {name.lower()} shows every hold. "
        f"presspoint routine {name.lower()} starts it."
    )
