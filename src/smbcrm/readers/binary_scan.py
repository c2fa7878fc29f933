"""What binary workbooks (xls, xlsb) say beside their values: hidden rows and errors, which the native reader drops.

Both are records, each with its kind and its length, so a walk needs to look into a few kinds only. A workbook that is
broken here gives nothing; whether it can be read is not decided here.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator, Sequence

from smbcrm.readers import compound_file
from smbcrm.readers.cells import column_letter
from smbcrm.readers.sheet_scan import SheetFacts
from smbcrm.readers.workbook_parts import targets_of

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_BOOK = "xl/workbook.bin"


def scan_xls(data: bytes) -> list[SheetFacts]:
    """Give the hidden rows and the errors of each sheet of an old workbook, in their order."""
    stream = compound_file.read_stream(data, "Workbook", "Book")
    try:
        return [_xls_sheet(stream, start) for start in _xls_sheets(stream)]
    except (struct.error, IndexError):
        return []


def _xls_sheets(stream: bytes) -> Iterator[int]:
    """Give where each sheet begins; charts and modules are listed, too, and left out."""
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == 0x0085 and stream[at + 9] == 0:
            yield struct.unpack_from("<I", stream, at + 4)[0]
        elif kind == 0x000A:
            return
        at += 4 + size


def _xls_sheet(stream: bytes, at: int) -> SheetFacts:
    facts = SheetFacts()
    head = struct.Struct("<HH").unpack_from
    depth = 0  # a chart in the sheet is a sheet inside the sheet
    while at + 4 <= len(stream):
        kind, size = head(stream, at)
        at += 4
        if kind == 0x0809:
            depth += 1
        elif kind == 0x000A:
            depth -= 1
            if not depth:
                break
        elif depth == 1 and kind in (0x0006, 0x0205, 0x0208):
            row, column = head(stream, at)
            if kind == 0x0208:
                if stream[at + 12] & 0x20:
                    facts.hidden.add(row + 1)
            elif kind == 0x0205:
                if stream[at + 7]:
                    _count(facts, column, stream[at + 6])
            elif stream[at + 12 : at + 14] == b"\xff\xff" and stream[at + 6] == 2:
                _count(facts, column, stream[at + 8])
        at += size
    return facts


def scan_xlsb(package: zipfile.ZipFile) -> list[SheetFacts]:
    """Give the hidden rows and the errors of each sheet of a binary workbook, in their order."""
    try:
        targets = targets_of(package, _BOOK)
        paths = [targets.get(link, ("", "")) for link in _xlsb_links(package.read(_BOOK))]
        return [_xlsb_sheet(package.read(path)) for kind, path in paths if kind.endswith("/worksheet")]
    except (struct.error, IndexError, KeyError, UnicodeDecodeError):
        return []


def _xlsb_links(book: bytes) -> Iterator[str]:
    for kind, at in _xlsb_records(book):
        if kind == 156:
            (length,) = struct.unpack_from("<I", book, at + 8)
            yield book[at + 12 : at + 12 + 2 * length].decode("utf-16-le")


def _xlsb_sheet(sheet: bytes) -> SheetFacts:
    facts = SheetFacts()
    number = struct.Struct("<I").unpack_from
    for kind, at in _xlsb_records(sheet):
        if kind == 0:
            if sheet[at + 11] & 0x10:
                facts.hidden.add(number(sheet, at)[0] + 1)
        elif kind in (3, 11):
            _count(facts, number(sheet, at)[0], sheet[at + 8])
    return facts


def _xlsb_records(data: bytes) -> Iterator[tuple[int, int]]:
    """Give the kind of each record and where its content begins; both numbers are written in groups of seven bits."""
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | data[at] << 7
            at += 1
        size = shift = 0
        more = True
        while more:
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            more = bool(byte & 0x80) and shift < 28
        yield kind, at
        at += size


def _count(facts: SheetFacts, column: int, code: int) -> None:
    facts.errors[column_letter(column), _ERRORS.get(code, "#N/A")] += 1


def by_name(names: Sequence[str], facts: Sequence[SheetFacts]) -> dict[str, SheetFacts]:
    """Give what was found by the sheets' names, when every sheet was found."""
    return dict(zip(names, facts)) if len(names) == len(facts) else {}
