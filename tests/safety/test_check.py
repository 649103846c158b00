"""The check asks everything once, stops at the first sign, and keeps no more than it needs."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.catalogue.conditions import Condition
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.check import DIGITS, Check, begin, press
from presspoint.safety.check_pages import PARTS, Fits
from presspoint.safety.check_report import OPENING
from presspoint.safety.profile import BodyPlace, ConditionAnswer
from presspoint.terminal import check_questions

TODAY = date(2026, 12, 12)
KEYS = ["n", "b", "q", "?", "enter", "toggle", "", "12", *DIGITS]
EVERY_SIZE = [(80, 24), (40, 12), (20, 30), (200, 60)]


def lasting(catalogue: Catalogue) -> list[str]:
    """Return the conditions that the check asks about: all but those of today."""
    entries = catalogue.table("conditions").items()
    return [name for name, entry in entries if not entry.get("of_today")]


def at_most(most: int) -> Fits:
    return lambda page: len(page.items) <= most


def started(catalogue: Catalogue, most: int = 9) -> Check:
    return press(begin(catalogue, at_most(most), "What it is."), "enter")[0]


def pressed(check: Check, *keys: str) -> Check:
    for key in keys:
        check, _ = press(check, key)
    return check


def mark(check: Check, *names: str) -> Check:
    """Go through the condition pages, marking these."""
    while check.page.kind != "condition":
        check = pressed(check, "n")
    while not check.end and check.page.kind == "condition":
        here = [name for name in check.page.names if name in names]
        check = pressed(check, *(str(check.page.names.index(name) + 1) for name in here), "n")
    return check


def region_keys(check: Check, *regions: str) -> Check:
    """Go through the place pages of one condition, marking these."""
    about = check.page.about
    while not check.end and check.page.about == about:
        here = [name for name in check.page.names if name in regions]
        check = pressed(check, *(str(check.page.names.index(name) + 1) for name in here), "n")
    return check


def places_by_condition(check: Check) -> dict[str, tuple[str, ...]]:
    return {each.name: tuple(where.words for where in each.where) for each in check.answers(TODAY)}


def test_every_sign_is_asked_in_the_words_that_the_pages_shorten(catalogue: Catalogue) -> None:
    for _, flag in red_flags(catalogue):
        assert flag.question == f"Do you have {flag.item}?"
    for name in lasting(catalogue):
        condition = catalogue.make(Condition, "conditions", name)
        assert condition.brief
        assert condition.question.endswith("?")


def test_a_place_is_asked_for_in_every_region_once(catalogue: Catalogue) -> None:
    names = list(chain.from_iterable(PARTS.values()))
    assert sorted(names) == sorted(catalogue.table("regions"))


@pytest.mark.parametrize("most", range(1, 10))
@pytest.mark.parametrize("keys", ["", "?"])
def test_everything_is_on_one_page_and_the_gravest_first(
    catalogue: Catalogue, most: int, keys: str
) -> None:
    check = started(catalogue, most)
    while check.page.kind != "condition":
        check = pressed(check, "n")
    check = pressed(check, *keys)
    pages = check.pages[1:]
    kinds = [page.kind for page in pages]
    assert kinds == sorted(kinds, key=["emergency", "same-day", "condition"].index)
    assert all(0 < len(page.items) <= most for page in pages)
    names = list(chain.from_iterable(page.names for page in pages))
    assert names == [name for name, _ in red_flags(catalogue)] + lasting(catalogue)


def test_who_has_nothing_presses_one_key_a_page(catalogue: Catalogue) -> None:
    check = started(catalogue)
    assert len(check.pages) == 6
    for _ in check.pages[1:]:
        assert not check.end
        check = pressed(check, "n")
    assert check.end == "done"
    assert check.answers(TODAY) == ()


@pytest.mark.parametrize("most", [1, 4, 9])
def test_the_first_sign_stops_at_once(catalogue: Catalogue, most: int) -> None:
    for name, _ in red_flags(catalogue):
        check = started(catalogue, most)
        while name not in check.page.names:
            check = pressed(check, "n")
        check = pressed(check, str(check.page.names.index(name) + 1))
        assert (check.end, check.sign) == ("stopped", name)


def test_what_applies_is_answered_with_its_side_and_its_places(catalogue: Catalogue) -> None:
    check = mark(started(catalogue), "varicose-veins", "inflamed-skin", "hypertension")
    assert check.page.heading == "Varicose veins. Which side?"
    check = pressed(check, "1")
    assert check.page.about == "inflamed-skin"
    check = region_keys(check, "knee", "lower-leg")
    assert check.end == "done"
    assert check.answers(TODAY) == (
        ConditionAnswer("hypertension", TODAY),
        ConditionAnswer("varicose-veins", TODAY, (BodyPlace("left"),)),
        ConditionAnswer(
            "inflamed-skin", TODAY, (BodyPlace(place="knee"), BodyPlace(place="lower-leg"))
        ),
    )


@pytest.mark.parametrize(("key", "where"), [("1", ("left",)), ("2", ("right",)), ("3", ())])
def test_a_side_alone_is_answered_and_both_is_everywhere(
    catalogue: Catalogue, key: str, where: tuple[str, ...]
) -> None:
    check = region_keys(pressed(mark(started(catalogue), "varicose-veins"), "n", key))
    assert places_by_condition(check) == {"varicose-veins": where}


def test_nothing_is_marked_before_a_key_and_enter_alone_is_no_answer(catalogue: Catalogue) -> None:
    check = started(catalogue)
    for _ in check.pages[1:]:
        assert not check.page_marks
        assert press(check, "enter") == (check, f"Keys: {check.keys}.")
        check = pressed(check, "n")


def test_enter_goes_on_once_something_is_marked(catalogue: Catalogue) -> None:
    check = pressed(started(catalogue), "n", "n")
    check, said = press(check, "2")
    assert said == "Marked: high blood pressure. 2 again takes it off; n goes on."
    assert pressed(check, "enter").at == check.at + 1
    check, said = press(check, "2")
    assert said == "Not marked: high blood pressure."
    assert pressed(check, "enter") == check


def test_back_shows_what_was_marked_and_taking_it_off_forgets_its_places(
    catalogue: Catalogue,
) -> None:
    check = mark(started(catalogue), "bruised-skin")
    check = pressed(check, "1", "b")
    assert check.page.kind == "condition"
    check = pressed(check, "b")
    assert check.page_marks == {"bruised-skin"}
    digit = str(check.page.names.index("bruised-skin") + 1)
    assert places_by_condition(pressed(check, digit, "n", "n")) == {}
    again = pressed(check, digit, digit, "n", "n")
    assert (again.page.about, again.page_marks) == ("bruised-skin", frozenset())


def test_back_from_the_first_page_shows_the_opening_and_no_further(catalogue: Catalogue) -> None:
    check = pressed(started(catalogue), "b")
    assert check.page.kind == "opening"
    assert pressed(check, "b") == check
    assert pressed(check, "n").page.kind == "emergency"


def test_longer_words_keep_the_place_and_the_marks(catalogue: Catalogue) -> None:
    check = pressed(started(catalogue, 4), *("n",) * 7, "3")
    first = check.page.names[0]
    longer = pressed(check, "?")
    assert longer.page.items[0][1].endswith("?")
    assert first in longer.page.names
    assert longer.answers(TODAY) == check.answers(TODAY)
    assert pressed(longer, "?") == check


def test_a_sign_and_a_condition_of_the_same_name_are_two_things(catalogue: Catalogue) -> None:
    check = started(catalogue, 1)
    while (check.page.kind, check.page.names) != ("condition", ("fever",)):
        check = pressed(check, "n")
    assert pressed(check, "?").page.kind == "condition"
    check = pressed(check, "1")
    while (check.page.kind, check.page.names) != ("same-day", ("fever",)):
        check = pressed(check, "b")
    assert not check.page_marks
    assert pressed(check, "enter") == check


@settings(max_examples=80)
@given(keys=st.lists(st.sampled_from(KEYS), max_size=80), most=st.integers(1, 9), ill=st.booleans())
def test_no_keys_leave_the_check_without_a_page_or_past_something_unasked(
    catalogue: Catalogue, keys: list[str], most: int, *, ill: bool
) -> None:
    check = started(catalogue, most)
    answered: set[tuple[str, str, str]] = set()
    while not check.end:
        page = check.page
        key = keys.pop(0) if keys else "1" if page.kind == "side" else "n"
        if page.kind.is_sign and key.isdigit() and not ill:
            continue
        before, check = check, press(check, key)[0]
        assert 0 <= check.at < len(check.pages)
        if key != "?" and (check.end == "done" or check.at > before.at):
            answered |= {(page.kind, page.about, name) for name in page.names}
    if check.end == "done":
        every = {(str(flag.level), "", name) for name, flag in red_flags(catalogue)}
        every |= {("condition", "", name) for name in lasting(catalogue)}
        on_pages = {
            (str(page.kind), page.about, name) for page in check.pages for name in page.names
        }
        assert answered >= every | on_pages


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize("keys", ["", "?"])
def test_every_page_shows_its_heading_and_its_keys_at_once(
    catalogue: Catalogue, size: tuple[int, int], keys: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns, rows = size
    monkeypatch.setattr(check_questions, "width", lambda: columns)
    monkeypatch.setattr(check_questions, "height", lambda: rows)
    check = begin(catalogue, check_questions.page_fits(), f"{OPENING} {'/somewhere' * 4}")
    while check.page.kind != "condition":
        check = pressed(check, "n")
    check = mark(pressed(check, *keys), "varicose-veins", "inflamed-skin")
    for at, page in enumerate(check.pages):
        number = f"{at} of {len(check.pages)}" if at else ""
        shown = check_questions.page_lines(
            page, number, frozenset(), columns, rows - check_questions.BELOW
        )
        assert len(shown) < rows
        assert all(len(line) <= columns for line in shown)


def test_the_healthy_path_is_read_in_two_minutes(catalogue: Catalogue) -> None:
    check = begin(catalogue, at_most(9), OPENING)
    words = sum(
        len(f"{page.heading} {' '.join(words for _, words in page.items)}".split())
        for page in check.pages
    )
    words_a_second, seconds_a_key = 4, 0.5
    assert words / words_a_second + seconds_a_key * len(check.pages) <= 120
