"""The ctl command: a word to the session that is running in another terminal."""

from typing import Annotated

from presspoint.cli.parsing.option import Json, argument
from presspoint.cues.replies import reply_sentence
from presspoint.errors import PresspointError, UsageError
from presspoint.remote.client import ask
from presspoint.session.actions import REMOTE_ACTIONS, REMOTE_ANSWERS, Action
from presspoint.terminal.output import print_document, say
from presspoint.words import join_words

NO_SESSION = "No session is running."
REST_IT = (
    "Stop pressing. To leave a place out, such as BL23, type presspoint profile rest BL23 "
    "--feels {feels}."
)
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
            raise PresspointError(f"{NO_SESSION} {_what_to_do_without_one(word, answer)}")
        status = {"running": False}
    if json:
        print_document(status)
    else:
        say(reply_sentence(word, status))
    if answer and not is_answer:
        answers = join_words(tuple(REMOTE_ANSWERS), "or")
        raise UsageError(f"Stopped. How does it feel? Type presspoint ctl hurts {answers}.")


def _what_to_do_without_one(word: Action, answer: str | None) -> str:
    """What to do where no session runs: first of all for somebody who is faint, or whom it hurts.

    Raises CatalogueError.
    """
    if word is Action.FAINT:
        from presspoint.storage.catalogue_file import load  # a button pays for none of this

        return load().text("faint")
    if word is Action.HURTS:
        feels = (answer or "").lower()
        return REST_IT.format(feels=feels if feels in REMOTE_ANSWERS else "sore")
    return "Start one with presspoint routine NAME."
