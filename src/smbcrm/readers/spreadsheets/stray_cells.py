"""Cells that lie far outside the table: a forgotten x in the last corner makes the sheet billions of cells large."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from smbcrm.core.column_letters import column_index, column_letter
from smbcrm.core.grid import Problem
from smbcrm.core.say import say
from smbcrm.readers.spreadsheets.sheet_scan import pieces

_ROW_GAP = 10_000
_COLUMN_GAP = 200
_FILLED = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*(?<!/)>')
_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Where a sheet's filled cells are: how many rows and columns the table spans, and which cells lie far from it."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    strays: tuple[tuple[int, int], ...] = ()  # (row, column from 0)

    @property
    def area(self) -> int:
        """How many places lie between the table's corners."""
        return (self.last_row - self.first_row + 1) * (self.last_column - self.first_column + 1)


def find_extent(package: zipfile.ZipFile, path: str) -> Extent:
    """Find the table among the filled cells of a sheet."""
    rows: Counter[int] = Counter()
    columns: Counter[int] = Counter()
    for letters, number in _filled(package, path):
        rows[number] += 1
        columns[letters] += 1
    if not rows:
        return Extent(first_row=1, last_row=1, first_column=0, last_column=0)
    top, bottom = _main_stretch(rows, _ROW_GAP)
    left, right = _main_stretch(columns, _COLUMN_GAP)
    strays = [
        (row, column)
        for column, row in _filled(package, path)
        if not (top <= row <= bottom and left <= column <= right)
    ]
    return Extent(
        first_row=top,
        last_row=bottom,
        first_column=left,
        last_column=right,
        strays=tuple(strays),
    )


def _filled(package: zipfile.ZipFile, path: str) -> Iterable[tuple[int, int]]:
    known: dict[bytes, int] = {}
    for piece in pieces(package, path):
        for letters, number in _FILLED.findall(piece):
            column = known.get(letters)
            if column is None:
                column = known[letters] = column_index(letters.decode())
            yield column, int(number)


def _main_stretch(counts: Counter[int], gap: int) -> tuple[int, int]:
    """Give the first and last place of the fullest stretch without a large gap.

    When much lies beyond a gap, it is no stray cell and everything stays.
    """
    places = sorted(counts)
    stretches = [[places[0], places[0], 0]]
    for place in places:
        if place - stretches[-1][1] > gap:
            stretches.append([place, place, 0])
        stretches[-1][1] = place
        stretches[-1][2] += counts[place]
    first, last, most = max(stretches, key=lambda stretch: (stretch[2], -stretch[0]))
    total = sum(counts.values())
    if total - most > max(20, total // 100):
        return places[0], places[-1]
    return first, last


def without_strays(data: bytes, drop: dict[str, Extent]) -> bytes:
    """Give the workbook anew without the stray cells of the named parts."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for part in old.infolist():
            with new.open(part.filename, "w", force_zip64=True) as target:
                extent = drop.get(part.filename)
                if extent is None or not extent.strays:
                    target.write(old.read(part))
                    continue
                for piece in pieces(old, part.filename):
                    target.write(_without(piece, extent))
    return result.getvalue()


def _without(piece: bytes, extent: Extent) -> bytes:
    strays = {(column_letter(column) + str(row)).encode() for row, column in extent.strays}
    return _CELL.sub(lambda cell: b"" if cell[1] + cell[2] in strays else cell[0], piece)


def problems_of(extent: Extent) -> tuple[Problem, ...]:
    """Name the stray cells: the first few by address, the rest by number."""
    if not extent.strays:
        return ()
    named = [column_letter(column) + str(row) for row, column in extent.strays[:5]]
    row, column = extent.strays[0]
    if len(extent.strays) == 1:
        what = say("the cell {cell} lies far outside the table and was left out", cell=named[0])
    else:
        what = say(
            "{count} cells lie far outside the table and were left out, such as {cells}",
            count=len(extent.strays),
            cells=", ".join(named),
        )
    return (Problem(what=what, row=row, column=column_letter(column)),)
