# SPDX-License-Identifier: Apache-2.0
"""A child at the public door, in Chromium and as a bare HTTP client, and a crowd that wants to keep them out."""
from __future__ import annotations

import http.client
import re
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from playwright.sync_api import BrowserContext, Page

CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}-[0-9A-Z]\b")
TITLE = "Advice and support"
NEUTRAL = re.compile(r"^/advice(?:/(?:first|now|check|next|code|done|back|answers|page/\d{1,2}))?(?:\?(?:again=1|more=yes))?$")
ELSEWHERE = "https://www.bbc.co.uk/weather"


def shared_phone(chromium, url: str, scripts: bool) -> BrowserContext:
    """A phone with a browser of its own."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, java_script_enabled=scripts,
                                   base_url=url, locale="en-GB", timezone_id="Europe/London", reduced_motion="reduce",
                                   user_agent="CANARY-phone")
    context.set_default_timeout(10_000)
    return context


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def press(page: Page, name: str) -> None:
    """Presses a button and waits for the page that follows, which may have the same address."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=name).click()


def leave(page: Page, url: str, press=None) -> None:
    """Leaves, and waits until the tab is elsewhere. That page is not reached from here: where it is only its address counts."""
    (press or page.get_by_role("link", name="Leave this page").click)()
    until = time.monotonic() + 10
    while page.url.startswith(url) and time.monotonic() < until:
        page.wait_for_timeout(50)
    assert not page.url.startswith(url), page.url


def history(page: Page) -> list[tuple[str, str]]:
    """Address and title of every entry in the history of a tab."""
    told = page.context.new_cdp_session(page).send("Page.getNavigationHistory")
    return [(entry["url"], entry["title"]) for entry in told["entries"]]


@dataclass
class Told:
    """What a bare client met on its way to the receipt."""

    statuses: list[int] = field(default_factory=list)
    code: str | None = None
    seconds: float = 0.0


def tell(port: int, words: str, source: str | None = None, within: float = 60, every: float = 3.0) -> Told:
    """Tells something as a browser without scripts does: sends it, and looks again as often as the page that waits says."""
    told, began, cookie = Told(), time.monotonic(), ""

    def ask(method: str, path: str, form: dict | None = None) -> tuple[int, str, str]:
        nonlocal cookie
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=within, source_address=(source, 0) if source else None)
        try:
            headers = {"Cookie": cookie, "User-Agent": "CANARY-client", "Referer": "http://CANARY-referrer.example.org/"}
            if form is not None:
                headers |= {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
            connection.request(method, path, urlencode(form) if form is not None else None, headers)
            answer = connection.getresponse()
            told.statuses.append(answer.status)
            for name, value in answer.getheaders():
                if name.casefold() == "set-cookie" and value.startswith("form="):
                    cookie = value.split(";")[0]
            return answer.status, answer.getheader("Location") or "", answer.read().decode()
        finally:
            connection.close()

    _, where, _ = ask("POST", "/advice/page/2", {"statement.text": words, "send": "yes"})
    while where and time.monotonic() - began < within:
        status, on, text = ask("GET", where)
        if found := CODE.search(text):
            told.code, told.seconds = found[0], time.monotonic() - began
            return told
        if status == 303:
            where = on
        else:
            time.sleep(every)
            where = "/advice/next"
    told.seconds = time.monotonic() - began
    return told


class Crowd:
    """Hostile reports from many loopback addresses at a steady rate, each in one step; how each was answered."""

    def __init__(self, port: int, reports: int, a_second: float, addresses: int, threads: int = 24):
        self.port, self.reports, self.a_second, self.addresses = port, reports, a_second, addresses
        self.statuses: dict[int, int] = {}
        self.failures: list[str] = []
        self._lock, self._next, self._began = threading.Lock(), 0, 0.0
        self._threads = [threading.Thread(target=self._send, daemon=True) for _ in range(threads)]

    def start(self) -> "Crowd":
        self._began = time.monotonic()
        for thread in self._threads:
            thread.start()
        return self

    def join(self) -> "Crowd":
        for thread in self._threads:
            thread.join()
        return self

    def _send(self) -> None:
        while True:
            with self._lock:
                number, self._next = self._next, self._next + 1
            if number >= self.reports:
                return
            time.sleep(max(0.0, self._began + number / self.a_second - time.monotonic()))
            place = number % self.addresses
            body = urlencode({"statement.text": f"Nothing at all, number {number}.", "send": "yes"})
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60,
                                                        source_address=(f"127.0.{1 + place // 250}.{1 + place % 250}", 0))
                connection.request("POST", "/advice/page/2", body, {"Content-Type": "application/x-www-form-urlencoded"})
                status = connection.getresponse().status
                connection.close()
                with self._lock:
                    self.statuses[status] = self.statuses.get(status, 0) + 1
            except OSError as error:
                with self._lock:
                    self.failures.append(f"{type(error).__name__}: {error}")
