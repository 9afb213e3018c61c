# SPDX-License-Identifier: Apache-2.0
"""The real start: what `setup` prints, and the way back from its recovery sheet."""
from __future__ import annotations

import re
import stat
import subprocess
from pathlib import Path

import pytest

from sentinel_server import BINARY, ROOT, free_port


class Installation:
    """A store made by `setup`, and the commands run on it."""

    def __init__(self, folder: Path):
        self.data, self.key = folder / "store", folder / "store.key"
        self.env = {"SENTINEL_PORT": str(free_port()), "SENTINEL_PUBLIC_ORIGIN": "https://sentinel.example.org"}
        self.told = self.run("setup", "--agency", "Larkfield Council", "--name", "Alex Keys", "--email", "name@example.org").stdout
        self.sheet = re.findall(r"^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{2}$", self.told, re.M)

    def run(self, *words: str, typed: str = "", check: bool = True) -> subprocess.CompletedProcess:
        done = subprocess.run([str(BINARY), *words, "--data", str(self.data)], input=typed, capture_output=True, text=True, timeout=60,
                              env=self.env, cwd=ROOT)
        assert not check or done.returncode == 0, done
        return done


@pytest.fixture(scope="module")
def installation(tmp_path_factory) -> Installation:
    return Installation(tmp_path_factory.mktemp("setup"))


def test_setup_prints_sheet_and_link_at_the_address_people_type(installation):
    assert len(installation.sheet) == 4 and "RECOVERY SHEET" in installation.told
    assert re.search(r"^https://sentinel\.example\.org/link/snt_\S+$", installation.told, re.M)
    link = installation.run("user", "link", "--email", "name@example.org").stdout
    assert re.fullmatch(r"https://sentinel\.example\.org/link/snt_\S+", link.strip())
    assert "SENTINEL_PUBLIC_ORIGIN=https://sentinel.example.org" in installation.run("config").stdout


def test_a_lost_master_key_is_typed_in_from_the_sheet(installation):
    kept = installation.key.read_bytes()
    there = installation.run("key", "restore", typed="\n".join(installation.sheet) + "\n", check=False)
    assert there.returncode != 0 and "never writes over one" in there.stderr and installation.key.read_bytes() == kept

    installation.key.unlink()
    assert "sentinel key restore" in installation.run("doctor", check=False).stdout
    slip = [installation.sheet[0], installation.sheet[2], installation.sheet[1], installation.sheet[3]]
    wrong = installation.run("key", "restore", typed="\n".join(slip) + "\n", check=False)
    assert wrong.returncode != 0 and "Read line 2, 3 again" in wrong.stderr and not installation.key.exists()

    installation.run("key", "restore", typed="\n".join(installation.sheet).lower() + "\n\nwhat comes after is left alone\n")
    assert installation.key.read_bytes() == kept and stat.S_IMODE(installation.key.stat().st_mode) == 0o600
    assert "Nothing is wrong." in installation.run("doctor").stdout
