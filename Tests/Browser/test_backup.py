# SPDX-License-Identifier: Apache-2.0
"""A backup taken while reports come in: two files of which neither opens anything alone; put together again, also with a newer key
file, everything is there and agrees with its ledger; what was disposed of since stays sealed in every older backup."""
from __future__ import annotations

import shutil
import sqlite3
import stat
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from house import API, House
from reports import report
from sentinel_server import SentinelServer, ServerFailed

DATABASE = "sentinel.sqlite"
KEY_TABLES = ("agency_key", "record_key")
VERIFIER_TABLE = "ledger_verifier"
WEAKER_CHECK = "the stronger check is --ledger-key"


@dataclass(frozen=True)
class Backup:
    data: Path
    keys: Path


@dataclass(frozen=True)
class Told:
    """A report that was sent, with words to find it by."""
    words: str
    reference: str
    id: str


class Store:
    """A serving store that is backed up, with what an administrator keeps elsewhere."""

    def __init__(self, server: SentinelServer):
        self.server, self.folder = server, server.data.parent
        self.master = Path(f"{server.data}.key")

    def tell(self, number: int) -> Told:
        body, words = report(number), f"Kanari{number}words"
        body["statements"][0]["answers"]["statement.text"] += f" {words}."
        body["mentions"][0]["answers"]["person.lives_in"] = "milbury"
        receipt = API(self.server.url, self.server.token()).report(body)
        return Told(words, receipt["reference"], receipt["id"])

    def back_up(self, name: str) -> Backup:
        """`sentinel backup`, asked of the running server; beside it a copy of the checkpoints, as an administrator keeps elsewhere."""
        to = self.folder / name
        to.mkdir()
        # Before the backup begins: a later checkpoint would rightly say that this is an old copy.
        shutil.copy(self.server.data / "checkpoints.txt", to / "checkpoints.txt")
        self.server.command("backup", "--to", str(to), "--data", str(self.server.data))
        return Backup(*sorted(to.glob("*.sqlite")))

    def restored(self, data: Path, keys: Path, name: str, check: bool = True) -> SentinelServer:
        """A server of its own over a restored store; not started."""
        server, told = self.restore(data, keys, name)
        if check:
            assert told.returncode == 0 and "Everything agrees" in told.stdout, told.stdout + told.stderr
        return server

    def restore(self, data: Path, keys: Path, name: str, elsewhere: list | None = None):
        """`sentinel restore --verify` into a folder of its own, with what is kept elsewhere, and what it said."""
        server = SentinelServer(self.folder / name, env={"SENTINEL_MASTER_KEY_FILE": str(self.master)})
        if elsewhere is None:
            elsewhere = ["--ledger-key", self.server.data / "ledger.vkey", "--checkpoints", data.parent / "checkpoints.txt"]
        command = ["restore", "--data", server.data, "--data-file", data, "--key-file", keys, *elsewhere, "--verify"]
        return server, server.command(*map(str, command), check=False)


@pytest.fixture
def store(fresh_server) -> Store:
    return Store(fresh_server(concerns=20))


def read(server: SentinelServer, *told: Told) -> list[bool]:
    """Starts the server, and whether the co-ordinator reads each report's words on its page; stops the server."""
    with server:
        desk = House(server).person("local co-ordinator")
        return [desk.get(f"/concerns/{one.reference}").says(one.words) for one in told]


def rows(path: Path, table: str) -> int:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    finally:
        connection.close()


def wrapped_keys(path: Path) -> list[bytes]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return [row[0] for table in KEY_TABLES for row in connection.execute(f"SELECT wrapped FROM {table}")]
    finally:
        connection.close()


def test_a_backup_taken_while_serving_is_two_files_and_neither_opens_anything(store):
    told = store.tell(1)
    sent, stop = [], threading.Event()

    def keep_sending() -> None:
        api = API(store.server.url, store.server.token())
        while not stop.is_set():
            sent.append(api.report(report(1000 + len(sent)))["id"])

    sender = threading.Thread(target=keep_sending)
    sender.start()
    try:
        backups = [store.back_up(f"backup-{n}") for n in range(3)]
    finally:
        stop.set()
        sender.join(60)
    assert len(sent) > 3, "nothing was reported while the backups were taken"
    backup = backups[-1]

    for path in (backup.data, backup.keys):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert told.words.encode() not in path.read_bytes()
    # No key is left in the data: not as a row, and not in a page that was given back.
    keys, data = wrapped_keys(backup.keys), backup.data.read_bytes()
    assert len(keys) > 100 and not [key for key in keys if key in data]
    assert [rows(backup.data, table) for table in KEY_TABLES] == [0, 0]
    connection = sqlite3.connect(f"file:{backup.keys}?mode=ro", uri=True)
    assert sorted(row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")) == sorted((*KEY_TABLES, VERIFIER_TABLE))
    connection.close()
    assert not list(backup.data.parent.glob("*-wal")) + list(backup.data.parent.glob("*-journal"))

    # Data alone, even with the master key, is no store.
    alone = SentinelServer(store.folder / "alone", env={"SENTINEL_MASTER_KEY_FILE": str(store.master)})
    alone.data.mkdir()
    shutil.copy(backup.data, alone.data / DATABASE)
    with pytest.raises(ServerFailed):
        alone.start(ready_within=30)

    # Each of the three is whole, and no receipt shown before one was begun is missing in it.
    for number, backup in enumerate(backups):
        server = store.restored(backup.data, backup.keys, f"restored-{number}")
        assert rows(server.data / DATABASE, f"concern WHERE id = '{told.id}'") == 1
    assert read(server, told) == [True]


def test_a_newer_key_file_opens_older_data_and_disposal_reaches_it(store):
    kept, disposed = store.tell(1), store.tell(2)
    older = store.back_up("older")
    later = store.tell(3)
    newer = store.back_up("newer")
    assert read(store.restored(older.data, newer.keys, "older-data-newer-keys"), kept, disposed) == [True, True]

    # Disposal destroys the key of the record; the next key file has it no more.
    store.server.stop()
    connection = sqlite3.connect(store.server.data / DATABASE)
    narrative, = connection.execute("SELECT id FROM record WHERE concern_id = ? AND kind = 'narrative'", (disposed.id,)).fetchone()
    connection.execute("DELETE FROM record_key WHERE record_id = ?", (narrative,))
    connection.commit()
    connection.close()
    store.server.start()
    newest = store.back_up("newest")
    with_newest = store.restored(older.data, newest.keys, "older-data-newest-keys")
    assert rows(with_newest.data / DATABASE, f"record WHERE id = '{narrative}'") == 1
    assert read(with_newest, kept) == [True]
    with with_newest:
        desk = House(with_newest).person("local co-ordinator")
        page, queue = desk.get(f"/concerns/{disposed.reference}"), desk.get("/desk")  # neither fails; what else is known stays
        assert page.status == 200 and queue.status == 200
        assert not page.says(disposed.words) and not queue.says(disposed.words), "a disposed record was opened"
    assert read(store.restored(newest.data, newest.keys, "newest-both"), kept, later) == [True, True]


def test_what_is_not_a_backup_of_this_store_is_refused(store, fresh_server):
    told = store.tell(1)
    backup = store.back_up("backup")
    # Over a store that is there.
    _, there = store.restore(backup.data, backup.keys, store.server.data.name)
    assert there.returncode != 0 and "already" in there.stderr, there.stderr
    assert told.id and rows(store.server.data / DATABASE, f"concern WHERE id = '{told.id}'") == 1
    # Keys of another store: its ledger key is another, so nothing is restored; and without looking at that, nothing opens.
    other = Store(fresh_server(concerns=20))
    foreign = other.back_up("backup")
    mixed, refused = store.restore(backup.data, foreign.keys, "mixed")
    assert refused.returncode != 0 and "another ledger key" in refused.stderr, refused.stderr
    assert not (mixed.data / DATABASE).exists()
    unchecked, found = store.restore(backup.data, foreign.keys, "unchecked", elsewhere=[])
    assert found.returncode == 1 and "NOT as the ledger says" in found.stdout, found.stdout
    with pytest.raises(ServerFailed):
        unchecked.start(ready_within=30)
    # A row of the data changed at rest: named on restoring.
    connection = sqlite3.connect(backup.data)
    connection.execute("UPDATE concern SET urgency = 'routine', due_hard = due_hard + 1 WHERE id = ?", (told.id,))
    connection.commit()
    connection.close()
    _, found = store.restore(backup.data, backup.keys, "tampered")
    assert found.returncode == 1 and f"row-changed: concern {told.id}" in found.stdout, found.stdout


def test_the_backup_carries_the_ledgers_public_key_and_says_what_that_is_worth(store):
    told = store.tell(1)
    backup = store.back_up("backup")
    line = (store.server.data / "ledger.vkey").read_text().strip()
    connection = sqlite3.connect(f"file:{backup.keys}?mode=ro", uri=True)
    assert connection.execute(f"SELECT line FROM {VERIFIER_TABLE}").fetchall() == [(line,)]
    connection.close()
    assert line.encode() not in backup.data.read_bytes(), "whoever writes to the data alone could change it"

    # With nothing kept elsewhere: verified, and said which check would be stronger. The key lies beside the store again.
    restored, found = store.restore(backup.data, backup.keys, "alone", elsewhere=[])
    assert found.returncode == 0 and "Everything agrees" in found.stdout and WEAKER_CHECK in found.stdout, found.stdout + found.stderr
    assert (restored.data / "ledger.vkey").read_text().strip() == line
    assert read(restored, told) == [True]
    # With the key kept elsewhere there is nothing to warn of.
    _, found = store.restore(backup.data, backup.keys, "elsewhere")
    assert found.returncode == 0 and WEAKER_CHECK not in found.stdout, found.stdout

    # A key file from before it held the key: one must be named.
    connection = sqlite3.connect(backup.keys)
    connection.execute(f"DROP TABLE {VERIFIER_TABLE}")
    connection.commit()
    connection.close()
    _, found = store.restore(backup.data, backup.keys, "before", elsewhere=[])
    assert found.returncode != 0 and "--ledger-key FILE" in found.stderr, found.stderr
    _, found = store.restore(backup.data, backup.keys, "before-named")
    assert found.returncode == 0 and "Everything agrees" in found.stdout, found.stdout + found.stderr
