"""Husbands and wives, relatives, helpers, cousins and branches on one phone: what stands beside a name tells who is meant."""

from __future__ import annotations

import pytest

from smbcrm.core.matching import compare
from tests.core.test_matching import asked, crowd, customers, records

LINE = {"phone": "+15034712093"}


def joined(one: dict[str, str], other: dict[str, str]) -> bool:
    return frozenset({0, 1}) in customers(records(one, other, *crowd(40)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("آقای صابری", "سمیه صابری"),
        ("رضا صفری", "خانم صفری"),
        ("علی نوری", "خانم علی نوری"),
        ("Mrs. Jones", "Peter Jones"),
        ("John Jones", "Mrs John Jones"),
        ("Herr Becker", "Anna Becker"),
        ("Смирнов", "Смирнова Ольга"),
        ("Соколов А.", "Соколова Анна"),
        ("Kowalski", "Kowalska"),
        ("Novák Jan", "Nováková Jana"),
    ],
)
def test_husband_and_wife_on_one_line_are_not_joined(one: str, other: str) -> None:
    assert not joined({"name": one} | LINE, {"name": other} | LINE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("آقای صابری", "علی صابری"),
        ("Mr Jones", "Peter Jones"),
        ("Mrs Jane Jones", "Jane Jones"),
        ("خانم سمیه صفری", "سمیه صفری"),
        ("سیدمحمد بیات", "محمد بیات"),
        ("John Jones", "John Jones (home)"),
        ("Иванова Анна", "Анна Иванова"),
    ],
)
def test_a_title_that_fits_parts_nobody(one: str, other: str) -> None:
    assert joined({"name": one} | LINE, {"name": other} | LINE)


def test_where_many_women_are_addressed_by_mens_names_the_titles_are_wrong() -> None:
    wrong = [
        {"name": f"Mrs {name} Brook{i}son"}
        for i, name in enumerate(["John", "Peter", "Paul", "Mark", "Carl"])
    ]
    rows = records({"name": "John Jones"} | LINE, {"name": "Mrs John Jones"} | LINE, *wrong, *crowd(40))
    assert frozenset({0, 1}) in customers(rows)


@pytest.mark.parametrize(
    "beside",
    ["خانمش", "(مادرزن)", "عروس", "داماد", "منشی", "راننده", "(secretary)", "(Sohn)", "(жена)", "(ابن)", "(épouse)", "(junior)"],
)  # fmt: skip
def test_a_relative_or_a_helper_is_asked_about(beside: str) -> None:
    rows = records({"name": "Sina Okonjo"} | LINE, {"name": f"Sina Okonjo {beside}"} | LINE, *crowd(40))
    assert customers(rows) == set()
    assert (0, 1) in asked(rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مامان علی", "علی"),
        ("همسر علی رضایی", "علی رضایی"),
        ("Mama Lukas", "Lukas Weber"),
        ("Lukas Mama", "Lukas"),
        ("Mère de Lucas", "Lucas Bernard"),
        ("Мама Саши", "Саша"),
    ],
)
def test_whose_relative_somebody_is_stands_in_front_as_well(one: str, other: str) -> None:
    assert not joined({"name": one} | LINE, {"name": other} | LINE)
    assert joined({"name": one} | LINE, {"name": one} | LINE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علی رضایی (همسایه)", "علی رضایی (همکار)"),
        ("علی رضایی (عمو)", "علی رضایی (دایی)"),
        ("علی رضایی پسرعمو", "علی رضایی دخترعمو"),
        ("Sina Okonjo (neighbour)", "Sina Okonjo (colleague)"),
        ("Sina Okonjo - uncle", "Sina Okonjo - aunt"),
        ("Ahmet Demir eşi", "Ahmet Demir gelini"),
        ("Ahmet Demir'in karısı", "Ahmet Demir'in kocası"),
    ],
)
def test_two_relatives_of_one_man_are_two(one: str, other: str) -> None:
    assert not joined({"name": one} | LINE, {"name": other} | LINE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علی رضایی (همسایه)", "علی رضایی همسایه"),
        ("Ali Rezaei's wife", "Ali Rezaei (wife)"),
        ("Sina Okonjo (neighbor)", "Sina Okonjo - neighbour"),
        ("Ahmet Demir eşi", "Ahmet Demir (eşi)"),
    ],
)
def test_one_relation_in_other_words_is_one(one: str, other: str) -> None:
    assert joined({"name": one} | LINE, {"name": other} | LINE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("فروشگاه رفاه شعبه شیراز", "فروشگاه رفاه شعبه ۲"),
        ("فروشگاه رفاه شعبه شیراز", "فروشگاه رفاه شعبه آزادی"),
        ("مدرسه امید پسرانه", "مدرسه امید دخترانه"),
        ("Магазин №1", "Магазин №2"),
        ("Filiale Nord Bäckerei Kamp", "Filiale Süd Bäckerei Kamp"),
        ("Bäckerei Kamp Filiale Nord", "Bäckerei Kamp Filiale Süd"),
    ],
)
def test_branches_on_one_line_are_not_joined(one: str, other: str) -> None:
    assert not joined({"name": one} | LINE, {"name": other} | LINE)
    assert joined({"name": one} | LINE, {"name": one} | LINE)


def test_numbers_of_two_towns_that_end_alike_are_two() -> None:
    one = {"name": "علی رضایی", "phone": "+982133445566", "city": "تهران"}
    other = {"name": "علی رضایی", "phone": "+987133445566", "city": "شیراز"}
    assert not joined(one, other)
    rows = records(one, other, *crowd(40))
    assert "same phone number" not in [str(e.what) for e in compare(rows, 0, 1).evidence]
    assert joined(one, one | {"phone": "021 33445566"} | {"phone": "+982133445566;ext=4"})


def test_cousins_of_one_name_with_fathers_of_two_are_not_joined() -> None:
    one = {"name": "محمد رضایی", "father_name": "علی"} | LINE
    assert not joined(one, one | {"father_name": "حسن"})
    assert joined(one, one | {"father_name": "على"})
