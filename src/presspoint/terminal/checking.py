"""The check on a terminal: page after page as plain paragraphs, answered by single keys."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from contextlib import closing
from typing import Protocol

from presspoint.safety.check import DIGITS, Check, keys, press
from presspoint.safety.check_pages import Fits, Page
from presspoint.session.actions import ENDING_SIGNALS
from presspoint.terminal.keyboard import Keyboard
from presspoint.terminal.output import discard_input, height, lines, paragraph, width
from presspoint.terminal.signals import Signals
from presspoint.words import printable

BOUND = {
    **{key: key for key in (*DIGITS, "n", "b", "q", "?")},
    "left": "b",
    "c-m": "enter",
    "c-j": "enter",
}
BELOW = 2  # lines kept free under a page: the cursor, and a remark about a mark


class Inputs(Protocol):
    """Where keys and signals come from."""

    def wait(self, seconds: float | None) -> list[str]:
        """Return keys and signal names, after `seconds` at most; None waits for one."""

    def suspend(self) -> None:
        """Stop the process as Ctrl-Z does, with the terminal as it was; return when continued."""


def answered(check: Check, clock: Callable[[], float]) -> Check:
    """Return the check once it has ended: by an answer, or by a signal, whose name it then has."""
    with Signals() as signals:
        keyboard = Keyboard(signals, clock, BOUND)
        with closing(keyboard):
            discard_input()
            try:
                return asked(check, keyboard)
            except BrokenPipeError:
                return check._replace(ended="SIGPIPE")
            except OSError:
                return check._replace(ended="SIGHUP")


def asked(check: Check, inputs: Inputs) -> Check:
    """Return the check once it has ended, its pages shown and its keys read one after another.

    A key that came together with a signal counts: it may have told a sign.
    """
    _show(check)
    while True:
        for message in sorted(inputs.wait(None), key=ENDING_SIGNALS.__contains__):
            if message in ENDING_SIGNALS:
                return check._replace(ended=message)
            if message == "SIGTSTP":
                inputs.suspend()
                _show(check)
            elif not message.startswith("SIG"):
                check, words = press(check, message)
                if check.ended:
                    return check
                if words:
                    paragraph(words)
                else:
                    _show(check)


def fitting() -> Fits:
    """Return what tells whether a page can be shown whole on the terminal as it is now."""
    columns, room = width(), height() - BELOW
    return lambda page: len(page_lines(page, "10 of 10", frozenset(), columns)) <= room


def page_lines(
    page: Page, number: str, marked: frozenset[str], columns: int, room: int = 0
) -> list[str]:
    """Return the lines of a page: its number ("2 of 5") and heading, its items, its keys.

    The three are set apart by empty lines where there is `room` for so many lines.
    """
    above = f"Page {number}. {page.heading}" if number else page.heading
    heading = textwrap.wrap(printable(above, limit=4000), columns)
    items = []
    for key, (name, words) in zip(DIGITS, page.items, strict=False):
        mark = " (marked)" if name in marked else ""
        items += textwrap.wrap(f"{key}  {words}{mark}", columns, subsequent_indent="   ")
    below = textwrap.wrap(keys(page, marked), columns)
    apart = [""] if len(heading + items + below) + 2 <= room else []
    return [*heading, *apart, *items, *(apart if items else ()), *below]


def _show(check: Check) -> None:
    number = f"{check.at} of {len(check.pages) - 1}" if check.at else ""
    shown = page_lines(check.page, number, check.marked, width(), height() - BELOW)
    lines(("", *shown))
