# SPDX-License-Identifier: Apache-2.0
"""A concern about a head teacher, who then looks for it: nothing is found, counted, offered or told, with scripts and without. Another head
teacher, who is not named, finds it; and professional standards hear that somebody looked for their own name."""
from __future__ import annotations

import re
import uuid

import pytest

from house import House, wait_until
from newcomers import Newcomer, options
from walking import Walker

WORD = "wrenfeatherlane"


@pytest.fixture(scope="module")
def administrator(house):
    return house.person("administrator")


@pytest.fixture(scope="module")
def heads(house, administrator):
    """Two heads with a seat in the schools' safeguarding team, so that both search."""
    page = administrator.get("/directory/teams")
    found = {}
    for name in ("Hollis Ravensmere", "Greer Ostlethwaite"):
        newcomer = Newcomer(house, administrator, name, role="investigator", team=_team(administrator))
        newcomer.settle(newcomer.link())
        found[name] = newcomer.sign_in()
        house._people[name] = found[name]
    assert page.status == 200
    return found


def _team(administrator) -> str:
    """The region's schools' safeguarding team, as the form to give a role offers it."""
    people = administrator.get("/directory/people")
    href = next(href for href, _ in people.links if re.search(r"/directory/people/[0-9a-f-]{36}$", href))
    form = administrator.get(href + "/give-role")
    return next(value for value, words in options(form, "team") if "safeguarding lead" in words.lower())


def concern(api, given: str, family: str, suspect: tuple[str, str]) -> dict:
    return api.report({
        "answers": {"danger.now": "no", "crime": ["child_abuse"]},
        "statements": [{"answers": {"statement.text": f"Kept back alone after lessons, {WORD}.", "statement.how_known": "saw"}}],
        "mentions": [
            {"kind": "person", "role": "subject", "answers": {
                "person.subject_kind": "child", "person.given_names": given, "person.family_name": family,
                "person.lives_in": "milbury", "person.age": "12"}},
            {"kind": "person", "role": "suspect", "answers": {
                "person.given_names": suspect[0], "person.family_name": suspect[1], "person.position_of_trust": ["school"]}}]},
        str(uuid.uuid4()))


@pytest.fixture(scope="module")
def told(house, api, heads):
    """The concern, handed to the schools' team in which both heads sit."""
    family = f"Thistlemere{uuid.uuid4().hex[:4].translate(str.maketrans('0123456789', 'ghijklmnop'))}"
    sent = concern(api, "Juno", family, ("Hollis", "Ravensmere"))
    desk = house.person("local co-ordinator")
    page = desk.get(f"/concerns/{sent['reference']}/decide").submit(
        "See where it goes", None, outcome="hand_over", threshold="significant_harm")
    assert page.says("designated officer"), page.text[:1500]
    form = page.form("Why?")
    team = next(value for value, words in options(page, "lead") if value and "safeguarding lead" in words.lower())
    gates = {name: "yes" if "yes" in choices else choices[0] for name, choices in form.choices.items() if name.startswith("gate.")}
    decided = page.submit("Why?", None, fields={"lead": team, "reason": "For the schools' safeguarding lead.", **gates})
    assert decided.status == 200 and decided.says("Decided"), decided.text[:1500]
    return {"reference": sent["reference"], "family": family}


def _sees(person, told) -> dict:
    """What somebody is shown of it, everywhere they may look."""
    return {
        "found": told["reference"] in person.get(f"/search?q={told['family']}").text,
        "by reference": re.search(r"\b1 (concern|result)", person.get(f"/search?q={told['reference']}").text) is not None,
        "opened": person.get(f"/concerns/{told['reference']}").status,
        "inbox": told["reference"] in person.get("/hand-overs").text,
        "home": told["reference"] in person.get("/").text,
    }


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_head_who_is_named_finds_nothing(browsing, house, heads, told, scripts):
    page = browsing.open("Hollis Ravensmere", scripts=scripts)
    named = Walker(page, f"head-named-{scripts}", None if scripts else browsing.open())
    named.go("/search")
    empty = []
    for sought in (told["family"], f"Juno {told['family']}", WORD, told["reference"], "Hollis Ravensmere", "nobodyatallofthisname"):
        page.locator('[name="q"]').fill(sought)
        named.press("Search")
        # What was typed stands on the page; nothing leads to a concern.
        assert f"/concerns/{told['reference']}" not in page.content() and page.locator("tbody tr").count() == 0, sought
        empty.append(" ".join(named.text.replace(sought, "SOUGHT").split()))
    # Not even a count: the answer is that to a name which nobody bears.
    plain = re.sub(r"SOUGHT|Add another.*?$", "", empty[-1])
    for words in (empty[0], empty[2]):
        assert re.sub(r"SOUGHT|Add another.*?$", "", words) == plain
    for path in ("/hand-overs", "/cases", "/asks", "/"):
        named.go(path)
        assert told["reference"] not in named.text and told["family"] not in named.text, path
    refused = page.goto(f"/concerns/{told['reference']}")
    missing = page.goto("/concerns/ZZZZ-ZZZZ-Z")
    assert refused.status == missing.status == 404
    assert not named.findings, named.findings


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_another_head_finds_it(browsing, heads, told, scripts):
    page = browsing.open("Greer Ostlethwaite", scripts=scripts)
    other = Walker(page, f"head-other-{scripts}", None if scripts else browsing.open())
    other.go("/search")

    def searched() -> bool:
        page.locator('[name="q"]').fill(told["family"])
        other.press("Search")
        return told["reference"] in other.text
    wait_until(searched, within=10)
    other.go("/hand-overs")
    assert told["reference"] in other.text
    assert page.goto(f"/concerns/{told['reference']}").status == 200
    assert not other.findings, other.findings


def test_the_two_come_out_differently(heads, told):
    named, other = _sees(heads["Hollis Ravensmere"], told), _sees(heads["Greer Ostlethwaite"], told)
    assert named == {"found": False, "by reference": False, "opened": 404, "inbox": False, "home": False}
    assert other["found"] and other["opened"] == 200 and other["inbox"]


def test_professional_standards_hear_of_it(house, server, heads, told):
    """Counted from the ledger within a round of a minute; the row says who and how often, and nothing of the concern."""
    heads["Hollis Ravensmere"].get("/search?q=Hollis+Ravensmere")
    wait_until(lambda: server.rows("SELECT 1 FROM look_up WHERE kind = 'own_name'"), within=130, every=1)
    standards = house.person("professional standards")
    page = standards.get("/look-ups")
    assert page.status == 200 and page.says("Hollis Ravensmere") and page.says("own name")
    assert told["reference"] not in page.text and told["family"] not in page.text
    assert heads["Hollis Ravensmere"].get("/look-ups").status == 403
    assert house.person("administrator").get("/look-ups").status == 403
