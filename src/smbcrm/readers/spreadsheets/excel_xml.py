"""Excel 2003 XML workbooks, which old programs and web shops write under the name .xls."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from smbcrm.core.column_letters import column_letter
from smbcrm.readers import refusal
from smbcrm.readers.spreadsheets.cells import moment_text, number_text
from smbcrm.readers.spreadsheets.guard import refuse_entities
from smbcrm.readers.spreadsheets.native import NativeSheet
from smbcrm.readers.spreadsheets.sheet_scan import SheetFacts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_CELLS = 20_000_000


@dataclass(slots=True)
class _Sheet:
    name: str
    visible: bool = True
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    facts: SheetFacts = field(default_factory=SheetFacts)
    at: int = 0  # the row that was read last
    cells: int = 0


def read_excel_xml(data: bytes, *, file: str) -> list[tuple[NativeSheet, SheetFacts]]:
    """Give the sheets of an Excel 2003 XML workbook, with what was odd in each."""
    from xml.etree.ElementTree import ParseError

    refuse_entities(data[: 1 << 16], file)
    try:
        return [(_as_native(sheet), sheet.facts) for sheet in _sheets(data, file)]
    except (ParseError, ValueError, LookupError):  # the two last ones: an encoding nobody knows
        raise refusal.damaged(file) from None


def _as_native(sheet: _Sheet) -> NativeSheet:
    return NativeSheet(
        name=sheet.name,
        visible=sheet.visible,
        rows=sheet.rows,
        numbers=sheet.numbers,
        merges=sheet.merges,
        unsure=[],
    )


def _sheets(data: bytes, file: str) -> Iterator[_Sheet]:
    from xml.etree.ElementTree import iterparse

    sheet: _Sheet | None = None
    for event, element in iterparse(io.BytesIO(data.lstrip()), events=("start", "end")):
        name = element.tag.rpartition("}")[2]
        if event == "start":
            if name == "Worksheet":
                sheet = _Sheet(_attribute(element, "Name"))
        elif name == "Row" and sheet:
            _add_row(element, sheet)
            element.clear()
            if sheet.cells > _MOST_CELLS:
                raise refusal.too_much(file)
        elif name == "Visible" and sheet:
            sheet.visible = False  # written only for hidden sheets
        elif name == "Worksheet" and sheet:
            yield sheet
            element.clear()
            sheet = None


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _number(element: Element, name: str, otherwise: int) -> int:
    text = _attribute(element, name)
    return int(text) if text.isdecimal() else otherwise


def _add_row(element: Element, sheet: _Sheet) -> None:
    sheet.at = _number(element, "Index", sheet.at + 1)
    row: list[str] = []
    for cell in element:
        if cell.tag.rpartition("}")[2] != "Cell":
            continue
        column = min(_number(cell, "Index", len(row) + 1), 16_384) - 1
        row.extend([""] * (column - len(row)))
        down, across = _number(cell, "MergeDown", 0), _number(cell, "MergeAcross", 0)
        if down:
            sheet.merges.append((sheet.at, column, sheet.at + down, column + across))
        row.append(_text(cell, column_letter(column), sheet.facts))
        row.extend([""] * min(across, 16_384))
    while row and not row[-1].strip():
        row.pop()
    if row:
        sheet.rows.append(row)
        sheet.numbers.append(sheet.at)
        sheet.cells += len(row)
        if _attribute(element, "Hidden") == "1":
            sheet.facts.hidden.add(sheet.at)


def _text(cell: Element, column: str, facts: SheetFacts) -> str:
    data = next((part for part in cell if part.tag.rpartition("}")[2] == "Data"), None)
    if data is None:
        if _attribute(cell, "Formula"):
            facts.uncalculated[column] += 1
        return ""
    text = "".join(data.itertext())
    kind = _attribute(data, "Type")
    if kind == "Error":
        facts.errors[column, text] += 1
        return ""
    try:
        if kind == "Number":
            return number_text(float(text))
        if kind == "DateTime":
            return moment_text(dt.datetime.fromisoformat(text))
    except ValueError:
        return text
    return {"1": "TRUE", "0": "FALSE"}.get(text, text) if kind == "Boolean" else text
