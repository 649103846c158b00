"""A phone with a page of a shortened routine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from presspoint.catalogue.tables import Catalogue
from presspoint.pages.phone.page import phone_page
from support.handouts import short_handout
from support.phone import Phone, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser of the system."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def short_page(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a page whose phases take four seconds at most."""
    file = tmp_path_factory.mktemp("page") / "lower-back.html"
    file.write_text(phone_page(short_handout(catalogue), {}), encoding="utf-8")
    return file


@pytest.fixture
def phone(browser: Browser, short_page: Path) -> Iterator[Phone]:
    """A phone on which the page was just opened."""
    phone = Phone(browser, short_page)
    yield phone
    phone.close()
