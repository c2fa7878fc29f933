"""Old workbooks that only our own reader takes: bare records, texts of one byte a letter, cells far apart."""

import struct
from collections.abc import Callable

import pytest

from smbcrm.core.grid import Grid
from smbcrm.readers.open_file import read_stream
from smbcrm.readers.spreadsheets import biff
from smbcrm.readers.spreadsheets.old_excel import is_ours, read_old_excel
from tests.readers.awkward_binary import xls

Read = Callable[..., Grid]
Refusal = Callable[..., str]


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _place(row: int, column: int, form: int = 0) -> bytes:
    return struct.pack("<HHH", row, column, form)


def _label(row: int, column: int, text: str | bytes, page: str = "cp1256") -> bytes:
    data = text if isinstance(text, bytes) else text.encode(page)
    return _record(0x0204, _place(row, column) + struct.pack("<H", len(data)) + data)


def _number(row: int, column: int, value: float, form: int = 0) -> bytes:
    return _record(0x0203, _place(row, column, form) + struct.pack("<d", value))


def _bare(
    *cells: bytes, begin: bytes = struct.pack("<HHHH", 0x0500, 0x0010, 0, 0), kind: int = 0x0809
) -> bytes:
    return _record(kind, begin) + b"".join(cells) + _record(0x000A)


def test_the_bare_records_of_a_till_are_a_workbook(grid: Read) -> None:
    cells = [_label(0, 0, "نام"), _label(0, 1, "موبايل"), _label(1, 0, "سارا"), _number(1, 1, 9123456789)]
    read = grid(_bare(*cells), "list.xls")
    assert (read.kind, read.rows) == ("xls", [["نام", "موبايل"], ["سارا", "9123456789"]])


def test_records_whose_beginning_says_nothing_are_read_all_the_same(grid: Read) -> None:
    cells = [_label(0, 0, "Name"), _label(1, 0, "Sara")]
    assert grid(_bare(*cells, begin=b"\0\0\0\x10\0\0\0\0"), "list.xls").rows == [["Name"], ["Sara"]]
    assert grid(_bare(*cells)[:-4], "list.xls").rows == [["Name"], ["Sara"]]


def test_the_oldest_excel_is_read(grid: Read) -> None:
    old = b"\0\0\0"
    cells = [
        _record(0x0004, struct.pack("<HH", 0, 0) + old + b"\x04Name"),
        _record(0x0002, struct.pack("<HH", 1, 0) + old + struct.pack("<H", 12)),
        _record(0x0003, struct.pack("<HH", 1, 1) + old + struct.pack("<d", 0.5)),
        _record(0x001E, b"\x07General"),
        _record(0x001E, b"\x08d/m/yyyy"),
        _record(0x0003, struct.pack("<HH", 1, 3) + b"\0\1\0" + struct.pack("<d", 32_000)),
        _record(0x0005, struct.pack("<HH", 1, 2) + old + b"\x01\x00"),
    ]
    read = grid(_bare(*cells, begin=struct.pack("<HH", 2, 0x0010), kind=0x0009), "list.xls")
    assert read.rows == [["Name"], ["12", "0.5", "TRUE", "1987-08-11"]]


def test_every_record_of_a_cell_is_understood(grid: Read) -> None:
    packed = struct.pack("<HI", 0, (1250 << 2) | 3) + struct.pack("<HI", 0, (7 << 2) | 2)
    formula = _place(2, 0) + struct.pack("<d", 3.25) + b"\0" * 8
    text = _place(2, 1) + b"\0\0\0\0\0\0\xff\xff" + b"\0" * 8
    wrong = _place(2, 2) + b"\2\0\x2a\0\0\0\xff\xff" + b"\0" * 8
    cells = [
        _record(0x00BD, struct.pack("<HH", 0, 1) + packed + struct.pack("<H", 2)),
        _record(0x027E, _place(1, 0) + struct.pack("<I", (-5 << 2) & 0xFFFFFFFF | 2)),
        _record(0x0205, _place(1, 1) + b"\0\0"),
        _record(0x0006, formula),
        _record(0x0006, text),
        _record(0x0207, struct.pack("<H", 4) + b"Sara"),
        _record(0x0006, wrong),
        _record(0x0208, struct.pack("<HHHHHHI", 1, 0, 2, 255, 0, 0, 0x20)),
        _record(0x00E5, struct.pack("<HHHHH", 1, 1, 2, 3, 3)),
        _label(1, 3, "both"),
        _label(2, 4, "end"),
    ]
    read = grid(_bare(*cells), "list.xls")
    assert read.rows == [["", "12.5", "7"], ["-5", "FALSE", "", "both"], ["3.25", "Sara", "", "both", "end"]]
    assert read.hidden_rows == 1
    assert [str(problem.what) for problem in read.problems] == [
        "1 cell under a merged cell was filled with its value",
        "1 cell holds an error of the spreadsheet (#N/A) and was read as empty",
    ]


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        (b"yyyy/mm/dd", 45371, "2024-03-20"),
        (b"hh:mm", 0.5, "12:00:00"),
        (b"00000000000", 9123456789, "09123456789"),
        (b"#,##0", 9123456789, "9123456789"),
    ],
)
def test_the_format_of_a_number_tells_days_and_zeros(
    grid: Read, form: bytes, value: float, text: str
) -> None:
    told = _record(0x041E, struct.pack("<HB", 164, len(form)) + form)
    styles = _record(0x00E0, struct.pack("<HHHH", 0, 164, 0, 0))
    book = _record(0x0809, struct.pack("<HHHH", 0x0500, 0x0005, 0, 0)) + told + styles + _record(0x000A)
    assert grid(book + _bare(_number(0, 0, value)), "list.xls").rows == [[text]]


@pytest.mark.parametrize("told", [1252, 1200, 0, 1256])
def test_a_wrong_code_page_garbles_no_name(grid: Read, told: int) -> None:
    page = _record(0x0042, struct.pack("<H", told))
    font = _record(0x0031, bytes(12) + bytes([178]) + b"\0\x05Arial")
    book = _record(0x0809, struct.pack("<HHHH", 0x0500, 0x0005, 0, 0)) + page + font + _record(0x000A)
    assert grid(book + _bare(_label(0, 0, "علي")), "list.xls").rows == [["علي"]]


def test_a_text_over_several_records_is_put_together() -> None:
    first = struct.pack("<II", 2, 2) + struct.pack("<HB", 6, 1) + "سار".encode("utf-16-le")
    second = b"\x01" + "ا 1".encode("utf-16-le") + struct.pack("<HBH", 4, 8, 1) + b"Re"
    third = b"\x00" + b"za" + b"\0\0\0\0"
    assert biff.shared_texts([first, second, third]) == ["سارا 1", "Reza"]
    assert biff.shared_texts([first[:-2]]) == []


def test_the_long_text_of_a_formula_is_read_whole(grid: Read) -> None:
    long = ["Sara likes roses. " * 300, "گل سرخ " * 400, "short"]
    more = b""
    for row, text in enumerate(long, 1):
        wide = not text.isascii()
        data = text.encode("utf-16-le" if wide else "latin-1")
        parts = [data[at : at + 2_000] for at in range(0, len(data), 2_000)]
        more += _record(0x0006, _place(row, 1) + b"\0\0\0\0\0\0\xff\xff" + b"\0" * 8)
        more += _record(0x0207, struct.pack("<HB", len(text), wide) + parts[0])
        more += b"".join(_record(0x003C, bytes([wide]) + part) for part in parts[1:])
    data = xls([("A", [["Name", "Note"], ["Sara"], ["Reza"], ["Mina"]], set())], more=more)
    rows = [["Name", "Note"], ["Sara", long[0]], ["Reza", long[1]], ["Mina", long[2]]]
    assert [list(row) for row in grid(data, "list.xls").rows] == rows


def test_formulas_in_the_record_of_an_older_excel_are_read(grid: Read) -> None:
    more = _record(0x0406, _place(1, 1) + struct.pack("<d", 12) + b"\0" * 8)
    data = xls([("A", [["Name", "Visits"], ["Sara"]], set())], more=more)
    assert list(grid(data, "list.xls").rows[1]) == ["Sara", "12"]


@pytest.mark.parametrize(
    ("index", "form", "text"),
    [
        (59, "mmm d, yyyy", "2024-03-20"),
        (50, "0.00000E+00", "45371"),
        (14, "0", "45371"),
        (14, "m/d/yyyy", "2024-03-20"),
    ],
)
def test_a_format_is_what_the_workbook_says_it_is(grid: Read, index: int, form: str, text: str) -> None:
    told = _record(0x041E, struct.pack("<HHB", index, len(form), 0) + form.encode())
    styles = _record(0x00E0, struct.pack("<HHHH", 0, index, 0, 0))
    data = xls([("A", [["Name", "Day"], ["Sara"]], set())], styles=told + styles, more=_number(1, 1, 45371))
    assert list(grid(data, "list.xls").rows[1]) == ["Sara", text]


def test_a_long_text_that_breaks_off_is_read_as_far_as_it_goes(grid: Read) -> None:
    more = _record(0x0006, _place(1, 1) + b"\0\0\0\0\0\0\xff\xff" + b"\0" * 8)
    more += _record(0x0207, struct.pack("<HB", 50, 0) + b"Sara likes") + _record(0x003C, b"\0 roses")
    data = xls([("A", [["Name", "Note"], ["Sara"]], set())], more=more)
    assert list(grid(data, "list.xls").rows[1]) == ["Sara", "Sara likes"]


def test_sheets_that_claim_another_generation_are_read_like_the_book_they_are_in(grid: Read) -> None:
    page = _record(0x0042, struct.pack("<H", 1256))
    book = _record(0x0809, struct.pack("<HHHH", 0x0500, 0x0005, 0, 0)) + page + _record(0x000A)
    sheet = _bare(_label(0, 0, "نام"), begin=struct.pack("<HHHH", 0x0600, 0x0010, 0, 0))
    assert list(grid(book + sheet, "list.xls").rows[0]) == ["نام"]


def test_what_stands_before_a_damage_is_read_and_the_damage_told(grid: Read) -> None:
    read = grid(_bare(_label(0, 0, "Name"), _label(1, 0, "Sara"), _label(2, 0, "Reza"))[:-10], "list.xls")
    assert read.rows == [["Name"], ["Sara"]]
    told = [str(problem.what) for problem in read.problems]
    assert told == ["the sheet is damaged: only what stands before the damage was read"]


def test_two_cells_in_far_corners_cost_no_gigabyte(grid: Read) -> None:
    rows = [["Name"], ["Sara"]]
    data = xls([("A", rows, set())])
    size = _record(0x0200, struct.pack("<IIHHH", 0, 65_536, 0, 256, 0))
    last = _record(0x0204, _place(65_535, 255) + struct.pack("<HB", 1, 0) + b"x")
    wide = xls([("A", rows, set())], more=size + last)
    assert (is_ours(data), is_ours(wide)) == (False, True)
    read = grid(wide, "list.xls")
    assert (read.row_numbers, read.rows[:2], read.rows[2][255]) == ([1, 2, 65_536], rows, "x")


def test_a_workbook_that_breaks_the_native_reader_is_read_by_ours() -> None:
    data = xls([("برگه", [["نام"], ["سارا"]], {2})])
    [(sheet, facts)] = read_old_excel(data)
    [grid] = read_stream(data, name="list.xls").grids
    assert (sheet.name, sheet.rows, facts.hidden) == (grid.sheet, grid.rows, {2})


def test_records_without_a_cell_or_under_a_password_are_refused(refusal: Refusal) -> None:
    assert refusal(_bare(), "list.xls") == "sheet Sheet1 of list.xls is empty"
    locked = _bare(_record(0x002F, bytes(6)), _label(0, 0, "x"))
    assert refusal(locked, "list.xls") == "list.xls is protected by a password"
