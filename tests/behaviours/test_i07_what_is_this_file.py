"""I07 to I09: a file is what it holds, not what it is called; what is no list is refused with the reason."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.behaviours.conftest import Shop

_LIBRARY_WORDS = re.compile(
    r"Error|Exception|BadZip|Traceback|zipfile|calamine|openpyxl|pandas|xlrd|panick|codec|decode", re.IGNORECASE
)  # fmt: skip

OUTCOMES = [
    ("name_csv_inside.xlsx", "named .xlsx but it is plain text; read as that", 3),
    ("name_xlsx_inside.csv", "named .csv but it is an Excel workbook (xlsx); read as that", 3),
    ("name_xlsx_inside.xls", "named .xls but it is an Excel workbook (xlsx); read as that", 3),
    ("name_html_table.xls", "named .xls but it is a web page; read as that", 2),
    ("name_utf16_tab.xls", "named .xls but it is plain text; read as that", 3),
]
REFUSALS = [
    ("name_truncated.xlsx", 3, "name_truncated.xlsx is damaged or incomplete."),
    ("name_png.csv", 3, "name_png.csv is a picture, not a table."),
    ("name_sqlite.csv", 3, "name_sqlite.csv is a database, not a table."),
    ("name_pdf.csv", 3, "name_pdf.csv is a PDF, not a table."),
    (
        "name_xml2003.xls",
        5,
        "name_xml2003.xls: the file is an Excel 2003 XML workbook; check that every column was read; nothing was imported.",
    ),
]


@pytest.mark.parametrize(("name", "said", "rows"), OUTCOMES)
def test_i07_a_file_is_read_as_what_it_holds_and_that_is_said(
    shop: Shop, awkward_files: Path, name: str, said: str, rows: int
) -> None:
    (sheet,) = shop.imports(awkward_files / name)["files"]
    assert said in sheet["notes"]
    assert sheet["rows_imported"] == rows


@pytest.mark.parametrize(("name", "code", "said"), REFUSALS)
def test_i07_what_is_no_table_is_refused_in_the_owners_words(
    shop: Shop, awkward_files: Path, name: str, code: int, said: str
) -> None:
    assert shop.refuses(awkward_files / name, code=code) == said
    assert not _LIBRARY_WORDS.search(said)


def test_i07_an_excel_2003_file_is_read_when_somebody_is_there_to_look(
    shop: Shop, awkward_files: Path
) -> None:
    done = shop.smbcrm("import", str(awkward_files / "name_xml2003.xls"))
    assert done.code == 0, done.err
    assert len(shop.customers("id")) == 1


def test_i08_a_locked_workbook_says_password_and_opens_with_it(shop: Shop, awkward_files: Path) -> None:
    pytest.importorskip("msoffcrypto")
    locked = awkward_files / "lock_password_1234.xlsx"
    assert shop.refuses(locked) == "lock_password_1234.xlsx is protected by a password."
    assert shop.refuses(locked, "--password", "4321") == "the password does not open lock_password_1234.xlsx."
    assert shop.imports(locked, "--password", "1234")["files"][0]["rows_imported"] == 3


def test_i08_a_locked_old_workbook_says_password(shop: Shop) -> None:
    head = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12) + b"\x2f\x00\x36\x00" + bytes(54)
    mark = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    Path("old.xls").write_bytes(mark + head + "Workbook\0".encode("utf-16-le"))
    assert shop.refuses("old.xls") == "old.xls is protected by a password."


def test_i08_a_folder_is_read_and_what_lies_in_it_beside_lists_is_named_with_the_reason(
    shop: Shop, awkward_files: Path
) -> None:
    folder = Path("lists")
    (folder / "inner").mkdir(parents=True)
    for name in ("~$customers.xlsx", "._customers.csv", "merge_a.csv", "name_png.csv", "csv_tab.csv"):
        shutil.copy(awkward_files / name, folder)
    (folder / "Thumbs.db").write_bytes(b"\0" * 600)
    (folder / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    done = shop.smbcrm("--no-input", "import", "lists", "--format", "json")
    assert done.code == 3
    assert {line.split("error: ")[1] for line in done.err.splitlines() if "error: " in line} == {
        "inner is a folder inside the folder.",
        "name_png.csv is a picture, not a table.",
    }
    assert {line for line in done.err.splitlines() if line.endswith(": left out.")} == {
        "~$customers.xlsx is a lock file of Excel; close the list in Excel: left out.",
        "._customers.csv is a hidden file of macOS: left out.",
        ".DS_Store is a hidden file of macOS: left out.",
        "Thumbs.db is a hidden file of Windows: left out.",
    }
    assert [name for (name,) in shop.customers("name")][:3] == ["Sara Ahmadi", "Reza Karimi", "Anna Müller"]


def test_i08_what_programs_leave_in_a_folder_fails_no_import(shop: Shop, awkward_files: Path) -> None:
    folder = Path("lists")
    folder.mkdir()
    shutil.copy(awkward_files / "merge_a.csv", folder)
    (folder / "desktop.ini").write_bytes(b"[.ShellClassInfo]")
    (folder / ".~lock.merge_a.csv#").write_bytes(b",reza,pc,;")
    done = shop.smbcrm("--no-input", "import", "lists")
    assert done.code == 0
    assert "desktop.ini is a hidden file of Windows: left out." in done.err
    (folder / "merge_a.csv").unlink()
    assert shop.smbcrm("--no-input", "import", "lists").code == 3


@pytest.mark.parametrize("name", ["~$customers.xlsx", "._customers.csv", "dir_named.csv"])
def test_i08_one_of_them_named_by_itself_is_refused(shop: Shop, awkward_files: Path, name: str) -> None:
    assert name in shop.refuses(awkward_files / name) or not list((awkward_files / name).iterdir())


def test_i09_empty_marked_and_blank_files_are_told_apart(shop: Shop, awkward_files: Path) -> None:
    said = [
        shop.refuses(awkward_files / name)
        for name in (
            "empty_zero_bytes.csv",
            "empty_bom_only.csv",
            "empty_blank_lines.csv",
            "empty_sheet.xlsx",
        )
    ]
    assert said == [
        "empty_zero_bytes.csv is empty.",
        "empty_bom_only.csv holds the mark that a text file begins with, and no text.",
        "empty_blank_lines.csv holds no text, only blank lines.",
        "sheet Customers of empty_sheet.xlsx is empty.",
    ]


@pytest.mark.parametrize("name", ["empty_header_only.csv", "empty_header_only.xlsx"])
def test_i09_headings_without_rows_are_no_fault_and_are_said(
    shop: Shop, awkward_files: Path, name: str
) -> None:
    (sheet,) = shop.imports(awkward_files / name)["files"]
    assert sheet["rows_read"] == 0
    assert "there are headings and no rows below them" in sheet["notes"]
    assert shop.customers("id") == []


def test_i09_headings_without_rows_are_no_version_that_lost_all_its_customers(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", "Name,Phone", "Sara,09121234567", "Reza,09121234568"))
    (sheet,) = shop.imports(shop.write("list.csv", "Name,Phone"))["files"]
    assert (sheet["rows_read"], sheet["rows_gone"]) == (0, 0)
    assert len(shop.customers("id")) == 2
