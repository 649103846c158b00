"""A question with a few answers, one key each; what is no answer asks again."""

from collections.abc import Mapping

from presspoint.terminal.keyboard.keys import ENTER as ENTER_KEY
from presspoint.terminal.output import print_paragraph, print_paragraphs
from presspoint.terminal.questions.one_key import END_KEY, OneKeyQuestion

ENTER, LEAVE = "enter", "leave"
LEAVE_KEYS = ("q", END_KEY)


class KeyQuestion(OneKeyQuestion):
    """The question as paragraphs, the last of which names its keys, and the `answer` to it.

    `answers` says by key ("y", or ENTER) what it means. q always leaves, whose answer is LEAVE; any
    other key shows the last paragraph again.
    """

    def __init__(self, paragraphs: tuple[str, ...], answers: Mapping[str, str]) -> None:
        self.paragraphs = paragraphs
        self.answer = ""
        self.keys = {key: key for key in answers if key != ENTER}
        self.keys |= {**dict.fromkeys(LEAVE_KEYS, LEAVE), ENTER_KEY: ENTER}
        self.answers = {**answers, LEAVE: LEAVE}

    def show(self) -> None:
        """Print the question."""
        print_paragraphs(self.paragraphs)

    def knows(self, key: str) -> bool:
        """Whether it is an answer; Enter is one only where `answers` has it."""
        return key in self.answers

    def press(self, key: str) -> bool:
        """Take the answer of a key; return whether it was one."""
        self.answer = self.answers.get(key, "")
        if not self.answer:
            print_paragraph(self.paragraphs[-1])
        return bool(self.answer)
