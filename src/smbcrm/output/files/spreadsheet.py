"""A workbook to read: text that stays text, real dates and numbers, ready to filter, right to left for Persian.

Rows go to disk as they come, so a million of them cost no memory. Nothing is ever written as a formula or a link.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from smbcrm.core.say import Say, say
from smbcrm.output.files.export_columns import OwnHeading
from smbcrm.output.files.spreadsheet_cells import WIDEST, Formats, Sheet, cell_writer, legal
from smbcrm.output.options import OutputOptions
from smbcrm.output.plain_table import width
from smbcrm.output.view import View
from smbcrm.output.words import heading

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

MOST_ROWS = 1_048_576  # of a sheet, its header line included
_NARROWEST = 8
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def write_spreadsheet(views: Sequence[View], out: BinaryIO, options: OutputOptions) -> list[Say]:
    """Write one sheet for each view and give what had to be done to the values, as sentences."""
    from xlsxwriter.exceptions import FileCreateError

    from smbcrm.output.files.scratch import scratch_folder

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
    formats = Formats(book, options)
    names: set[str] = set()
    notes: list[Say] = []
    for view in views:
        notes.extend(_write_view(book, view, formats, options, names))
    book.close()
    return notes


def _write_view(
    book: Workbook, view: View, formats: Formats, options: OutputOptions, names: set[str]
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
    book: Workbook, view: View, formats: Formats, options: OutputOptions, names: set[str]
) -> Sheet:
    made = book.add_worksheet(_sheet_name(heading(view.name, options.lang), names))
    if options.lang == "fa":
        made.right_to_left()
    made.freeze_panes(1, 0)
    sheet = Sheet(made, formats, view.columns, options, view.id_column)
    for place, column in enumerate(view.columns):
        own = isinstance(column.heading, OwnHeading)
        text = legal(column.heading if own else heading(column.heading, options.lang))
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
    sheet: Sheet, first: Sequence[object] | None, rows: Iterable[Sequence[object]]
) -> Sequence[object] | None:
    """Write rows until there are none or the sheet is full; give the first row that found no place."""
    if first is None:
        return None
    writers = [cell_writer(sheet, place, column) for place, column in enumerate(sheet.columns)]
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


def _finish(sheet: Sheet) -> None:
    if not sheet.columns:
        return
    last = len(sheet.columns) - 1
    sheet.sheet.autofilter(0, 0, sheet.row, last)
    for place, wide in enumerate(sheet.widths):
        sheet.sheet.set_column(place, place, min(max(wide + 1, _NARROWEST), WIDEST))
    if sheet.row:
        sheet.sheet.ignore_errors({"number_stored_as_text": _area(sheet.row, last)})


def _area(last_row: int, last_column: int) -> str:
    from xlsxwriter.utility import xl_range

    area: str = xl_range(1, 0, last_row, last_column)
    return area
