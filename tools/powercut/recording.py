# SPDX-License-Identifier: Apache-2.0
"""What shim.c wrote down: compile it, load it into a process, read its log back as operations."""
from __future__ import annotations

import hashlib
import re
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILT = HERE.parents[1] / ".build/powercut"

# An acknowledgement is an answer that names the id of what was sent.
RECEIPT = rb'"id"\s*:\s*"([0-9a-f]{8}-[0-9a-f-]{27})"'


@dataclass(frozen=True)
class Operation:
    kind: str      # W T C R U S F, as shim.c explains
    path: str
    number: int
    data: bytes


def shim() -> Path:
    """The compiled recorder, made once for each text of shim.c."""
    source = HERE / "shim.c"
    library = BUILT / f"shim-{hashlib.sha256(source.read_bytes()).hexdigest()[:12]}.so"
    if not library.exists():
        BUILT.mkdir(parents=True, exist_ok=True)
        made = library.with_suffix(".new")
        subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-Wall", "-o", made, source, "-ldl", "-lpthread"], check=True)
        made.rename(library)
    return library


def environment(folder: Path, log: Path) -> dict[str, str]:
    """What a process needs in its environment to be recorded. `folder` must exist."""
    return {"LD_PRELOAD": str(shim()), "PC_DIR": str(folder), "PC_LOG": str(log)}


def read(log: Path) -> list[Operation]:
    data, at, operations = log.read_bytes(), 0, []
    while at + 15 <= len(data):
        kind = chr(data[at])
        path_length, number, length = struct.unpack_from("<HQI", data, at + 1)
        at += 15
        if at + path_length + length > len(data):
            break  # the process was killed while it wrote this one
        path = data[at:at + path_length].decode()
        operations.append(Operation(kind, path, number, data[at + path_length:at + path_length + length]))
        at += path_length + length
    return operations


def acknowledgements(operations: list[Operation], pattern: bytes = RECEIPT) -> list[tuple[int, str]]:
    """(place in the log, id) of everything acknowledged on a socket, first time each."""
    found: dict[str, int] = {}
    for place, operation in enumerate(operations):
        if operation.kind == "S":
            for match in re.finditer(pattern, operation.data):
                found.setdefault(match[1].decode(), place)
    return sorted((place, name) for name, place in found.items())
