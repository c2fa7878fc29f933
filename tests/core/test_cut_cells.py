"""Cells that an unquoted comma cut in two are put together where one way fits, and never where it may be another."""

from __future__ import annotations

import pytest

from smbcrm.core.sheets.cut_cells import join_cut_cells

WHOLE = [f"{name}|0912111000{n}|{name.lower()}@mint.example" for n, name in enumerate(("Ola", "Jan", "Ewa"))]


def joined(*rows: str, width: int = 3) -> list[tuple[str, ...]]:
    return list(join_cut_cells([(n, row.split("|")) for n, row in enumerate(rows, 2)], width).values())


def test_a_name_that_was_cut_is_put_together() -> None:
    found = joined(*WHOLE, "Kot| Adam|09121110009|kot@mint.example")
    assert found == [("Kot, Adam", "09121110009", "kot@mint.example")]


def test_several_commas_in_one_cell_are_put_back() -> None:
    found = joined(*WHOLE, "Reed| Mint| Sons|09121110009|reed@mint.example")
    assert found == [("Reed, Mint, Sons", "09121110009", "reed@mint.example")]


@pytest.mark.parametrize(
    "row",
    [
        "Kot|09121110009|kot@mint.example|asked twice",
        "Kot|none|kot@mint.example|asked twice",
        "Kot|09121110008 (home)|09121110009|kot@mint.example",
        "Kot|old@mint.example (old)|09121110009|kot@mint.example",
        "Kot|call|later|please",
    ],
)
def test_what_is_added_to_a_row_stays_beyond_its_columns(row: str) -> None:
    assert joined(*WHOLE, row) == []


def test_where_two_columns_may_be_the_one_that_was_cut_nothing_is_put_together() -> None:
    rows = [f"{name}|Long Street|0912111000{n}" for n, name in enumerate(("Ola", "Jan", "Ewa"))]
    assert joined(*rows, "Kot|Adam|Short Street|09121110009") == []


def test_where_many_rows_are_long_the_sheet_has_more_columns() -> None:
    assert joined(*WHOLE, *["Kot|Adam|09121110009|kot@mint.example"] * 2) == []
