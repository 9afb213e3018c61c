# SPDX-License-Identifier: Apache-2.0
"""Two desks, one child, and a share rule between them: a piece that is not shown whole says whom to ask, asking is one press, a named person
answers, and the asker sees the answer. With scripts and without."""
from __future__ import annotations

import re
import uuid

import pytest

from house import wait_until
from walking import Walker


def told(api, family: str, area: str) -> str:
    return api.report({
        "answers": {"danger.now": "no", "crime": ["child_sexual_exploitation"]},
        "statements": [{"answers": {"statement.text": "New phone, and does not say from whom.", "statement.how_known": "saw"}}],
        "mentions": [{"kind": "person", "role": "subject", "answers": {
            "person.subject_kind": "child", "person.given_names": "Idris", "person.family_name": family,
            "person.date_of_birth": "2013-02-11", "person.lives_in": area}}]}, str(uuid.uuid4()))["reference"]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_asking_is_one_press_and_a_named_person_answers(browsing, house, api, scripts):
    family = f"Askerly{uuid.uuid4().hex[:5].translate(str.maketrans('0123456789', 'ghijklmnop'))}"
    theirs, ours = told(api, family, "otterley"), told(api, family, "milbury")
    asker = Walker(browsing.open("local co-ordinator", scripts=scripts), f"ask-{scripts}", None if scripts else browsing.open())
    wait_until(lambda: asker.go(f"/concerns/{ours}") and asker.says("Ask for more"), within=15)
    assert asker.says("To know more, ask")
    piece = asker.page.locator("article.piece").filter(has_text="Ask for more").first
    asker.press("Ask for more", within=piece)
    assert asker.says("Asked. A named person answers")
    assert asker.page.goto(f"/concerns/{theirs}").status == 404

    holder = Walker(browsing.open("triage desk", scripts=scripts), f"answer-{scripts}", None if scripts else browsing.open())
    holder.go("/asks")
    row = holder.page.locator("tr").filter(has_text=theirs).first
    assert row.count() == 1 and ours not in row.inner_text()
    with holder.page.expect_navigation():
        row.get_by_role("link", name=re.compile("Answer")).click()
    holder.look()
    holder.press("Answer")
    assert holder.page.title().startswith("Error:") and holder.says("How much?")
    holder.fill(answer="whole", reason="You lead on this child.").press("Answer")
    assert holder.says("Answered.")
    holder.go("/asks?part=answered")
    assert theirs in holder.text

    asker.go("/asks?part=mine")
    assert asker.says("You lead on this child.") and asker.says("The whole record")
    assert asker.page.goto(f"/concerns/{theirs}").status == 200
    assert not asker.findings + holder.findings, asker.findings + holder.findings


def test_a_reply_by_an_unsafe_way_needs_a_reason(browsing, house, api):
    reference = told(api, "Replyworth", "milbury")
    desk = Walker(browsing.open("local co-ordinator"), "unsafe-reply")
    desk.go(f"/concerns/{reference}")

    def reply(**answers) -> Walker:
        form = desk.page.locator("details").filter(has=desk.page.locator('[name="chosen"]')).first
        if form.get_attribute("open") is None:
            form.locator("summary").first.click()
        ways = desk.page.locator("details").filter(has=desk.page.locator('[name="channel"]')).last
        if ways.get_attribute("open") is None:
            ways.locator("summary").first.click()
        return desk.fill(**answers).press("Send the reply")

    reply(chosen="keep_telling", channel="letter")
    assert desk.says("not known to be safe") and desk.page.title().startswith("Error:")
    reply(chosen="keep_telling", channel="letter", channel_reason="She gave this address herself.")
    assert desk.says("Your reply is sent") and desk.says("She gave this address herself.")
    reply(words="The family is known to us and a social worker has visited.", channel="here")
    assert desk.says("Whether anyone is known") and desk.says("Who acted")
    desk.page.emulate_media(media="print")
    assert desk.page.locator(".handling").is_visible() and desk.says("Nobody has asked who must not find out")
    assert not desk.findings, desk.findings
