"""The check: what a person has answered so far, and what the next key does to it."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from presspoint.catalogue.tables import Catalogue
from presspoint.safety import check_pages
from presspoint.safety.check_pages import Fits, Page, PageKind
from presspoint.safety.profile import SIDES, BodyPlace, ConditionAnswer

DIGITS = tuple("123456789")


class CheckEnd(StrEnum):
    """How a check ends: the person leaves, a sign stops it, or every page is answered."""

    LEFT = "left"
    STOPPED = "stopped"
    DONE = "done"


class Check(NamedTuple):
    """Where a person is in the check; `at` counts the pages from 0.

    `marks` has what is marked as (condition it is about, item), with "" for the conditions
    themselves. With `full` words the conditions are questions. `sign` is the id of the warning
    sign that stopped it.
    """

    catalogue: Catalogue
    fits: Fits
    pages: tuple[Page, ...]
    at: int = 0
    marks: frozenset[tuple[str, str]] = frozenset()
    full: bool = False
    end: CheckEnd | None = None
    sign: str = ""

    @property
    def page(self) -> Page:
        """The page to answer now."""
        return self.pages[self.at]

    @property
    def keys(self) -> str:
        """What the keys of this page do, in one line."""
        return key_hint(self.page, self.page_marks)

    @property
    def page_marks(self) -> frozenset[str]:
        """The ids of what is marked on this page."""
        page = self.page
        if page.kind.is_sign:  # a sign may have the name of a condition, but never a mark
            return frozenset()
        return frozenset(name for name in page.names if (page.about, name) in self.marks)

    def answers(self, today: date) -> tuple[ConditionAnswer, ...]:
        """Return the marked conditions with where they are, in the catalogue's order."""
        names = self._mark_names(PageKind.CONDITION)
        return tuple(ConditionAnswer(name, today, self._where(name)) for name in names)

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
        return "Enter begin, q leave"
    last = len(page.items)
    numbers = f"1-{last}" if last > 1 else "1"
    none = "n no more, " if page_marks else "n none, "
    none = "" if page.kind == PageKind.SIDE else none
    words = f"? {'short' if page.full else 'full'}, " if page.kind == PageKind.CONDITION else ""
    return f"{numbers} {page.kind.yes}, {none}{words}b back, q leave"


def begin(catalogue: Catalogue, fits: Fits, opening: str) -> Check:
    """Return the check at its opening; `fits` tells what fits a page. Raises CatalogueError."""
    return _lay_out(Check(catalogue, fits, (Page(PageKind.OPENING, opening),)))


def press(check: Check, key: str) -> tuple[Check, str]:
    """Return the check after a key, and a sentence about it, empty where a page is to be shown.

    The keys are 1 to 9, n, b, q, ? and enter; any other one changes nothing.
    """
    page = check.page
    if key == "q":
        return check._replace(end=CheckEnd.LEFT), ""
    if key == "b":
        back = check._replace(at=max(0, check.at - 1))
        return back, "" if check.at else f"This is the beginning. Keys: {check.keys}."
    if key == "?" and page.kind == PageKind.CONDITION:
        return _switch_words(check), ""
    if key in DIGITS[: len(page.items)]:
        return _choose_item(check, key)
    may_skip = key == "n" and page.kind != PageKind.SIDE
    if may_skip or (key == "enter" and (check.page_marks or not page.items)):
        return _go_on(check), ""
    return check, f"Keys: {check.keys}."


def _choose_item(check: Check, key: str) -> tuple[Check, str]:
    """The check after a number: stopped by a sign, past the side, or with an item marked or not."""
    page = check.page
    name, words = page.items[DIGITS.index(key)]
    if page.kind.is_sign:
        return check._replace(end=CheckEnd.STOPPED, sign=name), ""
    mark = (page.about, name)
    if page.kind == PageKind.SIDE:
        sides = {(page.about, each) for each in page.names}
        return _go_on(check._replace(marks=check.marks - sides | {mark})), ""
    if mark not in check.marks:
        check = _lay_out(check._replace(marks=check.marks | {mark}))
        return check, f"Marked: {words}. {key} again takes it off; n goes on."
    places = {each for each in check.marks if not page.about and each[0] == name}
    return _lay_out(check._replace(marks=check.marks - places - {mark})), f"Not marked: {words}."


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
    signs = check_pages.sign_pages(catalogue, fits)
    conditions = tuple(check_pages.condition_pages(catalogue, fits, full=check.full))
    names = (name for page in conditions for name in page.names if ("", name) in check.marks)
    where = (page for name in names for page in check_pages.where_pages(catalogue, fits, name))
    return check._replace(pages=(check.pages[0], *signs, *conditions, *where))
