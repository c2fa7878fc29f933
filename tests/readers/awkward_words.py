"""The two small lists that most awkward files hold, and how a list becomes a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

EN = [
    ["Name", "Phone", "Email", "City", "Total spent"],
    ["Sara Ahmadi", "+98 912 345 6789", "sara@example.com", "Tehran", "1250000"],
    ["Reza Karimi", "0935-111-2233", "reza@example.org", "Shiraz", "800000"],
    ["Anna Müller", "+49 30 1234567", "anna@example.net", "Köln", "99.50"],
]
FA = [
    ["نام", "نام خانوادگی", "موبایل", "شهر", "کد ملی", "تاریخ تولد", "مبلغ خرید"],
    ["سارا", "احمدی", "۰۹۱۲۳۴۵۶۷۸۹", "تهران", "۰۰۸۴۵۷۵۹۴۸", "۱۳۶۵/۰۵/۱۲", "۱۲٬۵۰۰٬۰۰۰"],
    ["رضا", "کریمی", "۰۹۳۵۱۱۱۲۲۳۳", "شیراز", "", "۱۳۷۰/۱/۳", "۸۰۰٬۰۰۰"],
    ["مریم", "یکتا", "۰۲۱۸۸۷۷۶۶۵۵", "مشهد", "", "", "۰"],
]
# Windows-1256 has no Persian yeh and no Persian digits.
_OLD_LETTERS = str.maketrans("ی۰۱۲۳۴۵۶۷۸۹٬", "ي0123456789,")
FA1256 = [[cell.translate(_OLD_LETTERS) for cell in row] for row in FA]


def csv_text(
    rows: Iterable[Sequence[object]],
    delimiter: str = ",",
    eol: str = "\r\n",
    quoting: int = csv.QUOTE_MINIMAL,
) -> str:
    """Give rows as csv."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=eol, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return text.getvalue()


def book_of(rows: Iterable[Sequence[object]]) -> bytes:
    """Give rows as an xlsx workbook with the one sheet Customers."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Customers"
    for row in rows:
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()
