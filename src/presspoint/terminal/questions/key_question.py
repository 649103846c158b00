"""A question with a few answers, one key each; what is no answer asks again."""

from collections.abc import Mapping

from presspoint.session.actions import Signal
from presspoint.terminal.output import print_paragraph, print_paragraphs
from presspoint.terminal.questions.one_key import Inputs, OneKeyQuestion, ending_signal

ENTER, LEAVE = "enter", "leave"
LEAVE_KEYS = ("q", "c-d")  # c-d is the end of input
SETTLE_SECONDS = 0.5


class KeyQuestion(OneKeyQuestion):
    """The question as paragraphs, the last of which names its keys, and the `answer` to it.

    `answers` says by key ("y", or ENTER) what it means. q always leaves, whose answer is LEAVE; any
    other key shows the last paragraph again.
    """

    def __init__(self, paragraphs: tuple[str, ...], answers: Mapping[str, str]) -> None:
        self.paragraphs = paragraphs
        self.answer = ""
        self.keys = {key: key for key in answers if key != ENTER}
        self.keys |= {**dict.fromkeys(LEAVE_KEYS, LEAVE), "c-m": ENTER}
        self.answers = {**answers, LEAVE: LEAVE}

    def show(self) -> None:
        """Print the question."""
        print_paragraphs(self.paragraphs)

    def press(self, key: str) -> bool:
        """Take the answer of a key; return whether it was one."""
        self.answer = self.answers.get(key, "")
        if not self.answer:
            print_paragraph(self.paragraphs[-1])
        return bool(self.answer)

    def ask(self, inputs: Inputs) -> Signal | None:
        """Ask until there is an answer; return a signal that ended it.

        The Enter that many press after a letter is read too, or it would answer what follows.
        """
        signal = super().ask(inputs)
        if signal or self.answer in {LEAVE, self.answers.get(ENTER)}:
            return signal
        return ending_signal(inputs.wait(SETTLE_SECONDS))
