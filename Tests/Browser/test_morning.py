# SPDX-License-Identifier: Apache-2.0
"""A co-ordinator's morning: what nobody has, what is past its limit and what is new; a filtered queue kept under a name; matches answered
where they stand; no further action that needs a second person; a brief on one press; the shift handed on. With scripts and without, and
as each comes out where one thing is otherwise."""
from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from house import wait_until
from test_walk import REFERENCE
from walking import Walker

pytestmark = pytest.mark.timeout(600)
WAYS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])


@pytest.fixture
def people(browsing):
    walkers: list[Walker] = []

    def make(role: str, walk: str, scripts: bool) -> Walker:
        walkers.append(Walker(browsing.open(role, scripts=scripts), f"{walk}-{role}-{scripts}", None if scripts else browsing.open()))
        return walkers[-1]

    yield make
    findings = [finding for walker in walkers for finding in walker.findings]
    assert not findings, "\n  ".join(["", *sorted(set(findings))])


def reported(api, given: str, family: str, words: str, child: str | None = None) -> str:
    """A report about a child of Milbury; `child` says whether the child is the source."""
    body = {"answers": {"danger.now": "no"}, "statements": [{"answers": {"statement.text": words, "statement.how_known": "saw"}}],
            "mentions": [{"kind": "person", "role": "subject", "answers": {
                "person.subject_kind": "child", "person.given_names": given, "person.family_name": family,
                "person.date_of_birth": "2012-03-14", "person.lives_in": "milbury"}}]}
    if child:
        body["source"] = {"source.child_is_source": child}
    return api.report(body)["reference"]


def decide(walker: Walker, reference: str, outcome: str, button: str) -> Walker:
    walker.go(f"/concerns/{reference}/decide")
    walker.fill(outcome=outcome).press("See where it goes")
    walker.fill(reason="Looked at with the school; explained by the family.")
    for name in walker.page.locator('[name^="gate."]').evaluate_all("all => [...new Set(all.map(e => e.name))]"):
        walker.tick(walker.page.locator(f'[name="{name}"]').first)
    return walker.press(f"Decide: {button}")


def figure(walker: Walker, words: str) -> int:
    return int(walker.page.locator(".tile", has_text=words).locator("b").inner_text())


@WAYS
def test_the_first_screen_and_a_named_view(people, api, house, scripts):
    desk = people("triage", "morning", scripts)
    desk.go("/desk")
    press = desk.page.get_by_role("button", name="I have seen what is new")
    if press.count():
        desk.press("I have seen what is new")
    assert figure(desk, "New since you last looked") == 0
    reference = api.report({"answers": {"danger.now": "no"}, "statements": [{"answers": {"statement.text": "Seen alone at night."}}],
                            "mentions": [{"kind": "person", "role": "subject", "answers": {
                                "person.given_names": "Petra", "person.family_name": f"Morningley{'ab'[scripts]}",
                                "person.lives_in": "otterley"}}]})["reference"]
    desk.go("/desk")
    assert figure(desk, "New since you last looked") == 1 and figure(desk, "Taken by nobody") >= 1
    assert "New to you" in desk.page.locator("tr", has_text=reference).inner_text()
    with desk.page.expect_navigation():
        desk.page.locator(".tile", has_text="New since").get_by_role("link").click()
    desk.look()
    assert "new=yes" in desk.page.url and desk.page.locator("tbody tr").count() == 1
    # The chip takes the filter away again; a look in the same sitting takes nothing away.
    desk.follow(re.compile("Remove filter: New to me"))
    assert "new=yes" not in desk.page.url and figure(desk, "New since you last looked") == 1
    desk.press("I have seen what is new")
    assert figure(desk, "New since you last looked") == 0
    assert "New to you" not in desk.page.locator("tr", has_text=reference).inner_text()

    # A queue filtered and sorted by its address, kept under a name, found again and taken away.
    desk.go("/desk?owner=nobody&order=received&direction=down")
    received = desk.page.locator("th[aria-sort=descending]")
    assert "Received" in received.inner_text()
    name = f"Newest first, {'with' if scripts else 'without'}"
    desk.page.locator("summary", has_text="Save this view").click()
    desk.press("Save this view")
    assert desk.says("Give the view a name") and "owner=nobody" in desk.page.content()
    desk.fill(name=name).press("Save this view")
    assert desk.says("The view is saved.")
    desk.go("/desk").follow(name)
    assert "owner=nobody" in desk.page.url and "order=received" in desk.page.url
    assert desk.page.locator(".tabs a[aria-current]", has_text=name).count() == 1
    other = people("co-ordinator", "morning-other", scripts)
    other.go("/desk")
    assert name not in other.text
    desk.page.locator("summary", has_text="Save this view").click()
    desk.press("Remove", within=desk.page.locator("li.row", has_text=name))
    assert desk.says("The view is removed.") and name not in desk.page.locator("nav.tabs").all_inner_texts().__str__()


@WAYS
def test_no_further_action_where_a_child_is_the_source_needs_two(people, api, house, scripts):
    family = f"Twonames{'xy'[scripts]}"
    reference = reported(api, "Isolde", family, "I am scared to go home.", child="yes")
    desk = people("co-ordinator", "second", scripts)
    decide(desk, reference, "no_further_action", "No further action")
    assert desk.says("It needs a second named person") and desk.says("Waits for a second person")
    assert desk.page.get_by_role("button", name="Confirm this decision").count() == 0
    assert not re.search(r"child is the source|because a child", desk.text)
    desk.go("/desk?part=proposed")
    row = desk.page.locator("tr", has_text=reference)
    assert "waits for a second person" in row.inner_text() and re.search(r"by \d+ \w+ at", row.inner_text()), row.inner_text()

    manager = people("duty manager", "second", scripts)
    manager.go("/")
    assert manager.says("A decision waits for you as the second person")
    manager.go(f"/concerns/{reference}")
    # Sent back without a reason: asked for, and nothing lost.
    manager.page.locator("summary", has_text="Send it back").click()
    manager.press("Send it back")
    assert manager.says("There is a problem")
    field = manager.page.locator('textarea[name^="words-"]')
    field.fill("Speak with her once more, where she feels safe.")
    manager.press("Send it back")
    assert manager.says("Sent back, with your reason.")
    desk.go("/")
    assert desk.says("A decision that you proposed was sent back")
    desk.go(f"/concerns/{reference}")
    assert desk.says("Speak with her once more") and desk.says("Being read")

    decide(desk, reference, "no_further_action", "No further action")
    manager.go(f"/concerns/{reference}").press("Confirm this decision")
    assert manager.says("Confirmed. It is decided, with both names.") and manager.says("confirmed by") and manager.says("Closed")

    # Where no child is the source one person decides.
    other = reported(api, "Isaura", f"Onename{'pq'[scripts]}", "Seen by the bridge.", child="no")
    decide(desk, other, "no_further_action", "No further action")
    assert desk.says("Decided. It is kept with your name") and desk.says("Closed")


@WAYS
def test_matches_are_answered_where_they_stand(people, api, house, scripts):
    given, family = ("Theodora", "Placewick") if scripts else ("Leopolda", "Standholme")
    earlier = reported(api, given, family, "New phone, will not say from whom.")
    reference = reported(api, given, family, "Got out of a silver car.")
    reader = house.person("co-ordinator")
    wait_until(lambda: earlier in reader.get(f"/concerns/{reference}").html, within=20)
    desk = people("co-ordinator", "match", scripts)
    desk.go(f"/concerns/{reference}")
    piece = desk.page.locator(".piece", has=desk.page.locator(f'a[href*="{earlier}"]'))
    match = piece.locator(".match").first
    place = match.get_attribute("id")
    desk.press("The same", within=match)
    assert desk.page.url.endswith(f"#{place}") and "Your answer is kept" in match.inner_text()
    assert match.evaluate("e => e.getBoundingClientRect().top < innerHeight && e.getBoundingClientRect().bottom > 0")
    desk.press("Undo", within=match)
    assert desk.page.url.endswith(f"#{place}") and "taken back" in match.inner_text()


@WAYS
def test_a_brief_on_one_press(people, api, house, server, scripts):
    given, family = ("Marguerite", "Briefcombe") if scripts else ("Wilhelmina", "Papercote")
    earlier = reported(api, given, family, "Late and tired every day this term.")
    reference = reported(api, given, family, "Walking alone on Mill Lane at 1am.")
    reader = house.person("co-ordinator")
    wait_until(lambda: earlier in reader.get(f"/concerns/{reference}").html, within=20)
    desk = people("co-ordinator", "brief", scripts)
    desk.go(f"/concerns/{reference}").follow("Brief for a strategy discussion")
    for words in ("Who must not know", "Nobody has asked who must not find out", "What happened when", "Late and tired every day",
                  "Who holds what", "What is missing", "Made for", "stands in the ledger as a disclosure", family):
        assert desk.says(words), words
    assert desk.text.index("Late and tired") < desk.text.index("Walking alone")
    # On paper: two pages, without menus and buttons.
    if scripts:
        desk.page.emulate_media(media="print")
        assert not desk.page.get_by_role("link", name="Get it as a PDF").is_visible()
        printed = PdfReader(io.BytesIO(desk.page.pdf(format="A4")))
        assert len(printed.pages) <= 2
        desk.page.emulate_media(media="screen")
    answer = reader.session.get(f"{server.url}/concerns/{reference}/brief-pdf", timeout=60)
    if "application/pdf" not in answer.headers["Content-Type"]:
        assert "Print in your browser" in answer.text
        pytest.skip("nothing makes PDF here: scripts/install-front-end --pdf")
    pdf = PdfReader(io.BytesIO(answer.content))
    words = "\n".join(page.extract_text() for page in pdf.pages)
    assert len(pdf.pages) <= 2 and "Mill Lane" in words and "Late and tired" in words
    assert all("Made for" in page.extract_text() and "FICTIONAL" in page.extract_text() for page in pdf.pages)
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"] and root["/Lang"] == "en-GB"
    auditor = people("information manager", "brief", scripts)
    auditor.go(f"/ledger?object={reference}&act=disclose")
    assert auditor.says("a brief for a strategy discussion"), auditor.text
    # Another area's desk gets neither.
    stranger = house.person("triage")
    assert stranger.session.get(f"{server.url}/concerns/{reference}/brief", timeout=30).status_code == 404
    assert stranger.session.get(f"{server.url}/concerns/{reference}/brief-pdf", timeout=30).status_code == 404


@WAYS
def test_a_shift_is_handed_on(people, house, scripts):
    desk = people("co-ordinator", "shift", scripts)
    desk.go("/desk").follow("Hand the shift over")
    for words in ("What is open, and who holds it", "Hand-overs that nobody has accepted", "Who is on duty", "Who comes next"):
        assert desk.says(words), words
    desk.page.locator("summary", has_text="I am going off shift").click()
    desk.press("Hand the shift over")
    assert desk.says("Write what the next shift must know")
    notes = f"The ward rings back at nine ({scripts})."
    desk.fill(words=notes).press("Hand the shift over")
    assert desk.says("Your notes are kept.")
    entry = desk.page.locator("article.entry", has_text=notes)
    assert "Nobody has taken over" in entry.inner_text() and entry.get_by_role("button").count() == 0
    manager = people("duty manager", "shift", scripts)
    manager.go("/desk/shift/milbury")
    manager.press("I have read this and take the shift over", within=manager.page.locator("article.entry", has_text=notes))
    assert manager.says("You have taken the shift over.")
    assert "Taken over by" in manager.page.locator("article.entry", has_text=notes).inner_text()
    assert house.person("triage").get("/desk/shift/milbury").status == 404
