# SPDX-License-Identifier: Apache-2.0
"""Reads the forms and links of an HTML page with the standard library, so that a test can post as a browser without scripts does."""
from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """One form: where it goes, and what a browser would send if nothing were touched."""
    action: str = ""
    method: str = "get"
    fields: list[tuple[str, str]] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    required: set[str] = field(default_factory=set)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    text: str = ""

    def filled(self, values: dict[str, object], button: str | None = None) -> list[tuple[str, str]]:
        """The pairs to send: `values` replace what stands in the form; a list sends a name more than once, None leaves it out.
        A name that the form does not have is an error: the test would test nothing."""
        unknown = set(values) - self.names
        if unknown:
            raise AssertionError(f"the form to {self.action!r} has no field {sorted(unknown)}; it has {sorted(self.names)}")
        pairs = [(name, value) for name, value in self.fields if name not in values]
        for name, value in values.items():
            many = value if isinstance(value, (list, tuple)) else [] if value is None else [value]
            pairs += [(name, str(one)) for one in many]
        named = [(name, value) for name, value, text in self.buttons if name]
        if button is None:
            pairs += named[:1] if len(self.buttons) == 1 else []
        else:
            found = [one for one in self.buttons if button.casefold() in one[2].casefold() or button == one[1]]
            if not found:
                raise AssertionError(f"the form to {self.action!r} has no button {button!r}; it has {[b[2] for b in self.buttons]}")
            pairs += [(name, value) for name, value, _ in found[:1] if name]
        return pairs


class PageReader(HTMLParser):
    """Collects title, headings, links, forms, labels and the words of a page."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.links: list[tuple[str, str]] = []
        self.headings: list[str] = []
        self.title = ""
        self.words: list[str] = []
        self._form: Form | None = None
        self._by_id: dict[str, Form] = {}
        self._select: tuple[Form | None, str] | None = None
        self._chosen = False
        self._option: list | None = None
        self._capture: list[tuple[str, object, list[str]]] = []
        self._hidden = 0
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def _owner(self, a: dict[str, str]) -> Form | None:
        return self._by_id.get(a["form"]) if "form" in a else self._form

    def handle_starttag(self, tag, attrs):
        a = {name: value if value is not None else "" for name, value in attrs}
        if tag in ("script", "style", "template"):
            self._hidden += 1
        elif tag == "form":
            self._form = Form(action=a.get("action", ""), method=a.get("method", "get").lower())
            self.forms.append(self._form)
            if "id" in a:
                self._by_id[a["id"]] = self._form
        elif tag in ("a", "title", "h1", "h2", "h3", "button", "textarea"):
            self._capture.append((tag, (a, self._owner(a)), []))
        elif tag == "input":
            self._input(self._owner(a), a)
        elif tag == "select":
            self._select = (self._owner(a), a.get("name", "") if self._declare(self._owner(a), a) else "")
            self._chosen = "multiple" in a  # a list of many starts with none chosen, a list of one with its first
        elif tag == "option" and self._select:
            self._close_option()
            self._option = [a, []]

    def _declare(self, form: Form | None, a: dict[str, str]) -> bool:
        if form is None or not a.get("name") or "disabled" in a:
            return False
        form.names.add(a["name"])
        if "required" in a:
            form.required.add(a["name"])
        return True

    def _input(self, form, a):
        kind = a.get("type", "text").lower()
        if kind in ("submit", "image"):
            if form is not None and "disabled" not in a:
                form.buttons.append((a.get("name", ""), a.get("value", ""), a.get("value", "")))
        elif kind not in ("button", "reset") and self._declare(form, a):
            value = a.get("value", "on" if kind in ("checkbox", "radio") else "")
            if kind in ("checkbox", "radio"):
                form.choices.setdefault(a["name"], []).append(value)
                if "checked" not in a:
                    return
            form.fields.append((a["name"], value))

    def _close_option(self):
        if not self._option or not self._select:
            return
        a, words = self._option
        (form, name), value = self._select, a.get("value", "".join(words).strip())
        if form is not None and name:
            first = not form.choices.get(name)
            form.choices.setdefault(name, []).append(value)
            if "selected" in a:
                form.fields[:] = [pair for pair in form.fields if self._chosen or pair[0] != name] + [(name, value)]
                self._chosen = True
            elif first and not self._chosen:
                form.fields.append((name, value))
        self._option = None

    def handle_endtag(self, tag):
        if tag in ("script", "style", "template"):
            self._hidden = max(0, self._hidden - 1)
        elif tag == "form":
            self._form = None
        elif tag == "option":
            self._close_option()
        elif tag == "select":
            self._close_option()
            self._select = None
        elif self._capture and self._capture[-1][0] == tag:
            _, (a, form), words = self._capture.pop()
            text = " ".join("".join(words).split())
            if tag == "a" and "href" in a:
                self.links.append((a["href"], text))
            elif tag == "title":
                self.title = text
            elif tag == "button" and form is not None and a.get("type", "submit") == "submit" and "disabled" not in a:
                form.buttons.append((a.get("name", ""), a.get("value", ""), text))
            elif tag == "textarea" and self._declare(form, a):
                form.fields.append((a["name"], "".join(words).removeprefix("\n")))
            elif tag in ("h1", "h2", "h3"):
                self.headings.append(text)

    def handle_data(self, data):
        if self._hidden:
            return
        for _, _, words in self._capture:
            words.append(data)
        if self._option:
            self._option[1].append(data)
        if self._form is not None:
            self._form.text += data
        self.words.append(data)
