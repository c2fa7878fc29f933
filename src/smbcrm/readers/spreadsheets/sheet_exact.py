"""What the XML of one sheet says beside its values, for sheets that are not written in the common form.

An XML parser walks through it, so any order of attributes, missing addresses and other quotes are understood; it takes
ten times as long as the search in `sheet_scan`.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from smbcrm.core.column_letters import column_index, column_letter
from smbcrm.readers.spreadsheets.sheet_scan import SheetFacts
from smbcrm.readers.xml_walk import NotXml, walk

_ADDRESS = re.compile(r"([A-Za-z]+)(\d+)")
_WANTED = {"row", "c", "f", "v", "is", "t"}


@dataclass(slots=True)
class _Walk:
    """Where the parser is."""

    zeros: Mapping[str, int]
    facts: SheetFacts = field(default_factory=lambda: SheetFacts(plain=False))
    row: int = 0
    column: int = -1
    kind: str = "n"
    style: str = ""
    formula: bool = False
    filled: bool = False
    value: list[str] = field(default_factory=list)
    in_value: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name not in _WANTED:
            return
        if name == "row":
            self.row = int(attributes["r"]) if attributes.get("r", "").isdigit() else self.row + 1
            self.column = -1
            if attributes.get("hidden") in ("1", "true"):
                self.facts.hidden.add(self.row)
        elif name == "c":
            address = _ADDRESS.fullmatch(attributes.get("r", ""))
            self.column = column_index(address[1].upper()) if address else self.column + 1
            self.row = int(address[2]) if address else self.row
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.formula = self.filled = False
            self.value = []
        elif name == "f":
            self.formula = True
        else:
            self.filled = True
            self.in_value = name == "v"

    def text(self, text: str) -> None:
        if self.in_value:
            self.value.append(text)

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "v":
            self.in_value = False
        elif name == "c":
            self.cell()

    def cell(self) -> None:
        facts, value = self.facts, "".join(self.value)
        column = column_letter(self.column)
        facts.cells += 1
        if self.filled:
            facts.last_row = max(facts.last_row, self.row)
            facts.last_column = max(facts.last_column, self.column + 1)
        if self.kind == "e":
            facts.errors[column, value] += 1
        elif self.formula and not value and self.kind != "str":
            facts.uncalculated[column] += 1
        digits = self.zeros.get(self.style, 0)
        if digits and self.kind == "n" and value.removesuffix(".0").isdigit():
            number = value.removesuffix(".0")
            if len(number) < digits:
                facts.rewritten[self.row, self.column] = number.zfill(digits)


def scan_exactly(package: zipfile.ZipFile, path: str, zeros: Mapping[str, int]) -> SheetFacts:
    """Give what a sheet's XML says beside its values, however it is written; a broken sheet gives what came before."""
    walker = _Walk(zeros)
    try:
        with package.open(path) as stream:
            walk(stream, start=walker.start, end=walker.end, data=walker.text)
    except (NotXml, LookupError):  # the package may lack the part it names
        walker.facts.complete = False
    return walker.facts
