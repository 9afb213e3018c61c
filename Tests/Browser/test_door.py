# SPDX-License-Identifier: Apache-2.0
"""The public door: a child on a phone that others hold too, with scripts and without; the receipt; a flood of hostile reports."""
from __future__ import annotations

import re

import pytest

from accessibility import assert_sound
from browsing import screenshot
from door import CODE, ELSEWHERE, NEUTRAL, TITLE, Crowd, follow, heading, history, leave, press, shared_phone, tell
from house import wait_until

WORDS = "A man waits at the gate after school. I am afraid to go home."
UNCLE = "My uncle must not know."


@pytest.fixture
def phone(chromium, server):
    contexts = []

    def make(scripts: bool = True):
        contexts.append(shared_phone(chromium, server.url, scripts))
        return contexts[-1].new_page()

    yield make
    for context in contexts:
        context.close()


def look(page, name: str, scripts: bool) -> None:
    assert page.title() in (TITLE, f"Error: {TITLE}"), name
    screenshot(page, f"door {name} {'scripts' if scripts else 'plain'}")
    if scripts:
        assert_sound(page)


def walk_to_the_code(page, scripts: bool, danger: str = "Yes") -> str:
    """The whole short form; returns the receipt."""
    page.goto("/advice")
    look(page, "front", scripts)
    press(page, "Start")
    look(page, "first", scripts)
    follow(page, "Go on")
    look(page, "danger", scripts)
    press(page, "Go on")
    assert "Say if someone is in danger now" in page.inner_text("main")
    look(page, "danger not said", scripts)
    page.locator(f"label:text-is('{danger}')").click()
    press(page, "Go on")
    if danger == "Yes":
        assert heading(page) == "Ring 999 now"
        assert page.get_by_role("link", name="Ring 999").get_attribute("href") == "tel:999"
        assert page.locator("main a[href='tel:08001111']").count() == 1 and "Otterley" in page.inner_text("main")
        look(page, "now", scripts)
        follow(page, "Go on")
    assert heading(page) == "What are you worried about?"
    look(page, "words", scripts)
    page.locator("textarea").fill(WORDS)
    press(page, "Go on")
    for _ in range(8):
        if heading(page) == "Look at it, then send it":
            break
        look(page, heading(page), scripts)
        if page.locator("[name='must_not_find_out']").count():
            page.locator("[name='must_not_find_out']").fill(UNCLE)
        press(page, "Go on")
    assert WORDS in page.inner_text("main") and UNCLE in page.inner_text("main")
    look(page, "check", scripts)
    press(page, "Send")
    assert heading(page) == "We have got it"
    look(page, "code", scripts)
    return CODE.search(page.inner_text("main"))[0]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_child_on_a_shared_phone(phone, server, scripts):
    page = phone(scripts)
    before = server.rows("SELECT count(*) FROM concern WHERE channel = 'door'")[0][0]
    code = walk_to_the_code(page, scripts)
    assert server.rows("SELECT count(*) FROM concern WHERE channel = 'door'")[0][0] == before + 1, "stored before the receipt was shown"
    key = next(cookie for cookie in page.context.cookies() if cookie["name"] == "form")
    assert key["httpOnly"] and key["sameSite"] == "Strict" and key["expires"] == -1
    # The save-it check: a slip first, then the end of the code.
    page.get_by_label("Type the last 5").fill("QQQQQ")
    press(page, "I have kept it")
    look(page, "code slip", scripts)
    page.get_by_label("Type the last 5").fill(code.replace("-", "")[-5:].lower())
    press(page, "I have kept it")
    assert heading(page) == "All done"
    look(page, "done", scripts)

    seen = [url for url, _ in history(page) if url.startswith(server.url)]
    leave(page, server.url)
    assert page.context.cookies() == [] and page.context.storage_state()["origins"] == []
    for url, title in history(page):
        if not url.startswith(server.url):
            assert url in (ELSEWHERE, "about:blank", "chrome-error://chromewebdata/"), url
            continue
        assert NEUTRAL.match(url.removeprefix(server.url)), url
        assert title in (TITLE, f"Error: {TITLE}") and key["value"] not in url and code not in url, (url, title)
    # Back, and reopening any of them, shows the neutral page.
    for _ in range(len(history(page))):
        page.go_back()
        if page.url.startswith(server.url):
            assert heading(page) == TITLE, page.url
            assert not any(said in page.content() for said in (WORDS, UNCLE, code)), page.url
    for url in sorted(set(seen)):
        page.goto(url)
        assert heading(page) == TITLE and page.url == f"{server.url}/advice", url


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_who_does_not_leave_leaves_it_all_there(phone, server, scripts):
    """The variant: without "Leave this page" the same looks find the child's words, so they would have found them before too."""
    page = phone(scripts)
    page.goto("/advice")
    press(page, "Start")
    page.goto("/advice/page/2")
    page.locator("textarea").fill(WORDS)
    press(page, "Go on")
    assert [cookie["name"] for cookie in page.context.cookies()] == ["form"]
    page.go_back()
    assert WORDS in page.content() and heading(page) != TITLE
    page.goto("/advice/check")
    assert WORDS in page.content()


def test_the_browsers_cache_is_emptied(chromium, server):
    # Without the page elsewhere: answering it here would switch the browser's cache off. So leaving ends at an address that is not reached.
    context = chromium.new_context(base_url=server.url)
    try:
        page = context.new_page()
        page.goto("/advice")
        style = page.locator("link[rel=stylesheet]").first.get_attribute("href")
        press(page, "Start")
        assert is_cached(page, style), "the style sheet comes from the cache as long as nobody has left"
        leave(page, server.url)
        page = context.new_page()
        page.goto("/healthz")  # a page that loads nothing
        assert not is_cached(page, style) and not context.cookies(), "nothing of ours is left in the cache"
        assert page.evaluate("async address => (await fetch(address)).ok", style) and is_cached(page, style), "this page may ask"
    finally:
        context.close()


def is_cached(page, address):
    """Whether the browser answers from its cache alone. What a tab's own process still holds of an earlier page is not asked."""
    ask = "async address => { try { return (await fetch(address, {cache: 'only-if-cached', mode: 'same-origin'})).ok } catch { return false } }"
    return page.evaluate(ask, address)


def test_nobody_in_danger_is_not_stopped(phone):
    page = phone()
    page.goto("/advice")
    press(page, "Start")
    follow(page, "Go on")
    page.locator("label:text-is('No')").click()
    press(page, "Go on")
    assert heading(page) == "What are you worried about?"


def test_three_shifts_leave(phone, server):
    page = phone()
    page.goto("/advice")
    press(page, "Start")
    leave(page, server.url, lambda: [page.keyboard.press("Shift") for _ in range(3)])
    assert page.context.cookies() == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_coming_back_with_the_receipt(phone, house, server, scripts):
    code = walk_to_the_code(phone(scripts), scripts, danger="No")
    reference = server.rows("SELECT reference FROM concern WHERE channel = 'door' ORDER BY received_at DESC, id DESC LIMIT 1")[0][0]
    area = server.rows(f"SELECT owning_area FROM concern WHERE reference = '{reference}'")[0][0]
    person = house.person(f"local co-ordinator, {area}" if any(area in role for role in server.links) else "duty manager")
    concern = person.get(f"/concerns/{reference}")
    if concern.status == 200:
        assert "Reported without an account" in concern.text
        concern.submit("/replies", None, words="Thank you. You did the right thing.")
    page = phone(scripts)
    page.goto("/advice")
    press(page, "I have a code")
    look(page, "back", scripts)
    page.get_by_label("Your code").fill(code.lower().replace("-", " "))
    press(page, "Go on")
    assert heading(page) == "Our answer"
    if concern.status == 200:
        assert "You did the right thing" in page.inner_text("main")
    look(page, "answers", scripts)
    page.locator("textarea").fill("He came back.")
    press(page, "Send")
    assert "The desk is told" in page.inner_text("main") and "He came back." in page.inner_text("main")
    assert server.rows(f"SELECT count(*) FROM addendum a JOIN concern c ON c.id = a.concern_id WHERE c.reference = '{reference}'") == [(1,)]


def test_who_can_not_keep_it_leaves_no_way_back(phone):
    page = phone()
    code = walk_to_the_code(page, True, danger="No")
    press(page, "I can't keep this safely")
    assert "You did the right thing" in page.inner_text("main")
    look(page, "without", True)
    other = phone()
    other.goto("/advice")
    press(other, "I have a code")
    other.get_by_label("Your code").fill(code)
    press(other, "Go on")
    assert heading(other) == "This code opens nothing"
    look(other, "wrong code", True)


def test_nothing_of_the_browser_is_kept(server, phone):
    page = phone()
    walk_to_the_code(page, True, danger="No")
    told = tell(server.port, "Only this.", source="127.0.77.77")
    assert told.code
    for file in [server.log, *(path for path in server.data.rglob("*") if path.is_file())]:
        held = file.read_bytes()
        for mark in (b"CANARY", b"127.0.77.77", b"Referer"):
            assert mark not in held, f"{mark} in {file.name}"


def test_a_flood_does_not_keep_a_child_out(fresh_server, chromium):
    """A small one; `Benchmarks/door_flood` is the whole of it."""
    server = fresh_server(concerns=20)
    crowd = Crowd(server.port, reports=600, a_second=300, addresses=200).start()
    plain = tell(server.port, "I need help, please.", source="127.0.200.1")
    context = shared_phone(chromium, server.url, True)
    page = context.new_page()
    page.goto("/advice")
    press(page, "Start")
    page.goto("/advice/page/2")
    page.locator("textarea").fill("I need help too.")
    press(page, "Send this now")
    page.wait_for_url(re.compile("/advice/code"), timeout=30_000)
    assert CODE.search(page.inner_text("main"))
    context.close()
    crowd.join()
    assert plain.code and plain.seconds < 60, plain
    assert set(crowd.statuses) == {303} and not crowd.failures, (crowd.statuses, crowd.failures[:3])
    assert set(plain.statuses) <= {200, 303}, plain.statuses
    # Every one is stored in the end, hostile or not.
    def stored() -> int:
        return server.rows("SELECT count(*) FROM concern WHERE channel = 'door'")[0][0]

    wait_until(lambda: stored() >= 602, within=120, every=0.2)
    assert stored() == 602
