"""I10 to I12: text in every encoding and dialect, whole or broken, comes to the right records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.behaviours.conftest import Shop

PERSIAN = [
    ["سارا احمدی", "+989123456789", "تهران", "1986-08-03", 12500000],
    ["رضا کریمی", "+989351112233", "شیراز", "1991-03-23", 800000],
    ["مریم یکتا", "+982188776655", "مشهد", None, 0],
]
LATIN = [
    ["Sara Ahmadi", "+989123456789", "Tehran", None, 1250000],
    ["Reza Karimi", "+989351112233", "Shiraz", None, 800000],
    ["Anna Müller", "+49301234567", "Köln", None, 99.5],
]
ENCODINGS = [
    ("enc_utf8_bom.csv", "utf-8", PERSIAN),
    ("enc_utf8_double_bom.csv", "utf-8", PERSIAN),
    ("enc_utf16le_bom.csv", "utf-16-le", PERSIAN),
    ("enc_utf16be_bom.csv", "utf-16-be", PERSIAN),
    ("enc_utf16le_nobom.csv", "utf-16-le", LATIN),
    ("enc_cp1256_fa.csv", "cp1256", PERSIAN),
    ("enc_cp1252_de.csv", "cp1252", LATIN),
    ("enc_mixed_utf8_cp1256.csv", "utf-8", PERSIAN),
    ("enc_mojibake_fa.csv", "utf-8", PERSIAN),
    ("enc_nul_bytes.csv", "utf-8", LATIN),
]


def people(shop: Shop) -> list[list[object]]:
    return shop.customers("name", "phone", "city", "birth_date", "total_spent")


@pytest.mark.parametrize(("name", "encoding", "expected"), ENCODINGS)
def test_i10_every_encoding_is_read_and_printed(
    shop: Shop, awkward_files: Path, name: str, encoding: str, expected: list[list[object]]
) -> None:
    told = shop.says(awkward_files / name)
    assert f"text in {encoding}, its cells parted by " in told
    shop.imports(awkward_files / name)
    assert people(shop) == expected
    assert "\ufffd" not in shop.smbcrm("list", "--columns", "name,fields", "--format", "csv").out


@pytest.mark.parametrize(
    ("name", "encoding", "expected"),
    [("enc_utf16le_nobom_fa.csv", "utf-16-le", PERSIAN), ("enc_macroman.csv", "mac-roman", LATIN)],
)
def test_i10_an_encoding_that_only_the_letters_tell_is_asked_about(
    shop: Shop, awkward_files: Path, name: str, encoding: str, expected: list[list[object]]
) -> None:
    assert f"it was read as {encoding}" in shop.refuses(awkward_files / name, code=5)
    shop.imports(awkward_files / name, "--encoding", encoding)
    assert people(shop) == expected


def test_i10_a_told_encoding_wins_and_a_wrong_one_is_refused_with_the_line(
    shop: Shop, awkward_files: Path
) -> None:
    file = awkward_files / "enc_cp1256_fa.csv"
    assert shop.refuses(file, "--encoding", "utf-8").endswith("is not in the encoding utf-8: see line 1.")
    assert shop.refuses(file, "--encoding", "nonsense", code=2) == "there is no encoding called nonsense."


def test_i10_of_two_encodings_in_one_file_the_first_odd_line_is_named(
    shop: Shop, awkward_files: Path
) -> None:
    (sheet,) = shop.imports(awkward_files / "enc_mixed_utf8_cp1256.csv")["files"]
    (problem,) = sheet["problems"]
    assert problem["row"] == 3
    assert problem["what"] == "2 lines are in another encoding than the rest and were read as cp1256"


DIALECTS = [
    ("csv_semicolon_decimal_comma.csv", 2, ";"),
    ("csv_tab.csv", 3, "a tab"),
    ("csv_pipe.csv", 3, "a pipe"),
    ("csv_caret.csv", 3, "^"),
    ("csv_sep_line.csv", 3, "a semicolon"),
    ("csv_sep_line_utf16.csv", 3, ""),
    ("csv_quoted_newlines.csv", 2, "a comma"),
    ("csv_cr_only.csv", 3, "a comma"),
    ("csv_mixed_eol.csv", 3, "a comma"),
    ("enc_utf8_double_bom.csv", 3, "a comma"),
    ("enc_nul_bytes.csv", 3, "a comma"),
    ("enc_control_chars.csv", 2, "a comma"),
    ("csv_bare_quotes.csv", 1, "a comma"),
    ("csv_backslash_escape.csv", 1, "a comma"),
    ("csv_only_one_column.csv", 2, ""),
    ("csv_trailing_delims.csv", 2, "a comma"),
]


@pytest.mark.parametrize(("name", "rows", "sign"), DIALECTS)
def test_i11_every_dialect_gives_the_right_records_and_its_sign_is_said(
    shop: Shop, awkward_files: Path, name: str, rows: int, sign: str
) -> None:
    (sheet,) = shop.imports(awkward_files / name)["files"]
    assert (sheet["rows_read"], sheet["rows_imported"]) == (rows, rows)
    assert f"its cells parted by {'a semicolon' if sign == ';' else sign}" in sheet["notes"][0] or not sign
    assert len(shop.customers("id")) == rows


def test_i11_an_arabic_comma_is_asked_about_and_may_be_told(shop: Shop, awkward_files: Path) -> None:
    file = awkward_files / "csv_arabic_comma.csv"
    assert "، was taken for the sign between the cells" in shop.refuses(file, code=5)
    (sheet,) = shop.imports(file, "--delimiter", "،")["files"]
    assert (sheet["rows_imported"], sheet["notes"][0]) == (
        3,
        "text in utf-8, its cells parted by an Arabic comma",
    )


def test_i11_a_line_that_names_the_sign_is_neither_heading_nor_record(
    shop: Shop, awkward_files: Path
) -> None:
    (sheet,) = shop.imports(awkward_files / "csv_sep_line.csv")["files"]
    assert [column["column"] for column in sheet["columns"]] == [
        "Name",
        "Phone",
        "Email",
        "City",
        "Total spent",
    ]


def test_i11_quoted_line_ends_stay_in_their_cell_and_rows_are_counted_in_lines(
    shop: Shop, awkward_files: Path
) -> None:
    shop.imports(awkward_files / "csv_quoted_newlines.csv")
    assert shop.customers("address")[0] == ['Valiasr St.\nNo. 12, "Unit 3"\nTehran']
    refs = shop.smbcrm("sources", "rows", "--columns", "row", "--format", "csv").out.split()[1:]
    assert refs == ["2", "5"]


def test_i11_a_nul_is_dropped_and_reported(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "enc_nul_bytes.csv")["files"]
    assert sheet["problems"] == [{"row": 2, "column": "", "what": "1 NUL character was dropped"}]


def test_i12_a_quote_that_never_closes_touches_one_record_and_its_line_is_given(
    shop: Shop, awkward_files: Path
) -> None:
    (sheet,) = shop.imports(awkward_files / "csv_unterminated_quote.csv")["files"]
    assert sheet["rows_imported"] == 3
    said = {
        "row": 2,
        "column": "",
        "what": "a quote on this line is never closed; it was read as a plain sign",
    }
    assert said in sheet["problems"]
    assert [name for (name,) in shop.customers("name")] == ["Sara", "Reza", "Anna"]


@pytest.mark.parametrize("place", range(30))
def test_i12_wherever_the_quote_stands_all_the_others_are_untouched(shop: Shop, place: int) -> None:
    rows = [f"Person{chr(65 + n // 26)}{chr(97 + n % 26)},0912345{n:04d},City {n}" for n in range(30)]
    rows[place] = rows[place].replace(",City", ',"City')
    shop.reads("Name,Phone,City", *rows)
    found = {phone: [name, city] for name, phone, city in shop.customers("name", "phone", "city")}
    assert len(found) >= 29
    for n, row in enumerate(rows):
        name, phone, city = row.split(",")
        if n != place:
            assert found[f"+98{phone[1:]}"] == [name, city]


def test_i12_cells_beyond_the_headings_are_kept_aside_listed_and_nothing_is_shifted(
    shop: Shop, awkward_files: Path
) -> None:
    (sheet,) = shop.imports(awkward_files / "csv_ragged.csv")["files"]
    assert sheet["rows_imported"] == 4
    assert {
        "row": 4,
        "column": "",
        "what": "more cells than headings: the extra ones are kept aside",
    } in sheet["problems"]
    assert shop.customers("name", "city") == [
        ["Sara", "Tehran"],
        ["Reza", ""],
        ["Anna", "Köln"],
        ["Mina", "Qom"],
    ]
    assert shop.fields()[2]["x"] == {"_extra": "extra | more"}


def test_i12_an_amount_that_its_separators_cut_up_is_put_together(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "csv_holoo_shattered_prices.csv")["files"]
    assert sheet["rows_imported"] == 3
    said = "2 rows had amounts cut up at the thousands separators; they were put together"
    assert said in sheet["notes"]
    assert shop.customers("name", "phone", "city", "balance") == [
        ["احمدی", "+982188776655", "تهران", 2390000],
        ["کریمی", "+982122334455", "شیراز", 800000],
        ["یکتا", "+985138445566", "مشهد", 0],
    ]


def test_i12_a_name_with_a_comma_and_no_quotes_keeps_the_phone_behind_it(shop: Shop) -> None:
    told = shop.reads(
        "Name,Phone", "Sara,09121110001", "Reza,09121110002", "Mina,09121110003", "Anna, Qom,09121110004"
    )
    said = "1 row had a cell cut up where the sign that parts cells stands in it; it was put together"
    assert said in told["notes"]
    assert shop.customers("name", "phone")[-1] == ["Anna, Qom", "+989121110004"]
