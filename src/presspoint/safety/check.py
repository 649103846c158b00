"""The check: what a person has answered so far, and what the next key does to it.

Nothing is known here of a terminal or a file. A sign stops at once; nothing is ever pre-ticked.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from presspoint.catalogue.tables import Catalogue
from presspoint.safety.check_pages import Fits, Page, condition_pages, sign_pages, where_pages
from presspoint.safety.profile import SIDES, BodyPlace, ConditionAnswer

DIGITS = tuple("123456789")
SIGNS = frozenset({"emergency", "same-day"})
YES = {"condition": "yes", "side": "this side", "place": "here"}


class Check(NamedTuple):
    """Where a person is in the check.

    `marks` holds what is marked as (condition asked about, item), with nothing for the conditions
    themselves; `ended` is left, stopped (by `sign`, the id of a warning sign), done, the name of a
    signal, or empty.
    """

    catalogue: Catalogue
    fits: Fits
    pages: tuple[Page, ...]
    at: int = 0
    marks: frozenset[tuple[str, str]] = frozenset()
    full: bool = False
    ended: str = ""
    sign: str = ""

    @property
    def page(self) -> Page:
        """Return the page to answer now."""
        return self.pages[self.at]

    @property
    def keys(self) -> str:
        """Return what the keys of this page do, in one line."""
        return keys(self.page, self.marked)

    @property
    def marked(self) -> frozenset[str]:
        """Return the ids of what is marked on this page."""
        page = self.page
        if page.kind in SIGNS:  # a sign may have the name of a condition, but never a mark
            return frozenset()
        return frozenset(name for name in page.names if (page.about, name) in self.marks)

    def told(self, today: date) -> tuple[ConditionAnswer, ...]:
        """Return the conditions that are marked, in the catalogue's order, and where they are."""
        names = (name for page in self.pages if page.kind == "condition" for name in page.names)
        return tuple(
            ConditionAnswer(name, today, self._where(name))
            for name in names
            if ("", name) in self.marks
        )

    def _where(self, about: str) -> tuple[BodyPlace, ...]:
        side = next((each for each in SIDES if (about, each) in self.marks), "")
        pages = (page for page in self.pages if page.kind == "place" and page.about == about)
        places = (name for page in pages for name in page.names if (about, name) in self.marks)
        return tuple(BodyPlace(side, place) for place in places) or (
            (BodyPlace(side),) if side else ()
        )


def keys(page: Page, marked: frozenset[str]) -> str:
    """Return what the keys do on a page on which these items are marked."""
    if not page.items:
        return "Enter begin, q leave"
    last = len(page.items)
    numbers = f"1-{last}" if last > 1 else "1"
    yes = YES.get(page.kind, "I have it")
    none = "" if page.kind == "side" else "n no more, " if marked else "n none, "
    words = f"? {'short' if page.full else 'full'}, " if page.kind == "condition" else ""
    return f"{numbers} {yes}, {none}{words}b back, q leave"


def begin(catalogue: Catalogue, fits: Fits, opening: str) -> Check:
    """Return the check at its opening words; `fits` tells whether a page can be shown whole.

    Raises CatalogueError.
    """
    return _laid(Check(catalogue, fits, (Page("opening", opening),)))


def press(check: Check, key: str) -> tuple[Check, str]:
    """Return the check after a key, and a sentence about it; none where a page is to be shown.

    The keys are 1 to 9, n, b, q, ? and enter; any other one changes nothing.
    """
    page = check.page
    if key == "q":
        return check._replace(ended="left"), ""
    if key == "b":
        back = check._replace(at=max(0, check.at - 1))
        return back, "" if check.at else f"This is the beginning. Keys: {check.keys}."
    if key == "?" and page.kind == "condition":
        return _reworded(check), ""
    if key in DIGITS[: len(page.items)]:
        return _answered(check, key)
    if (key == "n" and page.kind != "side") or (
        key == "enter" and (check.marked or not page.items)
    ):
        return _further(check), ""
    return check, f"Keys: {check.keys}."


def _answered(check: Check, key: str) -> tuple[Check, str]:
    """A number: it stops the check, marks an item or takes its mark off, or tells the side."""
    page = check.page
    name, words = page.items[DIGITS.index(key)]
    if page.kind in SIGNS:
        return check._replace(ended="stopped", sign=name), ""
    mark = (page.about, name)
    if page.kind == "side":
        others = {(page.about, each) for each in page.names}
        return _further(check._replace(marks=check.marks - others | {mark})), ""
    if mark not in check.marks:
        check = _laid(check._replace(marks=check.marks | {mark}))
        return check, f"Marked: {words}. {key} again takes it off; n goes on."
    gone = {each for each in check.marks if each == mark or (not page.about and each[0] == name)}
    return _laid(check._replace(marks=check.marks - gone)), f"Not marked: {words}."


def _further(check: Check) -> Check:
    if check.at + 1 == len(check.pages):
        return check._replace(ended="done")
    return check._replace(at=check.at + 1)


def _reworded(check: Check) -> Check:
    """The conditions in other words, on other pages, at the one that holds the first of these."""
    first = check.page.names[0]
    check = _laid(check._replace(full=not check.full))
    numbered = enumerate(check.pages)
    at = next(at for at, page in numbered if page.kind == "condition" and first in page.names)
    return check._replace(at=at)


def _laid(check: Check) -> Check:
    """The check with its pages laid out for what is marked and for how long the words are."""
    catalogue, fits = check.catalogue, check.fits
    conditions = tuple(condition_pages(catalogue, fits, full=check.full))
    names = (name for page in conditions for name in page.names if ("", name) in check.marks)
    where = (page for name in names for page in where_pages(catalogue, fits, name))
    return check._replace(pages=(check.pages[0], *sign_pages(catalogue, fits), *conditions, *where))
