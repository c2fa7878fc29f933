"""What the bytes are: tables of programs that nobody expects, and workbooks packed in an unusual way."""

import io
import zipfile
from collections.abc import Callable

import pytest

from smbcrm.core.grid import Grid
from tests.readers.awkward_binary import xls
from tests.readers.awkward_packages import cell_xml, ods, ods_row, package, sheet_xml, xlsx

Read = Callable[..., Grid]
Refusal = Callable[..., str]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b'ID;PWXL;N;E\r\nC;Y1;X1;K"Name"\r\nE\r\n', "a SYLK file"),
        (b'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n', "a DIF file"),
        (b"[1, 2, 3]", "a JSON file without records"),
    ],
)  # fmt: skip
def test_tables_of_other_programs_are_named(refusal: Refusal, data: bytes, word: str) -> None:
    assert refusal(data, "list.csv") == f"list.csv is {word}, not a table"


def test_a_package_with_windows_paths_is_a_workbook_with_all_its_facts(grid: Read) -> None:
    paths = zipfile.ZipFile(
        io.BytesIO(xlsx(sheet_xml('<row r="1" hidden="1">' + cell_xml("A1", "Sara") + "</row>")))
    )
    data = package({name.replace("/", "\\"): paths.read(name) for name in paths.namelist()})
    read = grid(data, "list.xlsx")
    assert (read.rows, read.hidden_rows) == ([["Sara"]], 1)


@pytest.mark.parametrize("windows", [False, True], ids=["", "windows paths"])
def test_a_workbook_whose_parts_are_in_another_encoding_is_read(grid: Read, *, windows: bool) -> None:
    sheet = f'<row r="1">{cell_xml("A1", "José")}{cell_xml("B1", "São Paulo")}</row>'
    told = sheet_xml(sheet).replace("UTF-8", "ISO-8859-1").encode("latin-1")
    packed = zipfile.ZipFile(io.BytesIO(xlsx(told)))
    assert b"ISO-8859-1" in told
    names = {name: name.replace("/", "\\") if windows else name for name in packed.namelist()}
    data = package({named: packed.read(name) for name, named in names.items()})
    assert list(grid(data, "list.xlsx").rows) == [["José", "São Paulo"]]


def test_a_libreoffice_workbook_may_leave_away_the_word_for_what_it_is(grid: Read) -> None:
    packed = zipfile.ZipFile(io.BytesIO(ods(ods_row(["Name"]) + ods_row(["Sara"]))))
    parts = {name: packed.read(name) for name in packed.namelist() if name != "mimetype"}
    read = grid(package(parts), "list.ods")
    assert (read.kind, read.rows) == ("ods", [["Name"], ["Sara"]])


def test_an_old_workbook_may_write_its_streams_in_capitals(grid: Read) -> None:
    data = xls([("A", [["Name"], ["Sara"]], {2})])
    loud = data.replace("Workbook".encode("utf-16-le"), "WORKBOOK".encode("utf-16-le"))
    read = grid(loud, "list.xls")
    assert (read.rows, read.hidden_rows) == ([["Name"], ["Sara"]], 1)


def test_texts_that_many_cells_share_are_counted_in_each_of_them(refusal: Refusal) -> None:
    long = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{"x" * 100_000}</t></si></sst>'
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 6001))
    assert (
        refusal(xlsx(sheet_xml(cells), texts=long), "list.xlsx")
        == "list.xlsx holds more cells than can be read"
    )
