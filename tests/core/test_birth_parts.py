"""Birth dates in three columns, names that say nothing, columns that only mention a person."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date

import pytest

from smbcrm.core.sheets.values.cells import read_names
from smbcrm.core.values.jalali import to_jalali
from tests.core.test_mapping import fields

HEADINGS = "fname|lname|by|bm|bd"
FIRSTS, LASTS = ("Anna", "Karl", "Lena", "Otto"), ("Vogel", "Brandt", "Haas")


def people(count: int, *, years: tuple[int, int] = (1930, 2008), last_month: int = 12) -> list[str]:
    draw = random.Random(4)
    return [
        f"{FIRSTS[i % 4]}|{LASTS[i % 3]}|{draw.randint(*years)}|{draw.randint(1, last_month)}|{draw.randint(1, 28)}"
        for i in range(count)
    ]


def test_three_columns_of_year_month_and_day_are_the_birth_date() -> None:
    rows = people(80)
    assert fields(HEADINGS, *rows) == "first_name last_name birth_year birth_month birth_day"
    slip = [*rows, "Anna|Vogel|1970|3|71"]
    assert fields(HEADINGS, *slip) == "first_name last_name birth_year birth_month birth_day"
    persian = people(80, years=(1310, 1390))
    assert fields(HEADINGS, *persian) == "first_name last_name birth_year birth_month birth_day"


def test_where_the_columns_stand_says_nothing() -> None:
    turned = ["|".join((*row.split("|")[:2], *row.split("|")[:1:-1])) for row in people(80)]
    assert fields("fname|lname|d|m|y", *turned) == "first_name last_name birth_day birth_month birth_year"
    apart = ["|".join(row.split("|")[i] for i in (3, 0, 4, 1, 2)) for row in people(80)]
    assert fields("bm|fname|bd|lname|by", *apart) == "birth_month first_name birth_day last_name birth_year"


def test_small_numbers_that_are_no_days_stay_what_they_are() -> None:
    assert fields(HEADINGS, *people(80, years=(2015, 2024))) == "first_name last_name - - -"
    assert fields(HEADINGS, *people(80, last_month=2)) == "first_name last_name - - -"
    dated = [f"{row}|2020-03-{i % 28 + 1:02}" for i, row in enumerate(people(80))]
    assert "birth_year" not in fields(f"{HEADINGS}|birth date", *dated)


def test_who_somebody_is_to_another_is_not_his_name() -> None:
    rows = ["Dana|Kelton|Spouse", "Derek|Droege|Child", "Kira|Acosta|Reference person"]
    assert fields("First name|Last name|Relationship to reference person", *rows) == "first_name last_name -"
    whole = ["Dana|Kelton|Dana Kelton", "Derek|Droege|Derek Droege", "Kira|Acosta|Kira Acosta"]
    assert fields("First name|Last name|Whole name of person", *whole) == "first_name last_name name"


def test_what_says_nothing_in_many_cells_is_no_name_but_one_mr_na_is() -> None:
    assert read_names(["NA"] * 9 + ["Ulrich"]).values == [None] * 9 + ["Ulrich"]
    assert read_names(["Null", *["Ulrich"] * 99]).values[0] == "Null"


def dated(years: list[int], *, jalali: bool = False) -> list[str]:
    draw = random.Random(5)
    less = 621 if jalali else 0
    return [
        f"{FIRSTS[i % 4]} {LASTS[i % 3]}|{year - less}/{draw.randint(1, 12):02}/{draw.randint(1, 28):02}"
        for i, year in enumerate(years)
    ]


@pytest.mark.parametrize("heading", ["Sz. d.", "Dt. nasc.", "ت.و"])
def test_days_of_a_lifetime_under_an_unknown_heading_are_birth_dates(heading: str) -> None:
    born = [1935 + i % 75 for i in range(90)]
    assert fields(f"Name|{heading}", *dated(born)) == "name birth_date"
    assert fields(f"نام|{heading}", *dated(born, jalali=True)) == "name birth_date"


def test_days_on_which_members_came_or_firms_were_founded_are_no_birth_dates() -> None:
    came = [2024 - int(40 * (i / 90) ** 2) for i in range(90)]
    assert fields("Name|Xyz", *dated(came)) == "name -"
    assert fields("Name|Xyz", *dated([2010 + i % 14 for i in range(90)])) == "name -"
    founded = [f"Brook {i} Ltd|{1935 + i % 75}-03-01" for i in range(90)]
    assert fields("Name|Xyz", *founded).split()[1] == "-"
    two = [
        f"{row}|2024-05-{i % 28 + 1:02}" for i, row in enumerate(dated([1935 + i % 75 for i in range(90)]))
    ]
    assert fields("Name|Xyz|Last purchase", *two) == "name - last_purchase_date"


@pytest.mark.parametrize("jalali", [False, True])
def test_days_a_shop_was_open_on_and_those_of_weddings_are_no_birth_dates(jalali: bool) -> None:
    """However evenly they lie: nobody is entered on the day on which the shop is closed, and every third wedding is held on one."""
    draw = random.Random(6)
    first = date(1985, 1, 1).toordinal()
    years = [draw.randrange(first, first + 40 * 365) for _ in range(150)]
    closed = 4 if jalali else 6  # Friday, Sunday

    def written(day: date) -> str:
        return "{}/{:02}/{:02}".format(*to_jalali(day)) if jalali else day.isoformat()

    def column(days: Iterable[int]) -> list[str]:
        shown = (written(date.fromordinal(day)) for day in days)
        return [f"{FIRSTS[i % 4]} {LASTS[i % 3]}|{day}" for i, day in enumerate(shown)]

    heading = "نام|ایکس" if jalali else "Name|Xyz"
    assert fields(heading, *column(years)) == "name birth_date"
    opened = [day + (date.fromordinal(day).weekday() == closed) for day in years]
    assert fields(heading, *column(opened)) == "name -"
    weddings = [day if i % 3 else day - date.fromordinal(day).weekday() + 5 for i, day in enumerate(years)]
    assert fields(heading, *column(weddings)) == "name -"


def test_first_names_beside_last_names_are_known_by_their_values() -> None:
    rows = [f"{last}|{first}|x{i}" for i, (last, first) in enumerate(zip(LASTS * 8, FIRSTS * 6))]
    assert fields("Surname|Other names|Remark no", *rows).startswith("last_name first_name")
    assert (
        fields("نام خانوادگی|باقی نام", *("رضایی|علی", "احمدی|مریم", "کریمی|حسن")) == "last_name first_name"
    )


def test_a_few_words_beside_empty_last_names_are_no_first_names() -> None:
    empty = [f"|{word}|{i}" for i, word in enumerate(["Anna", "Grace", "", "", "Rose", "", ""])]
    assert fields("Surname|Assignment|Remark no", *empty).split()[1] == "-"
