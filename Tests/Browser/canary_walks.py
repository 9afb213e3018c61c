# SPDX-License-Identifier: Apache-2.0
"""The doors behind a report, each text field of them filled with a canary: desk, teams, cases, directory, access, search, ledger."""
from __future__ import annotations

import re
import time
import uuid
from urllib.parse import parse_qs, urlsplit

from canary_fields import ID
from canary_people import CanaryHouse, Typist
from canary_reports import by_form
from forms import Form
from house import Page, wait_until
from mail_relay import MailRelay, text_of
from newcomers import code, options

REFERENCE = re.compile(r"/(?:my-reports|concerns|cases)/([0-9A-Z-]+)")
BEFORE = {"day": "3", "month": "2", "year": str(time.gmtime().tm_year)}
LATER = {"day": "3", "month": "2", "year": str(time.gmtime().tm_year + 1), "time": "14:00"}


def reference(page: Page) -> str:
    return REFERENCE.search(urlsplit(page.url).path)[1]


def chosen(form: Form, **values: object) -> dict[str, object]:
    """An answer to everything that can be chosen and is not: the first there is, or yes; a date next year for every date."""
    answers: dict[str, object] = {}
    has = {name for name, value in form.fields if value}
    for name, choices in form.choices.items():
        real = [choice for choice in choices if choice]
        if real and name not in has:
            answers[name] = "yes" if "yes" in real else real[0]
    for name in form.names:
        stem, _, part = name.rpartition(".")
        if part in BEFORE and stem.endswith("_on"):  # what was done is never still to come
            answers[name] = BEFORE[part]
        elif part in LATER and stem.split(".")[-1] not in ("starts_at", "from", "event.happened", "happened"):
            answers[name] = LATER[part]
    return answers | values


def add_to_own(reporter: Typist, own: str) -> None:
    """Adds words to a report, and writes down what proves the reporter's own duty done."""
    reporter.type(reporter.get(f"/my-reports/{own}"), "What would you like to add")
    page = reporter.get(f"/my-reports/{own}")
    reporter.type(page, "Keep the reference", choose=chosen(page.form("Keep the reference")))


def decide(desk: Typist, concern: str, lead: Typist, also: Typist) -> None:
    """Takes a concern, replies to its reporter, hands it over to the teams of two people, with a canary in each text."""
    page = desk.get(f"/concerns/{concern}")
    page = page.submit("/take")
    desk.type(page, "/replies")
    for canary in desk.house.canaries.all:  # the reply is read inside, which is safe: a reason that no rule asks for is not kept
        if canary.field == "channel_reason":
            canary.shown = "never"
    page = desk.get(f"/concerns/{concern}/decide")
    teams = [person.get("/account").text for person in (lead, also)]
    for outcome in page.form("See where it goes").choices["outcome"]:
        second = page.submit("See where it goes", None, outcome=outcome)
        form = second.form("Why?")
        if "lead" in form.names:
            answers = {"lead": next(team for team, name in options(second, "lead") if team and name.split(",")[0] in teams[0])}
            more = [team for team, name in options(second, "lead")
                    if team in form.choices.get("also", []) and name.split(",")[0] in teams[1]]
            if more:
                answers["also"] = more
            desk.type(second, "Why?", choose=answers | gates(form))
            return
    raise AssertionError("no outcome hands over")


def look_for_letter(desk: Typist, concern: str) -> None:
    """A reply goes as a letter only by a reason: the walk's own was read inside, so there is none, and it has no field."""
    desk.get(f"/concerns/{concern}/{uuid.uuid4()}/letter")


def gates(form: Form) -> dict[str, str]:
    """Yes to every question that must be answered first."""
    return {name: "yes" if "yes" in choices else choices[0] for name, choices in form.choices.items() if name.startswith("gate.")}


def refuse(team: Typist) -> None:
    page = team.get("/hand-overs").follow("/refuse")
    team.type(page, "/refuse", choose=chosen(page.form("/refuse")))


def work_case(team: Typist) -> str:
    """Accepts a hand-over and fills a case; returns its address."""
    page = team.get("/hand-overs").submit("/accept")
    address = urlsplit(page.url).path
    assert address.startswith("/cases/"), page.text[:400]
    page = team.type(page, "/events", choose=chosen(page.form("/events")))
    page = team.type(page, "/actions", choose=chosen(page.form("action.words")))
    for record in sorted({href for href, _ in page.links if "/record/" in href}):
        sheet = team.get(record)
        if any("/record/" in form.action for form in sheet.forms):  # a gate of the standard may hold it
            team.type(sheet, "/record/", choose=chosen(sheet.form("/record/")), status=None)
    page = team.get(address)
    finish = page.form("finish.words")
    page = team.type(page, "finish.words", choose=chosen(finish))
    close = team.get(address + "/close")
    for _ in range(3):
        sent = team.type(close, "/close", choose=chosen(close.form("/close")), status=None)
        if sent.status == 200:
            return address
        close = sent
    raise AssertionError(f"the case was not closed: {sent.status} {sent.text[:600]}")


def open_in_emergency(owner: Typist, other: Typist, concern: str) -> None:
    """Its owner restricts a concern, another opens it with a reason."""
    page = owner.get(f"/concerns/{concern}")
    if any("/take" in form.action for form in page.forms):
        page = page.submit("/take")
    page.submit("/restrict")
    page = other.get(f"/concerns/{concern}/emergency")
    other.type(page, "/emergency")
    other.get(f"/concerns/{concern}")


def review_shut_out(desk: Typist, concern: str) -> None:
    desk.type(desk.get(f"/concerns/{concern}"), "/shut-outs", "Keep shut out")


def fill_directory(administrator: Typist) -> dict[str, str]:
    """Adds and changes one of everything; returns a new person's name and page."""
    seen = administrator
    # An administrator makes tokens for the systems of the own agency only.
    mine = seen.get("/account").text

    def both(add: str, change: bool = True) -> str:
        page = seen.get(f"/directory/{add}")
        agencies = [value for value, words in options(page, "agency") if value and words in mine] if add == "add-system" else []
        answers = chosen(page.form(f"/directory/{add}")) | ({"agency": agencies[0]} if agencies else {})
        page = seen.type(page, f"/directory/{add}", choose=answers)
        place = urlsplit(page.url).path
        if change:
            form = seen.get(place + "/change")
            seen.type(form, "/change", choose=chosen(form.form("/change")))
        return place

    both("add-agency")
    both("add-area")
    both("add-team")
    system = both("add-system")
    person = both("add-person", change=False)
    name = seen.house.typed["name"]
    page = seen.get(person + "/change")
    seen.type(page, "/change", only={"email", "post", "phone"})
    page = seen.get(system + "/make-token")
    seen.type(page, "/make-token", choose=chosen(page.form("/make-token"), scopes=page.form("/make-token").choices["scopes"]))
    seen.get(system).follow("/revoke")
    seen.get(system + "/disable").submit("/disable")
    seen.get(system + "/enable")
    page = seen.get("/directory/people")
    seen.type(page, "/directory/people")
    return {"name": name, "page": person}


def look_at_unreadable_rows(owner: Typist) -> None:
    for href in {href for href, _ in owner.get("/imports").links if re.match(r"/imports/\w", href)}:
        owner.get(href)


def let_see_sources(administrator: Typist, person: Typist) -> None:
    """Gives a co-ordinator the right to see who reported, which no desk has of itself."""
    name = re.search(r"Who I am here ([^,]+),", person.get("/account").text)[1]
    people = administrator.get("/directory/people", params={"name": name})
    page = administrator.get(next(href for href, words in people.links if words == name and ID.search(href)) + "/give-role")
    area = next(value for value, words in options(page, "area") if value == "milbury")
    page = page.submit("/give-role", role="source_handler", area=area)
    assert page.status == 200 and "done=yes" in page.url, page.text


def make_token(person: Typist) -> str:
    """A token of one's own; returns the secret."""
    page = person.get("/account/tokens/new")
    page = person.type(page, "/account/tokens/new", choose={"scopes": page.form("/account/tokens/new").choices["scopes"]})
    return re.search(r'<code class="secret">([^<]+)', page.html)[1]


def search(person: Typist, address: str = "/search") -> None:
    person.type(person.get(address), "search")


def look_through_ledger(auditor: Typist) -> None:
    auditor.type(auditor.get("/ledger"), "actor", status=422)


def find(person: Typist, words: str) -> str:
    """The reference of the one concern in which these words stand."""
    def found() -> str | None:
        page = person.get("/search", params={"q": words})
        links = [REFERENCE.search(href)[1] for href, _ in page.links if href.startswith("/concerns/")]
        return links[0] if links else None
    return wait_until(found, within=20, every=0.3)


def come_in(house: CanaryHouse, link: str, email: str) -> Typist:
    """Chooses a password by a one-time link, signs in, and begins to choose another."""
    stranger = house.stranger()
    page = stranger.get(link).submit("/link/")
    secret = parse_qs(urlsplit(next(href for href, _ in page.links if href.startswith("otpauth:"))).query)["secret"][0]
    at = time.time()
    stranger.type(page, "/password", choose={"code": code(secret, at)})
    password = house.typed["password"]
    person = house.stranger("newcomer")
    page = person.get("/account").submit("sign-in", email=email, password=password)
    page = page.submit("sign-in", code=code(secret, (at // 30 + 1) * 30))
    assert page.status == 200 and urlsplit(page.url).path == "/account", page.text[:400]
    person.type(person.get("/account/password"), "/account/password", status=422, choose={"code": "000000"})
    return person


def fail_to_come_in(house: CanaryHouse) -> None:
    stranger = house.stranger()
    stranger.type(stranger.get("/sign-in"), "sign-in", shown="echo", status=422)
    for path in ("/", "/concerns/", "/link/", "/directory/people/", "/standard/"):
        stranger.get(path + house.canaries.mint("address", path, "an address that is not there", "token", "never"))
        stranger.get(path + "?" + house.canaries.mint("address", path, "a parameter that is not there", "token", "never") + "=1")
    stranger.get("/search", params={"q": house.canaries.mint("address", "/search", "q of a stranger", shown="never")})


def report_at_work(house: CanaryHouse, relay: MailRelay) -> None:
    """A professional without an account reports, confirms the work address by the mail's link, and reads and adds to what they sent."""
    sender = house.stranger()
    page = by_form(sender, start="/work-report")
    email = next(one.value for one in reversed(house.canaries.all) if one.field == "source.email" and one.door == "page")
    page = sender.type(page, "What would you like to add")
    page = sender.type(page, "Keep the reference", choose=chosen(page.form("Keep the reference")))
    link = re.search(r"https?://\S+(/work-report/confirm/\S+)", text_of(relay.wait_for("Confirm", to=email)))[1]
    page = sender.get(link).submit("Yes", "Yes")
    mine = next(href for href, _ in page.links if href.startswith("/work-report/mine/"))
    sender.type(sender.get(mine), "What would you like to add")
    sender.get(mine)
    stranger = house.stranger()
    stranger.type(stranger.get("/work-report/mine"), "/work-report/mine", shown="never")


def ask_for_more(asker: Typist, holder: Typist, ours: str) -> None:
    """Asks for more of a piece; a named person answers with a reason that the asker reads."""
    page = wait_until(lambda: (page := asker.get(f"/concerns/{ours}")).says("Ask for more") and page, within=20, every=.3)
    page.submit("Ask for more")
    page = holder.get(next(href for href, _ in holder.get("/asks").links if re.match(r"/asks/\w", href)))
    holder.type(page, "/asks/", choose={"answer": "summary"})
    asker.get("/asks?part=mine")


def look_for_figures(reader: Typist) -> None:
    """An empty region has no period that ended, and the pages have no field: what can be typed is their address, kept nowhere."""
    for before, after in (("", "/whom/known"), ("2026-07-01/", "/known"), ("2026-07-01/whom/", ""), ("", "/whom/file"), ("2026-07-01/", "/file")):
        word = reader.house.canaries.mint("address", "/figures/periods", "a period, a table or a row that is not there", "token", "never")
        reader.get(f"/figures/periods/{before}{word}{after}")
