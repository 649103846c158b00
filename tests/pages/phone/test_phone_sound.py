"""What the page says aloud: with a voice of the phone itself, and never past its words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from presspoint.catalogue.tables import Catalogue
from presspoint.pages.phone.page import phone_page
from support.handouts import short_handout
from support.phone import Phone

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.long  # a browser for each

# A voice of a network, and one of the phone; what is said ends once the test says so.
VOICES = """
window.said = [];
const voices = [
    { name: "far", lang: "en-US", localService: false },
    { name: "near", lang: "en-GB", localService: true },
];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    cancel: () => { window.saying = null; },
    speak: (utterance) => {
        window.said.push([utterance.voice.name, utterance.text]);
        window.saying = utterance;
    },
} });
"""
SILENCE = "Object.defineProperty(window, 'speechSynthesis', { value: undefined })"


@pytest.fixture
def speaking(browser: Browser, short_page: Path) -> Iterator[Phone]:
    """A phone that has a voice of its own."""
    phone = Phone(browser, short_page, before=VOICES)
    yield phone
    phone.close()


def said(phone: Phone) -> list[list[str]]:
    sentences: list[list[str]] = phone.page.evaluate("window.said")
    return sentences


def test_only_a_voice_of_the_phone_itself_speaks(speaking: Phone) -> None:
    speaking.tap("start")
    assert [voice for voice, _ in said(speaking)] == ["near"]
    assert said(speaking)[0][1].startswith("For a sore lower back. ")
    assert not speaking.page.locator("#no-voice").is_visible()


def test_what_leads_on_lasts_until_its_words_were_heard(speaking: Phone) -> None:
    speaking.tap("start")
    speaking.wait(15)
    assert speaking.text("label") == "Rest"
    speaking.page.evaluate("window.saying.onend()")
    speaking.wait(1)
    assert speaking.text("label") == "Move"


def test_a_voice_that_never_ends_holds_nobody_up_for_long(speaking: Phone) -> None:
    speaking.tap("start")
    speaking.wait(61)
    assert speaking.text("label") == "Move"


def test_a_button_cuts_what_was_being_said(speaking: Phone) -> None:
    speaking.tap("start")
    speaking.page.evaluate("window.cut = window.saying")
    speaking.tap("pause")
    assert said(speaking)[-1][1] == "Paused."
    speaking.page.evaluate("window.cut.onend()")  # comes late, and leads to nothing
    assert said(speaking)[-1][1] == "Paused."


def test_a_phone_without_a_voice_says_so_and_shows_the_words(
    browser: Browser, short_page: Path
) -> None:
    phone = Phone(browser, short_page, before=SILENCE)
    phone.tap("start")
    assert phone.page.locator("#no-voice").is_visible()
    assert phone.text("words").startswith("For a sore lower back. ")
    phone.close()


def test_a_recording_goes_before_a_voice(
    browser: Browser, catalogue: Catalogue, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    opening = short_handout(catalogue).course.phases[0].text
    file.write_text(
        phone_page(short_handout(catalogue), {opening: "data:audio/wav;base64,UklGRg=="}),
        encoding="utf-8",
    )
    phone = Phone(browser, file, before=VOICES)
    phone.tap("start")
    assert opening not in [text for _, text in said(phone)]
    phone.close()
