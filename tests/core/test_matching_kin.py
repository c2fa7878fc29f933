"""Phone books name people by whose relatives they are, and couples in one row; through `match` and `compare`."""

from __future__ import annotations

import pytest

from smbcrm.core.matching import compare
from tests.core.test_matching import PHONE, crowd, customers, records, told

LINE = {"phone": PHONE}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Rezaei", "Ali Rezaei's wife"),
        ("Oliver Brent", "Oliver Brent (son)"),
        ("Oliver Brent (father)", "Oliver Brent (son)"),
        ("Oliver Brent", "Oliver Brent - mother"),
        ("Oliver Brent", "Oliver and Hazel Brent"),
        ("Hazel Brent", "Hazel & Oliver Brent"),
        ("Oliver Brent", "Oliver Brent & wife"),
        ("Oliver Brent", "Mr & Mrs Brent"),
        ("علی رضایی", "علی رضایی همسر"),
        ("علی رضایی", "علی رضایی (پسر)"),
        ("علی رضایی (پدر)", "علی رضایی (پسر)"),
        ("علی رضایی", "علی رضایی پسرش"),
        ("علی رضایی", "علی رضایی و همسر"),
        ("علی رضایی", "علی و فاطمه رضایی"),
    ],
)
def test_a_relative_or_a_couple_on_ones_line_is_not_made_one_with_him(one: str, other: str) -> None:
    rows = records({"name": one} | LINE, {"name": other} | LINE, *crowd(20))
    assert customers(rows) == set()
    assert any("relative" in what for what in told(compare(rows, 0, 1)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oliver & Hazel Brent", "Oliver and Hazel Brent"),
        ("Oliver Brent (son)", "Oliver Brent, son"),
        ("علی رضایی (پسر)", "علی رضایی پسر"),
        ("Hazel Brent", "Hazel Brent (wife of Oliver)"),
        ("زهرا احمدی", "زهرا احمدی (همسر علی)"),
        ("Son, Yuna", "Yuna Son"),
        ("Father Brown", "Fr Brown"),
        ("پدرام رضایی", "پدرام رضایی"),
    ],
)
def test_what_only_says_whose_wife_somebody_is_parts_nobody(one: str, other: str) -> None:
    rows = records({"name": one} | LINE, {"name": other} | LINE, *crowd(20))
    assert customers(rows) == {frozenset({0, 1})}


def test_a_birthday_says_that_a_son_is_the_same() -> None:
    born = {"birth_date": "1990-03-04"} | LINE
    rows = records({"name": "Oliver Brent"} | born, {"name": "Oliver Brent (son)"} | born, *crowd(20))
    assert customers(rows) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("one", "other"), [("Mohammad Nouri", "Mohammad Ahmad Nouri"), ("محمد نوری", "محمد احمد نوری")]
)
def test_a_second_given_name_is_no_slip(one: str, other: str) -> None:
    rows = records({"name": one} | LINE, {"name": other} | LINE, *crowd(20))
    assert "one first name is part of the other" in told(compare(rows, 0, 1))
