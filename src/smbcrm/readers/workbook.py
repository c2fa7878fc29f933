"""The workbook of the store, as the owner left it: the cells of its sheets, and which of them are formulas."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from smbcrm.core.column_letters import column_index
from smbcrm.core.say import say
from smbcrm.core.workbook.sheet_merge import SheetRow
from smbcrm.errors import UnreadableError
from smbcrm.readers.held_file import held_by_another_program
from smbcrm.readers.open_file import read_stream
from smbcrm.readers.spreadsheets.sheet_scan import pieces, scan_sheet
from smbcrm.readers.spreadsheets.workbook_parts import sheet_parts

_FORMULA = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*>\s*<f[\s/>]')


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSheet:
    """One sheet: its name, the part of the package it is in, the cells of row 1, and the rows below.

    `plain` tells that its XML is written in the common form, in which single cells can be changed.
    """

    name: str
    part: str
    plain: bool
    headings: Sequence[str]
    rows: Sequence[SheetRow]
    formulas: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The workbook as read: its bytes, their fingerprint, and its sheets in their order."""

    data: bytes
    sha256: str
    sheets: tuple[BookSheet, ...] = field(default_factory=tuple)


def read_workbook(path: Path) -> Book:
    """Read every sheet of the workbook.

    Raises UnreadableError for a file that is no workbook of the xlsx kind, LockedError for one that may not be read now.
    """
    try:
        data = path.read_bytes()
    except PermissionError as problem:
        raise held_by_another_program(path) from problem
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise UnreadableError(
            say("{file} is not a workbook that can be read", file=path.name),
            say("save it as xlsx under the same name, or move it away: `smbcrm sync` then writes a new one"),
        )
    reading = read_stream(data, name=path.name, all_sheets=True)
    grids = {grid.sheet: grid for grid in reading.grids}
    sheets: list[BookSheet] = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in sheet_parts(package):
            grid = grids.get(part.name)
            formulas = _formulas(package, part.path)
            rows = [] if grid is None else _rows(grid.row_numbers, grid.rows, formulas)
            headed = bool(rows) and rows[0].number == 1
            sheets.append(
                BookSheet(
                    name=part.name, part=part.path, plain=scan_sheet(package, part.path, {}).plain,
                    headings=tuple(rows[0].cells) if headed else (), rows=rows[1:] if headed else rows,
                    formulas=sum(map(len, formulas.values())),
                )
            )  # fmt: skip
    return Book(data=data, sha256=hashlib.sha256(data).hexdigest(), sheets=tuple(sheets))


def _formulas(package: zipfile.ZipFile, part: str) -> Mapping[int, frozenset[int]]:
    """Give the places of the formulas of a sheet, by row number."""
    found: dict[int, set[int]] = defaultdict(set)
    for piece in pieces(package, part):
        if b"<f" in piece:
            for letters, number in _FORMULA.findall(piece):
                found[int(number)].add(column_index(letters.decode()))
    return {number: frozenset(places) for number, places in found.items()}


def _rows(
    numbers: Sequence[int], rows: Sequence[Sequence[str]], formulas: Mapping[int, frozenset[int]]
) -> list[SheetRow]:
    none: frozenset[int] = frozenset()
    return [
        SheetRow(number=number, cells=row, formulas=formulas.get(number, none))
        for number, row in zip(numbers, rows)
    ]
