"""Phone books head their columns with where a phone rings: the values tell that it is one."""

from __future__ import annotations

import pytest

from smbcrm.core.mapping import MappingWishes, map_columns
from smbcrm.readers.headers import load_headers

NAMES = ["Sara Brent", "Oliver Holt", "Nina Garner", "Hugo Lorne", "Iris Kirby"]
LANDLINES = ["0113 496 0001", "0113 496 0002", "", "0113 496 0004", "0113 496 0005"]
MOBILES = ["07911 300101", "07911 300102", "07911 300103", "", "07911 300105"]


def fields(heading: str, values: list[str]) -> tuple[str, ...]:
    found = map_columns(
        ["Name", "Mobile", heading], [NAMES, MOBILES, values], load_headers(), wishes=MappingWishes()
    )
    return tuple(column.field for column in found.columns)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Home", "phone_home"),
        ("Work", "phone_work"),
        ("Office", "phone_work"),
        ("Office no.", "phone_work"),
        ("Other", "phone"),
        ("منزل", "phone_home"),
        ("محل کار", "phone_work"),
        ("ثابت", "phone"),
    ],
)
def test_numbers_under_where_a_phone_rings_are_phones(heading: str, field: str) -> None:
    assert fields(heading, LANDLINES) == ("name", "mobile", field)


def test_local_numbers_beside_mobiles_are_phones() -> None:
    assert fields("منزل", ["88776655", "88776656", "88776657", "44556677", "22334455"])[2] == "phone_home"


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Home", ["250000", "310000", "199000", "420000", "275000"]),
        ("Home", ["yes", "no", "yes", "yes", "no"]),
        ("Other", ["likes oak", "pays late", "", "", "asks for tea"]),
        ("Wife", LANDLINES),
        ("Home value", LANDLINES),
    ],
)
def test_what_is_no_number_or_anothers_is_kept_as_it_is(heading: str, values: list[str]) -> None:
    assert fields(heading, values)[2] == ""


def test_firms_under_work_stay_firms() -> None:
    firms = ["Holt Bakery", "Kirby Ltd", "Garner & Sons", "Lorne Motors", "Dalton Foods"]
    assert fields("Work", firms)[2] == "company"
