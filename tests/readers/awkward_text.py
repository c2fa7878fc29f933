"""Text tables in every encoding and dialect, and with tables in odd places."""

from __future__ import annotations

from tests.readers.awkward_words import EN, FA, FA1256, csv_text


def _garbled(text: str) -> str:
    """Give a text as it looks when its UTF-8 is read as Windows-1252."""
    return text.encode().decode("cp1252", "replace").replace("\ufffd", "?")


def files() -> dict[str, bytes | str]:
    """Give the files by name; text is meant as UTF-8."""
    return {
        "enc_utf8_bom.csv": b"\xef\xbb\xbf" + csv_text(FA).encode(),
        "enc_utf8_double_bom.csv": b"\xef\xbb\xbf\xef\xbb\xbf" + csv_text(FA).encode(),
        "enc_utf16le_bom.csv": b"\xff\xfe" + csv_text(FA, "\t").encode("utf-16-le"),
        "enc_utf16be_bom.csv": b"\xfe\xff" + csv_text(FA).encode("utf-16-be"),
        "enc_utf16le_nobom.csv": csv_text(EN).encode("utf-16-le"),
        "enc_utf16le_nobom_fa.csv": csv_text(FA).encode("utf-16-le"),
        "enc_cp1256_fa.csv": csv_text(FA1256).encode("cp1256"),
        "enc_cp1252_de.csv": csv_text(EN, ";").encode("cp1252"),
        "enc_macroman.csv": csv_text(EN).encode("mac_roman"),
        "enc_mixed_utf8_cp1256.csv": csv_text(FA[:2]).encode() + csv_text(FA1256[2:]).encode("cp1256"),
        "enc_mojibake_fa.csv": _garbled(csv_text(FA)),
        "enc_nul_bytes.csv": csv_text(EN).replace("Sara", "Sa\0ra").encode(),
        "enc_control_chars.csv": csv_text(
            [
                ["Name", "Phone"],
                ["Sara\x0bAhmadi\x1b[31m", "0912\u202a3456789\u202c"],
                ["Reza\x00", "\u200e09351112233"],
            ]
        ),
        "csv_semicolon_decimal_comma.csv": csv_text(
            [
                ["Name", "Telefon", "Umsatz"],
                ["Müller, Anna", "030/1234567", "1.234,50"],
                ["Schmidt, Jörg", "0171 2345678", "99,00"],
            ],
            ";",
        ),
        "csv_tab.csv": csv_text(EN, "\t"),
        "csv_pipe.csv": csv_text(EN, "|"),
        "csv_caret.csv": csv_text(EN, "^"),
        "csv_arabic_comma.csv": csv_text(FA, "،"),
        "csv_sep_line.csv": "sep=;\r\n" + csv_text(EN, ";"),
        "csv_sep_line_utf16.csv": b"\xff\xfe" + ("sep=\t\r\n" + csv_text(FA, "\t")).encode("utf-16-le"),
        "csv_quoted_newlines.csv": csv_text(
            [
                ["Name", "Address", "Phone"],
                ["Sara Ahmadi", 'Valiasr St.\nNo. 12, "Unit 3"\nTehran', "09123456789"],
                ["Reza", "Line1\r\nLine2", "09351112233"],
            ]
        ),
        "csv_cr_only.csv": csv_text(EN, eol="\r"),
        "csv_mixed_eol.csv": "Name,Phone\r\nSara,09123456789\nReza,09351112233\rAnna,0301234567",
        "csv_unterminated_quote.csv": 'Name,Address,Phone\r\nSara,"Valiasr St,09123456789\r\nReza,Azadi St,09351112233\r\nAnna,Linden,0301234567\r\n',
        "csv_bare_quotes.csv": 'Name,Size,Phone\r\nSara "Sasa" Ahmadi,12" pipe,09123456789\r\n',
        "csv_backslash_escape.csv": 'Name,Notes,Phone\r\n"Sara","said \\"hi\\", left",09123456789\r\n',
        "csv_ragged.csv": "Name,Phone,Email,City\r\nSara,09123456789,sara@example.com,Tehran\r\nReza,09351112233\r\nAnna,0301234567,anna@example.net,Köln,extra,more\r\n\r\nMina,09121110000,,Qom\r\n",
        "csv_trailing_delims.csv": "Name,Phone,,,\r\nSara,09123456789,,,\r\nReza,09351112233,,,\r\n",
        "csv_holoo_shattered_prices.csv": csv_text(
            [["رديف", "نام حساب", "تلفن", "مانده", "شهر"]], eol="\r\n"
        ).encode("cp1256")
        + "1,احمدي,02188776655,2,390,000,تهران\r\n2,كريمي,02122334455,800,000,شيراز\r\n3,يكتا,05138445566,0,مشهد\r\n".encode(
            "cp1256"
        ),
        "csv_only_one_column.csv": "تلفن\r\n09123456789\r\n09351112233\r\n",
        "csv_smart_quotes.csv": "Name,Notes\r\nSara,“VIP, loyal”\r\n",
        "head_title_rows.csv": csv_text(
            [["فروشگاه سارا - لیست مشتریان"], ["تاریخ گزارش: ۱۴۰۳/۰۵/۱۲", "", "صفحه ۱"], [], *FA]
        ),
        "head_duplicate.csv": csv_text(
            [
                ["Name", "Phone", "Phone", "Email", "Email "],
                ["Sara", "09123456789", "02188776655", "s@example.com", "s2@example.com"],
            ]
        ),
        "head_blank.csv": csv_text(
            [["Name", "", "Phone", ""], ["Sara", "VIP", "09123456789", ""], ["Reza", "", "09351112233", ""]]
        ),
        "head_case_space_zwnj.csv": csv_text(
            [
                ["  شماره‌ی موبايل ", "نام و نام خانوادگي", "E-MAIL  address", "كد ملي"],
                ["09123456789", "سارا احمدي", "s@example.com", "0084575948"],
            ]
        ),
        "head_numbers.csv": csv_text([["1", "2", "3"], ["Sara", "09123456789", "Tehran"]]),
        "head_repeated_midfile.csv": csv_text(
            FA[:2] + FA[:1] + FA[2:3] + [["-----", "-----", "-----", "", "", "", ""]] + FA[3:]
        ),
        "foot_totals.csv": csv_text(
            [
                *EN,
                ["", "", "", "", ""],
                ["Total", "", "", "3 customers", "2050099.5"],
                ["جمع کل", "", "", "", "2050099.5"],
            ]
        ),
        "head_not_first_col.csv": csv_text(
            [["", "", "Name", "Phone"], ["", "", "Sara", "09123456789"], ["", "", "Reza", "09351112233"]]
        ),
    }
