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


def keyboard(page: Page) -> list[str]:
    """Goes through the page with the Tab key alone: every control is reached, none holds the focus, and where it stands is seen (WCAG
    2.1.1, 2.1.2, 2.4.7, 2.4.11). Of radio buttons of one name the key reaches one, and arrows the others."""
    page.evaluate("""() => {
        const look = e => { const s = getComputedStyle(e), r = e.getBoundingClientRect();
            return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none') && r.width > 0 && r.height > 0; };
        window.sentinelSeen = new Map();
        document.addEventListener('focusin', event => {
            const e = event.target, r = e.getClientRects()[0] || e.getBoundingClientRect();  // words that run over two lines have two
            const top = document.elementFromPoint(Math.max(1, r.left + r.width / 2), Math.max(1, Math.min(innerHeight - 2, r.top + Math.min(r.height, 20) / 2)));
            window.sentinelSeen.set(e, look(e) ? (top && (e.contains(top) || top.contains(e) || e.labels && [...e.labels].some(l => l.contains(top))) ? '' : 'is covered') : 'shows no focus');
        });
        document.activeElement && document.activeElement.blur();
        window.getSelection().removeAllRanges();
    }""")
    controls = page.evaluate("() => (" + _CONTROLS + ")().length")
    for _ in range(min(controls + 2, 150)):
        page.keyboard.press("Tab")
    return page.evaluate("""() => {
        const name = e => `${e.tagName.toLowerCase()} '${(e.innerText || e.name || e.getAttribute('aria-label') || e.href || '').trim().slice(0, 40)}'`;
        const seen = window.sentinelSeen, all = (""" + _CONTROLS + """)();
        const reached = e => seen.has(e) || e.type === 'radio' && [...seen.keys()].some(o => o.type === 'radio' && o.name === e.name);
        const missed = all.length > 148 ? [] : all.filter(e => !reached(e)).map(e => `the Tab key does not reach ${name(e)}`);
        return missed.concat([...seen].filter(([e, why]) => why && e !== document.body && e.isConnected).map(([e, why]) => `${name(e)} ${why}`)).slice(0, 8);
    }""")


_CONTROLS = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && !e.closest('details:not([open]) > :not(summary)'))"""


def named(page: Page) -> list[str]:
    """What a screen reader is given, from the browser's own accessibility tree: every control has a name, one main part, one heading of the
    first level and none that skips one, every table its headings (WCAG 1.3.1, 2.4.6, 4.1.2)."""
    session = page.context.new_cdp_session(page)
    nodes = [n for n in session.send("Accessibility.getFullAXTree")["nodes"] if not n["ignored"]]
    session.detach()
    role, name = (lambda n: n.get("role", {}).get("value", "")), (lambda n: n.get("name", {}).get("value", "").strip())
    controls = {"link", "button", "textbox", "combobox", "checkbox", "radio", "spinbutton", "searchbox", "listbox", "DisclosureTriangle", "navigation",
                "complementary", "table", "article", "group", "radiogroup"}
    nameless = {"group", "article", "complementary"}  # a name helps here and is not asked for
    found = [f"a {role(n)} has no name" for n in nodes if role(n) in controls - nameless and not name(n)]
    levels = [next((p["value"]["value"] for p in n.get("properties", []) if p["name"] == "level"), 0) for n in nodes if role(n) == "heading"]
    if levels.count(1) != 1:
        found.append(f"{levels.count(1)} headings of the first level")
    found += [f"a heading of level {after} follows one of level {before}" for before, after in zip(levels, levels[1:]) if after > before + 1]
    if [role(n) for n in nodes].count("main") != 1:
        found.append("not one main part")
    return found + page.evaluate("""() => [...document.querySelectorAll('table')].filter(t => !t.querySelector('th') || !t.querySelector('caption'))
        .map(t => `a table has no ${t.querySelector('th') ? 'caption' : 'headings'}: ${t.innerText.slice(0, 40)}`)
        .concat([...document.querySelectorAll('[aria-invalid=true]')].filter(e => !(e.getAttribute('aria-describedby') || '').includes('error'))
        .map(e => `an error is not told with its field: ${e.name}`))""")


def spaced(page: Page) -> list[str]:
    """With lines, letters and words as far apart as a reader may set them (WCAG 1.4.12), nothing is cut off and nothing runs out sideways."""
    page.evaluate("""() => { const sheet = new CSSStyleSheet(); document.adoptedStyleSheets = [sheet];
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }'); }""")
    found = overflow(page) + page.evaluate("""() => [...document.querySelectorAll('main *, header *, footer *')].filter(e => !e.closest('svg, pre, .hidden, details:not([open])')
        && e.checkVisibility() && !['TEXTAREA', 'INPUT', 'SELECT', 'OPTION'].includes(e.tagName) && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
        .slice(0, 4).map(e => `is cut with wide spacing: ${e.tagName.toLowerCase()}.${e.className}`)""")
    page.evaluate("() => { document.adoptedStyleSheets = []; }")
    return [f"{one} with wide spacing" for one in found]


def printed(page: Page) -> list[str]:
    """On paper: nothing that can only be pressed, nothing cut off at the edge, no fold closed over words."""
    page.emulate_media(media="print")
    size = page.viewport_size
    page.set_viewport_size({"width": 700, "height": 1000})  # A4 at 96 points an inch, without its margins
    try:
        return overflow(page) + page.evaluate("""() => {
            const seen = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && e.getBoundingClientRect().height > 0;
            const pressed = [...document.querySelectorAll('nav, form, button, .button, .skip')].filter(seen)
                .map(e => `prints ${e.tagName.toLowerCase()}.${e.className} '${(e.innerText || '').trim().slice(0, 40)}'`);
            const cut = [...document.querySelectorAll('main *')].filter(e => seen(e) && !e.closest('svg') && getComputedStyle(e).overflowX !== 'visible'
                && e.scrollWidth > e.clientWidth + 1 && !e.classList.contains('hidden')).map(e => `is cut on paper: ${e.tagName.toLowerCase()}.${e.className}`);
            return pressed.slice(0, 4).concat(cut.slice(0, 4));
        }""")
    finally:
        page.emulate_media(media="screen")
        page.set_viewport_size(size)


def high_contrast(page: Page) -> list[str]:
    """With the reader's own colours, in which only the colours are others: contrast, and nothing that is told by a background alone."""
    page.emulate_media(forced_colors="active")
    try:
        return axe(page, "color-contrast") + page.evaluate("""() => [...document.querySelectorAll('.tag, .button, button:not(.link), .notice, input:not([type=hidden]), select, textarea')]
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 0 && !['checkbox', 'radio', 'file'].includes(e.type))
            .filter(e => { const s = getComputedStyle(e); return parseFloat(s.borderTopWidth) + parseFloat(s.borderInlineStartWidth) === 0 || s.borderTopStyle === 'none' && s.borderInlineStartStyle === 'none'; })
            .slice(0, 4).map(e => `has no edge in high contrast: ${e.tagName.toLowerCase()}.${e.className} '${(e.innerText || '').slice(0, 30)}'`)""")
    finally:
        page.emulate_media(forced_colors="none")


def assert_sound(page: Page) -> None:
    """No axe violation, no sideways scrolling, no target too small."""
    findings = axe(page) + overflow(page) + small_targets(page)
    assert not findings, f"{page.url}:\n  " + "\n  ".join(findings)
