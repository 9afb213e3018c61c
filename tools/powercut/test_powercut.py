# SPDX-License-Identifier: Apache-2.0
"""The tool tells a safe store from an unsafe one, and the real server is a safe one."""
import os
import subprocess
import sys
from pathlib import Path

import pytest

from disk import Disk
from recording import Operation, environment, read
from replay import replay
from serving import DATABASE, record_serving, whole

HERE = Path(__file__).resolve().parent
LONG = bool(os.environ.get("SENTINEL_LONG"))


def recorded(folder: Path, *command: str) -> Path:
    (folder / "store").mkdir()
    log = folder / "recording.log"
    subprocess.run([sys.executable, *command], env={**os.environ, **environment(folder / "store", log)}, check=True, timeout=120)
    return log


def after_cuts(folder: Path, mode: str, synchronous: str):
    log = recorded(folder, str(HERE / "workload.py"), str(folder / "store" / "reports.db"), mode, synchronous, "150")
    return replay(log, folder / "store", "reports.db", cuts=150)


def test_a_store_that_syncs_each_commit_loses_nothing(tmp_path):
    findings = after_cuts(tmp_path, "WAL", "FULL")
    assert findings.sound and findings.acknowledged == 150, findings


@pytest.mark.parametrize("synchronous", ["NORMAL", "OFF"])
def test_a_store_that_does_not_is_found_out(tmp_path, synchronous):
    findings = after_cuts(tmp_path, "WAL", synchronous)
    assert findings.acknowledged == 150 and findings.cuts_that_lost > 50, findings


def test_every_way_of_writing_is_recorded(tmp_path):
    log = recorded(tmp_path, "-c", f"""
import os, socket
os.chdir({str(tmp_path / 'store')!r})
a, b = socket.socketpair()
f = os.open("one", os.O_RDWR | os.O_CREAT); os.write(f, b"abc"); os.writev(f, [b"de", b"f"]); os.pwrite(f, b"Z", 1); os.pwritev(f, [b"YY"], 8)
a.send(b"sent"); a.sendmsg([b"mes", b"sage"]); os.write(a.fileno(), b"written"); os.writev(a.fileno(), [b"vec", b"tor"])
os.fsync(f); os.fdatasync(f); os.ftruncate(f, 4)
d = os.open(".", os.O_RDONLY); g = os.open("two", os.O_WRONLY | os.O_CREAT | os.O_APPEND, dir_fd=d); os.write(g, b"1"); os.write(g, b"2")
os.rename("two", "three"); os.fsync(d); os.unlink("one"); os.open("three", os.O_WRONLY | os.O_TRUNC)
os.open("/dev/null", os.O_WRONLY); print("elsewhere")
""")
    said = [(o.kind, o.path.rsplit("/", 1)[-1] if o.kind != "S" else "", o.number if o.kind != "F" else 0,
             o.data.rsplit(b"/", 1)[-1] if o.kind == "R" else o.data) for o in read(log)]
    assert said == [
        ("C", "one", 0, b""), ("W", "one", 0, b"abc"), ("W", "one", 3, b"de"), ("W", "one", 5, b"f"), ("W", "one", 1, b"Z"), ("W", "one", 8, b"YY"),
        ("S", "", 0, b"sent"), ("S", "", 0, b"message"), ("S", "", 0, b"written"), ("S", "", 0, b"vector"),
        ("F", "one", 0, b""), ("F", "one", 0, b""), ("T", "one", 4, b""),
        ("C", "two", 0, b""), ("W", "two", 0, b"1"), ("W", "two", 1, b"2"), ("R", "two", 0, b"three"), ("F", "store", 0, b""), ("U", "one", 0, b""),
        ("T", "three", 0, b"")]


class Always:
    """Chance that keeps everything or nothing of what is not sure."""

    def __init__(self, kept: bool):
        self.kept = kept

    def choice(self, options):
        return options[-1] if self.kept and options[-1] == 1.0 else options[1] if self.kept else options[0]

    def random(self):
        return 0.0 if self.kept else 1.0

    def randint(self, low, high):
        return high if self.kept else low


def test_what_a_cut_leaves():
    """A synced write stays, a later one may go; a write made while the sync was under way is not sure; a rename waits for its folder."""
    operations = [Operation("C", "/s/a", 0, b""), Operation("W", "/s/a", 0, b"sure"), Operation("W", "/s/a", 4, b"late"),
                  Operation("F", "/s/a", 2, b""), Operation("R", "/s/a", 0, b"/s/b"), Operation("F", "/s", 5, b"")]

    def left(at, kept):
        return Disk(operations, Path("/s")).cut(at, Always(kept))

    assert left(4, False) == {"a": b"sure"} and left(4, True) == {"a": b"surelate"}
    assert left(3, False) == {} and left(5, False) == {"a": b"sure"} and left(5, True) == {"b": b"surelate"}
    assert left(6, False) == {"b": b"sure"}


@pytest.mark.timeout(3600)
def test_the_real_server_keeps_every_receipt(tmp_path):
    """Every receipt that left the server is in the store after any power cut, the store is whole, and the ledger verifies."""
    reports, cuts = (300, 2000) if LONG else (120, 200)
    recording = record_serving(tmp_path, reports)
    assert recording.receipts == reports
    findings = replay(recording.log, recording.folder, DATABASE, base=recording.base, cuts=cuts, whole=whole, verify=recording.verify,
                      verify_every=cuts // 20)
    assert findings.acknowledged >= reports and findings.verified >= 20 and findings.sound, findings
