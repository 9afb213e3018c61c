# SPDX-License-Identifier: Apache-2.0
"""The doors by which a report comes in, each filled with a canary in every text field: the form page by page, the API, a CSV
file. The fields are the standard's."""
from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from canary_fields import Box, string_leaves, text_questions
from canary_people import CanaryHouse, Typist, kind_of
from house import API, Page

# What is coded, so that routes, areas and pieces come into play. Whatever is not named here is left as the form has it.
CODES = {
    "danger.now": "yes", "crime": "child_sexual_exploitation", "setting": "party_address", "person.subject_kind": "child",
    "person.lives_in": "milbury", "family_told": "not_safe",
}
# By the form it may be three crimes at once, so that the law asks something of the reporter in person and of whoever works the case.
FORM_CODES = CODES | {"crime": ["child_sexual_exploitation", "modern_slavery", "female_genital_mutilation"], "fgm.known": "told_by_girl",
                      "fgm.profession": "teacher"}
# The pages of the form that are no step of the way.
MORE, BESIDE = re.compile(r'<ul class="more">(.*?)</ul>', re.S), re.compile(r'href="([^"]+)"')
# A part of a report for each group of questions: what the API and a mapping call it.
PARTS = {"concern": "answers", "statement": "statements", "source": "source"}


def by_form(person: Typist, send: bool = True, start: str = "/report") -> Page:
    """Walks the whole form, adding one of everything and every page beside the way, and sends it; returns the page of the report."""
    page = person.get(start).submit("", None)
    added: set[str] = set()
    for _ in range(60):
        path = urlsplit(page.url).path
        if path.endswith(("/ring-999", "/your-duty")):
            page = page.follow("go on")
        elif path.endswith("/others"):
            rest = [value for name, value, _ in page.form("").buttons if name == "add" and value not in added]
            if rest:
                added.add(rest[0])
                page = page.submit("", rest[0])
            elif beside := [one for one in BESIDE.findall("".join(MORE.findall(page.html))) if one not in added]:
                added.add(beside[0])
                page = page.follow(beside[0].replace("&amp;", "&"))
            else:
                page = page.submit("", "Continue")
        elif path.endswith("/check"):
            return page.submit("check", "Send") if send else page
        else:
            page = person.type(page, "Continue", "Continue", choose=FORM_CODES)
    raise AssertionError(f"the form did not come to an end: {page.url}")


def value(house: CanaryHouse, door: str, group: str, question: dict, **options) -> str:
    """A canary for a question of the standard."""
    kind = kind_of(Box(question["id"], "textarea" if question["kind"] == "long_text" else "text"))
    return house.canaries.mint(door, group, question["id"], kind, **options)


def mention(group: str) -> dict:
    role = group.partition(".")[2] if group.startswith("person.") else ""
    return {"kind": "person", "role": role} if role else {"kind": group}


def api_report(house: CanaryHouse, standard: dict, door: str = "api") -> dict:
    """A report with a canary for every question that is answered in words, one of everything in it."""
    body: dict = {"answers": {}, "source": {}, "statements": [{"answers": {}}], "mentions": []}
    for group, question in text_questions(standard):
        if group not in PARTS and not any(part["group"] == group for part in body["mentions"]):
            body["mentions"].append({**mention(group), "answers": {}, "group": group})
        if group in ("concern", "source"):
            answers = body[PARTS[group]]
        elif group == "statement":
            answers = body["statements"][0]["answers"]
        else:
            answers = next(part for part in body["mentions"] if part["group"] == group)["answers"]
        answers[question["id"]] = value(house, door, group, question)
    for part in body["mentions"]:
        del part["group"]
    body["answers"] |= {name: code for name, code in CODES.items() if name in ("danger.now", "family_told")}
    body["answers"] |= {name: [CODES[name]] for name in ("crime", "setting")}
    body["mentions"][0]["answers"] |= {"person.subject_kind": "child", "person.lives_in": "milbury"}
    return body


def odd_strings(house: CanaryHouse, api: API, document: dict, words: str) -> None:
    """A canary at every other place of the API's bodies that takes a string: codes, versions, keys of maps, elements of lists.
    Most are refused, and what is refused may be kept nowhere either."""
    for method, path, way in string_leaves(document):
        canary = house.canaries.mint("api", f"{method} {path}", "/".join(way), shown="never")
        if not path.endswith("/concerns"):
            continue  # words added to a report: `addenda`
        place: object = canary
        for step in reversed(way):
            place = [place] if step == "[]" else {("statement.text" if step == "*" else step): place}
            if step == "[]" and isinstance(place[0], dict) and "answers" in place[0] and "mentions" in way:
                place[0]["kind"] = "person"
        odd = {"statements": [{"answers": {"statement.text": words}}]} | place
        answer = api.post("/api/v1/concerns", odd, key=house.canaries.mint("api", path, "Idempotency-Key", "token", "never"))
        assert answer.status_code < 500, answer.text
        if "*" in way:  # the key of a map is a string too
            key = house.canaries.mint("api", path, "a question", "token", "never")
            answer = api.post("/api/v1/concerns", {"answers": {key: canary}})
            assert 400 <= answer.status_code < 500, answer.text


def by_file(house: CanaryHouse, standard: dict, inputs: Path, report: Path, email: str) -> str:
    """Imports one row with a canary in every column, and rows that can't be read; returns words by which the concern is found."""
    inputs.mkdir(parents=True, exist_ok=True)
    report.parent.mkdir(parents=True, exist_ok=True)
    columns = [{"column": f"{group} {question['id']}", "to": f"{group.removeprefix('person.')}/{question['id']}"}
               for group, question in text_questions(standard)]
    codes = [("crime", "concern/crime", "child_sexual_exploitation"), ("kind", "subject/person.subject_kind", "child"),
             ("area", "subject/person.lives_in", "milbury"), ("born", "subject/person.date_of_birth", "2011-02-03")]
    mapping = {"reference": "ref", "columns": columns + [{"column": name, "to": to} for name, to, _ in codes if name != "born"]
               + [{"column": "born", "to": codes[3][1], "date": "y-m-d"}]}
    (inputs / "mapping.json").write_text(json.dumps(mapping))
    heading = ["ref", *(column["column"] for column in columns), *(name for name, _, _ in codes)]

    def row(door: str, reference: str = "", columns: int | None = None, **changed: str) -> list[str]:
        reference = reference or house.canaries.mint(door, "the file", "the agency's own reference", "token", "never")
        words = [value(house, door, group, question) for group, question in text_questions(standard)[:columns]]
        return [reference, *words, *(changed.get(name, code) for name, _, code in codes)]

    good = row("csv")
    bad = [row("csv, no date", born=house.canaries.mint("csv, no date", "the file", "a date")), row("csv, too short", columns=9),
           row("csv, twice", reference=good[0])]
    text = io.StringIO()
    csv.writer(text).writerows([heading, good, *bad])
    quoted = house.canaries.mint("csv, quotes", "the file", "a row")
    (inputs / "concerns.csv").write_text(text.getvalue() + f'"{quoted}" and,"no end\n')
    arguments = ["import", "concerns", str(inputs / "concerns.csv"), "--mapping", str(inputs / "mapping.json"), "--as", email,
                 "--data", str(house.server.data), "--report", str(report)]
    told = ""
    for options in (["--dry-run"], [], []):
        done: subprocess.CompletedProcess = house.server.command(*arguments, *options)
        told += done.stdout + done.stderr
    report.with_suffix(".told").write_text(told)
    assert "1 new concerns" in told and report.exists(), told
    return good[1 + next(n for n, (_, question) in enumerate(text_questions(standard)) if question["id"] == "statement.text")]
