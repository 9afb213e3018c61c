# SPDX-License-Identifier: Apache-2.0
"""`kill -9` between any two pages of any form of the standard loses nothing entered. Every page is opened, filled by what the page itself
offers, and sent only after the server was killed and started anew; what was typed is found again. The report with an account and without,
the decision, the answers to a hand-over, all forms of a case, its closing, the reply, the addition."""
from __future__ import annotations

import itertools
import re
from urllib.parse import urljoin

import pytest

from forms import Form
from house import House, Page, Person

pytestmark = pytest.mark.timeout(1800)
DATE = re.compile(r"^(.*)\.(day|month|year)$")


class Killed:
    """A house whose server is killed and started again before each form is sent."""

    def __init__(self, server):
        self.server, self.house, self.kills = server, House(server), 0

    def again(self) -> None:
        self.server.kill()
        self.server.start()
        self.kills += 1

    def send(self, page: Page, containing: str, button: str | None, values: dict[str, object]) -> Page:
        """What a browser does that had the page open all the time: the form was read before the server died."""
        form = page.form(containing)
        target, pairs = urljoin(page.url, form.action or page.url), form.filled(values, button)
        self.again()
        answer = page.person.post(target, pairs)
        assert answer.status == 200, f"{target} answered {answer.status} after the kill: {answer.text[:300]}"
        return answer


@pytest.fixture
def killed(fresh_server) -> Killed:
    return Killed(fresh_server(concerns=0))


words = (f"zq{number:04}z" for number in itertools.count(1))
TYPED = re.compile(r"zq\d{4}z")


def filling(page: Page, containing: str) -> dict[str, object]:
    """An answer to every question of a form: words in every field of words, a date in every date, of every choice the first, or the
    first that opens another question."""
    form = page.form(containing)
    opens = dict(reversed(re.findall(r'name="([^"]+)"[^>]*value="([^"]+)"[^>]*data-opens', page.html)))
    values: dict[str, object] = {}
    for name in sorted(form.names):
        if name.endswith((".absent", ".about", ".approximate")) or name in ("csrf", "forgery") or not re.search(r"[.]|^words$|^reason$", name):
            continue
        part = DATE.match(name)
        if part:
            values[name] = {"day": "2", "month": "3", "year": "2024"}[part[2]]
        elif name in form.choices:
            values[name] = opens.get(name) or next((one for one in form.choices[name] if one and not one.startswith("!")), None)
        else:
            values[name] = next(words)
    return {name: value for name, value in values.items() if value is not None}


def held(page: Page, values: dict[str, object], form: str = "") -> None:
    """The page opened again shows everything that was entered."""
    found = page.form(form)
    pairs = set(found.fields)
    for name, value in values.items():
        assert (name, value) in pairs or (name, str(value).lstrip("0")) in pairs, f"{page.url} lost {name}: {value!r}"


def walked(killed: Killed, person: Person, start: str) -> tuple[Page, list[str]]:
    """A report from its first page to the last before sending, the server killed before each Continue; every page is read again after."""
    page = person.get(start).submit("Start")
    seen: list[str] = []
    while "Check and send" not in page.headings:
        if not [form for form in page.forms if form.method == "post" and any("Continue" in one[2] for one in form.buttons)]:
            page = page.follow("go on") if any("go on" in text for _, text in page.links) else page.follow("Go on with the report")
            continue
        url = page.url.split("?")[0]
        if "Who and what else?" in page.headings:
            if url not in seen:
                seen.append(url)
                page, more = others(killed, page)
                seen += more
            else:
                page = killed.send(page, "Continue", "Continue", {})
            continue
        values = filling(page, "Continue")
        before = page.url
        page = killed.send(page, "Continue", "Continue", values)
        held(person.get(before), values, "Continue")
        seen.append(url)
    return page, seen


def others(killed: Killed, page: Page) -> tuple[Page, list[str]]:
    """One of everything that can be added, and every page beside the way."""
    seen: list[str] = []
    hub = page.url
    kinds = [value for name, value, _ in page.form("add").buttons if name == "add"]
    assert kinds, "nothing can be added"
    kinds = kinds if "/work-report" not in hub else kinds[:2]  # the same pages as with an account
    for kind in kinds:
        page = page.person.get(hub)
        page = killed.send(page, "add", kind, {})
        while "Who and what else?" not in page.headings:
            values, before = filling(page, "Continue"), page.url
            page = killed.send(page, "Continue", "Continue", values)
            held(page.person.get(before), values, "Continue")
            seen.append(f"{kind}: {before.split('?')[0].rsplit('/', 1)[1]}")
    for href in re.findall(r'href="([^"]+)"', "".join(re.findall(r'<ul class="more">(.*?)</ul>', page.html, re.S))):
        address = urljoin(hub, href.replace("&amp;", "&"))
        beside = page.person.get(address)
        values = filling(beside, "Continue")
        killed.send(beside, "Continue", "Continue", values)
        held(page.person.get(address), values, "Continue")
        seen.append(href)
    return page.person.get(hub), seen


def test_the_report(killed):
    # Police are asked the short way and all that stands beside it; without an account everything stands in line.
    for role, start in (("pcso", "/report"), (None, "/work-report")):
        person = killed.house.person(role) if role else killed.house.stranger()
        before = killed.server.rows("SELECT count(*) FROM concern")[0][0]
        page, seen = walked(killed, person, start)
        typed = set(TYPED.findall(page.text))
        assert len(typed) > 15, f"{role}: only {len(typed)} answers stand before sending"
        page = killed.send(page, "Send the report", "Send the report", {})
        assert "Your report has arrived" in page.headings
        assert typed <= set(TYPED.findall(page.text)) | {one for one in typed if not page.says(one)} and page.says(sorted(typed)[0])
        assert killed.server.rows("SELECT count(*) FROM concern")[0][0] == before + 1
        more = {"words": next(words)}
        page = killed.send(page, "What would you like to add", "Add this", more)
        assert page.says(more["words"])
        print(f"{role or 'no account'}: {len(seen)} pages, {killed.kills} kills so far")


def reported(killed: Killed, kind: str, crime: str, **more: str) -> str:
    """A report about somebody in Milbury, sent without further ado."""
    person = killed.house.person("youth worker")
    page = person.get("/report").submit("Start").submit("Continue", "Continue", fields={"danger.now": "no"})
    page = page.submit("Continue", "Continue", fields={"statement.text": next(words)})
    draft = page.url.rsplit("/", 1)[0]
    person.get(f"{draft}/about").submit("Continue", "Continue", fields={"crime": crime})
    for question, value in more.items():
        person.get(f"{draft}/fgm").submit("Continue", "Continue", fields={question.replace("__", "."): value})
    person.get(f"{draft}/subject").submit("Continue", "Continue", fields={"person.subject_kind": kind, "person.given_names": "Sami", "person.family_name": "Testcliffe"})
    person.get(f"{draft}/subject_where").submit("Continue", "Continue", fields={"person.lives_in": "milbury"})
    page = person.get(f"{draft}/check").submit("Send the report", "Send the report")
    return re.search(r"/my-reports/([0-9A-Z-]+)", page.url)[1]


def decided(killed: Killed, reference: str, outcome: str, lead: str, threshold: str = "") -> None:
    """The decision in its two steps, the server killed between them and before the second is sent; a reason left out comes back with the rest."""
    desk = killed.house.person("local co-ordinator")
    page = desk.get(f"/concerns/{reference}/decide")
    form = next(one for one in page.forms if one.method == "get" and "outcome" in one.names)
    chosen = form.filled({"outcome": outcome, "threshold": threshold}, None)
    killed.again()
    page = desk.get(urljoin(page.url, form.action.split("#")[0]), params=chosen)
    form = page.form("Why?")
    team = next(value for value in form.choices["lead"] if value and lead in option(page.html, value))
    gates = {name: form.choices[name][0] for name in form.names if name.startswith("gate.")}
    wanting = killed.server.rows("SELECT count(*) FROM decision")[0][0]
    # Without a reason nothing is decided, and what was chosen stands when the page comes back.
    action, pairs = urljoin(page.url, form.action), form.filled({"lead": team, "reason": " ", **gates}, "Decide")
    killed.again()
    page = desk.post(action, pairs)
    assert page.status == 422 and killed.server.rows("SELECT count(*) FROM decision")[0][0] == wanting
    held(page, {"lead": team, **gates}, "Why?")
    reason = next(words)
    page = killed.send(page, "Why?", "Decide", {"lead": team, "reason": reason})
    assert page.says("Decided.") and page.says(reason)


def option(html: str, value: str) -> str:
    return re.search(rf'<option value="{re.escape(value)}"[^>]*>([^<]*)', html)[1]


def accepted(killed: Killed, role: str, reference: str) -> Page:
    person = killed.house.person(role)
    row = next(form for form in person.get("/hand-overs").forms if "/accept" in form.action and form.action.split("/")[2] in offered(killed, reference))
    page = person.get("/hand-overs")
    target, pairs = urljoin(page.url, row.action), row.filled({}, None)
    killed.again()
    return person.post(target, pairs)


def offered(killed: Killed, reference: str) -> set[str]:
    return {row[0] for row in killed.server.rows(
        f"SELECT h.id FROM hand_over h JOIN concern c ON c.id = h.concern_id WHERE c.reference = '{reference}' AND h.state = 'offered'")}


def test_decision_hand_over_and_case(killed):
    adult = reported(killed, "adult", "modern_slavery")
    decided(killed, adult, "adult_safeguarding_enquiry", "dult social care")
    page = accepted(killed, "adult social care", adult)
    file = page.url.split("?")[0].split("#")[0]
    recorded = practice(killed, page.person, file)
    assert recorded >= {"adult_wishes", "adult_enquiry", "risk_conference", "slavery_consent", "slavery_referral"}, recorded

    # A girl's case, where the child abuse team answers the hand-over, works and closes.
    girl = reported(killed, "child", "female_genital_mutilation", fgm__known="feared")
    decided(killed, girl, "section_47", "hild abuse", "significant_harm")
    person = killed.house.person("social worker")
    inbox = person.get("/hand-overs")
    refuse = next(href for href, _ in inbox.links if "/refuse" in href and href.split("/")[2] in offered(killed, girl))
    page, why = person.get(refuse), next(words)
    page = killed.send(page, "refuse", "Refuse it", {"reason": page.form("refuse").choices["reason"][-1], "words": why})
    assert page.says("back at the desk")
    assert killed.house.person("local co-ordinator").get(f"/concerns/{girl}").says(why)
    decided(killed, girl, "section_47", "hild abuse", "significant_harm")
    page = accepted(killed, "child abuse", girl)
    person, file = page.person, page.url.split("?")[0].split("#")[0]
    practice(killed, person, file)

    note = next(words)
    page = killed.send(person.get(file), "event.words", None, {"event.words": note, "event.kind": "note"})
    assert page.says(note)
    act = {"action.words": next(words), "action.due.day": "1", "action.due.month": "6", "action.due.year": "2027"}
    form = person.get(file).form("action.words")
    act["action.owner"] = next(one for one in form.choices["action.owner"] if one)
    page = killed.send(person.get(file), "action.words", None, act)
    assert page.says(act["action.words"])
    finish = next(name for name in page.form("finish.outcome").names if name.startswith("finish.outcome-"))
    done = next(words)
    page = killed.send(page, finish, None, {finish: "done_no_effect", finish.replace("outcome", "words"): done})
    assert page.says(done)

    reply = next(words)
    desk = killed.house.person("local co-ordinator")
    killed.send(desk.get(f"/concerns/{girl}"), "chosen", None, {"chosen": "keep_telling", "words": reply})
    assert killed.house.person("youth worker").get(f"/my-reports/{girl}").says(reply)

    page = person.get(f"{file}/close")
    form = page.form("outcome")
    values = {name: form.choices[name][0] for name in form.names if name.startswith("gate.")}
    values |= {name: next(words) for name in form.names if name.startswith("why.")}
    values |= {"outcome": "risk_reduced", "reason": next(words)}
    page = killed.send(page, "outcome", "Close the case", values)
    assert page.says("The case is closed.") and page.says(values["reason"])
    for name, value in values.items():
        if name.startswith("why."):
            assert page.says(value), f"{name} is lost"
    print(f"{killed.kills} kills")


def practice(killed: Killed, person: Person, file: str) -> set[str]:
    """Every form that the standard offers on a case; one that is held by a gate comes after what it waits for."""
    links = {href for href, _ in person.get(file).links if "/record/" in href}
    assert links, "the standard offers nothing to record"
    recorded: set[str] = set()
    for href in sorted(links, key=lambda one: ("referral" in one, "notification" in one, one)):
        name = re.search(r"/record/(\w+)", href)[1]
        page = person.get(urljoin(file, href))
        if page.says("It can't be recorded yet"):
            continue
        values = filling(page, "Record it")
        # A record that lacks something comes back with the rest of what was typed.
        page = killed.send(page, "Record it", "Record it", values)
        assert page.says("Recorded, with your name"), f"{name}: {page.text[:400]}"
        for value in values.values():
            if TYPED.fullmatch(str(value)):
                assert page.says(str(value)), f"{name} lost {value}"
        recorded.add(name)
    return recorded
