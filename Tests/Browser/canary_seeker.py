# SPDX-License-Identifier: Apache-2.0
"""Seeks canaries in files: as they are, in either case, word by word, in base64, hex, decimal bytes, UTF-16, and as unkeyed hashes.

Digests are sought by their first eight bytes, so that a shortened one is found too. The looking itself is a small C program
beside this file: a store has a hundred megabytes, and a canary some two hundred disguises."""
from __future__ import annotations

import base64
import hashlib
import re
import struct
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("canary_seek.c")
SHORTEST = 6
DIGESTS = ("md5", "sha1", "sha256", "sha512")


@dataclass(frozen=True)
class Found:
    """A canary where none may be."""
    canary: str
    disguise: str
    file: Path
    offset: int

    def __str__(self) -> str:
        return f"{self.canary!r} as {self.disguise} in {self.file} at {self.offset}"


def words(value: str) -> list[str]:
    """The words of six letters and more, without the value itself. What any address has is no word, nor is a part of a number."""
    return [word for word in dict.fromkeys(re.findall(r"[A-Za-z0-9]{6,}", value)) if word not in (value, "example") and not word.isdigit()]


def squeezed(value: str) -> list[str]:
    """The value as software brings it into one form: without spaces and marks, and a phone number with and without its prefixes."""
    plain = re.sub(r"[^A-Za-z0-9]", "", value)
    forms = [re.sub(r"\s+", "", value), plain]
    if re.fullmatch(r"0\d{9,10}", plain):
        forms += [plain[1:], "44" + plain[1:], "+44" + plain[1:]]
    return [form for form in dict.fromkeys(forms) if len(form) >= SHORTEST and form != value]


def base64_inside(text: bytes) -> Iterator[bytes]:
    """The part of the base64 of any longer text that this text settles, for each of the three places where it may begin."""
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + text + b"\0" * ((-shift - len(text)) % 3))
        first = (0, 2, 3)[shift]
        last = len(coded) - (0 if (shift + len(text)) % 3 == 0 else 4 - (shift + len(text)) % 3)
        yield coded[first:last]


def disguises(value: str) -> Iterator[tuple[str, bytes, bool]]:
    """What to look for: a name, the bytes, and whether letters may be of either case."""
    texts = [("the value", value)] + [("a word", word) for word in words(value)] + [("the bare value", form) for form in squeezed(value)]
    for what, text in texts:
        code = text.encode()
        yield what, code, True
        yield f"{what} in UTF-16LE", text.encode("utf-16-le"), True
        yield f"{what} in UTF-16BE", text.encode("utf-16-be"), True
        yield f"{what} in hex", code.hex().encode(), True
        yield f"{what} in decimal bytes", ",".join(map(str, code)).encode(), True
        for case in dict.fromkeys((text, text.lower(), text.upper())):
            for part in base64_inside(case.encode()):
                for coded in {part, part.translate(bytes.maketrans(b"+/", b"-_"))}:
                    yield f"{what} in base64", coded, False
            for name in DIGESTS:
                digest = hashlib.new(name, case.encode()).digest()
                yield f"{name} of {what}", digest[:8], False
                yield f"{name} of {what} in hex", digest[:8].hex().encode(), True
                coded = base64.b64encode(digest)[:10]
                yield f"{name} of {what} in base64", coded, False
                yield f"{name} of {what} in base64", base64.urlsafe_b64encode(digest)[:10], False


class Seeker:
    """Looks for a set of canaries. `folder` is a place of its own, outside of what is looked through."""

    def __init__(self, folder: Path):
        folder.mkdir(parents=True, exist_ok=True)
        self.program, self.list = folder / "canary_seek", folder / "patterns"
        subprocess.run(["gcc", "-O2", "-Wall", "-Werror", "-o", self.program, SOURCE], check=True)

    def seek(self, canaries: Iterable[str], files: Iterable[Path]) -> list[Found]:
        """Every canary in every file, once each disguise and file."""
        patterns: dict[tuple[bytes, bool], tuple[str, str]] = {}
        for canary in canaries:
            for disguise, code, either_case in disguises(canary):
                code = code.lower() if either_case else code
                if len(code) >= SHORTEST:
                    patterns.setdefault((code, either_case), (canary, disguise))
        with open(self.list, "wb") as out:
            for code, either_case in patterns:
                out.write(struct.pack("<BH", either_case, len(code)) + code)
        known, files = list(patterns.values()), [file for file in files if file.is_file()]
        found = []
        for start in range(0, len(files), 500):
            some = files[start:start + 500]
            done = subprocess.run([self.program, self.list, *some], capture_output=True, text=True, check=True)
            for line in done.stdout.splitlines():
                file, pattern, offset = map(int, line.split())
                found.append(Found(*known[pattern], some[file], offset))
        return found


def files_under(*folders: Path) -> list[Path]:
    """All ordinary files in these folders."""
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
