# SPDX-License-Identifier: Apache-2.0
"""An outside service that does not serve stops no report: a relay that stalls or is absent, a clock that is wrong, a disk that is nearly
full. What an administrator is told of each stands in doctor, metrics and readyz."""
from __future__ import annotations

import http.client
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from clocked import at
from house import API, House, wait_until
from mail_relay import MailRelay, SilentRelay
from reports import report
from sentinel_server import SentinelServer

pytestmark = pytest.mark.timeout(600)


def take_in(server: SentinelServer, number: int, first: int = 0) -> list[float]:
    """Sends reports one after another; seconds of each. Every one must be answered with a receipt."""
    api, seconds = API(server.url, server.token()), []
    for one in range(first, first + number):
        begun = time.monotonic()
        assert api.report(report(one))["reference"]
        seconds.append(time.monotonic() - begun)
    return sorted(seconds)


def told_at(server: SentinelServer, path: str, **headers: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    assert answer.status == 200
    told = answer.read().decode()
    connection.close()
    return told


def metrics(server: SentinelServer) -> dict[str, float]:
    lines = told_at(server, "/metrics").splitlines()
    return {line.split()[0].partition("{")[0]: float(line.split()[-1]) for line in lines if line and not line.startswith("#")}


def doctor(server: SentinelServer) -> str:
    return server.command("doctor", "--data", str(server.data), check=False).stdout


@pytest.mark.parametrize("relay", ["stalls", "absent", "serves"])
def test_the_relay(fresh_server, relay):
    """Where it serves, mails go; where it does not they wait, and reports are taken in as quickly."""
    held = {"stalls": SilentRelay, "absent": SilentRelay, "serves": MailRelay}[relay]()
    settings = held.settings() if relay != "absent" else {**held.settings(), "SENTINEL_SMTP_PORT": "1"}
    try:
        server = fresh_server(concerns=20, env=settings)
        # The region's own passed limits climb at once: there is something to send.
        failing = {"stalls": "mail_failures_total", "absent": "mail_failures_total", "serves": "mail_sent_total"}[relay]
        seconds = take_in(server, 40)
        assert seconds[len(seconds) // 2] < 0.5 and seconds[-1] < 5, seconds
        wait_until(lambda: any(metrics(server).get(name, 0) > 0 for name in (failing, f"sentinel_{failing}")), within=120, every=0.5)
        # Ready for reports whatever the relay does; below that stands what it does.
        ready, told = told_at(server, "/readyz"), doctor(server)
        assert ready.startswith("ready\n") and ("takes no mail" in ready) == (relay != "serves"), ready
        if relay == "serves":
            assert ("nearly full" in ready) == (shutil.disk_usage(server.data).free < 1e9), ready
            assert "answers" in told and "takes no mail" not in told, told
            assert held.mails
        else:
            assert f"takes no mail: {'stalled' if relay == 'stalls' else 'unreachable'}" in told, told
            assert "messages wait to be sent" in told, told
            waiting = server.rows("SELECT count(*) FROM outbox_message WHERE state = 'waiting'")[0][0]
            assert waiting > 0
        # Whatever it does, the server ends when it is told to.
        assert server.stop(within=60) == 0
    finally:
        held.stop()


def test_mails_that_waited_are_sent_once_when_the_relay_is_back(fresh_server):
    silent = SilentRelay()
    server = fresh_server(concerns=20, env=silent.settings())
    wait_until(lambda: server.rows("SELECT count(*) FROM outbox_message WHERE state = 'waiting'")[0][0] > 0, within=60)
    server.kill()
    silent.stop()
    relay = MailRelay()
    try:
        relay.kept.refuse = 1
        server.env = {**server.env, **relay.settings()}
        server.start()
        wait_until(lambda: server.rows("SELECT count(*) FROM outbox_message WHERE state = 'waiting'")[0][0] == 0, within=120, every=0.5)
        ids = [mail["Message-ID"] for mail in relay.mails]
        assert ids and len(ids) == len(set(ids))
        assert all(mail["Auto-Submitted"] == "auto-generated" for mail in relay.mails)
    finally:
        relay.stop()


@pytest.mark.parametrize("moment", ["2021-01-01 00:00:00", "2031-06-01 12:00:00"], ids=["behind", "ahead"])
def test_a_wrong_clock(fresh_server, moment):
    """A server whose clock is years off takes reports in; doctor says that it is wrong where it can be known."""
    server = fresh_server(concerns=20)
    take_in(server, 3)
    assert server.stop() == 0
    server.env = {**server.env, **at(moment)}
    ahead = "days after the newest entry of the ledger. Where the store did not stand still so long, the clock is ahead"
    assert (ahead in doctor(server)) == (moment > "2026-12")
    server.start()
    take_in(server, 10, first=10)
    if moment < "2026":
        assert "behind the newest entry of the ledger" in doctor(server)
    assert server.stop() == 0
    # Put right again: nothing of what was taken in is lost, and the next comes in.
    server.env = {name: value for name, value in server.env.items() if name not in at(moment)}
    assert ahead not in doctor(server)
    server.start()
    take_in(server, 3, first=30)
    assert server.rows("SELECT count(*) FROM concern WHERE channel = 'api'")[0][0] == 16
    assert "stands after the newest entry" in doctor(server) or "behind the newest entry" in doctor(server)
    # What climbs goes on climbing: the round is not left in the far future.
    wait_until(lambda: server.rows("SELECT run_after FROM job WHERE kind = 'climb'")[0][0] < (time.time() + 180) * 1e6, within=30)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 120 MB of its own, where this machine lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=120m", "tmpfs", str(place)], capture_output=True, text=True)
    if done.returncode != 0:
        pytest.skip(f"no disk of its own can be had here: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


def fill(place: Path, leave: int) -> Path:
    """Fills the disk but for so many bytes."""
    ballast = place / "ballast"
    free = shutil.disk_usage(place).free
    with open(ballast, "wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(free - leave, 1))
    return ballast


def test_a_disk_that_is_nearly_full(small_disk):
    server = SentinelServer(small_disk / "region" / "store", concerns=20)
    server.log = small_disk.parent / "server.log"
    try:
        server.start()
        take_in(server, 5)
        api = API(server.url, server.token())  # while there is room
        # Nearly full: reports are taken in, and doctor says what is the matter.
        ballast = fill(small_disk, leave=6_000_000)
        seconds = take_in(server, 40, first=10)
        assert seconds[-1] < 5
        told = doctor(server)
        assert "WRONG" in told and "MB are free on the disk" in told and "Make room" in told
        assert "The disk is nearly full" in told_at(server, "/readyz")
        assert metrics(server)["sentinel_disk_free_bytes"] < 6_000_000
        # Full to the last byte: what can't be kept is said not to be, and nothing is acknowledged.
        before = server.rows("SELECT count(*) FROM concern WHERE channel = 'api'")[0][0]
        filler = small_disk / "filler"
        try:
            with open(filler, "wb", buffering=0) as file:
                while file.write(b"\0" * 4096):
                    pass
        except OSError:
            pass
        refused, kept = 0, 0
        for number in range(100, 140):
            answer = api.post("/api/v1/concerns", report(number))
            assert answer.status_code in (201, 503), answer.text
            kept, refused = kept + (answer.status_code == 201), refused + (answer.status_code == 503)
        assert server.running()
        # Room again: it goes on, by itself or as readyz asks after a new start, and what it said was kept is kept.
        filler.unlink(missing_ok=True)
        ballast.unlink()
        if not goes_on(api):
            assert not server.answers("/readyz")
            server.stop()
            server.start()
        take_in(server, 5, first=200)
        assert server.rows("SELECT count(*) FROM concern WHERE channel = 'api'")[0][0] >= before + kept + 5
        print(f"full disk: {kept} kept, {refused} refused of 40")
        assert server.stop() == 0
    finally:
        server.kill()


def goes_on(api: API) -> bool:
    """Whether a report is taken in within ten seconds."""
    try:
        return wait_until(lambda: api.post("/api/v1/concerns", report(150)).status_code == 201, within=10, every=0.5)
    except AssertionError:
        return False
