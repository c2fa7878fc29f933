"""dBase tables of old shop programs, made byte by byte."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence

import pytest

from smbcrm.core.grid import Grid
from smbcrm.errors import SmbcrmError
from smbcrm.readers.open_file import read_stream

Read = Callable[..., Grid]
Column = tuple[str, str, int]


def dbf(
    columns: Sequence[Column],
    rows: Sequence[Sequence[bytes]],
    *,
    page: int = 0,
    version: int = 3,
    gone: Sequence[int] = (),
) -> bytes:
    width = 1 + sum(length for *_, length in columns)
    head = 32 + 32 * len(columns) + 1
    data = bytearray(struct.pack("<BBBBIHH20x", version, 126, 5, 12, len(rows), head, width))
    data[29] = page
    for name, kind, length in columns:
        data += struct.pack("<11sc4xBB14x", name.encode(), kind.encode(), length, 0)
    data += b"\r"
    for number, row in enumerate(rows):
        data += b"*" if number in gone else b" "
        for (*_, length), cell in zip(columns, row):
            data += cell.ljust(length, b" ") if len(cell) < length else cell[:length]
    return bytes(data + b"\x1a")


def test_a_table_is_read_with_its_types(grid: Read) -> None:
    columns = [
        ("NAME", "C", 20),
        ("TEL", "C", 14),
        ("SPENT", "N", 12),
        ("SINCE", "D", 8),
        ("VIP", "L", 1),
        ("NR", "I", 4),
    ]
    rows = [
        [b"Sara Ahmadi", b"09123450001", b"    12500.50", b"20240320", b"T", struct.pack("<i", 7)],
        [b"Reza Karimi", b"", b"************", b"        ", b"?", struct.pack("<i", -1)],
    ]
    read = grid(dbf(columns, rows), "KUNDEN.DBF")
    assert (read.kind, read.rows, list(read.row_numbers)) == (
        "dbf",
        [
            ["NAME", "TEL", "SPENT", "SINCE", "VIP", "NR"],
            ["Sara Ahmadi", "09123450001", "12500.50", "2024-03-20", "TRUE", "7"],
            ["Reza Karimi", "", "", "", "", "-1"],
        ],
        [0, 1, 2],
    )


def test_deleted_rows_are_left_out_and_counted(grid: Read) -> None:
    read = grid(dbf([("NAME", "C", 10)], [[b"Sara"], [b"Gone"], [b"Reza"]], gone=[1]), "x.dbf")
    assert (read.rows, list(read.row_numbers)) == ([["NAME"], ["Sara"], ["Reza"]], [0, 1, 3])
    assert [str(p.what) for p in read.problems] == ["1 row is marked as deleted and was left out"]


def test_the_code_page_is_told_by_the_table_or_by_its_letters(grid: Read) -> None:
    name = "سارا احمدي"
    told = grid(dbf([("NAME", "C", 20)], [[name.encode("cp1256")]], page=0x7E), "x.dbf")
    guessed = grid(dbf([("NAME", "C", 20)], [[name.encode("cp1256")]] * 5), "x.dbf")
    assert told.rows[1] == guessed.rows[1] == [name]
    assert (told.encoding, guessed.encoding) == ("cp1256", "cp1256")


@pytest.mark.parametrize("cut", range(0, 160, 3))
def test_a_table_that_was_cut_is_refused_or_says_how_much_is_missing(cut: int) -> None:
    data = dbf([("NAME", "C", 10), ("TEL", "C", 14)], [[b"Sara", b"0912"], [b"Reza", b"0935"]])
    try:
        (read,) = read_stream(data[:cut], name="x.dbf").grids
    except SmbcrmError:
        return
    if read.kind == "dbf":
        missing = 3 - len(read.rows)
        assert read.rows == [["NAME", "TEL"], ["Sara", "0912"], ["Reza", "0935"]][: len(read.rows)]
        assert [str(p.what) for p in read.problems] == [
            f"the file is cut off: {missing} {'row is' if missing == 1 else 'rows are'} missing"
        ] * bool(missing)
