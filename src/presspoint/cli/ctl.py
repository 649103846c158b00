"""The ctl command: a word to the session that is running in another terminal."""

from typing import Annotated

import typer

from presspoint.cli.options import Json
from presspoint.errors import PresspointError
from presspoint.session.status import ACTIONS, STATUS


def complete_action(incomplete: str) -> list[str]:
    """Return the actions that begin so."""
    return [action for action in ACTIONS if action.startswith(incomplete)]


def control(
    action: Annotated[
        str,
        typer.Argument(
            metavar="ACTION", help=f"{', '.join(ACTIONS)}.", autocompletion=complete_action
        ),
    ],
    json: Json = False,
) -> None:
    """Control the session that is running, from anywhere else: pause it, stop it, ask about it."""
    from presspoint.remote.client import ask
    from presspoint.session.status import reply_sentence
    from presspoint.terminal.output import document, say

    word = _known(action)
    status = ask(word)
    if status is None and not (json and word == STATUS):
        raise PresspointError("No session is running.")
    if json:
        document(status or {"running": False})
    else:
        say(reply_sentence(word, status or {}))


def _known(action: str) -> str:
    """The action that was typed. Raises UsageError; only then is what finds near ones loaded."""
    if action in ACTIONS:
        return action
    from presspoint.run.typed_names import one_of

    return one_of({each: each for each in ACTIONS}, action, "ctl") or action
