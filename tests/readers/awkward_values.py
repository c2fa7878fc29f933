"""Text tables whose cells are odd: numbers, dates, people, formulas, very long and very many cells."""

from __future__ import annotations

import csv

from tests.readers.awkward_words import csv_text

_INJECTION = [
    ["Name", "Phone", "Email", "Notes"],
    ["=cmd|' /C calc'!A0", "+989121111111", "a@example.com", '=HYPERLINK("http://127.0.0.1/?"&A1,"click")'],
    ["+SUM(1+1)*cmd|' /C calc'!A0", "+989121111112", "b@example.com", "-2+3+cmd|' /C calc'!A0"],
    ["@SUM(1+9)*cmd|' /C calc'!A0", "+989121111113", "c@example.com", "\t=1+1"],
    ["\r=1+1", "+989121111114", "d@example.com", "＝1+1"],
    ["-", "-", "e@example.com", "plain dash is not an attack"],
]


def files() -> dict[str, bytes | str]:
    """Give the files by name; text is meant as UTF-8."""
    wide = ["Name", "Phone", *(f"Q{i}" for i in range(298))]
    return {
        "sec_formula_injection.csv": csv_text(_INJECTION, quoting=csv.QUOTE_ALL),
        "size_300_columns.csv": csv_text(
            [wide]
            + [[f"Cust {i}", f"0912000{i:04d}"] + [str((i * j) % 7) for j in range(298)] for i in range(50)]
        ),
        "size_10mb_cell.csv": csv_text(
            [
                ["Name", "Phone", "Notes"],
                ["Sara Ahmadi", "09123456789", "x" * 10_000_000],
                ["Reza Karimi", "09351112233", "ok"],
            ]
        ),
        "num_phones_as_floats.csv": csv_text(
            [
                ["name", "mobile", "national_id"],
                ["pandas float", "9123456789.0", "84575948.0"],
                ["excel sci", "9.12E+09", "8.46E+07"],
                ["ok", "09123456789", "0084575948"],
                ["nan", "nan", "None"],
            ]
        ),
        "num_amounts.csv": csv_text(
            [
                ["نام", "مبلغ خرید"],
                ["a", "۱۲٬۵۰۰٬۰۰۰ ریال"],
                ["b", "12,500,000 تومان"],
                ["c", "١٢٥٠٠٠٠"],
                ["d", "۱۲/۵"],
                ["e", "1.250,50 €"],
                ["f", "(1,200)"],
                ["g", "1200-"],
                ["h", "۵۰۰ هزار تومان"],
                ["i", "2 میلیون"],
                ["j", "$1,234.50"],
                ["k", "—"],
                ["l", "رایگان"],
            ],
            ";",
        ),
        "date_jalali_text.csv": csv_text(
            [
                ["نام", "تاریخ آخرین خرید"],
                ["a", "1403/05/12"],
                ["b", "۱۴۰۳/۵/۱۲"],
                ["c", "1403-5-12"],
                ["d", "14030512"],
                ["e", "12/05/1403"],
                ["f", "۱۲ مرداد ۱۴۰۳"],
                ["g", "03/05/12"],
                ["h", "1402/12/30"],
                ["i", "1403/12/30"],
                ["j", "1403/13/01"],
                ["k", "2024-08-02"],
                ["l", "جمعه ۱۲ مرداد ۱۴۰۳"],
                ["m", "1403/05/12 14:30"],
            ]
        ),
        "date_gregorian_fa_digits.csv": csv_text(
            [
                ["نام", "تاریخ"],
                ["a", "۲۰۲۴/۰۸/۰۲"],
                ["b", "2024.08.02"],
                ["c", "2 Aug 2024"],
                ["d", "٢٠٢٤-٠٨-٠٢"],
            ]
        ),
        "text_same_person_unicode.csv": csv_text(
            [
                ["نام", "موبایل"],
                ["علی کریمی", "09123456789"],
                ["علي كريمي", "۰۹۱۲۳۴۵۶۷۸۹"],
                ["علی‌ کریمی", "+98 912 345 6789"],
                ["علی  کریمی ", "٠٩١٢٣٤٥٦٧٨٩"],
                ["عَلی کریـمی", "00989123456789"],
                ["\u200fعلی کریمی\u200e", "9123456789"],
            ]
        ),
        "text_many_phones.csv": csv_text(
            [
                ["نام", "تلفن"],
                ["a", "09123456789 / 02188776655"],
                ["b", "09123456789-09351112233"],
                ["c", "۰۹۱۲۳۴۵۶۷۸۹، ۰۹۳۵۱۱۱۲۲۳۳"],
                ["d", "09123456789\n021-88776655 داخلی 12"],
                ["e", "موبایل: 09123456789 خانه: 88776655"],
                ["f", "021-88776655-7"],
                ["g", "09123456789 و 09351112233"],
                ["h", "0912 345 67 89"],
                ["i", "ندارد"],
                ["j", "091234567"],
            ]
        ),
        "text_last_first.csv": csv_text(
            [
                ["Name", "Phone"],
                ["Ahmadi, Sara", "09123456789"],
                ["Karimi Reza", "09351112233"],
                ["Dr. Anna-Lena von der Heide", "0301234567"],
                ["خانم مهندس سارا احمدی", "09120000001"],
                ["Acme Trading Co. (Mr. Bahrami)", "02188776655"],
                ["شرکت پارس - آقای کریمی", "02122334455"],
                ["علی", "09120000002"],
                ["Null", "09120000003"],
                ["True", "09120000004"],
                ["NA", "09120000005"],
            ]
        ),
        "text_null_tokens.csv": csv_text(
            [
                ["Name", "Phone", "City"],
                ["Sara Null", "N/A", "NULL"],
                ["Reza", "-", "ندارد"],
                ["Mina", "None", "nan"],
                ["Ali", "#N/A", "#REF!"],
                ["Omid", "0", "."],
                ["Hana", "NA", "NA"],
            ]
        ),
        "text_emails.csv": csv_text(
            [
                ["Name", "Email"],
                ["a", " Sara@Example.COM "],
                ["b", "sara@example.com; sara2@example.org"],
                ["c", "Sara Ahmadi <sara@example.com>"],
                ["d", "mailto:sara@example.com"],
                ["e", "sara@@example"],
                ["f", "سارا@نمونه.com"],
                ["g", "sara@example،com"],
                ["h", "sara(at)example.com"],
            ]
        ),
    }
