# SPDX-License-Identifier: Apache-2.0
"""Fixtures of the tests that ask a real release server: `server` and `house` (one small demo region a session), `fresh_server`
(one of its own), `api`, `browsing` (Chromium)."""
from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from browsing import Browsing
from house import API, House
from sentinel_server import SentinelServer

CONCERNS = int(os.environ.get("SENTINEL_TEST_CONCERNS", "400"))


@pytest.fixture(scope="session")
def long() -> bool:
    """Whether the full counts are asked for (./test --long)."""
    return bool(os.environ.get("SENTINEL_LONG"))


@pytest.fixture(scope="session")
def folder():
    """A folder for this session's stores; kept for a look where SENTINEL_KEEP is set."""
    path = Path(tempfile.mkdtemp(prefix="sentinel-tests-"))
    yield path
    if os.environ.get("SENTINEL_KEEP"):
        print(f"\nkept: {path}")
    else:
        shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="session")
def server(folder):
    """A demo region that many tests share: they add to it and assume nothing about its numbers."""
    server = SentinelServer(folder / "shared" / "store", concerns=CONCERNS)
    try:
        yield server.start()
    finally:
        server.stop()
    assert server.process.returncode == 0, f"the server ended with {server.process.returncode}\n{server.tail()}"


@pytest.fixture
def fresh_server(folder, request):
    """Makes servers with a region of their own: `fresh_server(concerns=50)`; stopped when the test ends."""
    servers: list[SentinelServer] = []

    def make(concerns: int = 50, start: bool = True, **options) -> SentinelServer:
        server = SentinelServer(folder / f"{request.node.name[:40]}-{len(servers)}" / "store", concerns=concerns, **options)
        servers.append(server)
        return server.start() if start else server

    yield make
    for server in servers:
        server.kill()


@pytest.fixture(scope="session")
def house(server) -> House:
    return House(server)


@pytest.fixture(scope="session")
def token(server) -> str:
    return server.token()


@pytest.fixture(scope="session")
def api(server, token) -> API:
    return API(server.url, token)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def browsing(chromium, house):
    """Opens pages: `browsing.open("analyst")`, `browsing.phone("pcso")`, `browsing.without_scripts("co-ordinator")`. Fails the
    test for anything the browser complained of."""
    browsing = Browsing(chromium, house)
    yield browsing
    browsing.close()
    assert not browsing.complaints, "the browser complained:\n  " + "\n  ".join(browsing.complaints)
