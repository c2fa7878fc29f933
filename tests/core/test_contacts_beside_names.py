"""A phone or an e-mail that stands in the cell of a name is how to reach its bearer, and no part of the name."""

from __future__ import annotations

import pytest

from smbcrm.core.grid import Grid
from smbcrm.core.layout import LayoutOptions, Table, find_table
from smbcrm.core.rows import parse_table
from smbcrm.readers.headers import load_headers


def told(*rows: str, country: str = "IR") -> list[list[object]]:
    lines = [line.split("|") for line in rows]
    grid = Grid(file="x", sheet="", rows=lines, row_numbers=range(1, len(lines) + 1), kind="csv")
    found = find_table(grid, load_headers(), options=LayoutOptions())
    assert isinstance(found, Table), found
    parsed = parse_table(found, country=country).rows
    return [[row.fields.get(name) for name in ("name", "phones", "emails")] for row in parsed]


SARA = ["سارا کریمی", ("+989121234567",), None]


@pytest.mark.parametrize(
    "cell",
    ["{}، 09121234567", "{} - 0912 123 4567", "{} ۰۹۱۲۱۲۳۴۵۶۷", "{} (+98 912 123 4567)", "0912-123-4567 {}", "{}، تلفن: 09121234567", "{} : 09121234567", "{}, tel 0912 1234567"],
)  # fmt: skip
@pytest.mark.parametrize("heading", ["نام", "نام و تلفن", "نام و شماره تماس"])
def test_a_phone_beside_a_name_is_a_phone(heading: str, cell: str) -> None:
    rows = [f"{cell.format(name)}|تهران" for name in ("سارا کریمی", "علی رضایی", "امید نوری")]
    assert told(f"{heading}|شهر", *rows)[0] == SARA


def test_an_address_beside_a_name_is_an_address_and_both_may_stand_there() -> None:
    rows = [
        "Ann Lee <ann@shop.example>|Leeds",
        "Bob Ray, bob@shop.example, 07700 900101|York",
        "Cyd Poe|York",
    ]
    assert told("Name|City", *rows, country="GB") == [
        ["Ann Lee", None, ("ann@shop.example",)],
        ["Bob Ray", ("+447700900101",), ("bob@shop.example",)],
        ["Cyd Poe", None, None],
    ]


def test_a_number_beside_a_name_goes_with_that_of_another_column() -> None:
    rows = ["Ann Lee 07700 900109|07700 900100", "Bob Ray|07700 900101"]
    assert told("Name|Phone", *rows, country="GB")[0] == ["Ann Lee", ("+447700900100", "+447700900109"), None]


@pytest.mark.parametrize(
    "name",
    ["Kiosk 24", "Hotel 2000", "Ann Lee (10002345)", "Ann Lee 05/06/1985", "Room 101 02", "Ann Lee 12345678"],
)
def test_a_number_that_nobody_dials_stays_in_the_name(name: str) -> None:
    assert told("Name|City", f"{name}|Leeds", "Bob Ray|York", country="GB")[0] == [name, None, None]
