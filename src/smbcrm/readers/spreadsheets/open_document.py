"""LibreOffice tables read from their XML: flat files (fods), and packages that the native reader does not open.

Slower than the native reader by far, but it takes XML written in any way, indented too.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO

from smbcrm.core.column_letters import column_letter
from smbcrm.readers.spreadsheets.cells import moment_text, number_text, span_text
from smbcrm.readers.spreadsheets.native import BROKEN, TOO_MUCH, NativeReaderFailed, NativeSheet
from smbcrm.readers.spreadsheets.ods_error import is_error
from smbcrm.readers.spreadsheets.sheet_scan import SheetFacts
from smbcrm.readers.xml_walk import NotXml, walk

_MOST_CELLS = 20_000_000
_MOST_SPACES = 1000
_DURATION = re.compile(r"(-?)PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")
_LONGEST_SPAN = 40
_WIDEST = 16_384
_UNSEEN = ("office:annotation", "table:shapes", "text:ruby-text", "office:binary-data")


def _is_unseen(tag: str) -> bool:
    """Tell whether what an element holds stands over the cells, not in them: notes, pictures, charts."""
    return tag in _UNSEEN or tag.startswith("draw:")


@dataclass(slots=True)
class _Table:
    name: str
    style: str
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    facts: SheetFacts = field(default_factory=SheetFacts)
    at: int = 0  # the row that is open
    more: int = 0  # how often it is repeated
    row: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """Where the parser is; a table inside a table, as charts have, is no sheet."""

    tables: list[_Table] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)  # table styles that are not shown
    style: str = ""
    open: _Table | None = None
    depth: int = 0  # tables that are open
    unseen: int = 0  # notes and pictures that are open
    cell: Mapping[str, str] | None = None
    text: list[str] = field(default_factory=list)
    in_text: int = 0
    cells: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if _is_unseen(tag):
            self.unseen += 1
        elif tag == "style:style":
            self.style = attributes.get("style:name", "")
        elif tag == "style:table-properties" and attributes.get("table:display") == "false":
            self.hidden.add(self.style)
        elif tag == "table:table":
            self.depth += 1
            if self.depth == 1 and not self.unseen:
                self.open = _Table(attributes.get("table:name", ""), attributes.get("table:style-name", ""))
                self.tables.append(self.open)
        elif self.open and self.depth == 1 and not self.unseen:
            self._inside(tag, attributes, self.open)

    def _inside(self, tag: str, attributes: dict[str, str], table: _Table) -> None:
        if tag == "table:table-row":
            table.at += 1 + table.more
            table.more = _count(attributes, "table:number-rows-repeated") - 1
            table.row = []
            if attributes.get("table:visibility") in ("collapse", "filter") and table.more < 1000:
                table.facts.hidden.update(range(table.at, table.at + table.more + 1))
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self.cell, self.text = attributes, []
        elif self.cell is not None:
            self._in_cell(tag, attributes)

    def _in_cell(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in ("text:p", "text:h"):
            self.in_text += 1
            if self.text:
                self.text.append("\n")
        elif tag == "text:s":
            self.text.append(" " * min(_count(attributes, "text:c"), _MOST_SPACES))
        elif tag == "text:tab":
            self.text.append("\t")
        elif tag == "text:line-break":
            self.text.append("\n")

    def data(self, text: str) -> None:
        if self.in_text and self.cell is not None and not self.unseen:
            self.text.append(text)

    def end(self, tag: str) -> None:
        if _is_unseen(tag):
            self.unseen -= 1
        elif tag == "table:table":
            self.depth -= 1
            if not self.depth:
                self.open = None
        elif self.open is None or self.depth != 1 or self.unseen:
            return
        elif tag in ("text:p", "text:h"):
            self.in_text = max(0, self.in_text - 1)
        elif tag in ("table:table-cell", "table:covered-table-cell") and self.cell is not None:
            self._close_cell(self.cell, self.open)
            self.cell = None
        elif tag == "table:table-row":
            self._close_row(self.open)

    def _close_cell(self, cell: Mapping[str, str], table: _Table) -> None:
        column, more = len(table.row), _count(cell, "table:number-columns-repeated")
        text = "".join(self.text)
        if is_error(cell, text):
            table.facts.errors[column_letter(column), text] += 1
            text = ""
        else:
            text = _value(cell, text)
        down, across = (_count(cell, f"table:number-{way}-spanned") for way in ("rows", "columns"))
        if down > 1:
            table.merges.append((table.at, column, table.at + down - 1, column + across - 1))
        table.row.extend([text] * min(more, _WIDEST - len(table.row)))

    def _close_row(self, table: _Table) -> None:
        row = table.row
        while row and not row[-1].strip():
            row.pop()
        if not row:
            return
        self.cells += len(row) * (1 + table.more)
        if self.cells > _MOST_CELLS:
            raise NativeReaderFailed(TOO_MUCH)
        for number in range(table.at, table.at + table.more + 1):
            table.rows.append(list(row))
            table.numbers.append(number)


def read_flat(data: bytes) -> list[tuple[NativeSheet, SheetFacts]]:
    """Give the sheets of a flat LibreOffice table, with what was odd in each; a broken one is a failed reading."""
    return _read(io.BytesIO(data))


def read_package(package: zipfile.ZipFile) -> list[tuple[NativeSheet, SheetFacts]]:
    """Give the sheets of an ODS package in the same way."""
    if "content.xml" not in package.namelist():
        raise NativeReaderFailed(BROKEN)
    with package.open("content.xml") as stream:
        return _read(stream)


def _read(stream: IO[bytes]) -> list[tuple[NativeSheet, SheetFacts]]:
    walker = _Walk()
    try:
        walk(stream, start=walker.start, end=walker.end, data=walker.data)
    except NotXml:
        raise NativeReaderFailed(BROKEN) from None
    return [
        (_as_native(table, visible=table.style not in walker.hidden), table.facts) for table in walker.tables
    ]


def _as_native(table: _Table, *, visible: bool) -> NativeSheet:
    return NativeSheet(
        name=table.name,
        visible=visible,
        rows=table.rows,
        numbers=table.numbers,
        merges=table.merges,
        unsure=[],
    )


def span(text: str) -> str:
    """Give a length of time as hours, minutes and seconds; any other text as it is.

    >>> span("PT25H30M00S"), span("-PT1H59M59.9996S"), span("PTA")
    ('25:30:00', '-02:00:00', 'PTA')
    """
    found = _DURATION.fullmatch(text)
    if not found or len(text) > _LONGEST_SPAN:
        return text
    hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in found.groups()[1:])
    length = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return span_text(-length if found[1] else length)


def _count(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(1, int(text)) if text.isdecimal() else 1


def _value(cell: Mapping[str, str], shown: str) -> str:
    """Give a cell's value as a person would type it; what is odd is given as it is shown."""
    kind = cell.get("office:value-type", "string")
    try:
        if kind in ("float", "percentage", "currency"):
            return number_text(float(cell["office:value"]))
        if kind == "date":
            return moment_text(dt.datetime.fromisoformat(cell["office:date-value"].removesuffix("Z")))
        if kind == "time":
            return span(cell["office:time-value"])
        if kind == "boolean":
            return cell["office:boolean-value"].upper()
    except (KeyError, ValueError, OverflowError):
        return shown
    return shown or cell.get("office:string-value", "")
