"""The ctl command: a word to the session that is running in another terminal."""

from typing import Annotated

from presspoint.cli.parsing.option import Json, argument
from presspoint.cues.replies import reply_sentence
from presspoint.errors import PresspointError, UsageError
from presspoint.remote.client import ask
from presspoint.session.actions import REMOTE_ACTIONS, REMOTE_ANSWERS, Action
from presspoint.terminal.output import print_document, say
from presspoint.words import join_words

MEANT = {
    **dict.fromkeys(("quit", "exit", "end", "q"), Action.STOP),
    **dict.fromkeys(("continue", "play", "start", "unpause"), Action.RESUME),
    **dict.fromkeys(("skip", "forward"), Action.NEXT),
    **dict.fromkeys(("previous", "prev"), Action.BACK),
    "repeat": Action.AGAIN,
}


def control(
    action: Annotated[str, argument("ACTION", f"{', '.join(REMOTE_ACTIONS)}.", "choices:actions")],
    answer: Annotated[
        str | None,
        argument(
            "[ANSWER]",
            f"How it hurts: {join_words(tuple(REMOTE_ANSWERS), 'or')}.",
            "choices:feelings",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Control the session from elsewhere: pause it, stop it."""
    if action not in REMOTE_ACTIONS:
        from presspoint.run.arguments.names import match_name  # a button pays for no mistake

        if action.casefold() in MEANT:
            meant = MEANT[action.casefold()]
            raise UsageError(f'There is no action "{action}". Did you mean "{meant}"?')
        action = match_name({each: each for each in REMOTE_ACTIONS}, action, "action")
    word = Action(action)
    if answer is not None and word is not Action.HURTS:
        raise UsageError(f"Type only presspoint ctl {word}: an answer goes with hurts.")
    is_answer = answer is not None and answer.lower() in REMOTE_ANSWERS
    status = ask(f"{word} {answer.lower()}" if answer and is_answer else word)
    if status is None:
        if not (json and word is Action.STATUS):
            raise PresspointError("No session is running. Start one with presspoint routine NAME.")
        status = {"running": False}
    if json:
        print_document(status)
    else:
        say(reply_sentence(word, status))
    if answer and not is_answer:
        answers = join_words(tuple(REMOTE_ANSWERS), "or")
        raise UsageError(f"Stopped. How does it feel? Type presspoint ctl hurts {answers}.")
