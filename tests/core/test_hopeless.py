"""Pairs that are left out before they are weighed would not be kept if they were; how two words agree does not hang on who asked before."""

from __future__ import annotations

import random
from dataclasses import fields

import numpy as np

from smbcrm.core.matcher.joining.policy import USUAL
from smbcrm.core.matcher.learning.rarity import measure_rarity
from smbcrm.core.matcher.learning.reliability import learn
from smbcrm.core.matcher.reading.blocking import candidate_pairs
from smbcrm.core.matcher.reading.met_pairs import MetPairs
from smbcrm.core.matcher.reading.traits import read_traits
from smbcrm.core.matcher.weighing.evidence import judge
from smbcrm.core.matcher.weighing.hopeless import hopeless
from smbcrm.core.records import Records

GIVEN = [
    "Ali",
    "Alireza",
    "Reza",
    "Amir",
    "Amirhossein",
    "Sara",
    "Sarah",
    "Zahra",
    "Anne",
    "Annemarie",
    "Marie",
    "Jon",
    "John",
    "Elif",
    "Nur",
    "Hossein",
    "Li",
    "Jun",
    "Bartholomew",
    "Bartolomeo",
    "Mohammad",
    "Muhammad",
    "علی",
    "رضا",
    "زهرا",
]
FAMILY = [
    "Rezaei",
    "Karimi",
    "Karim",
    "Smith",
    "Smyth",
    "Fitzgerald",
    "Fitzgeralds",
    "Li",
    "Ali",
    "Hossein",
    "Marie",
    "Yilmaz",
    "رضایی",
    "کریمی",
]


def rows(count: int, seed: int) -> Records:
    """Give rows of a few names, slips and all, on few lines and birthdays: what nobody should be sure about."""
    draw = random.Random(seed)
    cells: dict[str, list[object]] = {column.name: [] for column in fields(Records) if column.name != "other"}
    for number in range(count):
        given, family = draw.choice(GIVEN), draw.choice(FAMILY)
        middle = draw.choice(["", "", "", draw.choice(GIVEN)])
        name = " ".join(
            filter(None, draw.choice([(given, middle, family), (family, middle, given), (given,)]))
        )
        if draw.random() < 0.2 and len(name) > 4:
            place = draw.randrange(len(name))
            name = name[:place] + name[place + 1 :]
        born = f"19{draw.choice('67')}{draw.randrange(10)}-0{draw.randrange(1, 4)}-1{draw.randrange(3)}"
        row = {
            "ids": number + 1,
            "source": 1,
            "name": name,
            "phones": (f"+98912345{draw.randrange(40):04}",),
            "emails": (f"{given.lower()}{draw.randrange(9)}@example.com",) if given.isascii() else (),
            "birth_date": draw.choice(["", born]),
            "national_id": draw.choice(["", "", f"00{draw.randrange(10**4):08}"]),
            "city": draw.choice(["Tehran", "Shiraz", ""]),
        }
        for field, column in cells.items():
            column.append(row.get(field, ""))
    cells |= {"own_id": {}, "other": {}}  # type: ignore[dict-item]
    return Records(**cells)  # type: ignore[arg-type]


def test_what_is_left_out_would_not_be_kept() -> None:
    left_out = 0
    for seed in range(8):
        traits = read_traits(rows(240, seed))
        rarity = measure_rarity(traits)
        learnt = learn(traits, rarity, candidate_pairs(traits))
        a, b = np.triu_indices(traits.count, 1)
        lost = hopeless(traits, a, b, single=False)
        found = judge(traits, rarity, a[lost], b[lost], learnt=learnt)
        assert not learnt.homes.single
        assert (found.veto | (found.total < USUAL.review_bits)).all()
        left_out += int(lost.sum())
    assert left_out > 50_000


def test_how_two_words_agree_does_not_hang_on_who_asked_before() -> None:
    draw = np.random.default_rng(4)
    met, asked = MetPairs(), 0

    def tell(left: np.ndarray, right: np.ndarray) -> np.ndarray:
        nonlocal asked
        asked += len(left)
        assert (left < right).all()
        return ((left * 7 + right * 3) % 11).astype(np.int8)

    for _ in range(3):
        one, two = draw.integers(1, 4_000, (2, 50_000))
        one, two = one[one != two], two[one != two]
        low, high = np.minimum(one, two), np.maximum(one, two)
        assert (met.levels(one, two, tell) == (low * 7 + high * 3) % 11).all()
    before = asked
    met.levels(one[:1_000], two[:1_000], tell)
    assert asked - before < 1_000
