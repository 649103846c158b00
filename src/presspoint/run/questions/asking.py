"""Questions that one key answers; a signal meanwhile ends the program."""

from collections.abc import Mapping

from presspoint import clock
from presspoint.errors import NOT_STARTED, ExitCode, NotPlayed
from presspoint.terminal.questions.key_question import ENTER, LEAVE, KeyQuestion
from presspoint.terminal.signals import die_of

YES_OR_NO = {"y": "yes", "n": "no"}
YES_OR_NO_KEYS = "y: yes. n: no. q: quit."


def ask_key(answers: Mapping[str, str], *paragraphs: str) -> str:
    """Return the answer that a key means, LEAVE for q; the last paragraph names the keys."""
    question = KeyQuestion(paragraphs, answers)
    if signal := question.ask_on_terminal(clock.monotonic):
        die_of(signal)
    return question.answer


def ask_before_start(answers: Mapping[str, str], *paragraphs: str) -> str:
    """Return the answer as `ask_key` does. Raises NotPlayed where the person leaves."""
    answer = ask_key(answers, *paragraphs)
    if answer == LEAVE:
        raise NotPlayed(NOT_STARTED, ExitCode.DONE)
    return answer


def ask_to_go_on() -> None:
    """Wait for Enter, once what is on the screen was read. Raises NotPlayed where it is left."""
    ask_before_start({ENTER: "on"}, "Enter: go on. q: quit.")


def ask_yes_or_no(question: str) -> str:
    """Return the answer as `ask_key` does: yes, no or LEAVE."""
    return ask_key(YES_OR_NO, question, YES_OR_NO_KEYS)


def says_yes(question: str) -> bool:
    """Return whether the answer before the start is yes. Raises NotPlayed as above."""
    return ask_before_start(YES_OR_NO, question, YES_OR_NO_KEYS) == "yes"
