"""What binary workbooks (xls, xlsb) say beside their values: hidden rows, errors, zeros, which the native reader drops.

Both are records, each with its kind and its length, so a walk needs to look into a few kinds only. A workbook that is
broken here gives nothing; whether it can be read is not decided here.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from smbcrm.core.column_letters import column_letter
from smbcrm.readers.spreadsheets import biff, compound_file
from smbcrm.readers.spreadsheets.cells import number_text
from smbcrm.readers.spreadsheets.sheet_scan import SheetFacts
from smbcrm.readers.spreadsheets.workbook_parts import read_part, targets_of

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
BOOK = "xl/workbook.bin"


def scan_xls(data: bytes) -> list[SheetFacts]:
    """Give the hidden rows, the errors and the numbers with leading zeros of each sheet of an old workbook, in their order."""
    stream = compound_file.read_stream(data, "Workbook", "Book")
    formats = biff.Formats()
    try:
        starts = list(_xls_sheets(stream, formats))
        zeros = formats.zeros()
        return [_xls_sheet(stream, start, zeros) for start in starts]
    except (struct.error, IndexError):
        return []


def _xls_sheets(stream: bytes, formats: biff.Formats) -> Iterator[int]:
    """Give where each sheet begins; charts and modules are listed, too, and left out."""
    for _, kind, content in biff.records(stream):
        formats.take(kind, content, 8)
        if kind == 0x0085 and content[5] == 0:
            yield struct.unpack_from("<I", content)[0]
        elif kind == biff.EOF:
            return


def _xls_sheet(stream: bytes, at: int, zeros: Mapping[int, int]) -> SheetFacts:
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
        elif depth == 1 and zeros and kind in _NUMBERS:
            facts.rewritten.update(_with_zeros(kind, stream[at : at + size], zeros))
        at += size
    return facts


_NUMBERS = frozenset([0x0203, 0x027E, 0x00BD])


def _with_zeros(kind: int, content: bytes, zeros: Mapping[int, int]) -> Iterator[tuple[tuple[int, int], str]]:
    row, column = struct.unpack_from("<HH", content)
    if kind == 0x0203:
        cells = [struct.unpack_from("<Hd", content, 4)]
    else:
        packed = [struct.unpack_from("<HI", content, at) for at in range(4, len(content) - 5, 6)]
        cells = [(form, biff.number(bits)) for form, bits in packed]
    for place, (form, value) in enumerate(cells, column):
        text = number_text(value)
        if form in zeros and text.isdigit() and len(text) < zeros[form]:
            yield (row + 1, place), text.zfill(zeros[form])


def scan_xlsb(package: zipfile.ZipFile) -> list[SheetFacts]:
    """Give the hidden rows and the errors of each sheet of a binary workbook, in their order."""
    try:
        targets = targets_of(package, BOOK)
        paths = [targets.get(link, ("", "")) for link in _xlsb_links(read_part(package, BOOK))]
        return [_xlsb_sheet(package.read(path)) for kind, path in paths if kind.endswith("/worksheet")]
    except (struct.error, IndexError, KeyError, UnicodeDecodeError):
        return []


def _xlsb_links(book: bytes) -> Iterator[str]:
    for kind, at, _ in xlsb_records(book):
        if kind == 156:
            yield wide(book, at + 8)


def _xlsb_sheet(sheet: bytes) -> SheetFacts:
    facts = SheetFacts()
    number = struct.Struct("<I").unpack_from
    for kind, at, _ in xlsb_records(sheet):
        if kind == 0:
            if sheet[at + 11] & 0x10:
                facts.hidden.add(number(sheet, at)[0] + 1)
        elif kind in (3, 11):
            _count(facts, number(sheet, at)[0], sheet[at + 8])
    return facts


def wide(content: bytes, at: int) -> str:
    """Give a text that begins with the number of its letters, two bytes each."""
    (length,) = struct.unpack_from("<I", content, at)
    return content[at + 4 : at + 4 + 2 * length].decode("utf-16-le", errors="ignore")


def xlsb_records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Give the kind of each record, where its content begins and how long it is; the numbers are written in groups of seven bits."""
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
        yield kind, at, size
        at += size


def _count(facts: SheetFacts, column: int, code: int) -> None:
    facts.errors[column_letter(column), error_name(code)] += 1


def error_name(code: int) -> str:
    """Give an error of a spreadsheet as it is shown."""
    return _ERRORS.get(code, "#N/A")


def by_name(names: Sequence[str], facts: Sequence[SheetFacts]) -> dict[str, SheetFacts]:
    """Give what was found by the sheets' names, when every sheet was found."""
    return dict(zip(names, facts)) if len(names) == len(facts) else {}
