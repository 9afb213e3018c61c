# SPDX-License-Identifier: Apache-2.0
"""People whom an administrator adds, and their way in: one-time link, password, authenticator."""
from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time
from urllib.parse import parse_qs, urlsplit

from requests.adapters import HTTPAdapter

from house import House, Page, Person

PASSWORD = "heron kettle seventeen lanterns"


def code(secret: str, at: float) -> str:
    """The six figures of an authenticator (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(at) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class Elsewhere(HTTPAdapter):
    """Asks from a loopback address of its own: tries to sign in are counted by where they come from."""

    count = 1

    def init_poolmanager(self, *arguments, **options):
        Elsewhere.count += 1
        super().init_poolmanager(*arguments, source_address=(f"127.0.{Elsewhere.count // 250}.{Elsewhere.count % 250 + 1}", 0), **options)


def stranger(house: House) -> Person:
    person = house.stranger()
    person.session.mount("http://", Elsewhere())
    return person


class Newcomer:
    """A person whom an administrator has just added, with role and one-time link."""

    def __init__(self, house: House, administrator: Person, name: str, role: str = "reporter", **grant: str):
        self.house, self.administrator = house, administrator
        self.email = f"{re.sub(r'[^a-z]', '', name.lower())}.{time.time_ns()}@example.org"
        page = administrator.get("/directory/add-person")
        agency = next(value for value, words in options(page, "agency") if value)
        self.page = page.submit("add-person", name=name, email=self.email, post="tester", phone="07700 900123", agency=agency)
        assert self.page.status == 200, self.page.text
        self.url = urlsplit(self.page.url).path
        given = administrator.get(self.url + "/give-role").submit("give-role", role=role, **grant)
        assert given.status == 200 and "done=yes" in given.url, given.text
        self.last_code = 0.0

    def link(self) -> str:
        page = self.administrator.get(self.url + "/link").submit("/link")
        return urlsplit(re.search(r"https?://\S+/link/\S+", page.text)[0]).path

    def settle(self, link: str) -> None:
        """Chooses a password and adds the authenticator."""
        page = stranger(self.house).get(link).submit("/link/")
        self.secret = parse_qs(urlsplit(next(href for href, _ in page.links if href.startswith("otpauth:"))).query)["secret"][0]
        self.last_code = time.time()
        page = page.submit("/password", password=PASSWORD, code=code(self.secret, self.last_code))
        assert page.status == 200 and page.says("are set"), page.text

    def next_code(self) -> str:
        """A code that was not used yet: the next step's is accepted too, so nobody waits half a minute."""
        at = max(time.time(), (self.last_code // 30 + 1) * 30)
        # The server has the real clock and takes a code once (RFC 6238 5.2): a third sign-in within a step must wait for the next.
        if at > time.time() + 30:
            time.sleep(at - time.time() - 29)
        self.last_code = at
        return code(self.secret, at)

    def sign_in(self, next_page: str = "/account") -> Person:
        person = stranger(self.house)
        page = person.get(next_page)
        assert page.url.endswith("/sign-in?next=" + next_page.replace("/", "%2F")), page.url
        page = page.submit("sign-in", email=self.email, password=PASSWORD).submit("sign-in", code=self.next_code())
        assert urlsplit(page.url).path == next_page and page.status == 200, (page.url, page.text)
        return person


def options(page: Page, name: str) -> list[tuple[str, str]]:
    select = re.search(rf'<select id="{name}".*?</select>', page.html, re.S)[0]
    return re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)', select)
