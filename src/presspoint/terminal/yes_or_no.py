"""A question that is answered by one key, y or n; q leaves it."""

from presspoint.session.actions import Signal
from presspoint.terminal.one_key import Inputs, OneKeyQuestion, ending_signal
from presspoint.terminal.output import print_paragraph

YES, NO, LEAVE = "y", "n", "q"
SETTLE_SECONDS = 0.5


class YesOrNoQuestion(OneKeyQuestion):
    """The question, and its `answer` once a key gave it; None where the person left.

    Any other key, Enter among them, asks again: no answer is never taken for one.
    """

    keys = {key: key.lower() for key in "yYnNqQ"} | {"c-m": "", "c-j": ""}

    def __init__(self, words: str) -> None:
        self.words = words
        self.answer: bool | None = None

    def show(self) -> None:
        """Print the question."""
        print_paragraph(self.words)

    def press(self, key: str) -> bool:
        """Take the answer of a key; return whether it was one, or left the question."""
        if key in {YES, NO}:
            self.answer = key == YES
            print_paragraph("Yes." if self.answer else "No.")
        elif key != LEAVE:
            self.show()
        return key in {YES, NO, LEAVE}

    def ask(self, inputs: Inputs) -> Signal | None:
        """Ask until there is an answer or the person leaves; return a signal that ended it.

        The Enter that many press after a letter is read too, or it would answer what follows.
        """
        return super().ask(inputs) or ending_signal(inputs.wait(SETTLE_SECONDS))
