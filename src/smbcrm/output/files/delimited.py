"""csv and tsv: exact data for a pipe, or readable cells for a spreadsheet program."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TextIO

from smbcrm.core.sheets.looks.own_export import neutral as neutral
from smbcrm.output.cells import plain_writers
from smbcrm.output.safe import safe_lines
from smbcrm.output.view import View

BOM = "\ufeff"
_ROWS_AT_ONCE = 1000


def write_delimited(
    view: View, out: TextIO, *, delimiter: str = ",", terminal: bool = False, for_spreadsheet: bool = False
) -> None:
    """Write the header line and the rows, with LF line ends, holding no more than a few rows at a time.

    For a terminal, characters that could repaint it are left out; for a spreadsheet program, text that looks
    like a formula is preceded by an apostrophe. Otherwise every cell is exact.
    """
    change = _changes(terminal=terminal, for_spreadsheet=for_spreadsheet)
    _write_lines(_spelled_rows(view, change), out, delimiter)


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
