# SPDX-License-Identifier: Apache-2.0
"""A real `sentinel` process with a demo region of its own, for tests, the power-cut recorder and benchmarks.

Only the standard library is used. What the process must offer is written in CONTRACT below; nothing else in Tests/Browser,
tools/ or Benchmarks/ knows the command line.
"""
from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("SENTINEL_BINARY", ROOT / ".build/release/sentinel"))

CONTRACT = """
sentinel demo --data DIR --host H --port P --concerns N   makes the region if DIR has none, then serves it. Standard output:
                                                          one line a role, `role-name<two or more spaces>one-time link`;
                                                          SIGTERM stops it cleanly, exit code 0
sentinel token --data DIR --agency ID-OR-NAME             asks the running server (socket) for an API token; prints it alone
GET /healthz, /readyz                                     200 once alive / once everything may be asked
"""

LINK_LINE = re.compile(r"^\s*(?P<role>\S.*?)(?:\s{2,}|\t+|:\s+)(?P<link>https?://\S+)\s*$")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class ServerFailed(AssertionError):
    """The process ended or did not become ready; says how, with the end of its log."""


class SentinelServer:
    def __init__(self, data: Path, *, concerns: int | None = None, port: int | None = None, env: dict[str, str] | None = None,
                 binary: Path = BINARY, arguments: list[str] | None = None):
        self.data, self.binary, self.port = Path(data), Path(binary), port or free_port()
        self.env = {"SWIFT_BACKTRACE": "enable=no", **(env or {})}
        self.arguments = arguments or ["demo", "--data", str(self.data), "--host", "127.0.0.1", "--port", str(self.port)] + (
            ["--concerns", str(concerns)] if concerns is not None else [])
        self.links: dict[str, str] = {}
        self.process: subprocess.Popen | None = None
        self.log = self.data.parent / f"{self.data.name}.log"
        self._told = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, ready_within: float = float(os.environ.get("SENTINEL_READY_SECONDS", "300"))) -> "SentinelServer":
        """Starts the process and waits until /readyz answers 200. Returns itself."""
        if not self.binary.exists():
            raise ServerFailed(f"{self.binary} is not built: run scripts/build-release")
        self.data.parent.mkdir(parents=True, exist_ok=True)
        self._told.clear()
        self.process = subprocess.Popen([str(self.binary), *self.arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, env={**os.environ, **self.env}, cwd=ROOT)
        threading.Thread(target=self._read, args=(self.process,), daemon=True).start()
        deadline = time.monotonic() + ready_within
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise ServerFailed(f"sentinel ended with {self.process.returncode} before it was ready\n{self.tail()}")
            if self.answers("/readyz"):
                return self
            self._told.wait(0.02)
            self._told.clear()
        self.kill()
        raise ServerFailed(f"sentinel was not ready within {ready_within:.0f} s\n{self.tail()}")

    def _read(self, process: subprocess.Popen) -> None:
        with open(self.log, "ab") as log:
            for line in process.stdout:
                log.write(line)
                log.flush()
                found = LINK_LINE.match(line.decode("utf-8", "replace"))
                if found and found["link"].rstrip("/") != self.url:
                    self.links[found["role"].strip().casefold()] = found["link"]

    def answers(self, path: str) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", path)
            return connection.getresponse().status == 200
        except OSError:
            return False
        except http.client.HTTPException:
            return False
        finally:
            connection.close()

    def link(self, role: str, within: float = 10) -> str:
        """The one-time sign-in link of a role, as printed; the role may be any part of the printed name."""
        wanted, deadline = role.casefold(), time.monotonic() + within
        while True:
            links = dict(self.links)
            for name in sorted(links, key=len):
                if wanted in name:
                    return links[name]
            if time.monotonic() > deadline:
                raise ServerFailed(f"no sign-in link for '{role}' was printed; printed: {sorted(links)}\n{self.tail()}")
            self._told.wait(0.05)

    def token(self, agency: str = "") -> str:
        """A fresh API token, from the command line."""
        told = self.command("token", "--data", str(self.data), *(["--agency", agency] if agency else []))
        return told.stdout.strip().splitlines()[-1].strip()

    def command(self, *arguments: str, check: bool = True, timeout: float = 120) -> subprocess.CompletedProcess:
        """Runs another `sentinel` command beside the server."""
        done = subprocess.run([str(self.binary), *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=timeout, env={**os.environ, **self.env}, cwd=ROOT)
        if check and done.returncode != 0:
            raise ServerFailed(f"sentinel {' '.join(arguments)} ended with {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def rows(self, sql: str) -> list[tuple]:
        """What stands in the SQLite store, read beside the server."""
        connection = sqlite3.connect(f"file:{self.data / 'sentinel.sqlite'}?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def memory(self) -> dict[str, int]:
        """Resident memory now and at its highest, in kB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return {name: int(re.search(rf"^{name}:\s+(\d+) kB", status, re.M)[1]) for name in ("VmRSS", "VmHWM")}

    def processor_seconds(self) -> float:
        """Processor time used since the start: says more than the clock on a busy machine."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self, within: float = 20) -> int:
        """SIGTERM, as an administrator would; returns the exit code."""
        if not self.running():
            return self.process.returncode if self.process else 0
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(within)
        except subprocess.TimeoutExpired:
            self.kill()
            raise ServerFailed(f"sentinel did not stop within {within:.0f} s of SIGTERM\n{self.tail()}") from None

    def kill(self) -> None:
        """SIGKILL: what a power cut leaves of a process."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def tail(self, lines: int = 25) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:]) if self.log.exists() else "(no log)"

    def openapi(self) -> dict:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/api/v1/openapi.json")
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()

    def __enter__(self) -> "SentinelServer":
        return self if self.running() else self.start()

    def __exit__(self, *_) -> None:
        self.stop()
