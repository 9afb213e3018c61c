# SPDX-License-Identifier: Apache-2.0
"""Getting in and being shut out, over HTTP without scripts: one-time links, password and authenticator, sessions, tokens, roles."""
from __future__ import annotations

import re
import time
from urllib.parse import parse_qs, urlsplit

import pytest

from house import API, Person
from newcomers import PASSWORD, Newcomer, code, stranger

WRONG = "not right. Check them and try again"


@pytest.fixture
def administrator(house) -> Person:
    return house.person("administrator")


def test_a_newcomer_gets_in_by_link_password_and_code(house, administrator):
    newcomer = Newcomer(house, administrator, "Robin Quill")
    link = newcomer.link()
    visitor = stranger(house)
    for _ in range(3):  # a mail scanner follows links, and must not use them up
        assert visitor.get(link).status == 200 and visitor.get(link + "/password").status == 200
    page = visitor.get(link + "/password")
    short = page.submit("/password", password="short", code="000000")
    assert short.status == 422 and short.title.startswith("Error:") and short.says("at least 12 characters") and short.says("does not fit")
    newcomer.settle(link)
    assert visitor.get(link).status == 404 and visitor.get(link).says("no longer works")
    person = newcomer.sign_in()
    assert person.get("/account").says("Robin Quill")


def test_what_is_wrong_is_always_the_same_sentence(house, administrator):
    newcomer = Newcomer(house, administrator, "Sasha Wren")
    newcomer.settle(newcomer.link())
    answers = []
    for email, password in [(newcomer.email, "wrong password here"), ("nobody@example.org", PASSWORD), ("", "")]:
        page = stranger(house).get("/sign-in").submit("sign-in", email=email, password=password)
        answers.append((page.status, re.sub(r'value="[^"]*"', "", page.html)))
    page = stranger(house).get("/sign-in").submit("sign-in", email=newcomer.email, password=PASSWORD).submit("sign-in", code="000000")
    assert page.status == 422 and page.says(WRONG)
    ids = [re.sub(r"[0-9a-f-]{36}", "", html) for _, html in answers]
    assert {status for status, _ in answers} == {422} and len(set(ids)) == 1 and WRONG in answers[0][1]


def test_sessions_are_listed_and_ended(house, administrator):
    newcomer = Newcomer(house, administrator, "Jules Marsh")
    newcomer.settle(newcomer.link())
    here, elsewhere = newcomer.sign_in(), newcomer.sign_in()
    page = here.get("/account")
    assert page.says("This session") and page.says("End all other sessions")
    assert page.submit("end-others").says("Whoever was signed in there is out")
    gone = elsewhere.get("/account")
    assert gone.status == 401 and gone.says("Your session has ended") and any("next=%2Faccount" in href for href, _ in gone.links)
    out = here.get("/account").submit("sign-out")
    assert out.says("signed out") and here.get("/account").url.startswith(house.server.url + "/sign-in")


def test_a_token_of_mine_is_shown_once_and_revoked(house, administrator):
    newcomer = Newcomer(house, administrator, "Ash Field")
    newcomer.settle(newcomer.link())
    person = newcomer.sign_in()
    refused = person.get("/account/tokens/new").submit("tokens/new", label="", days="0")
    assert refused.status == 422 and refused.says("Tick at least one thing")
    made = person.get("/account/tokens/new").submit("tokens/new", label="nightly", days="7", scopes=["standard:read"])
    secret = re.search(r"snt_[A-Za-z0-9_-]{43}", made.text)[0]
    page = person.get("/account")
    assert page.says("nightly") and secret not in page.html
    api = API(house.server.url, secret)
    assert api.post("/api/v1/concerns", {}).status_code == 403 or api.post("/api/v1/concerns", {}).status_code == 422
    revoked = page.follow("Revoke").submit("revoke")
    assert revoked.says("The token no longer works")
    assert api.post("/api/v1/concerns", {}).status_code == 401


def test_a_new_password_needs_the_old_one_and_ends_all_sessions(house, administrator):
    newcomer = Newcomer(house, administrator, "Toby Lark")
    newcomer.settle(newcomer.link())
    person = newcomer.sign_in()
    wrong = person.get("/account/password").submit("account/password", password="not this one at all", code=newcomer.next_code())
    assert wrong.status == 422 and wrong.says("Check them and try again")
    page = person.get("/account/password").submit("account/password", password=PASSWORD, code=newcomer.next_code())
    assert page.says("Choose a password and add your authenticator"), page.text
    newcomer.secret = parse_qs(urlsplit(next(href for href, _ in page.links if href.startswith("otpauth:"))).query)["secret"][0]
    newcomer.last_code = time.time()
    page = page.submit("/password", password=PASSWORD + " again", code=code(newcomer.secret, newcomer.last_code))
    assert page.says("are set") and person.get("/account").url.startswith(house.server.url + "/sign-in")


def test_whoever_is_shut_out_is_out_at_once(house, administrator):
    newcomer = Newcomer(house, administrator, "Kim Vale")
    newcomer.settle(newcomer.link())
    person = newcomer.sign_in()
    assert person.get("/directory").status == 200
    administrator.get(newcomer.url + "/disable").submit("disable")
    assert person.get("/directory").status == 401
    page = stranger(house).get("/sign-in").submit("sign-in", email=newcomer.email, password=PASSWORD)
    assert page.status == 422 and page.says(WRONG)
    assert administrator.get(newcomer.url).says("Nobody gets in with it")
    administrator.get(newcomer.url + "/enable").submit("enable")
    newcomer.sign_in()


def test_nobody_gives_themselves_a_role_or_a_link(house, administrator):
    own = next(href for href, words in administrator.get("/directory/people?role=administrator").links if "/directory/people/" in href)
    page = administrator.get(own)
    if page.says("This is you"):
        assert not [href for href, _ in page.links if re.search(r"/(give-role|disable|link)$", href)]


def test_who_may_not_change_the_directory_sees_no_way_to_and_is_refused(house, administrator):
    officer = house.person("pcso")
    page = officer.get("/directory/people")
    assert page.status == 200 and "@" not in page.text.replace("@media", "") and not [href for href, _ in page.links if "add-person" in href]
    for path in ("/directory/add-person", "/directory/add-area", "/directory/add-agency", "/directory/add-team"):
        token = re.search(r'name="_token" value="([^"]+)"', page.html)[1]
        answer = officer.post(path, [("_token", token), ("name", "Nowhere"), ("agency", "018f0000-0000-7000-8000-000000000000")])
        assert answer.status == 403 and answer.says("Ask"), (path, answer.status)
    assert officer.get("/ledger").status == 403


def test_the_auditor_finds_what_was_done(house, administrator):
    newcomer = Newcomer(house, administrator, "Lou Penn")
    account = newcomer.url.rsplit("/", 1)[1]
    page = house.person("information manager").get(f"/ledger?object={account}")
    assert page.status == 200 and page.says("changed the directory, roles or access") and page.says("added a person") and page.says("person Lou Penn")
    nobody = house.person("information manager").get("/ledger?actor=nobody+of+this+name")
    assert nobody.status == 422 and nobody.says("Nobody in the directory has this name")


def test_every_part_of_the_standard_and_its_changes_are_read(house):
    officer = house.person("pcso")
    page = officer.get("/standard")
    parts = officer.get(next(href for href, _ in page.links if re.fullmatch(r"/standard/[^/]+/\d+", href)))
    for href in [href for href, _ in parts.links if re.fullmatch(r"/standard/[^/]+/\d+/\w+", href)]:
        assert officer.get(href).status == 200
    changed = page.submit("compare")
    assert changed.status == 200 and changed.says("is new") and changed.says("limit")
