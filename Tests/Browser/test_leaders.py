# SPDX-License-Identifier: Apache-2.0
"""The leaders' page, with and without scripts: sentences first, a profile in which nobody can be found, and the rows for those who may."""
from __future__ import annotations

import csv
import io
import re

import pytest

from accessibility import assert_sound
from browsing import screenshot
from house import wait_until


def period_is_there(person):
    """Periods that have ended are counted by the serving house itself."""
    return wait_until(lambda: (page := person.get("/figures")).says("Counted once") and page, within=20, every=.2)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_leader_reads_sentences_before_tables(browsing, house, scripts):
    period_is_there(house.person("analyst"))
    page = browsing.open("analyst", scripts=scripts)
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Figures").click()
    assert page.locator("h1").inner_text() == "The region today"
    first = page.locator("main .waiting").bounding_box()
    table = page.locator("table").first.bounding_box()
    assert first and (table is None or first["y"] < table["y"])
    assert re.search(r"concerns? ha(s|ve) passed|No concern has passed", page.locator("main").inner_text())
    if scripts:
        assert_sound(page)
    for words in ["By area", "By crime", "By month", "By whom"]:
        page.get_by_role("navigation", name="Count by").get_by_role("link", name=words).click()
        assert page.get_by_role("navigation", name="Count by").locator("[aria-current]").inner_text() == words
        assert "0 is a true zero" in page.locator("main").inner_text()
    screenshot(page, f"leaders-{'scripts' if scripts else 'no-scripts'}")
    # A leader is told how many, and by whom they can be opened.
    page.locator("main .waiting a").first.click()
    assert "You may see how many there are, and not which" in page.locator("main").inner_text() or "Nothing waits" in page.locator("main").inner_text()
    assert page.locator("main a[href^='/concerns/']").count() == 0


def test_what_is_small_is_shown_nowhere(house):
    leader = house.person("analyst")
    period_is_there(leader)
    periods = {href for href, _ in leader.get("/figures").links if "period=" in href}
    seen = 0
    for href in sorted(periods):
        page = leader.get(href)
        for cell in re.findall(r"<td data-label=\"[^\"]*\">(?:<[^>]*>)*([0-9c]+)", page.html[page.html.index('id="profile"'):]):
            assert cell == "c" or int(cell) % 5 == 0, cell
            seen += 1
    assert seen > 20


def test_a_table_as_a_file_says_what_the_page_says(house):
    leader = house.person("analyst")
    page = period_is_there(leader)
    file = next(href for href, _ in page.links if href.endswith("/file"))
    answer = leader.session.get(leader.base + file, timeout=30)
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    cells = [cell for row in rows[1:-1] for cell in row[1:]]
    assert cells and all(cell == "c" or int(cell) % 5 == 0 for cell in cells)
    shown = re.findall(r"<td data-label=\"[^\"]*\">(?:<[^>]*>)*([0-9c]+)", page.html[page.html.index('id="profile"'):])
    assert shown == cells
    # It stands in the ledger that somebody took it out.
    assert house.person("information manager").get("/ledger?act=export").says("figures")


def test_the_desk_opens_the_rows_of_its_own_area(house):
    desk = house.person("co-ordinator")
    page = desk.get("/figures")
    assert page.says("Your areas today")
    row = desk.get("/figures/work/overdue")
    count = re.search(r"(\d+) concerns? ha(?:s|ve) passed", row.text)
    if count:
        assert row.says(f"You may open {count[1]} of them") and any(href.startswith("/concerns/") for href, _ in row.links)
    teacher = house.person("teacher")
    assert teacher.get("/figures").status == 403 and not any("/figures" in href for href, _ in teacher.get("/").links)
    for path in ["/figures/work/nothing", "/figures/periods/1999-01-01/whom/known", "/figures/periods/2026-07-01/whom/nobody", "/figures/periods/x/y/file"]:
        assert desk.get(path).status == 404, path
