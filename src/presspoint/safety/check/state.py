"""The check: what a person has answered so far, and what the next key does to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from presspoint.catalogue.safety_warnings import advice, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.answers import SIDES, BodyPlace, ConditionAnswer
from presspoint.safety.check import pages
from presspoint.safety.check.answers import CheckAnswers
from presspoint.safety.check.marked_sign import MarkedSign, SignOutcome
from presspoint.safety.check.pages import Fits, Page, PageKind

DIGITS = tuple("123456789")
Item = tuple[str, str]  # an id and its words on a page


class CheckEnd(StrEnum):
    """How a check ends: the person leaves, a sign stops it, or every page is answered."""

    LEFT = "left"
    STOPPED = "stopped"
    DONE = "done"


class Check(NamedTuple):
    """Where a person is in the check; `at` counts the pages from 0.

    `marks` has what is marked as (condition it is about, item), with "" for the conditions
    themselves. `seen` has the lines of signs that a doctor or physiotherapist has looked at,
    `advised` those that were answered with advice. With `full` words the conditions are questions.
    `marked_sign` waits for y or n; it is also the sign that stopped the check, or that was left
    without an answer.
    """

    catalogue: Catalogue
    fits: Fits
    pages: tuple[Page, ...]
    at: int = 0
    marks: frozenset[Item] = frozenset()
    seen: frozenset[Item] = frozenset()
    advised: frozenset[Item] = frozenset()
    full: bool = False
    marked_sign: MarkedSign | None = None
    end: CheckEnd | None = None

    @property
    def page(self) -> Page:
        """The page to answer now."""
        return self.pages[self.at]

    @property
    def keys(self) -> str:
        """What the keys do now, in one line."""
        return self.marked_sign.keys if self.marked_sign else key_hint(self.page, self.page_marks)

    @property
    def page_marks(self) -> frozenset[str]:
        """The keys of what is marked on this page."""
        page = self.page
        marked = (
            item in self.seen | self.advised
            if page.kind.is_sign  # a sign may have the name of a condition, but not its mark
            else (page.about, item[0]) in self.marks
            for item in page.items
        )
        return frozenset(key for key, is_marked in zip(DIGITS, marked, strict=False) if is_marked)

    @property
    def gates(self) -> tuple[str, ...]:
        """The conditions that the signs become which a doctor or physiotherapist has looked at."""
        names = {name for name, _ in self.seen}
        gates = (flag.gate for name, flag in red_flags(self.catalogue) if name in names)
        return tuple(dict.fromkeys(gates))

    @property
    def advice(self) -> tuple[str, ...]:
        """The ids of the advice that was given."""
        names = {name for name, _ in self.advised}
        return tuple(name for name, _ in advice(self.catalogue) if name in names)

    def answers(self, today: date) -> CheckAnswers:
        """Return what was answered: the conditions with where they are, those of signs last."""
        names = dict.fromkeys((*self._mark_names(PageKind.CONDITION), *self.gates))
        conditions = tuple(ConditionAnswer(name, today, self._where(name)) for name in names)
        return CheckAnswers(conditions, self.gates, self.advice)

    def _where(self, about: str) -> tuple[BodyPlace, ...]:
        if side := next((each for each in SIDES if (about, each) in self.marks), None):
            return (BodyPlace(side),)
        return tuple(BodyPlace(place=name) for name in self._mark_names(PageKind.PLACE, about))

    def _mark_names(self, kind: PageKind, about: str = "") -> Iterator[str]:
        pages = (page for page in self.pages if page.kind == kind and page.about == about)
        return (name for page in pages for name in page.names if (about, name) in self.marks)


def key_hint(page: Page, page_marks: frozenset[str]) -> str:
    """Return what the keys do on a page on which these items are marked, in one line."""
    if not page.items:
        return "Enter: begin. q: quit."
    last = len(page.items)
    numbers = f"1-{last}" if last > 1 else "1"
    none = "n: no more. " if page_marks else "n: none. "
    none = "" if page.kind == PageKind.SIDE else none
    words = f"?: {'short' if page.full else 'full'}. " if page.kind == PageKind.CONDITION else ""
    return f"{numbers}: {page.kind.yes}. {none}{words}b: back. q: quit."


def begin(catalogue: Catalogue, fits: Fits, opening: str) -> Check:
    """Return the check at its opening; `fits` tells what fits a page. Raises CatalogueError."""
    return _lay_out(Check(catalogue, fits, (Page(PageKind.OPENING, opening),)))


def press(check: Check, key: str) -> tuple[Check, str]:
    """Return the check after a key, and a sentence about it, empty where a page is to be shown.

    The keys are 1 to 9, n, y, b, q, ? and enter; any other one changes nothing.
    """
    if check.marked_sign:
        return _answer_about_sign(check, check.marked_sign, key)
    page = check.page
    if key == "q":
        return check._replace(end=CheckEnd.LEFT), ""
    if key == "b":
        back = check._replace(at=max(0, check.at - 1))
        return back, "" if check.at else f"This is the beginning. Keys: {check.keys}"
    if key == "?" and page.kind == PageKind.CONDITION:
        return _switch_words(check), ""
    if key in DIGITS[: len(page.items)]:
        choose = _choose_sign if page.kind.is_sign else _choose_item
        return choose(check, key, page.items[DIGITS.index(key)])
    may_skip = key == "n" and page.kind != PageKind.SIDE
    if may_skip or (key == "enter" and (check.page_marks or not page.items)):
        return _go_on(check), ""
    return check, f"Keys: {check.keys}"


def _choose_sign(check: Check, key: str, item: Item) -> tuple[Check, str]:
    """The check after the number of a sign, which one more key confirms, or of advice."""
    name, words = item
    if item in check.seen | check.advised:
        check = check._replace(seen=check.seen - {item}, advised=check.advised - {item})
        return _lay_out(check), _say_unmarked(words)
    texts = {each: entry.text for each, entry in advice(check.catalogue)}
    if name in texts:
        check = check._replace(advised=check.advised | {item})
        if sign := _sign_of_both(check):
            return check._replace(marked_sign=sign), sign.question
        return check, f"{texts[name]} {_say_marked(words, key)}"
    flag = dict(red_flags(check.catalogue))[name]
    sign = MarkedSign(name, words, asks_whether_seen=bool(flag.gate))
    return check._replace(marked_sign=sign), sign.question


def _answer_about_sign(check: Check, sign: MarkedSign, key: str) -> tuple[Check, str]:
    after = sign.after(key)
    if after is SignOutcome.STOPS:
        return check._replace(end=CheckEnd.STOPPED), ""
    if after is SignOutcome.LEFT:
        return check._replace(end=CheckEnd.LEFT), ""
    if after is SignOutcome.TAKEN_BACK:
        return check._replace(marked_sign=None), ""
    if after is SignOutcome.SEEN:
        seen = check.seen | {(sign.name, sign.words)}
        return _lay_out(check._replace(marked_sign=None, seen=seen)), ""
    return check._replace(marked_sign=after), after.question


def _choose_item(check: Check, key: str, item: Item) -> tuple[Check, str]:
    """The check after the number of a condition, its side or place: past it, marked or not."""
    page, (name, words) = check.page, item
    mark = (page.about, name)
    if page.kind == PageKind.SIDE:
        sides = {(page.about, each) for each in page.names}
        return _go_on(check._replace(marks=check.marks - sides | {mark})), ""
    if mark not in check.marks:
        check = _lay_out(check._replace(marks=check.marks | {mark}))
        if sign := _sign_of_both(check):
            return check._replace(marked_sign=sign), sign.question
        return check, _say_marked(words, key)
    places = {each for each in check.marks if not page.about and each[0] == name}
    return _lay_out(check._replace(marks=check.marks - places - {mark})), _say_unmarked(words)


def _sign_of_both(check: Check) -> MarkedSign | None:
    """The sign that advice and a condition together are, unless it was looked at; None if none."""
    flags = dict(red_flags(check.catalogue))
    marked = {name for about, name in check.marks if not about}
    for name, entry in advice(check.catalogue):
        lines = (line for line in entry.items if (name, line) in check.advised)
        for line, (condition, sign) in product(lines, entry.becomes.items()):
            words = flags[sign].items[entry.items.index(line)]
            if condition in marked and (sign, words) not in check.seen:
                return MarkedSign(sign, words, asks_whether_seen=bool(flags[sign].gate))
    return None


def _say_marked(words: str, key: str) -> str:
    """What is said of an item once it is marked."""
    return f"Marked: {words.rstrip('.?')}. Wrong? Press {key} again. To go on: n."


def _say_unmarked(words: str) -> str:
    return f"Not marked: {words.rstrip('.?')}."


def _go_on(check: Check) -> Check:
    if check.at + 1 == len(check.pages):
        return check._replace(end=CheckEnd.DONE)
    return check._replace(at=check.at + 1)


def _switch_words(check: Check) -> Check:
    """The conditions in other words, on other pages, at the one with the first item of this one."""
    first = check.page.names[0]
    check = _lay_out(check._replace(full=not check.full))
    pages = (page.names if page.kind == PageKind.CONDITION else () for page in check.pages)
    return check._replace(at=next(at for at, names in enumerate(pages) if first in names))


def _lay_out(check: Check) -> Check:
    """The check with its pages laid out for what is marked and for how long the words are."""
    catalogue, fits = check.catalogue, check.fits
    signs = pages.sign_pages(catalogue, fits)
    conditions = tuple(pages.condition_pages(catalogue, fits, full=check.full))
    marked = (name for page in conditions for name in page.names if ("", name) in check.marks)
    names = dict.fromkeys((*marked, *check.gates))
    where = (page for name in names for page in pages.where_pages(catalogue, fits, name))
    return check._replace(pages=(check.pages[0], *signs, *conditions, *where))
