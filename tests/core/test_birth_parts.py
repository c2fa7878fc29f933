"""Birth dates in three columns, names that say nothing, columns that only mention a person."""

from __future__ import annotations

import random

from smbcrm.core.sheets.values.cells import read_names
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
