"""How strong the pain is: one question, answered by one key."""

from collections.abc import Callable

from presspoint.session.actions import Signal
from presspoint.terminal.output import print_paragraph
from presspoint.terminal.questions.one_key import Inputs, OneKeyQuestion, ending_signal

SKIP, LEAVE = "skip", "leave"
VALUES = {**{str(value): value for value in range(10)}, "t": 10}
KEYS = {**{key: key for key in VALUES}, "c-m": SKIP, "q": LEAVE, "c-d": LEAVE}
SETTLE_SECONDS = 0.5


class PainQuestion(OneKeyQuestion):
    """The question, and 0 to 10 in `value` once a key gave it; whether q left it without an answer.

    The question goes through `say`, once more after any other key, and so does the answer.
    """

    keys = KEYS

    def __init__(
        self,
        words: str,
        say: Callable[[str], None] = print_paragraph,
        wake: Callable[[], None] | None = None,
    ) -> None:
        self.words, self.say, self.wake = words, say, wake
        self.value: int | None = None
        self.is_repeated = False
        self.has_left = False

    def show(self) -> None:
        """Say the question."""
        self.say(self.words)

    def press(self, key: str) -> bool:
        """Take the answer of a key; return whether it was one, or skipped or left the question."""
        if key in VALUES:
            self.value = VALUES[key]
            self.say(f"Pain {self.value}.")
        self.has_left = key == LEAVE
        if self.value is None and key not in {SKIP, LEAVE} and not self.is_repeated:
            self.is_repeated = True
            self.show()
        return key in {SKIP, LEAVE} or self.value is not None

    def ask(self, inputs: Inputs) -> Signal | None:
        """Ask until there is an answer or none is wanted; return a signal that ended it.

        The Enter that many press after a figure is read too, or it would answer what follows.
        """
        signal = super().ask(inputs)
        if signal or self.value is None:
            return signal
        return ending_signal(inputs.wait(SETTLE_SECONDS))
