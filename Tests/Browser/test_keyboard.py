# SPDX-License-Identifier: Apache-2.0
"""The whole walk by keyboard alone, as somebody who uses no mouse takes it: a report, the queue, a match answered, a decision, a hand-over
accepted, a reply. Nothing here touches a mouse or fills a field past the keys; a control that the Tab key does not come to ends the walk."""
from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from browsing import Browsing
from house import House, wait_until

REFERENCE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")
FOCUSED = """() => { const e = document.activeElement, label = e.labels && e.labels[0];
    const box = e.closest('tr, article, li.row');
    return {tag: e.tagName.toLowerCase(), type: e.type || '', checked: !!e.checked, field: e.name || '', value: e.value || '',
            name: ((label && label.innerText) || e.getAttribute('aria-label') || e.innerText || e.value || '').replace(/\\s+/g, ' ').trim(),
            within: box ? box.innerText : ''}; }"""


class Keys:
    """One person at a keyboard. Every way begins at the top of the page, as after loading it."""

    def __init__(self, page: Page):
        self.page = page

    def go(self, path: str) -> "Keys":
        self.page.goto(path)
        return self

    def to(self, wanted, what: str, most: int = 250) -> dict:
        """Tabs until the focus stands on what is wanted."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            at = self.page.evaluate(FOCUSED)
            if wanted(at):
                return at
        raise AssertionError(f"{self.page.url}: the Tab key does not come to {what}")

    def press(self, name: str, within: str = "", tags: tuple[str, ...] = ("a", "button")) -> "Keys":
        """Enter on a link or button, and the page that follows."""
        self.to(lambda at: at["tag"] in tags and at["name"].startswith(name) and within in at["within"], f"{name!r} {within}")
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def open(self, name: str) -> "Keys":
        """Unfolds what stands behind a line."""
        self.to(lambda at: at["tag"] == "summary" and at["name"].startswith(name), f"the line {name!r}")
        self.page.keyboard.press("Enter")
        return self

    def write(self, field: str, words: str) -> "Keys":
        """Types into a field: its name, as the form sends it."""
        self.to(lambda at: at["field"] == field and at["tag"] in ("input", "textarea"), f"the field {field!r}")
        self.page.keyboard.type(words)
        return self

    def choose(self, field: str, value: str) -> "Keys":
        """One of several answers: Tab comes to the first, Space ticks it, arrows go on; a box that may be one of many is come to by Tab."""
        at = self.to(lambda at: at["field"] == field and at["type"] in ("radio", "checkbox") and
                     (at["type"] == "radio" or at["value"] == value), f"the choice {field!r}")
        if at["type"] == "checkbox" or at["value"] == value:
            self.page.keyboard.press("Space")
        for _ in range(40):
            at = self.page.evaluate(FOCUSED)
            if at["value"] == value and at["checked"]:
                return self
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{self.page.url}: arrows do not come to {value!r} of {field!r}")

    def select(self, field: str, label: str) -> "Keys":
        """An entry of a list, by typing how it begins."""
        self.to(lambda at: at["field"] == field and at["tag"] == "select", f"the list {field!r}")
        self.page.keyboard.type(label)
        return self

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def text(self) -> str:
        return " ".join(self.page.inner_text("body").split())


def reported(keys: Keys, given: str, family: str, born: tuple[int, int, int]) -> str:
    """A report from its first page to its receipt."""
    keys.go("/").press("Report a concern").press("Start a report")
    keys.choose("danger.now", "no").press("Continue")
    keys.write("statement.text", f"{given} came in tired again, with a new phone that she hides.").press("Continue")
    keys.choose("statement.how_known", "saw").press("Continue")
    while "What may it be" not in keys.text and "child_sexual_exploitation" not in keys.page.content():
        keys.press("Continue")
    keys.choose("crime", "child_sexual_exploitation").press("Continue")
    while not keys.page.locator('[name="person.given_names"]').count():
        keys.press("Continue")
    keys.choose("person.subject_kind", "child").write("person.given_names", given).write("person.family_name", family)
    for part, value in zip(("day", "month", "year"), born):
        keys.write(f"person.date_of_birth.{part}", str(value))
    keys.press("Send now").press("Send the report")
    assert keys.heading == "Your report has arrived"
    return REFERENCE.search(keys.text)[0]


@pytest.fixture
def browsing(chromium, fresh_server):
    """Pages of a small region of its own, so that what was just reported stands on the first page of the queue."""
    browsing = Browsing(chromium, House(fresh_server(concerns=12)))
    yield browsing
    browsing.close()
    assert not browsing.complaints, browsing.complaints


@pytest.mark.timeout(300)
def test_the_whole_walk_without_a_mouse(browsing):
    first = reported(Keys(browsing.open("teacher")), "Ottoline", "Quillfeather", (9, 4, 2012))
    pcso = Keys(browsing.open("pcso"))
    reference = reported(pcso, "Otoline", "Quilfeather", (9, 4, 2012))

    # The queue: the concern by its name, the match answered where it stands.
    desk = Keys(browsing.open("co-ordinator"))
    reader = browsing.house.person("co-ordinator")
    wait_until(lambda: first in reader.get(f"/concerns/{reference}").html, within=5)
    desk.go("/desk").press("Otoline Quilfeather", within=reference)
    assert reference in desk.page.url
    desk.press("The same", within="new phone")
    assert "The same ·" in desk.text, "answered"

    # The decision, with its slip: the focus comes to the summary of what is wrong, and Enter there leads to the field.
    desk.press("Take").press("Decide")
    desk.choose("outcome", "hand_over").select("threshold", "Level 4").press("See where it goes")
    desk.press("Decide: Hand over")
    assert desk.page.title().startswith("Error: ")
    at = desk.page.evaluate("() => document.activeElement.closest('.errors') !== null")
    assert at, "the focus does not stand on what is wrong"
    desk.write("reason", "Two agencies describe the same girl within a day.")
    for name in desk.page.locator('[name^="gate."][type=radio]').evaluate_all("all => [...new Set(all.map(e => e.name))]"):
        value = desk.page.locator(f'[name="{name}"]').first.get_attribute("value")
        desk.page.evaluate("() => document.activeElement.blur()")
        desk.choose(name, value)
    desk.press("Decide: Hand over")
    assert "Decided." in desk.text, desk.text[:600]

    # The hand-over is accepted, the reporter answered, and reads it.
    team = Keys(browsing.open("central cse"))
    team.go("/hand-overs").press("Accept", within=reference)
    assert "/cases/" in team.page.url
    desk.go(f"/concerns/{reference}").open("Reply to the reporter").choose("chosen", "keep_telling").press("Send the reply")
    pcso.go("/my-reports").press(reference, within=reference)
    assert reference in pcso.page.url and "Thank you" in pcso.page.inner_text("main")


def test_a_key_press_that_leads_nowhere_is_found(browsing):
    """The variant: a control that only a mouse reaches ends such a walk."""
    keys = Keys(browsing.open("pcso")).go("/")
    keys.page.evaluate("() => document.querySelector('main a.button').setAttribute('tabindex', '-1')")
    with pytest.raises(AssertionError, match="does not come to"):
        keys.press("Report a concern")
