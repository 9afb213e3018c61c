# SPDX-License-Identifier: Apache-2.0
"""Writes a school's file of concerns, for docs/examples/school-form.mapping.json, with as many rows as wanted that can't be read,
each in one of many ways. Everything invented; each bad row carries a canary where its fault is.

    import_file.py ROWS BAD FILE.csv
"""
from __future__ import annotations

import csv
import io
import json
import random
import sys
from dataclasses import dataclass, field
from pathlib import Path

from reports import ENDINGS, FIRST, ONSETS, RANGES, SEEN, STREETS, TOWNS

MAPPING = Path(__file__).resolve().parents[2] / "docs/examples/school-form.mapping.json"
HEADINGS = ["Form no", *(column["column"] for column in json.loads(MAPPING.read_text())["columns"]), "Filled in by"]
CANARY = "Kanari"


@dataclass(frozen=True)
class Fault:
    line: int
    column: str
    reason: str


@dataclass
class Made:
    readable: list[int] = field(default_factory=list)   # the numbers of the forms that can be read
    faults: list[Fault] = field(default_factory=list)

    @property
    def good(self) -> int:
        return len(self.readable)


def answers(number: int) -> dict[str, str]:
    """The form of a number: the same number is always the same form."""
    chance = random.Random(number)
    town = TOWNS.index(chance.choice(TOWNS))
    row = dict.fromkeys(HEADINGS, "")
    row |= {
        "Form no": f"MF/{number:06}", "Immediate danger": chance.choice(["No", "No", "Don't know"]),
        "Concern about": chance.choice(["CSE", "Abuse or neglect", "CSE; Abuse or neglect", "FGM"]),
        "Where": chance.choice(["Home", "School", "Online", "Park or street; Online"]), "What happened": f"Form {number}: {chance.choice(SEEN)}",
        "How known": chance.choice(["Seen", "Child said", "Other said"]), "When": f"{chance.randint(1, 28)}/{chance.randint(1, 9)}/2026",
        "First name": chance.choice(FIRST), "Surname": chance.choice(ONSETS) + chance.choice(ENDINGS),
        "DOB": f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(2010, 2018)}", "Sex": chance.choice(["F", "M", "won't say", ""]),
        "Council": TOWNS[town], "Other person": chance.choice(["", "male, 30s, silver car", "older girl, new to the area"]),
        "Other person's name": chance.choice(ONSETS) + chance.choice(ENDINGS), "Who are they": chance.choice(["Adult they know", "Relative", "not known"]),
        "Address": f"{chance.randint(1, 180)} {chance.choice(STREETS)} Road", "Postcode": f"QZ{town + 1} {chance.randint(1, 9)}AB",
        "Phone": f"{chance.choice(RANGES)}{chance.randint(0, 999):03}", "Filled in by": "the office",
    }
    if number % 7 == 0:  # a careful practitioner writes paragraphs, and quotes the child
        row["What happened"] += '\r\n\r\nThey said: "he gets me things", and left.'
    if number % 11 == 0:
        row |= {"DOB": "not known", "First name": "not known"}
    if number % 13 == 0:
        row["Surname"] += "-Ólafsdóttir"
    return row


def line(row: dict[str, str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([row[name] for name in HEADINGS])
    return out.getvalue().encode()


# Each way of being bad: (row, canary) -> (the bytes of the row, the column that is named, the reason)

def _put(row, column, value, reason):
    return line({**row, column: value}), column, reason


def _bytes(row, column, raw, named, reason):
    """The row with raw bytes in the place of a field."""
    return line({**row, column: "@@"}).replace(b"@@", raw), named, reason


WAYS = {
    "a Windows letter in a name": lambda row, c: _bytes(row, "Surname", c.encode() + b"\xe9e", "Surname", "not_utf8"),
    "a Windows letter in the words": lambda row, c: _bytes(row, "What happened", c.encode() + b" \x93quoted\x94", "What happened", "not_utf8"),
    "a Windows letter in the reference": lambda row, c: _bytes(row, "Form no", c.encode() + b"\xe9", "Form no", "not_utf8"),
    "a day that is none": lambda row, c: _put(row, "DOB", "31/02/2014", "not_a_date"),
    "a month that is none": lambda row, c: _put(row, "When", "03/14/2026", "not_a_date"),
    "a year of two figures": lambda row, c: _put(row, "DOB", "17/10/14", "not_a_date"),
    "words for a date": lambda row, c: _put(row, "DOB", c, "not_a_date"),
    "words about a date": lambda row, c: _put(row, "When", f"{c} 1/2/2026", "not_a_date"),
    "the other order": lambda row, c: _put(row, "DOB", "2014-10-17", "not_a_date"),
    "an unknown crime": lambda row, c: _put(row, "Concern about", c, "unknown_code"),
    "one of two unknown": lambda row, c: _put(row, "Where", f"Home; {c}", "unknown_code"),
    "an unknown council": lambda row, c: _put(row, "Council", c, "unknown_code"),
    "a case that differs": lambda row, c: _put(row, "Sex", "f", "unknown_code"),
    "a column too few": lambda row, c: (line({**row, "Where": c}).rsplit(b",", 1)[0], "", "column_count"),
    "only the beginning": lambda row, c: (b",".join(line({**row, "What happened": "x"}).split(b",")[:4]) + b"," + c.encode(), "", "column_count"),
    "a column too many": lambda row, c: (line(row) + b"," + c.encode(), "", "column_count"),
    "a quote never closed": lambda row, c: _bytes(row, "Other person", b'"' + c.encode(), "", "quotes"),
    "words after a quote": lambda row, c: _bytes(row, "Address", b'"' + c.encode() + b'" Road', "", "quotes"),
    "a quote in the middle": lambda row, c: _bytes(row, "Address", b"The " + c.encode() + b' "Arms"', "", "quotes"),
    "too long a postcode": lambda row, c: _put(row, "Postcode", f"QZ1 1AB {c}", "too_long"),
    "too long an age": lambda row, c: _put(row, "Age", f"about fourteen, or so {c} says her form tutor", "too_long"),
    "too long a name": lambda row, c: _put(row, "Surname", c * 30, "too_long"),
    "no reference": lambda row, c: (line({**row, "Form no": "  ", "Surname": c}), "Form no", "no_reference"),
    "a reference without end": lambda row, c: (line({**row, "Form no": c * 30}), "Form no", "no_reference"),
    "nothing said": lambda row, c: (line({**dict.fromkeys(HEADINGS, ""), "Form no": row["Form no"], "Filled in by": c}), "", "says_nothing"),
}


def write(path: Path, rows: int, bad: int, seed: int = 1, changed: frozenset[int] = frozenset()) -> Made:
    """Writes `rows` rows, `bad` of them unreadable at random places (one in twenty-six a reference used before). The forms of the
    numbers in `changed` say one thing more. Returns what an import must say of the file."""
    chance, made, at = random.Random(seed), Made(), 2
    places = set(chance.sample(range(1, rows), bad))
    ways = list(WAYS.values())
    with open(path, "wb") as file:
        file.write(b"\xef\xbb\xbf" + ",".join(HEADINGS).encode() + b"\r\n")
        for number in range(rows):
            row = answers(number)
            if number in changed:
                row["What happened"] += " Seen again on Friday."
            if number in places:
                way = len(made.faults) % (len(ways) + 1)
                canary = f"{CANARY}{number}x"
                if way < len(ways):
                    raw, column, reason = ways[way](row, canary)
                else:
                    raw, column, reason = line({**row, "Form no": answers(made.readable[0])["Form no"], "Surname": canary}), "", "reference_twice"
                made.faults.append(Fault(at, column, reason))
            else:
                raw = line(row)
                made.readable.append(number)
            file.write(raw + b"\r\n")
            at += raw.count(b"\n") + 1
    return made


if __name__ == "__main__":
    made = write(Path(sys.argv[3]), int(sys.argv[1]), int(sys.argv[2]))
    print(f"{made.good} rows can be read, {len(made.faults)} can't")
