"""The check: what a person has answered so far, and the page to answer now."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from presspoint.catalogue.conditions import lasting_conditions
from presspoint.catalogue.safety_warnings import advice, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import SIDES, BodyPlace, ConditionAnswer
from presspoint.safety.check import pages
from presspoint.safety.check.answers import CheckAnswers
from presspoint.safety.check.marked_sign import MarkedSign
from presspoint.safety.check.marks import Marks
from presspoint.safety.check.pages import Fits, Page, PageKind

DIGITS = tuple("123456789")


class CheckEnd(StrEnum):
    """How a check ends: the person leaves, a sign stops it, or every page is answered."""

    LEFT = "left"
    STOPPED = "stopped"
    DONE = "done"


class Check(NamedTuple):
    """Where a person is in the check; `at` counts the pages from 0.

    `marks` has the conditions, their groups and places that are marked. `seen` has the signs that a
    doctor or physiotherapist has looked at, `advised` what was answered with advice. Pages with
    `full` words have them exact instead of short. `marked_sign` waits for y or n; it is also the
    sign that stopped the check, or that was left without an answer.
    """

    catalogue: Catalogue
    fits: Fits
    pages: tuple[Page, ...]
    at: int = 0
    marks: Marks = frozenset()
    seen: frozenset[str] = frozenset()
    advised: frozenset[str] = frozenset()
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
            item[0] in self.seen | self.advised
            if page.kind is PageKind.SIGN  # one may have the name of a condition, but not its mark
            else (page.about, item[0]) in self.marks
            for item in page.items
        )
        return frozenset(key for key, is_marked in zip(DIGITS, marked, strict=False) if is_marked)

    @property
    def gates(self) -> tuple[str, ...]:
        """The conditions that the signs become which a doctor or physiotherapist has looked at."""
        gates = (flag.gate for name, flag in red_flags(self.catalogue) if name in self.seen)
        return tuple(dict.fromkeys(gates))

    @property
    def advice(self) -> tuple[str, ...]:
        """The ids of the advice that was given."""
        return tuple(name for name, _ in advice(self.catalogue) if name in self.advised)

    @property
    def conditions(self) -> tuple[str, ...]:
        """The ids of the conditions that apply, those of signs last."""
        marked = (each for each in lasting_conditions(self.catalogue) if ("", each) in self.marks)
        return tuple(dict.fromkeys((*marked, *self.gates)))

    def answers(self, today: date) -> CheckAnswers:
        """Return what was answered: the conditions with where they are, those of signs last."""
        conditions = tuple(
            ConditionAnswer(name, today, self._where(name)) for name in self.conditions
        )
        return CheckAnswers(conditions, self.gates, self.advice)

    def _where(self, about: str) -> tuple[BodyPlace, ...]:
        if side := next((each for each in SIDES if (about, each) in self.marks), None):
            return (BodyPlace(side),)
        pages = (each for each in self.pages if each.kind is PageKind.PLACE and each.about == about)
        places = (name for page in pages for name in page.names)
        return tuple(BodyPlace(place=name) for name in places if (about, name) in self.marks)


def key_hint(page: Page, page_marks: frozenset[str]) -> str:
    """Return what the keys do on a page on which these items are marked, in one line."""
    last = len(page.items)
    numbers = f"1-{last}" if last > 1 else "1"
    none = "" if page.kind is PageKind.SIDE else f"{how_to_go_on(page_marks)} "
    other = "short" if page.full else "in full"
    words = f"?: {other}. " if page.kind.has_full_words else "?: show me. "
    return f"{numbers}: {page.kind.yes}. {none}{words}b: back. q: quit."


def how_to_go_on(page_marks: frozenset[str]) -> str:
    """Return what the key does that goes past a page on which these items are marked."""
    return "n: no more." if page_marks else "n: none."


def begin(catalogue: Catalogue, fits: Fits) -> Check:
    """Return the check at its first page; `fits` tells what fits one. Raises CatalogueError."""
    return lay_out(Check(catalogue, fits, ()))


def lay_out(check: Check) -> Check:
    """Return the check with its pages, for what is marked and for how long the words are."""
    catalogue, fits = check.catalogue, check.fits
    signs = pages.sign_pages(catalogue, fits, full=check.full)
    conditions = tuple(pages.condition_pages(catalogue, fits, full=check.full))
    listed = (name for page in conditions for name in page.names if ("", name) in check.marks)
    groups = [name for name in listed if catalogue.has("condition_groups", name)]
    which = (page for name in groups for page in pages.which_pages(catalogue, fits, name))
    where = (page for name in check.conditions for page in pages.where_pages(catalogue, fits, name))
    return check._replace(pages=(*signs, *conditions, *which, *where))
