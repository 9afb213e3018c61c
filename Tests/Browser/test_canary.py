# SPDX-License-Identifier: Apache-2.0
"""No word about a person stands readable in anything that Sentinel writes (DESIGN rule 1, SECURITY 2 no. 5, 48, 54, 58, 59).

Every text field, listed from the standard, the pages and the API's description, gets a canary of its own by every door: form,
API, file, command line. Each is read back on its page by somebody who may, then sought in database, write-ahead log, index,
temporary files, logs, ledger, reports and backup, in the disguises that `canary_seeker` knows. None may be found."""
from __future__ import annotations

import base64
import os
import re
import shutil
import sqlite3
import tempfile
from collections import Counter
from pathlib import Path

import pytest

import canary_reports as reports
import canary_walks as walks
from canary_fields import Addresses
from canary_people import Canaries, CanaryHouse, unread
from canary_seeker import DIGESTS, Seeker, base64_inside, disguises, files_under
from house import API
from mail_relay import MailRelay
from postgres_cluster import PostgresCluster
from sentinel_server import SentinelServer

ROLES = ["pcso", "co-ordinator", "central cse", "social worker", "duty manager", "information manager", "administrator",
         "triage desk"]
ADMINISTRATOR_EMAIL = "administrator@example.org"


class Store:
    """A demo store and one made by `setup`, on one engine, with everything they write below one folder."""

    def __init__(self, engine: str, inputs: Path):
        self.engine, self.inputs = engine, inputs
        self.root = Path(tempfile.mkdtemp(prefix=f"sentinel-canary-{engine}-"))
        self.cluster = PostgresCluster() if engine == "postgres" else None
        self.canaries, self.addresses = Canaries(7), Addresses()
        self.relay = MailRelay()
        (self.root / "tmp").mkdir()
        self.demo = self._server("demo")
        self.made = self._server("made", "serve")
        self.houses: list[CanaryHouse] = []

    def _server(self, name: str, command: str = "demo") -> SentinelServer:
        env = {"TMPDIR": str(self.root / "tmp"), **self.relay.settings()}
        if self.cluster:
            env["SENTINEL_DATABASE_URL"] = self.cluster.create(name)
        server = SentinelServer(self.root / name / "store", concerns=0, env=env)
        if command == "serve":
            server.arguments = ["serve", "--data", str(server.data), "--port", str(server.port)]
        return server

    def house(self, server: SentinelServer) -> CanaryHouse:
        self.houses.append(CanaryHouse(server, self.canaries, self.addresses))
        return self.houses[-1]

    def dump(self) -> None:
        """Every value of every table, in one piece where the file's pages would cut it: the ledger's entries too."""
        for server in (self.demo, self.made):
            folder = self.root / "dump"
            name = server.data.parent.name
            if self.cluster:
                self.cluster.query(name, "CHECKPOINT")
                self.cluster.dump(name, folder)
                continue
            folder.mkdir(exist_ok=True)
            connection = sqlite3.connect(f"file:{server.data / 'sentinel.sqlite'}?mode=ro", uri=True)
            with open(folder / name, "wb") as out:
                for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                    for row in connection.execute(f'SELECT * FROM "{table}"'):
                        out.write(b"\n".join(one if isinstance(one, bytes) else str(one).encode() for one in row) + b"\n")
            connection.close()

    def files(self) -> list[Path]:
        """Everything written, and what running processes hold open though it has no name any more."""
        folders = [self.root] + ([self.cluster.folder] if self.cluster else [])
        unnamed = [Path(f"/proc/{server.process.pid}/fd/{number}") for server in (self.demo, self.made) if server.running()
                   for number in os.listdir(f"/proc/{server.process.pid}/fd")
                   if re.search(r"^/.* \(deleted\)$", os.readlink(f"/proc/{server.process.pid}/fd/{number}"))]
        return files_under(*folders) + unnamed

    def kind(self, file: Path) -> str:
        """What a file is to somebody who reads a failure."""
        if self.cluster and self.cluster.folder in file.parents:
            return "pg_wal" if "pg_wal" in file.parts else "PGDATA" if "data" in file.parts else "log"
        parts = file.relative_to(self.root).parts if self.root in file.parents else ("unnamed",)
        kinds = {"dump": "dump", "backup": "backup", "reports": "report", "tmp": "temporary"}
        kept = "index" if "index" in parts else "log" if file.suffix == ".log" else "database" if "sqlite" in file.name else "other"
        return kinds.get(parts[0], kept)

    @property
    def must_hold(self) -> set[str]:
        """Where everything is that the store keeps."""
        return {"PGDATA", "pg_wal", "dump"} if self.cluster else {"database", "dump", "backup"}

    def close(self) -> None:
        for server in (self.demo, self.made):
            server.kill()
        self.relay.stop()
        if self.cluster:
            self.cluster.remove()
        if not os.environ.get("SENTINEL_KEEP"):
            shutil.rmtree(self.root, ignore_errors=True)


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def store(request, tmp_path_factory):
    store = Store(request.param, tmp_path_factory.mktemp("inputs"))
    try:
        fill_demo(store)
        fill_made(store)
        yield store
    finally:
        store.close()


def fill_demo(store: Store) -> None:
    """A canary in every field of a region at work."""
    house = store.house(store.demo.start())
    person = {role: house.person(role) for role in ROLES}
    desk, pcso = person["co-ordinator"], person["pcso"]
    newcomer = walks.fill_directory(person["administrator"])

    api = API(store.demo.url, walks.make_token(pcso))
    api.session.headers["User-Agent"] = house.agent
    standard = api.get("/api/v1/standard").json()
    concern = walks.reference(reports.by_form(pcso))
    reports.by_form(pcso, send=False)
    walks.add_to_own(pcso, concern)

    body = reports.api_report(house, standard)
    sent = [api.report(body, key=house.canaries.mint("api", "/concerns", "Idempotency-Key", "token", "never")) for _ in range(2)]
    addendum = {"words": house.canaries.mint("api", "addenda", "words")}
    assert api.post(f"/api/v1/concerns/{sent[0]['reference']}/addenda", addendum).status_code == 201
    reports.odd_strings(house, api, api.get("/api/v1/openapi.json").json(), addendum["words"])
    named = api.report(naming(house, newcomer["name"]))
    found = walks.find(desk, reports.by_file(house, standard, store.inputs, store.root / "reports/import.csv", ADMINISTRATOR_EMAIL))

    walks.review_shut_out(desk, named["reference"])
    walks.decide(desk, concern, person["central cse"], person["social worker"])
    walks.look_for_letter(desk, concern)
    walks.work_case(person["central cse"])
    walks.refuse(person["social worker"])
    walks.report_at_work(house, store.relay)
    told = API(store.demo.url, store.demo.token())
    theirs, ours = (told.report(beside(house, area))["reference"] for area in ("otterley", "milbury"))
    walks.ask_for_more(desk, person["triage desk"], ours)
    walks.look_for_figures(desk)
    walks.open_in_emergency(desk, person["duty manager"], sent[1]["reference"])
    walks.search(desk)
    walks.look_through_ledger(person["information manager"])
    walks.fail_to_come_in(house)
    walks.look_at_unreadable_rows(desk)
    walks.let_see_sources(person["administrator"], desk)
    for reader in (desk, person["central cse"]):
        for one in (concern, sent[0]["reference"], sent[1]["reference"], named["reference"], found, ours, theirs):
            reader.get(f"/concerns/{one}")
    for one in (concern, *(one["reference"] for one in sent)):
        pcso.get(f"/my-reports/{one}")
    person["central cse"].get("/hand-overs?answered=yes")
    for address in store.addresses.pages:
        if ":" not in address:
            house.stranger().get(address, allow_redirects=False)
    house.crawl([*ROLES, "public"])


def beside(house: CanaryHouse, area: str) -> dict:
    """A report about one child and one phone, whichever area it comes from: a piece of the other."""
    child = {"person.subject_kind": "child", "person.given_names": "Idris", "person.family_name": "Askerly", "person.date_of_birth": "2013-02-11",
             "person.lives_in": area}
    return {"statements": [{"answers": {"statement.text": house.canaries.mint("api", "statement", "statement.text")}}],
            "answers": {"crime": ["child_sexual_exploitation"]}, "mentions": [{"kind": "person", "role": "subject", "answers": child}]}


def naming(house: CanaryHouse, name: str) -> dict:
    """A report of which somebody with an account is the suspect."""
    return {"statements": [{"answers": {"statement.text": house.canaries.mint("api", "statement", "statement.text")}}],
            "answers": {"crime": ["child_sexual_exploitation"]},
            "mentions": [{"kind": "person", "role": "subject", "answers": {"person.lives_in": "milbury", "person.subject_kind": "child"}},
                         {"kind": "person", "role": "suspect", "answers": {"person.also_known_as": name}}]}


def fill_made(store: Store) -> None:
    """A canary in every name that `setup` takes, and in a password."""
    mint, server = store.canaries.mint, store.made
    email = mint("command line", "setup", "email", "email")
    server.data.parent.mkdir(parents=True, exist_ok=True)
    told = server.command("setup", "--data", str(server.data), "--agency", mint("command line", "setup", "agency"),
                          "--name", mint("command line", "setup", "name"), "--email", email)
    house = store.house(server.start())
    person = walks.come_in(house, re.search(r"/link/\S+", told.stdout)[0], email)
    house._people["newcomer"] = person
    house.crawl(["newcomer"])


def test_every_field_was_filled(store):
    """Every text field of every page that anybody met, every address that the pages declare."""
    forgotten = set.intersection(*(set(house.forgotten()) for house in store.houses))
    assert not forgotten, "\n  ".join(["", *sorted(forgotten)])


def test_every_canary_is_read_back(store):
    """By somebody who may; passwords, keys and what was refused are shown to nobody."""
    print(Counter((canary.door, canary.shown) for canary in store.canaries.all))
    missing = unread(store.canaries.all, [page for house in store.houses for page in house.pages])
    assert not missing, "\n  ".join(["shown nowhere:", *map(str, missing)])


def test_no_canary_is_found(store, tmp_path):
    """While serving, and once stopped: then what was in memory has been written."""
    if store.engine == "sqlite":
        for server in (store.demo, store.made):
            server.command("backup", "--data", str(server.data), "--to", str(store.root / "backup" / server.data.parent.name))
        assert len(files_under(store.root / "backup")) == 4
    seeker, values = Seeker(tmp_path), {canary.value: canary for canary in store.canaries.all}
    store.dump()
    found = seeker.seek(values, store.files())
    for server in (store.demo, store.made):
        assert server.stop() == 0, server.tail()
    if store.cluster:
        store.cluster.stop()
    found += seeker.seek(values, store.files())
    # An area's code stands in clear: that it is found shows that the right files are looked through.
    clear = {(one.canary, store.kind(one.file)) for one in found if not values[one.canary].sealed}
    for canary in store.canaries.all:
        if not canary.sealed:
            assert {kind for value, kind in clear if value == canary.value} >= store.must_hold, clear
    assert {store.kind(file) for file in store.files()} >= store.must_hold | {"log", "index", "report"}
    leaks = sorted({f"{values[one.canary]} as {one.disguise} in {store.kind(one.file)} {one.file.name}" for one in found
                    if values[one.canary].sealed})
    assert not leaks, "\n  ".join([f"{len(leaks)} leaks:", *leaks[:60]])


def test_the_seeker_finds_every_disguise(tmp_path):
    """Planted one by one in noise, each is found, and nothing else is."""
    canaries = Canaries(11)
    values = [canaries.mint("self", "test", "field", kind) for kind in ("words", "email", "phone", "postcode", "mark", "password")]
    seeker, noise = Seeker(tmp_path / "seeker"), os.urandom(300_000)
    (tmp_path / "clean").write_bytes(noise)
    assert not seeker.seek(values, [tmp_path / "clean"])
    planted = {}
    for value in values:
        for number, (disguise, code, either_case) in enumerate(disguises(value)):
            if len(code) >= 6:
                file = tmp_path / f"{value} {number}"
                file.write_bytes(noise[:500 + number] + (code.upper() if either_case else code) + noise[-500:])
                planted[file] = (value, disguise)
    found = {(one.file, one.canary) for one in seeker.seek(values, planted)}
    assert found >= {(file, value) for file, (value, _) in planted.items()}
    assert {"the value", "a word", "the value in UTF-16LE", "the value in hex", "the value in base64", "the value in decimal bytes",
            *(f"{name} of the value" for name in DIGESTS)} <= {disguise for _, disguise in planted.values()}


@pytest.mark.parametrize("before", range(6))
def test_base64_is_found_wherever_a_word_begins(before):
    for length in (6, 7, 8, 9):
        word = b"Qavojexuk"[:length]
        for after in range(4):
            text = base64.b64encode(b"ab\xffcde"[:before] + word + b"\xfe\x01x"[:after])
            assert any(part in text for part in base64_inside(word)), (before, length, after)
