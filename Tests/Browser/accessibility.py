# SPDX-License-Identifier: Apache-2.0
"""axe-core on a page, with a finding said so that it can be mended: rule, element, what is wrong."""
from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_axe = Axe()


def axe(page: Page, only: str | None = None) -> list[str]:
    """Every violation that axe-core finds, or those of one rule, one line an element."""
    options = {"resultTypes": ["violations"], **({"runOnly": [only]} if only else {})}
    found = _axe.run(page, options=options).response["violations"]
    return [f"{rule['id']} ({rule['impact']}): {' '.join(node['target'][0:1]) if isinstance(node['target'][0], str) else node['target']}"
            f" - {node['failureSummary'].splitlines()[-1].strip()}" for rule in found for node in rule["nodes"]]


def overflow(page: Page) -> list[str]:
    """Elements that make the page scroll sideways (WCAG 1.4.10); none on a page that fits."""
    return page.evaluate("""() => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        const scrolls = e => e && e !== document.body && (['auto','scroll','hidden','clip'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
        return [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement))
            .slice(0, 5).map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : '') + ' reaches ' + Math.round(e.getBoundingClientRect().right));
    }""")


def small_targets(page: Page) -> list[str]:
    """Controls smaller than 24 x 24 CSS pixels (WCAG 2.5.8), links in running text and hidden controls left out."""
    return page.evaluate("""() => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, nav a, a.button')]
        .filter(e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
        .map(e => [e, (e.labels && e.labels[0] && ['checkbox','radio'].includes(e.type) ? e.labels[0] : e).getBoundingClientRect()])
        .filter(([e, r]) => r.width > 0 && (r.width < 24 || r.height < 24))
        .map(([e, r]) => `${e.tagName.toLowerCase()} '${(e.innerText || e.name || '').slice(0, 30)}' ${Math.round(r.width)}x${Math.round(r.height)}`)""")


def assert_sound(page: Page) -> None:
    """No axe violation, no sideways scrolling, no target too small."""
    findings = axe(page) + overflow(page) + small_targets(page)
    assert not findings, f"{page.url}:\n  " + "\n  ".join(findings)
