"""The page of a phone in a browser: a whole routine, and each button on the way."""

from __future__ import annotations

import pytest

from support.phone import Phone

pytestmark = pytest.mark.long  # a browser for each


def started(phone: Phone, label: str = "Hold") -> Phone:
    """Return the phone in the first phase that is called so."""
    phone.tap("start")
    phone.until_label(label)
    return phone


def test_a_whole_routine_is_done_to_its_end(phone: Phone) -> None:
    phone.tap("start")
    places = set()
    for _ in range(200):
        if phone.view != "session":
            break
        places.add(phone.text("place"))
        phone.wait(1)
    assert phone.view == "end"
    assert "Done." in phone.text("last-words")
    assert {"Warm-up", "Thumb web, left hand", "Lower back, both sides"} <= {
        each.partition(", first")[0] for each in places
    }
    assert len(phone.memory["plays"]["lower-back"]) == 1
    assert phone.memory["ended"] == 0


def test_a_pause_stops_the_clock_and_a_hold_is_pressed_anew_after_it(phone: Phone) -> None:
    started(phone).tap("pause")
    before = phone.text("countdown"), phone.text("to-go")
    phone.wait(60)
    assert (phone.text("countdown"), phone.text("to-go")) == before
    assert phone.text("label") == "Paused"
    assert "Let go slowly." in phone.text("words")
    phone.tap("pause")
    assert phone.text("label") == "Press slowly"
    phone.wait(3.2)
    assert phone.text("label") == "Hold"


def test_next_lets_go_first_and_leads_to_the_other_side(phone: Phone) -> None:
    started(phone).tap("next")
    assert phone.text("label") == "Stop pressing"
    phone.wait(4.2)
    assert phone.text("place") == "Thumb web, right hand"
    assert phone.text("side") == "Right"


@pytest.mark.parametrize("feeling", ["sharp", "sore"])
def test_a_place_that_hurts_is_left_out_on_both_sides_and_the_rest_goes_on(
    phone: Phone, feeling: str
) -> None:
    started(phone).tap("hurts")
    assert "Left out from now on: the thumb web." in phone.text("words")
    phone.wait(30)
    assert phone.page.locator("#question").is_visible()
    phone.answer(feeling)
    places = set()
    while phone.view == "session":
        phone.wait(1)
        places.add(phone.text("place"))
    assert "Thumb web, right hand" not in places
    assert "Lower back, both sides, first of two times" in places
    assert phone.view == "end"
    phone.open_again()
    assert "the thumb web" in phone.text("resting")
    phone.tap("start")
    phone.until_label("Hold")
    assert phone.text("place").startswith("Lower back, both sides")


def test_a_place_that_hurt_comes_again_once_it_has_rested(phone: Phone) -> None:
    started(phone).tap("hurts")
    phone.answer("sharp")
    for days, is_out in ((6, True), (2, False)):
        phone.sleep(days * 24 * 3600)
        phone.open_again()
        assert phone.page.locator("#resting").is_visible() is is_out


@pytest.mark.parametrize("feeling", ["numb", "spreading"])
def test_what_may_be_a_nerve_ends_the_page_after_a_reload_too(phone: Phone, feeling: str) -> None:
    started(phone).tap("hurts")
    phone.answer(feeling)
    assert phone.view == "end"
    assert "Call your emergency number now" in phone.text("last-words")
    assert "presspoint check" in phone.text("last-words")
    phone.open_again()
    assert phone.view == "refused"
    assert "presspoint check" in phone.text("refusal")


@pytest.mark.parametrize("doing", ["start", "pause", "hurts"])
def test_what_ends_the_page_ends_it_in_every_other_tab_too(phone: Phone, doing: str) -> None:
    started(phone)
    if doing != "start":
        phone.tap(doing)
    with phone.other_tab() as other:
        started(other).tap("hurts")
        other.answer("numb")
        assert other.view == "end"
    phone.wait(0.5)
    assert phone.view == "end"
    assert "In another tab, something was numb" in phone.text("last-words")
    assert "presspoint check" in phone.text("last-words")
    phone.open_again()
    assert phone.view == "refused"


def test_feeling_faint_ends_the_page_from_the_question_too(phone: Phone) -> None:
    started(phone).tap("hurts", "faint-too")
    assert phone.view == "end"
    assert "lie down" in phone.text("last-words").lower()
    assert phone.page.locator("#once-more").is_hidden()
    phone.open_again()
    assert phone.view == "refused"


def test_a_stop_says_how_to_get_up_once_something_was_pressed(phone: Phone) -> None:
    started(phone).tap("stop")
    assert "If you feel dizzy" in phone.text("last-words")


def test_stop_ends_the_session_and_not_the_page(phone: Phone) -> None:
    started(phone, "Keep moving").tap("stop")
    assert phone.view == "end"
    assert "load this page again" in phone.text("once-more")
    phone.open_again()
    assert phone.view == "before"
    assert phone.memory["plays"] == {}  # nothing was pressed


def test_a_page_that_stood_still_is_paused_where_it_was_and_says_so(phone: Phone) -> None:
    started(phone)
    to_go = phone.text("to-go")
    phone.sleep(40)
    assert phone.text("label") == "Paused"
    assert "The clock was stopped" in phone.text("words")
    assert phone.text("to-go") == to_go


def test_a_pause_that_nobody_ends_is_the_end_after_half_an_hour(phone: Phone) -> None:
    ends = """seconds => {
        const routine = embedded("routine");
        const paused = pause(routine, begin(routine, [], 0), 5).session;
        return advance(routine, paused, 5 + seconds).session.mode;
    }"""
    assert phone.page.evaluate(ends, 1799) == "paused"
    assert phone.page.evaluate(ends, 1801) == "over"


def test_keys_do_what_the_buttons_do(phone: Phone) -> None:
    started(phone)
    phone.page.keyboard.press("Space")
    assert phone.text("label") == "Paused"
    phone.page.keyboard.press("n")
    assert phone.text("place") == "Thumb web, right hand"
    phone.page.keyboard.press("x")
    assert phone.page.locator("#question").is_visible()
    assert phone.page.evaluate("document.activeElement.dataset.feeling") == "sharp"
    phone.page.keyboard.press("f")
    assert phone.view == "end"
