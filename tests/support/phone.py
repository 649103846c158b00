"""A page in a browser that has no network, with a clock that only the test moves."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NOON = datetime(2026, 11, 29, 12)  # noqa: DTZ001  # the phone's own local time
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give the browser of the system; where there is none, the test is skipped."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no Chromium is installed here")
    from playwright.sync_api import sync_playwright

    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


class Phone:
    """A phone on which a page is open."""

    def __init__(
        self, browser: Browser, file: Path, now: datetime = NOON, *, before: str = ""
    ) -> None:
        """Open the page of a file, at a moment of the phone's clock.

        A script may run before those of the page: to take away what a browser has, or to watch it.
        """
        self.context = browser.new_context(
            offline=True, viewport={"width": 390, "height": 844}, locale="en-GB"
        )
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.now, self.before, self.address = now, before, file.as_uri()
        self.page = self._open_tab()

    def _open_tab(self) -> Page:
        """Open the page in a new tab."""
        page = self.context.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text))
        if self.before:
            page.add_init_script(self.before)
        page.clock.install(time=self.now)
        page.goto(self.address)
        page.clock.pause_at(self.now + timedelta(minutes=1))
        return page

    @contextmanager
    def other_tab(self) -> Iterator[Phone]:
        """Give the same phone with the page in another tab, which is closed afterwards."""
        other = copy(self)
        other.page = self._open_tab()
        yield other
        other.page.close()

    def close(self) -> None:
        """Close the page: it ran without an error, and asked for nothing but itself."""
        asked = {each for each in self.requests if not each.startswith(("data:", "blob:"))}
        self.context.close()
        assert self.errors == []
        assert asked == {self.address}

    def tap(self, *names: str) -> None:
        """Tap buttons by their ids."""
        for name in names:
            self.page.locator(f"#{name}").click()

    def answer(self, feeling: str) -> None:
        """Tap an answer to how it feels."""
        self.page.locator(f"[data-feeling={feeling}]").click()

    def wait(self, seconds: float) -> None:
        """Let time pass, with the page watched."""
        self.page.clock.run_for(round(seconds * 1000))

    def sleep(self, seconds: float) -> None:
        """Let time pass while the page stands still."""
        self.page.clock.fast_forward(round(seconds * 1000))

    def open_again(self) -> None:
        """Load the page anew."""
        self.page.reload()
        self.page.locator("main > section:not([hidden])").wait_for()

    def text(self, name: str) -> str:
        """Return the text of an element by its id."""
        return self.page.locator(f"#{name}").inner_text()

    @property
    def view(self) -> str:
        """The id of the view that is shown."""
        return str(self.page.evaluate("document.querySelector('main > section:not([hidden])').id"))

    @property
    def memory(self) -> dict[str, Any]:
        """What the browser saved."""
        content = self.page.evaluate("JSON.parse(localStorage.getItem('presspoint'))")
        assert isinstance(content, dict)
        return content

    def until_label(self, label: str) -> None:
        """Let time pass until a phase is called so."""
        for _ in range(400):
            if self.page.locator("#label").inner_text() == label:
                return
            self.wait(0.5)
        pytest.fail(f"no phase is called {label}")
