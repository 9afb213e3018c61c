# SPDX-License-Identifier: Apache-2.0
"""A server whose clock a test sets: the process believes it, nobody else does. A small C program beside this file stands before the C
library's clock; it leaves timers alone, which libfaketime does not: with a clock in the past it held back whatever waits."""
from __future__ import annotations

import atexit
import functools
import os
import shutil
import subprocess
import tempfile
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from sentinel_server import BINARY

SOURCE = Path(__file__).with_name("clock_shift.c")


@functools.cache
def library() -> Path:
    """The C program, made once a session."""
    folder = tempfile.mkdtemp(prefix="sentinel-clock-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = Path(folder) / "clock_shift.so"
    subprocess.run(["gcc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", made, SOURCE], check=True)
    return made


def seconds_to(moment: str) -> int:
    return int(datetime.fromisoformat(moment).replace(tzinfo=timezone.utc).timestamp() - time.time())


def at(moment: str) -> dict[str, str]:
    """The environment of a process that starts at this moment (UTC) and whose clock goes on from there."""
    return {"LD_PRELOAD": str(library()), "SENTINEL_TEST_CLOCK_SHIFT": str(seconds_to(moment)), "TZ": "UTC"}


def installed_before(moment: str, folder: Path) -> Path:
    """A copy of the server that was installed the day before this moment: a clock that stands before the server's own file is not believed,
    and the tests' moments stay what they are however new the build is."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = Path(shutil.copy(BINARY, folder / "sentinel"))
    installed = (datetime.fromisoformat(moment) - timedelta(days=1)).replace(tzinfo=timezone.utc).timestamp()
    os.utime(copy, (installed, installed))
    return copy
