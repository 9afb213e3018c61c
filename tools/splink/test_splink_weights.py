# SPDX-License-Identifier: Apache-2.0
"""The same model gives the same weights in Splink and here: 10,000 pairs to within 1e-6, by settings that Splink's own library made and
by settings that `sentinel link splink export` projected from a model of more classes. Splink is installed, pinned, into a virtual
environment of its own; only `./test --long` does that."""
import csv
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("SENTINEL_BINARY", ROOT / ".build/release/sentinel"))
PEER = Path(__file__).with_name("peer.py")
PAIRS = 10_000

pytestmark = pytest.mark.skipif(not os.environ.get("SENTINEL_LONG"), reason="installs Splink; ./test --long")

GIVEN = "Amira Jordan Siobhán Mohammed Aisha Robyn Callum Zainab Oleksandr Zoë Wei Kwame Chloe Declan Priya Megan Yusuf Niamh".split()
FAMILY = "Testwell Sampleton Demosthorpe Mockford Fictley Pretendham O'Examplar Trialby Draftworth Placeholt Inventon Fabler".split()
STREETS = "Otterley Milbury Fernhollow Larkmere Dunwick Thistledown Copperbeck".split()
TOWNS = ["Milbury"] * 12 + ["Otterley"] * 3 + ["Larkmere", "Dunwick upon Otter"]


@pytest.fixture(scope="module")
def peer():
    """Runs Splink in its own environment."""
    folder = Path(os.environ.get("LINKAGE_WORK", ROOT / ".build/linkage"))
    python = Path(os.environ.get("SPLINK_PYTHON", folder / "venv/bin/python"))
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        subprocess.run([folder / "venv/bin/pip", "-q", "install", "splink==5.0.0", "duckdb==2.0.0", "pandas", "pyarrow"], check=True)

    def run(*arguments):
        subprocess.run([python, PEER, *map(str, arguments)], check=True, capture_output=True)

    return run


def slip(dice, text):
    """A slip of the pen: a letter lost, doubled, changed, or two that change places."""
    if len(text) < 2:
        return text
    place = dice.randrange(len(text) - 1)
    return dice.choice([
        text[:place] + text[place + 1:], text[:place] + text[place] + text[place:], text[:place] + "x" + text[place + 1:],
        text[:place] + text[place + 1] + text[place] + text[place + 2:],
    ])


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    """An invented register of people with several badly written records each; `block` says which are compared."""
    dice = random.Random(7)
    path = tmp_path_factory.mktemp("splink") / "register.csv"
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "given_name", "surname", "dob", "phone", "nhs", "street", "postcode", "email", "town", "block"])
        for person in range(700):
            given, family = dice.choice(GIVEN), dice.choice(FAMILY)
            true = [
                given, family, f"{dice.randrange(1930, 2020)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}",
                f"07700900{dice.randrange(1000):03}", f"999{dice.randrange(10**7):07}", f"{dice.randrange(1, 90)} {dice.choice(STREETS)} Road",
                f"QZ{dice.randrange(1, 20)} {dice.randrange(10)}{dice.choice(['AB', 'BD', 'EF'])}",
                f"{given}.{family}@example.org".lower(), dice.choice(TOWNS),
            ]
            for copy in range(dice.choice([1, 2, 2, 3])):
                row = ["" if dice.random() < 0.12 else slip(dice, value) if dice.random() < 0.25 else value for value in true]
                if dice.random() < 0.1:
                    row[0], row[1] = row[1], row[0]
                writer.writerow([f"P{person}-{copy}", *row, person // 12])
    return path


def compare(peer, folder, settings, register):
    peer("predict", settings, register, folder / "splink.csv", PAIRS)
    with open(folder / "splink.csv", newline="") as file:
        theirs = list(csv.DictReader(file))
    assert len(theirs) == PAIRS
    with open(folder / "ours.csv", "w") as out:
        command = [BINARY, "link", "splink", "score", register, "--settings", settings, "--pairs", folder / "splink.csv"]
        subprocess.run(command, check=True, stdout=out)
    with open(folder / "ours.csv", newline="") as file:
        ours = list(csv.DictReader(file))
    assert [(row["id_l"], row["id_r"]) for row in ours] == [(row["id_l"], row["id_r"]) for row in theirs]
    worst = max(abs(float(one["match_weight"]) - float(two["match_weight"])) for one, two in zip(ours, theirs))
    assert worst < 1e-6
    # a test that can fail: the weights are not all alike
    assert len({row["match_weight"] for row in theirs}) > 500


def test_settings_of_splink_give_the_same_weights(peer, register, tmp_path):
    peer("settings", tmp_path / "settings.json")
    compare(peer, tmp_path, tmp_path / "settings.json", register)


def test_an_exported_projection_gives_the_same_weights(peer, register, tmp_path):
    settings = tmp_path / "exported.json"
    command = [BINARY, "link", "splink", "export", register, "--out", settings, "--column", "ignored=block", "--quiet"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "this is its projection" in said
    compare(peer, tmp_path, settings, register)
