"""Two versions of one sheet: how their columns meet, and which of their rows are one row edited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.fields import FIELDS
from smbcrm.core.mapping import Column
from smbcrm.core.sheets.versions.buyers import same_buyer
from smbcrm.core.sheets.versions.edited_rows import Version, count_cells, filled, pair_edited
from smbcrm.core.sheets.versions.loose_prints import cells_said
from smbcrm.core.sheets.versions.versions import Prints, fingerprint, first_version, fit_columns, same_family

STORED = [["Name", "name", "name"], ["Mobile", "mobile", "phones"], ["City", "city", "city"]]


def columns(*headings: str) -> list[Column]:
    return [Column(index=i, heading=heading, key=heading) for i, heading in enumerate(headings)]


def test_the_same_columns_leave_rows_as_they_are() -> None:
    fitted = fit_columns(STORED, [], columns("Name", "Mobile", "City"))
    assert (fitted.moved, fitted.added, fitted.missing) == (None, frozenset(), frozenset())
    assert fitted.kept(("Sara", "0912", "Shiraz", "beyond")) == ("Sara", "0912", "Shiraz", "beyond")


def test_a_column_inserted_stands_behind_the_known_ones() -> None:
    fitted = fit_columns(STORED, [0, 1, 2], columns("Name", "Notes", "City", "Mobile"))
    assert (fitted.added, fitted.missing) == ({3}, set())
    assert fitted.kept(("Sara", "tea", "Shiraz", "0912")) == ("Sara", "0912", "Shiraz", "tea")
    assert [heading for heading, *_ in fitted.headings] == ["Name", "Mobile", "City", "Notes"]
    old, new = ["Sara", "0912", "Shiraz"], ["Sara", "tea", "Shiraz", "0912"]
    assert Prints([new], [fingerprint(new)]).of(fitted, shared=True) == [fingerprint(old)]
    assert Prints([new], [fingerprint(new)]).of(fitted) != [fingerprint(old)]


def test_a_column_taken_out_keeps_its_place() -> None:
    fitted = fit_columns(STORED, [0, 1, 2], columns("Name", "City"))
    assert (fitted.missing, fitted.added) == ({1}, set())
    assert fitted.kept(("Sara", "Shiraz")) == ("Sara", "", "Shiraz")
    assert [place for *_, place in fitted.headings] == [0, 1, 2]


def test_two_columns_of_one_heading_are_told_apart_by_their_order() -> None:
    stored = [["Phone", "phone", "phones"], ["Phone", "phone", "phones"]]
    fitted = fit_columns(stored, [0, 1], columns("Phone", "Phone", "Phone"))
    assert (fitted.moved, fitted.added) == (None, {2})


@given(
    st.permutations(["Name", "Mobile", "City", "Notes"]),
    st.lists(st.text(max_size=3), min_size=4, max_size=4),
)
def test_the_order_of_columns_does_not_matter(order: list[str], cells: list[str]) -> None:
    first = first_version(columns("Name", "Mobile", "City", "Notes"))
    stored = [heading[:3] for heading in first.headings]
    fitted = fit_columns(stored, [heading[3] for heading in first.headings], columns(*order))
    row = dict(zip(["Name", "Mobile", "City", "Notes"], cells, strict=True))
    assert list(fitted.kept([row[heading] for heading in order])) == cells


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("list.csv", "list.csv", True),
        ("customers-2026-03.xlsx", "customers 2026-04 (1).xlsx", True),
        ("فهرست.xlsx", "فهرست نسخه ۲.xlsx", True),
        ("list.csv", "list_v2_final.csv", True),
        ("phones.csv", "customers.csv", False),
        ("till.csv", "till online.csv", False),
    ],
)
def test_names_of_one_file(one: str, other: str, same: bool) -> None:
    assert same_family(one, other) == same


def pairs(old: list[str], new: list[str], others: int = 20) -> list[tuple[int, int]]:
    rows = [line.split(",") for line in new] + [
        [f"Person {n}", f"0912{n:07d}", "Shiraz"] for n in range(others)
    ]
    lost = [Version(number=n, cells=filled(line.split(",")), above=n) for n, line in enumerate(old)]
    fresh = [Version(number=n, cells=filled(line.split(",")), above=-2) for n, line in enumerate(new)]
    wanted = [item for version in [*lost, *fresh] for item in version.cells.items()]
    return pair_edited(fresh, lost, rows=len(rows), common=count_cells(wanted, rows))


def test_a_row_that_keeps_what_few_have_was_edited() -> None:
    assert pairs(["Sara Ahmadi,09120000001,Shiraz"], ["Sara Ahmadi,09350000001,Shiraz"]) == [(0, 0)]
    assert pairs(["Sara Ahmadi,09120000001,Shiraz"], ["Sara Ahmadi Rad,09120000001,Tehran"]) == [(0, 0)]


def test_a_row_that_keeps_only_what_all_have_is_another() -> None:
    assert pairs(["Sara Ahmadi,09120000001,Shiraz"], ["Reza Karimi,09350000001,Shiraz"]) == []


def test_nearly_the_same_phone_is_another_phone() -> None:
    assert pairs(["Sara Ahmadi,09120000001,Shiraz"], ["Reza Karimi,09120000002,Shiraz"]) == []


def test_each_row_is_paired_once_and_with_the_nearest() -> None:
    old = ["Ali Rezaei,1,Shiraz", "Ali Rezaei,2,Shiraz"]
    assert pairs(old, ["Ali Rezaei,1,Tehran", "Ali Rezaei,2,Tehran"]) == [(0, 0), (1, 1)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"phones": ["+98912"], "name": "Sara"}, {"phones": ("+98912", "+9871"), "name": "S. A."}, True),
        ({"phones": ["+98912"]}, {"phones": ["+98913"], "name": "Sara"}, False),
        ({"customer_code": "7", "phones": ["+98912"]}, {"customer_code": "7", "phones": ["+98913"]}, True),
        ({"name": "Sara Ahmadi"}, {"name": "sara"}, True),
        ({"name": "Sara"}, {"name": "Reza"}, False),
        ({"name": "Sara"}, {}, True),
    ],
)
def test_one_buyer(one: dict[str, object], other: dict[str, object], same: bool) -> None:
    assert same_buyer(one, other) == same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ([" Sara", "09121234567", "21", "2026-03-01", "x1"], ["Sara", "9121234567", "21.00", "01.03.2026", "x1"], True),
        (["Sara", "09121234567", "1,234.5", "2026-03-01", "2.0"], ["Sara", "9121234567", "1234.50", "2026-03-01 00:00:00", "2"], True),
        (["Sara", "09121234567", "21", "2026-03-01", "007"], ["Sara", "09121234567", "21", "2026-03-01", "7"], False),
        (["Sara", "09121234567", "21 €", "2026-03-01", ""], ["Sara", "09121234567", "21 $", "2026-03-01", ""], False),
        (["Sara", "09121234567", "21", "2026-03-01 10:05", ""], ["Sara", "09121234567", "21", "2026-03-01 10:06", ""], False),
        (["Sara", "09121234567", "21", "2026-03-01", "a"], ["Sara", "09121234567", "21", "2026-03-01", "A"], False),
    ],
)  # fmt: skip
def test_a_row_says_the_same_in_another_writing(one: list[str], other: list[str], *, same: bool) -> None:
    fields = ("name", "mobile", "amount", "date", "")
    headings = [(field, field, FIELDS[field].key if field else "own", i) for i, field in enumerate(fields)]
    day = {"date": "2026-03-01"}
    assert (cells_said(one, headings, day) == cells_said(other, headings, day)) is same


def test_words_in_a_column_of_days_are_compared_as_they_stand_beside_the_day_of_a_bill() -> None:
    headings = [("date", "date", "date", 0), ("due", "due_date", "due_date", 1)]
    fields = {"issued": "2026-03-01"}
    one, other = (cells_said(["2026-03-01", due], headings, fields) for due in ("on request", "at once"))
    assert one != other
