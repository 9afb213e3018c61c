# SPDX-License-Identifier: Apache-2.0
"""Sends hostile reports to the public door, in a process of its own: PORT REPORTS A_SECOND ADDRESSES. Prints how they were answered."""
from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Tests/Browser"))

from door import Crowd

if __name__ == "__main__":
    port, reports, a_second, addresses = sys.argv[1:5]
    began = time.monotonic()
    crowd = Crowd(int(port), int(reports), float(a_second), int(addresses), threads=96).start().join()
    print(json.dumps({"seconds": time.monotonic() - began, "statuses": crowd.statuses, "failures": crowd.failures[:20]}))
