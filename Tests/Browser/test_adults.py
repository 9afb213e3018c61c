# SPDX-License-Identifier: Apache-2.0
"""FGM known to a teacher in 2026 and not in 2014, and an adult in slavery who refuses help: with scripts and without, each with a variant
that must come out differently."""
from __future__ import annotations

import re

import pytest

from clocked import at, installed_before
from house import House
from sentinel_server import SentinelServer
from test_professionals import WAYS, walkers  # noqa: F401  (a fixture)
from test_walk import REFERENCE, TIME
from walking import Walker

pytestmark = pytest.mark.timeout(600)
DUTY = "You must also tell the police yourself"


@pytest.fixture(scope="module")
def christmas_eve(folder):
    """A region on the Thursday before Christmas Day and its bank holidays, at half past four, under the standard of 2026."""
    moment = "2026-12-24 16:30:00"
    server = SentinelServer(folder / "christmas-eve" / "store", concerns=0, env=at(moment),
                            binary=installed_before(moment, folder / "christmas-eve"))
    try:
        yield House(server.start())
    finally:
        server.kill()


@pytest.fixture(scope="module")
def in_2014(folder):
    """A region whose new reports are made under the standard of 2014: the law of that year."""
    server = SentinelServer(folder / "in-2014" / "store", concerns=0)
    try:
        server.start()
        assert server.stop() == 0
        server.env["SENTINEL_STANDARD"] = "west-midlands/2014"
        yield House(server.start())
    finally:
        server.kill()


def heard(teacher: Walker, start: str, known: str, child: str = "Amira", kind: str = "child", profession: str | None = "teacher",
          colleague: str | None = None) -> Walker:
    """A report of FGM, up to the answers about it."""
    teacher.go(start).press(re.compile("Start (a|another) report"))
    teacher.fill(danger__now="no").press("Continue")
    teacher.fill(statement__text=f"{child} told me after the lesson that it was done to her in the summer.").press("Continue")
    teacher.fill(statement__how_known="told_by_child").press("Continue").press("Continue")
    teacher.fill(crime=["female_genital_mutilation"]).press("Continue")
    assert teacher.heading == "What do you know about FGM?"
    teacher.fill(fgm__known=known)
    if profession and known in ("told_by_girl", "saw_signs"):
        teacher.fill(fgm__profession=profession)
    if colleague:
        teacher.fill(fgm__colleague_reported=colleague)
    return teacher.press("Continue")


def finished(teacher: Walker, child: str, kind: str = "child") -> Walker:
    """From the page about the setting to the confirmation."""
    assert teacher.heading == "Where does it happen?", teacher.heading
    teacher.fill(setting=["abroad"]).press("Continue").press("Continue")
    teacher.fill(person__subject_kind=kind, person__given_names=child, person__family_name="Sampleton").press("Send now")
    return teacher.press("Send the report")


@WAYS
def test_fgm_known_to_a_teacher_before_a_bank_holiday(christmas_eve, walkers, scripts):
    # With an account or without: the duty is the same.
    role, start = ("teacher", "/report") if scripts else (None, "/work-report")
    child = "Amira" if scripts else "Ilhan"
    teacher = heard(walkers(christmas_eve, role, f"fgm-{scripts}", scripts, phone=True), start, "told_by_girl", child)

    # The page after says that this report does not discharge it: the close of the next working day, and the month of the law.
    assert teacher.heading == DUTY and teacher.says("This report does not discharge it")
    words = " ".join(teacher.text.split())
    assert "Good practice: by 29 December 2026 at 5:00pm." in words, words
    assert re.search(r"At the latest, by law: 24 January 2027 at 4:3\dpm", words), words
    assert teacher.page.locator('a[href="tel:101"]').count() >= 1
    teacher.follow("Go on with the report")
    finished(teacher, child)

    # So does the confirmation, until the reference of the police is kept.
    assert teacher.heading == "Your report has arrived"
    words = " ".join(teacher.text.split())
    assert "This report does not discharge it" in words and "29 December 2026 at 5:00pm" in words
    reference = REFERENCE.search(words)[0]
    teacher.press("Keep the reference")
    assert teacher.says("There is a problem") and teacher.says("Answer this: The reference that the police gave")
    teacher.fill(fgm__police_reference="ZZ 4711", fgm__notified_on=(24, 12, 2026)).press("Keep the reference")
    assert teacher.says("You have told the police") and teacher.says("ZZ 4711") and not teacher.says("does not discharge")

    # It is at a desk: that of the teacher's area, or where nothing is known of the place, the desk that the confirmation names.
    if role:
        assert reference in christmas_eve.person("local co-ordinator").get("/desk").text


@WAYS
def test_what_is_no_known_case_brings_no_duty(christmas_eve, walkers, scripts):
    """A fear, a profession that is not bound, a colleague who has told the police, and a grown woman."""
    for number, (known, profession, colleague) in enumerate([
            ("feared", None, None), ("told_by_girl", "another_profession", None), ("saw_signs", "health_professional", "yes")]):
        teacher = walkers(christmas_eve, "teacher", f"fgm-not-{number}-{scripts}", scripts, phone=True)
        heard(teacher, "/report", known, profession=profession, colleague=colleague)
        assert teacher.heading == "Where does it happen?" and not teacher.says("does not discharge")
    teacher.go("/report")
    teacher = heard(walkers(christmas_eve, "teacher", f"fgm-adult-{scripts}", scripts, phone=True), "/report", "told_by_girl")
    assert teacher.heading == DUTY, "nobody knows yet that she is grown up"
    teacher.follow("Go on with the report")
    finished(teacher, "Hana", kind="adult")
    assert teacher.heading == "Your report has arrived" and not teacher.says("does not discharge")


@WAYS
def test_fgm_known_to_a_teacher_in_2014(in_2014, walkers, scripts):
    role, start = ("teacher", "/report") if scripts else (None, "/work-report")
    teacher = walkers(in_2014, role, f"fgm-2014-{scripts}", scripts, phone=True)
    heard(teacher, start, "told_by_girl", profession=None)
    # No duty stood in the law, so no page says so; what she said is told all the same.
    assert teacher.heading == "Where does it happen?"
    finished(teacher, "Amira")
    assert teacher.heading == "Your report has arrived"
    assert not teacher.says("does not discharge") and not teacher.says("101") and teacher.says("She told me herself that it was done")


def enslaved(worker: Walker, name: str, kind: str, agrees: str | None) -> str:
    """A youth worker's report about somebody who works for nothing in Milbury."""
    worker.go("/report").press("Start a report")
    worker.fill(danger__now="no").press("Continue")
    worker.fill(statement__text=f"{name} works every day at the car wash, sleeps there and has no papers.").press("Continue")
    worker.fill(statement__how_known="told_by_child").press("Continue").press("Continue")
    worker.fill(crime=["modern_slavery"]).press("Continue")
    worker.fill(setting=["workplace"]).press("Continue").press("Continue")
    worker.fill(person__subject_kind=kind, person__given_names=name, person__family_name="Testcliffe", person__age="about 30" if kind == "adult" else "15")
    worker.press("Continue")
    if agrees is None:
        assert worker.heading != "What does this adult want?", "a child was asked for consent"
    else:
        assert worker.heading == "What does this adult want?"
        worker.fill(person__agrees=agrees, person__override_reason="Two boys sleep there too.", person__wishes="To be left alone.",
                    person__capacity="presumed", person__pressure="yes").press("Continue")
    while worker.heading != "Where do they live and where were they found?":
        worker.press("Continue")
    worker.fill(person__lives_in="milbury").press("Send now")
    if agrees:
        assert worker.says("They don't agree") and worker.says("Two boys sleep there too.")
    worker.press("Send the report")
    return REFERENCE.search(worker.text)[0]


@WAYS
def test_an_adult_who_refuses(house, walkers, scripts):
    name = "Dmitar" if scripts else "Goran"
    worker = walkers(house, "youth worker", f"adult-{scripts}", scripts, phone=True)
    reference = enslaved(worker, name, "adult", "does_not_agree")

    # The desk overrides the wishes: with a reason of its own, or not at all.
    desk = walkers(house, "local co-ordinator", f"adult-desk-{scripts}", scripts)
    desk.go(f"/concerns/{reference}")
    assert desk.says("To be left alone.") and desk.says("Could somebody be making them say so?")
    desk.follow("Decide")
    desk.fill(outcome="adult_safeguarding_enquiry").press("See where it goes")
    assert desk.says("Does this follow what the adult wants?")
    # Adult social care of the area leads, so that the case is theirs.
    lead = desk.page.locator('[name="lead"]')
    lead.select_option(next(one for one in lead.locator("optgroup[label='Milbury'] option").evaluate_all("all => all.map(e => [e.value, e.text])")
                            if "dult social care" in one[1])[0])
    answer = desk.page.locator('[name="gate.adult_wishes_followed"]')
    desk.fill(reason="A crime is being done, and others are held with him.")
    desk.tick(answer.locator("xpath=self::*[@value='overridden']"))
    desk.press(re.compile("Decide: "))
    assert desk.says("Say why: Does this follow what the adult wants?")
    desk.page.locator('[name="why.adult_wishes_followed"]').fill("Two boys are held in the same place.")
    desk.press(re.compile("Decide: "))
    assert desk.says("Decided.") and desk.says("It goes against what they want") and desk.says("Two boys are held in the same place.")

    # Social care records his wishes, and asks him about a referral by itself: enquiry, risk and consent are different records.
    team = accepted(walkers(house, "adult social care", f"adult-team-{scripts}", scripts), reference, name)
    for form in ("What the adult wants", "Adult safeguarding enquiry (Care Act 2014, section 42)", "Risk conference about domestic abuse (MARAC)",
                 "Consent to the national referral mechanism", "Duty to notify the Home Office, without a name"):
        assert team.page.get_by_role("link", name=form).count() == 1, form
    file = team.page.url.split("?")[0].split("#")[0]
    record(team, file, "Referral to the national referral mechanism")
    assert team.says("It can't be recorded yet") and team.says("The adult consents to the referral")
    assert team.page.get_by_role("button", name="Record it").count() == 0
    record(team, file, "Duty to notify")
    assert team.says("It can't be recorded yet")
    record(team, file, "Consent to the national", slavery__consent="does_not_consent",
           slavery__explained="Alone, in his own language, by a telephone interpreter.").press("Record it")
    assert team.says("Recorded, with your name. Nothing was sent to anybody.")
    record(team, file, "Referral to the national")
    assert team.says("It can't be recorded yet"), "an adult who refuses was referred"
    record(team, file, "Duty to notify")
    prepared = team.card("Made ready to be copied").inner_text()
    assert name not in prepared and "Testcliffe" not in prepared and "car wash" not in prepared and "about 30" not in prepared
    assert "Milbury" in prepared and "Modern slavery" in prepared and "Workplace" in prepared
    team.fill(slavery__notified_on=(24, 11, 2026), slavery__notification_reference="ZZ-200").press("Record it")
    # Wishes that are overridden need a reason on the case too.
    record(team, file, "What the adult wants", wishes__words="To be left alone.", wishes__capacity="presumed",
           wishes__safe_channel=["in_person"], wishes__followed="overridden").press("Record it")
    assert team.says("Answer this: Why are their wishes overridden?") and team.page.locator('[name="wishes.words"]').input_value() == "To be left alone."
    team.fill(wishes__override_reason="Two boys are held in the same place.").press("Record it")
    assert team.says("Recorded, with your name") and team.says("To be left alone.") and team.says("They don't consent") and team.says("ZZ-200")
    # And on the case of a child nobody is asked for consent.
    child = enslaved(walkers(house, "youth worker", f"child-{scripts}", scripts, phone=True), "Petar" if scripts else "Marko", "child", None)
    desk.go(f"/concerns/{child}").follow("Decide")
    desk.fill(outcome="section_47", threshold="significant_harm").press("See where it goes")
    assert not desk.says("Does this follow what the adult wants?")
    desk.fill(reason="A child who works and has no papers.")
    desk.press(re.compile("Decide: "))
    assert desk.says("Decided.")
    team = accepted(walkers(house, "child abuse", f"child-team-{scripts}", scripts), child, "Petar" if scripts else "Marko")
    file = team.page.url.split("?")[0].split("#")[0]
    assert not team.says("Consent to the national referral mechanism")
    record(team, file, "Referral to the national", slavery__referred_on=(24, 11, 2026), slavery__referral_reference="ZZ-300").press("Record it")
    assert team.says("Recorded, with your name") and re.search(rf"Good practice: by {TIME}", " ".join(team.text.split()))


def accepted(team: Walker, reference: str, name: str) -> Walker:
    """The team's page of the case: opened by its lead, joined by who must also receive it."""
    team.go("/hand-overs")
    row = team.page.locator("tr", has_text=reference)
    team.press("Accept", within=row)
    if "/cases/" not in team.page.url:
        team.go("/cases").follow(re.compile(name))
    return team


def record(team: Walker, file: str, form: str, **answers) -> Walker:
    team.go(file).follow(re.compile(re.escape(form)))
    return team.fill(**answers)
