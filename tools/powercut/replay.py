# SPDX-License-Identifier: Apache-2.0
"""Cuts a recording at many places, lets SQLite recover each image, and asks it for every record acknowledged before the cut."""
from __future__ import annotations

import random
import shlex
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from disk import Disk
from recording import RECEIPT, acknowledgements, read


@dataclass
class Findings:
    cuts: int = 0
    acknowledged: int = 0            # in the whole recording
    cuts_that_lost: int = 0          # cuts after which an acknowledged record was not there
    worst: int = 0                   # most records lost in one cut
    broken: int = 0                  # images that SQLite calls damaged or can't open
    verified: int = 0                # images that the verifier was run on
    unverified: int = 0              # of them, those it did not pass
    examples: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return self.cuts > 0 and self.acknowledged > 0 and not (self.cuts_that_lost or self.broken or self.unverified)


def replay(log: Path, folder: Path, database: str, *, base: Path | None = None, cuts: int = 500, seed: int = 1, table: str = "concern",
           column: str = "id", pattern: bytes = RECEIPT, whole: Callable[[sqlite3.Connection], set[str]] | None = None,
           verify: str | None = None, verify_every: int = 0) -> Findings:
    """`database` is relative to `folder`. `whole` says which of the records that are there are complete; without it all are.
    `verify` is a command with {image} in it, run on every n-th recovered image."""
    operations, chance = read(log), random.Random(seed)
    acks, disk = acknowledgements(operations, pattern), Disk(operations, folder, base)
    findings = Findings(acknowledged=len(acks))
    image = Path(tempfile.mkdtemp(prefix="powercut-"))
    try:
        for number, at in enumerate(sorted(chance.randint(1, len(operations)) for _ in range(cuts))):
            shutil.rmtree(image)
            for path, content in disk.cut(at, chance).items():
                (image / path).parent.mkdir(parents=True, exist_ok=True)
                (image / path).write_bytes(content)
            promised = {name for place, name in acks if place < at}
            examine(image, database, promised, table, column, f"cut at {at}", findings, whole)
            if verify and verify_every and number % verify_every == 0:
                check(verify.replace("{image}", str(image)), f"cut at {at}", findings)
    finally:
        shutil.rmtree(image, ignore_errors=True)
    return findings


def examine(image: Path, database: str, promised: set[str], table: str, column: str, where: str, findings: Findings,
            whole: Callable[[sqlite3.Connection], set[str]] | None = None) -> None:
    findings.cuts += 1
    try:
        image.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(image / database)
        try:
            damage = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            try:
                there = whole(connection) if whole else {str(row[0]) for row in connection.execute(f'SELECT "{column}" FROM "{table}"')}
            except sqlite3.OperationalError as error:
                if promised or "no such table" not in str(error):
                    raise
                there = set()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        findings.broken += 1
        findings.cuts_that_lost += bool(promised)
        findings.worst = max(findings.worst, len(promised))
        findings.examples.append(f"{where}: {error}")
        return
    if damage != ["ok"]:
        findings.broken += 1
        findings.examples.append(f"{where}: {damage[0]}")
    lost = promised - there
    if lost:
        findings.cuts_that_lost += 1
        findings.worst = max(findings.worst, len(lost))
        findings.examples.append(f"{where}: {len(lost)} acknowledged and lost, among them {min(lost)}")


def check(command: str, where: str, findings: Findings) -> None:
    done = subprocess.run(shlex.split(command), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
    findings.verified += 1
    if done.returncode != 0:
        findings.unverified += 1
        findings.examples.append(f"{where}: the verifier ended with {done.returncode}: {(done.stdout + done.stderr).strip()[-300:]}")
