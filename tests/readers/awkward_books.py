"""Workbooks as people make them: merged, hidden, many sheets, numbers that are not numbers."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.readers.awkward_words import EN, FA


def _fill(sheet: Worksheet, rows: Iterable[Sequence[object]]) -> None:
    for row in rows:
        sheet.append(row)


def _merged_header(book: Workbook) -> None:
    sheet = book.active
    _fill(
        sheet,
        [
            ["لیست مشتریان", None, None, None, None],
            ["مشتری", None, "تماس", None, "خرید"],
            ["نام", "نام خانوادگی", "موبایل", "تلفن", "مبلغ (تومان)"],
            ["سارا", "احمدی", "09123456789", "02188776655", 1250000],
            ["رضا", "کریمی", "09351112233", None, 800000],
        ],
    )
    for area in ("A1:E1", "A2:B2", "C2:D2"):
        sheet.merge_cells(area)
    sheet.sheet_view.rightToLeft = True


def _merged_body(book: Workbook) -> None:
    _fill(
        book.active,
        [
            ["City", "Name", "Phone"],
            ["Tehran", "Sara", "09123456789"],
            [None, "Reza", "09351112233"],
            [None, "Mina", "09121110000"],
            ["Shiraz", "Ali", "09171112233"],
        ],
    )
    book.active.merge_cells("A2:A4")


def _hidden(book: Workbook) -> None:
    sheet = book.active
    sheet.title = "Customers"
    _fill(sheet, EN)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    for title, state in (("old", "hidden"), ("secret", "veryHidden")):
        other = book.create_sheet(title)
        _fill(other, EN[:2])
        other.sheet_state = state


def _many_sheets(book: Workbook) -> None:
    book.active.title = "راهنما"
    _fill(book.active, [["این فایل را پر کنید"], ["با تشکر"]])
    _fill(book.create_sheet("تهران"), FA[:3])
    _fill(book.create_sheet("شیراز"), FA[:1] + FA[3:])
    _fill(book.create_sheet("Pivot"), [["Row Labels", "Sum"], ["تهران", 2]])


def _two_tables(book: Workbook) -> None:
    _fill(book.active, [*EN[:3], [], [], ["Supplier", "Fax"], ["Acme", "021222"]])


def _phones(book: Workbook) -> None:
    sheet = book.active
    _fill(
        sheet,
        [
            ["Name", "Mobile", "Code", "National ID"],
            ["lost zero int", 9123456789, 7, 84575948],
            ["float", 9123456789.0, 7.0, 84575948.0],
            ["+98 int", 989123456789, 12, "0084575948"],
            ["zero format", 9123456789, 7, 84575948],
            ["text", "09123456789", "00007", "0084575948"],
            ["apostrophe", "'09123456789", "'00007", "'0084575948"],
            ["sci text", "9.12346E+09", "7", "8.46E+07"],
            ["00 prefix", "00989123456789", "7", "0084575948"],
            ["landline int", 2188776655, 7, None],
            ["card", 6037991234567890123, 7, None],
        ],
    )
    sheet["B5"].number_format = "00000000000"
    sheet["C5"].number_format = "00000"


def _dates(book: Workbook) -> None:
    sheet = book.active
    _fill(
        sheet,
        [
            ["Name", "Last purchase"],
            ["real date", dt.datetime(2024, 3, 20)],
            ["date only", dt.date(1986, 8, 3)],
            ["serial, no format", 45371],
            ["text iso", "2024-03-20"],
            ["text dmy", "20/03/2024"],
            ["ambiguous", "03/04/2024"],
            ["time only", dt.time(14, 30)],
            ["jalali text", "1403/01/01"],
            ["fake leap", 60],
            ["persian format", dt.datetime(2024, 3, 20)],
        ],
    )
    sheet["B10"].number_format = "yyyy-mm-dd"
    sheet["B11"].number_format = "[$-fa-IR,16]yyyy/mm/dd;@"


def _dates_of_an_old_mac(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904
    _dates(book)


def _formulas(book: Workbook) -> None:
    sheet = book.active
    _fill(
        sheet,
        [
            ["First", "Last", "Full name", "Total", "Site"],
            ["Sara", "Ahmadi", '=A2&" "&B2', "=1000*2", '=HYPERLINK("http://example.com","site")'],
            ["Reza", "Karimi", "=NA()", "=1/0", None],
        ],
    )
    sheet["A2"].hyperlink = "mailto:sara@example.com"


def _rich_text(book: Workbook) -> None:
    sheet = book.active
    _fill(sheet, [["Name", "Notes"], ["Sara", None], ["Reza", "line1_x000D_\nline2"], ["bool", True]])
    sheet["B2"] = CellRichText("VIP ", TextBlock(InlineFont(b=True), "gold"), " customer")
    sheet["A2"].fill = PatternFill("solid", "FFFF00")


def _protected(book: Workbook) -> None:
    _fill(book.active, EN)
    book.active.protection.sheet = True
    book.active.protection.password = "1"


def _didar(book: Workbook) -> None:
    headings = "کد دیدار مشتری,تلفن همراه مشتری,نام خانوادگی مشتری,عنوان مشتری,نام مشتری,نام شرکت,تلفن ثابت مشتری,کد ملی مشتری,آدرس"
    _fill(
        book.active,
        [
            [*headings.split(",")],
            [
                101,
                9123456789,
                "احمدی",
                "مدیر خرید",
                "سارا",
                "",
                "02188776655",
                "0084575948",
                "تهران، خیابان ولیعصر",
            ],
            [102, "09351112233", "کریمی", "", "رضا", "شرکت پارس", "", "", ""],
            [103, "", "یکتا", "", "", "", "", "", ""],
        ],
    )


def _asan(book: Workbook) -> None:
    _fill(
        book.active,
        [
            ["کد حساب", "نام حساب", "موبایل", "تلفن", "کد ملی", "آدرس"],
            ["00012", "فروشگاه سارا", "09123456789", "", "", "کرج"],
            ["00013", "آقای کریمی - بازار", "", "021-22334455", "", ""],
            ["00014", "صندوق", "", "", "", ""],
        ],
    )


_BOOKS: dict[str, Callable[[Workbook], None]] = {
    "xlsx_merged_two_row_header.xlsx": _merged_header,
    "xlsx_merged_city_cells.xlsx": _merged_body,
    "xlsx_hidden_sheet_row_col.xlsx": _hidden,
    "xlsx_many_sheets.xlsx": _many_sheets,
    "xlsx_two_tables_one_sheet.xlsx": _two_tables,
    "num_phones_as_numbers.xlsx": _phones,
    "date_excel_1900.xlsx": _dates,
    "date_excel_1904.xlsx": _dates_of_an_old_mac,
    "xlsx_formulas_no_cache.xlsx": _formulas,
    "xlsx_rich_text.xlsx": _rich_text,
    "lock_sheet_protection_only.xlsx": _protected,
    "exp_didar_contacts.xlsx": _didar,
    "exp_asan_accounts.xlsx": _asan,
}


def files() -> dict[str, bytes]:
    """Give the files by name."""
    made = {}
    for name, fill in _BOOKS.items():
        book = Workbook()
        fill(book)
        book.properties.created = book.properties.modified = dt.datetime(2024, 1, 1)
        data = io.BytesIO()
        book.save(data)
        made[name] = data.getvalue()
    return made
