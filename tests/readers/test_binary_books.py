"""Binary workbooks: the hidden rows and the errors that the native reader drops are told."""

import io
import random
import struct
import zipfile
from collections.abc import Callable

import pytest

from smbcrm.core.grid import Grid
from smbcrm.errors import SmbcrmError
from smbcrm.readers.open_file import read_stream
from smbcrm.readers.spreadsheets.binary_scan import scan_xls
from tests.readers.awkward_binary import NOT_AVAILABLE, REFERENCE, old_book, xls, xlsb, xlsb_without_columns
from tests.readers.awkward_packages import ods
from tests.readers.awkward_words import EN, book_of

_ROWS = [["نام", "City"], ["سارا", NOT_AVAILABLE], ["Reza", "Qom"], ["Mina", NOT_AVAILABLE]]


def _told(grid: Grid) -> list[tuple[str, str]]:
    return [(problem.column, str(problem.what)) for problem in grid.problems]


def test_an_old_workbook_tells_its_hidden_rows_and_errors() -> None:
    data = xls([("برگه", _ROWS, {2, 3}), ("B", [["Name", "x"], [REFERENCE, "y"]], set())])
    first, second = read_stream(data, name="list.xls").grids
    assert (first.sheet, first.hidden_rows, first.rows) == (
        "برگه",
        2,
        [["نام", "City"], ["سارا"], ["Reza", "Qom"], ["Mina"]],
    )
    assert _told(first) == [("B", "2 cells hold an error of the spreadsheet (#N/A) and were read as empty")]
    assert (second.hidden_rows, second.rows) == (0, [["Name", "x"], ["", "y"]])
    assert _told(second) == [("A", "1 cell holds an error of the spreadsheet (#REF!) and was read as empty")]


def test_numbers_keep_the_leading_zeros_that_their_format_shows() -> None:
    form = b"00000000000"
    styles = struct.pack("<HHHHB", 0x041E, 5 + len(form), 164, len(form), 0) + form
    styles += struct.pack("<HHHH", 0x00E0, 4, 0, 0) + struct.pack("<HHHH", 0x00E0, 4, 0, 164)
    packed = struct.pack("<HI", 1, (12 << 2) | 2)
    cells = [
        (0x0203, struct.pack("<HHHd", 1, 0, 1, 9123456789)),
        (0x0203, struct.pack("<HHHd", 1, 1, 0, 9123456789)),
        (0x027E, struct.pack("<HHHI", 1, 2, 1, (7 << 2) | 2)),
        (0x00BD, struct.pack("<HH", 1, 3) + packed + packed + struct.pack("<H", 4)),
    ]
    more = b"".join(struct.pack("<HH", kind, len(content)) + content for kind, content in cells)
    [grid] = read_stream(xls([("A", [["Mobile"]], set())], more=more, styles=styles), name="list.xls").grids
    assert grid.rows[1] == ["09123456789", "9123456789", "00000000007", "00000000012", "00000000012"]


def test_a_binary_workbook_tells_its_hidden_rows_and_errors() -> None:
    [grid] = read_stream(xlsb(_ROWS, {3}), name="list.xlsb").grids
    assert (grid.kind, grid.hidden_rows) == ("xlsb", 1)
    assert grid.rows == [["نام", "City"], ["سارا"], ["Reza", "Qom"], ["Mina"]]
    assert _told(grid) == [("B", "2 cells hold an error of the spreadsheet (#N/A) and were read as empty")]


def test_one_sheet_of_an_old_workbook_keeps_what_belongs_to_it() -> None:
    data = xls([("A", [["Name"], ["Ali"]], {2}), ("B", _ROWS, {3})])
    [grid] = read_stream(data, name="list.xls", sheet="B").grids
    assert (grid.sheet, grid.hidden_rows, len(grid.problems)) == ("B", 1, 1)


@pytest.mark.parametrize("seed", range(200))
def test_a_broken_old_workbook_never_breaks_the_scan(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(xls([("A", _ROWS, {2})]))
    for _ in range(chance.choice([1, 4, 40])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    cut = bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])
    assert isinstance(scan_xls(cut), list)


@pytest.mark.parametrize("seed", range(3))
def test_a_broken_binary_workbook_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    rows = [[chance.choice(["Sara", NOT_AVAILABLE]) for _ in range(3)] for _ in range(20)]
    data = bytearray(xlsb(rows, {1}))
    data[chance.randrange(400, len(data) - 600)] ^= 0xFF
    told = ""
    try:
        read_stream(bytes(data), name="list.xlsb")
    except SmbcrmError as error:
        told = str(error.what)
    assert not told or "list.xlsb" in told


def test_cells_that_tell_no_column_stand_right_of_the_one_before() -> None:
    rows = [
        ["نام", "City", "Score", "Active"],
        ["سارا", "Qom", 8.5, True],
        ["Reza", NOT_AVAILABLE, 7.0, False],
    ]
    [grid] = read_stream(xlsb_without_columns(rows), name="list.xlsb").grids
    assert grid.rows == [
        ["نام", "City", "Score", "Active"],
        ["سارا", "Qom", "8.5", "TRUE"],
        ["Reza", "", "7", "FALSE"],
    ]
    assert _told(grid) == [("B", "1 cell holds an error of the spreadsheet (#N/A) and was read as empty")]


def _renamed(data: bytes, name: Callable[[str], str]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(whole, "w") as copy:
        for part in package.namelist():
            copy.writestr(name(part), package.read(part))
    return whole.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        lambda part: "/" + part,
        lambda part: part.replace("/", "\\"),
        lambda part: part.upper() if part.startswith("xl/") else part,
    ],
    ids=["slash before", "backslashes", "capitals"],
)
def test_parts_of_a_binary_workbook_are_found_however_they_are_named(name: Callable[[str], str]) -> None:
    [grid] = read_stream(_renamed(xlsb(_ROWS, {3}), name), name="list.xlsb").grids
    assert (grid.hidden_rows, grid.rows[2]) == (1, ["Reza", "Qom"])


@pytest.mark.parametrize("name", [lambda part: "/" + part, lambda part: part.replace("/", "\\")])
def test_parts_of_other_workbooks_are_found_however_they_are_named(name: Callable[[str], str]) -> None:
    table = '<table:table-row><table:table-cell office:value-type="string"><text:p>Sara</text:p></table:table-cell></table:table-row>'
    for data, file in ((book_of(EN), "list.xlsx"), (ods(table), "list.ods")):
        assert (
            read_stream(_renamed(data, name), name=file).grids[0].rows
            == read_stream(data, name=file).grids[0].rows
        )


@pytest.mark.parametrize("version", [3, 4])
def test_cells_of_the_oldest_excel_are_read_in_books_of_the_next_ones(version: int) -> None:
    [grid] = read_stream(old_book(version, [["Name", "Balance"], ["Sara", 1250.5]]), name="list.xls").grids
    assert grid.rows == [["Name", "Balance"], ["Sara", "1250.5"]]


@pytest.mark.parametrize("before", [b"\r\n", b"\n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_what_a_web_page_put_before_a_workbook_is_passed_over(before: bytes) -> None:
    for data, name in ((xlsb(_ROWS, {3}), "list.xlsb"), (xls([("A", _ROWS, set())]), "list.xls")):
        [grid] = read_stream(before + data, name=name).grids
        assert grid.rows[2] == ["Reza", "Qom"]
