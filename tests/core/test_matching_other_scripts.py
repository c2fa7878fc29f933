"""Relatives with one last name, one phone and one home are told apart in other letters than Latin and Persian ones, too."""

from __future__ import annotations

import pytest

from tests.core.test_matching import crowd, customers, records

HOME = {"phone": "+79161234567", "address": "ул. Ленина 5", "city": "Москва"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Александр Шевченко", "Александра Шевченко"),
        ("Валерий Шевченко", "Валерия Шевченко"),
        ("Анна Коваль", "Инна Коваль"),
        ("Мария Коваль", "Марина Коваль"),
        ("Νίκος Παππάς", "Νίκη Παππά"),
        ("Γεώργιος Παππάς", "Γεωργία Παππά"),
        ("王小明", "王小红"),
        ("김민준", "김민지"),
        ("राम शर्मा", "राधा शर्मा"),
        ("דן כהן", "דב כהן"),
    ],
)
def test_relatives_stay_two(one: str, other: str) -> None:
    rows = records({"name": one} | HOME, {"name": other} | HOME, *crowd(20))
    assert customers(rows) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Наталья Коваль", "Наталия Коваль"),
        ("Сергей Коваль", "Sergei Koval"),
        ("Саша Коваль", "Александр Коваль"),
        ("Γιώργος Παππάς", "Γεώργιος Παππάς"),
        ("विकास शर्मा", "विकास शर्म"),
        ("王小明", "王小明"),
        ("آرش کاوه", "Arash Kaveh"),
    ],
)
def test_two_spellings_of_one_name_are_one(one: str, other: str) -> None:
    rows = records({"name": one} | HOME, {"name": other} | HOME, *crowd(20))
    assert customers(rows) == {frozenset({0, 1})}
