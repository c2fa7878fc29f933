"""Text tables: csv in every dialect and encoding, with the physical line of every record."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from smbcrm.core.grid import ALIGNED, Grid, Problem
from smbcrm.core.say import say
from smbcrm.readers.problems import first_few
from smbcrm.readers.spreadsheets.cells import LONGEST_CELL, long_cells
from smbcrm.readers.text.broken_quotes import read_leniently
from smbcrm.readers.text.dialect import Dialect, find_dialect
from smbcrm.readers.text.encoding import Decoded
from smbcrm.readers.text.fixed_width import Columns, cut, find_fixed_columns
from smbcrm.readers.text.typed_texts import SIGN, with_texts_bare, with_texts_quoted

_SWALLOWED = 4
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class _Records:
    """Records that are not blank, with the line each begins on."""

    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    tall: list[int] = field(default_factory=list)  # places of records that cover several lines
    ruled: int = 0  # cells of most rows, blank ones included


def read_delimited(decoded: Decoded, *, file: str, delimiter: str = "") -> Grid:
    """Give a text table as a grid; blank lines are left out, ragged rows stay ragged."""
    text, problems = _without_nul(decoded.text)
    if typed := SIGN in text:
        text = with_texts_quoted(text)
    dialect = find_dialect(text, delimiter=delimiter)
    shift = len(_LINE_END.findall(text[: dialect.skip]))
    lines = _split_lines(text[dialect.skip :] if dialect.skip else text)
    if not delimiter and (fixed := find_fixed_columns(lines)) is not None:
        return _aligned(decoded, lines, fixed, file=file, problems=problems)
    try:
        rows, ends = _strictly(lines, dialect)
    except csv.Error:
        rows, ends, odd = read_leniently(lines, dialect)
        problems += [Problem(what=what, row=line + shift) for line, what in odd]
    if typed:
        with_texts_bare(rows)
    rows, dialect = _unwrapped(rows, dialect, told=bool(delimiter))
    rows, apart = _with_wrapped_apart(rows, dialect.delimiter)
    problems += [Problem(what=_APART, row=(ends[place - 1] if place else 0) + 1 + shift) for place in apart]
    records = _keep(rows, ends, shift=shift)
    problems += _split_swallowed(records, dialect.delimiter)
    return Grid(
        file=file,
        sheet="",
        rows=records.rows,
        row_numbers=records.lines,
        kind="csv",
        encoding=decoded.encoding,
        delimiter=dialect.delimiter,
        ruled=records.ruled,
        problems=first_few([*decoded.problems, *problems, *_long_cells(records, lines)]),
    )


def _aligned(
    decoded: Decoded, lines: list[str], columns: Columns, *, file: str, problems: list[Problem]
) -> Grid:
    """Give a table whose columns are told by where they stand."""
    rows = [cut(line, columns) for line in lines]
    records = _keep(rows, list(range(1, len(rows) + 1)), shift=0)
    return Grid(
        file=file,
        sheet="",
        rows=records.rows,
        row_numbers=records.lines,
        kind="csv",
        encoding=decoded.encoding,
        delimiter=ALIGNED,
        problems=first_few([*decoded.problems, *problems]),
    )


def _without_nul(text: str) -> tuple[str, list[Problem]]:
    if "\0" not in text:
        return text, []
    what = say("{count} NUL {count:character was|characters were} dropped", count=text.count("\0"))
    line = len(_LINE_END.findall(text, 0, text.index("\0"))) + 1
    return text.replace("\0", ""), [Problem(what=what, row=line)]


def _split_lines(text: str) -> list[str]:
    """Give the lines with their ends. Python's own way is quicker but knows line ends that no table has."""
    if any(sign in text for sign in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"):
        return list(io.StringIO(text, newline=""))
    return text.splitlines(keepends=True)


def _strictly(lines: list[str], dialect: Dialect) -> tuple[list[list[str]], list[int]]:
    """Give the records and the last line of each; a quote in the wrong place is a `csv.Error`."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    reader = csv.reader(
        lines, delimiter=dialect.delimiter, quotechar=dialect.quote, skipinitialspace=dialect.blank_before_quote, strict=True
    )  # fmt: skip
    rows: list[list[str]] = []
    ends: list[int] = []
    for row in reader:
        rows.append(row)
        ends.append(reader.line_num)
    return rows, ends


def _unwrapped(rows: list[list[str]], dialect: Dialect, *, told: bool) -> tuple[list[list[str]], Dialect]:
    """Take records apart that were quoted whole, as happens when a csv file is saved as csv once more.

    The first line, too, must have as many cells as all others: a list of nothing but "Miller, Anna" has a heading without a comma.
    """
    if told or any(len(row) > 1 and any(map(str.strip, row[1:])) for row in rows[:_PEEK]):
        return _with_headings_apart(rows, dialect), dialect
    lines = [row[0] if row else "" for row in rows]
    if any("\n" in line or "\r" in line for line in lines):  # texts of several lines, not records
        return rows, dialect
    inner = find_dialect("\n".join(lines[:_PEEK]))
    filled = [line for line in lines[:_PEEK] if line.strip()]
    parted = list(csv.reader(filled, delimiter=inner.delimiter))
    if not parted or len(parted) != len(filled) or len(parted[0]) < 2 or len(set(map(len, parted))) != 1:
        return rows, dialect
    return list(csv.reader(lines, delimiter=inner.delimiter)), inner


def _with_headings_apart(rows: list[list[str]], dialect: Dialect) -> list[list[str]]:
    """Take a first record apart that was quoted whole above rows that were not, as programs write headings by mistake."""
    first = next((i for i, row in enumerate(rows) if any(map(str.strip, row))), len(rows))
    if first == len(rows) or len(rows[first]) > 1 or dialect.delimiter not in rows[first][0]:
        return rows
    if "\n" in rows[first][0] or "\r" in rows[first][0]:  # a title of several lines
        return rows
    headings = next(csv.reader([rows[first][0]], delimiter=dialect.delimiter))
    widths = Counter(len(row) for row in rows[first + 1 : first + _PEEK] if any(map(str.strip, row)))
    title = any(text != text.strip() or not text for text in headings)  # "Report, May 2026" is one
    if title or len(headings) < 2 or not widths or widths.most_common(1)[0][0] != len(headings):
        return rows
    return [*rows[:first], headings, *rows[first + 1 :]]


def _with_wrapped_apart(rows: list[list[str]], delimiter: str) -> tuple[list[list[str]], list[int]]:
    """Take single records apart that were quoted whole among others; give their places, too.

    All cells of such a record stand in its first one, and what stands behind that has a blank cell there to go to.
    """
    wide = Counter(map(len, rows[:_PEEK])).most_common(1)
    width = wide[0][0] if wide else 0
    apart = []
    if width >= _WIDE:
        for place, row in enumerate(rows):
            if row and row[0].count(delimiter) == width - 1 and len(row) <= width and "\n" not in row[0]:
                cells = row[0].split(delimiter)
                free = not any(cells[j].strip() and row[j].strip() for j in range(1, len(row)))
                several = sum(map(bool, cells)) > 1  # ";;" in a cell is what stands in it
                if free and several and cells == [cell.strip() for cell in cells]:
                    late = [*row, *[""] * (width - len(row))]
                    rows[place] = [cells[0], *(a or b for a, b in zip(cells[1:], late[1:]))]
                    apart.append(place)
    return rows, apart


_APART = say("the cells of this row stood together in the first one; they were taken apart")
_WIDE = 3  # so many columns a table needs before a cell like one of its rows is no accident
_PEEK = 200


def _keep(rows: list[list[str]], ends: list[int], *, shift: int) -> _Records:
    """Keep what is not blank, without the blank cells at the end of a row."""
    kept = _Records(ruled=Counter(map(len, rows)).most_common(1)[0][0] if rows else 0)
    before = 0
    for row, end in zip(rows, ends):
        while row and not row[-1].strip():
            row.pop()
        if row:
            if end - before > 1:
                kept.tall.append(len(kept.rows))
            kept.rows.append(row)
            kept.lines.append(before + 1 + shift)
        before = end
    return kept


def _long_cells(records: _Records, lines: list[str]) -> Iterator[Problem]:
    """Name the cells that no spreadsheet could keep; they need a long line, or several."""
    places: Iterable[int] = records.tall
    if max(map(len, lines), default=0) > LONGEST_CELL:
        places = range(len(records.rows))
    for place in places:
        if len("".join(records.rows[place])) > LONGEST_CELL:
            yield from long_cells(records.rows[place], records.lines[place])


def _split_swallowed(records: _Records, delimiter: str) -> list[Problem]:
    """Set records free that a quote swallowed because another stray quote happened to close it.

    Every line of such a record has as many cells as the table is wide. One or two lines of a true text may look so,
    four hardly ever do.
    """
    if not records.tall:
        return []
    width = Counter(map(len, records.rows[:1000])).most_common(1)[0][0]
    if width < 3:
        return []
    problems: list[Problem] = []
    for place in reversed(tuple(records.tall)):
        parts = [line.split(delimiter) for line in _LINE_END.split(delimiter.join(records.rows[place]))]
        if len(parts) >= _SWALLOWED and all(len(part) == width for part in parts):
            first = records.lines[place]
            records.rows[place : place + 1] = parts
            records.lines[place : place + 1] = range(first, first + len(parts))
            records.tall = [p + (len(parts) - 1) * (p > place) for p in records.tall if p != place]
            problems.append(
                Problem(
                    what=say("a quote on this line is never closed; it was read as a plain sign"), row=first
                )
            )
    return problems[::-1]
