"""Binary workbooks (xls, xlsb) written record by record, as small as a reader accepts them."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from tests.readers.awkward_packages import binary_package

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NOT_AVAILABLE, REFERENCE = 0x2A, 0x17
Cell = str | int  # a text, or the code of an error


def xls(
    sheets: Sequence[tuple[str, Sequence[Sequence[Cell]], set[int]]],
    *,
    more: bytes = b"",
    styles: bytes = b"",
) -> bytes:
    """Give an old workbook of sheets: name, rows and the rows (from 1) that are hidden.

    `more` are further records of each sheet, `styles` those of the book.
    """
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    names = [name.encode("utf-16-le") for name, _, _ in sheets]
    head += styles
    size = len(head) + sum(4 + 8 + len(name) for name in names) + 4
    bodies = [_xls_sheet(rows, hidden, more) for _, rows, hidden in sheets]
    listed, at = b"", size
    for name, body in zip(names, bodies):
        listed += _record(0x0085, struct.pack("<IBBBB", at, 0, 0, len(name) // 2, 1) + name)
        at += len(body)
    return _compound(head + listed + _record(0x000A, b"") + b"".join(bodies))


def _xls_sheet(rows: Sequence[Sequence[Cell]], hidden: set[int], more: bytes) -> bytes:
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for number, row in enumerate(rows):
        options = 0x0120 if number + 1 in hidden else 0x0100
        body += _record(0x0208, struct.pack("<HHHHHHI", number, 0, len(row), 255, 0, 0, options))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            place = struct.pack("<HHH", number, column, 0)
            if isinstance(cell, str):
                body += _record(0x0204, place + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
            elif cell == REFERENCE:  # a formula that came to nothing
                result = struct.pack("<BBBBBBH", 2, 0, cell, 0, 0, 0, 0xFFFF)
                body += _record(0x0006, place + result + struct.pack("<HIHB", 0, 0, 2, 0x1C) + bytes([cell]))
            else:
                body += _record(0x0205, place + bytes([cell, 1]))
    return body + more + _record(0x000A, b"")


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _compound(stream: bytes) -> bytes:
    """Give a compound file with the one stream Workbook: its sectors first, then the directory and the table."""
    stream = stream.ljust(max(len(stream), 4096), b"\0")
    count = -(-len(stream) // _SECTOR)
    table = [*range(1, count), _END, _END, _TABLE]
    assert len(table) <= 128
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, count, 0, 4096, _END, 0, _END, 0, count + 1
    )
    directory = _entry("Root Entry", 5, child=1, start=_END) + _entry(
        "Workbook", 2, start=0, size=len(stream)
    )
    directory += 2 * _entry("", 0)
    numbers = struct.pack("<128I", *table, *[_FREE] * (128 - len(table)))
    return head.ljust(_SECTOR, b"\xff") + stream.ljust(count * _SECTOR, b"\0") + directory + numbers


def _entry(name: str, kind: int, child: int = _FREE, start: int = 0, size: int = 0) -> bytes:
    wide = name.encode("utf-16-le")
    length = len(wide) + 2 if name else 0
    links = struct.pack("<HBBIII", length, kind, 1, _FREE, _FREE, child)
    return wide.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


def xlsb(rows: Sequence[Sequence[Cell]], hidden: set[int]) -> bytes:
    """Give a binary workbook with the one sheet Customers."""
    book = _part(
        (131, b""),
        (143, b""),
        (156, struct.pack("<II", 0, 1) + _text("rId1") + _text("Customers")),
        (144, b""),
        (132, b""),
    )
    records: list[tuple[int, bytes]] = [
        (129, b""),
        (148, struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)),
        (145, b""),
    ]
    for number, row in enumerate(rows):
        flags = 0x10 if number + 1 in hidden else 0
        records.append((0, struct.pack("<IIHBBBI", number, 0, 300, 0, flags, 0, 0)))
        for column, cell in enumerate(row):
            place = struct.pack("<II", column, 0)
            records.append((6, place + _text(cell)) if isinstance(cell, str) else (3, place + bytes([cell])))
    return binary_package(book, _part(*records, (146, b""), (130, b"")))


def xlsb_without_columns(rows: Sequence[Sequence[Cell | float | bool]]) -> bytes:
    """Give a binary workbook as some programs write it: only the first cell of a row tells its column."""
    book = _part(
        (131, b""),
        (143, b""),
        (156, struct.pack("<II", 0, 1) + _text("rId1") + _text("Customers")),
        (144, b""),
        (132, b""),
    )
    records: list[tuple[int, bytes]] = [(129, b""), (145, b"")]
    for number, row in enumerate(rows):
        records.append((0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0)))
        for column, cell in enumerate(row):
            place = struct.pack("<I", 0) if column else struct.pack("<II", 0, 0)
            kind, content = (
                (17, _text(cell))
                if isinstance(cell, str)
                else (15, bytes([cell]))
                if isinstance(cell, bool)
                else (14, bytes([cell]))
                if isinstance(cell, int)
                else (16, struct.pack("<d", cell))
            )
            records.append((kind if column else kind - 11, place + content))
    return binary_package(book, _part(*records, (146, b""), (130, b"")))


def old_book(version: int, rows: Sequence[Sequence[str | float]]) -> bytes:
    """Give bare records of Excel 3 or 4 in which cells are written as Excel 2 has them, as some programs do."""
    data = _record({3: 0x0209, 4: 0x0409}[version], struct.pack("<HHH", 0, 0x0010, 0))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            place = struct.pack("<HHBBB", number, column, 0, 0, 0)
            if isinstance(cell, str):
                data += _record(0x0004, place + bytes([len(cell)]) + cell.encode("latin-1"))
            else:
                data += _record(0x0003, place + struct.pack("<d", cell))
    return data + _record(0x000A, b"")


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _part(*records: tuple[int, bytes]) -> bytes:
    return b"".join(_seven_bits(kind) + _seven_bits(len(content)) + content for kind, content in records)


def _seven_bits(number: int) -> bytes:
    return bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80]) + _seven_bits(number >> 7)
