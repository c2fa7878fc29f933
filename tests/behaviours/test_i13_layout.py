"""I13 to I17: where the table is on its sheet, what is a record in it, and what is only there to be looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from tests.behaviours.conftest import Shop

PEOPLE = ["Sara Ahmadi,09121110001,Tehran", "Reza Karimi,09121110002,Shiraz", "Mina Tavakoli,09121110003,Qom"]
HEAD = "Name,Mobile,City"


def names(shop: Shop) -> list[str]:
    return [name for (name,) in shop.customers("name")]


@pytest.mark.parametrize("above", [0, 1, 2, 10, 18])
def test_i13_the_headings_are_found_within_the_first_twenty_rows(shop: Shop, above: int) -> None:
    titles = ["Customer list of the shop", *("printed for the owner" for _ in range(above))][:above]
    sheet = shop.reads(*titles, HEAD, *PEOPLE)
    assert sheet["rows_imported"] == 3
    assert names(shop) == ["Sara Ahmadi", "Reza Karimi", "Mina Tavakoli"]
    said = f"the headings are in row {above + 1}; what stands above is left out"
    assert (said in sheet["notes"]) == (above > 0)


def test_i13_titles_above_persian_headings_are_no_records(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "head_title_rows.csv")["files"]
    assert sheet["rows_imported"] == 3
    assert "the headings are in row 4; what stands above is left out" in sheet["notes"]


def test_i13_headings_merged_over_two_rows_are_read_together(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "xlsx_merged_two_row_header.xlsx")["files"]
    assert sheet["rows_imported"] == 2
    assert shop.customers("name", "phone", "total_spent", "unit") == [
        ["سارا احمدی", "+989123456789", 1250000, "IRT"],
        ["رضا کریمی", "+989351112233", 800000, "IRT"],
    ]


def test_i13_the_row_of_the_headings_may_be_told(shop: Shop) -> None:
    lines = ["Name,Mobile,City", *PEOPLE, "Member,Tel,Town", "Omid Jalali,09121110009,Yazd"]
    sheet = shop.reads(*lines, words=("--header-row", "5"))
    assert [column["column"] for column in sheet["columns"]] == ["Member", "Tel", "Town"]
    assert names(shop) == ["Omid Jalali"]
    assert shop.refuses("list.csv", "--header-row", "99", code=2) == (
        "list.csv: there is no row 99: the last one is row 6; nothing was imported."
    )
    shop.write("gap.csv", "Name,Mobile", "", PEOPLE[0])
    assert shop.refuses("gap.csv", "--header-row", "2", code=2) == (
        "gap.csv: row 2 is blank; nothing was imported."
    )


def test_i13_without_headings_nothing_is_guessed_and_the_first_customer_is_not_lost(shop: Shop) -> None:
    shop.write("list.csv", *PEOPLE)
    assert shop.refuses("list.csv", code=5) == (
        "list.csv: no row of headings was found; the first row looks like a customer; nothing was imported."
    )
    shop.imports("list.csv", "--no-header")
    assert names(shop) == ["Sara Ahmadi", "Reza Karimi", "Mina Tavakoli"]


def test_i13_without_headings_the_columns_may_be_told_by_letter(shop: Shop) -> None:
    shop.imports(
        shop.write("list.csv", *PEOPLE),
        "--no-header",
        "--map",
        "name=A",
        "--map",
        "mobile=B",
        "--map",
        "city=C",
    )
    assert shop.customers("name", "phone", "city")[0] == ["Sara Ahmadi", "+989121110001", "Tehran"]


def test_i14_of_two_columns_with_one_heading_both_values_are_kept(shop: Shop, awkward_files: Path) -> None:
    shop.imports(awkward_files / "head_duplicate.csv")
    (fields,) = shop.fields()
    assert fields["phones"] == ["+989123456789", "+982188776655"]
    assert fields["emails"] == ["s@example.com", "s2@example.com"]
    assert shop.customers("emails") == [['["s@example.com","s2@example.com"]']]


def test_i14_of_two_unknown_or_single_columns_with_one_heading_both_values_are_kept(shop: Shop) -> None:
    shop.reads("Name,Phone,City,City,Shoe,Shoe", "Sara,09121234567,Tehran,Karaj,43,44")
    text = str(shop.fields()) + str(shop.customers("city"))
    assert all(value in text for value in ("Tehran", "Karaj", "43", "44"))


def test_i14_values_without_a_heading_are_kept_and_reported_and_an_empty_column_is_dropped(
    shop: Shop, awkward_files: Path
) -> None:
    (sheet,) = shop.imports(awkward_files / "head_blank.csv")["files"]
    assert "column B has values but no heading: kept as column_B" in sheet["notes"]
    assert shop.fields()[0]["x"] == {"column_B": "VIP"}
    assert [column["column"] for column in sheet["columns"]] == ["Name", "column_B", "Phone"]


def test_i14_empty_columns_at_the_end_are_dropped(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "csv_trailing_delims.csv")["files"]
    assert [column["column"] for column in sheet["columns"]] == ["Name", "Phone"]


TOTALS = [
    "جمع کل,,3", "جمع کل: ۳ نفر,,", "جمع,,", "Total,,3", "Grand total,,", "TOTAL:,,", "Sum,,", "Subtotal,,", "Summe,,3", "Gesamt,,",
    "Gesamtsumme,,", "Toplam,,", "Genel Toplam,,", "المجموع,,", "الإجمالي,,", "مجموع,,", "Total général,,", "Totales,,", "Somme,,",
]  # fmt: skip


@pytest.mark.parametrize("line", TOTALS)
def test_i15_a_line_of_totals_is_skipped_and_counted(shop: Shop, line: str) -> None:
    sheet = shop.reads(HEAD, *PEOPLE, line)
    assert (sheet["rows_read"], sheet["rows_imported"], sheet["rows_skipped"]) == (4, 3, 1)
    assert sheet["rows"] == [{"row": 5, "status": "skipped", "reason": "a line of totals"}]
    assert len(names(shop)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Total Tools,,", "Total Tools,09121110009,Tehran", "Total,09121110009,", "Summe GmbH,,Köln", "جمع‌آوران پارس,,",
        "Toplam Market,05321234567,", "مجموعه ورزشی آزادی,,تهران", "Sum Kim,,", "Gesamt Elektro,,", "Subtotal Consulting,,",
        "Grand Total Wines,,", "Total,total@example.com,",
    ],
)  # fmt: skip
def test_i15_a_customer_whose_name_only_sounds_like_a_total_is_kept(shop: Shop, line: str) -> None:
    sheet = shop.reads(HEAD, *PEOPLE, line)
    assert (sheet["rows_imported"], sheet["rows_skipped"]) == (4, 0)
    assert line.split(",")[0] in " ".join(names(shop))


def test_i15_headings_repeated_on_each_page_and_lines_of_dashes_are_skipped_and_counted(
    shop: Shop, awkward_files: Path
) -> None:
    (sheet,) = shop.imports(awkward_files / "head_repeated_midfile.csv")["files"]
    assert (sheet["rows_read"], sheet["rows_imported"], sheet["rows_skipped"]) == (5, 3, 2)
    assert [row["reason"] for row in sheet["rows"]] == [
        "the headings are repeated",
        "the row is a line of dashes",
    ]


@pytest.mark.parametrize(
    "dashes",
    ["-----,-----,-----", "=====,,", "_____,_____,", "———,———,———", "* * *,* * *,* * *", "─────,─────,"],
)
def test_i15_whatever_a_line_is_drawn_with(shop: Shop, dashes: str) -> None:
    sheet = shop.reads(HEAD, PEOPLE[0], dashes, *PEOPLE[1:])
    assert (sheet["rows_imported"], sheet["rows_skipped"]) == (3, 1)


def test_i15_totals_at_the_foot_are_skipped(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "foot_totals.csv")["files"]
    assert sheet["rows_skipped"] > 0
    assert not [name for name in names(shop) if "جمع" in name and len(name) < 9]


def test_i16_hidden_rows_are_imported_and_counted_and_hidden_sheets_are_not(
    shop: Shop, awkward_files: Path
) -> None:
    done = shop.imports(awkward_files / "xlsx_hidden_sheet_row_col.xlsx")
    (sheet,) = done["files"]
    assert (sheet["sheet"], sheet["rows_imported"]) == ("Customers", 3)
    assert "1 hidden row is read like the others" in sheet["notes"]
    assert done["left_out"] == [
        {"file": "xlsx_hidden_sheet_row_col.xlsx", "sheet": name, "rows": 2, "reason": "the sheet is hidden; name it with --sheet to import it"}
        for name in ("old", "secret")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["Row Labels,Sum of Total", "Tehran,12", "Shiraz,13", "Grand Total,25"], False),
        (["City,Sum of Total", "Tehran,12", "Shiraz,13"], False),
        (["برچسب های ردیف,مجموع از مبلغ", "تهران,12", "شیراز,13"], False),
        (["Name,Mobile,Sum of purchases", "Sara,09121234567,12"], True),
        (["Name,Mobile", "Count of Monte Cristo,09121234567", "Toplam Market,09121234568"], True),
    ],
)
def test_i16_a_pivot_table_is_no_list_but_a_list_may_speak_of_sums(
    shop: Shop, lines: list[str], kept: bool
) -> None:
    shop.write("list.csv", *lines)
    if kept:
        assert shop.imports("list.csv")["files"][0]["rows_imported"] == len(lines) - 1
    else:
        assert (
            shop.refuses("list.csv")
            == "list.csv: the sheet is a pivot table, not a list; nothing was imported."
        )


@pytest.mark.parametrize("name", ["old", "secret"])
def test_i16_a_hidden_sheet_is_imported_when_it_is_named(shop: Shop, awkward_files: Path, name: str) -> None:
    (sheet,) = shop.imports(awkward_files / "xlsx_hidden_sheet_row_col.xlsx", "--sheet", name)["files"]
    assert (sheet["sheet"], sheet["rows_imported"]) == (name, 1)


def test_i16_hidden_sheets_are_imported_when_all_are_wanted(shop: Shop, awkward_files: Path) -> None:
    done = shop.imports(awkward_files / "xlsx_hidden_sheet_row_col.xlsx", "--all-sheets")
    assert [sheet["sheet"] for sheet in done["files"]] == ["Customers", "old", "secret"]
    assert done["left_out"] == []


def test_i16_every_visible_sheet_with_known_headings_is_imported_and_the_others_named_with_their_rows(
    shop: Shop, awkward_files: Path
) -> None:
    done = shop.imports(awkward_files / "xlsx_many_sheets.xlsx")
    assert [(sheet["sheet"], sheet["rows_imported"]) for sheet in done["files"]] == [
        ("تهران", 2),
        ("شیراز", 1),
    ]
    assert [(left["sheet"], left["rows"], left["reason"]) for left in done["left_out"]] == [
        ("راهنما", 2, "the sheet holds text, not a list"),
        ("Pivot", 2, "the sheet is a pivot table, not a list"),
    ]
    told = shop.says(awkward_files / "xlsx_many_sheets.xlsx")
    assert "xlsx_many_sheets.xlsx: راهنما: left out, the sheet holds text, not a list (2 rows)" in told


def test_i16_one_sheet_may_be_chosen(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "xlsx_many_sheets.xlsx", "--sheet", "شیراز")["files"]
    assert (sheet["sheet"], sheet["rows_imported"]) == ("شیراز", 1)


def test_i16_a_second_table_below_a_gap_is_not_swallowed(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "xlsx_two_tables_one_sheet.xlsx")["files"]
    assert (sheet["rows_imported"], sheet["rows_skipped"]) == (2, 2)
    assert "a second table begins in row 6: it is left out" in sheet["notes"]
    assert [row["reason"] for row in sheet["rows"]] == ["belongs to a second table below a gap"] * 2
    assert names(shop) == ["Sara Ahmadi", "Reza Karimi"]


def test_i16_a_gap_within_one_table_loses_nobody(shop: Shop) -> None:
    sheet = shop.reads(HEAD, PEOPLE[0], "", "", PEOPLE[1], ",,", PEOPLE[2])
    assert (sheet["rows_imported"], sheet["rows_skipped"]) == (3, 0)


def test_i17_merged_body_cells_are_filled_down_and_said(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "xlsx_merged_city_cells.xlsx")["files"]
    assert shop.customers("name", "city") == [
        ["Sara", "Tehran"], ["Reza", "Tehran"], ["Mina", "Tehran"], ["Ali", "Shiraz"],
    ]  # fmt: skip
    assert sheet["problems"] == [
        {"row": 2, "column": "City", "what": "2 cells under a merged cell were filled with its value"}
    ]


def test_i17_error_cells_and_formulas_without_a_result_are_reported_for_each_column(shop: Shop) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Name", "Mobile", "City", "Total spent"])
    for n, person in enumerate(PEOPLE):
        name, phone, _ = person.split(",")
        sheet.append([name, phone, "#REF!" if n else "#N/A", f"=B{n + 2}*2"])
        sheet.cell(n + 2, 3).data_type = "e"
    book.save("book.xlsx")
    (told,) = shop.imports("book.xlsx")["files"]
    assert told["problems"] == [
        {"row": None, "column": "City", "what": "3 cells hold an error of the spreadsheet (#N/A, #REF!) and were read as empty"},
        {
            "row": None, "column": "Total spent",
            "what": "3 formulas have no stored result and were read as empty; open the file in a spreadsheet program, save it and try again",
        },
    ]  # fmt: skip
    assert shop.customers("city", "total_spent") == [["", None]] * 3


def test_i17_error_cells_of_a_text_file_are_reported_for_each_column(shop: Shop) -> None:
    sheet = shop.reads(
        "Name,Mobile,City,Total spent,Shoe size",
        "Sara,09121110001,#N/A,#VALUE!,41",
        "Reza,#REF!,#REF!,12,#DIV/0!",
        "Mina,09121110003,Qom,#VALUE!,43",
    )
    assert [(p["row"], p["column"], p["what"]) for p in sheet["problems"]] == [
        (None, "Mobile", "1 cell holds an error of the spreadsheet (#REF!)"),
        (None, "City", "2 cells hold an error of the spreadsheet (#N/A, #REF!)"),
        (None, "Total spent", "2 cells hold an error of the spreadsheet (#VALUE!)"),
        (None, "Shoe size", "1 cell holds an error of the spreadsheet (#DIV/0!)"),
    ]
    assert shop.customers("city", "total_spent") == [["", None], ["", 12], ["Qom", None]]
    assert "#REF!" not in str(shop.customers("phones"))
