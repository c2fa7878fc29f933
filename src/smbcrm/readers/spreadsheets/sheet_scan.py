"""What the XML of one sheet says beside its values: its size, its hidden rows, its errors.

The values themselves come from the native reader, which keeps none of this and allocates a cell for every place
between the first and the last one. So the sheet is scanned before, as bytes and in pieces, at the speed of a search.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from smbcrm.core.column_letters import column_index

_PIECE = 8_000_000
_LARGEST_PIECE = 64_000_000

_HIDDEN_ROW = re.compile(rb'<row r="(\d+)"[^>]*? hidden="(?:1|true)"')
_ANY_CELL = re.compile(rb"<c[\s/>]")
_ADDRESS = re.compile(rb'<c r="([A-Z]+)(\d+)"')
_ERROR = re.compile(rb'<c r="([A-Z]+)\d+"[^>]*? t="e"[^>]*>(?:<f[^>]*?(?:/>|>[^<]*</f>))?<v>([^<]*)</v>')
_FORMULA = re.compile(rb'<c r="([A-Z]+)\d+"([^>]*)><f[^>]*?(?:/>|>[^<]*</f>)(?:<v/>|<v></v>|<v />|</c>)')
_NUMBER = re.compile(rb'<c r="([A-Z]+)(\d+)"([^>]*)><v>(\d+)(?:\.0+)?</v>')
_STYLE = re.compile(rb' s="(\d+)"')


@dataclass(slots=True, kw_only=True)
class SheetFacts:
    """What was found in one sheet's XML. Columns are letters, rows are numbers as the sheet shows them."""

    plain: bool = True  # written in the common form, so that a search sees every cell
    complete: bool = True  # read to its end
    cells: int = 0
    last_row: int = 0
    last_column: int = 0
    hidden: set[int] = field(default_factory=set)
    errors: Counter[tuple[str, str]] = field(default_factory=Counter)  # (column, error) -> cells
    uncalculated: Counter[str] = field(default_factory=Counter)  # column -> formulas without a value
    rewritten: dict[tuple[int, int], str] = field(default_factory=dict)  # (row, column from 0) -> its text

    @property
    def area(self) -> int:
        """How many places lie between the first cell and the last."""
        return self.last_row * self.last_column


def scan_sheet(package: zipfile.ZipFile, path: str, zeros: Mapping[str, int]) -> SheetFacts:
    """Give what a sheet's XML says beside its values."""
    facts = SheetFacts(plain=False)
    for piece in pieces(package, path):
        if not facts.cells:
            facts.plain = b"<worksheet" in piece or facts.plain  # no prefix, and letters of one byte
        _measure(piece, facts)
        if not facts.plain:
            return facts
        if b"hidden=" in piece:
            if piece.count(b"<row") != piece.count(b'<row r="'):
                facts.plain = False
                return facts
            facts.hidden.update(map(int, _HIDDEN_ROW.findall(piece)))
        if b't="e"' in piece:
            facts.errors.update((col.decode(), err.decode()) for col, err in _ERROR.findall(piece))
        if b"<f" in piece:
            # A formula that gave an empty text says so (t="str"); one without a value was never calculated.
            found = (col.decode() for col, rest in _FORMULA.findall(piece) if b't="str"' not in rest)
            facts.uncalculated.update(found)
        if zeros:
            facts.rewritten.update(_with_zeros(piece, zeros))
    return facts


def pieces(package: zipfile.ZipFile, path: str) -> Iterator[bytes]:
    """Give a sheet's XML in pieces of whole rows, so that a large sheet never stands in memory."""
    rest = b""
    with package.open(path) as stream:
        while block := stream.read(_PIECE):
            block = rest + block
            cut = block.rfind(b"<row")
            if cut <= 0 and len(block) < _LARGEST_PIECE:
                rest = block
                continue
            cut = cut if cut > 0 else len(block)
            rest = block[cut:]
            yield block[:cut]
    yield rest


def _measure(piece: bytes, facts: SheetFacts) -> None:
    """Find the last row and column with a few searches, and with counts that prove that they saw every cell."""
    cells = piece.count(b'<c r="')
    if cells != piece.count(b"<c") and cells != len(_ANY_CELL.findall(piece)):
        facts.plain = False
    if b":c " in piece:  # a namespace prefix may stand before every name
        facts.plain = False
    if not cells or not facts.plain:
        return
    facts.cells += cells
    last = _ADDRESS.match(piece, piece.rfind(b'<c r="'))
    facts.last_row = max(facts.last_row, int(last[2]) if last else 0)
    # One search for a cell beyond column Z, or with more digits than the last row has: most sheets hold none.
    digits = max(1, len(str(facts.last_row)))
    if not re.search(rb'<c r="(?![A-Z]\d{1,%d}")' % digits, piece):
        facts.last_column = max(facts.last_column, 26)
        return
    places = _ADDRESS.findall(piece)
    facts.plain = len(places) == cells
    columns = {column_index(letters.decode()) + 1 for letters in {letters for letters, _ in places}}
    facts.last_column = max(columns | {facts.last_column})
    facts.last_row = max({int(number) for number in {number for _, number in places}} | {facts.last_row})


def _with_zeros(piece: bytes, zeros: Mapping[str, int]) -> Iterator[tuple[tuple[int, int], str]]:
    for column, row, rest, number in _NUMBER.findall(piece):
        style = _STYLE.search(rest)
        digits = zeros.get(style[1].decode(), 0) if style else 0
        if digits > len(number) and (b' t="' not in rest or b' t="n"' in rest):
            yield (int(row), column_index(column.decode())), number.decode().zfill(digits)
