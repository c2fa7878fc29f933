"""Text tables whose quotes are out of order: one bad quote costs one record, never the rest of the file."""

from __future__ import annotations

import csv
import io
from typing import Any

from smbcrm.core.say import Say, say
from smbcrm.readers.text.dialect import Dialect

_TALLEST = 60
"""A quoted text with more lines than this is taken for a quote that never closes."""

_BACKSLASHES = say("quotes inside cells are marked with a backslash; read so")
_STRAY = say("a quote stands in the wrong place on this line; check its cells")
_OPEN = say("a quote on this line is never closed; it was read as a plain sign")


def read_leniently(
    lines: list[str], dialect: Dialect
) -> tuple[list[list[str]], list[int], list[tuple[int, Say]]]:
    """Give the records, the last line of each, and the lines with a wrong quote.

    Backslashes before quotes go through a whole file and are told once.
    """
    rows: list[list[str]] = []
    ends: list[int] = []
    odd: list[tuple[int, Say]] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if '"' in line:
            row, taken, what = _one_record(lines, at, dialect)
        else:
            row, taken, what = line.rstrip("\r\n").split(dialect.delimiter), 1, None
        if what and (what != _BACKSLASHES or not any(told == _BACKSLASHES for _, told in odd)):
            odd.append((at + 1, what))
        at += taken
        rows.append(row)
        ends.append(at)
    return rows, ends, odd


def _one_record(lines: list[str], at: int, dialect: Dialect) -> tuple[list[str], int, Say | None]:
    """Give the record that begins on a line, how many lines it takes and what was odd."""
    for taken in range(1, min(_TALLEST, len(lines) - at) + 1):
        # Only a line with a quote can close a taller record.
        if taken > 1 and '"' not in lines[at + taken - 1]:
            continue
        text = "".join(lines[at : at + taken])
        row, still_open = _parse(text, dialect, strict=True)
        if row is not None:
            return row, taken, None
        if '\\"' in text:
            row, open_too = _parse(text, dialect, strict=True, escapechar="\\", doublequote=False)
            if row is not None:
                return row, taken, _BACKSLASHES
            still_open |= open_too
        if taken == 1:
            row, _ = _parse(text, dialect, strict=False)
            if row is not None:
                return row, 1, _STRAY
        if not still_open:  # a quote closed where it must not: more lines do not mend that
            break
    cells = lines[at].rstrip("\r\n").split(dialect.delimiter)
    return [_unquoted(cell) for cell in cells], 1, _OPEN


def _parse(text: str, dialect: Dialect, **how: Any) -> tuple[list[str] | None, bool]:
    """Give the one record that a text holds, if it does, and whether its last quote is still open."""
    options: dict[str, Any] = {
        "delimiter": dialect.delimiter,
        "skipinitialspace": dialect.blank_before_quote,
        **how,
    }
    try:
        rows = list(csv.reader(io.StringIO(text.rstrip("\r\n") + "\n", newline=""), **options))
    except csv.Error as error:
        return None, "unexpected end" in str(error)
    # A cell that took the line end with it is a quote that is still open.
    if len(rows) != 1 or (rows[0] and rows[0][-1].endswith("\n")):
        return None, True
    row: list[str] = rows[0]
    return row, False


def _unquoted(cell: str) -> str:
    """Take the stray quote from a cell; a pair of quotes around it goes as a pair.

    >>> [_unquoted(cell) for cell in ('"Valiasr St', '"Tehran"', '12" pipe')]
    ['Valiasr St', 'Tehran', '12" pipe']
    """
    if not cell.startswith('"'):
        return cell
    return (cell[1:-1] if len(cell) > 1 and cell.endswith('"') else cell[1:]).replace('""', '"')
