#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How long this disk takes to make 4 kB durable: the floor under every receipt. argv: [folder] [count]"""
from __future__ import annotations

import os
import sys
import tempfile
import time


def fdatasync_latencies(folder: str, count: int = 500) -> list[float]:
    """Milliseconds of each append of 4 kB with its fdatasync, as SQLite's write-ahead log does it; the first ten are left out."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix="fdatasync-") as file:
        taken = []
        for _ in range(count + 10):
            began = time.perf_counter()
            os.write(file.fileno(), b"\x5a" * 4096)
            os.fdatasync(file.fileno())
            taken.append((time.perf_counter() - began) * 1000)
    return taken[10:]


def percentile(values: list[float], share: float) -> float:
    """The value that `share` (0 to 1) of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


if __name__ == "__main__":
    found = fdatasync_latencies(sys.argv[1] if len(sys.argv) > 1 else ".", int(sys.argv[2]) if len(sys.argv) > 2 else 500)
    print(f"fdatasync of 4 kB, {len(found)} times: p50 {percentile(found, .5):.2f} ms, p99 {percentile(found, .99):.2f} ms, max {max(found):.2f} ms")
