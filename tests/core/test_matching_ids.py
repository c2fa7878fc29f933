"""Ids that are a few digits apart, or wrong, through the matcher's public door."""

from __future__ import annotations

import random

import pytest

from smbcrm.core.matching import compare
from tests.core.test_matching import LASTS, crowd, customers, records, told

Row = dict[str, str]
HOME = {"name": "Verena Okonjo", "address": "85 Forest Street", "city": "Alston"}


def numbered(count: int, *, first: int = 0, step: int = 7_919_113) -> list[Row]:
    """Make people who have nothing to do with each other, with ids drawn at random or, by a small step, given out in a row."""
    return [
        row | {"national_id": f"{(first + step * (i + 1)) % 900_000_000 + 100_000_000}"}
        for i, row in enumerate(crowd(count))
    ]


@pytest.mark.parametrize("typed", ["858798782", "89798422", "8597984177", "895798428"])
def test_an_id_with_a_few_wrong_digits_is_not_another_persons(typed: str) -> None:
    rows = [HOME | {"national_id": "859798482"}, HOME | {"national_id": typed}]
    assert "national ids differ by a few digits" in told(compare(records(*rows, *numbered(80)), 0, 1))
    assert frozenset({0, 1}) in customers(records(*rows, *numbered(80)))


def test_ids_that_were_given_out_in_a_row_tell_people_apart_however_alike_they_are() -> None:
    rows = [HOME | {"national_id": "100000512"}, HOME | {"national_id": "100000847"}]
    table = records(*rows, *numbered(80, step=11))
    assert "different national ids" in told(compare(table, 0, 1))
    assert frozenset({0, 1}) not in customers(table)


def test_firms_that_were_registered_one_after_the_other_are_two() -> None:
    rows = [
        {"name": name, "address": "85 Forest Street", "national_id": number}
        for name, number in (("Okonjo Trading Ltd", "859798482"), ("Okonjo Trading GmbH", "859798523"))
    ]
    assert "different registration or tax numbers" in told(compare(records(*rows, *numbered(80)), 0, 1))


MEN = "John James Robert William Richard Thomas Charles Daniel Matthew Anthony Mark Steven Paul Andrew Kevin Brian George Edward Peter Henry"
WOMEN = "Mary Linda Susan Karen Nancy Betty Helen Sandra Donna Carol Ruth Sharon Laura Sarah Deborah Jessica Cynthia Angela Brenda Emma"


def families(*, wrong_beside: str, of_a_father: bool) -> list[Row]:
    """Make 240 people listed twice: a tenth of those who bear one of these first names has two ids, and if asked for men another tenth."""
    rnd = random.Random(5)
    rows = []
    for i in range(240):
        first = rnd.choice((MEN if i % 2 else WOMEN).split())
        person = {
            "name": f"{first} {rnd.choice('ABCDEFGHJKLMNPRSTW')}. {rnd.choice(LASTS)}{chr(97 + i % 26)}{chr(97 + i // 26)}",
            "address": f"{i + 10} Kiln Road",
        }
        ids = [f"{rnd.randrange(10**8, 10**9)}" for _ in range(2)]
        wrong = (first in wrong_beside.split() and i % 10 < 4) or (of_a_father and i % 2 and i % 10 < 6)
        rows += [person | {"national_id": ids[0]}, person | {"national_id": ids[wrong]}]
    return rows


def test_ids_that_are_wrong_beside_womens_names_as_often_as_beside_mens_are_no_sons() -> None:
    one = {"name": "John Q. Okonjo", "address": "85 Forest Street", "national_id": "859798482"}
    two = one | {"national_id": "213456701"}
    slips = families(wrong_beside=f"{MEN} {WOMEN}", of_a_father=False)
    assert frozenset({0, 1}) in customers(records(one, two, *slips))
    # Where only men have two ids, or far more of them than women, fathers and sons of one name are listed.
    for rows in (
        families(wrong_beside=MEN, of_a_father=False),
        families(wrong_beside=f"{MEN} {WOMEN}", of_a_father=True),
    ):
        assert frozenset({0, 1}) not in customers(records(one, two, *rows))
        assert compare(records(one, two, *rows), 0, 1).verdict == "review"
