"""The check: what a person has answered so far, and what the next key does to it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from presspoint.catalogue.conditions import lasting_conditions
from presspoint.catalogue.safety_warnings import advice, onset, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import SIDES, BodyPlace, ConditionAnswer
from presspoint.safety.check import pages
from presspoint.safety.check.answers import CheckAnswers
from presspoint.safety.check.marked_sign import MarkedSign, SignOutcome
from presspoint.safety.check.marks import Marks, add_mark, asked_by, exact_words, take_mark
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
    return _lay_out(Check(catalogue, fits, ()))


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
    if key == "?" and page.kind.has_full_words:
        return _switch_words(check), ""
    if key == "?":
        return check, f"Keys: {check.keys}"  # below the drawing of these parts or sides
    if key in DIGITS[: len(page.items)]:
        choose = _choose_sign if page.kind is PageKind.SIGN else _choose_item
        return choose(check, key, page.items[DIGITS.index(key)])
    may_skip = key == "n" and page.kind != PageKind.SIDE
    if may_skip or (key == "enter" and check.page_marks):
        return _go_on(check), ""
    return check, f"Keys: {check.keys}"


def _choose_sign(check: Check, key: str, item: Item) -> tuple[Check, str]:
    """The check after the number of a sign, which one more key confirms, or of advice."""
    name, words = item
    if name in check.seen | check.advised:
        check = check._replace(seen=check.seen - {name}, advised=check.advised - {name})
        return _lay_out(check), _say_unmarked(words)
    texts = {each: entry.text for each, entry in advice(check.catalogue)}
    if name in texts:
        check = check._replace(advised=check.advised | {name})
        if sign := _sign_of_both(check):
            return check._replace(marked_sign=sign), sign.question
        return check, f"{texts[name]} {_say_marked(words, key)}"
    sign = _sign_to_confirm(check, name)
    return check._replace(marked_sign=sign), sign.question


def _sign_to_confirm(check: Check, name: str) -> MarkedSign:
    flag = dict(red_flags(check.catalogue))[name]
    asked = "Is any of that so?" if len(flag.items) > 1 else "Is that so?"
    words = f"{onset(flag.level)}: {flag.full}. {asked}"
    return MarkedSign(name, words, asks_whether_seen=bool(flag.gate))


def _answer_about_sign(check: Check, sign: MarkedSign, key: str) -> tuple[Check, str]:
    after = sign.after(key)
    if after is SignOutcome.STOPS:
        return check._replace(end=CheckEnd.STOPPED), ""
    if after is SignOutcome.LEFT:
        return check._replace(end=CheckEnd.LEFT), ""
    if after is SignOutcome.TAKEN_BACK:
        return check._replace(marked_sign=None), ""
    if after is SignOutcome.SEEN:
        seen = check.seen | {sign.name}
        return _lay_out(check._replace(marked_sign=None, seen=seen)), ""
    return check._replace(marked_sign=after), after.question


def _choose_item(check: Check, key: str, item: Item) -> tuple[Check, str]:
    """The check after the number of a condition, its side or place: past it, marked or not."""
    catalogue, page, (name, words) = check.catalogue, check.page, item
    mark = (page.about, name)
    if page.kind == PageKind.SIDE:
        sides = {(page.about, each) for each in page.names}
        return _go_on(check._replace(marks=check.marks - sides | {mark})), ""
    if mark not in check.marks:
        check = _lay_out(check._replace(marks=add_mark(catalogue, check.marks, mark)))
        if sign := _sign_of_both(check):
            return check._replace(marked_sign=sign), sign.question
        return check, _say_marked(exact_words(catalogue, mark, words), key)
    return _lay_out(check._replace(marks=take_mark(catalogue, check.marks, mark))), _say_unmarked(
        words
    )


def _sign_of_both(check: Check) -> MarkedSign | None:
    """The sign that advice and a condition together are, unless it was looked at; None if none."""
    marked = {name for about, name in check.marks if not about}
    for name, entry in advice(check.catalogue):
        for condition_name, sign in entry.becomes.items():
            if name in check.advised and condition_name in marked and sign not in check.seen:
                return _sign_to_confirm(check, sign)
    return None


def _say_marked(words: str, key: str) -> str:
    """What is said of an item once it is marked, in its exact words."""
    return f"Marked: {words} To take that back, press {key} again. To go on: n."


def _say_unmarked(words: str) -> str:
    return f"Not marked: {words.rstrip('.?')}."


def _go_on(check: Check) -> Check:
    if check.at + 1 == len(check.pages):
        return check._replace(end=CheckEnd.DONE)
    return check._replace(at=check.at + 1)


def _switch_words(check: Check) -> Check:
    """The check in other words, on other pages, at the first one that asks what is still to ask."""
    kind = check.page.kind
    left = {name for page in check.pages[check.at :] for name in _asked(check, page, kind)}
    check = _lay_out(check._replace(full=not check.full))
    asked = (_asked(check, page, kind) for page in check.pages)
    return check._replace(at=next(at for at, names in enumerate(asked) if left & names))


def _asked(check: Check, page: Page, kind: PageKind) -> set[str]:
    """The signs or the conditions that a page asks about; none on one of another kind."""
    names = page.names if page.kind is kind else ()
    return {each for name in names for each in asked_by(check.catalogue, name)}


def _lay_out(check: Check) -> Check:
    """The check with its pages laid out for what is marked and for how long the words are."""
    catalogue, fits = check.catalogue, check.fits
    signs = pages.sign_pages(catalogue, fits, full=check.full)
    conditions = tuple(pages.condition_pages(catalogue, fits, full=check.full))
    listed = (name for page in conditions for name in page.names if ("", name) in check.marks)
    groups = [name for name in listed if catalogue.has("condition_groups", name)]
    which = (page for name in groups for page in pages.which_pages(catalogue, fits, name))
    where = (page for name in check.conditions for page in pages.where_pages(catalogue, fits, name))
    return check._replace(pages=(*signs, *conditions, *which, *where))
