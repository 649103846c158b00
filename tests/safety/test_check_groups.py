"""The check asks about conditions in groups, and which of a group only once it is marked."""

from __future__ import annotations

from datetime import date

import pytest

from presspoint.catalogue.conditions import condition_groups, lasting_conditions
from presspoint.safety.check.keys import press
from presspoint.safety.check.pages import Fits
from presspoint.safety.check.state import DIGITS, Check, begin
from support.profiles import CATALOGUE

TODAY = date(2026, 12, 12)
GROUPS = condition_groups(CATALOGUE)
LASTING = lasting_conditions(CATALOGUE)
# By hand: the words of a group's line in which somebody with this condition sees themselves.
LED_TO_BY = {
    "hypertension": "high or low blood pressure",
    "low-blood-pressure": "low blood pressure, fainting",
    "osteoporosis": "weak, diseased",
    "broken-bone": "broken bones",
    "hot-joint": "hot, infected joint",
    "recent-surgery": "operation, scar",
    "implants-or-lines": "implant, pacemaker, tube",
    "joint-replaced": "replaced joint",
    "serious-condition": "serious illness; heart, lung",
    "kidney-condition": "kidney",
    "abdominal-condition": "belly trouble; hernia",
    "spine-injury": "spine",
    "nerve-or-disc": "disc, nerve",
    "neck-instability": "neck: injury",
    "cancer": "cancer ever",
    "weak-immune-system": "weak immune system",
    "long-term-steroids": "steroid tablets ever",
    "blood-thinners": "blood thinners, aspirin, easy bleeding, bruising",
    "clot-history": "clot, ever",
    "varicose-veins": "veins",
    "swollen-legs": "ulcer, blood flow",
    "lymphoedema": "lymph nodes",
    "epilepsy-or-stroke": "epilepsy, any stroke",
    "diabetes": "diabetes",
    "reduced-sensation": "numb, dulled feeling",
    "inflamed-skin": "sore, damaged",
    "bruised-skin": "bruised skin",
    "thin-skin": "thin",
    "first-pain-age": "pain: first ever",
    "not-improving": "for weeks",
    "several-places": "everywhere; curved back",
}
NAMED = ("pregnan", "blood thinners", "cancer", "weak", "bones", "under 18", "aneurysm")


def at_most(most: int) -> Fits:
    return lambda page: len(page.items) <= most


def to(check: Check, name: str) -> Check:
    """Go on to the page that has this condition or group, and mark it."""
    while (check.page.kind, name in check.page.names) != ("condition", True):
        check, _ = press(check, "n")
    return press(check, DIGITS[check.page.names.index(name)])[0]


def finished(check: Check, key: str = "n") -> Check:
    while not check.end:
        check, _ = press(check, "3" if check.page.kind == "side" else key)
    return check


def conditions_of(check: Check) -> tuple[str, ...]:
    return tuple(each.name for each in check.answers(TODAY).conditions)


def test_each_member_is_led_to_by_words_of_its_group_in_one_group_only() -> None:
    members = [name for group in GROUPS.values() for name in group.members]
    assert sorted(members) == sorted(LED_TO_BY)
    assert set(members) <= LASTING.keys()
    assert not GROUPS.keys() & LASTING.keys()
    for group in GROUPS.values():
        assert all(LED_TO_BY[name] in group.brief for name in group.members)
        assert len(group.brief.split()) <= 8


def test_the_first_pages_are_two_and_name_the_gravest() -> None:
    pages = [page for page in begin(CATALOGUE, at_most(9)).pages if page.kind == "condition"]
    lines = [words for page in pages for _, words in page.items]
    assert (len(pages), len(lines)) == (2, 18)
    assert all(any(word in line for line in lines) for word in NAMED)


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_asks_which_and_changes_nothing_where_none_is_marked(name: str) -> None:
    group = GROUPS[name]
    check = to(begin(CATALOGUE, at_most(9)), name)
    which = check.pages[-1]
    assert which.heading == f"{group.title}. Which?"
    assert which.items == tuple((each, LASTING[each].brief) for each in group.members)
    assert conditions_of(finished(check)) == ()


@pytest.mark.parametrize("most", [2, 9])
@pytest.mark.parametrize("name", LED_TO_BY)
def test_every_member_is_marked_in_its_group(name: str, most: int) -> None:
    group = next(each for each, rule in GROUPS.items() if name in rule.members)
    check = to(to(begin(CATALOGUE, at_most(most)), group), name)
    key = DIGITS[check.page.names.index(name)]
    assert check.page_marks == {key}
    assert conditions_of(finished(check)) == (name,)
    assert conditions_of(finished(press(check, key)[0])) == ()


def test_a_group_and_its_members_are_said_as_they_are_marked() -> None:
    check = to(begin(CATALOGUE, at_most(9)), "blood")
    key = DIGITS[check.page.names.index("blood")]
    assert press(press(check, key)[0], key)[1].startswith(f"Marked: {GROUPS['blood'].brief}. To")
    while not check.page.heading.endswith("Which?"):
        check, _ = press(check, "n")
    assert LASTING["clot-history"].question in press(check, "2")[1]


def test_taking_a_group_back_takes_back_what_was_marked_in_it() -> None:
    check = to(to(begin(CATALOGUE, at_most(9)), "skin"), "bruised-skin")
    check, _ = press(check, "n")
    check, _ = press(check, "1")
    assert check.answers(TODAY).conditions[0].where
    while "skin" not in check.page.names:
        check, _ = press(check, "b")
    check, said = press(check, DIGITS[check.page.names.index("skin")])
    assert said == f"Not marked: {GROUPS['skin'].brief}."
    assert not check.marks


def test_what_is_marked_in_full_words_is_marked_in_its_group() -> None:
    check = begin(CATALOGUE, at_most(9))
    check, _ = press(check, "?")
    check = to(check, "diabetes")
    brief, _ = press(check, "?")
    assert "nerves" in {name for _, name in brief.marks}
    assert brief.pages[-1].heading == "Nerves and feeling. Which?"
    assert conditions_of(finished(brief)) == conditions_of(finished(check)) == ("diabetes",)


def test_other_words_go_back_to_the_first_page_with_something_still_to_ask() -> None:
    check = to(begin(CATALOGUE, at_most(9)), "bones-and-joints")
    check, _ = press(press(check, "n")[0], "?")
    assert "osteoporosis" in check.page.names
    check = to(begin(CATALOGUE, at_most(9)), "no-floor")
    check, _ = press(check, "?")
    assert "long-term-steroids" not in check.page.names
    while "hot-joint" not in check.page.names:
        check, _ = press(check, "n")
    check, _ = press(check, "?")
    assert "bones-and-joints" in check.page.names
