#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks a copy of a Sentinel SQLite store against its own log, offline, without the master key.

    ledger_verify.py COPY.sqlite --key KEY.pub [--checkpoints NOTES.txt] [--json]

It shares no code with Sentinel. KEY.pub holds one C2SP vkey line, origin+key id+base64(0x01 || Ed25519 key). NOTES.txt holds
checkpoint notes that were kept OUTSIDE the store, one after another: only they show a rewrite by somebody who has the signing
key too. Exit: 0 nothing found, 1 findings, 2 could not be read. The kinds of finding are those of `sentinel ledger verify`.

Hashes: RFC 6962. Notes: C2SP signed-note and tlog-checkpoint. A row's digest: SHA-256(salt || canonical row), where the
canonical row is the table's name and then each column that is not null, but `salt`, in the order of its name's bytes: name,
then i, t or b with the value; names and values each preceded by their length as four bytes, big-endian. Primary keys: values joined by "/".
Needs Python 3.11 and `cryptography`.
"""
import argparse
import base64
import functools
import hashlib
import json
import re
import sqlite3
import struct
import sys
import unicodedata
import urllib.parse

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

SALT_LENGTH = 16
ENTRY_KEYS = {"act", "actor", "agency", "at", "codes", "objects", "outcome", "purpose", "role", "v"}


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf_hash(body):
    return sha256(b"\0", body)


def node_hash(left, right):
    return sha256(b"\1", left, right)


def fold(stack):
    """The root of a tree from the roots of its perfect subtrees, largest first."""
    return functools.reduce(lambda root, left: node_hash(left, root), reversed(stack)) if stack else sha256()


def strict_base64(text):
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise ValueError("base64")
    return data


class Key:
    """A log's name and public key."""

    def __init__(self, line):
        self.origin, key_id, encoded = line.strip().split("+", 2)
        data = strict_base64(encoded)
        if data[:1] != b"\1" or len(data) != 33:
            raise ValueError("not an Ed25519 key")
        self.key = Ed25519PublicKey.from_public_bytes(data[1:])
        self.key_id = sha256(self.origin.encode() + b"\n\x01" + data[1:])[:4]
        if self.key_id.hex() != key_id:
            raise ValueError("the key id does not belong to the key")

    def open(self, note):
        """(size, root) out of a signed note; ValueError when it is none of this log by this key."""
        text, _, signatures = note.rpartition("\n\n")
        text += "\n"
        origin, size, root, *_ = text.split("\n")
        root = strict_base64(root)
        if not note.endswith("\n") or origin != self.origin or not re.fullmatch("0|[1-9][0-9]{0,18}", size) or len(root) != 32:
            raise ValueError("not a checkpoint of this log")
        for line in signatures[:-1].split("\n"):
            dash, name, encoded = line.split(" ")
            signature = strict_base64(encoded)
            if dash == "\u2014" and name == self.origin and signature[:4] == self.key_id:
                try:
                    self.key.verify(signature[4:], text.encode())
                    return int(size), root
                except InvalidSignature:
                    continue
        raise ValueError("no signature by this key")


def read_entry(body):
    """The entry in a body; ValueError or TypeError unless it is exactly what Sentinel writes."""
    entry = json.loads(body.decode("ascii"))
    if set(entry) != ENTRY_KEYS or type(entry["v"]) is not int or entry["v"] != 1:
        raise ValueError("keys")
    if type(entry["at"]) is not int or not -(2**63) <= entry["at"] < 2**63:
        raise ValueError("at")
    texts = [entry[key] for key in ENTRY_KEYS - {"at", "codes", "objects", "v"}] + list(entry["codes"].values())
    for item in entry["objects"]:
        if set(item) | {"digest"} != {"digest", "id", "kind"} or not re.fullmatch("[0-9a-f]{64}", item.get("digest", "0" * 64)):
            raise ValueError("object")
        texts += item.values()
    one_form = {unicodedata.normalize("NFC", code) for code in entry["codes"]}
    if len(one_form) != len(entry["codes"]) or not all(isinstance(text, str) for text in texts):
        raise ValueError("texts")
    json.dumps(entry, ensure_ascii=False).encode()  # a lone surrogate raises UnicodeEncodeError, a ValueError
    if json.dumps(entry, sort_keys=True, separators=(",", ":")).encode() != body:
        raise ValueError("form")
    return entry


def framed(data):
    return struct.pack(">I", len(data)) + data


def row_digest(table, columns, salt):
    out = [salt, framed(table.encode())]
    for name, value in sorted(columns.items(), key=lambda column: column[0].encode()):
        if name == "salt" or value is None:
            continue
        if isinstance(value, float):
            return None  # a ledgered table holds none: no digest fits
        tag = b"i" if isinstance(value, int) else b"t" if isinstance(value, str) else b"b"
        data = b"%d" % value if tag == b"i" else value.encode("utf-8", "surrogateescape") if tag == b"t" else value
        out += [framed(name.encode()), tag, framed(data)]
    return sha256(*out).hex()


def checkpoint_name(outside, size):
    return "the %s at %d" % ("checkpoint kept outside" if outside else "stored checkpoint", size)


def key_text(values):
    return "/".join("" if value is None else value.hex() if isinstance(value, bytes) else str(value) for value in values)


class Verification:
    def __init__(self, db, key, outside, limit=1000):
        self.db, self.key, self.limit = db, key, limit
        self.report = dict(entries=0, unsequenced=[], rows=0, checkpoints=0, outsideCheckpoints=0, signedSize=0, root=None)
        self.report |= dict(findings=[], furtherFindings=0, remarks=[])
        self.rows = {}  # (table, id) -> (digest or None once erased, seq or None)
        self.mismatched = set()
        stored = db.execute("select size, note from ledger_checkpoint order by size").fetchall()
        self.heads = sorted(filter(None, [self.head(*row) for row in stored] + [self.head(None, note) for note in outside]))

    def find(self, kind, sentence, **where):
        if len(self.report["findings"]) < self.limit:
            self.report["findings"].append({"kind": kind, **where, "sentence": sentence})
        else:
            self.report["furtherFindings"] += 1

    def head(self, filed, note):
        """(size, root, kept outside) of a note, or None."""
        name = "A checkpoint kept outside" if filed is None else "The checkpoint filed under size %s" % filed
        try:
            size, root = self.key.open(note)
        except (ValueError, AttributeError, TypeError):
            self.find("checkpoint-unreadable", name + " is not one of this log signed by the given key.", checkpoint=filed)
            return None
        if filed is not None and filed != size:
            self.find("checkpoint-unreadable", "%s signs for %d." % (name, size), checkpoint=filed)
        return size, root, filed is None

    def run(self):
        report, size = self.report, self.entries()
        placed = "select entry_id from ledger_leaf"
        for entry_id, body in self.db.execute("select id, body from ledger_entry where id not in (%s) order by id" % placed):
            report["unsequenced"].append(entry_id)
            self.apply(body, None, entry_id)
        self.compare_rows()
        unsigned, waiting = size - report["signedSize"], len(report["unsequenced"])
        if not any(outside for _, _, outside in self.heads):
            report["remarks"].append("No checkpoint kept outside was compared: a rewrite with the stolen signing key would not be seen.")
        if unsigned > 0:
            report["remarks"].append("The last %d entries are not yet signed for by a checkpoint that fits." % unsigned)
        if waiting:
            report["remarks"].append("%d committed entries have no place in the sequence yet." % waiting)
        return report

    def entries(self):
        """Every leaf in sequence with its entry; the roots at every checkpoint; the stored nodes. Gives the log's size."""
        leaves, stack, size, whole, seen = [], [], 0, True, set()
        pending = self.heads[::-1]
        self.compare_roots(pending, stack, size)
        select = "select seq, entry_id, body from ledger_leaf left join ledger_entry on id = entry_id order by seq"
        for seq, entry_id, body in self.db.execute(select):
            self.report["entries"] += 1
            if seq != size:
                self.find("sequence-gap", "Entry %d is missing: after it comes %s." % (size, seq), seq=size)
                whole = False
            size = seq + 1
            if entry_id in seen:
                self.find("entry-repeated", "Entry %d is one that stands in the sequence already (entry id %s)." % (seq, entry_id), seq=seq)
            seen.add(entry_id)
            if not isinstance(body, bytes):
                text = "Entry %d (entry id %s) was deleted; its place in the sequence is still there."
                self.find("entry-missing", text % (seq, entry_id), seq=seq)
                whole = False
                continue
            leaf = value = leaf_hash(body)
            if len(leaves) <= seq < len(leaves) + 1024:  # no number in the store may make us take memory
                leaves += [None] * (seq - len(leaves)) + [leaf]
            if whole:
                place = seq
                while place & 1:
                    value, place = node_hash(stack.pop(), value), place >> 1
                stack.append(value)
                self.compare_roots(pending, stack, size)
            self.apply(body, seq, entry_id)
        for head, _, outside in reversed(pending):
            if head > size:
                text = "The log has %d entries, but %s signs for %d: the end was cut off or an old copy restored."
                self.find("log-shorter", text % (size, checkpoint_name(outside, head), head), checkpoint=head, outside=outside)
            elif not whole:
                self.mismatch(head, outside)
        self.report["root"] = fold(stack).hex() if whole else None
        self.nodes(leaves)
        return size

    def compare_roots(self, pending, stack, size):
        """Compares the root at this size with the checkpoints for it and takes them off the end."""
        fits = False
        while pending and pending[-1][0] == size:
            head, root, outside = pending.pop()
            if root != fold(stack):
                self.mismatch(head, outside)
            elif head:
                self.report["outsideCheckpoints" if outside else "checkpoints"] += 1
                fits = True
        if fits:  # only now: of two checkpoints of one size one may fit and the other not
            self.report["signedSize"] = size

    def mismatch(self, head, outside):
        if outside not in self.mismatched:  # once a root differs all later ones do
            self.mismatched.add(outside)
            text = "The first %d entries are not those that %s signs for; the first %d are as signed."
            sentence = text % (head, checkpoint_name(outside, head), self.report["signedSize"])
            self.find("checkpoint-mismatch", sentence, checkpoint=head, outside=outside)

    def apply(self, body, seq, entry_id):
        try:
            entry = read_entry(body)
        except (ValueError, TypeError, RecursionError, AttributeError):
            self.find("entry-unreadable", "The entry with id %s is not in the form that Sentinel writes." % entry_id, seq=seq)
            return
        for item in entry["objects"]:
            if "digest" in item or entry["act"] == "erase":
                self.rows[item["kind"], item["id"]] = item.get("digest"), seq

    def nodes(self, hashes):
        """Every stored node against those computed, level by level."""
        level = 0
        while hashes:
            stored = dict(self.db.execute("select idx, hash from ledger_node where level = ?", (level,)))
            for index, right in enumerate(hashes):
                found = stored.pop(index, None)
                if right is None or found == right:
                    continue
                if level == 0 and found is not None:
                    self.find("entry-changed", "Entry %d doesn't match its leaf hash: its body or the hash was changed." % index, seq=index)
                else:
                    state = "is missing" if found is None else "doesn't match the entries below it"
                    self.find("node-wrong", "The stored node %d/%d %s." % (level, index, state))
            for index in stored:
                self.find("node-wrong", "The stored node %d/%s belongs to no entries." % (level, index))
            hashes = [node_hash(a, b) if a and b else None for a, b in zip(hashes[0::2], hashes[1::2])]
            level += 1
        if self.db.execute("select count(*) from ledger_node where level < 0 or level >= ?", (level,)).fetchone()[0]:
            self.find("node-wrong", "There are stored nodes that belong to no entries.")

    def compare_rows(self):
        for (table,) in self.db.execute("select name from sqlite_schema where type = 'table' order by name").fetchall():
            info = self.db.execute("select name, pk from pragma_table_info(?)", (table,)).fetchall()
            if "salt" not in (name for name, _ in info):
                continue
            key_columns = [name for name, place in sorted(info, key=lambda column: column[1]) if place]
            quoted = ['"%s"' % name.replace('"', '""') for name in [table] + [name for name, _ in info]]
            for row in self.db.execute("select %s from %s" % (", ".join(quoted[1:]), quoted[0])):
                columns = dict(zip((name for name, _ in info), row))
                self.compare_row(table, key_text([columns[name] for name in key_columns]), columns)
        for (table, row_id), (digest, seq) in sorted(self.rows.items(), key=lambda item: item[0]):
            if digest is not None:
                last = "" if seq is None else " (last written by entry %d)" % seq
                sentence = "%s %s is gone, although no entry tells of its erasure%s." % (table, row_id, last)
                self.find("row-missing", sentence, table=table, id=row_id, seq=seq)

    def compare_row(self, table, row_id, columns):
        self.report["rows"] += 1
        name, where = "%s %s" % (table, row_id), {"table": table, "id": row_id}
        if (table, row_id) not in self.rows:
            self.find("row-without-entry", name + " is in no entry: it was put there past the log.", **where)
            return
        digest, where["seq"] = self.rows[table, row_id]
        self.rows[table, row_id] = None, where["seq"]
        last = "an entry not yet in sequence" if where["seq"] is None else "entry %d" % where["seq"]
        salt = columns["salt"]
        if digest is None:
            self.find("erased-row-present", "%s is there, although %s says that it was erased." % (name, last), **where)
        elif not isinstance(salt, bytes) or len(salt) != SALT_LENGTH or row_digest(table, columns, salt) != digest:
            self.find("row-changed", "%s is not as %s, the last about it, left it." % (name, last), **where)


def split_notes(text):
    """Notes standing one after another: each is lines, an empty line, and signature lines."""
    form = r"(?:[^\n]+\n)+\n(?:\u2014 [^\n]+\n)+"
    if re.sub(form, "", text).strip():
        raise ValueError("the file of checkpoints holds something else too")
    return re.findall(form, text)


def open_copy(path):
    db = sqlite3.connect("file:%s?mode=ro" % urllib.parse.quote(path), uri=True)
    db.execute("pragma trusted_schema = off")
    db.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    return db


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Check a copy of a Sentinel SQLite store against its log, offline.")
    parser.add_argument("store", help="a copy of the SQLite database, with its -wal file if there is one")
    parser.add_argument("--key", required=True, help="file with the log's public key: one vkey line")
    parser.add_argument("--checkpoints", help="file with checkpoint notes kept outside the store")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    options = parser.parse_args(arguments)
    try:
        with open(options.key, encoding="utf-8") as file:
            key = Key(file.readline())
        outside = []
        if options.checkpoints:
            with open(options.checkpoints, encoding="utf-8", newline="\n") as file:
                outside = split_notes(file.read())
        report = Verification(open_copy(options.store), key, outside).run()
    except (OSError, ValueError, sqlite3.Error) as error:
        print("cannot verify: %s: %s" % (type(error).__name__, error), file=sys.stderr)
        return 2
    found = len(report["findings"]) + report["furtherFindings"]
    if options.json:
        print(json.dumps(report, indent=1, sort_keys=True))
    else:
        lines = ["%s: %s" % (finding["kind"], finding["sentence"]) for finding in report["findings"]]
        lines += ["note: " + remark for remark in report["remarks"]]
        lines.append("{entries} entries, {rows} rows; {checkpoints} stored, {outsideCheckpoints} outside checkpoints fit".format(**report))
        print("\n".join(lines + ["%d findings" % found if found else "nothing found"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
