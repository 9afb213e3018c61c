# SPDX-License-Identifier: Apache-2.0
"""Tests of ledger_verify.py on a small store made here, with the tamperings of SECURITY §4. Run: pytest tools"""
import base64
import hashlib
import json
import os
import shutil
import sqlite3
import struct

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import ledger_verify as lv

ORIGIN = "test.example.org/ledger"
KEY = Ed25519PrivateKey.from_private_bytes(b"\7" * 32)


def vkey(key, origin=ORIGIN):
    public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    key_id = hashlib.sha256(origin.encode() + b"\n\x01" + public).digest()[:4]
    return key_id, "%s+%s+%s\n" % (origin, key_id.hex(), base64.b64encode(b"\1" + public).decode())


def note(size, root, key=KEY, origin=ORIGIN):
    text = "%s\n%d\n%s\n" % (origin, size, base64.b64encode(root).decode())
    return text + "\n\u2014 %s %s\n" % (origin, base64.b64encode(vkey(key, origin)[0] + key.sign(text.encode())).decode())


def naive_root(hashes):
    """RFC 6962 §2.1 word for word, unlike the verifier's stack."""
    if len(hashes) < 2:
        return hashes[0] if hashes else hashlib.sha256(b"").digest()
    k = 1
    while 2 * k < len(hashes):
        k *= 2
    return hashlib.sha256(b"\1" + naive_root(hashes[:k]) + naive_root(hashes[k:])).digest()


def naive_digest(table, row, salt):
    data = salt + struct.pack(">I", len(table)) + table.encode()
    for name, value in sorted(row.items()):
        if value is None:
            continue
        data += struct.pack(">I", len(name)) + name.encode()
        raw = b"%d" % value if isinstance(value, int) else value.encode() if isinstance(value, str) else value
        tag = b"i" if isinstance(value, int) else b"t" if isinstance(value, str) else b"b"
        data += tag + struct.pack(">I", len(raw)) + raw
    return hashlib.sha256(data).hexdigest()


class Store:
    def __init__(self, path):
        self.path = str(path)
        self.db = sqlite3.connect(self.path, isolation_level=None)
        self.db.execute("pragma synchronous = off")
        self.db.executescript("""
            create table ledger_entry(id integer primary key autoincrement, body blob not null);
            create table ledger_leaf(seq integer primary key, entry_id integer not null);
            create table ledger_node(level integer, idx integer, hash blob not null, primary key(level, idx));
            create table ledger_checkpoint(size integer primary key, note text not null);
            create table concern(id text primary key, area text, closed integer, sealed blob, salt blob);
            create table version(number integer, record text, sealed blob, salt blob, primary key(record, number));
            create table setting(name text primary key, value text);
        """)

    def act(self, act, objects):
        entry = {"act": act, "actor": "u1", "agency": "a", "at": 1, "codes": {}, "objects": objects, "outcome": "done",
                 "purpose": "safeguarding", "role": "triage", "v": 1}  # fmt: skip
        self.insert(json.dumps(entry, sort_keys=True, separators=(",", ":")).encode())

    def insert(self, body):
        self.db.execute("insert into ledger_entry(body) values(?)", (body,))

    def write(self, table, key, row):
        salt = os.urandom(16)
        names = ", ".join(row) + ", salt"
        marks = ", ".join("?" * (len(row) + 1))
        self.db.execute("insert or replace into %s(%s) values(%s)" % (table, names, marks), [*row.values(), salt])
        self.act("alter", [{"digest": naive_digest(table, row, salt), "id": key, "kind": table}])

    def sequence(self):
        for (entry_id,) in self.db.execute("select id from ledger_entry where id not in (select entry_id from ledger_leaf) order by id").fetchall():
            self.db.execute("insert into ledger_leaf values((select coalesce(max(seq) + 1, 0) from ledger_leaf), ?)", (entry_id,))
        self.rehash()

    def bodies(self):
        return [row[0] for row in self.db.execute("select body from ledger_leaf join ledger_entry on id = entry_id order by seq")]

    def rehash(self):
        self.db.execute("delete from ledger_node")
        level, hashes = 0, [hashlib.sha256(b"\0" + body).digest() for body in self.bodies()]
        while hashes:
            self.db.executemany("insert into ledger_node values(?, ?, ?)", [(level, i, h) for i, h in enumerate(hashes)])
            hashes = [hashlib.sha256(b"\1" + a + b).digest() for a, b in zip(hashes[::2], hashes[1::2])]
            level += 1

    def sign(self, key=KEY):
        bodies = self.bodies()
        signed = note(len(bodies), naive_root([hashlib.sha256(b"\0" + body).digest() for body in bodies]), key)
        self.db.execute("insert or replace into ledger_checkpoint values(?, ?)", (len(bodies), signed))
        return signed

    def rebuild(self, change):
        """What an insider with the whole database does: other bodies, everything else computed anew."""
        bodies = self.bodies()
        change(bodies)
        self.db.execute("begin")
        self.db.execute("delete from ledger_entry")
        self.db.execute("delete from ledger_leaf")
        for body in bodies:
            self.insert(body)
        self.sequence()
        self.db.execute("commit")

    def verify(self, outside=()):
        return lv.Verification(lv.open_copy(self.path), lv.Key(vkey(KEY)[1]), list(outside)).run()

    def kinds(self, outside=()):
        return {finding["kind"] for finding in self.verify(outside)["findings"]}


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    store, kept = Store(tmp_path_factory.mktemp("made") / "made.sqlite"), []
    store.db.execute("begin")
    for i in range(300):
        key = "c%d" % (i % 80)
        if i % 10 == 7:
            store.act("consult", [{"id": key, "kind": "concern"}])
        elif i % 10 == 9:
            store.db.execute("delete from concern where id = ?", (key,))
            store.act("erase", [{"id": key, "kind": "concern"}])
        elif i % 10 == 4:
            store.write("version", "%s/%d" % (key, i), {"number": i, "record": key, "sealed": os.urandom(9)})
        else:
            store.write("concern", key, {"id": key, "area": "é%d" % i, "closed": None, "sealed": os.urandom(20)})
        if i % 100 == 99:
            store.sequence()
            kept.append(store.sign())
    store.write("concern", "late", {"id": "late", "area": None, "closed": -5, "sealed": b""})
    store.db.execute("commit")
    store.db.close()
    return store.path, kept


@pytest.fixture
def store(made, tmp_path):
    copy = tmp_path / "copy.sqlite"
    shutil.copy(made[0], copy)
    opened = Store.__new__(Store)
    opened.path, opened.db, opened.kept = str(copy), sqlite3.connect(copy, isolation_level=None), made[1]
    opened.db.execute("pragma synchronous = off")
    yield opened
    opened.db.close()


def edited(body):
    entry = json.loads(body)
    entry["actor"] = "somebody-else"
    return json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()


def test_honest(store):
    report = store.verify(store.kept[-1:])
    assert report["findings"] == [] and report["entries"] == 300 and report["unsequenced"] == [301]
    assert report["checkpoints"] == 3 and report["outsideCheckpoints"] == 1 and report["signedSize"] == 300
    assert report["rows"] == sum(store.db.execute("select count(*) from " + t).fetchone()[0] for t in ("concern", "version"))


def test_empty(tmp_path):
    assert Store(tmp_path / "empty.sqlite").kinds() == set()


def test_edited(store):
    body = store.bodies()[150]
    store.db.execute("update ledger_entry set body = ? where id = 151", (edited(body),))
    findings = store.verify()["findings"]
    assert [f["seq"] for f in findings if f["kind"] == "entry-changed"] == [150]
    assert [f["checkpoint"] for f in findings if f["kind"] == "checkpoint-mismatch"] == [200]


def test_edited_and_rehashed(store):
    store.db.execute("update ledger_entry set body = ? where id = 151", (edited(store.bodies()[150]),))
    store.rehash()
    assert store.kinds() == {"checkpoint-mismatch"}


def test_deleted(store):
    store.db.execute("delete from ledger_entry where id = 151")
    assert "entry-missing" in store.kinds()


def test_deleted_with_its_leaf(store):
    store.db.execute("delete from ledger_entry where id = 151")
    store.db.execute("delete from ledger_leaf where seq = 150")
    assert {"sequence-gap", "checkpoint-mismatch"} <= store.kinds()


REBUILDS = {
    "deleted and renumbered": (lambda b: b.pop(157), "checkpoint-mismatch"),
    "swapped": (lambda b: b.insert(5, b.pop(6)), "checkpoint-mismatch"),
    "inserted": (lambda b: b.insert(120, edited(b[117])), "checkpoint-mismatch"),
    "truncated": (lambda b: b.__delitem__(slice(250, 300)), "log-shorter"),
    "truncated and forged": (lambda b: b.__setitem__(slice(250, 300), [edited(b[7])] * 50), "checkpoint-mismatch"),
}


@pytest.mark.parametrize("name", REBUILDS)
def test_rebuilt(store, name):
    change, kind = REBUILDS[name]
    store.rebuild(change)
    assert kind in store.kinds()
    assert {"checkpoint-mismatch", "log-shorter"} & store.kinds(store.kept[-1:])


def test_rewritten_and_signed_anew_with_the_stolen_key(store):
    late = store.db.execute("select body from ledger_entry where id = 301").fetchone()[0]
    store.rebuild(lambda b: b.pop(157))
    store.insert(late)
    store.db.execute("delete from ledger_checkpoint")
    store.sign()
    assert store.kinds() == set()
    assert store.kinds(store.kept[-1:]) == {"log-shorter"}
    assert store.kinds(store.kept[1:2]) == {"checkpoint-mismatch"}


def test_restored_old_copy(store, tmp_path):
    shutil.copy(store.path, tmp_path / "old.sqlite")
    store.act("consult", [])
    store.sequence()
    kept = store.sign()
    old = Store.__new__(Store)
    old.path = str(tmp_path / "old.sqlite")
    assert store.kinds([kept]) == set() and old.kinds() == set() and old.kinds([kept]) == {"log-shorter"}


@pytest.mark.parametrize("statement, kind", [
    ("update concern set area = 'elsewhere' where id = 'c3'", "row-changed"),
    ("update concern set closed = 0 where id = 'c3'", "row-changed"),
    ("update concern set closed = 1.5 where id = 'c3'", "row-changed"),
    ("update concern set sealed = x'00' where id = 'c3'", "row-changed"),
    ("update concern set salt = zeroblob(16) where id = 'c3'", "row-changed"),
    ("update concern set salt = null where id = 'c3'", "row-changed"),
    ("alter table concern add column extra text default ''", "row-changed"),
    ("delete from concern where id = 'c3'", "row-missing"),
    ("drop table version", "row-missing"),
    ("insert into concern(id, salt) values('x', zeroblob(16))", "row-without-entry"),
    ("insert into concern(id, salt) values('c9', zeroblob(16))", "erased-row-present"),
    ("delete from ledger_entry where id = 301", "row-without-entry"),
    ("update ledger_node set hash = zeroblob(32) where level = 3 and idx = 5", "node-wrong"),
    ("delete from ledger_node where level = 8", "node-wrong"),
    ("insert into ledger_node values(70, 0, zeroblob(32))", "node-wrong"),
    ("update ledger_checkpoint set note = replace(note, '—', '-') where size = 200", "checkpoint-unreadable"),
    ("update ledger_checkpoint set size = 299 where size = 300", "checkpoint-unreadable"),
])  # fmt: skip
def test_one_statement(store, statement, kind):
    store.db.execute(statement)
    assert store.kinds() == {kind}


def test_repeated_and_unreadable(store):
    store.db.execute("update ledger_leaf set entry_id = 20 where seq = 20")
    assert "entry-repeated" in store.kinds()
    store.db.execute("update ledger_entry set body = '{}' where id = 41")
    store.db.execute("update ledger_entry set body = cast('{}' as blob) where id = 42")
    assert {"entry-missing", "entry-unreadable", "entry-changed"} <= store.kinds()


def test_settings_are_not_ledgered(store):
    store.db.execute("insert into setting values('a', 'b')")
    assert store.kinds() == set()


def test_a_stranger_cannot_sign(store):
    stranger = Ed25519PrivateKey.from_private_bytes(b"\x08" * 32)
    assert store.kinds([store.sign(stranger)]) == {"checkpoint-unreadable"}


@pytest.mark.parametrize("field", [
    '"v":2', '"at":1.0', '"at":99999999999999999999', '"role":"\\u0061"', '"role":"\\ud800"', '"role":null', '"codes":{"b":"1","a":"2"}',
    '"codes":{"a":1}', '"objects":[{"digest":"AB","id":"1","kind":"k"}]', '"objects":[{"id":"1","kind":"k","x":"y"}]', '"objects":[1]',
])  # fmt: skip
def test_other_forms_are_no_entries(field):
    fields = dict(part.split(":", 1) for part in (
        '"act":"x"', '"actor":""', '"agency":""', '"at":1', '"codes":{}', '"objects":[]', '"outcome":""', '"purpose":""', '"role":""', '"v":1'))  # fmt: skip
    good = "{%s}" % ",".join("%s:%s" % item for item in fields.items())
    assert lv.read_entry(good.encode())["act"] == "x"
    name, value = field.split(":", 1)
    with pytest.raises((ValueError, TypeError)):
        lv.read_entry(("{%s}" % ",".join("%s:%s" % item for item in {**fields, name: value}.items())).encode())


def test_command_line(store, tmp_path, capsys):
    (tmp_path / "key").write_text(vkey(KEY)[1])
    (tmp_path / "notes").write_text("\n".join(store.kept), encoding="utf-8")
    arguments = [store.path, "--key", str(tmp_path / "key"), "--checkpoints", str(tmp_path / "notes"), "--json"]
    assert lv.main(arguments) == 0
    assert json.loads(capsys.readouterr().out)["outsideCheckpoints"] == 3
    store.db.execute("update concern set area = 'x' where id = 'c3'")
    assert lv.main(arguments[:-1]) == 1
    assert "row-changed: concern c3 is not as entry 243" in capsys.readouterr().out
    assert lv.main([str(tmp_path / "none"), "--key", str(tmp_path / "key")]) == 2


def test_values_shared_with_the_other_implementation():
    """Tests/LedgerTests/Golden.swift holds the same: if either side changes its form, its own test fails."""
    entry = {"act": "alter", "actor": "acc-1", "agency": "ag-2", "at": 1790000000000000,
             "codes": {"é\U0001f600": 'a"b\\c\n\x7f', "route": "west"},
             "objects": [{"digest": "ab" * 32, "id": "018f0000-0000-7000-8000-000000000001", "kind": "concern"}, {"id": "p/1", "kind": "person"}],
             "outcome": "done", "purpose": "safeguarding", "role": "triage", "v": 1}  # fmt: skip
    body = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
    assert lv.read_entry(body) == entry
    assert lv.leaf_hash(body).hex() == "32884d2dace55815b835992bab7d437c8d02cbce787abbe11a526848b35d5568"
    row = {"sealed": b"\0\xff\1", "id": "é-1", "version": -12, "closed": None}
    assert lv.row_digest("concern", row, bytes(range(16))) == "2ef07eedf0d2ef0d718c36f7bc703adc86da7c00ed4defaa5b839850c661bab0"
    key = Ed25519PrivateKey.from_private_bytes(b"\1" * 32)
    line = "sentinel.example.org/ledger+f741f9c3+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
    assert vkey(key, "sentinel.example.org/ledger")[1].strip() == line
    root = naive_root([lv.leaf_hash(b"body %d" % i) for i in range(3)])
    assert base64.b64encode(root).decode() == "ZAH4xpMCd+GjXuFduas/UK9lziec72v7Vw4hSUPnlqI="
    assert lv.Key(line).open(note(3, root, key, "sentinel.example.org/ledger")) == (3, root)


def test_published_roots():
    leaves = [b"", b"\0", b"\x10", b" !", b"01", b"@ABC", b"PQRSTUVW", b"`abcdefghijklmno"]
    stack = []
    for size, leaf in enumerate(leaves):
        value = lv.leaf_hash(leaf)
        while size & 1:
            value, size = lv.node_hash(stack.pop(), value), size >> 1
        stack.append(value)
    assert lv.fold(stack).hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    assert lv.fold([]).hex() == hashlib.sha256(b"").hexdigest()
