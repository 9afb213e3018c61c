# SPDX-License-Identifier: Apache-2.0
"""What a phone must reach: where I am in the head of the page, and the order of every list."""
from __future__ import annotations

import pytest

PLACES = {
    "local co-ordinator": ["/report", "/my-reports", "/desk", "/hand-overs", "/cases", "/search", "/directory", "/standard", "/account"],
    "information manager": ["/ledger", "/account"],
}


@pytest.mark.parametrize("role", PLACES)
def test_the_place_where_i_am_is_in_view(browsing, role):
    page = browsing.phone(role)
    for path in PLACES[role]:
        page.goto(path)
        box = page.locator("header nav [aria-current=page]").bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["y"] >= 0, f"{path}: {box}"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, f"{path} is wider than the screen"


@pytest.mark.parametrize("path, words, asked", [
    ("/desk?part=decided", "Newest first", "order=received"), ("/search?q=silver", "Oldest first", "order=oldest")])
def test_a_list_is_sorted_on_a_phone(browsing, path, words, asked):
    page = browsing.phone("local co-ordinator")
    page.goto(path)
    page.get_by_role("link", name=words, exact=True).tap()
    page.wait_for_url(lambda url: asked in url)
    assert page.get_by_role("link", name=words, exact=True).get_attribute("aria-current") == "true"
    assert page.locator("table.stack thead").is_hidden(), "links that nobody sees can't be reached either"
