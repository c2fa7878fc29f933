"""Titles tell a man from a woman, through `match` and `compare`."""

from __future__ import annotations

import pytest

from smbcrm.core.matching import compare
from tests.core.test_matching import PHONE, asked, customers, records, told

ON_ONE_LINE = {"phone": PHONE, "address": "12 Harbour Street", "city": "Alston"}


@pytest.mark.parametrize(
    ("his", "hers"),
    [
        ({"name": "Mr Ollerton"}, {"name": "Mrs Ollerton"}),
        ({"name": "آقای رضایی"}, {"name": "خانم رضایی"}),
        ({"name": "آقای مهندس رضایی"}, {"name": "سرکار خانم دکتر رضایی"}),
        ({"name": "Herr Ollerton"}, {"name": "Ollerton, Frau"}),
        ({"name": "Mr. John Ollerton"}, {"name": "Mrs. J. Ollerton"}),
        ({"name": "J. Ollerton", "name_prefix": "Mr"}, {"name": "J. Ollerton", "name_prefix": "Ms."}),
        (
            {"name": "Mr Ollerton", "first_name": "Mr", "last_name": "Ollerton"},
            {"name": "Mrs Ollerton", "first_name": "Mrs", "last_name": "Ollerton"},
        ),
    ],
)
def test_a_couple_is_two_people_whatever_it_shares(his: dict[str, str], hers: dict[str, str]) -> None:
    rows = records(his | ON_ONE_LINE, hers | ON_ONE_LINE)
    assert customers(rows) == set()
    assert asked(rows) == set()
    assert "one is addressed as a man, the other as a woman" in told(compare(rows, 0, 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr John Ollerton", "Dr John Ollerton"),
        ("Mr John Ollerton", "John Ollerton"),
        ("خانم سارا رضایی", "دکتر سارا رضایی"),
        ("حاج علی رضایی", "آقای علی رضایی"),
        ("Mr & Mrs John Ollerton", "Mr John Ollerton"),
        ("Mr and Mrs John Ollerton", "Mrs John Ollerton"),
    ],
)
def test_titles_that_do_not_differ_part_nobody(one: str, other: str) -> None:
    rows = records({"name": one} | ON_ONE_LINE, {"name": other} | ON_ONE_LINE)
    assert customers(rows) == {frozenset({0, 1})}


def test_one_wrong_title_beside_a_whole_name_is_asked_about() -> None:
    rows = records(*({"name": f"{title} Robin Ollerton"} | ON_ONE_LINE for title in ("Mr", "Mrs")))
    assert customers(rows) == set()
    assert asked(rows) == {(0, 1)}


@pytest.mark.parametrize("names", [("Mr & Mrs Ollerton", "Mr Ollerton"), ("خانم رضایی", "آقا و خانم رضایی")])
def test_a_couple_s_row_without_a_first_name_may_be_either_s(names: tuple[str, str]) -> None:
    rows = records(*({"name": name} | ON_ONE_LINE for name in names))
    assert asked(rows) == {(0, 1)}
    assert "one is addressed as a couple" in told(compare(rows, 0, 1))


def test_a_name_behind_a_title_alone_is_a_last_name() -> None:
    found = told(
        compare(records({"name": "Mr Ollerton"} | ON_ONE_LINE, {"name": "John Ollerton"} | ON_ONE_LINE), 0, 1)
    )
    assert "same last name" in found
    assert "same first name" not in found


def test_a_firm_named_after_a_lady_is_no_woman() -> None:
    names = ("Lady Ollerton Trading Ltd", "Mr Ollerton Trading Ltd")
    found = told(compare(records(*({"name": name} | ON_ONE_LINE for name in names)), 0, 1))
    assert "one is addressed as a man, the other as a woman" not in found


@pytest.mark.parametrize(
    ("one", "other", "beside"),
    [
        ("M. Jean Martel", "MARTEL Jean", "Mme Anne Petit"),
        ("Sig. Mario Fontana", "Mario Fontana", "Sig.ra Ada Bruni"),
        ("Dª Elena Robles", "Elena Robles", "Juan Vidal"),
        ("Sr. Pablo Robles", "Pablo Robles", "Juan Vidal"),
        ("г-н Иван Дроздов", "Дроздов Иван", "Анна Серова"),
        ("Dhr. Jan Bakker", "Jan Bakker", "Anna Visser"),
    ],
)
def test_a_title_cut_short_is_no_first_name(one: str, other: str, beside: str) -> None:
    rows = records({"name": one} | ON_ONE_LINE, {"name": other} | ON_ONE_LINE, {"name": beside})
    assert customers(rows) == {frozenset({0, 1})}


def test_a_title_of_one_letter_is_none_where_nobody_has_the_other() -> None:
    rows = records({"name": "M. Patrick Parent"} | ON_ONE_LINE, {"name": "Marcelle Parent"} | ON_ONE_LINE)
    french = records(
        {"name": "M. Patrick Parent"} | ON_ONE_LINE, {"name": "Marcelle Parent"} | ON_ONE_LINE, {"name": "Mme Anne Petit"}
    )  # fmt: skip
    assert "the initial fits the first name" in told(compare(rows, 0, 1))
    assert "different first names" in told(compare(french, 0, 1))
    assert customers(french) == set()


def test_titles_in_a_column_of_their_own_may_be_cut_short() -> None:
    pair = [{"name": "J. Martel", "name_prefix": title} | ON_ONE_LINE for title in ("M.", "Mme")]
    assert "one is addressed as a man, the other as a woman" in told(compare(records(*pair), 0, 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علی مشهدی", "علی کرمانی"),
        ("احمد حاجی", "احمد نوری"),
        ("Asif Sheikh", "Asif Malik"),
        ("Shaun Lord", "Shaun Reed"),
    ],
)
def test_a_title_that_people_are_called_by_is_a_last_name_behind_a_first_one(one: str, other: str) -> None:
    at_home = {"phone": PHONE, "address": "12 Harbour Street"}
    same, two = (
        records({"name": one} | at_home, {"name": one} | at_home),
        records({"name": one} | at_home, {"name": other} | at_home),
    )
    assert customers(same) == {frozenset({0, 1})}
    assert "different last names" in told(compare(two, 0, 1))
    first, last = one.split()
    columns = {"name": one, "first_name": first, "last_name": last} | at_home
    assert "same last name" in told(compare(records(columns, {"name": one} | at_home), 0, 1))
