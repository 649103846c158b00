"""The ctl command: a word to the session that is running in another terminal."""

from typing import Annotated

from presspoint.cli.option import Json, argument, complete_from
from presspoint.cues.replies import reply_sentence
from presspoint.errors import PresspointError
from presspoint.remote.client import ask
from presspoint.session.actions import REMOTE_ACTIONS
from presspoint.session.messages import Action
from presspoint.terminal.output import print_document, say

complete_action = complete_from(REMOTE_ACTIONS)


def control(
    action: Annotated[str, argument("ACTION", f"{', '.join(REMOTE_ACTIONS)}.", complete_action)],
    json: Json = False,
) -> None:
    """Control the session that is running, from anywhere else: pause it, stop it, ask about it."""
    word = _match_action(action)
    status = ask(word)
    if status is None and not (json and word is Action.STATUS):
        raise PresspointError("No session is running.")
    if json:
        print_document(status or {"running": False})
    else:
        say(reply_sentence(word, status or {}))


def _match_action(typed: str) -> Action:
    """The action that was typed. Raises UsageError."""
    if typed in REMOTE_ACTIONS:
        return Action(typed)
    from presspoint.run.typed.names import match_name  # a button pressed often pays for no mistake

    return Action(match_name({each: each for each in REMOTE_ACTIONS}, typed, "ctl"))
