# SPDX-License-Identifier: Apache-2.0
"""A server whose clock a test sets (libfaketime): the process believes it, nobody else does."""
from __future__ import annotations

import atexit
import glob
import os
import shutil
import signal
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from sentinel_server import BINARY

LIBRARY = next(iter(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")), None)

needs_faketime = pytest.mark.skipif(LIBRARY is None, reason="libfaketime is not installed (Debian: faketime)")


def at(moment: str) -> dict[str, str]:
    """The environment of a process that starts at this moment (UTC) and whose clock goes on from there. The moment lies ahead of the
    machine's clock: with one that is past, some timers of the process stand still (libfaketime).

    libfaketime sets a variable of its own where it is not set, which moves the environment, and Swift then finds no arguments: a keeper
    process holds what that variable names for as long as the tests run."""
    shared = ""
    if shutil.which("faketime"):
        keeper = subprocess.Popen(["faketime", "-f", f"@{moment}", "sh", "-c", "echo $FAKETIME_SHARED; exec sleep 36000"], text=True,
                                  stdout=subprocess.PIPE, start_new_session=True)
        shared = keeper.stdout.readline().strip()
        atexit.register(os.killpg, keeper.pid, signal.SIGTERM)
    return {"LD_PRELOAD": LIBRARY or "", "FAKETIME": f"@{moment}", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "TZ": "UTC",
            "FAKETIME_DONT_RESET": "1", "NO_FAKE_STAT": "1", "FAKETIME_SHARED": shared}


def installed_before(moment: str, folder: Path) -> Path:
    """A copy of the server that was installed the day before this moment: a clock that stands before the server's own file is not believed,
    and the tests' moments stay what they are however new the build is."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = Path(shutil.copy(BINARY, folder / "sentinel"))
    installed = (datetime.fromisoformat(moment) - timedelta(days=1)).replace(tzinfo=timezone.utc).timestamp()
    os.utime(copy, (installed, installed))
    return copy
