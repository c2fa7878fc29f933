"""I21 to I26: what single cells mean: phones, identity numbers and codes, days, amounts, nothing at all, e-mails."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from tests.behaviours.conftest import Shop


def told(sheet: dict[str, object]) -> list[tuple[object, ...]]:
    problems = sheet["problems"]
    assert isinstance(problems, list)
    return [(problem["row"], problem["column"], problem["what"]) for problem in problems]


# ---- I21: phones

SPELLINGS = [
    "9123456789", "09123456789", "+989123456789", "00989123456789", "989123456789", "9123456789.0", "09123456789.0", "'09123456789",
    "۰۹۱۲۳۴۵۶۷۸۹", "٠٩١٢٣٤٥٦٧٨٩", "+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹", "0912 345 6789", "0912-345-6789", "(0912) 345 67 89", "+98 (0)912 345 6789",
    "0912.345.6789", "tel:+989123456789", "موبایل: 09123456789", "\u202a+98 912 345 6789\u202c", "0912\u200c345\u200c6789",
]  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_i21_every_spelling_of_a_mobile_is_one_number(shop: Shop, spelling: str) -> None:
    shop.reads("Name;Mobile", f"Sara;{spelling}", "Reza;09351112233")
    assert shop.customers("phone")[0] == ["+989123456789"]


def test_i21_numbers_that_a_workbook_keeps_as_numbers_are_phones(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "num_phones_as_numbers.xlsx")["files"]
    phones = [phone for (phone,) in shop.customers("phone")]
    assert phones == ["+989123456789"] * 6 + [
        "9.12346E+09",
        "+989123456789",
        "+982188776655",
        "6037991234567890000",
    ]
    assert (8, "Mobile", "a spreadsheet shortened this number and its last digits are lost") in told(sheet)


def test_i21_a_number_shortened_by_a_spreadsheet_is_kept_raw_and_reported(shop: Shop) -> None:
    sheet = shop.reads("Name,Mobile", "Sara,9.12E+09", "Reza,09351112233")
    assert told(sheet) == [(2, "Mobile", "a spreadsheet shortened this number and its last digits are lost")]
    assert shop.customers("phone") == [["9.12E+09"], ["+989351112233"]]


SEVERAL = [
    "09123456789 / 09351112233", "09123456789/09351112233", "09123456789، 09351112233", "09123456789, 09351112233",
    "09123456789; 09351112233", "09123456789\n09351112233", "09123456789 و 09351112233", "09123456789-09351112233",
    "09123456789 | 09351112233", "09123456789 ::: 09351112233", "۰۹۱۲۳۴۵۶۷۸۹ و ۰۹۳۵۱۱۱۲۲۳۳", "09123456789 or 09351112233",
]  # fmt: skip


@pytest.mark.parametrize("cell", SEVERAL)
def test_i21_several_numbers_in_one_cell_are_all_kept(shop: Shop, cell: str) -> None:
    shop.reads("Name\tMobile", f'Sara\t"{cell}"', "Reza\t09350000000", "Mina\t09350000001")
    assert shop.fields()[0]["phones"] == ["+989123456789", "+989351112233"]


EXTENSIONS = ["021-88776655 داخلی 12", "02188776655 ext 12", "021 8877 6655 ext. 12", "02188776655 int. 12", "02188776655 int 12", "۰۲۱۸۸۷۷۶۶۵۵ داخلي ۱۲"]  # fmt: skip


@pytest.mark.parametrize("cell", EXTENSIONS)
def test_i21_extensions_are_kept(shop: Shop, cell: str) -> None:
    shop.reads("Name,Phone", f"Sara,{cell}", "Reza,09350000000")
    assert shop.fields()[0]["phones"] == ["+982188776655;ext=12"]


def test_i21_a_range_of_numbers_is_kept_whole(shop: Shop) -> None:
    shop.reads("Name,Phone", "Pars Co,021-88776655-7", "Reza,09350000000")
    assert shop.fields()[0]["phones"] == ["+982188776655", "+982188776656", "+982188776657"]


@pytest.mark.parametrize("cell", ["091234567", "123", "+98912345", "call my wife", "0912345678901234"])
def test_i21_what_is_no_valid_number_is_kept_as_typed_and_flagged(shop: Shop, cell: str) -> None:
    sheet = shop.reads("Name,Mobile", f"Sara,{cell}", "Reza,09350000000", "Mina,09350000001")
    assert [(row, column) for row, column, _ in told(sheet)] == [(2, "Mobile")]
    assert (sheet["rows_imported"], sheet["rows_rejected"]) == (3, 0)
    assert shop.fields()[0]["phones"] == [cell]
    flagged = shop.smbcrm("check", "--format", "csv")
    assert "C1" in flagged.out


@pytest.mark.parametrize(
    "glued", ["0912345678909351112233", "98765432109876543210987", "٠٩١٢٣٤٥٦٧٨٩٠٩٣٥١١١٢٢٣٣", "9" * 60]
)
def test_i21_numbers_run_into_each_other_keep_nobody_off_the_list(shop: Shop, glued: str) -> None:
    people = [f"Sara {n},0912345600{n},Tabriz" for n in range(1, 5)]
    lines = ("Name,Phone,City", *people, f"Reza Karimi,{glued},Tabriz", "Mina Azadi,09351112233,Tabriz")
    assert shop.reads(*lines)["rows_imported"] == 6
    assert shop.imports(shop.write("other.csv", *lines[:1], lines[5]))["customers_total"] == 6
    assert shop.reads(*lines)["rows_unchanged"] == 6


def test_i21_a_mobile_of_a_range_nobody_knows_is_kept(shop: Shop) -> None:
    shop.reads("Name,Mobile", "Sara,09413456789", "Reza,09350000000")
    assert shop.customers("phone")[0] == ["+989413456789"]


def test_i21_cells_that_say_there_is_none_hold_no_number(shop: Shop, awkward_files: Path) -> None:
    shop.imports(awkward_files / "text_many_phones.csv")
    phones = dict(zip("abcdefghij", (fields.get("phones") for fields in shop.fields()), strict=True))
    assert phones == {
        "a": ["+989123456789", "+982188776655"],
        "b": ["+989123456789", "+989351112233"],
        "c": ["+989123456789", "+989351112233"],
        "d": ["+989123456789", "+982188776655;ext=12"],
        "e": ["+989123456789", "88776655"],
        "f": ["+982188776655", "+982188776656", "+982188776657"],
        "g": ["+989123456789", "+989351112233"],
        "h": ["+989123456789"],
        "i": None,
        "j": ["091234567"],
    }


def test_i21_the_country_is_the_one_given_else_told_by_the_list_else_none(shop: Shop) -> None:
    shop.write("list.csv", "Name,Phone", "Anna,030 1234567")
    assert "phone numbers are kept as they are typed: nothing tells their country" in shop.says("list.csv")
    assert "phone numbers are read as those of DE, as set" in shop.says("list.csv", "--country", "DE")
    shop.write("list.csv", "Name,Phone", "Anna,030 1234567", "Jörg,+49 171 2345678")
    assert "phone numbers are read as those of DE: 1 of them is written with its calling code" in shop.says(
        "list.csv"
    )
    shop.write("list.csv", "نام,تلفن", "سارا,۸۸۷۷۶۶۵۵")
    assert "phone numbers are read as those of IR: the list is written in Persian" in shop.says("list.csv")


@pytest.mark.parametrize("typed", ["de", "De", "DE"])
def test_i21_a_country_is_given_in_letters_of_any_size(shop: Shop, typed: str) -> None:
    shop.reads("Name,Phone", "Anna,030 1234567", words=("--country", typed))
    assert shop.customers("phone") == [["+49301234567"]]


@pytest.mark.parametrize("typed", ["UK", "XX", "Iran", "9", "+98", "IRR"])
def test_i21_a_country_that_is_none_is_refused(shop: Shop, typed: str) -> None:
    shop.write("list.csv", "Name,Phone", "Anna,030 1234567")
    assert shop.refuses("list.csv", "--country", typed, code=2) == f"{typed} is no country code."
    done = shop.smbcrm("run", "list.csv", "--country", typed)
    assert done.code == 2
    assert done.err.splitlines()[1].startswith("hint: write two letters, like ")


# ---- I22: identity numbers and codes


@pytest.mark.parametrize(("cell", "kept"), [("0084575948", "0084575948"), ("084575948", "0084575948"), ("84575948", "0084575948"), ("84575948.0", "0084575948"), ("۰۰۸۴۵۷۵۹۴۸", "0084575948")])  # fmt: skip
def test_i22_zeros_that_a_spreadsheet_took_from_a_national_id_come_back(
    shop: Shop, cell: str, kept: str
) -> None:
    sheet = shop.reads("نام,موبایل,کد ملی", f"سارا,09121234567,{cell}")
    assert shop.customers("national_id") == [[kept]]
    assert told(sheet) == []


@pytest.mark.parametrize("cell", ["1111111111", "0000000000", "0084575949", "84575949", "12"])
def test_i22_a_national_id_that_cannot_be_right_is_flagged(shop: Shop, cell: str) -> None:
    sheet = shop.reads("نام,موبایل,کد ملی", f"سارا,09121234567,{cell}", "رضا,09351234567,0067749828")
    assert told(sheet) == [(2, "کد ملی", "cannot be an identity number")]


def test_i22_codes_keep_their_zeros_and_lose_the_apostrophe(shop: Shop) -> None:
    shop.reads("Name,Code,Zip,Phone", "Sara,'00012,'02127,09121234567", "Reza,00013,01067,09121234568")
    assert shop.customers("customer_code", "postal_code") == [["00012", "02127"], ["00013", "01067"]]


def test_i22_codes_of_a_workbook_keep_the_zeros_that_their_format_shows(
    shop: Shop, awkward_files: Path
) -> None:
    shop.imports(awkward_files / "num_phones_as_numbers.xlsx")
    assert [code for (code,) in shop.customers("customer_code")][:6] == [
        "7",
        "7",
        "12",
        "00007",
        "00007",
        "00007",
    ]


def test_i22_codes_with_zeros_of_the_other_lists(shop: Shop, awkward_files: Path) -> None:
    shop.imports(awkward_files / "exp_asan_accounts.xlsx")
    shop.imports(awkward_files / "exp_shopify_customers.csv")
    shop.imports(awkward_files / "exp_outlook_de.csv")
    codes = shop.customers("customer_code", "postal_code")
    assert codes == [
        ["00012", None],
        ["00013", None],
        ["00014", None],
        ["7712345678901", "02127"],
        [None, "01067"],
    ]


# ---- I23: days

DAYS = [
    ("1365/05/12", "1986-08-03"), ("۱۳۶۵/۰۵/۱۲", "1986-08-03"), ("1365-5-12", "1986-08-03"), ("1365.05.12", "1986-08-03"),
    ("12/05/1365", "1986-08-03"), ("13650512", "1986-08-03"), ("۱۲ مرداد ۱۳۶۵", "1986-08-03"), ("12 امرداد 1365", "1986-08-03"),
    ("دوشنبه ۱۲ مرداد ۱۳۶۵", "1986-08-03"), ("1986-08-03", "1986-08-03"), ("1986/8/3", "1986-08-03"), ("3 August 1986", "1986-08-03"),
    ("Aug 3, 1986", "1986-08-03"), ("۱۹۸۶/۰۸/۰۳", "1986-08-03"), ("1399/12/30", "2021-03-20"), ("1403/12/30", "2025-03-20"),
    ("1986-08-03 14:30:00", "1986-08-03"), ("--05-17", "--05-17"), ("23.12.1986", "1986-12-23"), ("12/23/1986", "1986-12-23"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "day"), DAYS)
def test_i23_a_day_is_understood_in_either_calendar(shop: Shop, cell: str, day: str) -> None:
    shop.reads("Name;Phone;Birthday", f"Sara;09121234567;{cell}", "Reza;09121234568;1370/01/20")
    assert shop.customers("birth_date")[0] == [day]


@pytest.mark.parametrize(
    "cell", ["1402/12/30", "1403/13/01", "1404/12/30", "31/02/2020", "2023-02-29", "once", "14:30:00"]
)
def test_i23_a_day_that_is_none_is_reported_with_its_row_and_its_text_is_kept(shop: Shop, cell: str) -> None:
    sheet = shop.reads("Name;Phone;Birthday", f"Sara;09121234567;{cell}", "Reza;09121234568;1370/01/20", "Mina;09121234569;1371/01/21")  # fmt: skip
    assert [(row, column) for row, column, _ in told(sheet)] == [(2, "Birthday")]
    assert shop.customers("birth_date")[0] == [None]
    assert shop.fields()[0]["x"] == {"Birthday": cell}


def test_i23_an_empty_day_of_another_program_is_no_day(shop: Shop, awkward_files: Path) -> None:
    sheet = shop.reads("Name;Phone;Birthday", "Sara;09121234567;0/0/00", "Reza;09121234568;0000-00-00", "Mina;09121234569;13/2/1980")  # fmt: skip
    assert shop.customers("birth_date")[:2] == [[None], [None]]
    assert told(sheet) == []
    shop.imports(awkward_files / "exp_outlook.csv")
    assert shop.smbcrm("list", "--where", "birth_date IS NULL", "--columns", "name", "--format", "csv").out.splitlines()[1:] == [
        "Sara", "Reza", "Jörg Schäfer",
    ]  # fmt: skip


def test_i23_an_open_order_of_day_and_month_is_counted_kept_and_asked_about(shop: Shop) -> None:
    lines = ["Name;Phone;Birthday", "Sara;09121234567;03/04/1984", "Reza;09121234568;05/06/1985"]
    sheet = shop.reads(*lines)
    assert "2 days in column Birthday can be read in two ways; --date-order tells how" in sheet["notes"]
    assert told(sheet)[0] == (2, "Birthday", "03/04/1984 may be 1984-04-03 or 1984-03-04")
    assert shop.customers("birth_date") == [[None], [None]]
    assert shop.fields()[0]["x"] == {"Birthday": "03/04/1984"}


@pytest.mark.parametrize(
    ("order", "days"), [("dmy", ["1984-04-03", "1985-06-05"]), ("mdy", ["1984-03-04", "1985-05-06"])]
)
def test_i23_the_order_may_be_told(shop: Shop, order: str, days: list[str]) -> None:
    lines = ["Name;Phone;Birthday", "Sara;09121234567;03/04/1984", "Reza;09121234568;05/06/1985"]
    sheet = shop.reads(*lines, words=("--date-order", order))
    assert [day for (day,) in shop.customers("birth_date")] == days
    assert told(sheet) == []


def test_i23_one_clear_day_proves_the_order_of_its_column(shop: Shop) -> None:
    shop.reads(
        "Name;Phone;Birthday",
        "Sara;09121234567;03/04/1984",
        "Reza;09121234568;25/06/1985",
        "Mina;0912123456;05/06/1985",
    )
    assert [day for (day,) in shop.customers("birth_date")] == ["1984-04-03", "1985-06-25", "1985-06-05"]


def test_i23_days_of_a_workbook_are_read_in_either_date_system(shop: Shop, awkward_files: Path) -> None:
    shop.imports(awkward_files / "date_excel_1900.xlsx")
    days = [day for (day,) in shop.customers("last_purchase_date")]
    assert days[:5] == ["2024-03-20", "1986-08-03", "2024-03-20", "2024-03-20", "2024-03-20"]
    assert days[7] == days[9] == "2024-03-20"
    (sheet,) = shop.imports(awkward_files / "date_excel_1904.xlsx")["files"]
    # Day 60 is the one day that the two systems do not share: Excel's 1900 has a 29 February.
    assert (sheet["rows_unchanged"], sheet["rows_updated"]) == (9, 1)


def test_i23_jalali_days_as_text_and_as_dates(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "date_jalali_text.csv")["files"]
    days = dict(shop.customers("name", "last_purchase_date"))
    assert {days[name] for name in "abcdefklm"} == {"2024-08-02"}
    assert (days["g"], days["h"], days["i"], days["j"]) == (None, None, "2025-03-20", None)
    assert [row for row, _, _ in told(sheet)] == [8, 9, 11]
    (sheet,) = shop.imports(awkward_files / "ods_year_1403_date.ods")["files"]
    assert ["سارا", "1986-08-03"] in shop.customers("name", "birth_date")


# ---- I24: amounts

AMOUNTS = [
    ("۱۲٬۵۰۰٬۰۰۰", 12_500_000, None), ("12,500,000", 12_500_000, None), ("12.500.000", 12_500_000, None), ("1.250,50", 1250.5, None),
    ("1,250.50", 1250.5, None), ("(1,200)", -1200, None), ("1200-", -1200, None), ("-1,200", -1200, None), ("12,500,000 ریال", 12_500_000, "IRR"),
    ("12,500,000 تومان", 12_500_000, "IRT"), ("۵۰۰ هزار تومان", 500_000, "IRT"), ("2 میلیون", 2_000_000, None), ("1.250,50 €", 1250.5, "EUR"),
    ("$1,234.50", 1234.5, "USD"), ("۱۲٫۵", 12.5, None), ("IRR 1000", 1000, "IRR"), ("1 200 000", 1_200_000, None), ("0", 0, None),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "amount", "unit"), AMOUNTS)
def test_i24_an_amount_is_a_number_and_its_unit_stands_beside_it(
    shop: Shop, cell: str, amount: float, unit: str | None
) -> None:
    shop.reads("Name;Phone;Total spent", f"Sara;09121234567;{cell}", "Reza;09121234568;")
    assert shop.customers("total_spent", "unit")[0] == [amount, unit]


def test_i24_what_is_no_amount_is_reported_and_not_zero(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "num_amounts.csv")["files"]
    assert told(sheet) == [(13, "مبلغ خرید", "kept as typed: not understood")]
    assert dict(shop.customers("name", "total_spent")) == {
        "a": 12_500_000, "b": 12_500_000, "c": 1_250_000, "d": 12.5, "e": 1250.5, "f": -1200, "g": -1200, "h": 500_000,
        "i": 2_000_000, "j": 1234.5, "k": None, "l": None,
    }  # fmt: skip


def test_i24_the_unit_may_stand_in_the_heading(shop: Shop) -> None:
    shop.reads("نام;موبایل;مبلغ خرید (تومان)", "سارا;09121234567;1000")
    assert shop.customers("total_spent", "unit") == [[1000, "IRT"]]
    shop.reads("نام;موبایل;مبلغ خرید (ریال)", "رضا;09351234567;1000")
    assert shop.customers("total_spent", "unit")[1] == [1000, "IRR"]


def test_i24_rials_and_tomans_are_never_added_up_in_silence(shop: Shop) -> None:
    done = shop.imports(
        shop.write(
            "till.csv", "نام;موبایل;تاریخ;مبلغ;شماره فاکتور",
            "سارا;09121234567;1403/01/02;1000 ریال;1", "سارا;09121234567;1403/01/03;1000 تومان;2",
            "رضا;09351234567;1403/01/04;5000 ریال;3",
        )
    )  # fmt: skip
    assert done["files"][0]["kind"] == "purchases"
    assert dict(shop.customers("name", "spend")) == {"سارا": 1000, "رضا": 5000}
    said = "amounts are in several currencies (IRR 2, IRT 1): they are never added up"
    assert said in done["files"][0]["notes"]
    assert "money in IRR; IRT: only IRR is counted" in shop.smbcrm("check", "--format", "csv").out


# ---- I25: nothing


NOTHING = ["N/A", "NULL", "null", "None", "nan", "NaN", "#N/A", "-", "--", ".", "ندارد", "n/a", "—", "نامشخص"]


@pytest.mark.parametrize("token", NOTHING)
def test_i25_a_word_for_nothing_is_nothing_beside_the_name(shop: Shop, token: str) -> None:
    shop.reads(
        "Name;Phone;City;Email", f"Sara;09121234567;{token};{token}", f"Reza;{token};Qom;r@example.com"
    )
    assert shop.customers("phone", "city", "email") == [
        ["+989121234567", "", ""],
        ["", "Qom", "r@example.com"],
    ]


SURNAMES = ["Null", "NA", "True", "None", "Nan", "False"]


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx", "vcf"])
def test_i25_surnames_that_look_like_nothing_survive_import_and_export_and_import(
    shop: Shop, ending: str
) -> None:
    people = [f"{name},{name},0912123456{n}" for n, name in enumerate(SURNAMES)]
    people += [f"Sara,{name},0935123456{n}" for n, name in enumerate(SURNAMES)]
    shop.imports(shop.write("list.csv", "First name,Last name,Mobile", *people))
    before = shop.customers("name", "first_name", "last_name", "phone")
    assert [name for name, *_ in before] == [f"{n} {n}" for n in SURNAMES] + [f"Sara {n}" for n in SURNAMES]
    assert shop.smbcrm("export", f"out.{ending}").code == 0
    (sheet,) = shop.imports(f"out.{ending}")["files"]
    assert (sheet["rows_imported"], sheet["rows_updated"]) == (0, 0)
    assert shop.smbcrm("--data", "other", "import", f"out.{ending}").code == 0
    out = shop.smbcrm(
        "--data", "other", "list", "--columns", "name,first_name,last_name,phone", "--format", "json"
    ).out
    import json

    assert [list(record.values()) for record in json.loads(out)] == before


@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf"])
def test_i25_single_names_that_look_like_nothing_survive_the_same_way(shop: Shop, ending: str) -> None:
    shop.imports(
        shop.write("list.csv", "Name,Mobile", *(f"{name},0912123456{n}" for n, name in enumerate(SURNAMES)))
    )
    before = shop.customers("name", "phone")
    assert [name for name, _ in before] == SURNAMES
    shop.smbcrm("export", f"out.{ending}")
    shop.smbcrm("--data", "other", "import", f"out.{ending}")
    out = shop.smbcrm("--data", "other", "list", "--columns", "name", "--format", "csv").out
    assert out.splitlines()[1:] == SURNAMES


def test_i25_a_workbook_with_true_and_none_in_it(shop: Shop) -> None:
    book = openpyxl.Workbook()
    book.active.append(["First name", "Last name", "Mobile", "Since"])
    book.active.append(["Sara", "True", "09121234567", datetime.date(2020, 1, 2)])
    book.active.append(["Reza", "NA", "09121234568", None])
    book.save("book.xlsx")
    shop.imports("book.xlsx")
    assert shop.customers("name") == [["Sara True"], ["Reza NA"]]


# ---- I26: e-mails

MAILS = [
    (" Sara@Example.COM ", ["sara@example.com"]), ("mailto:sara@example.com", ["sara@example.com"]),
    ("Sara Ahmadi <sara@example.com>", ["sara@example.com"]), ('"Ahmadi, Sara" <sara@example.com>', ["sara@example.com"]),
    ("sara@example.com;s2@example.org", ["sara@example.com", "s2@example.org"]),
    ("sara@example.com; s2@example.org", ["sara@example.com", "s2@example.org"]),
    ("Sara <sara@example.com>; Reza <r@example.org>", ["sara@example.com", "r@example.org"]),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "mails"), MAILS)
def test_i26_an_address_is_taken_out_of_what_stands_around_it(
    shop: Shop, cell: str, mails: list[str]
) -> None:
    quoted = cell.replace('"', '""')
    shop.reads("Name,Phone,E-mail", f'Sara,09121234567,"{quoted}"')
    assert shop.fields()[0]["emails"] == mails


@pytest.mark.parametrize(
    "cell", ["sara@@example", "sara(at)example.com", "sara@example،com", "sara@", "@example.com"]
)
def test_i26_a_bad_address_is_kept_and_flagged(shop: Shop, cell: str) -> None:
    sheet = shop.reads("Name,Phone,E-mail", f"Sara,09121234567,{cell}", "Reza,09121234568,r@example.com", "Mina,09121234569,m@example.com")  # fmt: skip
    assert told(sheet) == [(2, "E-mail", "not a valid e-mail address: kept as typed")]
    assert shop.fields()[0]["emails"] == [cell]


def test_i26_case_makes_no_other_address(shop: Shop) -> None:
    shop.reads("Name,E-mail", "Sara Ahmadi,Sara.A@Example.com", "Sara Ahmadi,sara.a@example.COM")
    assert shop.customers("name", "email") == [["Sara Ahmadi", "sara.a@example.com"]]


def test_i25_what_programs_write_for_nothing_is_no_name(shop: Shop) -> None:
    sheet = shop.reads("Name,Phone", "Nan Lee,555-123-4567", "NaT,555-123-9999", "NAN,555-123-8888", "NaN,")
    assert (sheet["rows_imported"], sheet["rows_skipped"]) == (3, 1)
    assert [row[0] for row in shop.customers("name")] == ["Nan Lee", "", "NAN"]


def test_i23_a_time_without_its_zeros_hides_no_day(shop: Shop) -> None:
    sheet = shop.reads(
        "Name,Date,Amount",
        "Ann Lee,2026-11-12 2:2,5",
        "Bob Rae,13/11/2026 9:5:7,6",
        "Bob Rae,14/11/2026 11:1,7",
    )
    assert not [p for p in sheet["problems"] if p["column"] == "Date"]
