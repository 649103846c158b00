"""The sheet, and the page when it is printed: one page of A4, in the browser of the system."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from presspoint.catalogue.routines import routines
from presspoint.catalogue.tables import Catalogue
from presspoint.pages.handout import Handout
from presspoint.pages.phone.page import phone_page
from presspoint.pages.sheet.page import sheet_page
from support.handouts import handout

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# As large as a QR code is, and as dark.
CODE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>'


def sheet_with_code(whole: Handout) -> str:
    """Return a sheet that has a code."""
    return sheet_page(whole, CODE)


def printed_page(whole: Handout) -> str:
    """Return a page whose sheet has a code."""
    return phone_page(whole, {}, CODE)


def pages_when_printed(browser: Browser, html: str, file: Path) -> int:
    """Return how many pages of A4 a browser prints."""
    file.write_text(html, encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))


@pytest.mark.long
def test_the_sheet_is_one_page_and_so_is_the_page_when_it_is_printed(
    browser: Browser, catalogue: Catalogue, tmp_path: Path
) -> None:
    whole = handout(catalogue)
    for html in (sheet_with_code(whole), printed_page(whole)):
        assert pages_when_printed(browser, html, tmp_path / "page.html") == 1


@pytest.mark.long
def test_the_sheet_of_every_routine_is_one_page(
    browser: Browser, catalogue: Catalogue, tmp_path: Path
) -> None:
    pages = {
        (routine.name, make.__name__): pages_when_printed(
            browser, make(handout(catalogue, routine.name)), tmp_path / "page.html"
        )
        for routine in routines(catalogue)
        for make in (sheet_with_code, printed_page)
    }
    assert {name for name, count in pages.items() if count != 1} == set()
