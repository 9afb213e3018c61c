# SPDX-License-Identifier: Apache-2.0
"""The JSON body of one report, as POST /api/v1/concerns takes it: a narrative, three people, a place and a phone, all from the
ranges that reach nobody (DOMAIN 10.1). Tests, the power-cut recorder and the benchmarks take theirs from here; the same
number always gives the same report. Names are put together from syllables, so that a hundred thousand reports hold about as
many different people as a region would, and some of them more than once."""
from __future__ import annotations

import random

FIRST = "Amira Jordan Priya Callum Zofia Tariq Ellis Maya Rowan Ines Kofi Leah Danyal Freya Mateo Noor Osian Tilda Yusuf Wren".split()
ONSETS = "Bram Cald Dorn Esk Farn Gris Hollo Ives Jarn Kels Lund Mor Nar Ost Pell Quen Rast Sarn Tarn Ulver Vance Wyn Yarn Zell".split()
ENDINGS = "aby arden beck bourne bury by combe croft dale den field ford grave ham holm hurst ley low mere mont more ridge shaw stow ton wick worth".split()
STREETS = "Larkspur Tanner Quarry Millrace Foxglove Cordwain Orchard Beacon Weir Saddler Chandler Furrow Gable Kiln Lantern Osier".split()
TOWNS = "Milbury Otterley Eskham Dornwick Calderholm Wynford Tarnley".split()  # in lower case the codes of the demo region's areas
SEEN = ["missing overnight twice this week; new phone, won't say from whom",
        "picked up outside school by an adult the family does not know",
        "came in with two older men and left when spoken to",
        "new clothes and cash, no explanation; has stopped coming to lessons"]
# Ofcom's ranges for drama, a thousand numbers each.
RANGES = ["07700 900", "01632 960", "03069 990", "08081 570", "0191 498 0", "020 7946 0", "029 2018 0"] + [
    f"0{city} 496 0" for city in (113, 114, 115, 116, 117, 118, 121, 131, 141, 151, 161)]


def report(number: int) -> dict:
    """Report `number` of a run."""
    chance = random.Random(number)
    town = chance.choice(TOWNS)

    def person(role: str, **more: str) -> dict:
        answers = {"given_names": chance.choice(FIRST), "family_name": chance.choice(ONSETS) + chance.choice(ENDINGS), **more}
        return {"kind": "person", "role": role, "answers": {f"person.{question}": answer for question, answer in answers.items()}}

    born = f"{chance.randint(2010, 2015)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    postcode = f"QZ{TOWNS.index(town) + 1} {chance.randint(1, 9)}{chance.choice('ABDEFGHJ')}{chance.choice('LNPQRSTU')}"
    return {
        "answers": {"danger.now": "no", "crime": ["child_sexual_exploitation"], "setting": ["party_address"]},
        "statements": [{"answers": {"statement.text": f"Report {number}: {chance.choice(SEEN)}.", "statement.how_known": "saw"}}],
        "mentions": [
            person("subject", subject_kind="child", date_of_birth=born, lives_in=town.lower()),
            person("suspect", relationship="other_known"),
            person("household", relationship="peer"),
            {"kind": "place", "answers": {"place.address": f"{chance.randint(1, 180)} {chance.choice(STREETS)} Road, {town}",
                                          "place.postcode": postcode}},
            {"kind": "phone", "answers": {"phone.number": f"{chance.choice(RANGES)}{chance.randint(0, 999):03}"}},
        ],
    }
