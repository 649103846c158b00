"""The ctl command: a word to the session that is running in another terminal."""

from typing import Annotated

import typer

from presspoint.cli.options import Json
from presspoint.errors import PresspointError
from presspoint.session.actions import REMOTE_ACTIONS, Action


def complete_action(incomplete: str) -> list[str]:
    """Return the actions that begin so."""
    return [action for action in REMOTE_ACTIONS if action.startswith(incomplete)]


def control(
    action: Annotated[
        str,
        typer.Argument(
            metavar="ACTION", help=f"{', '.join(REMOTE_ACTIONS)}.", autocompletion=complete_action
        ),
    ],
    json: Json = False,
) -> None:
    """Control the session that is running, from anywhere else: pause it, stop it, ask about it."""
    from presspoint.cues.replies import reply_sentence
    from presspoint.remote.client import ask
    from presspoint.terminal.output import document, say

    word = _known(action)
    status = ask(word)
    if status is None and not (json and word is Action.STATUS):
        raise PresspointError("No session is running.")
    if json:
        document(status or {"running": False})
    else:
        say(reply_sentence(word, status or {}))


def _known(action: str) -> Action:
    """The action that was typed. Raises UsageError; only then is what finds near ones loaded."""
    if action in REMOTE_ACTIONS:
        return Action(action)
    from presspoint.run.typed_names import one_of

    return Action(one_of({each: each for each in REMOTE_ACTIONS}, action, "ctl") or action)
