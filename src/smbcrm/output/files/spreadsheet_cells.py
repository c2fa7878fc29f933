"""The cells of a sheet: text that stays text, real dates and numbers, each column with a writer of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from smbcrm.core.say import say
from smbcrm.output.cells import plain_value, shown_lines
from smbcrm.output.files.day_numbers import day_number
from smbcrm.output.options import OutputOptions
from smbcrm.output.plain_table import width
from smbcrm.output.view import Column
from smbcrm.output.words import render

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST_TEXT = 32_767
WIDEST = 60
_SHOWN_AS_TEXT = 255  # some spreadsheet programs show #### for a longer cell of the format "text"
_EXACT_INT = 10**15  # a spreadsheet keeps 15 digits of a number
_MEASURED_ROWS = 2_000
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PERSIAN_DAY = "[$-fa-IR,16]yyyy/mm/dd"

Write: TypeAlias = Callable[[int, Any], None]
"""Writes a value into a column, in the row that is told."""


class Formats:
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
class Sheet:
    """A sheet being filled, and what is learnt on the way."""

    sheet: Worksheet
    formats: Formats
    columns: Sequence[Column]
    options: OutputOptions
    id_column: str
    row: int = 0
    widths: list[int] = field(default_factory=list)
    cut: int = 0


def cell_writer(sheet: Sheet, place: int, column: Column) -> Write:
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


def _text_writer(sheet: Sheet, place: int, column: Column) -> Write:
    options, formats, made = sheet.options, sheet.formats, sheet.sheet
    kind = column.kind
    usual = formats.wrapped if kind in ("say", "list") else formats.text

    def write(row: int, value: object) -> None:
        if value.__class__ is str and kind not in ("phone", "word"):
            text = value
        else:
            text = shown_lines(value, kind, lang=options.lang, calendar=options.calendar)
        assert isinstance(text, str)
        text = legal(text)
        if not text:
            return
        if len(text) > _LONGEST_TEXT // 2:
            text = _shortened(sheet, text)
        if row < _MEASURED_ROWS:
            _measure(sheet, place, text)
        if len(text) > _SHOWN_AS_TEXT:
            chosen = formats.long
        else:
            chosen = formats.wrapped if "\n" in text else usual
        made.write_string(row, place, text, chosen)

    return write


def legal(text: str) -> str:
    """Give the text without the signs that no workbook may hold."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)


def _shortened(sheet: Sheet, text: str) -> str:
    """Cut a text at what a cell holds; a spreadsheet counts an emoji as two."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST_TEXT:
        return text
    sheet.cut += 1
    return units[: 2 * _LONGEST_TEXT].decode("utf-16-le", errors="ignore")


def _measure(sheet: Sheet, place: int, text: str) -> None:
    wide = len(text) if text.isascii() else width(text[:WIDEST])
    if "\n" in text:
        wide = max(map(len, text.split("\n")))
    if wide > sheet.widths[place]:
        sheet.widths[place] = min(wide, WIDEST)


def _number_writer(sheet: Sheet, place: int, column: Column, text: Write) -> Write:
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


def _bool_writer(sheet: Sheet, place: int, text: Write) -> Write:
    yes, no = render(say("yes"), sheet.options.lang), render(say("no"), sheet.options.lang)

    def write(row: int, value: object) -> None:
        text(row, (yes if value else no) if isinstance(value, bool) else value)

    return write


def _date_writer(sheet: Sheet, place: int, text: Write) -> Write:
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
