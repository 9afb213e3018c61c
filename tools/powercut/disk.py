# SPDX-License-Identifier: Apache-2.0
"""What a disk may hold after a power cut at any place of a recording.

Kept: the data of a file up to the call of an fsync of it that returned before the cut. Not sure: everything later; of a write,
each 512-byte sector stands or not by itself (torn writes). Names and lengths (create, rename, unlink, truncate) go to disk in
their order, as a journalling file system keeps them: some prefix of them stands, at least up to the last fsync that had such a
change to write (an fdatasync that only overwrites carries no names with it).
"""
from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from recording import Operation

SECTOR = 512


@dataclass
class File:
    """One file whatever its names: what is surely on disk, and the changes after that."""
    durable: bytearray = field(default_factory=bytearray)
    changes: list[int] = field(default_factory=list)   # places of W and T in the log
    applied: int = 0                                    # how many changes are in `durable`
    syncs: list[tuple[int, int]] = field(default_factory=list)  # (place of F, place up to which it made durable)


class Disk:
    """A recording that can be cut; cuts are asked for in rising order."""

    def __init__(self, operations: list[Operation], folder: Path, base: Path | None = None):
        self.operations, self.folder = operations, str(folder)
        self.files: list[File] = []
        self.start: dict[str, File] = {}
        for path in sorted(base.rglob("*")) if base else []:
            if path.is_file() and not path.name.endswith("-shm"):
                self.start[f"{self.folder}/{path.relative_to(base)}"] = self._new(path.read_bytes())
        self.names: list[tuple[int, str, str, File | str | None]] = []   # (place, kind, path, file or new path)
        self.barriers: list[tuple[int, int]] = []                        # (place of F, place up to which names are on disk)
        self._read()

    def _new(self, data: bytes = b"") -> File:
        self.files.append(File(bytearray(data)))
        return self.files[-1]

    def _read(self) -> None:
        """One pass: which file each change is of, which syncs carry names."""
        names, lengths = dict(self.start), {id(f): len(f.durable) for f in self.files}
        renamed: set[int] = set()  # files with a new name or length since their last sync
        for place, operation in enumerate(self.operations):
            kind, path = operation.kind, operation.path
            if kind == "S" or path.endswith((" (deleted)", "-shm")):
                continue
            if kind == "R":
                target = operation.data.decode()
                self.names.append((place, "R", path, target))
                if path in names:
                    names[target] = names.pop(path)
                    renamed.add(id(names[target]))
                continue
            if kind == "U":
                self.names.append((place, "U", path, None))
                names.pop(path, None)
                continue
            if kind == "F" and path not in names:  # a folder
                self.barriers.append((place, operation.number))
                continue
            if kind == "C" or path not in names:
                names[path] = self._new()
                lengths[id(names[path])] = 0
                renamed.add(id(names[path]))
                self.names.append((place, "C", path, names[path]))
            file = names[path]
            if kind == "F":
                file.syncs.append((place, operation.number))
                if id(file) in renamed:
                    self.barriers.append((place, operation.number))
                    renamed.discard(id(file))
            elif kind in "WT":
                end = operation.number + len(operation.data)
                if kind == "T" or end > lengths[id(file)]:
                    lengths[id(file)] = end
                    renamed.add(id(file))
                file.changes.append(place)

    def cut(self, at: int, chance: random.Random) -> dict[str, bytes]:
        """Path (relative to the folder) and content of every file after a cut before the operation at place `at`."""
        kept = chance.choice([0.0, 0.1, 0.5, 0.5, 0.9, 1.0])
        barrier = max((upto for place, upto in self.barriers if place < at), default=0)
        named = chance.choice([barrier, at, chance.randint(min(barrier, at), at)])
        names = dict(self.start)
        for place, kind, path, other in self.names:
            if place >= named:
                break
            if kind == "C":
                names[path] = other
            elif kind == "R" and path in names:
                names[other] = names.pop(path)
            elif kind == "U":
                names.pop(path, None)
        contents = {id(f): self._content(f, at, named, kept, chance) for f in names.values()}
        return {path.removeprefix(self.folder).lstrip("/"): contents[id(file)] for path, file in names.items()}

    def _content(self, file: File, at: int, named: int, kept: float, chance: random.Random) -> bytes:
        sure = max((upto for place, upto in file.syncs if place < at), default=0)
        while file.applied < len(file.changes) and file.changes[file.applied] < sure:
            change(file.durable, self.operations[file.changes[file.applied]])
            file.applied += 1
        rest = file.changes[file.applied:]
        if not rest or rest[0] >= at:
            return bytes(file.durable)
        content = bytearray(file.durable)
        for place in rest:
            if place >= at:
                break
            operation = self.operations[place]
            if operation.kind == "T":
                if place < named:
                    change(content, operation)
            else:
                torn(content, operation, kept, chance)
        return bytes(content)


def change(content: bytearray, operation: Operation) -> None:
    """One write or truncation, whole."""
    at, data = operation.number, operation.data
    if operation.kind == "T":
        del content[at:]
        data = b""
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at:at + len(data)] = data


def torn(content: bytearray, operation: Operation, kept: float, chance: random.Random) -> None:
    """A write of which each sector stands with the chance `kept`."""
    at, end = operation.number, operation.number + len(operation.data)
    while at < end:
        stop = min(end, (at // SECTOR + 1) * SECTOR)
        if kept == 1 or (kept > 0 and chance.random() < kept):
            change(content, Operation("W", "", at, operation.data[at - operation.number:stop - operation.number]))
        at = stop
