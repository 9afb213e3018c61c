# SPDX-License-Identifier: Apache-2.0
"""Chromium for one test: contexts for each kind of reader, and an ear for what the browser complains of."""
from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from house import House
from sentinel_server import ROOT

SCREENSHOTS = ROOT / ".build/screenshots"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


class Browsing:
    """Opens pages on one server. What a browser reports against us (script errors, refused content, 5xx, other origins) is
    kept in `complaints`; the fixture fails the test for any."""

    def __init__(self, browser: Browser, house: House):
        self.browser, self.house = browser, house
        self.contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def open(self, role: str | None = None, *, viewport: dict = DESK, scripts: bool = True, **options) -> Page:
        """A page of a context of its own; signed in where a role is given."""
        context = self.browser.new_context(viewport=viewport, java_script_enabled=scripts, base_url=self.house.server.url,
                                           locale="en-GB", timezone_id="Europe/London", reduced_motion="reduce", **options)
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        if role:
            context.add_cookies(self.house.person(role).cookies())
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda told: told.type == "error" and self._heard(page, told.text))
        page.on("response", lambda answer: answer.status >= 500 and self.complaints.append(f"{answer.status} {answer.url}"))
        page.on("request", lambda asked: self._asked(asked.url))
        return page

    def phone(self, role: str | None = None, **options) -> Page:
        return self.open(role, viewport=PHONE, has_touch=True, is_mobile=True, **options)

    def without_scripts(self, role: str | None = None, **options) -> Page:
        return self.open(role, scripts=False, **options)

    def _heard(self, page: Page, text: str) -> None:
        if not re.search(r"the server responded with a status of 4\d\d", text):  # a 4xx that a test asks for is no complaint
            self.complaints.append(f"{page.url}: {text}")

    def _asked(self, url: str) -> None:
        if not url.startswith((self.house.server.url, "data:", "blob:", "about:")):
            self.complaints.append(f"another origin was asked: {url}")

    def close(self) -> None:
        for context in self.contexts:
            context.close()
        self.contexts.clear()


def screenshot(page: Page, name: str, whole: bool = True) -> Path:
    """Keeps what a person sees as .build/screenshots/NAME.png, to be looked at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    path = SCREENSHOTS / f"{re.sub(r'[^A-Za-z0-9]+', '-', name).strip('-').lower()}.png"
    page.screenshot(path=path, full_page=whole)
    return path
