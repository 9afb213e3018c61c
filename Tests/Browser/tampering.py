# SPDX-License-Identifier: Apache-2.0
"""What an insider with the whole database could do to the ledger of a copied store, each step as plain SQL; with the master key
too, what the thief of the signing key could. Used by test_tampering.py."""
from __future__ import annotations

import base64
import json
import shutil
import sqlite3
import struct
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ledger_verify import Key, fold, leaf_hash, node_hash

DATABASE = "sentinel.sqlite"
VAULT_SCHEME = "sentinel/vault/1"


class Copy:
    """A store's folder, copied to be tampered with: database, public key and the checkpoints kept outside."""

    def __init__(self, store: Path, folder: Path):
        folder.mkdir(parents=True)
        for name in (DATABASE, DATABASE + "-wal", "ledger.vkey", "checkpoints.txt"):
            if (store / name).exists():
                shutil.copy(store / name, folder / name)
        self.folder = folder
        self.db = sqlite3.connect(folder / DATABASE, isolation_level=None)

    def one(self, sql: str, *values):
        return self.db.execute(sql, values).fetchone()[0]

    def close(self) -> None:
        self.db.close()

    # Entries by their place in the sequence

    @property
    def size(self) -> int:
        return self.one("SELECT count(*) FROM ledger_leaf")

    def bodies(self) -> list[bytes]:
        return [row[0] for row in self.db.execute("SELECT body FROM ledger_leaf JOIN ledger_entry ON id = entry_id ORDER BY seq")]

    def entry_id(self, seq: int) -> int:
        return self.one("SELECT entry_id FROM ledger_leaf WHERE seq = ?", seq)

    def find(self, act: str) -> int:
        """A place of an entry of this act, well before the end."""
        return next(seq for seq, body in enumerate(self.bodies()) if seq > 5 and json.loads(body)["act"] == act)

    def edit(self, seq: int) -> None:
        """Another person did it."""
        entry = json.loads(self.bodies()[seq])
        self.put(seq, forged(entry, actor=entry["actor"][:-1] + ("0" if entry["actor"][-1:] != "0" else "1")))

    def put(self, seq: int, body: bytes) -> None:
        self.db.execute("UPDATE ledger_entry SET body = ? WHERE id = ?", (body, self.entry_id(seq)))

    def add(self, body: bytes) -> int:
        return self.db.execute("INSERT INTO ledger_entry (body) VALUES (?)", (body,)).lastrowid

    def sequence(self, entry_ids: list[int]) -> None:
        """Makes this the sequence: numbers without a gap, and every leaf and node computed anew."""
        self.db.execute("DELETE FROM ledger_leaf")
        self.db.executemany("INSERT INTO ledger_leaf (seq, entry_id) VALUES (?, ?)", enumerate(entry_ids))
        self.rehash()

    def rehash(self) -> None:
        self.db.execute("DELETE FROM ledger_node")
        level, tree = 0, [leaf_hash(body) for body in self.bodies()]
        while tree:
            self.db.executemany("INSERT INTO ledger_node (level, idx, hash) VALUES (?, ?, ?)", [(level, i, h) for i, h in enumerate(tree)])
            level, tree = level + 1, [node_hash(a, b) for a, b in zip(tree[::2], tree[1::2])]

    def entry_ids(self) -> list[int]:
        return [row[0] for row in self.db.execute("SELECT entry_id FROM ledger_leaf ORDER BY seq")]

    def cut(self, keep: int) -> None:
        """Takes the end off, and with it every checkpoint in the database that signs for more."""
        self.db.execute("DELETE FROM ledger_entry WHERE id IN (SELECT entry_id FROM ledger_leaf WHERE seq >= ?)", (keep,))
        self.sequence(self.entry_ids()[:keep])
        self.db.execute("DELETE FROM ledger_checkpoint WHERE size > ?", (keep,))

    # Signing, with the stolen master key

    def sign_again(self, master_key_file: Path) -> None:
        """Signs every checkpoint of the database anew, for what now stands in it. The file of checkpoints outside is out of reach."""
        key = Key((self.folder / "ledger.vkey").read_text())
        signing = Ed25519PrivateKey.from_private_bytes(signing_seed(master_key_file))
        tree, sizes = [leaf_hash(body) for body in self.bodies()], [row[0] for row in self.db.execute("SELECT size FROM ledger_checkpoint")]
        for size in sizes:
            text = f"{key.origin}\n{size}\n{base64.b64encode(root(tree[:size])).decode()}\n"
            line = base64.b64encode(key.key_id + signing.sign(text.encode())).decode()
            self.db.execute("UPDATE ledger_checkpoint SET note = ? WHERE size = ?", (f"{text}\n\u2014 {key.origin} {line}\n", size))


def forged(entry: dict, **changes) -> bytes:
    """An entry in the form that Sentinel writes."""
    return json.dumps({**entry, **changes}, sort_keys=True, separators=(",", ":")).encode()


def root(tree: list[bytes]) -> bytes:
    """The RFC 6962 root, from the perfect subtrees."""
    stack: list[bytes] = []
    for place, value in enumerate(tree):
        while place & 1:
            value, place = node_hash(stack.pop(), value), place >> 1
        stack.append(value)
    return fold(stack)


def signing_seed(master_key_file: Path) -> bytes:
    """The seed of the log's signing key, derived as the room Vault does (MasterKey.subkey)."""
    fields = ("derive", "sub", "ledger-signing", "")
    info = b"".join(struct.pack(">I", len(field)) + field.encode() for field in fields)
    return HKDF(hashes.SHA256(), 32, VAULT_SCHEME.encode(), info).derive(base64.b64decode(master_key_file.read_text()))
