"""Lists in which people stand many times and no address tells a home: titles, postal codes, birth places, through `match` and `compare`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smbcrm.core.matching import compare
from smbcrm.core.naming.person_names import person_name
from tests.core.test_matching import FIRSTS, customers, records, told


def letters(place: int) -> str:
    return f"{chr(97 + place % 26)}{chr(97 + place // 26)}"


def person(first: str, last: str, **rest: str) -> dict[str, str]:
    return {"name": f"{first} {last}", "first_name": first, "last_name": last} | rest


def listed(count: int, times: int, **rest: str) -> list[dict[str, str]]:
    """Make people who are listed several times each, with a birth date, a postal code and a birth place of their own."""
    rows = []
    for place in range(count):
        born = f"{1700 + place % 200}-{place % 12 + 1:02}-{place % 27 + 1:02}"
        own = {
            "birth_date": born,
            "postal_code": f"YO{place % 90} {place % 9}AB",
            "birth place": f"Lea{letters(place % 60)}",
        }
        rows += [person(f"P{letters(place)}ton", f"Brook{letters(place)}ham", **own | rest)] * times
    return rows  # fmt: skip


def sir(name: str, **rest: str) -> dict[str, str]:
    """Make a baronet whose name was cut at its first and last word."""
    return {"name": f"Sir {name}, 3rd Baronet", "first_name": "Sir", "last_name": "Baronet"} | rest


def test_two_baronets_born_on_one_day_are_two_people() -> None:
    born = {"birth_date": "1822-06-22"}
    rows = [sir("Augustus Davies", **born), sir("Edward Ashlow", **born), *listed(40, 2)]
    assert not any({0, 1} <= group for group in customers(records(*rows)))


def test_a_baronet_is_found_by_the_name_behind_his_title() -> None:
    born = {"birth_date": "1822-06-22"}
    rows = [sir("Augustus Davies", **born), person("Augustus", "Davies", **born), *listed(40, 2)]
    assert frozenset({0, 1}) in customers(records(*rows))


@pytest.mark.parametrize("filling", [", ", " ", "1st ", "earl of ", "a, "])
def test_a_name_as_long_as_a_cell_is_read_at_once(filling: str) -> None:
    """Looked at from every place again it would take hours."""
    assert person_name(filling * 50_000 + "x") == person_name(filling * 50_000 + "x")


@pytest.mark.parametrize(("other", "same"), [("Q12-3", False), ("q1/23", True)])
def test_what_parts_two_numbers_belongs_to_a_code(other: str, same: bool) -> None:
    rows = [person("Ada", "Holm", customer_code="Q1-23"), person("Ada", "Holm", customer_code=other)]
    assert ("same customer code in one list" in told(compare(records(*rows), 0, 1))) is same


def test_codes_of_one_neighbourhood_speak_for_a_pair_where_people_of_the_list_stay_there() -> None:
    pair = [person("Olive", "Dunmore", postal_code=code) for code in ("SW17 4AB", "SW17 9XY")]
    others = listed(40, 2)
    moved = [
        row | {"postal_code": row["postal_code"][:-2] + "XY"} if i % 2 else row
        for i, row in enumerate(others)
    ]
    stayed = [
        piece.weight
        for piece in compare(records(*pair, *others), 0, 1).evidence
        if piece.field == "postal_code"
    ]
    near = [piece for piece in compare(records(*pair, *moved), 0, 1).evidence if piece.field == "postal_code"]
    assert str(near[0].what) == "postal codes of one neighbourhood"
    assert near[0].weight > 2 > max(stayed, default=0)  # fmt: skip


def test_a_list_that_names_people_many_times_needs_less_of_each_pair() -> None:
    def prior(times: int) -> float:
        found = compare(records(*listed(60, times), person("A", "B"), person("C", "D")), 0, 1).evidence
        return next(piece.weight for piece in found if piece.field == "prior")

    assert prior(8) > prior(2) + 1


def namesakes(place_of: Callable[[int], int]) -> list[dict[str, str]]:
    """Make 300 people of 150 names, each twice with a birth date and twice without; their birth places are numbered by `place_of`."""
    rows = []
    for one in range(300):
        born = f"{1700 + one * 7 % 230}-{one % 12 + 1:02}-{one % 27 + 1:02}"
        row = person(
            FIRSTS[one % 150 % 14],
            f"Brook{letters(one % 150)}ham",
            **{"birth place": f"Lea{letters(place_of(one))}"},
        )
        rows += [row | {"birth_date": born}] * 2 + [row] * 2
    return rows


@pytest.mark.parametrize(
    ("place_of", "joined"), [(lambda one: one * 11 % 90, True), (lambda one: one % 150 % 90, False)]
)
def test_a_name_beside_a_birth_place_is_proof_unless_namesakes_are_born_there(
    place_of: Callable[[int], int], joined: bool
) -> None:
    silent = {4 * one + row for one in range(300) for row in (2, 3)}
    found = customers(records(*namesakes(place_of)))
    assert any(len(group & silent) == 2 for group in found if len(group) == 4) is joined


@pytest.mark.parametrize(("born", "joined"), [("1655-08-13", False), ("", True)])
def test_where_a_postal_code_is_all_that_tells_a_home_it_tells_whether_relatives_are_listed(
    born: str, joined: bool
) -> None:
    others = listed(60, 3)
    for place in range(60):
        row, first = others[3 * place], f"Q{letters(place)}"
        named = {"first_name": first, "name": f"{first} {row['last_name']}"}
        others.append(row | named | ({"birth_date": born} if born else {}))
    home = {"postal_code": "SW17 4AB", "birth place": "Leaaa"}
    pair = [person("Olive", "Dunmore", **home), {"name": "Dunmore", "last_name": "Dunmore"} | home]
    assert (frozenset({0, 1}) in customers(records(*pair, *others))) is joined
