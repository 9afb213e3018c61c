# SPDX-License-Identifier: Apache-2.0
"""Canaries, and people who type them: every page that they open is kept, so that each canary can be read back and no text field
is forgotten."""
from __future__ import annotations

import html
import random
import re
import threading
from dataclasses import dataclass
from urllib.parse import unquote_plus, urljoin, urlsplit

from canary_fields import Addresses, Box, BoxReader, field_name
from house import House, Page, Person
from sentinel_server import SentinelServer

WAIT = threading.Event()


@dataclass
class Canary:
    """What was typed where, and where it must be read again: on a `page`, in the `echo` of the form it was typed in, or `never`.
    What is a code (an area's) stands in clear and is not `sealed`."""
    value: str
    door: str
    place: str
    field: str
    shown: str
    sealed: bool = True

    def __str__(self) -> str:
        return f"{self.door}: {self.field} of {self.place} ({self.value!r})"


class Canaries:
    """Makes values that stand nowhere else, each in the form that its field asks for and in the ranges that reach nobody."""

    def __init__(self, seed: int):
        self._chance, self.all, self._values, self._number = random.Random(seed), [], set(), 0

    def mint(self, door: str, place: str, field: str, kind: str = "words", shown: str = "page") -> str:
        while True:
            value = self._value(kind)
            if value not in self._values:
                break
        self._values.add(value)
        self.all.append(Canary(value, door, place, field, shown, sealed=kind != "code"))
        return value

    def _word(self) -> str:
        return "".join(self._chance.choice("qxzvjk") + self._chance.choice("aeiou") for _ in range(4))

    def _value(self, kind: str) -> str:
        chance, number = self._chance, self._number
        self._number += 1
        match kind:
            case "email": return f"canary{number}{self._word()}@example.org"
            case "phone": return f"{chance.choice(['07700 900', '01632 960', '03069 990', '08081 570'])}{chance.randint(0, 999):03}"
            case "postcode":
                return f"QZ{chance.randint(10, 99)} {chance.randint(1, 9)}{''.join(chance.choices('ABDEFGHJLNPQRSTUWXYZ', k=2))}"
            case "mark": return f"Q{chance.choice('XZ')}{chance.randint(10, 99)} {''.join(chance.choices('QXZVJK', k=3))}"
            case "code": return f"{self._word()}-{chance.randint(100, 999)}"
            case "token": return f"{self._word()}{self._word()}{number}"
            case "password": return f"{self._word()} {self._word()} {self._word()} {number}"
            case _: return f"{self._word().capitalize()} {self._word().capitalize()}{chance.randint(100, 999)}"


def kind_of(box: Box) -> str:
    """What a field asks for, by its type and name."""
    name = box.name
    if box.kind == "password":
        return "password"
    if box.kind == "email" or "email" in name:
        return "email"
    if box.kind == "tel" or name in ("phone", "phone.number", "source.phone", "safe_contact.value"):
        return "phone"
    if "postcode" in name:
        return "postcode"
    if name == "vehicle.mark":
        return "mark"
    return "code" if name == "code" else "words"


class Typist(Person):
    """A person who types canaries into forms."""

    def __init__(self, house: "CanaryHouse", role: str):
        super().__init__(house.server.url, role)
        self.house = house

    def _read(self, response) -> Page:
        if response.status_code == 429:
            WAIT.wait(float(response.headers.get("Retry-After", 1)))
            again = self.session.send(response.request, timeout=30)
            return self._read(again)
        page = super()._read(response)
        page.forms = BoxReader(page.html).forms
        self.house.keep(self, page)
        return page

    def type(self, page: Page, form: str = "", button: str | None = None, *, door: str = "page", shown: str | None = None,
             choose: dict | None = None, only: set[str] | None = None, status: int | None = 200) -> Page:
        """Fills every text field of a form with a canary of its own, chooses what `choose` says, and sends it."""
        found, canaries = page.form(form), self.house.canaries
        place = self.house.addresses.pattern(urljoin(page.url, found.action or page.url))
        values, before = {}, len(canaries.all)
        for box in found.boxes:
            if only is None or box.name in only:
                usual = "never" if box.kind == "password" else shown or ("echo" if found.method == "get" else "page")
                values[box.name] = canaries.mint(door, place, field_name(box.name), kind_of(box), usual)
                self.house.filled.add((place, field_name(box.name)))
        values |= {name: value for name, value in (choose or {}).items() if name in found.names}
        answer = page.submit(form, button, fields=values)
        if status is not None and answer.status != status:
            raise AssertionError(f"{self.role}: {found.method} {found.action} was answered {answer.status}: {answer.text[:600]}")
        if answer.status != 200:  # what was refused is shown again in the form, and nowhere else
            for canary in canaries.all[before:]:
                canary.shown = "never" if canary.shown == "never" else "echo"
        self.house.typed = values
        return answer


class CanaryHouse(House):
    """One server, its typists, and everything they have seen."""

    def __init__(self, server: SentinelServer, canaries: Canaries, addresses: Addresses):
        super().__init__(server)
        self.canaries, self.addresses = canaries, addresses
        self.pages: list[tuple[str, str, str]] = []
        self.fields: dict[tuple[str, str], str] = {}
        self.filled: set[tuple[str, str]] = set()
        self.opened: set[str] = set()
        self.agent = canaries.mint("header", "every request", "User-Agent", "token", "never")
        self.typed: dict[str, str] = {}

    def sign_in(self, role: str, link: str) -> Typist:
        person = self.stranger(role)
        person.get(link).submit("/link/")
        if not person.session.cookies:
            raise AssertionError(f"the sign-in link of {role} led to no session")
        return person

    def stranger(self, role: str = "public") -> Typist:
        person = Typist(self, role)
        person.session.headers["User-Agent"] = self.agent
        return person

    def keep(self, person: Typist, page: Page) -> None:
        """Remembers what a page shows and which text fields it has."""
        for answer in [*page.response.history, page.response]:
            self.opened.add(self.addresses.pattern(answer.url))
        method = page.response.request.method
        for form in page.forms:
            place = self.addresses.pattern(urljoin(page.url, form.action or page.url))
            for box in form.boxes:
                self.fields.setdefault((place, field_name(box.name)), f"{person.role} on {urlsplit(page.url).path}")
        shown = "page" if method == "GET" and page.status == 200 else "echo"
        self.pages.append((shown, unquote_plus(page.url).casefold(), html.unescape(page.html).casefold()))

    def crawl(self, roles: list[str], at_most: int = 120) -> None:
        """Follows every link of every role, one of each pattern and set of parameters."""
        for role in roles:
            person = self.stranger() if role == "public" else self.person(role)
            seen, waiting, count = set(), ["/"], 0
            while waiting and count < at_most:
                page, count = person.get(waiting.pop(0)), count + 1
                for href, _ in page.links:
                    url = urljoin(page.url, href).split("#")[0]
                    if not url.startswith(person.base + "/") or re.search(r"/(sign-?out|leave|exit|api)\b", urlsplit(url).path):
                        continue
                    shape = (self.addresses.pattern(url), *sorted(re.findall(r"[?&]([^=&]+)=", url)))
                    if shape not in seen:
                        seen.add(shape)
                        waiting.append(url)

    def forgotten(self) -> list[str]:
        """Text fields that were met and never filled, addresses that were declared and never opened."""
        fields = [f"the field {name!r} of {place} was met by {where} and not filled" for (place, name), where in sorted(self.fields.items())
                  if (place, name) not in self.filled]
        return fields + [f"{pattern} was not opened" for pattern in self.addresses.pages if pattern not in self.opened]


def unread(canaries: list[Canary], pages: list[tuple[str, str, str]]) -> list[Canary]:
    """The canaries that no page has shown, though it must. A page whose address holds the canary only echoes it."""
    missing = []
    for canary in canaries:
        value = canary.value.casefold()
        if canary.shown != "never" and not any(
                value in text and (canary.shown == "echo" or (shown == "page" and value not in url)) for shown, url, text in pages):
            missing.append(canary)
    return missing
