#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Power cuts for a real server, without a special disk: records one run, then cuts it anywhere. README.md explains.

  powercut.py serve [--reports N] [--senders N] [--cuts N]      records `sentinel` while reports come in, then replays
  powercut.py replay LOG FOLDER DATABASE [--base DIR] …         replays a recording that is there
"""
from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[2] / "Tests/Browser")]

from replay import Findings, replay
from serving import DATABASE, record_serving, whole


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    serve, again = commands.add_parser("serve"), commands.add_parser("replay")
    serve.add_argument("--reports", type=int, default=300)
    serve.add_argument("--senders", type=int, default=8)
    serve.add_argument("--keep", action="store_true", help="leave the recording for `powercut.py replay`")
    again.add_argument("log", type=Path)
    again.add_argument("folder", type=Path, help="the folder as it was named when it was recorded")
    again.add_argument("database", nargs="?", default=DATABASE)
    again.add_argument("--base", type=Path, help="what the folder held before the recording began")
    for command in (serve, again):
        command.add_argument("--cuts", type=int, default=2000)
        command.add_argument("--seed", type=int, default=1)
        command.add_argument("--verify", help="a command with {image} in it; for `serve`, `sentinel ledger verify` when left out")
        command.add_argument("--verify-every", type=int, default=50)
    given = parser.parse_args()
    if given.command == "replay":
        return told(replay(given.log, given.folder, given.database, base=given.base, cuts=given.cuts, seed=given.seed,
                           verify=given.verify, verify_every=given.verify_every))
    work = Path(tempfile.mkdtemp(prefix="powercut-serve-"))
    try:
        recording = record_serving(work, given.reports, given.senders)
        print(f"recorded {recording.log.stat().st_size // 1024} kB in {recording.log}, base {recording.base}", file=sys.stderr)
        return told(replay(recording.log, recording.folder, DATABASE, base=recording.base, cuts=given.cuts, seed=given.seed, whole=whole,
                           verify=given.verify or recording.verify, verify_every=given.verify_every))
    finally:
        if not given.keep:
            shutil.rmtree(work, ignore_errors=True)


def told(findings: Findings) -> int:
    print(json.dumps({**dataclasses.asdict(findings), "examples": findings.examples[:10]}, indent=2))
    return 0 if findings.sound else 1


if __name__ == "__main__":
    sys.exit(main())
