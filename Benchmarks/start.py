# SPDX-License-Identifier: Apache-2.0
"""How soon a server on a large store may be asked: from exec to /readyz, a report received, the queue page, an exact look-up, and the
match index. The store is made by importing; it is kept where --data says so, and used again.

    .venv/bin/python Benchmarks/start.py --concerns 20000 [--data /var/tmp/large] [--starts 5]
"""
from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Tests/Browser")]

from house import API, House, Person
from import_file import MAPPING, write
from reports import report
from sentinel_server import SentinelServer

DESK = "coordinator-milbury@example.org"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--concerns", type=int, default=20_000)
    parser.add_argument("--data", type=Path, help="folder for the store; kept, and used again where it is there")
    parser.add_argument("--starts", type=int, default=5, help="how often each kind of start is measured")
    given = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="sentinel-start-"))
    server = SentinelServer(given.data.resolve() if given.data else work / "store", concerns=20)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    try:
        make(server, given.concerns)
        token, person = sign_in(server)
        for kind, stop in (("after a clean stop", server.stop), ("after kill -9", server.kill), ("without a saved index", lambda: forget(server))):
            found: dict[str, list[float]] = {}
            for number in range(given.starts if "without" not in kind else 1):
                stop()
                for what, seconds in measure(server, token, person, f"{kind} {number} {time.time_ns()}").items():
                    found.setdefault(what, []).append(seconds)
            for what, seconds in found.items():
                print(f"{kind}: {what}: median {statistics.median(seconds):.2f} s, slowest {max(seconds):.2f} s of {len(seconds)}", flush=True)
        print(f"memory: {server.memory()['VmRSS'] / 1024:.0f} MB, highest {server.memory()['VmHWM'] / 1024:.0f} MB")
        server.stop()
    finally:
        server.kill()
        shutil.rmtree(work, ignore_errors=True)
    return 0


def make(server: SentinelServer, concerns: int) -> None:
    """Brings the store to its size by importing forms, and waits until all are joined and the index is saved."""
    server.start(ready_within=600)
    there = server.rows("SELECT count(*) FROM concern WHERE channel = 'import'")[0][0]
    if there < concerns:
        file = server.data.parent / "forms.csv"
        write(file, concerns, 0)
        began = time.monotonic()
        server.command("import", "concerns", str(file), "--mapping", str(MAPPING), "--as", DESK, "--data", str(server.data), timeout=7200)
        seconds = time.monotonic() - began
        print(f"import: {concerns - there} concerns in {seconds:.1f} s, {(concerns - there) / seconds:.0f} a second", flush=True)
        file.unlink()
    began = time.monotonic()
    while waiting := server.rows("SELECT count(*) FROM job WHERE kind = 'link'")[0][0]:
        print(f"  {waiting} concerns to be joined", file=sys.stderr, flush=True)
        time.sleep(5)
    print(f"joined {time.monotonic() - began:.1f} s later; {server.rows('SELECT count(*) FROM piece_link')[0][0]} links, "
          f"database {(server.data / 'sentinel.sqlite').stat().st_size / 1e6:.0f} MB", flush=True)


def sign_in(server: SentinelServer) -> tuple[str, Person]:
    """A token and a co-ordinator's session: both outlive a restart."""
    return server.token(), House(server).person("local co-ordinator")


def forget(server: SentinelServer) -> None:
    server.stop()
    shutil.rmtree(server.data / "index", ignore_errors=True)


def measure(server: SentinelServer, token: str, person: Person, key: str) -> dict[str, float]:
    """Starts the server; seconds from exec until each answer was here. The index is asked for beside everything else."""
    seconds: dict[str, float] = {}
    began = time.monotonic()

    def index() -> None:
        while "index ready" not in seconds and time.monotonic() - began < 300:
            try:
                with urllib.request.urlopen(f"{server.url}/metrics", timeout=5) as answer:
                    if re.search(r"^sentinel_match_index_ready 1", answer.read().decode(), re.M):
                        seconds["index ready"] = time.monotonic() - began
                        return
            except OSError:
                pass
            time.sleep(0.02)

    asking = threading.Thread(target=index)
    asking.start()
    server.start(ready_within=300)
    seconds["/readyz"] = time.monotonic() - began
    API(server.url, token).report(report(time.time_ns() % 10**9), key=key[:64].replace(" ", "-"))
    seconds["report received"] = time.monotonic() - began
    for what, path in (("queue page", "/desk"), ("exact look-up", "/search?q=07700+900123")):
        page = person.get(path)
        if page.status != 200 or "sign-in" in page.url:
            raise SystemExit(f"{path} answered {page.status} at {page.url}")
        seconds[what] = time.monotonic() - began
    asking.join()
    return seconds


if __name__ == "__main__":
    sys.exit(main())
