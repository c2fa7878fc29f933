"""What the XML of an ODS workbook says beside its values: hidden rows, merged cells and errors."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field

from smbcrm.core.column_letters import column_letter
from smbcrm.readers.spreadsheets.ods_error import is_error
from smbcrm.readers.spreadsheets.sheet_scan import SheetFacts
from smbcrm.readers.xml_walk import NotXml, walk

_PIECE = 8_000_000
# Most workbooks have none of this, and a search is quicker than a parser.
_WORTH_A_WALK = re.compile(
    rb'number-rows-spanned="(?!1")|table:visibility="(?!visible)|value-type="error"|<text:p[^>]*>(?:#[^\d\s<]|Err:)'
)
# A tab between two words, and how a word is spoken; the native reader leaves the one out and reads the other into the word.
_GARBLED = re.compile(rb"<text:(?:tab|ruby)\b")
_MOST_ERRORS = 100_000
"""So many cells of a sheet are emptied one by one; a list has fewer, and a table that repeats them without end has more."""


@dataclass(slots=True)
class OdsFacts:
    """What was found in one sheet."""

    facts: SheetFacts = field(default_factory=SheetFacts)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    filled: int = 0  # cells with a text, repeated ones counted as often as they stand there


@dataclass(slots=True)
class _Walk:
    found: dict[str, OdsFacts] = field(default_factory=dict)
    sheet: OdsFacts = field(default_factory=OdsFacts)
    row: int = 0
    rows_more: int = 0
    column: int = 0
    columns_more: int = 0
    cell: dict[str, str] = field(default_factory=dict)
    text: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self.sheet = self.found.setdefault(attributes.get("table:name", ""), OdsFacts())
            self.row = self.rows_more = 0
        elif tag == "table:table-row":
            self.row += 1 + self.rows_more
            self.rows_more = _count(attributes, "table:number-rows-repeated") - 1
            self.column, self.columns_more = -1, 0
            if attributes.get("table:visibility") in ("collapse", "filter") and self.rows_more < 1000:
                self.sheet.facts.hidden.update(range(self.row, self.row + self.rows_more + 1))
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self.column += 1 + self.columns_more
            self.columns_more = _count(attributes, "table:number-columns-repeated") - 1
            down, across = (_count(attributes, f"table:number-{way}-spanned") for way in ("rows", "columns"))
            if down > 1:
                self.sheet.merges.append(
                    (self.row, self.column, self.row + down - 1, self.column + across - 1)
                )
            self.cell, self.text = attributes, []

    def data(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def end(self, tag: str) -> None:
        if tag == "table:table-cell" and self.text is not None:
            text = "".join(self.text).strip()
            if text:
                self.sheet.filled += (1 + self.rows_more) * (1 + self.columns_more)
            if is_error(self.cell, text):
                self._empty(text)
            self.text = None

    def _empty(self, error: str) -> None:
        """Note an error and let its cell be empty; equal cells side by side are written as one that is repeated."""
        down, across = self.rows_more + 1, self.columns_more + 1
        if len(self.sheet.facts.rewritten) + down * across > _MOST_ERRORS:
            down = across = 1
        for column in range(self.column, self.column + across):
            self.sheet.facts.errors[column_letter(column), error] += down
            for row in range(self.row, self.row + down):
                self.sheet.facts.rewritten[row, column] = ""


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(1, int(text)) if text.isdecimal() else 1


def scan_ods(package: zipfile.ZipFile, *, whole: bool = False) -> dict[str, OdsFacts]:
    """Give what an ODS workbook's XML says beside its values, by sheet name.

    Unless the whole is wanted, a workbook without anything to tell is only searched and gives nothing.
    """
    if "content.xml" not in package.namelist() or not (whole or _holds(package, _WORTH_A_WALK)):
        return {}
    walker = _Walk()
    try:
        with package.open("content.xml") as stream:
            walk(stream, start=walker.start, end=walker.end, data=walker.data)
    except NotXml:
        return {}
    return walker.found


def is_ours(package: zipfile.ZipFile) -> bool:
    """Tell whether an ODS workbook is better read from its XML than by the native reader, which garbles some of its words."""
    return "content.xml" in package.namelist() and _holds(package, _GARBLED)


def _holds(package: zipfile.ZipFile, sign: re.Pattern[bytes]) -> bool:
    rest = b""
    with package.open("content.xml") as stream:
        while piece := stream.read(_PIECE):
            if sign.search(rest + piece):
                return True
            rest = piece[-100:]
    return False
