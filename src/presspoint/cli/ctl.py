"""The ctl command: a word to the session that is running in another terminal."""

from typing import Annotated

from presspoint.cli.option import Json, argument, complete_from
from presspoint.cues.replies import reply_sentence
from presspoint.errors import PresspointError, UsageError
from presspoint.remote.client import ask
from presspoint.session.actions import REMOTE_ACTIONS, Action
from presspoint.terminal.output import print_document, say

MEANT = {
    **dict.fromkeys(("quit", "exit", "end", "q"), Action.STOP),
    **dict.fromkeys(("continue", "play", "start", "unpause"), Action.RESUME),
    **dict.fromkeys(("skip", "forward"), Action.NEXT),
    **dict.fromkeys(("previous", "prev"), Action.BACK),
    "repeat": Action.AGAIN,
}
complete_action = complete_from(REMOTE_ACTIONS)


def control(
    action: Annotated[str, argument("ACTION", f"{', '.join(REMOTE_ACTIONS)}.", complete_action)],
    json: Json = False,
) -> None:
    """Control the session that is running, from anywhere else: pause it, stop it, ask about it."""
    if action not in REMOTE_ACTIONS:
        from presspoint.run.arguments.names import match_name  # a button pays for no mistake

        if action.casefold() in MEANT:
            raise UsageError(
                f'ctl does not know "{action}". Did you mean "{MEANT[action.casefold()]}"?'
            )
        action = match_name({each: each for each in REMOTE_ACTIONS}, action, "ctl")
    word = Action(action)
    status = ask(word)
    if status is None:
        if not (json and word is Action.STATUS):
            raise PresspointError("No session is running.")
        status = {"running": False}
    if json:
        print_document(status)
    else:
        say(reply_sentence(word, status))
