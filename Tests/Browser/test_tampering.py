# SPDX-License-Identifier: Apache-2.0
"""The nine tamperings with the ledger (edit, edit and rehash, delete, delete and renumber, swap, insert, cut off, cut off and
forge, rewrite and sign with the stolen key), and rows changed past it, each on a copy of a store that the real server wrote:
found, named, and named alike by `sentinel ledger verify` and by tools/ledger_verify.py, which share no code."""
from __future__ import annotations

import json
import re
import subprocess
import sys
import uuid
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from house import API
from reports import report
from sentinel_server import ROOT, SentinelServer
from tampering import DATABASE, Copy, forged

FINDING = re.compile(r"^([a-z]+(?:-[a-z]+)+): (.*)$")
CLEAN = Counter()


@dataclass
class Told:
    """What a verifier said."""
    code: int
    kinds: Counter = field(default_factory=Counter)
    sentences: list[str] = field(default_factory=list)
    text: str = ""


@dataclass(frozen=True)
class Original:
    server: SentinelServer
    store: Path
    earlier: Path      # a backup taken before the last reports
    master: Path


@pytest.fixture(scope="module")
def original(folder) -> Original:
    """A small region with reports from its API, stopped; and an older copy of its database."""
    server = SentinelServer(folder / "tampering" / "store", concerns=20)
    with server:
        api = API(server.url, server.token())
        for number in range(6):
            api.report(report(number))
    earlier = folder / "tampering" / "earlier"
    Copy(server.data, earlier).close()
    with server:
        api = API(server.url, server.token())
        for number in range(6, 12):
            api.report(report(number))
    return Original(server, server.data, earlier, Path(f"{server.data}.key"))


@pytest.fixture
def copy(original, folder, request):
    copy = Copy(original.store, folder / "tampering" / f"copy-{uuid.uuid4()}")
    yield copy
    copy.close()


def verify(original: Original, copy: Copy, outside: bool = True) -> Told:
    """Asks both verifiers and holds them against each other; returns what they agree on."""
    copy.close()
    notes = copy.folder / "checkpoints.txt"
    if not outside:
        notes.unlink()
    ours = original.server.command("ledger", "verify", "--data", str(copy.folder), check=False)
    found = [FINDING.match(line) for line in ours.stdout.splitlines()]
    ours_told = Told(ours.returncode, Counter(m[1] for m in found if m), sorted(m[2] for m in found if m), ours.stdout + ours.stderr)

    command = [sys.executable, ROOT / "tools/ledger_verify.py", copy.folder / DATABASE, "--key", copy.folder / "ledger.vkey", "--json"]
    theirs = subprocess.run([*command, *(["--checkpoints", notes] if outside else [])], capture_output=True, text=True, timeout=120)
    assert theirs.returncode in (0, 1), theirs.stderr
    findings = json.loads(theirs.stdout)["findings"]
    told = Told(theirs.returncode, Counter(f["kind"] for f in findings), sorted(f["sentence"] for f in findings), theirs.stdout)

    assert ours_told.code == told.code, f"the verifiers disagree\n{ours_told.text}\n{told.text}"
    assert ours_told.kinds == told.kinds, f"the verifiers disagree\n{ours_told.text}\n{told.text}"
    assert ours_told.sentences == told.sentences
    return told


def test_an_untouched_copy_is_clean(original, copy):
    assert copy.size > 100
    told = verify(original, copy)
    assert told.code == 0 and told.kinds == CLEAN


def edit(copy: Copy):
    seq = copy.find("report")
    copy.edit(seq)
    return {"entry-changed", "checkpoint-mismatch"}, f"Entry {seq} "


def edit_and_rehash(copy: Copy):
    copy.edit(copy.find("report"))
    copy.rehash()
    return {"checkpoint-mismatch"}, "checkpoint"


def delete(copy: Copy):
    seq = copy.find("consult")
    copy.db.execute("DELETE FROM ledger_entry WHERE id = ?", (copy.entry_id(seq),))
    return {"entry-missing", "checkpoint-mismatch"}, f"Entry {seq} "


def delete_with_its_place(copy: Copy):
    seq = copy.find("consult")
    entry = copy.entry_id(seq)
    copy.db.execute("DELETE FROM ledger_leaf WHERE seq = ?", (seq,))
    copy.db.execute("DELETE FROM ledger_entry WHERE id = ?", (entry,))
    return {"sequence-gap", "checkpoint-mismatch"}, f"Entry {seq} "


def delete_and_renumber(copy: Copy):
    seq, entries = copy.find("consult"), copy.entry_ids()
    copy.db.execute("DELETE FROM ledger_entry WHERE id = ?", (entries[seq],))
    copy.sequence(entries[:seq] + entries[seq + 1:])
    return {"checkpoint-mismatch", "log-shorter"}, "checkpoint"


def swap(copy: Copy):
    entries, seq = copy.entry_ids(), copy.find("report")
    entries[seq], entries[seq + 1] = entries[seq + 1], entries[seq]
    copy.sequence(entries)
    return {"checkpoint-mismatch"}, "checkpoint"


def swap_without_rehash(copy: Copy):
    seq = copy.find("report")
    first, second = copy.entry_id(seq), copy.entry_id(seq + 1)
    for place, entry in ((seq, -1), (seq + 1, first), (seq, second)):
        copy.db.execute("UPDATE ledger_leaf SET entry_id = ? WHERE seq = ?", (entry, place))
    return {"entry-changed", "checkpoint-mismatch"}, f"Entry {seq} "


def insert(copy: Copy):
    """Somebody is made to have read what they never read."""
    seq = copy.find("consult")
    entries, entry = copy.entry_ids(), json.loads(copy.bodies()[seq])
    copy.sequence(entries[:seq] + [copy.add(forged(entry, at=entry["at"] + 1))] + entries[seq:])
    return {"checkpoint-mismatch"}, "checkpoint"


def cut_off(copy: Copy):
    copy.cut(copy.size - 4)
    return {"log-shorter"}, f"The log has {copy.size} entries"


def cut_off_and_forge(copy: Copy):
    whole, last = copy.size, json.loads(copy.bodies()[-1])
    copy.cut(whole - 4)
    copy.sequence(copy.entry_ids() + [copy.add(forged(last, objects=[], at=last["at"] + n)) for n in range(6)])
    return {"checkpoint-mismatch"}, "kept outside"


TAMPERINGS = [edit, edit_and_rehash, delete, delete_with_its_place, delete_and_renumber, swap, swap_without_rehash, insert, cut_off, cut_off_and_forge]


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__)
def test_a_tampering_is_found_and_named(original, copy, tamper):
    kinds, words = tamper(copy)
    told = verify(original, copy)
    assert told.code == 1 and kinds <= set(told.kinds), told.text
    assert any(words in sentence for sentence in told.sentences), told.text


def test_a_rewrite_with_the_stolen_key_is_found_by_what_is_kept_outside(original, folder):
    """The ninth: whoever has the database AND the signing key can make it agree with itself. One checkpoint elsewhere shows it,
    and without one both verifiers say that they could not know."""
    for outside in (False, True):
        copy = Copy(original.store, folder / "tampering" / f"stolen-{outside}")
        copy.edit(copy.find("consult"))
        copy.rehash()
        copy.sign_again(original.master)
        told = verify(original, copy, outside=outside)
        if outside:
            assert told.code == 1 and set(told.kinds) == {"checkpoint-mismatch"}, told.text
            assert any("kept outside" in sentence for sentence in told.sentences), told.text
        else:
            assert told.code == 0 and "a rewrite with the stolen signing key would not be seen" in told.text


def test_a_signature_of_another_key_is_none(original, copy, folder):
    """Rewritten and signed with a key that is not this log's."""
    other = folder / "tampering" / "other.key"
    other.write_text("A" * 43 + "=\n")
    copy.edit(copy.find("consult"))
    copy.rehash()
    copy.sign_again(other)
    told = verify(original, copy)
    assert {"checkpoint-unreadable", "checkpoint-mismatch"} <= set(told.kinds), told.text


def test_a_restored_old_backup_is_found(original, copy):
    """The database of yesterday under the checkpoints of today."""
    size = copy.size
    copy.close()
    (copy.folder / DATABASE).write_bytes((original.earlier / DATABASE).read_bytes())
    (copy.folder / f"{DATABASE}-wal").unlink(missing_ok=True)
    told = verify(original, copy)
    assert told.code == 1 and set(told.kinds) == {"log-shorter"}, told.text
    assert any(f"signs for {size}" in sentence for sentence in told.sentences), told.text


def clear_column(copy: Copy):
    row = copy.one("SELECT id FROM concern WHERE status = 'new' LIMIT 1")
    copy.db.execute("UPDATE concern SET status = 'decided' WHERE id = ?", (row,))
    return "row-changed", f"concern {row} "


def due_time(copy: Copy):
    """A limit moved by one microsecond."""
    row = copy.one("SELECT id FROM concern LIMIT 1")
    copy.db.execute("UPDATE concern SET due_hard = due_hard + 1 WHERE id = ?", (row,))
    return "row-changed", f"concern {row} "


def ciphertext(copy: Copy):
    row, sealed = copy.db.execute("SELECT id, sealed FROM record WHERE kind = 'narrative' LIMIT 1").fetchone()
    copy.db.execute("UPDATE record SET sealed = ? WHERE id = ?", (sealed[:-1] + bytes([sealed[-1] ^ 1]), row))
    return "row-changed", f"record {row}/1 "


def row_salt(copy: Copy):
    row = copy.one("SELECT id FROM record LIMIT 1")
    copy.db.execute("UPDATE record SET salt = zeroblob(16) WHERE id = ?", (row,))
    return "row-changed", f"record {row}/1 "


def swapped_ciphertexts(copy: Copy):
    first, second = (row[0] for row in copy.db.execute("SELECT id FROM record WHERE kind = 'narrative' LIMIT 2"))
    sealed = {row: copy.one("SELECT sealed FROM record WHERE id = ?", row) for row in (first, second)}
    copy.db.execute("UPDATE record SET sealed = ? WHERE id = ?", (sealed[second], first))
    copy.db.execute("UPDATE record SET sealed = ? WHERE id = ?", (sealed[first], second))
    return "row-changed", f"record {second}/1 "


def removed_row(copy: Copy):
    row = copy.one("SELECT id FROM record WHERE kind = 'person' LIMIT 1")
    copy.db.execute("DELETE FROM record WHERE id = ?", (row,))
    return "row-missing", f"record {row}/1 "


def added_row(copy: Copy):
    """A grant that nobody made."""
    columns = [row[1] for row in copy.db.execute("PRAGMA table_info(role_grant)")]
    values = dict(zip(columns, copy.db.execute("SELECT * FROM role_grant LIMIT 1").fetchone())) | {"id": str(uuid.uuid4()), "role": "auditor"}
    copy.db.execute(f"INSERT INTO role_grant VALUES ({', '.join('?' * len(columns))})", [values[name] for name in columns])
    return "row-without-entry", f"role_grant {values['id']} "


ROWS = [clear_column, due_time, ciphertext, row_salt, swapped_ciphertexts, removed_row, added_row]


@pytest.mark.parametrize("tamper", ROWS, ids=lambda tamper: tamper.__name__)
def test_a_row_changed_past_the_ledger_is_found_and_named(original, copy, tamper):
    kind, words = tamper(copy)
    told = verify(original, copy)
    assert told.code == 1 and set(told.kinds) == {kind}, told.text
    assert any(sentence.startswith(words) for sentence in told.sentences), told.text


def test_an_entry_not_yet_in_sequence_can_not_be_taken_away(original, copy, folder):
    """The moment between commit and sequence, before anything is signed for: its rows stay behind and no entry tells of them."""
    seq = max(place for place, body in enumerate(copy.bodies()) if json.loads(body)["act"] == "report")
    entry = copy.entry_id(seq)
    copy.sequence(copy.entry_ids()[:seq])
    copy.db.execute("DELETE FROM ledger_checkpoint WHERE size > ?", (seq,))
    taken = Copy(copy.folder, folder / "tampering" / "taken")
    told = verify(original, copy, outside=False)
    assert told.code == 0 and "no place in the sequence yet" in told.text, told.text
    taken.db.execute("DELETE FROM ledger_entry WHERE id = ?", (entry,))
    told = verify(original, taken, outside=False)
    assert told.code == 1 and set(told.kinds) <= {"row-without-entry", "row-changed"}, told.text
