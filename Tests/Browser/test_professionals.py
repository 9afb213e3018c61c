# SPDX-License-Identifier: Apache-2.0
"""Professionals report: a teacher without an account at twenty past four, a PCSO whose signal drops, and how long a PCSO's report takes.
With scripts and without, each with a variant that must come out differently."""
from __future__ import annotations

import re

import pytest
from playwright.sync_api import Error

from browsing import Browsing
from clocked import at, installed_before
from house import House, wait_until
from mail_relay import MailRelay, text_of
from sentinel_server import SentinelServer
from test_walk import REFERENCE
from walking import Walker

WAYS = pytest.mark.parametrize("scripts", (True, False), ids=("scripts", "no-scripts"))


@pytest.fixture(scope="module")
def relay():
    relay = MailRelay()
    yield relay
    relay.stop()


@pytest.fixture(scope="module")
def afternoon(folder, relay):
    """A region on a Tuesday at twenty past four."""
    moment = "2027-11-23 16:20:00"
    server = SentinelServer(folder / "afternoon" / "store", concerns=12, env={**relay.settings(), **at(moment)},
                            binary=installed_before(moment, folder / "afternoon"))
    try:
        yield House(server.start())
    finally:
        server.kill()


@pytest.fixture
def walkers(chromium):
    """Opens walkers in any house; what was wrong on any page is told when the walk is over."""
    browsers: list[Browsing] = []
    opened: list[Walker] = []

    def make(house: House, role: str | None, walk: str, scripts: bool, phone: bool = False) -> Walker:
        browsers.append(Browsing(chromium, house))
        open_page = browsers[-1].phone if phone else browsers[-1].open
        opened.append(Walker(open_page(role, scripts=scripts), walk, None if scripts else open_page()))
        return opened[-1]

    yield make
    for browsing in browsers:
        browsing.close()
    findings = [finding for walker in opened for finding in walker.findings]
    assert not findings, "\n  ".join(["", *sorted(set(findings))])
    complaints = [one for browsing in browsers for one in browsing.complaints if "ERR_INTERNET_DISCONNECTED" not in one and "ERR_FAILED" not in one]
    assert not complaints, complaints


def told(walker: Walker, child: str, danger: str = "no", email: str = "") -> Walker:
    """A teacher's report from its beginning to the page before it is sent."""
    walker.go("/work-report").press(re.compile("Start (a|another) report"))
    walker.fill(danger__now=danger).press("Continue")
    if danger == "yes":
        assert walker.heading == "Ring 999 now"
        walker.follow("I have rung, or help is here: go on")
    walker.fill(statement__text=f"{child} said at the end of the lesson that she is afraid of going home tonight.").press("Continue")
    walker.fill(statement__how_known="told_by_child").press("Continue")
    walker.press("Continue")
    walker.fill(crime=["child_abuse"]).press("Continue")
    walker.fill(setting=["child_home"]).press("Continue").press("Continue")
    walker.fill(person__subject_kind="child", person__given_names=child, person__family_name="Quillfeather",
                person__date_of_birth=(None, 3, 2013)).press("Continue")
    walker.press("Continue").press("Continue")
    walker.fill(person__lives_in="milbury").press("Continue")
    walker.press("Continue")
    walker.fill(family_told="not_safe").press("Continue")
    walker.press("Continue")
    assert walker.heading == "About you"
    if email:
        walker.fill(source__name="Robin Sampleton", source__email=email)
    walker.press("Continue")
    assert walker.heading == "Check and send"
    return walker


@WAYS
@pytest.mark.timeout(600)
def test_a_teacher_without_an_account_at_twenty_past_four(afternoon, relay, walkers, scripts):
    child = "Odile" if scripts else "Perpetua"
    email = f"teacher-{'a' if scripts else 'b'}@school.example"
    teacher = walkers(afternoon, None, f"teacher-no-account-{scripts}", scripts, phone=True)
    teacher.go("/work-report")
    assert teacher.says("You need no account") and teacher.says("Ring 999 first")
    told(teacher, child, email=email)
    # Beside the form, in a tab of its own: nothing typed is left.
    teacher.page.go_back()
    for words, heading in (("Is this a sign?", "Is this a sign?"), ("What do I do with the child now?", "What do I do with the child now?")):
        link = teacher.page.get_by_role("link", name=words)
        assert link.get_attribute("target") == "_blank"
        beside = walkers(afternoon, None, f"beside-{scripts}", scripts, phone=True).go(link.get_attribute("href"))
        assert beside.heading == heading
    teacher.go("/work-report/check").press("Send the report")

    # The confirmation: the desk, by when it decides, a number, and what to do if nothing comes. Nothing waited for an e-mail.
    assert teacher.heading == "Your report has arrived"
    words = " ".join(teacher.text.split())
    assert re.search(r"Milbury.* reads it and decides by 24 November 2027 at 5:00pm", words), words
    assert re.search(r"If you hear nothing by then, or it gets worse, ring 0[\d ]{9,}", words)
    reference = REFERENCE.search(words)[0]
    desk = afternoon.person("local co-ordinator")
    assert reference in desk.get("/desk").text
    assert "school.example" not in teacher.page.url and reference not in teacher.page.url

    # Only now does the mail come; its link asks whose the report is, and opens what came of it.
    mail = relay.wait_for("Confirm", to=email)
    assert child not in text_of(mail) and reference not in text_of(mail)
    link = re.search(r"https?://\S+(/work-report/confirm/\S+)", text_of(mail))[1]
    reader = walkers(afternoon, None, f"teacher-mail-{scripts}", scripts).go(link)
    assert reader.heading == "Is this report yours?" and reference not in reader.text
    reader.press("Yes, I sent it")
    assert reader.heading == "What I reported"
    reader.follow(reference)
    assert reader.says(child) and reader.says("There is no reply yet")
    page = desk.get(f"/concerns/{reference}").submit("chosen", fields={"chosen": "keep_telling", "words": "Thank you. Please keep an eye on her."})
    assert page.status == 200
    reader.go("/work-report/mine")
    assert "1 new reply" in reader.page.locator("tr", has_text=reference).inner_text()
    reader.follow(reference)
    assert reader.says("Please keep an eye on her.")
    # Another browser has neither the list nor the report.
    stranger = walkers(afternoon, None, f"teacher-stranger-{scripts}", scripts).go(f"/work-report/mine/{reference}")
    assert stranger.heading == "What I reported" and not stranger.says(child) and not stranger.says(reference)

    # In danger now it is not tomorrow's work: the same afternoon.
    urgent = told(walkers(afternoon, None, f"teacher-danger-{scripts}", scripts), child, danger="yes").press("Send the report")
    assert re.search(r"decides by 23 November 2027 at 6:[2345]\dpm", " ".join(urgent.text.split())), urgent.text
    assert urgent.says("You gave no work e-mail address")


def reports(server: SentinelServer) -> int:
    return server.rows("SELECT count(*) FROM concern")[0][0]


def written(pcso: Walker, words: str) -> None:
    """The first pages of a PCSO's report, up to the words, not yet sent on."""
    pcso.go("/report").press("Start a report")
    pcso.fill(danger__now="no").press("Continue")
    pcso.fill(statement__text=words)


@pytest.mark.timeout(300)
def test_a_pcso_whose_signal_drops_with_scripts(house, walkers):
    pcso = walkers(house, "pcso", "signal", True, phone=True)
    before = reports(house.server)
    written(pcso, "Two girls in school uniform in the back of a grey van, at eleven at night.")
    page = pcso.page
    page.context.set_offline(True)
    page.get_by_role("button", name="Continue").click()
    said = page.locator('[role=alert][data-not-sent]')
    said.wait_for()
    assert "NOT SENT" in said.inner_text() and "grey van" in page.locator('[name="statement.text"]').input_value()
    with page.expect_navigation():  # it goes on by itself as soon as there is a signal
        page.context.set_offline(False)
    assert pcso.heading == "How and when do you know?"
    pcso.fill(statement__how_known="saw").press("Send now")

    # The answer is lost on the way back: the report is there, the phone does not know, and sends again by itself.
    lost: list[int] = []

    def lose(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch(max_redirects=0).status)
            return route.abort()
        return route.continue_()

    page.route("**/check", lose)
    page.get_by_role("button", name="Send the report").click()
    said.wait_for()
    assert reports(house.server) == before + 1 and lost == [303]
    page.wait_for_url("**/my-reports/**", timeout=30_000)
    pcso.look()
    assert pcso.heading == "Your report has arrived" and pcso.says("grey van")
    assert reports(house.server) == before + 1, "two sends made two reports"

    # The variant: two drafts are two reports.
    written(pcso, "The same grey van, an hour later.")
    pcso.press("Send now").press("Send the report")
    assert reports(house.server) == before + 2


def opened(page, address: str) -> bool:
    """Opens an address; not while the browser still shows that it has no signal."""
    try:
        return page.goto(address) is not None
    except Error:
        return False


@pytest.mark.timeout(300)
def test_a_pcso_whose_signal_drops_without_scripts(house, walkers):
    pcso = walkers(house, "pcso", "signal-no-scripts", False, phone=True)
    before = reports(house.server)
    written(pcso, "A boy of about twelve handed a parcel out of a window to a man on a bicycle.")
    pcso.press("Continue")
    page = pcso.page
    page.context.set_offline(True)
    pcso.fill(statement__how_known="saw")
    page.get_by_role("button", name="Continue").click(no_wait_after=True)
    page.context.set_offline(False)
    # What was said up to the last Continue is on the server, under the reports begun.
    wait_until(lambda: opened(page, "/report"), within=10)
    draft = page.locator("table a").first.get_attribute("href").rsplit("/", 1)[0]
    page.goto(f"{draft}/words")
    assert "handed a parcel" in page.locator('[name="statement.text"]').input_value()
    page.goto(f"{draft}/check")
    form = page.locator("form", has=page.get_by_role("button", name="Send the report"))
    pairs = {one["name"]: one["value"] for one in form.locator("input").evaluate_all("all => all.map(e => ({name: e.name, value: e.value}))")}
    pcso.press("Send the report")
    assert pcso.heading == "Your report has arrived"
    reference = REFERENCE.search(page.url)[0]
    # Sent again from a page that never heard: the same report.
    again = page.request.post(f"{draft}/check", form=pairs, max_redirects=0, headers={"Origin": house.server.url})
    assert again.status == 303 and reference in again.headers["location"]
    assert reports(house.server) == before + 1


@pytest.mark.timeout(300)
@WAYS
def test_a_pcsos_report_takes_two_minutes(house, walkers, scripts):
    """At most 12 pages and 30 taps; two minutes at 1.5 s a tap and 40 words a minute for 50 words."""
    pcso = walkers(house, "pcso", f"counted-{scripts}", scripts, phone=True)
    counted = {"pages": 0, "taps": 0, "words": 0}

    def arrived() -> None:
        counted["pages"] += 1

    def tap(locator) -> None:
        counted["taps"] += 1
        pcso.tick(locator) if locator.get_attribute("type") in ("radio", "checkbox") else locator.click()

    def choose(name: str, value: str) -> None:
        tap(pcso.page.locator(f'[name="{name}"][value="{value}"]'))

    def pick(name: str, value: str) -> None:
        counted["taps"] += 2  # a list is opened, then one of it tapped
        pcso.page.locator(f'[name="{name}"]').select_option(value)

    def write(name: str, words: str) -> None:
        tap(pcso.page.locator(f'[name="{name}"]'))
        pcso.page.keyboard.type(words)
        counted["words"] += len(words.split())

    def press(words: str) -> None:
        counted["taps"] += 1
        pcso.press(words)
        arrived()

    pcso.go("/report")
    arrived()
    press("Start a report")
    choose("danger.now", "no")
    press("Continue")
    write("statement.text", "Seen at one in the morning outside the station with older men in a silver car. She was crying, would not "
                            "say who they were and asked me not to take her home. She had no coat and a new phone that she hid from me.")
    press("Continue")
    choose("statement.how_known", "saw")
    press("Continue")
    choose("crime", "child_sexual_exploitation")
    press("Continue")
    choose("setting", "vehicle_or_transport")
    press("Continue")
    choose("person.subject_kind", "child")
    write("person.given_names", "Casimira")
    write("person.family_name", "Ottershaw")
    write("person.age", "about 14")
    press("Continue")
    pick("person.lives_in", "milbury")
    press("Continue")
    assert pcso.heading == "Who and what else?" and pcso.says("If you know more")
    press("Continue")
    choose("family_told", "decide")
    press("Continue")
    assert pcso.heading == "Check and send"
    press("Send the report")
    assert pcso.heading == "Your report has arrived"
    seconds = counted["taps"] * 1.5 + counted["words"] / 40 * 60
    print(f"a PCSO's report: {counted['pages']} pages, {counted['taps']} taps, {counted['words']} words, {seconds:.0f} s")
    assert counted["words"] == 50 and counted["pages"] <= 12 and counted["taps"] <= 30 and seconds <= 120, counted

    # What is optional is not lost but beside the way; a teacher, who has the time, is asked it in line.
    pcso.go("/report").press("Start a report")
    draft = pcso.page.url.rsplit("/", 1)[0]
    pcso.go(f"{draft}/others")
    for page in ("What have you noticed?", "More about them", "How can they be reached safely?"):
        assert pcso.page.get_by_role("link", name=page).count() == 1
    pcso.follow("What have you noticed?")
    pcso.fill(signs=["afraid_to_go_home"]).press("Continue")
    assert pcso.heading == "Who and what else?" and pcso.says("Answered")
    teacher = walkers(house, "teacher", f"counted-teacher-{scripts}", scripts)
    teacher.go("/report").press("Start a report")
    teacher.go(f"{teacher.page.url.rsplit('/', 1)[0]}/others")
    assert not teacher.says("What have you noticed?")
