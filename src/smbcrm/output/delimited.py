"""csv and tsv: exact data for a pipe, or readable cells for a spreadsheet program."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TextIO

from smbcrm.output.cells import plain_writers
from smbcrm.output.safe import safe_lines
from smbcrm.output.view import View

BOM = "\ufeff"
_ROWS_AT_ONCE = 1000
# What a spreadsheet program may run as a formula. Full-width signs count: Excel reads them in eastern locales.
_FORMULA = re.compile(r"\s*[=@＝＠]|[\t\r\n+\-＋－]")
# A phone, or a negative number, starts with a sign and holds nothing that could be called or fetched.
_HARMLESS_SIGNED = re.compile(r"[+-](?:[\d\s().,/;+-]|ext=)*\Z")


def write_delimited(
    view: View, out: TextIO, *, delimiter: str = ",", terminal: bool = False, for_spreadsheet: bool = False
) -> None:
    """Write the header line and the rows, with LF line ends, holding no more than a few rows at a time.

    For a terminal, characters that could repaint it are left out; for a spreadsheet program, text that looks
    like a formula is preceded by an apostrophe. Otherwise every cell is exact.
    """
    change = _changes(terminal=terminal, for_spreadsheet=for_spreadsheet)
    _write_lines(_spelled_rows(view, change), out, delimiter)


def neutral(text: str) -> str:
    """Give text that no spreadsheet program takes for a formula; phones and negative numbers stay as they are.

    >>> neutral("=1+1"), neutral("+982188776655"), neutral("-12.5"), neutral("-1+cmd|' /C calc'!A0")
    ("'=1+1", '+982188776655', '-12.5', "'-1+cmd|' /C calc'!A0")
    """
    return "'" + text if _FORMULA.match(text) and not _HARMLESS_SIGNED.match(text) else text


def _changes(*, terminal: bool, for_spreadsheet: bool) -> Callable[[str], str] | None:
    if for_spreadsheet:
        return neutral
    return safe_lines if terminal else None


def _spelled_rows(view: View, change: Callable[[str], str] | None) -> Iterator[list[object]]:
    writers = plain_writers(view.columns)
    header: list[object] = [column.key for column in view.columns]
    yield header if change is None else [change(str(key)) for key in header]
    for row in view.rows:
        cells = [
            value if value.__class__ in as_is else spell(value)
            for (as_is, spell), value in zip(writers, row, strict=True)
        ]
        yield (
            cells if change is None else [change(cell) if cell.__class__ is str else cell for cell in cells]
        )


def _write_lines(rows: Iterable[Sequence[object]], out: TextIO, delimiter: str) -> None:
    lines = _Lines(out)
    # The module quotes a cell for the characters of the line end it is told of: CR LF makes it quote both.
    writer = csv.writer(lines, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows(rows)
    lines.flush()


class _Lines:
    """Takes lines ending in CR LF from the csv module and writes them ending in LF, many at a time."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._waiting: list[str] = []

    def write(self, line: str) -> None:
        self._waiting.append(line[:-2])
        if len(self._waiting) >= _ROWS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        if self._waiting:
            self._waiting.append("")
            self._out.write("\n".join(self._waiting))
            self._waiting.clear()
