"""How strong the pain is: one question, answered by one key."""

from collections.abc import Callable

from presspoint.terminal.keyboard.keys import ENTER as ENTER_KEY
from presspoint.terminal.output import print_paragraph
from presspoint.terminal.questions.one_key import END_KEY, OneKeyQuestion

SKIP, LEAVE = "skip", "leave"
VALUES = {**{str(value): value for value in range(10)}, "t": 10}
KEYS = {**{key: key for key in VALUES}, ENTER_KEY: SKIP, "q": LEAVE, END_KEY: LEAVE}
NOW, AFTERWARDS = "How strong is the pain now?", "And now, how strong is the pain?"
RANGE = "How strong is the pain now, 0-9 (t: ten)?"
KEYS_LINE = "0: none. 9: very strong. t: ten, the worst. Enter: skip. q: leave."


def print_only(shown: str, spoken: str) -> None:  # noqa: ARG001  # nobody listens
    """Print what is shown."""
    print_paragraph(shown)


class PainQuestion(OneKeyQuestion):
    """The question how strong the pain is: `value` is 0 to 10 once answered, or q `has_left` it.

    The question goes through `say`, as it is shown and as it is spoken, and so does the answer. Any
    other key shows the keys.
    """

    keys = KEYS

    def __init__(
        self,
        shown: str,
        spoken: str,
        say: Callable[[str, str], None] = print_only,
        wake: Callable[[], None] | None = None,
    ) -> None:
        self.shown, self.spoken, self.say, self.wake = shown, spoken, say, wake
        self.value: int | None = None
        self.has_left = False

    def show(self) -> None:
        """Say the question."""
        self.say(self.shown, self.spoken)

    def press(self, key: str) -> bool:
        """Take the answer of a key; return whether it was one, or skipped or left the question."""
        if key in VALUES:
            self.value = VALUES[key]
            self.say(f"{self.value}.", f"Pain {self.value}.")
        self.has_left = key == LEAVE
        is_answer = self.value is not None or key in {SKIP, LEAVE}
        if not is_answer:
            print_paragraph(KEYS_LINE)
        return is_answer
