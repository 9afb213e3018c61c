# SPDX-License-Identifier: Apache-2.0
"""A person walking through Sentinel in Chromium: every page on the way is looked at (accessible, fits 360 pixels, marked FICTIONAL)
and kept as a screenshot."""
from __future__ import annotations

import os
import re

from playwright.sync_api import Locator, Page

from accessibility import axe, overflow
from browsing import PHONE, screenshot


# A page built of the same parts as one that was looked at already is not looked at again; --long looks at each.
LONG = bool(os.environ.get("SENTINEL_LONG"))
LOOKED_AT: set[tuple[int, str]] = set()
LOOKS = re.compile(r'\b(?:class|role|type|lang|dir|aria-(?:invalid|current|live))="[^"]*"|\b(?:open|hidden|checked|selected|required|disabled)\b')


def parts(html: str) -> str:
    """What a page is built of: its elements with what makes them look and sound as they do, without words, addresses and values."""
    return "".join(f"{tag} {' '.join(LOOKS.findall(rest))}>" for tag, rest in re.findall(r"<([a-z][a-z0-9-]*)([^>]*)>", html))


class Walker:
    """One signed-in person with one page. `walk` begins the names of its screenshots. axe-core is itself a script: where the page runs
    none, `mirror`, a page that does, is given the same document to judge."""

    def __init__(self, page: Page, walk: str, mirror: Page | None = None):
        self.page, self.walk, self.mirror, self.steps = page, walk, mirror, 0
        self.findings: list[str] = []

    def go(self, path: str) -> "Walker":
        self.page.goto(path)
        return self.look()

    def follow(self, words: str | re.Pattern) -> "Walker":
        """Clicks a link or whatever else leads to another page."""
        return self._leave(self.page.get_by_role("link", name=words).first)

    def press(self, words: str, within: Locator | None = None) -> "Walker":
        """Presses a button and waits for the page that follows: a form is sent only once the server has been heard."""
        return self._leave((within or self.page).get_by_role("button", name=words).first)

    def _leave(self, control: Locator) -> "Walker":
        with self.page.expect_navigation():
            control.click()
        return self.look()

    def look(self) -> "Walker":
        """What any reader of any page may ask for. Findings are gathered, so that one walk tells of them all."""
        self.steps += 1
        page, size = self.page, self.page.viewport_size
        name = f"{self.walk}-{self.steps:02}-{re.sub(r'Report [0-9A-Z-]+', 'Report', page.title())}"
        built = (size["width"], parts(page.content()))
        if LONG or built not in LOOKED_AT:
            LOOKED_AT.add(built)
            self._look_closely(name)
        if page.locator("h1").count() != 1:
            self.findings.append(f"{name}: not one heading")
        if "FICTIONAL" not in self.text:
            self.findings.append(f"{name}: not marked FICTIONAL")
        return self

    def _look_closely(self, name: str) -> None:
        page, size = self.page, self.page.viewport_size
        self.findings += [f"{name}: {one}" for one in axe(self._judged())]
        screenshot(page, name)
        if size["width"] != PHONE["width"]:
            page.set_viewport_size(PHONE)
            screenshot(page, f"{name}-360")
        self.findings += [f"{name} at 360: {one}" for one in overflow(page)]
        page.set_viewport_size(size)

    def _judged(self) -> Page:
        if self.mirror is None:
            return self.page
        document = self.page.content()
        self.mirror.unroute_all()
        self.mirror.route(self.page.url, lambda route: route.fulfill(body=document, content_type="text/html; charset=utf-8"))
        self.mirror.set_viewport_size(self.page.viewport_size)
        self.mirror.goto(self.page.url)
        return self.mirror

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def text(self) -> str:
        return self.page.locator("body").inner_text()

    def says(self, words: str) -> bool:
        return words.casefold() in " ".join(self.text.split()).casefold()

    def card(self, words: str) -> Locator:
        """The part of the page under a heading."""
        return self.page.locator("section, article, tr, details, li").filter(has_text=words).last

    def fill(self, **answers: object) -> "Walker":
        """Answers by field; `__` stands for a dot. A list ticks several; a date is `(day, month, year)`, each may be None; an answer
        that begins with `!` says why there is none."""
        for field, answer in answers.items():
            self._fill(field.replace("__", "."), answer)
        return self

    def _fill(self, name: str, answer: object) -> None:
        if isinstance(answer, tuple):
            for part, value in zip(("day", "month", "year"), answer):
                if value is not None:
                    self._named(f"{name}.{part}").fill(str(value))
            return
        for value in answer if isinstance(answer, list) else [str(answer)]:
            reason = self.page.locator(f'[name="{name}.absent"]')
            if value.startswith("!") and reason.count():
                why = self.page.locator("details").filter(has=reason)
                if why.get_attribute("open") is None:
                    why.locator("summary").click()
                self.tick(self.page.locator(f'[name="{name}.absent"][value="{value[1:]}"]'))
                continue
            field = self._named(name)
            match field.first.evaluate("e => e.tagName === 'SELECT' ? 'list' : ['radio', 'checkbox'].includes(e.type) ? 'choice' : 'words'"):
                case "list":
                    field.select_option(value)
                case "choice":
                    self.tick(self.page.locator(f'[name="{name}"][value="{value}"]'))
                case _:
                    field.fill(value)

    def tick(self, box: Locator) -> None:
        """Taps the words beside a box, as a thumb does."""
        self.page.locator(f'label[for="{box.get_attribute("id")}"]').click()
        assert box.is_checked()

    def _named(self, name: str) -> Locator:
        return self.page.locator(f'[name="{name}"]')
