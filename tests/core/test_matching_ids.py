"""Ids that are a few digits apart, or wrong, through the matcher's public door."""

from __future__ import annotations

import random

import pytest

from smbcrm.core.matching import compare
from tests.core.test_matching import FIRSTS, LASTS, crowd, customers, records, told

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


def numbered_twice(*, mistyped: int, other: int, relatives: int) -> list[Row]:
    """Make 240 people of one name and home each: so many whose second id is mistyped, or another one, or who are two, each listed twice."""
    rnd = random.Random(5)
    rows = []
    for i in range(240):
        person = {
            "name": f"{rnd.choice(FIRSTS)} {rnd.choice('ABCDEFGHJKLMNPRSTW')}. {rnd.choice(LASTS)}{chr(97 + i % 26)}{chr(97 + i // 26)}",
            "address": f"{i + 10} Kiln Road",
        }
        one, two = (f"{rnd.randrange(10**8, 10**9)}" for _ in range(2))
        if i < mistyped:
            two = one[:4] + f"{(int(one[4]) + 5) % 10}" + one[5:]
        ids = [one, one] if i >= mistyped + other + relatives else [one, one, two]
        ids += [two] if mistyped + other <= i < mistyped + other + relatives else []
        rows += [person | {"national_id": number} for number in ids]
    return rows


def test_wrong_ids_of_one_name_at_one_home_are_no_sons() -> None:
    one = {"name": "John Q. Okonjo", "address": "85 Forest Street", "national_id": "859798482"}
    two = one | {"national_id": "213456701"}
    slips = numbered_twice(mistyped=30, other=20, relatives=0)
    assert frozenset({0, 1}) in customers(records(one, two, *slips))
    # Each of the two ids comes again: it is somebody's, whatever the others are.
    assert frozenset({0, 1}) not in customers(records(one, two, one, two, *slips))
    for others in (
        numbered_twice(
            mistyped=30, other=10, relatives=10
        ),  # a father and his son, or a mother and her daughter
        numbered_twice(mistyped=0, other=20, relatives=0),  # ids are never mistyped
    ):
        assert frozenset({0, 1}) not in customers(records(one, two, *others))
        assert compare(records(one, two, *others), 0, 1).verdict == "review"


@pytest.mark.parametrize(
    ("his", "his_sons"),
    [("RSSMRA51A12H501K", "RSSMRA78C15H501Z"), ("GALJ510112HDFRPN04", "GAPJ780315HDFRRN09")],
)
def test_ids_that_are_made_of_the_name_are_alike_for_father_and_son(his: str, his_sons: str) -> None:
    rows = [HOME | {"national_id": number} for number in (his, his_sons)]
    assert "different national ids" in told(compare(records(*rows, *numbered(80)), 0, 1))
    assert frozenset({0, 1}) not in customers(records(*rows, *numbered(80)))


@pytest.mark.parametrize(("one", "two"), [("7044859791", "7044859792"), ("0012345689", "0012345761")])
def test_ids_of_one_family_tell_its_people_apart_where_relatives_have_them_in_a_row(
    one: str, two: str
) -> None:
    families: list[Row] = []
    for i in range(40):
        last, home = f"{LASTS[i % 12]}{chr(97 + i % 26)}{chr(97 + i // 26)}", f"{i + 10} Kiln Road"
        number = (i + 1) * 79_191_137 % 900_000_000 + 100_000_000
        ids = (f"{number}1", f"{number}2") if one[:4] == "7044" else (f"00{number - 36}", f"00{number + 36}")
        for first, ident in zip(("Dora", "Hugo"), ids):
            families.append({"name": f"{first} {last}", "address": home, "national_id": ident})
    rows = [HOME | {"national_id": number} for number in (one, two)]
    assert "different national ids" in told(compare(records(*rows, *families), 0, 1))
    assert frozenset({0, 1}) not in customers(records(*rows, *families))
