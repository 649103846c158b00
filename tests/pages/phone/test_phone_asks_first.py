"""What the page asks before it starts, and when it refuses: in a browser, by its own clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from presspoint.catalogue.tables import Catalogue
from presspoint.pages.phone.page import phone_page
from support.handouts import MADE_AT, short_handout
from support.phone import NO_STORAGE, NOON, Phone

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.long  # a browser for each

DAY = timedelta(days=1)


def open_at(browser: Browser, file: Path, now: datetime) -> Phone:
    return Phone(browser, file, now)


def hold_once(phone: Phone) -> None:
    """Press until the first hold has begun, and stop."""
    phone.tap("start")
    phone.until_label("Hold")
    phone.tap("stop")
    phone.open_again()


def test_it_asks_for_the_signs_and_for_what_is_of_today_before_it_starts(phone: Phone) -> None:
    words = phone.text("before")
    for sign in ("chest pain", "numb where a saddle touches", "one leg newly swollen"):
        assert sign in words
    for condition in ("alcohol", "fever", "strong painkiller", "a meal within the hour"):
        assert condition in words
    assert "Made for one person on Sunday 29 November 2026." in words


def test_yes_to_one_of_these_says_what_to_do_and_starts_nothing(phone: Phone) -> None:
    phone.tap("one-of-these")
    assert phone.view == "what-to-do"
    words = phone.text("what-to-do")
    assert "Call your emergency number now" in words
    assert "Wait until it has passed" in words
    assert phone.page.get_by_role("button").count() == 0


def test_after_its_number_a_day_it_refuses_until_the_next_day_and_sixteen_hours(
    phone: Phone,
) -> None:
    for _ in range(3):
        assert phone.view == "before"
        hold_once(phone)
    assert phone.view == "refused"
    assert "enough for today" in phone.text("refusal")
    phone.sleep(15 * 3600)  # three in the night: no new day, and fewer than 16 hours
    phone.open_again()
    assert phone.view == "refused"
    phone.sleep(1.5 * 3600)
    phone.open_again()
    assert phone.view == "before"


@pytest.mark.parametrize(
    ("days", "view"), [(29, "before"), (30, "refused"), (400, "refused"), (-1, "before")]
)
def test_it_starts_nothing_after_its_last_day(
    browser: Browser, short_page: Path, days: int, view: str
) -> None:
    phone = open_at(browser, short_page, NOON + days * DAY)
    assert phone.view == view
    phone.close()


def test_a_clock_that_is_set_back_brings_no_page_back(browser: Browser, short_page: Path) -> None:
    phone = open_at(browser, short_page, NOON + 40 * DAY)
    phone.page.clock.set_system_time(NOON + 2 * DAY)
    phone.open_again()
    assert phone.view == "refused"
    assert "too old" in phone.text("refusal")
    phone.close()


def test_a_clock_before_the_day_it_was_made_is_to_be_set_first(
    browser: Browser, short_page: Path
) -> None:
    phone = open_at(browser, short_page, NOON - 5 * DAY)
    assert "Set the date" in phone.text("refusal")
    phone.close()


def test_a_page_that_was_left_open_past_its_last_day_does_not_start(phone: Phone) -> None:
    phone.page.clock.set_system_time(NOON + 40 * DAY)
    phone.tap("start")
    assert phone.view == "refused"


def test_a_browser_that_saves_nothing_is_said(browser: Browser, short_page: Path) -> None:
    phone = Phone(browser, short_page, before=NO_STORAGE)
    assert phone.page.locator("#not-saved").is_visible()
    phone.tap("start")
    phone.until_label("Hold")
    phone.tap("faint")
    assert phone.view == "end"
    phone.close()


def test_what_cannot_be_read_in_the_browsers_storage_starts_all_the_same(phone: Phone) -> None:
    for content in ("{", "null", '"x"', "[]", '{"plays": 7}', '{"plays": {"lower-back": "x"}}'):
        phone.page.evaluate("text => localStorage.setItem('presspoint', text)", content)
        phone.open_again()
        assert phone.view == "before", content


def test_a_nerve_sign_ends_every_page_that_was_made_before_it(
    phone: Phone, catalogue: Catalogue, short_page: Path
) -> None:
    """A page of another routine, made a minute after this one, and one made after the sign."""
    phone.tap("start", "hurts")
    phone.answer("numb")
    whole = short_handout(catalogue)
    for made_at, view in ((MADE_AT + 60, "refused"), (NOON.timestamp() + 3600, "before")):
        later = phone_page(whole._replace(made_at=made_at), {})
        short_page.with_name("later.html").write_text(later, encoding="utf-8")
        phone.page.goto(short_page.with_name("later.html").as_uri())
        assert phone.view == view
    phone.requests[:] = [phone.address]
