"""What stands on a page and on a sheet, whatever texts a person's own files have."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.catalogue.conditions import conditions
from presspoint.catalogue.routines import routines
from presspoint.catalogue.tables import Catalogue
from presspoint.pages import rendering
from presspoint.pages.handout import Handout
from presspoint.pages.phone.page import phone_page
from presspoint.pages.sheet.page import sheet_page
from presspoint.safety.answers import BodyPlace, ConditionAnswer, Flags
from presspoint.words import printable
from support.cases import every
from support.handouts import handout, handout_of
from support.plans import planned, telling

SCRIPTS = Path(rendering.__file__).parent / "templates" / "phone" / "script"
MOST_BYTES = 12_000_000
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "{{ 7 * 7 }}{% include 'page.html' %}",
    "\"'><img src=x onerror=alert(1)>",
    "\u202egnp.exe\u2066",
    "]]>&lt;\u2028\u2029",
)


class Reader(HTMLParser):
    """The elements of a page, the addresses in it, and what its scripts hold."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.addresses: list[str] = []
        self.scripts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        names = {"src", "href", "action", "data", "srcset", "poster", "xlink:href"}
        self.addresses += [value or "" for name, value in attrs if name in names]
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1] == "script":
            self.scripts[-1] += data


def titled(whole: Handout, text: str) -> Handout:
    """Return a handout every text of which that a file may hold is this one."""
    turns = tuple(
        each._replace(step_title=text, called=text, part=text, find=text, place=text, caution=text)
        for each in whole.course.turns
    )
    course = whole.course._replace(turns=turns)
    kit = whole.kit._replace(
        title=text, course=course, discreet_course=course, gear=(text,), again=text
    )
    return whole._replace(kit=kit, cautions=(text,), sources=(text,))


@pytest.mark.long
@settings(max_examples=40)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=60)))
def test_a_text_is_never_anything_but_a_text(catalogue: Catalogue, text: str) -> None:
    whole = handout(catalogue, "back-of-the-knees")
    for make in (lambda each: phone_page(each, {}), sheet_page):
        plain, hostile = Reader(make(titled(whole, "x"))), Reader(make(titled(whole, text)))
        assert hostile.elements == plain.elements
        assert hostile.addresses == []
    page = phone_page(titled(whole, text), {})
    routine, clips, program = Reader(page).scripts
    assert json.loads(routine)["title"] == printable(text, 4000)
    assert json.loads(clips) == {}
    assert program == Reader(phone_page(whole, {})).scripts[2]
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2028\u2029") & set(page)


def test_nothing_in_the_scripts_is_read_by_jinja() -> None:
    for file in SCRIPTS.iterdir():
        assert not re.search(r"\{[{%#]", file.read_text(encoding="utf-8")), file.name


def test_nothing_leads_out_of_a_page_and_its_policy_lets_nothing_in(catalogue: Catalogue) -> None:
    page = phone_page(handout(catalogue), {})
    assert Reader(page).addresses == []
    assert "default-src 'none'" in page
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|\burl\(|@import|fetch\(", page)


def test_every_page_is_small(catalogue: Catalogue) -> None:
    for routine in routines(catalogue):
        whole = handout(catalogue, routine.name)
        assert len(phone_page(whole, {}).encode()) < MOST_BYTES / 10, routine.name


@every("name", ["lower-back", "back-of-the-knees", "bedtime", "simple"])
def test_a_sheet_says_that_the_other_side_of_a_limb_is_as_the_one_drawn(
    catalogue: Catalogue, name: str
) -> None:
    assert "the other is its mirror image" in sheet_page(handout(catalogue, name))


def test_it_does_not_where_every_side_that_is_pressed_is_drawn(catalogue: Catalogue) -> None:
    left = ConditionAnswer("varicose-veins", date.min, (BodyPlace("left"),))
    for whole in (
        handout(catalogue, "follow-the-pain"),
        handout_of(
            catalogue, planned(catalogue, "back-of-the-knees", {}, Flags(conditions=(left,)))
        ),
    ):
        assert "mirror image" not in sheet_page(whole)


def pages_of(catalogue: Catalogue, flags: Flags, *, shown: bool) -> str:
    """Return the pages of some routines for a person; each page has its sheet in it."""
    plans = [planned(catalogue, each, profile=flags) for each in ("lower-back", "stress")]
    return "".join(
        phone_page(handout_of(catalogue, each, flags, shows_conditions=shown), {})
        for each in plans
        if each.course.phases
    )


def test_a_page_names_no_key_in_what_a_person_does(catalogue: Catalogue) -> None:
    page = pages_of(catalogue, telling("hypertension", provider_agreed=True), shown=False)
    assert "If that is not enough, leave this out." in page
    assert "press n" not in page.replace("press nothing", "")


@pytest.mark.long
def test_no_condition_is_on_a_page_or_a_sheet_unless_that_is_asked_for(
    catalogue: Catalogue,
) -> None:
    nobodys = pages_of(catalogue, Flags(), shown=False)
    revealed, shown = [], 0
    for name, rule in conditions(catalogue):
        flags = telling(name, provider_agreed=True)
        page = pages_of(catalogue, flags, shown=False)
        texts = {rule.title, rule.text, rule.gist, rule.reason, *rule.besides} - {""}
        revealed += [(name, each) for each in texts if each in page and each not in nobodys]
        shown += rule.text in pages_of(catalogue, flags, shown=True)
    assert revealed == []
    assert shown > 10
