"""Given names of two words: brothers often share the first of them."""

from __future__ import annotations

import pytest

from tests.core.test_matching import PHONE, crowd, customers, records

LINE = {"phone": PHONE, "city": "Qom"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammad Hassan Ghasemi", "Mohammad Hossein Ghasemi"),
        ("Mohammad Hassan Ghasemi", "Mohammadhossein Ghasemi"),
        ("محمد حسن قاسمی", "محمد حسین قاسمی"),
        ("محمدحسن قاسمی", "محمدحسین قاسمی"),
        ("امیرحسن قاسمی", "امیرحسین قاسمی"),
        ("محمدامین قاسمی", "محمدامیر قاسمی"),
        ("Amir Ali Ghasemi", "Amir Ahmad Ghasemi"),
        ("Mohammad Amin Ghasemi", "Mohammad Amir Ghasemi"),
    ],
)
def test_brothers_whose_names_begin_alike_are_two(one: str, other: str) -> None:
    rows = records({"name": one} | LINE, {"name": other} | LINE, *crowd(20))
    assert customers(rows) == set()


def test_what_fits_both_brothers_makes_them_no_one() -> None:
    names = ("Mohammad Hassan Ghasemi", "Mohammad Hossein Ghasemi", "M. H. Ghasemi", "Mohammad Ghasemi")
    found = customers(records(*({"name": name} | LINE for name in names), *crowd(20)))
    assert not any({0, 1} <= group for group in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammad Hossein Ghasemi", "Mohamad Hosein Ghasemi"),
        ("Mohammad Hossein Ghasemi", "Mohammadhosein Ghasemi"),
        ("محمدحسین قاسمی", "محمد حسین قاسمی"),
        ("محمدحسین قاسمی", "محمدحسسین قاسمی"),
        ("محمدحسین قاسمی", "Mohammad Hossein Ghasemi"),
    ],
)
def test_one_such_name_in_two_spellings_is_one(one: str, other: str) -> None:
    rows = records({"name": one} | LINE, {"name": other} | LINE, *crowd(20))
    assert customers(rows) == {frozenset({0, 1})}
