# SPDX-License-Identifier: Apache-2.0
"""A Saturday night: a hand-over that nobody accepts climbs from the co-ordinator on duty to the next on call, by pages and by a mail that
says nothing, until a named person takes it on. With scripts and without; and as it comes out where the team accepts in time."""
from __future__ import annotations

import re

import pytest

from browsing import Browsing, screenshot
from clocked import at
from house import API, House, wait_until
from mail_relay import MailRelay, text_of
from walking import Walker

pytestmark = pytest.mark.timeout(600)
EVENING, LATE, NIGHT = "2027-11-27 21:00:00", "2027-11-28 01:20:00", "2027-11-28 02:40:00"


@pytest.fixture(scope="module")
def relay():
    relay = MailRelay()
    yield relay
    relay.stop()


@pytest.fixture
def saturday(folder, relay, request, chromium):
    """Starts one region's server anew at each hour of the night."""
    from sentinel_server import SentinelServer
    store = folder / f"{re.sub(r'[^a-z]+', '-', request.node.name.lower())[:40]}" / "store"
    begun: list[SentinelServer] = []
    browsers: list[Browsing] = []

    def hour(moment: str):
        for server in begun:
            server.stop()
        server = SentinelServer(store, concerns=12, env={**relay.settings(), **at(moment)})
        begun.append(server.start())
        browsers.append(Browsing(chromium, House(server)))
        return server, browsers[-1]

    yield hour
    for browsing in browsers:
        browsing.close()
    for server in begun:
        server.kill()
    complaints = [one for browsing in browsers for one in browsing.complaints]
    assert not complaints, complaints


def urgent_report(server) -> str:
    """An urgent concern about a child of Milbury."""
    return API(server.url, server.token()).report({
        "answers": {"danger.now": "no", "urgency.reason": "He is to fetch her on Sunday morning."},
        "statements": [{"answers": {"statement.text": "She says that he is to fetch her on Sunday morning.", "statement.how_known": "saw"}}],
        "mentions": [{"kind": "person", "role": "subject", "answers": {
            "person.subject_kind": "child", "person.given_names": "Elodie", "person.family_name": "Saturnley",
            "person.date_of_birth": "2012-03-14", "person.lives_in": "milbury"}}]})["reference"]


def handed_over(walker: Walker, reference: str) -> None:
    walker.go(f"/concerns/{reference}").follow("Decide")
    walker.fill(outcome="hand_over", threshold="significant_harm").press("See where it goes")
    walker.fill(reason="A man who drives is to fetch her in the morning.")
    names = walker.page.locator('[name^="gate."]').evaluate_all("all => [...new Set(all.map(e => e.name))]")
    for name in names:
        walker.tick(walker.page.locator(f'[name="{name}"]').first)
    walker.press("Decide: Hand over")
    assert walker.says("Decided. It is kept with your name")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_an_unaccepted_hand_over_climbs_to_a_person(saturday, relay, scripts):
    server, browsing = saturday(EVENING)
    reference = urgent_report(server)
    desk = Walker(browsing.open("co-ordinator", scripts=scripts), f"saturday-desk-{scripts}", None if scripts else browsing.open())
    handed_over(desk, reference)
    desk.go("/desk?part=unaccepted")
    assert reference in desk.text
    # The team gets a mail too; it says what waits, and about whom nothing.
    relay.wait_for("a hand-over waits for your team", "central")

    # Four hours later nobody has accepted: the co-ordinator on duty is told.
    before = len(relay.mails)
    server, browsing = saturday(LATE)
    first = relay.wait_for("something has come to you")
    unanswered = "SELECT e.chain_rank, e.taken_by FROM escalation e JOIN hand_over h ON h.id = e.subject_id JOIN concern c ON c.id = h.concern_id " \
                 f"WHERE e.kind = 'unanswered' AND c.reference = '{reference}'"
    assert wait_until(lambda: server.rows(unanswered), within=90)[0] == (0, None)

    # An hour on it goes to the next on call: a person, who takes it on.
    server, browsing = saturday(NIGHT)
    wait_until(lambda: server.rows(unanswered)[0][0] == 1, within=90)
    second = relay.wait_for("something has come to you", "duty-1")
    manager = Walker(browsing.open("duty manager", scripts=scripts), f"saturday-manager-{scripts}", None if scripts else browsing.open())
    manager.go("/")
    assert manager.says("answering the hand-over of Elodie Saturnley has passed") or manager.says("has come to you")
    manager.go("/desk/escalations")
    # One row a team that has not accepted; whoever takes one on has that one.
    climbing = manager.page.locator("tr", has_text=reference).count()
    row = manager.page.locator("tr", has_text=reference).first
    assert "A hand-over has passed its limit" in row.inner_text()
    manager.press("Take it on", within=row)
    assert manager.says("You have taken it on.")
    assert sum(taken not in (None, "system") for _, taken in server.rows(unanswered)) == 1
    manager.go("/desk/escalations")
    assert manager.page.locator("tr", has_text=reference).count() == climbing - 1

    for mail in [first, second] + relay.mails[before:]:
        words = f"{mail['Subject']}\n{text_of(mail)}\n{mail.as_string()}"
        for secret in ("Elodie", "Saturnley", reference, "Milbury", "milbury"):
            assert secret not in re.sub(r"[\w.-]+@[\w.-]+", "", words), (secret, words)
        assert re.search(r"\nhttp://127\.0\.0\.1:\d+/(desk/escalations|desk|hand-overs|imports)\n", text_of(mail)), text_of(mail)
    assert not desk.findings + manager.findings, desk.findings + manager.findings


def test_accepted_in_time_it_climbs_to_nobody(saturday, relay):
    server, browsing = saturday(EVENING)
    reference = urgent_report(server)
    handed_over(Walker(browsing.open("co-ordinator"), "saturday-accepted"), reference)
    accepted = server.rows(
        f"SELECT h.id FROM hand_over h JOIN concern c ON c.id = h.concern_id WHERE c.reference = '{reference}' AND h.state = 'offered'")
    assert accepted
    for team in ("central cse", "social worker", "child abuse"):
        page = browsing.house.person(team).get("/hand-overs")
        for form in [f for f in page.forms if any(hand_over in f.action for (hand_over,) in accepted) and f.action.endswith("/accept")]:
            page.person.post(form.action, form.filled({}))
    left = server.rows(
        f"SELECT h.team_id FROM hand_over h JOIN concern c ON c.id = h.concern_id WHERE c.reference = '{reference}' AND h.state = 'offered'")
    assert not left, f"{len(left)} hand-overs are left unaccepted"
    server, browsing = saturday(NIGHT)
    wait_until(lambda: server.rows("SELECT count(*) FROM escalation WHERE kind = 'undecided'")[0][0] > 0, within=90)
    assert server.rows("SELECT count(*) FROM escalation e JOIN hand_over h ON h.id = e.subject_id JOIN concern c ON c.id = h.concern_id "
                       f"WHERE c.reference = '{reference}'")[0][0] == 0
