# SPDX-License-Identifier: Apache-2.0
"""A partner's file of which some rows can't be read, each in another way: all others become concerns, these stand sealed in a list
with an owner and a clock, the report file says where and why and never what, and a second run adds nothing."""
from __future__ import annotations

import csv
import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from import_file import CANARY, HEADINGS, MAPPING, Fault, write
from sentinel_server import SentinelServer

DESK = "coordinator-milbury@example.org"
TOLD = re.compile(
    r"(\d+) new concerns, (\d+) new versions, (\d+) unchanged, (\d+) rows can't be read, (\d+) of those stood in the list before")


@dataclass(frozen=True)
class Summary:
    landed: int
    versions: int
    unchanged: int
    unreadable: int
    before: int


class Partner:
    """A school's office with its files, and the store of a running server to look into."""

    def __init__(self, server: SentinelServer, folder: Path):
        self.server, self.folder, self.said = server, folder, ""
        self.report = folder / "report.csv"

    def bring(self, file: Path, *options: str) -> Summary:
        told = self._run(file, MAPPING, DESK, "--report", str(self.report), *options)
        assert told.returncode == 0, told.stderr
        return Summary(*map(int, TOLD.search(told.stdout).groups()))

    def refused(self, file: Path, mapping: Path = MAPPING, who: str = DESK) -> str:
        """What is said where nothing is imported."""
        told = self._run(file, mapping, who)
        assert told.returncode != 0, told.stdout
        return told.stderr

    def _run(self, file: Path, mapping: Path, who: str, *options: str):
        told = self.server.command("import", "concerns", str(file), "--mapping", str(mapping), "--as", who, "--data", str(self.server.data),
                                   *options, check=False, timeout=1800)
        self.said += told.stdout + told.stderr
        return told

    def faults(self) -> list[Fault]:
        with open(self.report, newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        assert rows[0] == ["line", "column", "reason"]
        return [Fault(int(line), column, reason) for line, column, reason in rows[1:]]

    def stored(self) -> tuple[int, int, int]:
        """Imported concerns, their versions in all, and rows in the list."""
        return self.server.rows("SELECT (SELECT count(*) FROM concern WHERE channel = 'import'), "
                        "(SELECT coalesce(sum(version), 0) FROM concern WHERE channel = 'import'), (SELECT count(*) FROM unreadable_row)")[0]


@pytest.fixture
def partner(fresh_server):
    server = fresh_server(concerns=20)
    server.stop()
    server.start()  # what making the region took is not the import's memory
    return Partner(server, server.data.parent)


@pytest.mark.timeout(3600)
def test_every_readable_row_lands_and_no_other_is_lost(partner, long):
    rows, bad = (10_000, 250) if long else (1000, 28)
    file = partner.folder / "forms.csv"
    made = write(file, rows, bad)
    assert made.good == rows - bad and len({fault.reason for fault in made.faults}) >= 8

    assert partner.bring(file, "--dry-run") == Summary(made.good, 0, 0, bad, 0)
    assert partner.stored() == (0, 0, 0), "a dry run stored something"
    assert partner.faults() == made.faults

    idle, began = partner.server.memory()["VmRSS"], time.monotonic()
    assert partner.bring(file) == Summary(made.good, 0, 0, bad, 0)
    seconds, peak = time.monotonic() - began, partner.server.memory()["VmHWM"]
    print(f"\nimport: {rows} rows in {seconds:.1f} s, {made.good / seconds:.0f} concerns a second, "
          f"resident memory before {idle / 1024:.0f} MB, highest {peak / 1024:.0f} MB; file {file.stat().st_size / 1e6:.1f} MB")
    assert partner.stored() == (made.good, made.good, bad)
    assert partner.faults() == made.faults, "the report file names other rows, columns or reasons"

    # The list: an owner, a clock, not settled.
    owner, = partner.server.rows("SELECT DISTINCT owner_id FROM unreadable_row")
    assert partner.server.rows(f"SELECT count(*) FROM role_grant WHERE account_id = '{owner[0]}' AND role = 'coordinator'") == [(1,)]
    assert partner.server.rows("SELECT count(*) FROM unreadable_row WHERE state = 'open' AND made_at < due_good AND due_good <= due_hard") == [(bad,)]

    # Nothing twice.
    assert partner.bring(file) == Summary(0, 0, made.good, 0, bad)
    assert partner.stored() == (made.good, made.good, bad)
    assert partner.faults() == made.faults

    # What was changed is a new version, once.
    changed = frozenset(made.readable[::97])
    write(file, rows, bad, changed=changed)
    assert partner.bring(file) == Summary(0, len(changed), made.good - len(changed), 0, bad)
    assert partner.bring(file) == Summary(0, 0, made.good, 0, bad)
    assert partner.stored() == (made.good, made.good + len(changed), bad)

    assert_no_value_is_told(partner)
    partner.server.stop()
    assert partner.server.command("ledger", "verify", "--data", str(partner.server.data), check=False).returncode == 0


def assert_no_value_is_told(partner) -> None:
    """The canaries of the bad rows, and the words of the good ones, are in nothing that the import wrote but sealed."""
    words = [CANARY, CANARY.lower(), CANARY.encode().hex(), "Seen again on Friday", "gets me things", "Ólafsdóttir"]
    places = {"what the command said": partner.said.encode(), "the report file": partner.report.read_bytes(),
              "the log": partner.server.log.read_bytes()}
    for path in sorted(partner.server.data.rglob("*")):
        if path.is_file():
            places[str(path.relative_to(partner.server.data))] = path.read_bytes()
    for place, content in places.items():
        for word in words:
            assert word.encode() not in content, f"{word} stands in {place}"
    assert len(places) > 5


def test_a_quote_that_never_closes_costs_one_row(partner):
    """Also where rows of several lines follow, and where it is the last row of the file."""
    rows = [dict.fromkeys(HEADINGS, "") | {"Form no": f"Q{n}", "What happened": f"first line of {n}\n\nand \"second\", {n}"} for n in range(5)]
    file = partner.folder / "quotes.csv"
    text = ",".join(HEADINGS) + "\n"
    faults = []
    for number, row in enumerate(rows):
        if number in (1, 4):
            faults.append(Fault(text.count("\n") + 1, "", "quotes"))
            text += f'Q{number},"never closed' + "," * (len(HEADINGS) - 2) + "\n"
        else:
            text += ",".join('"' + row[name].replace('"', '""') + '"' if row[name] else "" for name in HEADINGS) + "\n"
    file.write_text(text)
    assert partner.bring(file) == Summary(3, 0, 0, 2, 0)
    assert partner.faults() == faults


def test_a_wrong_mapping_is_told_once_and_stores_nothing(partner):
    file = partner.folder / "forms.csv"
    write(file, 20, 2)
    text = MAPPING.read_text()
    for old, new, says in [
        ('"to": "concern/crime"', '"to": "concern/crimes"', "concern/crimes"), ('"CSE": "child_sexual_exploitation"', '"CSE": "cse"', "'cse'"),
        ('"column": "DOB"', '"column": "Born"', "Born"), ("west-midlands/2026", "west-midlands/1999", "1999"), ("{", "(", "not JSON"),
    ]:
        mapping = partner.folder / "wrong.json"
        mapping.write_text(text.replace(old, new, 1))
        told = partner.refused(file, mapping=mapping)
        assert says in told, told
    assert partner.stored() == (0, 0, 0)


def test_only_who_may_imports(partner):
    file = partner.folder / "forms.csv"
    write(file, 5, 1)
    for who in ("nobody@example.org", "pcso-milbury@example.org"):
        partner.refused(file, who=who)
    assert partner.stored() == (0, 0, 0)
