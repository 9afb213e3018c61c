# SPDX-License-Identifier: Apache-2.0
"""Plain HTTP clients of a running Sentinel: a person who signs in by a one-time link and posts forms as a browser without
scripts would, and an agency's system that calls the JSON API with a bearer token."""
from __future__ import annotations

import json
import re
import threading
import time
import uuid
from urllib.parse import urljoin, urlsplit

import requests

from forms import Form, PageReader
from sentinel_server import SentinelServer

REFERENCE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{3,5}(?:-[0-9A-HJKMNP-TV-Z]{2,5}){1,3}\b")


class Page:
    """One answer, read as HTML."""

    def __init__(self, person: "Person", response: requests.Response):
        self.person, self.response = person, response
        self.status, self.url, self.html = response.status_code, response.url, response.text
        read = PageReader(self.html)
        self.title, self.headings, self.links, self.forms, self.text = read.title, read.headings, read.links, read.forms, read.text

    def form(self, containing: str = "") -> Form:
        """The form whose action, button, field name or text holds `containing`; the page's only posting form when left out."""
        posting = [f for f in self.forms if f.method == "post"]
        found = [f for f in (posting if not containing else self.forms)
                 if containing.casefold() in " ".join([f.action, f.text, *f.names, *(b[2] for b in f.buttons)]).casefold()]
        if not containing:  # "sign out" stands on every page
            found = [f for f in found if not re.search(r"sign.?out|leave", f.action)] or found
        if not found:
            raise AssertionError(f"{self.url} has no form with {containing!r}; forms: {[(f.method, f.action) for f in self.forms]}")
        return found[0]

    def submit(self, containing: str = "", button: str | None = None, /, **values: object) -> "Page":
        """Fills the form, keeps its hidden fields (the CSRF token among them), sends it and follows. Field names that are no
        Python names go in as `fields={...}`."""
        values = {**values.pop("fields", {}), **values}
        form = self.form(containing)
        target, pairs = urljoin(self.url, form.action or self.url), form.filled(values, button)
        if form.method == "post":
            return self.person.post(target, pairs)
        return self.person.get(target, params=pairs)

    def follow(self, text: str) -> "Page":
        """Opens the first link whose words or address hold `text`."""
        for href, words in self.links:
            if text.casefold() in words.casefold() or text in href:
                return self.person.get(urljoin(self.url, href))
        raise AssertionError(f"{self.url} has no link {text!r}; links: {self.links}")

    def says(self, words: str) -> bool:
        return words.casefold() in self.text.casefold()

    @property
    def reference(self) -> str:
        """The first reference shown (Crockford letters in groups)."""
        found = REFERENCE.search(self.text)
        if not found:
            raise AssertionError(f"{self.url} shows no reference: {self.text[:300]}")
        return found[0]


class Person:
    """Somebody with a browser that runs no scripts."""

    def __init__(self, base: str, role: str = "public"):
        self.base, self.role, self.session = base, role, requests.Session()
        self.session.headers["User-Agent"] = "sentinel-tests"

    def get(self, path: str, **options) -> Page:
        return self._read(self.session.get(urljoin(self.base, path), timeout=30, **options))

    def post(self, path: str, pairs, **options) -> Page:
        return self._read(self.session.post(urljoin(self.base, path), data=pairs, timeout=30, **options))

    def _read(self, response: requests.Response) -> Page:
        if response.status_code >= 500:
            raise AssertionError(f"{response.request.method} {response.url} answered {response.status_code}: {response.text[:400]}")
        return Page(self, response)

    def cookies(self) -> list[dict]:
        """Its cookies, as Playwright's `context.add_cookies` takes them."""
        return [{"name": c.name, "value": c.value, "url": self.base, "httpOnly": True, "sameSite": "Lax"} for c in self.session.cookies]


class House:
    """Everybody who can sign in to one server. Links are good once, so a signed-in person is kept for each."""

    def __init__(self, server: SentinelServer):
        self.server, self._people, self._lock = server, {}, threading.Lock()

    def person(self, role: str) -> Person:
        with self._lock:
            if role in self._people:  # who came in by another way than a demo link
                return self._people[role]
            link = self.server.link(role)  # one role answers to several names: "co-ordinator", "local co-ordinator"
            if link not in self._people:
                self._people[link] = self.sign_in(role, link)
            return self._people[link]

    def sign_in(self, role: str, link: str) -> Person:
        """Opens a one-time link; where its page asks to confirm (so that a preview of the link does not use it up), confirms."""
        person = Person(self.server.url, role)
        page = person.get(link)
        confirm = [f for f in page.forms if f.method == "post" and urlsplit(urljoin(page.url, f.action or page.url)).path == urlsplit(link).path]
        if confirm:
            page = person.post(urljoin(page.url, confirm[0].action or page.url), confirm[0].filled({}))
        if page.status != 200 or not person.session.cookies:
            raise AssertionError(f"the sign-in link of {role} led to {page.status} {page.url} with no session")
        return person

    def stranger(self) -> Person:
        return Person(self.server.url)


class API:
    """The JSON API with one bearer token. Answers are returned whatever their status; a test says what it expects."""

    def __init__(self, base: str, token: str | None):
        self.base, self.session = base, requests.Session()
        if token:
            self.session.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str, **options) -> requests.Response:
        return self.session.get(urljoin(self.base, path), timeout=30, **options)

    def post(self, path: str, body: object, key: str | None = None, **options) -> requests.Response:
        headers = {"Idempotency-Key": key or str(uuid.uuid4()), "Content-Type": "application/json", **options.pop("headers", {})}
        return self.session.post(urljoin(self.base, path), data=json.dumps(body).encode(), headers=headers, timeout=30, **options)

    def report(self, body: dict, key: str | None = None) -> dict:
        """Sends one concern; returns what the receipt says (id, reference)."""
        answer = self.post("/api/v1/concerns", body, key)
        if answer.status_code not in (200, 201):
            raise AssertionError(f"the report was answered {answer.status_code}: {answer.text[:400]}")
        return answer.json()


def wait_until(condition, within: float = 5, every: float = 0.02):
    """Asks again until the condition gives something true; returns it. The bound is what the test promises, not a pause."""
    deadline, pause = time.monotonic() + within, threading.Event()
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"not so within {within} s")
        pause.wait(every)
