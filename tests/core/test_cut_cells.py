"""Cells that an unquoted comma cut in two are put together where one way fits, and never where it may be another."""

from __future__ import annotations

import pytest

from smbcrm.core.sheets.rows.cut_cells import join_cut_cells

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
        "|Kot|09121110009|kot@mint.example",
    ],
)
def test_what_is_added_to_a_row_stays_beyond_its_columns(row: str) -> None:
    assert joined(*WHOLE, row) == []


def test_where_two_columns_may_be_the_one_that_was_cut_nothing_is_put_together() -> None:
    rows = [f"{name}|Long Street|0912111000{n}" for n, name in enumerate(("Ola", "Jan", "Ewa"))]
    assert joined(*rows, "Kot|Adam|Short Street|09121110009") == []


def test_where_many_rows_are_long_the_sheet_has_more_columns() -> None:
    assert joined(*WHOLE, *["Kot|Adam|09121110009|kot@mint.example"] * 2) == []


@pytest.mark.parametrize(
    ("row", "whole"),
    [
        ("Kot| Adam|09121110009|kot@mint.example", ("Kot, Adam", "09121110009", "kot@mint.example")),
        ("Kot| Adam| Dr|09121110009|kot@mint.example", ("Kot, Adam, Dr", "09121110009", "kot@mint.example")),
        ("رضایی| علی|09121110009|kot@mint.example", ("رضایی, علی", "09121110009", "kot@mint.example")),
    ],
)
def test_what_a_blank_stands_before_goes_on_from_the_cell_before_however_many_rows_are_long(
    row: str, whole: tuple[str, ...]
) -> None:
    assert joined(row) == [whole]
    assert joined(*[row] * 5, WHOLE[0]) == [whole] * 5


def test_addresses_without_any_shape_are_put_together_at_their_blanks() -> None:
    rows = ["Ola|12 Main St| Apt 4|Boston", "Jan|14 Oak Ave|Salem", "Ewa|1 Elm| Floor 2| Rear|Lynn"]
    assert joined(*rows) == [("Ola", "12 Main St, Apt 4", "Boston"), ("Ewa", "1 Elm, Floor 2, Rear", "Lynn")]


@pytest.mark.parametrize(
    "row",
    [
        "Ola| 09121110009|Lynn|asked twice",
        "علی رضایی| 09121110009|تهران|همکار",
        "Ola|09121110009|Lynn| 09121110008",
        "Ola|09121110009|Lynn| ola@mint.example",
    ],
)
def test_a_phone_or_an_e_mail_behind_a_blank_goes_on_from_no_cell_before_it(row: str) -> None:
    rows = [f"{name}|0912111000{n}|Salem" for n, name in enumerate(("Ola", "Jan", "Ewa"))]
    assert joined(*rows, row) == []


def test_where_every_cell_begins_with_a_blank_none_goes_on_from_the_one_before() -> None:
    rows = [f"{name}| 0912111000{n}| Salem" for n, name in enumerate(("Ola", "Jan", "Ewa"))]
    assert joined(*rows, "Kot| 09121110009| Salem| asked twice") == []


def headed(*rows: str, expected: tuple[str, ...]) -> list[tuple[str, ...]]:
    grid = [(n, row.split("|")) for n, row in enumerate(rows, 2)]
    return list(join_cut_cells(grid, len(expected), expected).values())


def test_where_all_rows_are_long_the_headings_tell_which_cell_was_cut() -> None:
    rows = ["Kot|Adam|kot@mint.example|09121110009", "Reed|Ewa|reed@mint.example|09121110008"]
    found = headed(*rows, expected=("", "email", "dialled"))
    assert found == [
        ("Kot, Adam", "kot@mint.example", "09121110009"),
        ("Reed, Ewa", "reed@mint.example", "09121110008"),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("Kot|kot@mint.example|09121110009|vip", "Reed|reed@mint.example|09121110008|old"), ("", "email", "dialled")),
        (("Kot|Adam|kot@mint.example|09121110009",), ("", "email", "dialled")),
        (("Kot|Adam|kot@mint.example|09121110009", "Reed|Ewa|r@mint.example|09121110008"), ("", "email", "")),
        (("Kot|Adam|Salem|k@mint.example|09121110009", "Reed|Ewa|Lynn|r@mint.example|09121110008"), ("", "", "email", "dialled")),
    ],
)  # fmt: skip
def test_headings_do_not_tell_where_they_fit_as_they_stand_or_in_two_ways(
    rows: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert headed(*rows, expected=expected) == []
