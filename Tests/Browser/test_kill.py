# SPDX-License-Identifier: Apache-2.0
"""`kill -9` while reports come in: every receipt that was shown is there after the restart, whole and in the ledger, nothing is there
twice, the server is ready within a second, and a second later every report is joined with what is known."""
from __future__ import annotations

import random
import sqlite3
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from house import API, wait_until
from reports import report
from serving import DATABASE, whole

# Asked of the release build; a debug build may take its time.
READY, LINKED = 1.0, 1.0


@pytest.mark.timeout(3600)
def test_no_receipt_is_lost(fresh_server, long):
    rounds, each, senders = (20, 1000, 16) if long else (3, 150, 16)
    server, chance, slowest, linked = fresh_server(concerns=20), random.Random(11), 0.0, 0.0
    token, receipts = server.token(), {}
    before = stored(server)

    def send(number: int) -> None:
        """Sends one report until the server is gone; the receipt counts once it is read."""
        try:
            answer = API(server.url, token).post("/api/v1/concerns", report(number), key=key(number))
        except requests.RequestException:
            return
        assert answer.status_code in (200, 201), answer.text[:300]
        receipts[number] = answer.json()["id"]

    for turn in range(rounds):
        numbers, shown = range(turn * each, (turn + 1) * each), len(receipts)
        enough = chance.randint(each // 10, each * 9 // 10)
        with ThreadPoolExecutor(senders) as pool:
            waiting = [pool.submit(send, number) for number in numbers]
            while len(receipts) - shown < enough and not all(one.done() for one in waiting):
                next((one for one in waiting if not one.done()), waiting[0]).exception(timeout=60)
            server.kill()
        for one in waiting:
            one.result()
        left = waiting_jobs(server)
        began = time.monotonic()
        server.start()
        ready = time.monotonic()
        slowest = max(slowest, ready - began)
        assert not set(receipts.values()) - stored(server), f"acknowledged and lost in round {turn}"
        wait_until(lambda: waiting_jobs(server) == 0, within=30)
        linked = max(linked, time.monotonic() - ready)
        print(f"round {turn}: {len(receipts) - shown} receipts, {left} reports not yet joined at the kill; ready after "
              f"{ready - began:.2f} s, all joined {time.monotonic() - ready:.2f} s later; {server.processor_seconds():.2f} s of processor")
        # What got no receipt is sent again under the same key, as a phone would; what got one is sent again too.
        again = API(server.url, token)
        for number in numbers:
            sent = again.report(report(number), key=key(number))["id"]
            assert receipts.setdefault(number, sent) == sent, f"report {number} was acknowledged as another record after the restart"

    server.stop()
    ids = stored(server)
    assert not set(receipts.values()) - ids, "acknowledged and lost"
    assert len(ids - before) == rounds * each == len(set(receipts.values())), "a report stands twice"
    assert server.command("ledger", "verify", "--data", str(server.data), check=False).returncode == 0
    assert slowest < READY, f"ready only {slowest:.2f} s after the start"
    assert linked < LINKED, f"the last report was joined only {linked:.2f} s after the server was ready"


def key(number: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"kill {number}"))


def stored(server) -> set[str]:
    """Ids of the reports sent that are there whole, with an entry in the ledger: read from the file."""
    return asked(server, whole)


def waiting_jobs(server) -> int:
    """Reports whose pieces are not yet joined."""
    return asked(server, lambda connection: connection.execute("SELECT count(*) FROM job WHERE kind = 'link'").fetchone()[0])


def asked(server, question):
    connection = sqlite3.connect(f"file:{server.data / DATABASE}?mode=ro", uri=True)
    try:
        return question(connection)
    finally:
        connection.close()
