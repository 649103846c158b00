"""The page for a clinician: from one file, on one sheet, and text in it stays text."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.listing.report.contents import Contents, DatedPain
from presspoint.listing.report.period import Period
from presspoint.listing.report.report import build_report
from presspoint.outcome.scores import Activity
from presspoint.pages.report.page import report_page
from support.profiles import CATALOGUE
from support.reports import LAST, SIX_WEEKS, better, fullest, session, worse

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
NAMES = "lang charset content http-equiv name class viewbox role aria-labelledby aria-label id"
PLACES = "d x y cx cy r points text-anchor scope"
ATTRIBUTES = {*NAMES.split(), *PLACES.split()}


class Elements(HTMLParser):
    """The elements of a page, the names of their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def page(contents: Contents) -> str:
    return report_page(build_report(CATALOGUE, contents), contents.period)


@pytest.mark.parametrize("weekday", range(7))
def test_the_last_day_under_the_plot_is_whole(weekday: int) -> None:
    last = LAST + timedelta(weekday)
    period = Period(last - timedelta(41), last)
    html = page(Contents(period, sessions=(session(last, 5, 4),)))
    middles = re.findall(r'<text x="([\d.]+)" [^>]*text-anchor="middle"', html)
    assert middles
    assert all(14 <= float(x) <= 300 - 14 for x in middles)


@pytest.mark.parametrize("contents", [better(), worse(), fullest(), Contents(SIX_WEEKS)])
def test_nothing_of_the_page_is_fetched_or_run(contents: Contents) -> None:
    html = page(contents)
    elements = Elements(html)
    assert elements.attributes <= ATTRIBUTES
    assert set(elements.tags).isdisjoint({"script", "link", "img", "iframe", "object", "a"})
    assert not re.search(r"url\(|@import|@font-face|https?:", html)
    assert '<html lang="en">' in html
    assert "default-src 'none'" in html


def test_what_is_drawn_has_the_same_in_words() -> None:
    html = page(better())
    drawings = re.findall(r"<svg .*?</svg>", html, re.DOTALL)
    assert len(drawings) == 6  # the pain, and five weekly answers
    assert all('role="img"' in each and "<title" in each and "<desc" in each for each in drawings)
    assert "Mon 19 Oct: before 7, after 5." in drawings[0]
    assert "Sat 24 Oct: before 7" in drawings[0]
    assert "Mon 19 Oct: 7." in drawings[1]


def test_an_axis_has_all_of_the_scale() -> None:
    drawing = re.findall(r"<svg .*?</svg>", page(better()), re.DOTALL)[0]
    assert re.findall(r'text-anchor="end">(\d+)<', drawing) == ["0", "2", "4", "6", "8", "10"]


def test_the_page_says_that_nobody_checked_it() -> None:
    assert "nobody measured or checked it" in page(better())
    assert "not medical advice or a diagnosis" in page(better())


@settings(max_examples=30)
@given(st.text(max_size=60))
def test_no_text_becomes_an_element_or_an_attribute(text: str) -> None:
    def told(words: str) -> Contents:
        scores = better().scores
        named = scores[-1]._replace(activities=(Activity(words, 4),))
        return better()._replace(
            name=words,
            question=words,
            pains=(DatedPain(LAST, 5, words),),
            scores=(*scores[:-1], named),
            sessions=(session(LAST, 6, 4, routine=words),),
        )

    hostile, harmless = Elements(page(told(f"a{text}"))), Elements(page(told("a")))
    assert hostile.tags == harmless.tags
    assert hostile.attributes == harmless.attributes
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", hostile.text)


@pytest.mark.long
@pytest.mark.skipif(not CHROMIUM or not shutil.which("pdfinfo"), reason="no browser, or no pdfinfo")
@pytest.mark.parametrize(
    "contents",
    [
        better(),
        worse(),
        fullest(),
        fullest(weeks=12),
        fullest("合", weeks=12),
        fullest("\u202e", weeks=52)._replace(name="", question="m" * 300),
        fullest()._replace(scores=(), totals=(), verdicts=()),
        fullest(weeks=12)._replace(verdicts=(), pains=(), name="", question=""),
    ],
)
def test_it_prints_on_one_sheet_of_a4(contents: Contents, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(page(contents), encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu"]
    profile = f"--user-data-dir={tmp_path / 'browser'}"
    printed = ["--no-pdf-header-footer", "--print-to-pdf=report.pdf", "report.html"]
    subprocess.run(
        [*map(str, command), profile, *printed],
        cwd=tmp_path, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    answer = subprocess.run(
        ["pdfinfo", "report.pdf"], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    assert re.search(r"^Pages: +1$", answer.stdout, re.MULTILINE)
    assert "(A4)" in answer.stdout
