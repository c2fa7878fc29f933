"""Tables in web pages: shops and banks name them .xls and call that an export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from smbcrm.core.grid import Grid
from smbcrm.core.say import say
from smbcrm.errors import UnreadableError
from smbcrm.readers import refusal
from smbcrm.readers.spreadsheets.cells import text_rows
from smbcrm.readers.spreadsheets.merged_cells import fill_merged
from smbcrm.readers.text.encoding import Decoded, decode

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_MARKED = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WIDEST = 16_384
_MOST_CELLS = 2_000_000  # covered by cells of several rows or columns; others are what the page says


@dataclass(slots=True)
class _Table:
    rows: list[list[str]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    taken: dict[tuple[int, int], bool] = field(default_factory=dict)  # places covered by a cell above
    text: list[str] | None = None  # of the cell that is open
    span: tuple[int, int] = (1, 1)
    title: list[str] | None = None

    def open_row(self) -> None:
        self.close_cell()
        self.rows.append([])

    def open_cell(self, across: int, down: int) -> None:
        self.close_cell()
        if not self.rows:
            self.rows.append([])
        self.text, self.span = [], (across, down)

    def close_cell(self) -> None:
        if self.text is None:
            return
        row, number = self.rows[-1], len(self.rows)
        while self.taken.pop((number, len(row)), False):
            row.append("")
        text = "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in "".join(self.text).split("\0"))
        across, down = self.span
        if down > 1:
            self.merges.append((number, len(row), number + down - 1, len(row) + across - 1))
            for below in range(number + 1, number + down):
                self.taken.update({(below, len(row) + right): True for right in range(across)})
        row.extend([text.strip("\n"), *[""] * (across - 1)])
        self.text = None


class _Tables(HTMLParser):
    """Collects every table of a page; a table inside a cell is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Table] = []
        self.open: list[_Table] = []
        self.silent = 0
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self.silent += 1
        elif tag == "table":
            table = _Table()
            self.open.append(table)
            self.found.append(table)
        elif not self.open:
            return
        elif tag == "tr":
            self.open[-1].open_row()
        elif tag in ("td", "th"):
            sizes = dict(attrs)
            across, down = _span(sizes.get("colspan"), _WIDEST), _span(sizes.get("rowspan"), 1000)
            self.cells += across * down - 1
            if self.cells > _MOST_CELLS:
                raise _TooManyCells
            self.open[-1].open_cell(across, down)
        elif tag in ("br", "p", "div") and self.open[-1].text:
            self.open[-1].text.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.silent = max(0, self.silent - 1)
        elif self.open and tag in ("td", "th", "tr"):
            self.open[-1].close_cell()
        elif self.open and tag == "table":
            self.open[-1].close_cell()
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and not self.silent and self.open[-1].text is not None:
            self.open[-1].text.append(data)


class _TooManyCells(Exception):  # noqa: N818 - ends the parsing, is no fault of ours
    pass


def _span(text: str | None, most: int) -> int:
    return min(max(int(text), 1), most) if text and text.strip().isdecimal() else 1


def read_web_page(decoded: Decoded, *, file: str, sheet: str = "") -> tuple[Grid, ...]:
    """Give the tables of a web page; several tables are sheets named by their number."""
    parser = _Tables()
    try:
        parser.feed(decoded.text.replace("\0", ""))
        parser.close()
        for table in parser.open:  # pages that end early
            table.close_cell()
    except _TooManyCells:
        raise refusal.too_much(file) from None
    grids = tuple(_grids(parser, decoded, file))
    if not grids:
        what = say("{file} is a web page without a table", file=file)
        raise UnreadableError(what, say("save the list as xlsx or csv"))
    chosen = tuple(grid for grid in grids if sheet in ("", grid.sheet))
    if not chosen:
        raise refusal.no_such_sheet(file, sheet, [grid.sheet for grid in grids])
    return chosen


def decode_page(data: bytes, *, file: str, encoding: str = "") -> Decoded:
    """Give the text of a web page, in the encoding that it names itself when that is true."""
    named = _CHARSET.search(data[:4096])
    if not encoding and named and not data.startswith(_MARKED):
        try:
            charset = named[1].decode("ascii").lower()
            return Decoded(text=data.decode(charset), encoding=charset)
        except (LookupError, ValueError):
            pass
    return decode(data, name=file, encoding=encoding)


def _grids(parser: _Tables, decoded: Decoded, file: str) -> Iterator[Grid]:
    filled = [table for table in parser.found if any("".join(row).strip() for row in table.rows)]
    for place, table in enumerate(filled, 1):
        width = max(map(len, table.rows))
        rows = text_rows([row + [""] * (width - len(row)) for row in table.rows])
        numbered = [(number, row) for number, row in enumerate(rows, 1) if row]
        kept = [row for _, row in numbered]
        numbers = [number for number, _ in numbered]
        yield Grid(
            file=file,
            sheet=f"table {place}" if len(filled) > 1 else "",
            rows=kept,
            row_numbers=numbers,
            kind="html",
            encoding=decoded.encoding,
            problems=(*decoded.problems, *fill_merged(kept, numbers, table.merges)),
        )
