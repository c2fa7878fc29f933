"""Lists in JSON: what chat programs, web shops and databases write."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.grid import Grid
from smbcrm.readers.open_file import read_stream

Read = Callable[..., Grid]
Refusal = Callable[..., str]


def rows(data: str | bytes) -> list[list[str]]:
    (grid,) = read_stream(data.encode() if isinstance(data, str) else data, name="list.json").grids
    return [list(row) for row in grid.rows]


def test_an_array_of_records_is_a_table() -> None:
    text = '[{"name": "سارا", "phone": "09123450001", "vip": true}, {"phone": 9351112233, "city": null, "name": "Reza"}]'
    assert rows(text) == [
        ["name", "phone", "vip", "city"], ["سارا", "09123450001", "TRUE"], ["Reza", "9351112233"],
    ]  # fmt: skip


def test_records_line_by_line_are_a_table_and_a_damaged_line_costs_no_other() -> None:
    text = '{"name": "Sara", "n": 1.50}\n\n{"name": "Reza", "n": 2e3}\n{"name": "Mi\n{"name": "Omid"}\n'
    (grid,) = read_stream(text.encode(), name="list.jsonl").grids
    assert ([list(row) for row in grid.rows], list(grid.row_numbers)) == (
        [["name", "n"], ["Sara", "1.50"], ["Reza", "2000"], ["Omid"]], [0, 1, 3, 5],
    )  # fmt: skip
    assert [(str(p.what), p.row) for p in grid.problems] == [
        ("the record on this line is damaged and was left out", 4)
    ]


def test_an_array_that_breaks_off_keeps_what_stands_before() -> None:
    (grid,) = read_stream(b'[{"name": "Sara"},\n {"name": "Reza"},\n {"na', name="list.json").grids
    assert [list(row) for row in grid.rows] == [["name"], ["Sara"], ["Reza"]]
    assert [str(p.what) for p in grid.problems] == [
        "the list breaks off on line 3; what stands before it was read"
    ]


def test_contacts_of_a_chat_program_are_found_in_what_is_wrapped_around_them() -> None:
    export = {
        "about": "Here is the data you requested.",
        "contacts": {
            "about": "Your contacts.",
            "list": [{"user_id": 5, "first_name": "سارا", "last_name": "احمدی", "phone_number": "0098912345000", "date": "2020-01-02T03:04:05"}],
        },
        "frequent_contacts": {"about": "x", "list": [{"id": "user5", "category": "people", "name": "سارا", "rating": 0.5}]},
    }  # fmt: skip
    first, second = read_stream(json.dumps(export).encode(), name="result.json").grids
    assert (first.sheet, list(map(list, first.rows))) == (
        "contacts",
        [
            ["user_id", "first_name", "last_name", "phone_number", "date"],
            ["5", "سارا", "احمدی", "0098912345000", "2020-01-02T03:04:05"],
        ],
    )
    assert (second.sheet, second.visible) == ("frequent_contacts", False)


def test_records_within_records_and_lists_of_values_have_columns_of_their_own() -> None:
    text = json.dumps([
        {"id": 1, "customer": {"name": "Sara", "address": {"city": "Qom"}}, "emails": ["a@x.ir", "b@x.ir"], "lines": [{"sku": "A"}, {"sku": "B"}]},
        {"id": 2, "customer": {"name": "Reza"}, "lines": [{"sku": "C"}]},
    ])  # fmt: skip
    assert rows(text) == [
        ["id", "customer name", "customer address city", "emails", "lines 1 sku", "lines 2 sku", "lines sku"],
        ["1", "Sara", "Qom", "a@x.ir ; b@x.ir", "A", "B"],
        ["2", "Reza", "", "", "", "", "C"],
    ]


def test_records_by_id_and_rows_of_cells_are_tables_too() -> None:
    assert rows('{"k1": {"name": "Sara"}, "k2": {"name": "Reza"}}') == [
        ["id", "name"],
        ["k1", "Sara"],
        ["k2", "Reza"],
    ]
    assert rows('[["Name", "Phone"], ["Sara", "0912"]]') == [["Name", "Phone"], ["Sara", "0912"]]
    assert rows('{"data": [{"name": "Sara", "name": "Ahmadi"}], "total": 1}') == [
        ["name", "name 2"],
        ["Sara", "Ahmadi"],
    ]


def test_a_byte_order_mark_and_utf_16_do_no_harm() -> None:
    text = '[{"name": "سارا"}]'
    assert rows(text.encode("utf-8-sig")) == rows(text.encode("utf-16")) == [["name"], ["سارا"]]


@pytest.mark.parametrize(
    "data", [b"[" * 200_000, b'[{"a":' * 100_000, b'{"a":' * 200_000, b'[{"a": ' + b"[" * 100_000 + b"]"]
)
def test_no_depth_of_nesting_is_a_danger(refusal: Refusal, data: bytes) -> None:
    assert refusal(data, "list.json").startswith("list.json ")


_RECORDS = st.lists(
    st.dictionaries(st.sampled_from(["name", "phone", "شهر", "x y"]), st.text("abZ ساره۱ é\"\\,;{}[]", min_size=1).map(str.strip).filter(bool), min_size=1),
    min_size=1, max_size=8,
)  # fmt: skip


@given(_RECORDS)
def test_every_value_of_every_record_stands_under_its_key(records: list[dict[str, str]]) -> None:
    table = rows(json.dumps(records, ensure_ascii=False))
    told = [{key: cell for key, cell in zip(table[0], row) if cell} for row in table[1:]]
    assert told == records
    lines = "\n".join(json.dumps(record) for record in records)
    assert len(records) == 1 or rows(lines) == table
