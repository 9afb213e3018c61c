# SPDX-License-Identifier: Apache-2.0
"""The tour of a demo in Chromium, from its first page to its last, as a visitor takes it: the PCSO's piece is sent, the five others come, the
desk decides, council and police accept, the replies, the head teacher who finds nothing, the edited database, the leaders' page. Every page
on the way is looked at; the screenshots are kept as .build/screenshots/tour-*.png, from which the README's are taken."""
from __future__ import annotations

import re

import pytest

from browsing import screenshot
from house import House, wait_until
from sentinel_server import SentinelServer
from walking import Walker

REFERENCE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")
FIVE = ["Hearthside Housing Charity", "Marchvale Health Trust", "Milbury Park Academy", "Otterley Council", "Eskham Gate Surgery"]


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A region of its own: the tour's piece can be sent once."""
    server = SentinelServer(tmp_path_factory.mktemp("tour") / "store", concerns=60)
    try:
        yield House(server.start())
        assert server.stop() == 0, server.tail()
    finally:
        server.kill()


@pytest.fixture
def visitor(browsing, request):
    scripts = getattr(request, "param", True)
    page = browsing.open(scripts=scripts)
    walker = Walker(page, "tour" if scripts else "tour-no-scripts", None if scripts else browsing.open())
    yield walker
    assert not walker.findings, "\n  ".join(["", *sorted(set(walker.findings))])


def for_the_readme(visitor: Walker, name: str) -> None:
    """What fits one screen, as the README shows it."""
    visitor.page.evaluate("scrollTo(0, 0)")
    screenshot(visitor.page, f"tour-readme-{name}", whole=False)


def step(visitor: Walker, title: str) -> Walker:
    """Back to the tour by the link on every page, then the button of a step."""
    if not visitor.page.url.endswith("/tour"):
        visitor.follow("The tour")
    return visitor.press("", within=visitor.page.locator("li.card", has=visitor.page.get_by_role("heading", name=title)))


@pytest.mark.timeout(400)
def test_the_tour_is_taken(house, visitor):
    visitor.go("/tour")
    assert visitor.says("In nine months six agencies saw a little of her life")
    assert visitor.page.locator("tbody tr").count() == 6
    assert visitor.page.locator("li.card").count() == 10

    for_the_readme(visitor, "pieces")

    # What comes later says so.
    step(visitor, "The desk: the five others come")
    assert visitor.says("That step comes after the first")

    # The PCSO sends the piece that is written.
    step(visitor, "Five past one")
    assert visitor.heading == "Check and send" and visitor.says("brought her to our front desk")
    visitor.press("Send the report")
    assert visitor.heading == "Your report has arrived"
    reference = REFERENCE.search(visitor.text)[0]

    # The five others come, each as its agency shares it.
    reader = house.person("co-ordinator")
    wait_until(lambda: all(agency in reader.get(f"/concerns/{reference}").text for agency in FIVE), within=5)
    step(visitor, "The desk: the five others come")
    assert reference in visitor.page.url
    pieces = visitor.page.locator("article.piece")
    assert pieces.count() == 5, pieces.all_inner_texts()
    for_the_readme(visitor, "desk")
    surgery = visitor.page.locator(".piece", has_text="Eskham Gate Surgery").first.inner_text()
    assert "headache" not in surgery, "the surgery's words are not shown to who has not asked"
    assert "Rooksie" in visitor.text

    # A decision with its reason.
    step(visitor, "The desk decides")
    visitor.fill(outcome="section_47", threshold="significant_harm").press("See where it goes")
    stops = visitor.page.locator(".stops").inner_text()
    assert re.search(r"[Cc]hild abuse.*Milbury", stops) and re.search(r"[Cc]hildren.s social care.*Milbury", stops), stops
    visitor.fill(reason="Since a man moved in, five agencies saw the same child grow afraid. The driver is the neighbour who helps.")
    gates = visitor.page.locator('[name^="gate."]').evaluate_all("all => [...new Set(all.filter(e => e.type === 'radio').map(e => e.name))]")
    for name in gates:
        visitor.tick(visitor.page.locator(f'[name="{name}"]').first)
    visitor.press(re.compile("^Decide"))
    assert visitor.says("Decided"), visitor.text

    # Council and police accept.
    for title in ("The council accepts", "The police accept"):
        step(visitor, title)
        visitor.press("Accept", within=visitor.page.locator("tr", has_text=reference))
        assert "/cases/" in visitor.page.url or visitor.says("Accepted"), visitor.text

    # The replies.
    step(visitor, "The desk answers the PCSO")
    answer = visitor.page.locator("summary", has_text="Reply to the reporter")
    if answer.count() and answer.locator("xpath=..").get_attribute("open") is None:
        answer.click()
    visitor.fill(chosen="passed_on").press("Send the reply")
    step(visitor, "The PCSO hears what came of it")
    assert reference in visitor.page.url and visitor.page.locator("main").inner_text().count("Thank you")
    assert not any(agency in visitor.text for agency in FIVE), "a reply says who acted"

    # Whoever is named finds nothing, not even a count; the same page as for a word that nobody wrote.
    step(visitor, "A head teacher who is named searches")
    nothing = visitor.page.locator("main").inner_text()
    assert "Hathersedge" not in nothing.replace("“Hathersedge”", "") and not re.search(r"\b[1-9]\d* (concern|report|result)", nothing), nothing
    visitor.go("/search?q=Nobodyofthatname")
    assert visitor.page.locator("main").inner_text().replace("Nobodyofthatname", "Hathersedge") == nothing

    # The edited database is named.
    step(visitor, "Somebody edits the database")
    assert visitor.heading == "An edited database is named"
    assert re.search(r"decision", visitor.page.locator("code").first.inner_text())

    for_the_readme(visitor, "edited")

    # The leaders' page.
    step(visitor, "The leaders")
    assert "/figures" in visitor.page.url and visitor.page.locator("h1").count() == 1


@pytest.mark.timeout(300)
@pytest.mark.parametrize("visitor", [False], indirect=True, ids=["no-scripts"])
def test_what_stands_beside_it_is_opened(house, visitor):
    for button, found in (("The Friday before a bank holiday", "Wolderton"), ("The adult who refuses", "Lindenwick"),
                          ("The unborn child", "Cattermoor"), ("The twins", "Specimhurst"), ("The malicious report", "Ambleforth")):
        visitor.go("/tour").press(button)
        results = visitor.page.locator("main").inner_text()
        assert results.count(found) >= 2, f"{button}: {results[:400]}"
        with visitor.page.expect_navigation():
            visitor.page.locator("main").get_by_role("link", name=re.compile(found)).first.click()
        visitor.look()
        assert found in visitor.text
    visitor.go("/tour").press("The uncovered area")
    assert visitor.says("Tarnley")


def test_nobody_else_comes_in_by_it(house):
    """Only the tour's own people: not by another name, and the act stands in the ledger."""
    stranger = house.stranger()
    assert stranger.get("/tour").status == 200
    for name in ("administrator", "auditor", "send%2Fx", "nobody"):
        assert stranger.post(f"/tour/{name}", []).status == 404, name
    auditor = house.person("information manager")
    assert "by the tour of the demo" in auditor.get("/ledger").text
