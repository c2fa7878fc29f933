"""A short name on a line that several people use: whom of them it means, through `match`."""

from __future__ import annotations

import itertools

import pytest

from smbcrm.core.matching import compare
from tests.core.test_matching import PHONE, asked, crowd, customers, records, told

LINE = {"phone": "+441539841076"}


def household(*names: str) -> list[dict[str, str]]:
    return [{"name": name} | LINE for name in names]


@pytest.mark.parametrize(
    ("short", "one", "other"),
    [
        ("Alex", "Alexander", "Alexandra"),
        ("Chris", "Christopher", "Christine"),
        ("Sam", "Samuel", "Samantha"),
        ("Pat", "Patrick", "Patricia"),
    ],
)
def test_a_short_name_that_fits_two_people_of_one_line_joins_neither(
    short: str, one: str, other: str
) -> None:
    rows = household(*(f"{first} Kimber" for first in (short, one, other)))
    for order in itertools.permutations(rows):
        found = records(*order, *crowd(20))
        assert not {0, 1, 2} & {row for group in customers(found) for row in group}
    assert asked(records(*rows, *crowd(20))) >= {(0, 1), (0, 2)}


def test_a_short_name_goes_to_whom_something_of_his_own_tells() -> None:
    mail = {"email": "a.kimber@harbour.example"}
    alex, alexander, alexandra = household("Alex Kimber", "Alexander Kimber", "Alexandra Kimber")
    found = records(alex | mail, alexander | mail, alexandra, *crowd(20))
    assert customers(found) == {frozenset({0, 1})}


def test_a_short_name_that_fits_one_of_a_line_is_his() -> None:
    found = records(*household("Alex Kimber", "Alexander Kimber", "Ruth Kimber"), *crowd(20))
    assert customers(found) == {frozenset({0, 1})}


def test_rows_with_one_short_name_stay_one_customer_though_nobody_knows_who_it_is() -> None:
    rows = household("Alex Kimber", "Alexander Kimber", "Alexandra Kimber", "Alex Kimber")
    assert customers(records(*rows, *crowd(20))) == {frozenset({0, 3})}


@pytest.mark.parametrize(
    ("initials", "whole", "other"),
    [
        ("Smit J.P.", "Jan Smit", "Kees Smit"),
        ("Petrov V. N.", "Victor Petrov", "Ivan Petrov"),
        ("Иванов А.Е.", "Алексей Иванов", "Пётр Иванов"),
        ("ИВАНОВ А. Е.", "Иванов Алексей", "Иванов Пётр"),
    ],
)
def test_initials_behind_a_last_name_are_the_first_names(initials: str, whole: str, other: str) -> None:
    rows = [{"name": name, "phone": PHONE} for name in (initials, whole, other)]
    table = records(*rows, *crowd(60))
    assert "the initial fits the first name" in told(compare(table, 0, 1))
    assert compare(table, 0, 2).verdict == "different"
