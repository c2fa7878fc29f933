"""Binary workbooks (xlsb) read record by record: those that the native reader does not open, or of which it leaves cells out.

Some programs write a cell that stands right of another one without its column; the native reader passes over those. Others
leave a part away that Excel always writes.
"""

from __future__ import annotations

import struct
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from smbcrm.core.column_letters import column_letter
from smbcrm.readers.spreadsheets import biff
from smbcrm.readers.spreadsheets.binary_scan import BOOK, error_name, wide, xlsb_records
from smbcrm.readers.spreadsheets.cells import moment, number_text
from smbcrm.readers.spreadsheets.native import BROKEN, TOO_MUCH, NativeReaderFailed, NativeSheet
from smbcrm.readers.spreadsheets.sheet_scan import SheetFacts
from smbcrm.readers.spreadsheets.workbook_parts import read_part, targets_of

_MOST_CELLS = 20_000_000
_LOOKED_AT = 200_000  # records; programs that leave columns away do so from the first rows on
_ROWS, _COLUMNS = 1 << 20, 1 << 14  # no sheet has more
_ROW, _ERRORS, _FLAGS = 0, frozenset((3, 11, 14)), frozenset((4, 10, 15))
_PACKED, _REAL, _TEXT, _SHARED, _RICH = (
    frozenset((2, 13)),
    frozenset((5, 9, 16)),
    frozenset((6, 8, 17)),
    frozenset((7, 18)),
    62,
)
_SHORT = frozenset(range(12, 19))
"""Cells that tell no column: each stands right of the one before it."""
_CELLS = frozenset((*range(1, 19), _RICH))
_MERGED, _LISTED, _BOOK_SETTINGS, _SHARED_TEXT = 176, 156, 153, 19
_FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 44, 47, 617, 618


@dataclass(slots=True)
class _Book:
    texts: list[str]
    dates: set[int]
    zeros: Mapping[int, int]
    since_1904: bool = False
    cells: int = 0


@dataclass(slots=True)
class _Sheet:
    name: str
    visible: bool
    rows: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    facts: SheetFacts = field(default_factory=SheetFacts)


def read_binary_book(package: zipfile.ZipFile) -> list[tuple[NativeSheet, SheetFacts]]:
    """Give the sheets of a binary workbook, with what was odd in each; one that says nothing is a failed reading."""
    try:
        listed = list(_listed(package))
        shown = biff.Formats()
        for kind, content in _of_type(package, "/styles"):
            _take_style(kind, content, shown)
        texts = [
            wide(content, 1) for kind, content in _of_type(package, "/sharedStrings") if kind == _SHARED_TEXT
        ]
        book = _Book(texts, shown.dates(), shown.zeros(), _since_1904(package))
        sheets = [
            _read_sheet(package.read(path), _Sheet(name, visible), book) for name, visible, path in listed
        ]
    except (struct.error, IndexError, KeyError, ValueError):
        raise NativeReaderFailed(BROKEN) from None
    if not sheets:
        raise NativeReaderFailed(BROKEN)
    return [(_as_native(sheet), sheet.facts) for sheet in sheets]


def tells_no_columns(package: zipfile.ZipFile) -> bool:
    """Tell whether some sheet has cells without a column of their own."""
    try:
        return any(
            kind in _SHORT
            for _, _, path in _listed(package)
            for kind, _, _ in islice(xlsb_records(package.read(path)), _LOOKED_AT)
        )
    except (struct.error, IndexError, KeyError, ValueError):
        return False


def _listed(package: zipfile.ZipFile) -> Iterator[tuple[str, bool, str]]:
    """Give the name of each sheet, whether it is shown, and the part with its cells; charts have none."""
    targets = targets_of(package, BOOK)
    for kind, content in _records(read_part(package, BOOK)):
        if kind == _LISTED:
            link = wide(content, 8)
            name = wide(content, 12 + 2 * len(link))
            what, path = targets.get(link, ("", ""))
            if what.endswith("/worksheet"):
                yield name, struct.unpack_from("<I", content)[0] == 0, path


def _since_1904(package: zipfile.ZipFile) -> bool:
    return any(
        content[0] & 1 for kind, content in _records(read_part(package, BOOK)) if kind == _BOOK_SETTINGS
    )


def _of_type(package: zipfile.ZipFile, ending: str) -> Iterator[tuple[int, bytes]]:
    """Give the records of a part of the workbook; nothing where small programs leave it away."""
    for what, path in targets_of(package, BOOK).values():
        if what.endswith(ending) and path in package.namelist():
            yield from _records(package.read(path))


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    return ((kind, part[at : at + size]) for kind, at, size in xlsb_records(part))


def _take_style(kind: int, content: bytes, shown: biff.Formats) -> None:
    if kind == _FORMAT:
        shown.name(struct.unpack_from("<H", content)[0], wide(content, 2))
    elif kind == _STYLES_BEGIN:
        shown.forget_cells()  # those before are styles with names of their own
    elif kind == _STYLE and not shown.closed:
        shown.add_cell(struct.unpack_from("<H", content, 2)[0])
    elif kind == _STYLES_END:
        shown.closed = True


def _read_sheet(part: bytes, sheet: _Sheet, book: _Book) -> _Sheet:
    row, column = 0, -1
    for kind, content in _records(part):
        if kind == _ROW:
            row, column = struct.unpack_from("<I", content)[0], -1
            if content[11] & 0x10:
                sheet.facts.hidden.add(row + 1)
        elif kind in _CELLS:
            short = kind in _SHORT
            column = column + 1 if short else struct.unpack_from("<I", content)[0]
            if row >= _ROWS or column >= _COLUMNS:
                raise NativeReaderFailed(BROKEN)
            _take_cell(kind, content[0 if short else 4 :], sheet, book, place=(row, column))
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<IIII", content)
            if top <= bottom < _ROWS and left <= right < _COLUMNS:
                sheet.merges.append((top + 1, left, bottom + 1, right))
    return sheet


def _take_cell(kind: int, content: bytes, sheet: _Sheet, book: _Book, *, place: tuple[int, int]) -> None:
    """Read a cell from its style on."""
    book.cells += 1
    if book.cells > _MOST_CELLS:
        raise NativeReaderFailed(TOO_MUCH)
    style, text = int.from_bytes(content[:3], "little"), ""
    if kind in _ERRORS:
        sheet.facts.errors[column_letter(place[1]), error_name(content[4])] += 1
    elif kind in _FLAGS:
        text = "TRUE" if content[4] else "FALSE"
    elif kind in _PACKED:
        text = _number(biff.number(struct.unpack_from("<I", content, 4)[0]), style, book)
    elif kind in _REAL:
        text = _number(struct.unpack_from("<d", content, 4)[0], style, book)
    elif kind in _TEXT:
        text = wide(content, 4)
    elif kind in _SHARED:
        text = book.texts[struct.unpack_from("<I", content, 4)[0]]
    elif kind == _RICH:
        text = wide(content, 5)
    if text.strip():
        sheet.rows[place[0] + 1][place[1]] = text


def _number(value: float, style: int, book: _Book) -> str:
    text = number_text(value)
    if style in book.dates:
        return moment(value, since_1904=book.since_1904) or text
    return text.zfill(book.zeros[style]) if style in book.zeros and text.isdigit() else text


def _as_native(sheet: _Sheet) -> NativeSheet:
    numbers = sorted(number for number, cells in sheet.rows.items() if cells)
    rows: Sequence[dict[int, str]] = [sheet.rows[number] for number in numbers]
    if sum(max(cells) + 1 for cells in rows) > _MOST_CELLS:
        raise NativeReaderFailed(TOO_MUCH)
    return NativeSheet(
        name=sheet.name,
        visible=sheet.visible,
        rows=[[cells.get(column, "") for column in range(max(cells) + 1)] for cells in rows],
        numbers=numbers,
        merges=sheet.merges,
        unsure=[],
    )
