# SPDX-License-Identifier: Apache-2.0
"""Every page that a role can reach by links: answers, is accessible in light, dark and the reader's own colours, fits 360 pixels and 320
(1280 at 400 %), with wide spacing too, can be used with the keyboard alone and printed, names all its controls and tables for a screen
reader, is marked FICTIONAL, keeps its forms safe. A page is loaded once; widths and colours change on it.

Pages are found by following links from where the role arrives, one of each shape (ids and references stand for each other), so
a new page is tested on the day it is linked."""
from __future__ import annotations

import os
import re
from urllib.parse import urljoin, urlsplit

import pytest

from accessibility import assert_sound, axe, high_contrast, keyboard, named, overflow, printed, small_targets, spaced
from browsing import DESK, PHONE, screenshot

ROLES = ["pcso", "teacher", "co-ordinator", "central cse", "social worker", "duty manager", "analyst", "information manager",
         "administrator", "professional standards", "protected identities", "public"]
AT_MOST = 60
# A page that an earlier role was shown is looked at in the browser once; --long looks at each role's own copy.
LONG = os.environ.get("SENTINEL_LONG") == "1"
LOOKED_AT: set[str] = set()
FORGERY_TOKEN = "_token"


def shape(url: str) -> str:
    """The address with every id, reference and number replaced, so that one page of each kind is looked at."""
    path = urlsplit(url).path
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", ":id", path)
    path = re.sub(r"/[0-9A-Z]{3,}(?:-[0-9A-Z]+)+(?=/|$)", "/:reference", path)
    return re.sub(r"/\d+(?=/|$)", "/:number", path)


def pages_of(house, role):
    """One page of each shape that the role reaches by links, in the order they are met."""
    person = house.stranger() if role == "public" else house.person(role)
    seen, waiting, found = {"/"}, ["/"], []
    while waiting and len(found) < AT_MOST:
        page = person.get(waiting.pop(0))
        if "html" not in page.response.headers.get("Content-Type", ""):
            continue
        found.append(page)
        for href, _ in page.links:
            url = urljoin(page.url, href)
            if not url.startswith(person.base + "/") or re.search(r"/(sign-?out|leave|enter|api)\b", urlsplit(url).path):
                continue
            if shape(url) not in seen:
                seen.add(shape(url))
                waiting.append(url)
    return found


@pytest.mark.timeout(900)
@pytest.mark.parametrize("role", ROLES)
def test_pages_are_sound(browsing, house, role):
    findings = []
    signed_in = None if role == "public" else role
    browser = browsing.open(signed_in)
    for page in pages_of(house, role):
        where = shape(page.url)
        if page.status != 200:
            findings.append(f"{where}: a link leads to {page.status}")
            continue
        if "FICTIONAL" not in page.text:
            findings.append(f"{where}: not marked FICTIONAL")
        if not page.title or len([h for h in page.headings if h]) == 0:
            findings.append(f"{where}: no title or heading")
        for form in page.forms:
            if form.method == "post" and FORGERY_TOKEN not in form.names:
                findings.append(f"{where}: the form to {form.action} has no forgery token")
        if where in LOOKED_AT and not LONG:
            continue
        LOOKED_AT.add(where)
        browser.set_viewport_size(DESK)
        browser.goto(page.url)
        findings += [f"{where}: {one}" for one in axe(browser) + overflow(browser) + named(browser)]
        findings += [f"{where} by keyboard: {one}" for one in keyboard(browser)]
        findings += [f"{where} in high contrast: {one}" for one in high_contrast(browser)]
        findings += [f"{where} on paper: {one}" for one in printed(browser)]
        browser.emulate_media(color_scheme="dark")  # in the dark only the colours are others
        findings += [f"{where} in the dark: {found}" for found in axe(browser, "color-contrast")]
        browser.emulate_media(color_scheme="light")
        if LONG:
            screenshot(browser, f"{role}{where}")
        browser.set_viewport_size(PHONE)
        findings += [f"{where} at 360: {one}" for one in axe(browser) + overflow(browser) + small_targets(browser)]
        if LONG:
            screenshot(browser, f"{role}{where}-360")
        browser.set_viewport_size({"width": 320, "height": 640})
        findings += [f"{where} at 320: {one}" for one in overflow(browser) + small_targets(browser) + spaced(browser)]
    assert not findings, "\n  ".join([""] + sorted(set(findings)))


def test_the_first_page_is_sound_without_scripts(browsing):
    page = browsing.without_scripts()
    page.goto("/")
    screenshot(page, "first-page-no-scripts")
    assert page.locator("h1").count() == 1


def test_the_sign_in_page_on_a_phone(browsing):
    page = browsing.phone()
    page.goto("/")
    assert_sound(page)
