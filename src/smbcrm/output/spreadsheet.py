"""A workbook to read: text that stays text, real dates and numbers, ready to filter, right to left for Persian.

Rows go to disk as they come, so a million of them cost no memory. Nothing is ever written as a formula or a link.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from smbcrm.core.say import Say, say
from smbcrm.output.cells import plain_value, shown_lines
from smbcrm.output.day_numbers import day_number
from smbcrm.output.export_columns import OwnHeading
from smbcrm.output.options import OutputOptions
from smbcrm.output.plain_table import width
from smbcrm.output.view import Column, View
from smbcrm.output.words import heading, render

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_576  # of a sheet, its header line included
_SHOWN_AS_TEXT = 255  # some spreadsheet programs show #### for a longer cell of the format "text"
_EXACT_INT = 10**15  # a spreadsheet keeps 15 digits of a number
_WIDEST, _NARROWEST = 60, 8
_MEASURED_ROWS = 2_000
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_PERSIAN_DAY = "[$-fa-IR,16]yyyy/mm/dd"


def write_spreadsheet(views: Sequence[View], out: BinaryIO, options: OutputOptions) -> list[Say]:
    """Write one sheet for each view and give what had to be done to the values, as sentences."""
    from xlsxwriter.exceptions import FileCreateError

    from smbcrm.output.scratch import scratch_folder

    ending = _Ending(out)
    try:
        with scratch_folder() as folder:
            return _write(views, cast(BinaryIO, ending), options, folder=folder)
    except FileCreateError as problem:  # the library's own name for whatever went wrong as it wrote
        raise problem.args[0] from None
    finally:
        ending.failed = True  # what is left of the library when it fails would go on writing


class _Ending:
    """The place for bytes, until something there has failed: what the library then still has to say goes nowhere."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._place = 0
        self.failed = False

    def write(self, data: bytes) -> int:
        return self._do(lambda: self._out.write(data), len(data))

    def seek(self, place: int, whence: int = 0) -> int:
        return self._do(lambda: self._out.seek(place, whence), 0)

    def tell(self) -> int:
        if not self.failed:
            self._place = self._out.tell()  # a pipe cannot tell: that is no failure
        return self._place

    def flush(self) -> None:
        self._do(lambda: self._out.flush() or 0, 0)

    def _do(self, call: Callable[[], int], instead: int) -> int:
        if self.failed:
            return instead
        try:
            return call()
        except OSError:
            self.failed = True
            raise


def _write(views: Sequence[View], out: BinaryIO, options: OutputOptions, *, folder: Path) -> list[Say]:
    from xlsxwriter import Workbook

    book = Workbook(
        out,
        {
            "constant_memory": True,
            "tmpdir": str(folder),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    made = options.today or datetime.date(2000, 1, 1)  # never the clock: the same records give the same bytes
    book.set_properties({"created": datetime.datetime(made.year, made.month, made.day)})
    formats = _Formats(book, options)
    names: set[str] = set()
    notes: list[Say] = []
    for view in views:
        notes.extend(_write_view(book, view, formats, options, names))
    book.close()
    return notes


class _Formats:
    """The few cell formats of a workbook."""

    def __init__(self, book: Workbook, options: OutputOptions) -> None:
        day = _PERSIAN_DAY if options.calendar == "jalali" else "yyyy-mm-dd"
        self.header: Format = book.add_format(
            {"bold": True, "bg_color": "#E7EEF7", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self.text: Format = book.add_format({"num_format": "@", "valign": "top"})
        self.wrapped: Format = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        self.long: Format = book.add_format({"valign": "top", "text_wrap": True})
        self.day: Format = self._number(book, day)
        self.moment: Format = self._number(book, f"{day} hh:mm")
        self.whole: Format = self._number(book, "0")
        self.score: Format = self._number(book, "0.0")
        self.grouped: Format = self._number(book, "#,##0")
        self.decimals: Format = self._number(book, "#,##0.00")
        self.general: Format = self._number(book, "General")
        self.share: Format = self._number(book, "0.0%")

    @staticmethod
    def _number(book: Workbook, code: str) -> Format:
        made: Format = book.add_format({"num_format": code, "valign": "top"})
        return made


@dataclass(slots=True)
class _Sheet:
    """A sheet being filled, and what is learnt on the way."""

    sheet: Worksheet
    formats: _Formats
    columns: Sequence[Column]
    options: OutputOptions
    id_column: str
    row: int = 0
    widths: list[int] = field(default_factory=list)
    cut: int = 0


def _write_view(
    book: Workbook, view: View, formats: _Formats, options: OutputOptions, names: set[str]
) -> Iterator[Say]:
    rows = iter(view.rows)
    more: Sequence[object] | None = next(rows, None)
    cut = sheets = 0
    while True:
        sheet = _open_sheet(book, view, formats, options, names)
        sheets += 1
        more = _fill(sheet, more, rows)
        _finish(sheet)
        cut += sheet.cut
        if more is None:
            break
    if cut:
        yield say(
            "{n} {n:cell was|cells were} cut at 32,767 characters, the most that a spreadsheet cell holds",
            n=cut,
        )
    if sheets > 1:
        yield say("the rows did not fit on one sheet; they stand on {n} sheets", n=sheets)


def _open_sheet(
    book: Workbook, view: View, formats: _Formats, options: OutputOptions, names: set[str]
) -> _Sheet:
    made = book.add_worksheet(_sheet_name(heading(view.name, options.lang), names))
    if options.lang == "fa":
        made.right_to_left()
    made.freeze_panes(1, 0)
    sheet = _Sheet(made, formats, view.columns, options, view.id_column)
    for place, column in enumerate(view.columns):
        own = isinstance(column.heading, OwnHeading)
        text = _legal(column.heading if own else heading(column.heading, options.lang))
        made.write_string(0, place, text, formats.header)
        sheet.widths.append(width(text) + 3)  # room for the filter's arrow
    return sheet


def _sheet_name(wanted: str, names: set[str]) -> str:
    """Give a name that a spreadsheet accepts and that no other sheet of the book has."""
    base = _NOT_IN_SHEET_NAME.sub(" ", wanted).strip(" '")[:28] or "records"
    name, number = base, 1
    while name.casefold() in names:
        number += 1
        name = f"{base} {number}"
    names.add(name.casefold())
    return name


def _fill(
    sheet: _Sheet, first: Sequence[object] | None, rows: Iterable[Sequence[object]]
) -> Sequence[object] | None:
    """Write rows until there are none or the sheet is full; give the first row that found no place."""
    if first is None:
        return None
    writers = [_cell_writer(sheet, place, column) for place, column in enumerate(sheet.columns)]
    row: Sequence[object]
    for row in _chained(first, rows):
        if sheet.row + 1 >= MOST_ROWS:
            return row
        sheet.row += 1
        for write, value in zip(writers, row, strict=True):
            if value is not None:
                write(sheet.row, value)
    return None


def _chained(first: Sequence[object], rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    yield first
    yield from rows


def _finish(sheet: _Sheet) -> None:
    if not sheet.columns:
        return
    last = len(sheet.columns) - 1
    sheet.sheet.autofilter(0, 0, sheet.row, last)
    for place, wide in enumerate(sheet.widths):
        sheet.sheet.set_column(place, place, min(max(wide + 1, _NARROWEST), _WIDEST))
    if sheet.row:
        sheet.sheet.ignore_errors({"number_stored_as_text": _area(sheet.row, last)})


def _area(last_row: int, last_column: int) -> str:
    from xlsxwriter.utility import xl_range

    area: str = xl_range(1, 0, last_row, last_column)
    return area


def _cell_writer(sheet: _Sheet, place: int, column: Column) -> Callable[[int, Any], None]:
    """Give what writes a value of one column, whatever the value turns out to be."""
    text = _text_writer(sheet, place, column)
    if _is_name_of_a_thing(column, sheet.id_column):
        return text
    if column.kind == "date":
        return _date_writer(sheet, place, text)
    if column.kind in ("int", "score", "number", "money", "share", "text"):
        return _number_writer(sheet, place, column, text)
    if column.kind == "bool":
        return _bool_writer(sheet, place, text)
    return text


def _is_name_of_a_thing(column: Column, id_column: str) -> bool:
    """Ids and phones are text, so that no program rounds them or drops their zeros."""
    return column.kind == "phone" or column.key in ("id", id_column) or column.key.endswith("_id")


def _text_writer(sheet: _Sheet, place: int, column: Column) -> Callable[[int, Any], None]:
    options, formats, made = sheet.options, sheet.formats, sheet.sheet
    kind = column.kind
    usual = formats.wrapped if kind in ("say", "list") else formats.text

    def write(row: int, value: object) -> None:
        if value.__class__ is str and kind not in ("phone", "word"):
            text = value
        else:
            text = shown_lines(value, kind, lang=options.lang, calendar=options.calendar)
        assert isinstance(text, str)
        text = _legal(text)
        if not text:
            return
        if len(text) > LONGEST_TEXT // 2:
            text = _shortened(sheet, text)
        if row < _MEASURED_ROWS:
            _measure(sheet, place, text)
        if len(text) > _SHOWN_AS_TEXT:
            chosen = formats.long
        else:
            chosen = formats.wrapped if "\n" in text else usual
        made.write_string(row, place, text, chosen)

    return write


def _legal(text: str) -> str:
    return text if text.isprintable() else _ILLEGAL.sub("", text)


def _shortened(sheet: _Sheet, text: str) -> str:
    """Cut a text at what a cell holds; a spreadsheet counts an emoji as two."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    sheet.cut += 1
    return units[: 2 * LONGEST_TEXT].decode("utf-16-le", errors="ignore")


def _measure(sheet: _Sheet, place: int, text: str) -> None:
    wide = len(text) if text.isascii() else width(text[:_WIDEST])
    if "\n" in text:
        wide = max(map(len, text.split("\n")))
    if wide > sheet.widths[place]:
        sheet.widths[place] = min(wide, _WIDEST)


def _number_writer(
    sheet: _Sheet, place: int, column: Column, text: Callable[[int, Any], None]
) -> Callable[[int, Any], None]:
    made, formats, kind = sheet.sheet, sheet.formats, column.kind
    fixed = {"int": formats.whole, "score": formats.score, "share": formats.share, "text": formats.general}
    whole, broken = formats.grouped, formats.decimals if kind == "money" else formats.general

    def write(row: int, value: object) -> None:
        plain = plain_value(value, kind)
        if isinstance(plain, bool) or not isinstance(plain, (int, float)) or abs(plain) >= _EXACT_INT:
            text(row, value)
            return
        chosen = fixed.get(kind) or (whole if plain == int(plain) else broken)
        made.write_number(row, place, plain, chosen)
        if row < _MEASURED_ROWS:
            _measure(sheet, place, f"{plain:,.0f}" if abs(plain) >= 1000 else "000000")

    return write


def _bool_writer(sheet: _Sheet, place: int, text: Callable[[int, Any], None]) -> Callable[[int, Any], None]:
    yes, no = render(say("yes"), sheet.options.lang), render(say("no"), sheet.options.lang)

    def write(row: int, value: object) -> None:
        text(row, (yes if value else no) if isinstance(value, bool) else value)

    return write


def _date_writer(sheet: _Sheet, place: int, text: Callable[[int, Any], None]) -> Callable[[int, Any], None]:
    made, formats = sheet.sheet, sheet.formats

    def write(row: int, value: object) -> None:
        plain = value if value.__class__ is str else plain_value(value, "date")
        serial = day_number(plain) if isinstance(plain, str) else None
        if serial is None:
            text(row, value)
            return
        moment = serial != int(serial)
        made.write_number(row, place, serial, formats.moment if moment else formats.day)
        if row < _MEASURED_ROWS:
            _measure(sheet, place, "0000-00-00 00:00" if moment else "0000-00-00")

    return write
