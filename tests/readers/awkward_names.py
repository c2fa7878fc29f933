"""Files that are not what their names say, and files with nothing in them."""

from __future__ import annotations

import random

from tests.readers.awkward_words import EN, FA, book_of, csv_text


def files() -> dict[str, bytes | str]:
    """Give the files by name; text is meant as UTF-8."""
    whole = book_of(EN)
    return {
        "name_truncated.xlsx": whole[: int(len(whole) * 0.6)],
        "name_csv_inside.xlsx": csv_text(EN),
        "name_xlsx_inside.csv": whole,
        "name_xlsx_inside.xls": whole,
        "name_html_table.xls": "<html><head><meta charset='utf-8'></head><body><table border=1><tr><th>نام</th><th>موبایل</th></tr><tr><td>سارا احمدی</td><td>09123456789</td></tr><tr><td>رضا کریمی</td><td>09351112233</td></tr></table></body></html>",
        "name_xml2003.xls": '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row><Cell><Data ss:Type="String">Name</Data></Cell><Cell><Data ss:Type="String">Phone</Data></Cell></Row><Row><Cell><Data ss:Type="String">Sara</Data></Cell><Cell ss:Index="2"><Data ss:Type="String">09123456789</Data></Cell></Row></Table></Worksheet></Workbook>',
        "name_utf16_tab.xls": b"\xff\xfe" + csv_text(FA, "\t").encode("utf-16-le"),
        "name_png.csv": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
        + bytes(random.Random(1).randrange(256) for _ in range(4000)),
        "name_sqlite.csv": b"SQLite format 3\0" + bytes(4080),
        "name_pdf.csv": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj <<>> endobj\n",
        "~$customers.xlsx": b"\x05owner" + b" " * 49 + b"\x05\0o\0w\0n\0e\0r\0" + b" \0" * 49,
        "._customers.csv": b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + bytes(100),
        "مشتریان ۱۴۰۳ (نهایی) - کپی.csv": csv_text(FA),
        "-rf.csv": csv_text(EN),
        "empty_zero_bytes.csv": b"",
        "empty_zero_bytes.xlsx": b"",
        "empty_bom_only.csv": b"\xef\xbb\xbf",
        "empty_blank_lines.csv": b"\r\n\r\n ,, \r\n",
        "empty_header_only.csv": csv_text(EN[:1]),
        "empty_header_only.xlsx": book_of(EN[:1]),
        "empty_sheet.xlsx": book_of([]),
        "empty_no_header.csv": csv_text(EN[1:]),
    }
