# SPDX-License-Identifier: Apache-2.0
"""Measures a release server on this machine and prints one table. Benchmarks/run prepares and calls it; README.md explains."""
from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from urllib.parse import urljoin, urlsplit

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Tests/Browser")]

from fdatasync import fdatasync_latencies, percentile
from house import House
from newcomers import Newcomer
from pages import read_pages
from reports import report
from sentinel_server import SentinelServer


def main() -> int:
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description=__doc__)
    parser.add_argument("parts", nargs="*", default=["disk", "memory", "intake", "pages"], help="disk memory intake pages; all when left out")
    parser.add_argument("--concerns", type=int, default=5000, help="size of the region made first")
    parser.add_argument("--seconds", type=int, default=20, help="how long each load lasts")
    parser.add_argument("--senders", type=int, nargs="+", default=[1, 16, 64])
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--queue", default="/desk", help="address of the queue page")
    parser.add_argument("--concern", default=r"^/concerns?/[^/]+$", help="how the address of a concern page looks (regular expression)")
    parser.add_argument("--data", type=Path, help="folder for the region; kept, and used again where it is there")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    given = parser.parse_args()

    work = Path(tempfile.mkdtemp(prefix="sentinel-bench-"))
    data = given.data.resolve() if given.data else work / "store"
    server, rows = SentinelServer(data, concerns=given.concerns), Table()
    rows.add("machine", f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    try:
        began = time.monotonic()
        server.start(ready_within=7200)
        rows.add("start", f"region of {given.concerns} concerns ready", seconds=time.monotonic() - began)
        for part in given.parts:
            {"disk": disk, "memory": memory, "intake": intake, "pages": pages}[part](server, given, rows, work)
        memory(server, given, rows, work, "at the end")
        began = time.monotonic()
        rows.add("stop", f"exit code {server.stop()}", seconds=time.monotonic() - began)
        began = time.monotonic()
        server.start()
        rows.add("start", "ready again", seconds=time.monotonic() - began)
    finally:
        server.kill()
        shutil.rmtree(work, ignore_errors=True)
    print(rows.told())
    if given.json:
        given.json.write_text(json.dumps(rows.rows, indent=2) + "\n")
    return 1 if any(row.get("failed") for row in rows.rows) else 0


def disk(server, given, rows, work):
    found = fdatasync_latencies(str(server.data))
    rows.add("disk", "fdatasync of 4 kB", p50=percentile(found, .5), p90=percentile(found, .9), p99=percentile(found, .99), max=max(found))


def memory(server, given, rows, work, when="idle"):
    now = server.memory()
    rows.add("memory", f"{when}: {now['VmRSS'] / 1024:.0f} MB, highest {now['VmHWM'] / 1024:.0f} MB, {server.descriptors()} descriptors")


def intake(server, given, rows, work):
    bodies, token = work / "bodies.jsonl", server.token()
    with open(bodies, "w", encoding="utf-8") as file:
        for number in range(20_000):
            file.write(json.dumps(report(number)) + "\n")
    for senders in given.senders:
        command = ["wrk", "-t1", f"-c{senders}", f"-d{given.seconds}s", "--timeout", "10s", "-s", HERE / "intake.lua",
                   f"{server.url}/api/v1/concerns", "--", bodies, token, str(time.time_ns() % 2**31)]
        told = subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=given.seconds + 60)
        found = re.search(r"^RESULT (.*)$", told.stdout, re.M)
        if not found:
            raise SystemExit(f"wrk said no result:\n{told.stdout}{told.stderr}")
        result = json.loads(found[1])
        rows.add("intake", f"{senders} at once", rate=result["requests"] / result["seconds"],
                 **{k: result[k] for k in ("failed", "p50", "p90", "p99", "max")})
        for line in lag(server):
            rows.add("matching", line)


def lag(server) -> list[str]:
    """What /metrics says of the lag of matching, at once after the load."""
    try:
        with urllib.request.urlopen(f"{server.url}/metrics", timeout=5) as answer:
            return [line for line in answer.read().decode().splitlines() if "lag" in line and not line.startswith("#")][:4]
    except OSError as error:
        return [f"/metrics does not answer: {error}"]


def pages(server, given, rows, work):
    house = House(server)
    administrator = house.person("administrator")
    areas = areas_with_work(server)
    rows.add("pages", "co-ordinators: " + ", ".join(f"{area} ({count} open)" for area, count in areas))
    desks = []
    for number in range(given.clients):
        newcomer = Newcomer(house, administrator, f"Reader {chr(97 + number // 26)}{chr(97 + number % 26)}", "coordinator", area=areas[number % len(areas)][0])
        newcomer.settle(newcomer.link())
        person = newcomer.sign_in()
        queue = person.get(given.queue)
        found = [urlsplit(urljoin(queue.url, href)).path for href, _ in queue.links]
        concerns = sorted({path for path in found if re.search(given.concern, path)})
        if queue.status != 200 or not concerns:
            raise SystemExit(f"{queue.url} answered {queue.status} and links to no concern page ({given.concern}); see --queue and --concern")
        cookie = "; ".join(f"{c.name}={c.value}" for c in person.session.cookies)
        desks.append((cookie, {"queue": [given.queue], "concern": concerns}))
    mean, most = server.rows("SELECT avg(n), max(n) FROM (SELECT count(DISTINCT other_concern_id) AS n FROM piece_link GROUP BY concern_id)")[0]
    rows.add("pages", f"other concerns beside one that has any: mean {mean or 0:.1f}, most {most or 0}")
    reading = read_pages(server.port, desks, given.seconds)
    for kind, found in reading.latencies.items():
        rows.add("pages", f"{kind}, {given.clients} clients once a second", rate=len(found) / given.seconds, failed=reading.failed[kind],
                 p50=percentile(found, .5), p90=percentile(found, .9), p99=percentile(found, .99), max=max(found))


def areas_with_work(server) -> list[tuple[str, int]]:
    """The areas that have open concerns, and how many."""
    return server.rows("SELECT owning_area, count(*) FROM concern WHERE owning_area IS NOT NULL AND "
                       "status IN ('new', 'taken', 'returned') GROUP BY 1 ORDER BY 1")


class Table:
    """Rows of figures; latencies in ms."""

    NUMBERS = ("seconds", "rate", "failed", "p50", "p90", "p99", "max")

    def __init__(self):
        self.rows: list[dict] = []

    def add(self, part: str, what: str, **numbers: float) -> None:
        self.rows.append({"part": part, "what": what, **numbers})
        print(f"  {part}: {what} {' '.join(f'{k} {v:.2f}' for k, v in numbers.items())}", file=sys.stderr, flush=True)

    def told(self) -> str:
        def cell(row: dict, name: str) -> str:
            value = row.get(name)
            return "" if value is None else f"{value:.0f}" if name in ("rate", "failed") else f"{value:.2f}"

        head = ["", "", "s", "a second", "failed", "p50 ms", "p90 ms", "p99 ms", "max ms"]
        lines = [head, ["---"] * len(head)] + [[r["part"], r["what"], *(cell(r, n) for n in self.NUMBERS)] for r in self.rows]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
