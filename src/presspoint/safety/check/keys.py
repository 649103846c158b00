"""What a key does to a check: mark, take back, confirm a sign, turn the page."""

from __future__ import annotations

from presspoint.catalogue.safety_warnings import advice, onset, red_flags
from presspoint.safety.check.marked_sign import MarkedSign, SignOutcome
from presspoint.safety.check.marks import add_mark, exact_words, members_of, take_mark
from presspoint.safety.check.pages import Page, PageKind
from presspoint.safety.check.state import DIGITS, Check, CheckEnd, lay_out

Item = tuple[str, str]  # an id and its words on a page


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
        return lay_out(check), _say_unmarked(words)
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
        return lay_out(check._replace(marked_sign=None, seen=seen)), ""
    return check._replace(marked_sign=after), after.question


def _choose_item(check: Check, key: str, item: Item) -> tuple[Check, str]:
    """The check after the number of a condition, its side or place: past it, marked or not."""
    catalogue, page, (name, words) = check.catalogue, check.page, item
    mark = (page.about, name)
    if page.kind == PageKind.SIDE:
        sides = {(page.about, each) for each in page.names}
        return _go_on(check._replace(marks=check.marks - sides | {mark})), ""
    if mark not in check.marks:
        check = lay_out(check._replace(marks=add_mark(catalogue, check.marks, mark)))
        if sign := _sign_of_both(check):
            return check._replace(marked_sign=sign), sign.question
        return check, _say_marked(exact_words(catalogue, mark, words), key)
    return lay_out(check._replace(marks=take_mark(catalogue, check.marks, mark))), _say_unmarked(
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
    unanswered = {
        name for page in check.pages[check.at :] for name in _questions_of(check, page, kind)
    }
    check = lay_out(check._replace(full=not check.full))
    each_page = (_questions_of(check, page, kind) for page in check.pages)
    return check._replace(at=next(at for at, names in enumerate(each_page) if unanswered & names))


def _questions_of(check: Check, page: Page, kind: PageKind) -> set[str]:
    """The signs or the conditions that a page asks about; none on one of another kind."""
    names = page.names if page.kind is kind else ()
    return {each for name in names for each in members_of(check.catalogue, name)}
