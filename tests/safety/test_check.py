"""The check asks everything once, stops at the first sign, and keeps no more than it needs."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.catalogue.conditions import condition_groups, conditions
from presspoint.catalogue.safety_warnings import advice, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.answers import BodyPlace, ConditionAnswer
from presspoint.safety.check.answers import CheckAnswers
from presspoint.safety.check.keys import press
from presspoint.safety.check.marks import members_of
from presspoint.safety.check.pages import Fits
from presspoint.safety.check.state import DIGITS, Check, begin
from presspoint.terminal.questions import check_questions

TODAY = date(2026, 12, 12)
WORDS_A_SECOND, SECONDS_A_KEY = 6, 0.5  # a list is skimmed: who is well reads no line to its end
KEYS = ["n", "y", "b", "q", "?", "enter", "toggle", "", "12", *DIGITS]
GROUPED = (
    "pregnancy", "after-birth", "blood-pressure", "bones-and-joints", "operations",
    "serious-illness", "spine", "cancer-and-defences", "under-18", "blood", "aneurysm", "vessels",
    "nerves", "skin", "pain", "substance-use", "inflammatory-disease", "no-floor",
)  # fmt: skip
EVERY_SIZE = [(80, 24), (40, 12), (20, 30), (200, 60)]


def reading_seconds(check: Check, more_keys: int = 0) -> float:
    """Return how long the pages of a check take to skim, each line once, and to answer."""
    lines = {
        line for page in check.pages for line in (page.heading, *(words for _, words in page.items))
    }
    words = sum(len(line.split()) for line in lines)
    return words / WORDS_A_SECOND + SECONDS_A_KEY * (len(check.pages) + more_keys)


def at_most(most: int) -> Fits:
    return lambda page: len(page.items) <= most


def started(catalogue: Catalogue, most: int = 9) -> Check:
    return begin(catalogue, at_most(most))


def pressed(check: Check, *keys: str) -> Check:
    for key in keys:
        check, _ = press(check, key)
    return check


def mark(check: Check, *names: str) -> Check:
    """Go through the condition pages, marking these and, before them, the groups they are in."""
    groups = condition_groups(check.catalogue)
    wanted = {*names, *(name for name, each in groups.items() if set(names) & {*each.members})}
    while check.page.kind != "condition":
        check = pressed(check, "n")
    while not check.end and check.page.kind == "condition":
        marked = [check.page.names[int(key) - 1] for key in check.page_marks]
        here = [name for name in check.page.names if name in wanted and name not in marked]
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
    answers = check.answers(TODAY).conditions
    return {each.name: tuple(where.words for where in each.where) for each in answers}


def to_sign(check: Check, name: str) -> tuple[Check, str]:
    """Go to the page of a sign; return the check there and the key of its first line."""
    while name not in check.page.names:
        check = pressed(check, "n")
    return check, DIGITS[[each for each, _ in check.page.items].index(name)]


def to_conditions(check: Check, *, full: bool = False) -> Check:
    """Go to the first page of conditions, in groups or in full."""
    while check.page.kind != "condition":
        check = pressed(check, "n")
    return pressed(check, "?") if full else check


def lasting(catalogue: Catalogue) -> list[str]:
    """Return the ids of the conditions that the check asks about."""
    return [name for name, each in conditions(catalogue) if not each.of_today]


def test_every_sign_is_asked_in_the_words_that_the_pages_shorten(catalogue: Catalogue) -> None:
    for _, flag in red_flags(catalogue):
        assert flag.question.startswith("Now, or new" if flag.level == "emergency" else "New, or w")
        assert all(words in flag.question for words in flag.items)
    for _, condition in conditions(catalogue):
        assert condition.brief
        assert condition.question.endswith("?")


def test_what_is_of_today_or_comes_from_a_sign_is_not_asked(catalogue: Catalogue) -> None:
    check = to_conditions(started(catalogue), full=True)
    asked = set(chain.from_iterable(page.names for page in check.pages))
    for name, entry in catalogue.table("conditions").items():
        unasked = entry.get("of_today") or entry.get("from_sign")
        assert (name in asked - {"fever"}) is not bool(unasked)


def test_the_places_of_a_condition_are_one_page_and_take_in_the_whole_body(
    catalogue: Catalogue,
) -> None:
    check = mark(started(catalogue), "inflamed-skin")
    assert check.at == len(check.pages) - 1
    regions = [catalogue.regions_of_part(name) for name in check.page.names]
    assert set(chain.from_iterable(regions)) == set(catalogue.table("regions"))
    assert len(check.page.items) == 9


@pytest.mark.parametrize("most", range(1, 10))
@pytest.mark.parametrize("keys", ["", "?"])
def test_everything_is_on_one_page_and_the_gravest_first(
    catalogue: Catalogue, most: int, keys: str
) -> None:
    check = started(catalogue, most)
    while check.page.kind != "condition":
        check = pressed(check, "n")
    check = pressed(check, *keys)
    pages = check.pages
    kinds = [page.kind for page in pages]
    assert kinds == sorted(kinds, key=["sign", "condition"].index)
    assert all(0 < len(page.items) <= most for page in pages)
    items = list(chain.from_iterable(page.items for page in pages))
    assert len(items) == len(set(items))
    names = list(
        dict.fromkeys(
            (kind, name)
            for page in pages
            for kind in [page.kind == "condition"]
            for name in page.names
        )
    )
    signs = [name for name, _ in (*red_flags(catalogue), *advice(catalogue))]
    lines = lasting(catalogue) if keys else GROUPED
    assert names == [(False, name) for name in signs] + [(True, name) for name in lines]


def test_who_has_nothing_presses_one_key_a_page(catalogue: Catalogue) -> None:
    check = started(catalogue)
    assert len(check.pages) <= 5
    for _ in check.pages:
        assert not check.end
        check = pressed(check, "n")
    assert check.end == "done"
    assert check.answers(TODAY) == CheckAnswers((), (), ())


@pytest.mark.parametrize("most", [1, 4, 9])
def test_a_sign_stops_once_one_more_key_confirms_it(catalogue: Catalogue, most: int) -> None:
    for name, flag in red_flags(catalogue):
        check, key = to_sign(started(catalogue, most), name)
        check, words = press(check, key)
        exactly = flag.question.rstrip("?")
        asked = "Is any of that so?" if len(flag.items) > 1 else "Is that so?"
        assert words == f"{exactly}. {asked} y: yes. n: no. q: quit."
        assert not check.end
        assert pressed(check, "x", "enter", "b", "1", "?") == check
        taken_back = pressed(check, "n")
        assert (taken_back.marked_sign, taken_back.end, taken_back.page) == (None, None, check.page)
        check = pressed(check, "y")
        assert check.end == (None if flag.gate else "stopped")
        check = check if check.end else pressed(check, "n")
        assert check.end == "stopped"
        assert check.marked_sign
        assert check.marked_sign.name == name


def test_a_sign_that_a_doctor_has_looked_at_becomes_its_gate_and_others_always_stop(
    catalogue: Catalogue,
) -> None:
    for name, flag in red_flags(catalogue):
        check, key = to_sign(started(catalogue), name)
        check = pressed(check, key, "y")
        if not flag.gate:
            assert flag.level == "emergency" or name in {"clot-now", "fever"}
            continue
        assert flag.level != "emergency"
        check, _ = press(check, "y")
        assert check.page_marks == {key}
        assert pressed(check, key).page_marks == frozenset()
        while not check.end:
            check = pressed(check, "n")
        answers = check.answers(TODAY)
        assert answers.gates == (flag.gate,)
        assert answers.conditions == (ConditionAnswer(flag.gate, TODAY),)


def test_a_place_is_asked_for_of_what_a_lump_becomes(catalogue: Catalogue) -> None:
    check, key = to_sign(started(catalogue), "lump-or-shape")
    check = mark(pressed(check, key, "y", "y"))
    assert check.page.heading == "A place that a doctor has looked at. Where?"
    check = region_keys(check, "lower-back")
    assert check.answers(TODAY).conditions[0].where == (BodyPlace(place="lower-back"),)


def test_who_leaves_a_sign_unconfirmed_has_left_and_a_confirmed_one_stops(
    catalogue: Catalogue,
) -> None:
    check, key = to_sign(started(catalogue), "swollen-leg")
    check = pressed(check, key, "q")
    assert (check.end, check.marked_sign and check.marked_sign.name) == ("left", "swollen-leg")
    check, key = to_sign(started(catalogue), "swollen-leg")
    assert pressed(check, key, "y", "q").end == "stopped"


def test_pain_at_night_or_on_coughing_is_answered_with_advice_and_stops_nobody(
    catalogue: Catalogue,
) -> None:
    check, key = to_sign(started(catalogue), "night-or-cough")
    entry = dict(advice(catalogue))["night-or-cough"]
    check, words = press(check, key)
    assert words.startswith(entry.text)
    assert entry.short in words
    check = mark(check)
    assert (check.end, check.answers(TODAY)) == (
        "done",
        CheckAnswers((), (), ("night-or-cough",)),
    )


def test_what_applies_is_answered_with_its_side_and_its_places(catalogue: Catalogue) -> None:
    check = mark(started(catalogue), "varicose-veins", "inflamed-skin", "hypertension")
    assert check.page.heading == "Varicose veins. Which side?"
    check = pressed(check, "1")
    assert check.page.about == "inflamed-skin"
    check = region_keys(check, "leg-or-knee", "foot")
    assert check.end == "done"
    assert check.answers(TODAY).conditions == (
        ConditionAnswer("hypertension", TODAY),
        ConditionAnswer("varicose-veins", TODAY, (BodyPlace("left"),)),
        ConditionAnswer(
            "inflamed-skin", TODAY, (BodyPlace(place="leg-or-knee"), BodyPlace(place="foot"))
        ),
    )


@pytest.mark.parametrize(("key", "where"), [("1", ("left",)), ("2", ("right",)), ("3", ())])
def test_a_side_alone_is_answered_and_both_is_everywhere(
    catalogue: Catalogue, key: str, where: tuple[str, ...]
) -> None:
    check = pressed(mark(started(catalogue), "varicose-veins"), "n", key)
    assert places_by_condition(check) == {"varicose-veins": where}


def test_nothing_is_marked_before_a_key_and_enter_alone_is_no_answer(catalogue: Catalogue) -> None:
    check = started(catalogue)
    for _ in check.pages:
        assert not check.page_marks
        assert press(check, "enter") == (check, f"Keys: {check.keys}")
        check = pressed(check, "n")


def test_enter_goes_on_once_something_is_marked(catalogue: Catalogue) -> None:
    check = started(catalogue)
    check = to_conditions(check)
    check, said = press(check, "1")
    assert said == (
        "Marked: Are you pregnant, might you be, or are you trying for a baby? To take that back, "
        "press 1 again. To go on: n."
    )
    assert pressed(check, "enter").at == check.at + 1
    check, said = press(check, "1")
    assert said == "Not marked: pregnant, perhaps, or trying."
    assert pressed(check, "enter") == check


def test_back_shows_what_was_marked_and_taking_it_off_forgets_its_places(
    catalogue: Catalogue,
) -> None:
    check = mark(started(catalogue), "bruised-skin")
    check = pressed(check, "1", "b")
    assert check.page.kind == "condition"
    while "bruised-skin" not in check.page.names:
        check = pressed(check, "b")
    digit = str(check.page.names.index("bruised-skin") + 1)
    assert check.page_marks == {digit}
    assert places_by_condition(mark(pressed(check, digit))) == {}
    again = mark(pressed(check, digit, digit))
    assert (again.page.about, again.page_marks) == ("bruised-skin", frozenset())


def test_back_from_the_first_page_is_told_and_changes_nothing(catalogue: Catalogue) -> None:
    check = started(catalogue)
    assert press(check, "b") == (check, f"This is the beginning. Keys: {check.keys}")
    assert press(pressed(check, "n"), "b")[0].page == check.page


def test_longer_words_keep_the_place_and_the_marks(catalogue: Catalogue) -> None:
    check = pressed(started(catalogue, 4), "n", "n")
    exact = pressed(check, "?")
    assert check.page.names[0] in exact.page.names
    assert ("sudden-severe-pain", dict(red_flags(catalogue))["sudden-severe-pain"].full) in [
        item for page in exact.pages for item in page.items
    ]
    assert pressed(exact, "?") == check
    while check.page.kind != "condition":
        check = pressed(check, "n")
    check = pressed(check, "1")
    longer = pressed(check, "?")
    assert longer.page.items[0][1].endswith("?")
    assert check.page.names[0] in longer.page.names
    assert longer.answers(TODAY) == check.answers(TODAY)
    assert pressed(longer, "?") == check


def test_a_sign_and_a_condition_of_the_same_name_are_two_things(catalogue: Catalogue) -> None:
    check = started(catalogue, 1)._replace(marks=frozenset({("", "fever")}))
    check, _ = to_sign(check, "fever")
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
        if page.kind == "sign" and key.isdigit() and not ill:
            continue
        sign = check.marked_sign
        before, check = check, press(check, key)[0]
        assert 0 <= check.at < len(check.pages)
        if sign:
            confirmed = key == "y" or sign.is_confirmed
            if sign.is_confirmed or not sign.asks_whether_seen:
                assert (check.end == "stopped") is (confirmed and key in "ynq"[sign.is_confirmed :])
            assert check.at == before.at
            assert check.end != "done"
        if key != "?" and (check.end == "done" or check.at > before.at):
            answered |= {
                (page.kind, page.about, each)
                for name in page.names
                for each in members_of(catalogue, name)
                if each == name or ("", name) not in before.marks
            }
    if check.end == "done":
        every = {("sign", "", name) for name, _ in (*red_flags(catalogue), *advice(catalogue))}
        every |= {("condition", "", name) for name in lasting(catalogue)}
        on_pages = {
            (str(page.kind), page.about, name) for page in check.pages for name in page.names
        } - {("condition", "", name) for name in condition_groups(catalogue)}
        assert answered >= every | on_pages


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize("keys", ["", "?"])
def test_every_page_shows_its_heading_and_its_keys_at_once(
    catalogue: Catalogue, size: tuple[int, int], keys: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns, rows = size
    monkeypatch.setattr(check_questions, "screen_size", lambda: (columns, rows))
    check = begin(catalogue, check_questions.page_fits())
    check = mark(pressed(check, *keys), "varicose-veins", "inflamed-skin")
    for at, page in enumerate(check.pages, 1):
        number = f"{at}/{len(check.pages)}"
        shown = check_questions.page_lines(
            page, number, frozenset(), columns, rows - check_questions.BELOW
        )
        assert len(shown) < rows
        assert all(len(line) <= columns for line in shown)


def test_the_healthy_path_is_read_in_two_minutes(catalogue: Catalogue) -> None:
    check = started(catalogue)
    assert reading_seconds(check) <= 120


def test_with_two_conditions_at_places_it_stays_under_two_minutes(catalogue: Catalogue) -> None:
    check = mark(started(catalogue), "recent-surgery", "implants-or-lines")
    assert [page.about for page in check.pages[-2:]] == ["recent-surgery", "implants-or-lines"]
    assert reading_seconds(check, more_keys=4) <= 120


def test_nothing_that_was_marked_is_said_with_two_stops_at_its_end(catalogue: Catalogue) -> None:
    check = started(catalogue)
    while check.page.kind != "condition":
        check = pressed(check, "n")
    check = pressed(check, "?")
    for key in DIGITS[: len(check.page.items)]:
        _, said = press(check, key)
        assert "?." not in said
        assert said.startswith("Marked: ")


@pytest.mark.parametrize("advice_first", [True, False])
def test_cancer_and_pain_at_night_or_on_coughing_together_are_the_sign_of_both(
    catalogue: Catalogue, *, advice_first: bool
) -> None:
    def mark_advice(check: Check) -> tuple[Check, str]:
        return press(*to_sign(check, "night-or-cough"))

    def mark_cancer(check: Check) -> tuple[Check, str]:
        check = to_conditions(check)
        for name in ("cancer-and-defences", "cancer"):
            while name not in check.page.names or check.page.kind != "condition":
                check = pressed(check, "n")
            check, words = press(check, DIGITS[check.page.names.index(name)])
        return check, words

    check = started(catalogue)
    if advice_first:
        check, words = mark_cancer(mark_advice(check)[0])
    else:
        check = mark_cancer(check)[0]
        check, words = mark_advice(check._replace(at=0))
    assert dict(red_flags(catalogue))["cancer-history"].full in words
    assert pressed(check, "y", "n").end == "stopped"
    looked_at = mark(pressed(check, "y", "y"))
    assert looked_at.answers(TODAY).gates == ("cancer",)
    assert mark(pressed(check, "n")).answers(TODAY).advice == ("night-or-cough",)


def test_advice_becomes_signs_by_conditions_that_there_are(catalogue: Catalogue) -> None:
    becomes = [each for _, entry in advice(catalogue) for each in entry.becomes.items()]
    assert becomes
    assert all(catalogue.has("conditions", name) for name, _ in becomes)
    assert {sign for _, sign in becomes} <= dict(red_flags(catalogue)).keys()
