"""The country that a row names decides how its phone number is read; through `import`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from smbcrm.core.values.country_names import country_code

MIXED = """Name,Phone,{heading}
Anna Vogel,030 901820,{de}
Sara Ahmadi,021 88776655,{ir}
John Carter,(202) 642-2965,{us}
Lea Keller,079 123 45 67,{ch}
Nobody Knows,1234,
"""
SPELLINGS = [
    ("Country", {"de": "Germany", "ir": "Iran", "us": "USA", "ch": "Switzerland"}),
    ("Land", {"de": "Deutschland", "ir": "Iran", "us": "Vereinigte Staaten", "ch": "Schweiz"}),
    ("کشور", {"de": "آلمان", "ir": "ایران", "us": "آمریکا", "ch": "سوئیس"}),
    ("Country Code", {"de": "DE", "ir": "ir", "us": "US", "ch": "CH"}),
    ("Country/Region", {"de": "DEU", "ir": "IRN", "us": "USA", "ch": "CHE"}),
    ("Pays", {"de": "Allemagne", "ir": "Iran (Islamic Republic of)", "us": "États-Unis", "ch": "Suisse"}),
]


def phones(smbcrm: Any) -> list[str]:
    return [row["phone"] for row in json.loads(smbcrm("list", "--sort", "id", "--format", "json").out)]


@pytest.mark.parametrize(("heading", "names"), SPELLINGS)
def test_every_row_is_read_for_the_country_it_names(smbcrm: Any, heading: str, names: dict[str, str]) -> None:
    Path("list.csv").write_text(MIXED.format(heading=heading, **names), encoding="utf-8")
    run = smbcrm("import", "list.csv", "--format", "json")
    assert run.code == 0, run.err
    assert phones(smbcrm)[:4] == ["+4930901820", "+982188776655", "+12026422965", "+41791234567"]


def test_what_was_decided_is_said_and_rows_without_a_country_follow_most_of_the_others(smbcrm: Any) -> None:
    rows = "".join(f"Person {chr(65 + n)},0171 23456{n:02},Germany\n" for n in range(9))
    Path("list.csv").write_text(
        f"Name,Phone,Country\n{rows}Nobody,0171 9876543,\nJohn Carter,202 642 2965,United States\n",
        encoding="utf-8",
    )
    run = smbcrm("import", "list.csv")
    assert "phone numbers are read as those of DE: 9 rows name it" in run.out
    assert "1 phone number is read as of the country that its row names in column Country" in run.out
    assert {"+491719876543", "+12026422965"} < set(phones(smbcrm))


def test_a_list_of_one_country_is_of_that_country(smbcrm: Any) -> None:
    rows = "".join(f"Firm {chr(65 + n)},030 9018{n:02},D\n" for n in range(20))
    Path("list.csv").write_text(f"Company,Phone,Land\n{rows}Nobody,,\nNobody Else,,\n", encoding="utf-8")
    run = smbcrm("import", "list.csv")
    assert "phone numbers are read as those of DE: 20 rows name it" in run.out
    assert "in column Land" not in run.out


def test_a_country_that_a_form_filled_in_does_not_spoil_numbers_of_the_list(smbcrm: Any) -> None:
    rows = "".join(f"Person {chr(65 + n)},0912345{n:04},Afghanistan\n" for n in range(6))
    Path("list.csv").write_text(f"Name,Mobile,Country\n{rows}Sara,09123456789,\n", encoding="utf-8")
    smbcrm("import", "list.csv")
    assert set(phones(smbcrm)) == {*(f"+98912345{n:04}" for n in range(6)), "+989123456789"}


def test_the_first_column_of_several_that_a_row_fills_counts(smbcrm: Any) -> None:
    Path("list.csv").write_text(
        "Name,Phone,Billing Country,Shipping Country\nAnna Vogel,030 901820,Germany,Austria\nUte Horn,01 5133892,,Austria\n",
        encoding="utf-8",
    )
    smbcrm("import", "list.csv")
    assert phones(smbcrm) == ["+4930901820", "+4315133892"]


def test_a_number_typed_with_its_country_is_read_for_it(smbcrm: Any) -> None:
    smbcrm("init")
    smbcrm("add", "Anna Vogel", "phone=030 901820", "country=Germany")
    smbcrm("set", "C1", "phone=01 5133892", "کشور=اتریش")
    assert json.loads(smbcrm("show", "C1", "--format", "json").out)[0]["phones"] == [
        "+4315133892",
        "+4930901820",
    ]


def test_a_place_that_is_no_country_names_none() -> None:
    assert [country_code(text) for text in ("Bavaria", "Tehran", "", "-", "n/a", "Land", "12")] == [""] * 7
