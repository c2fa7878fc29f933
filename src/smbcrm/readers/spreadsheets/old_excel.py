"""Old Excel workbooks read record by record: those that the native reader does not open, or only with a gigabyte.

Small programs (tills, accounting) write the bare records without the file system around them; a forgotten cell in the
last row makes the native reader set aside room for every cell before it.
"""

from __future__ import annotations

import contextlib
import struct
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from smbcrm.core.column_letters import column_letter
from smbcrm.readers.spreadsheets import biff, compound_file
from smbcrm.readers.spreadsheets.binary_scan import error_name
from smbcrm.readers.spreadsheets.cells import moment, number_text
from smbcrm.readers.spreadsheets.native import BROKEN, PASSWORD, TOO_MUCH, NativeReaderFailed, NativeSheet
from smbcrm.readers.spreadsheets.sheet_scan import SheetFacts

_COMPOUND = b"\xd0\xcf\x11\xe0"
_MOST_CELLS = 20_000_000
_ROOMY, _CELL = 4_000_000, 14  # places that are read whatever they hold; the bytes of a filled cell, at least
_SHEET = 0x0010
_PARTS = frozenset([0x0005, 0x0006, _SHEET, 0x0020, 0x0040, 0x0100])
_OLDER_FORMULAS = (0x0206, 0x0406)


@dataclass(slots=True)
class _Sheet:
    name: str
    visible: bool = True
    rows: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    bytes_texts: list[tuple[int, int, int]] = field(default_factory=list)  # row, column, place of the text
    long_texts: list[tuple[int, int, list[bytes]]] = field(default_factory=list)  # row, column, records
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    facts: SheetFacts = field(default_factory=SheetFacts)


@dataclass(slots=True)
class _Book:
    version: int = 0
    sheets: list[_Sheet] = field(default_factory=list)
    listed: dict[int, tuple[int | str, bool]] = field(
        default_factory=dict
    )  # by place: name and if it is shown
    formats: biff.Formats = field(default_factory=biff.Formats)
    page: biff.CodePage = field(default_factory=biff.CodePage)
    shared: list[bytes] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    dates: set[int] = field(default_factory=set)
    zeros: dict[int, int] = field(default_factory=dict)
    formula_text: tuple[int, int, bytes] | None = None  # the last one: row, column, record
    since_1904: bool = False
    cells: int = 0


def read_old_excel(data: bytes) -> list[tuple[NativeSheet, SheetFacts]]:
    """Give the sheets of an old workbook, with what was odd in each; one that says nothing is a failed reading."""
    stream = compound_file.read_stream(data, "Workbook", "Book") if data.startswith(_COMPOUND) else data
    book = _Book()
    whole = False
    with contextlib.suppress(struct.error, IndexError, KeyError):  # what stands before the damage is read
        whole = _walk(stream, book)
    if not book.sheets:
        raise NativeReaderFailed(BROKEN)
    texts = book.page.texts()
    book.sheets[-1].facts.complete = whole
    return [(_as_native(sheet, texts), sheet.facts) for sheet in book.sheets]


def is_ours(data: bytes) -> bool:
    """Tell whether an old workbook is better read here than by the native reader.

    That is so for bare records, for texts of one byte a letter, whose code page is often a wrong one, for a sheet that
    says to span many more places than the file has room for, and where the native reader is wrong: it cuts long texts of
    formulas, leaves out formulas in the record of an older Excel, and keeps to the formats that numbers usually stand for.
    """
    if not data.startswith(_COMPOUND):
        return True
    stream = compound_file.read_stream(data, "Workbook", "Book")
    before = 0  # the kind of the record before
    for at, kind, content in biff.records(stream):
        if not at and kind in biff.BOF and biff.version_of(kind, content) < 8:
            return True
        if (kind == biff.CONTINUE and before == biff.STRING) or kind in _OLDER_FORMULAS:
            return True
        if kind == biff.FORMAT and len(content) > 4 and biff.redefines(content):
            return True
        before = kind
        if kind == 0x0200 and len(content) in (10, 14):
            first, last, left, right = struct.unpack_from("<IIHH" if len(content) == 14 else "<HHHH", content)
            if (last - first) * (right - left) > max(_ROOMY, len(stream) // _CELL):
                return True
    return False


def _walk(stream: bytes, book: _Book) -> bool:
    """Take in all records; give whether the last of them is whole."""
    inside: list[int] = []  # the kinds of the parts that are open; a chart in a sheet is a part of its own
    string_for: tuple[int, int] | None = None  # the formula whose text comes next
    last = end = 0
    for at, kind, content in biff.records(stream):
        end = at + 4 + len(content)
        if kind in biff.BOF:
            part = struct.unpack_from("<H", content, 2)[0]
            # Sheets say now and then that another generation wrote them than the book they are in.
            book.version = book.version or biff.version_of(kind, content)
            inside.append(part if part in _PARTS else _SHEET)  # small programs write anything there
            if inside[-1] == _SHEET and inside.count(_SHEET) == 1:
                _begin_sheet(book, at)
        elif kind == biff.EOF:
            del inside[-1:]
        elif kind == biff.PASSWORD:
            raise NativeReaderFailed(PASSWORD)
        elif kind == 0x00FC or (kind == biff.CONTINUE and last == 0x00FC):
            book.shared.append(content)
            kind = 0x00FC
        elif kind == biff.CONTINUE and last == biff.STRING:
            _go_on(content, book)
            kind = biff.STRING
        elif not book.sheets:
            _take_global(kind, content, book)
        elif not inside or inside[-1] == _SHEET:
            string_for = _take_cell(kind, content, book, string_for=string_for)
        last = kind
    return len(stream) - end < 4


def _take_global(kind: int, content: bytes, book: _Book) -> None:
    book.formats.take(kind, content, book.version)
    if kind == 0x0042:
        (book.page.told,) = struct.unpack_from("<H", content)
    elif kind == 0x0031 and book.version == 5:
        book.page.fonts[content[12]] += 1
    elif kind == 0x0022:
        book.since_1904 = content[:1] == b"\1"
    elif kind == 0x0085 and content[5] == 0:
        (place,) = struct.unpack_from("<I", content)
        count, shown = content[6], content[4] & 3 == 0
        if book.version == 8:
            book.listed[place] = (biff.wide_text(content, 7, count), shown)
        else:
            book.listed[place] = (book.page.keep(content[7 : 7 + count]), shown)


def _begin_sheet(book: _Book, at: int) -> None:
    if not book.sheets:
        book.texts = biff.shared_texts(book.shared) if book.shared else []
        book.dates, book.zeros = book.formats.dates(), book.formats.zeros()
    count = len(book.sheets)
    in_order = [*book.listed.values()][count : count + 1]
    name, visible = book.listed.get(at) or (in_order[0] if in_order else (f"Sheet{count + 1}", True))
    shown = book.page.texts()[name] if isinstance(name, int) else name
    book.sheets.append(_Sheet(shown, visible))


def _take_cell(
    kind: int, content: bytes, book: _Book, *, string_for: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Read a record of a sheet; give the place of a formula whose text stands in the next record."""
    # Small programs write cells as the oldest Excel has them into books of the next ones.
    sheet, old = book.sheets[-1], kind < 0x0008 and book.version < 5
    if kind in (0x0007, biff.STRING):
        book.formula_text = (*string_for, content) if string_for and book.version == 8 else None
        if string_for:
            _put_text(sheet, string_for, content, 0, book, short=kind == 0x0007)
        return None
    if kind not in _KINDS:
        _take_other(kind, content, book)
        return string_for
    book.cells += 1
    if book.cells > _MOST_CELLS:
        raise NativeReaderFailed(TOO_MUCH)
    row, column = struct.unpack_from("<HH", content)
    form = content[5] & 0x3F if old else struct.unpack_from("<H", content, 4)[0]
    at = 7 if old else 6
    if kind in (0x0004, 0x0204, 0x00D6):
        _put_text(sheet, (row, column), content, at, book, short=old)
    elif kind == 0x00FD:
        _put(sheet, row, column, book.texts[struct.unpack_from("<I", content, at)[0]])
    elif kind == 0x00BD:
        for place in range((len(content) - 6) // 6):
            form, packed = struct.unpack_from("<HI", content, 4 + 6 * place)
            _put_number(sheet, row, column + place, biff.number(packed), form=form, book=book)
    elif kind == 0x027E:
        value = biff.number(struct.unpack_from("<I", content, at)[0])
        _put_number(sheet, row, column, value, form=form, book=book)
    elif kind == 0x0002:
        _put_number(sheet, row, column, struct.unpack_from("<H", content, at)[0], form=form, book=book)
    elif kind in (0x0005, 0x0205):
        _put_flag(sheet, row, column, content[at], wrong=bool(content[at + 1]))
    elif kind in (0x0006, 0x0206, 0x0406) and content[at + 6 : at + 8] == b"\xff\xff":
        if content[at] == 0:
            return row, column
        if content[at] in (1, 2):
            _put_flag(sheet, row, column, content[at + 2], wrong=content[at] == 2)
    else:
        _put_number(sheet, row, column, struct.unpack_from("<d", content, at)[0], form=form, book=book)
    return None


def _go_on(content: bytes, book: _Book) -> None:
    """Keep a record with which the text of the last formula goes on; texts are put together when all are seen."""
    sheet = book.sheets[-1] if book.sheets else None
    if sheet is None or book.formula_text is None:
        return
    row, column, first = book.formula_text
    if not sheet.long_texts or sheet.long_texts[-1][:2] != (row, column):
        sheet.long_texts.append((row, column, [first]))
    sheet.long_texts[-1][2].append(content)


def _take_other(kind: int, content: bytes, book: _Book) -> None:
    """Read a record of a sheet that is no cell: hidden rows, merged cells, and what the oldest ones tell of the whole book."""
    sheet = book.sheets[-1]
    if kind == 0x0208 and len(content) > 12 and content[12] & 0x20:
        sheet.facts.hidden.add(struct.unpack_from("<H", content)[0] + 1)
    elif kind == 0x00E5:
        places = struct.iter_unpack("<HHHH", content[2 : len(content) - (len(content) - 2) % 8])
        sheet.merges += [(top + 1, left, bottom + 1, right) for top, bottom, left, right in places]
    elif kind == 0x0042:
        (book.page.told,) = struct.unpack_from("<H", content)
    elif book.version < 5:
        book.formats.take(kind, content, book.version)
        book.dates, book.zeros = book.formats.dates(), book.formats.zeros()


_KINDS = frozenset(
    (
        0x0002,
        0x0003,
        0x0004,
        0x0005,
        0x0006,
        0x00BD,
        0x00D6,
        0x00FD,
        0x0203,
        0x0204,
        0x0205,
        0x0206,
        0x027E,
        0x0406,
    )
)


def _put(sheet: _Sheet, row: int, column: int, text: str) -> None:
    if text.strip():
        sheet.rows[row + 1][column] = text


def _put_text(
    sheet: _Sheet, place: tuple[int, int], content: bytes, at: int, book: _Book, *, short: bool
) -> None:
    row, column = place
    if book.version == 8:
        (count,) = struct.unpack_from("<H", content, at)
        _put(sheet, row, column, biff.wide_text(content, at + 2, count))
        return
    size = 1 if short else 2
    count = int.from_bytes(content[at : at + size], "little")
    kept = book.page.keep(content[at + size : at + size + count])
    sheet.rows[row + 1][column] = ""
    sheet.bytes_texts.append((row + 1, column, kept))


def _put_flag(sheet: _Sheet, row: int, column: int, value: int, *, wrong: bool) -> None:
    if wrong:
        sheet.facts.errors[column_letter(column), error_name(value)] += 1
    else:
        _put(sheet, row, column, "TRUE" if value else "FALSE")


def _put_number(sheet: _Sheet, row: int, column: int, value: float, *, form: int, book: _Book) -> None:
    text = number_text(value)
    if form in book.dates:
        text = moment(value, since_1904=book.since_1904) or text
    elif form in book.zeros and text.isdigit():
        text = text.zfill(book.zeros[form])
    _put(sheet, row, column, text)


def _as_native(sheet: _Sheet, texts: Sequence[str]) -> NativeSheet:
    for number, column, kept in sheet.bytes_texts:
        sheet.rows[number][column] = texts[kept]
    for row, column, parts in sheet.long_texts:
        _put(sheet, row, column, biff.continued_text(parts))
    rows: list[list[str]] = []
    numbers: list[int] = []
    for number in sorted(sheet.rows):
        cells = {column: text for column, text in sheet.rows[number].items() if text.strip()}
        if cells:
            rows.append([cells.get(column, "") for column in range(max(cells) + 1)])
            numbers.append(number)
    return NativeSheet(
        name=sheet.name, visible=sheet.visible, rows=rows, numbers=numbers, merges=sheet.merges, unsure=[]
    )
