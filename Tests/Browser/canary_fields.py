# SPDX-License-Identifier: Apache-2.0
"""Which text fields there are: of a page's forms, of the standard's questions, of the API's request bodies; and which addresses
the pages declare. Nothing here is listed by hand, so that a new field is missed by nobody."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from forms import Form, PageReader
from sentinel_server import ROOT

TYPED = {"text", "search", "email", "tel", "password", "url"}
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}")


@dataclass(frozen=True)
class Box:
    """One field that takes text."""
    name: str
    kind: str


class BoxReader(PageReader):
    """A page whose forms also know their text fields, in `boxes`. Numbers (parts of a date, a code of six figures) are no text,
    nor is the time beside a date."""

    def __init__(self, html: str):
        self._tag = ""
        super().__init__(html)
        for form in self.forms:
            form.boxes = [box for box in getattr(form, "boxes", [])
                          if not (box.name.endswith(".time") and box.name[:-5] + ".day" in form.names)]

    def handle_starttag(self, tag, attrs):
        self._tag = tag
        super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        self._tag = tag
        super().handle_endtag(tag)

    def _declare(self, form: Form | None, a: dict[str, str]) -> bool:
        declared = super()._declare(form, a)
        kind = a.get("type", "text").lower() if self._tag == "input" else "textarea" if self._tag == "textarea" else ""
        if declared and (kind == "textarea" or kind in TYPED) and a.get("inputmode") != "numeric" and "readonly" not in a:
            form.boxes = [*getattr(form, "boxes", []), Box(a["name"], kind)]
        return declared


class Addresses:
    """The patterns of all addresses that the pages declare, read from where the router is built. `pages` are those that can be
    opened: a form that is only sent somewhere stands on one of them."""

    DECLARED = re.compile(r'(?:\.(get|post|put|delete),\s*)?Path\("([^"]*)"\)((?:\s*/\s*(?:\.(?:id|word)\("\w+"\)|"[^"]*"))*)')

    def __init__(self):
        found, pages = set(), set()
        for file in sorted((ROOT / "Sources/Web").rglob("*.swift")):
            code = re.sub(r"^\s*//.*$", "", file.read_text(), flags=re.M)
            for method, first, rest in self.DECLARED.findall(code):
                parts = [f":{parameter}" if parameter else word
                         for parameter, word in re.findall(r'\.(?:id|word)\("(\w+)"\)|"([^"]*)"', rest)]
                pattern = "/" + "/".join([first, *parts])
                found.add(pattern)
                if method in ("", "get") and not first.startswith(("api/", "assets")):
                    pages.add(pattern)
        self.patterns = sorted(found, key=lambda pattern: (pattern.count(":"), pattern))
        self.pages = sorted(pages)
        self._matchers = [(re.compile(re.sub(r":\w+", "[^/]+", pattern) + "/?"), pattern) for pattern in self.patterns]

    def pattern(self, url: str) -> str:
        """The pattern that an address is of; its path where none fits."""
        path = urlsplit(url).path
        return next((pattern for matcher, pattern in self._matchers if matcher.fullmatch(path)), path)


def field_name(name: str) -> str:
    """A field's name with ids left out: `reason-0190…` is the same field for everybody."""
    return ID.sub(":id", name)


def text_questions(standard: dict) -> list[tuple[str, dict]]:
    """Every (group, question) of the standard that is answered in words."""
    return [(group, question) for question in standard["questions"] if question["kind"] in ("text", "long_text")
            for group in question["groups"]]


def string_leaves(document: dict) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every place in the request bodies of an OpenAPI document where any string is taken: method, path, way to it. `*` is a key
    of a map, `[]` an element of a list."""

    def walk(schema: dict, way: tuple[str, ...], inside: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if name := schema.get("$ref", ""):
            if name not in inside:
                yield from walk(document["components"]["schemas"][name.rsplit("/", 1)[-1]], way, (*inside, name))
            return
        for choice in [*schema.get("oneOf", []), *schema.get("anyOf", []), *schema.get("allOf", [])]:
            yield from walk(choice, way, inside)
        if schema.get("type") == "string" and not {"enum", "const", "format", "pattern"} & set(schema):
            yield way
        for name, part in schema.get("properties", {}).items():
            yield from walk(part, (*way, name), inside)
        if isinstance(schema.get("additionalProperties"), dict):
            yield from walk(schema["additionalProperties"], (*way, "*"), inside)
        if isinstance(schema.get("items"), dict):
            yield from walk(schema["items"], (*way, "[]"), inside)

    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            for content in operation.get("requestBody", {}).get("content", {}).values():
                for way in dict.fromkeys(walk(content["schema"], (), ())):
                    yield method.upper(), path, way
