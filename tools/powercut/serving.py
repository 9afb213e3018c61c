# SPDX-License-Identifier: Apache-2.0
"""Records a real `sentinel` while reports come in over its API."""
from __future__ import annotations

import json
import shutil
import sqlite3
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from house import API
from recording import environment
from reports import report
from sentinel_server import BINARY, SentinelServer

DATABASE = "sentinel.sqlite"


@dataclass(frozen=True)
class Recording:
    log: Path
    folder: Path      # the data directory that was recorded
    base: Path        # what it held before
    receipts: int     # reports that were acknowledged to their senders
    verify: str       # the offline verifier, for an image of the folder


def record_serving(work: Path, reports: int, senders: int = 8, concerns: int = 30) -> Recording:
    """Makes a small region in `work`, copies it, serves it recorded, sends `reports` from `senders` at once, kills the server."""
    folder, base, log = work / "store", work / "base", work / "recording.log"
    with SentinelServer(folder, concerns=concerns):
        pass
    shutil.copytree(folder, base, ignore=lambda _, names: [n for n in names if n.endswith(("-shm", ".sock", ".lock"))])
    server = SentinelServer(folder, concerns=concerns, env=environment(folder, log)).start()
    try:
        token, local = server_token(server), threading.local()

        def send(number: int) -> str:
            if not hasattr(local, "api"):
                local.api = API(server.url, token)
            return local.api.report(report(number), key=str(uuid.uuid5(uuid.NAMESPACE_OID, f"powercut {number}")))["id"]

        with ThreadPoolExecutor(senders) as pool:
            receipts = len(set(pool.map(send, range(reports))))
    finally:
        server.kill()
    return Recording(log, folder, base, receipts, f"{BINARY} ledger verify --data {{image}}")


def whole(connection: sqlite3.Connection) -> set[str]:
    """Ids of the concerns that are there whole: a narrative and everything else that `report` mentions, each with its key, and the
    row in an entry of the ledger."""
    parts = len(report(0)["mentions"]) + 1
    found = {row[0] for row in connection.execute(
        "SELECT c.id FROM concern c JOIN record r ON r.concern_id = c.id JOIN record_key k ON k.record_id = r.id "
        "WHERE c.channel = 'api' GROUP BY c.id HAVING count(*) = ?", (parts,))}
    told = {item["id"] for (body,) in connection.execute("SELECT body FROM ledger_entry") for item in json.loads(body)["objects"]
            if item["kind"] == "concern" and "digest" in item}
    return found & told


def server_token(server: SentinelServer) -> str:
    """The token comes from a second process, which must not write into the recording: it asks the server over its socket."""
    recorded, server.env = server.env, {k: v for k, v in server.env.items() if k not in ("LD_PRELOAD", "PC_DIR", "PC_LOG")}
    try:
        return server.token()
    finally:
        server.env = recorded
