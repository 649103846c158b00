"""The check on a terminal: page after page as plain paragraphs, answered by single keys."""

from collections.abc import Callable, Sequence

from presspoint.safety.check.keys import press
from presspoint.safety.check.pages import Fits, Page
from presspoint.safety.check.state import DIGITS, Check, CheckEnd, how_to_go_on, key_hint
from presspoint.terminal.cells import wrap
from presspoint.terminal.keyboard.keys import ENTER
from presspoint.terminal.output import print_lines, print_paragraph, screen_size
from presspoint.terminal.questions.one_key import END_KEY, OneKeyQuestion

KEYS = {key: key for key in (*DIGITS, "n", "y", "b", "q", "?")}
KEYS |= {"left": "b", ENTER: "enter", END_KEY: "q"}
BELOW = 2  # lines kept free under a page: the cursor, and a remark about a mark


class CheckQuestions(OneKeyQuestion):
    """The pages of a check, shown one after another; `check` is where the person is in it.

    `show_on_body` draws where the items of a page are that are parts or sides of the body.
    """

    keys = KEYS

    def __init__(self, check: Check, show_on_body: Callable[[Page], None]) -> None:
        self.check, self.show_on_body = check, show_on_body

    def show(self) -> None:
        """Print the page to answer now, or what is asked about a sign that was marked on it."""
        check = self.check
        if check.marked_sign:
            print_paragraph(check.marked_sign.question)
            return
        number = f"{check.at + 1}/{len(check.pages)}"
        columns, lines = screen_size()
        shown = page_lines(check.page, number, check.page_marks, columns, lines - BELOW)
        print_lines(("", *shown))

    def press(self, key: str) -> bool:
        """Answer with a key, and print what follows; return whether the check has ended."""
        asks = key == "?" and not self.check.marked_sign
        if asks and self.check.page.kind.is_on_body:
            self.show_on_body(self.check.page)
        self.check, words = press(self.check, key)
        if self.check.end:
            return True
        if words:
            print_paragraph(words)
        else:
            self.show()
        return False

    def ends_word(self, messages: Sequence[str]) -> bool:
        """Whether no more keys are read: a sign that stops is saved and shown at once."""
        return self.check.end is CheckEnd.STOPPED or super().ends_word(messages)


def page_fits() -> Fits:
    """Return a function: whether a page can be shown whole on the terminal as it is now."""
    columns, lines = screen_size()
    return lambda page: len(page_lines(page, "10/10", frozenset(), columns)) <= lines - BELOW


def page_lines(
    page: Page, number: str, marked: frozenset[str], columns: int, room: int = 0
) -> list[str]:
    """Return the lines of a page: its number ("2/5") and heading, its items, its keys.

    The three are set apart by empty lines where there is `room` for so many lines.
    """
    heading = wrap(f"{number}. {page.heading}", columns)
    items = []
    for key, (_, words) in zip(DIGITS, page.items, strict=False):
        mark = " (marked)" if key in marked else ""
        items += wrap(f"{key}  {words}{mark}", columns, indent=3)
    keys = key_hint(page, marked) if page.tells_keys else how_to_go_on(marked)
    below = wrap(keys, columns)
    apart = [""] if len(heading + items + below) + 2 <= room else []
    return [*heading, *apart, *items, *apart, *below]
