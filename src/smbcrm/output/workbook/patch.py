"""Change single cells of a workbook and leave everything else in it as it is, to the byte.

A workbook is a zip of XML parts. Only the XML of the sheets that change is written anew, and in it only the rows concerned: what
no library of ours knows (charts, pivots, pictures, macros, formats) is never read, so it cannot be lost.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from smbcrm.core.column_letters import column_index, column_letter
from smbcrm.output.workbook.cell_xml import Written, cell_xml

_SHEET_DATA = re.compile(rb"<sheetData\s*/>|<sheetData>(.*)</sheetData>", re.DOTALL)
_ROW = re.compile(rb"<row\b([^>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>.*?</c>)", re.DOTALL)
_NUMBER = re.compile(rb'\br="(\d+)"')
_ADDRESS = re.compile(rb'\br="([A-Z]+)\d+"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_SPANS = re.compile(rb'\s+spans="[^"]*"')
_DIMENSION = re.compile(rb'(<dimension\s+ref=")([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?(")')
_CELL_ADDRESS = re.compile(rb'(<c\b[^>]*?\br="[A-Z]+)\d+(")')
_COLUMN_STYLE = re.compile(rb"<col\b[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPatch:
    """What changes in one sheet: cells by row number and place (from 0), rows to put below, rows to take out.

    `emptied` are the places that are emptied in a row that has to be taken out but may not move the others.
    """

    cells: Mapping[tuple[int, int], Written] = field(default_factory=dict)
    below: Sequence[Mapping[int, Written]] = ()
    out: Sequence[int] = ()
    emptied: frozenset[int] = frozenset()
    recalculate: bool = False


@dataclass(slots=True)
class _Row:
    """One row of the XML: its number, the attributes and the cells as they stand."""

    number: int
    attributes: bytes
    inner: bytes | None


def patched(data: bytes, patches: Mapping[str, SheetPatch], *, may_shift: Callable[[str], bool]) -> bytes:
    """Give the workbook with these parts changed; `may_shift` tells of a part whether rows below one taken out may move up."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as target:
        target.comment = package.comment
        for entry in package.infolist():
            content = package.read(entry)
            patch = patches.get(entry.filename)
            if patch is not None:
                content = patched_sheet(content, patch, shift=may_shift(entry.filename))
            target.writestr(entry, content, compress_type=entry.compress_type)
    return out.getvalue()


def patched_sheet(xml: bytes, patch: SheetPatch, *, shift: bool) -> bytes:
    """Give the XML of a sheet with a patch applied."""
    found = _SHEET_DATA.search(xml)
    if found is None:
        return xml
    rows = _rows(found[1] or b"")
    styles = _Styles(xml[: found.start()], rows)
    by_number = {row.number: row for row in rows}
    for number, cells in _by_row(patch.cells).items():
        row = by_number.get(number)
        if row is None:
            row = by_number[number] = _Row(number, b' r="%d"' % number, b"")
        _write_cells(row, cells, styles)
    last = max((row.number for row in by_number.values() if _says_something(row)), default=1)
    for step, new in enumerate(patch.below, start=1):
        row = by_number.setdefault(last + step, _Row(last + step, b' r="%d"' % (last + step), b""))
        _write_cells(row, new, styles)
    ordered = _taken_out([by_number[number] for number in sorted(by_number)], patch, shift=shift)
    body = b"<sheetData>" + b"".join(map(_row_xml, ordered)) + b"</sheetData>"
    head = _with_dimension(xml[: found.start()], ordered)
    tail = xml[found.end() :]
    if patch.recalculate and b"<sheetCalcPr" not in tail:
        tail = b'<sheetCalcPr fullCalcOnLoad="1"/>' + tail
    return head + body + tail


def _rows(inner: bytes) -> list[_Row]:
    rows: list[_Row] = []
    number = 0
    for found in _ROW.finditer(inner):
        told = _NUMBER.search(found[1])
        number = int(told[1]) if told else number + 1
        rows.append(_Row(number, found[1], found[2]))
    return rows


def _row_xml(row: _Row) -> bytes:
    if row.inner is None:
        return b"<row" + row.attributes + b"/>"
    return b"<row" + row.attributes + b">" + row.inner + b"</row>"


def _by_row(cells: Mapping[tuple[int, int], Written]) -> dict[int, dict[int, Written]]:
    found: dict[int, dict[int, Written]] = {}
    for (number, place), written in cells.items():
        found.setdefault(number, {})[place] = written
    return found


def _says_something(row: _Row) -> bool:
    return row.inner is not None and (b"<v" in row.inner or b"<is" in row.inner or b"<f" in row.inner)


class _Styles:
    """Which style a cell gets that was not there before: that of its column."""

    def __init__(self, head: bytes, rows: Sequence[_Row]) -> None:
        self._columns: dict[int, bytes] = {}
        for found in _COLUMN_STYLE.finditer(head):
            told = dict(re.findall(rb'(\w+)="(\d+)"', found[0]))
            if b"style" in told:
                for place in range(int(told[b"min"]) - 1, min(int(told[b"max"]), 1000)):
                    self._columns[place] = told[b"style"]
        self._first: dict[int, bytes] = {}
        self._header: dict[int, bytes] = {}
        for row in rows[:50]:
            for place, style in _styles(row):
                (self._header if row.number == 1 else self._first).setdefault(place, style)

    def of(self, row: int, place: int) -> bytes | None:
        """Give the number of the style for a new cell."""
        if row == 1:
            return self._header.get(place) or (self._header[max(self._header)] if self._header else None)
        return self._first.get(place) or self._columns.get(place)


def _styles(row: _Row) -> list[tuple[int, bytes]]:
    return [
        (column_index(address[1].decode()), style[1])
        for found in _CELL.finditer(row.inner or b"")
        if (address := _ADDRESS.search(found[1])) and (style := _STYLE.search(found[1]))
    ]


def _write_cells(row: _Row, cells: Mapping[int, Written], styles: _Styles) -> None:
    """Put cells into a row, in the order of their columns; the others stay as they are."""
    standing: dict[int, bytes] = {}
    for found in _CELL.finditer(row.inner or b""):
        address = _ADDRESS.search(found[1])
        if address is not None:
            standing[column_index(address[1].decode())] = found[0]
    for place, written in cells.items():
        old = standing.get(place)
        style = _STYLE.search(_CELL.match(old)[1]) if old else None  # type: ignore[index]
        code = style[1] if style else (None if old else styles.of(row.number, place))
        standing[place] = cell_xml(row.number, place, written, code)
    row.inner = b"".join(standing[place] for place in sorted(standing))
    row.attributes = _SPANS.sub(b"", row.attributes)


def _taken_out(rows: list[_Row], patch: SheetPatch, *, shift: bool) -> list[_Row]:
    """Take rows out: those below move up, or, where something may hang on their places, the row is left empty."""
    if not patch.out:
        return rows
    out = set(patch.out)
    if not shift:
        for row in rows:
            if row.number in out:
                row.inner = _emptied(row.inner or b"", patch.emptied)
        return rows
    kept: list[_Row] = []
    above = 0
    for row in rows:
        if row.number in out:
            above += 1
            continue
        kept.append(_moved(row, row.number - above) if above else row)
    return kept


def _emptied(inner: bytes, places: frozenset[int]) -> bytes:
    def empty(found: re.Match[bytes]) -> bytes:
        address = _ADDRESS.search(found[1])
        if address is None or column_index(address[1].decode()) not in places or b"<f" in found[0]:
            return found[0]
        style = _STYLE.search(found[1])
        shown = b' s="' + style[1] + b'"' if style else b""
        return b"<c " + address[0] + shown + b"/>"

    return _CELL.sub(empty, inner)


def _moved(row: _Row, number: int) -> _Row:
    told = b"%d" % number
    attributes = _NUMBER.sub(b'r="' + told + b'"', row.attributes, count=1)
    inner = None if row.inner is None else _CELL_ADDRESS.sub(rb"\g<1>" + told + rb"\g<2>", row.inner)
    return _Row(number, attributes, inner)


def _with_dimension(head: bytes, rows: Sequence[_Row]) -> bytes:
    """Say in the sheet's head how far it reaches now, where it says so at all."""
    found = _DIMENSION.search(head)
    if found is None or not rows:
        return head
    widest = max(
        (
            column_index(found[1].decode())
            for row in (rows[0], rows[-1])
            for found in _ADDRESS.finditer(row.inner or b"")
        ),
        default=0,
    )
    letters = found[4] or found[2]
    if column_index(letters.decode()) < widest:
        letters = column_letter(widest).encode()
    told = (
        found[1]
        + found[2]
        + found[3]
        + b":"
        + letters
        + b"%d" % max(rows[-1].number, int(found[3]))
        + found[6]
    )
    return head[: found.start()] + told + head[found.end() :]
