"""Where the table is on a sheet, and which of its rows are data."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.grid import Grid
from smbcrm.core.layout import LayoutOptions, NotATable, Table, find_table
from smbcrm.readers.headers import load_headers

SARA = ["Sara Ahmadi", "09123456789", "sara@example.com"]
REZA = ["Reza Karimi", "09351112233", "reza@example.org"]
HEADINGS = ["Name", "Phone", "Email"]


def sheet(*rows: Sequence[str], kind: str = "csv") -> Grid:
    """A grid as a reader gives it: blank rows left out, row numbers kept."""
    kept = [(i, list(row)) for i, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    return Grid(file="x", sheet="", rows=[r for _, r in kept], row_numbers=[n for n, _ in kept], kind=kind)


def look(*rows: Sequence[str], **options: object) -> Table | NotATable:
    return find_table(sheet(*rows), load_headers(), options=LayoutOptions(**options))  # type: ignore[arg-type]


def table(*rows: Sequence[str], **options: object) -> Table:
    found = look(*rows, **options)
    assert isinstance(found, Table), found
    return found


def left_out(found: Table) -> list[tuple[int, str]]:
    return [(number, str(why)) for number, _, why in found.skipped]


def test_titles_above_the_headings_are_no_records() -> None:
    found = table(
        ["فروشگاه سارا - لیست مشتریان"], ["تاریخ گزارش: ۱۴۰۳/۰۵/۱۲", "", "صفحه ۱"], [], HEADINGS, SARA, REZA
    )
    assert (found.header_row, [number for number, _ in found.rows]) == (4, [5, 6])
    assert [str(note) for note in found.notes] == ["the headings are in row 4; what stands above is left out"]


def test_headings_are_looked_for_in_the_first_twenty_rows_only() -> None:
    above = [[f"line {i}"] for i in range(19)]
    assert table(*above, HEADINGS, SARA).header_row == 20
    assert isinstance(look(*above, ["one more"], HEADINGS, SARA), NotATable)


def test_headings_over_two_rows_are_read_together() -> None:
    found = table(
        ["Name", "Home", "", "Work", ""],
        ["", "Phone", "City", "Phone", "City"],
        ["Sara", "02188776655", "Qom", "", "Karaj"],
    )
    assert [(c.heading, c.field) for c in found.columns] == [
        ("Name", "name"),
        ("Home Phone", "phone_home"),
        ("Home City", "city"),
        ("Work Phone", "phone_work"),
        ("Work City", "city"),
    ]


def test_a_heading_may_tell_the_currency() -> None:
    found = table(["نام", "موبایل", "جمع خرید (تومان)"], ["سارا", "09123456789", "1250000"])
    assert [(c.field, c.unit) for c in found.columns] == [
        ("name", ""),
        ("mobile", ""),
        ("total_spent", "IRT"),
    ]


def test_units_and_translations_below_the_headings_are_no_records() -> None:
    units = table(["نام", "موبایل", "جمع خرید"], ["", "", "(تومان)"], ["سارا", "09123456789", "12000"])
    assert (left_out(units), units.columns[2].unit) == ([(2, "units of the headings")], "IRT")
    twice = table(["Name", "Phone"], ["نام", "تلفن"], ["Sara", "09123456789"])
    assert (left_out(twice), len(twice.rows)) == ([(2, "the headings are repeated")], 1)


def test_a_remark_below_a_gap_is_no_customer() -> None:
    found = table(HEADINGS, SARA, REZA, [], ["* prices are in toman, checked by Ali"])
    assert left_out(found) == [(5, "a remark, no row of the list")]


def test_a_table_may_begin_in_any_column() -> None:
    found = table(["", "", "Name", "Phone"], ["", "", "Sara", "09123456789"])
    assert [(c.index, c.field) for c in found.columns] == [(2, "name"), (3, "phone")]


def test_a_person_may_point_out_the_row_of_headings() -> None:
    rows = (["Name", "Phone"], ["Whom", "How"], SARA[:2])
    found = table(*rows, header_row=2)
    assert (found.header_row, [c.heading for c in found.columns], len(found.rows)) == (2, ["Whom", "How"], 1)
    missing = look(*rows, header_row=9)
    assert missing == NotATable(reason=missing.reason, asks=True, misplaced=True)  # type: ignore[union-attr]


def test_a_sheet_without_headings_asks_and_swallows_nobody() -> None:
    asked = look(SARA, REZA)
    assert isinstance(asked, NotATable)
    assert (asked.asks, str(asked.reason)) == (
        True,
        "no row of headings was found; the first row looks like a customer",
    )
    found = table(SARA, REZA, no_header=True)
    assert (found.header_row, len(found.rows)) == (None, 2)
    assert [(c.heading, c.field) for c in found.columns] == [
        ("column_A", "name"),
        ("column_B", "phone"),
        ("column_C", "email"),
    ]


def test_without_headings_given_name_and_surname_may_stand_apart() -> None:
    found = table(["سارا", "احمدی", "09123456789"], ["رضا", "کریمی", "09351112233"], no_header=True)
    assert [c.field for c in found.columns] == ["first_name", "last_name", "phone"]


def test_without_headings_ids_birthdays_and_counters_are_read_too() -> None:
    found = table(
        ["1", "r-17", "Sara Ahmadi", "1961-05-20", "sara@example.com", "Qom"],
        ["2", "r-09", "Reza Karimi", "1999-01-02", "reza@example.com", "Qom"],
        ["3", "r-44", "Ali Rezaei", "1970-03-04", "ali@example.com", "Karaj"],
        no_header=True,
    )
    assert [c.field for c in found.columns] == ["ignored", "customer_code", "name", "birth_date", "email", ""]


def test_ten_digit_codes_beside_phones_are_not_taken_for_phones() -> None:
    found = table(
        ["سارا احمدی", "09123456789", "6539975204"],
        ["رضا کریمی", "09351112233", "7139975204"],
        no_header=True,
    )
    assert [c.field for c in found.columns] == ["name", "phone", "customer_code"]


def test_without_headings_and_without_a_clear_name_a_person_is_asked() -> None:
    asked = look(["x1", "17", "3"], ["x2", "18", "4"], no_header=True)
    assert isinstance(asked, NotATable)
    assert asked.asks


def test_unknown_headings_over_plain_data_are_headings_all_the_same() -> None:
    found = table(["Whoever", "Ring", "Where"], [*SARA[:2], "Qom"], [*REZA[:2], "Shiraz"])
    assert [(c.heading, c.field) for c in found.columns] == [
        ("Whoever", "name"),
        ("Ring", "phone"),
        ("Where", ""),
    ]
    assert len(found.rows) == 2


@pytest.mark.parametrize(
    ("rows", "asks"),
    [
        ([["Fill in this file"], ["Thank you"]], False),
        ([["Row Labels", "Sum of Total"], ["Tehran", "2"], ["Qom", "3"]], False),
        ([["برچسب‌های ردیف", "مجموع"], ["تهران", "2"]], False),
        ([["Product", "Price"], ["Shoe", "5"], ["Bag", "7"]], True),
        ([["1", "2", "3"], ["Sara", "09123456789", "Tehran"]], True),
        ([["Alpha", "Beta"], ["x", "y"], ["z", "w"]], True),
    ],
)
def test_what_is_no_list_of_customers_is_left_out_with_a_reason(rows: list[list[str]], asks: bool) -> None:
    found = look(*rows)
    assert isinstance(found, NotATable)
    assert found.asks is asks


def test_headings_alone_are_a_list_of_nobody() -> None:
    assert table(HEADINGS).rows == []


def test_repeated_headings_rules_and_totals_are_left_out_with_their_reasons() -> None:
    found = table(
        ["Our customers"],
        [*HEADINGS, "Total spent"],
        [*SARA, "5"],
        ["-----", "-----", "", ""],
        ["Our customers"],
        [*HEADINGS, "Total spent"],
        [*REZA, "7"],
        [],
        ["Total", "", "2 customers", "12"],
        ["جمع کل", "", "", "12"],
        ["Page 1 of 3"],
    )
    assert [cells[0] for _, cells in found.rows] == ["Sara Ahmadi", "Reza Karimi"]
    assert left_out(found) == [
        (4, "the row is a line of dashes"),
        (5, "the title is repeated"),
        (6, "the headings are repeated"),
        (9, "a line of totals"),
        (10, "a line of totals"),
        (11, "a page number"),
    ]


@pytest.mark.parametrize(
    "label",
    ["Total:", "Grand total", "Summe", "Gesamt", "TOPLAM", "Total général", "المجموع", "مجموع", "جمع"],
)
def test_lines_of_totals_are_known_in_every_language(label: str) -> None:
    found = table(["Name", "Phone", "Total spent"], ["Sara", "09123456789", "5"], [label, "", "5"])
    assert left_out(found) == [(3, "a line of totals")]


@pytest.mark.parametrize(
    "row",
    [
        ["Total Tools", "", "5"],
        ["Total", "09351112233", "5"],
        ["جمعه پور", "", "5"],
        ["Gesamtschule Köln", "", "5"],
    ],
)
def test_a_customer_whose_name_sounds_like_a_total_stays(row: list[str]) -> None:
    found = table(["Name", "Phone", "Total spent"], ["Sara", "09123456789", "5"], row)
    assert len(found.rows) == 2


def test_a_second_table_below_a_gap_is_not_swallowed() -> None:
    found = table(HEADINGS, SARA, REZA, [], ["Supplier", "Fax"], ["Acme", "021222"], ["Beta", "021333"])
    assert len(found.rows) == 2
    assert left_out(found) == [(n, "belongs to a second table below a gap") for n in (5, 6, 7)]


@pytest.mark.parametrize("title", ["Suppliers", "--- Suppliers of the shop ---"])
def test_a_second_table_under_its_title_below_a_gap_is_not_swallowed(title: str) -> None:
    found = table(HEADINGS, SARA, REZA, [], [title], ["Supplier", "Fax"], ["Acme", "021222"])
    assert [number for number, _ in found.rows] == [2, 3]
    assert "a second table begins in row 6: it is left out" in map(str, found.notes)


def test_customers_of_whom_only_the_name_is_known_stand_below_a_gap_too() -> None:
    found = table(HEADINGS, SARA, [], ["Mina Tavakoli"], REZA, ["Omid"], SARA)
    assert [number for number, _ in found.rows] == [2, 4, 5, 6, 7]


def test_customers_below_a_gap_are_customers() -> None:
    found = table(HEADINGS, SARA, [], REZA, [], ["Mina", "", ""], ["Ali Rezaei", "ندارد", ""])
    assert [cells[0] for _, cells in found.rows] == ["Sara Ahmadi", "Reza Karimi", "Mina", "Ali Rezaei"]


def test_the_same_headings_below_a_gap_go_on_with_the_list() -> None:
    found = table(HEADINGS, SARA, [], HEADINGS, REZA)
    assert (len(found.rows), left_out(found)) == (2, [(4, "the headings are repeated")])


def test_a_column_without_heading_is_kept_and_an_empty_one_is_not() -> None:
    found = table(["Name", "", "Phone", ""], ["Sara", "VIP", "09123456789", ""])
    assert [(c.index, c.heading, c.field) for c in found.columns] == [
        (0, "Name", "name"),
        (1, "column_B", ""),
        (2, "Phone", "phone"),
    ]
    assert "column B has values but no heading: kept as column_B" in [str(note) for note in found.notes]


def test_a_column_beyond_the_headings_that_most_rows_fill_is_a_column() -> None:
    found = table(["Name", "Phone"], [*SARA[:2], "VIP"], [*REZA[:2], "new"])
    assert [c.heading for c in found.columns] == ["Name", "Phone", "column_C"]


def test_the_signature_does_not_depend_on_the_order_of_columns_or_on_spelling() -> None:
    one = table(["Name", "Phone"], SARA[:2])
    other = table(["PHONE ", "name"], [SARA[1], SARA[0]])
    assert one.signature == other.signature
    assert one.signature != table(["Name", "Mobile"], SARA[:2]).signature


def test_kinds_and_fields_can_be_decided_by_a_person() -> None:
    found = table(
        ["Who", "When", "How much"],
        ["Sara", "2024-01-02", "5"],
        as_kind="purchases",
        mapping={"name": "Who", "date": "B", "amount": "How much"},
    )
    assert (found.kind, [c.field for c in found.columns], found.unmapped) == (
        "purchases",
        ["name", "date", "amount"],
        (),
    )


@given(
    st.lists(
        st.lists(
            st.sampled_from(
                ["", "Name", "Phone", "Sara", "09123456789", "12", "--", "Total", "a@b.co", "x\ny"]
            ),
            max_size=5,
        ),
        max_size=12,
    )
)
def test_every_row_below_the_headings_is_either_kept_or_left_out_once(rows: list[list[str]]) -> None:
    found = find_table(sheet(*rows), load_headers(), options=LayoutOptions())
    if isinstance(found, Table):
        numbers = [n for n, _ in found.rows] + [n for n, _, _ in found.skipped]
        assert len(set(numbers)) == len(numbers)
        # Of two tables side by side, row 7 of the second is row 1007.
        below = {n for n in found.grid.row_numbers if n > (found.header_row or 0)}
        assert {n % 1000 for n in numbers} == below


def test_subtotals_of_groups_and_the_headings_of_groups_are_no_customers() -> None:
    found = table(
        ["Name", "Phone", "Total spent"],
        ["تهران"], [*SARA[:2], "100"], [*REZA[:2], "200"], ["جمع تهران", "", "300"],
        ["Qom"], ["Mina Tavakoli", "09121110003", "50"], ["Subtotal Qom", "", "50"],
        ["Total Tools", "", "12"], ["Grand total", "", "362"],
    )  # fmt: skip
    assert [number for number, _ in found.rows] == [3, 4, 7, 9]
    assert [(number, str(why)) for number, _, why in found.skipped] == [
        (2, "a heading within the table"), (5, "a line of totals"), (6, "a heading within the table"),
        (8, "a line of totals"), (10, "a line of totals"),
    ]  # fmt: skip


def test_a_remark_of_several_lines_is_left_out_to_its_end() -> None:
    found = table(
        ["ردیف", "نام", "موبایل", "شهر"],
        ["1", *SARA],
        ["2", *REZA],
        [],
        ["توضیح: مبالغ به ریال است"],
        ["حسابداری"],
    )
    assert [number for number, _ in found.rows] == [2, 3]
    assert found.columns[0].field == "ignored"


def test_customers_above_a_table_of_something_else_are_found() -> None:
    found = table(
        ["Customers"], ["Name", "Phone"], SARA[:2], REZA[:2], [], ["Suppliers"], ["Supplier", "Product", "Due"],
        ["Pars", "Hats", "2026-01-01"], ["Arya", "Coats", "2026-02-01"],
    )  # fmt: skip
    assert ([number for number, _ in found.rows], found.header_row) == ([3, 4], 2)
    assert "a second table begins in row 6: it is left out" in map(str, found.notes)


def test_what_something_costs_is_not_what_a_customer_spent() -> None:
    found = table(
        ["Name", "Phone", "", "Product", "Price"], [*SARA[:2], "", "Hat", "10"], [*REZA[:2], "", "Coat", "50"]
    )
    assert [(c.heading, c.field) for c in found.columns][2:] == [("Product", ""), ("Price", "")]


TOWNS = ["Customer name", "Town", "Phone"]
ANN, BOB = ["Ann Lee", "Leeds", "0113 496 0101"], ["Bob Hill", "York", "01904 960102"]
CID, DEE = ["Cid Vane", "Hove", "01273 960103"], ["Dee Fox", "Bath", ""]


def test_lines_that_head_the_parts_of_a_table_are_no_customers() -> None:
    found = table(TOWNS, ["NORTH REGION", "", ""], ANN, BOB, ["SOUTH REGION", "", ""], CID, DEE)
    assert [number for number, _ in found.rows] == [3, 4, 6, 7]
    assert left_out(found) == [
        (2, "a heading within the table"),
        (5, "a heading within the table"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Zora Quill"], ANN, BOB, ["Mary Smith"], CID, DEE],
        [["Acme Ltd"], ANN, BOB, ["Basics Ltd"], CID, DEE],
        [ANN, ["NORTH REGION"], BOB, ["SOUTH REGION"], CID, DEE],
        [["NORTH REGION"], ANN, BOB, CID, DEE],
        [["NORTH REGION"], ["SOUTH REGION"], ANN, BOB, CID, DEE],
        [["NORTH REGION"], ANN, BOB, CID, DEE, ["SOUTH REGION"]],
    ],
    ids=["people", "firms", "not at the top", "one", "side by side", "at the end"],
)
def test_a_row_with_nothing_but_a_name_is_a_customer(rows: Sequence[Sequence[str]]) -> None:
    assert len(table(TOWNS, *rows).rows) == len(rows)


def test_when_a_list_was_printed_is_a_remark_below_it() -> None:
    found = table(TOWNS, ANN, BOB, [], ["Printed 01/05/2026 by office"])
    assert left_out(found) == [(5, "a remark, no row of the list")]


def test_what_a_program_prints_below_its_report_is_no_customer() -> None:
    found = table(
        HEADINGS, SARA, REZA, [], ["All customers"], ["Copyright by the maker. All rights reserved."], ["Generated by: office 05/01/2026"]
    )  # fmt: skip
    assert [number for number, _ in found.rows] == [2, 3]
    assert left_out(found) == [(n, "a remark, no row of the list") for n in (5, 6, 7)]


def test_names_alone_below_a_gap_are_customers_where_no_remark_stands_among_them() -> None:
    found = table(HEADINGS, SARA, REZA, [], ["Mina Tavakoli"], ["Omid Jalali"])
    assert [number for number, _ in found.rows] == [2, 3, 5, 6]


@pytest.mark.parametrize(
    "rows",
    [
        [["Name", "Phone", "", "Name", "Phone"], ["Sara Ahmadi", "09123456789", "", "Reza Karimi", "09351112233"], ["Mina Noori", "09361234567", "", "", ""]],
        [["نام", "موبایل", "نام", "موبایل"], ["سارا احمدی", "09123456789", "رضا کریمی", "09351112233"], ["مینا نوری", "09361234567", "", ""]],
    ],
)  # fmt: skip
def test_tables_side_by_side_are_read_one_below_the_other(rows: list[list[str]]) -> None:
    found = table(*rows)
    assert [list(cells) for _, cells in found.rows] == [rows[1][:2], rows[2][:2], rows[1][-2:]]
    assert [number for number, _ in found.rows] == [2, 3, 1002]
    told = "2 tables with the same headings stand side by side: they are read one below the other, the rows of the second counted from 1000"
    assert told in map(str, found.notes)


@pytest.mark.parametrize(
    "headings",
    [
        ["Name", "Phone", "Phone"],
        ["Code", "Name", "Phone", "Name", "Phone"],
        ["Name", "Phone", "Name", "Email"],
    ],
)
def test_headings_that_only_come_back_in_part_are_one_table(headings: list[str]) -> None:
    row = [
        SARA[1] if h == "Phone" else "C1" if h == "Code" else SARA[2] if h == "Email" else SARA[0]
        for h in headings
    ]
    assert len(table(headings, row).rows) == 1


def test_a_title_above_repeated_headings_is_no_customer() -> None:
    found = table(["Shop north"], HEADINGS, SARA, [], ["Shop south"], HEADINGS, REZA)
    assert [list(cells) for _, cells in found.rows] == [SARA, REZA]
    assert left_out(found) == [(5, "a heading within the table"), (6, "the headings are repeated")]
