"""Cells cut in two because the sign that parts cells stood within them, unquoted: put together where one way fits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from smbcrm.core.identity import is_null_token

_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\W\d]{2,}")
_DAY = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}\b.*")
_DIGITS = re.compile(r"[+(]?\d[\d\s()./-]*")

_TEXT = "text"
_FEW = 3
"""Rows that are whole before they show what a column holds."""

_NEARLY_ALL = 0.9
_LONG_NUMBER = 7
"""Digits of a number that is dialled; amounts and counts are shorter."""

_WHOLE_ROWS = 3
"""Whole rows for every long one: where many rows are long, the sheet has more columns than headings."""


def join_cut_cells(rows: Iterable[tuple[int, Sequence[str]]], width: int) -> dict[int, tuple[str, ...]]:
    """Give by row number the cells of the rows that are too long and fit their columns in one way only.

    A row is put together only where as it stands a number or an e-mail falls under the wrong heading.

    >>> rows = [(n, ["Ola Mint", "09121110000"]) for n in range(4)] + [(4, ["Kot", " Ewa", "09121110001"])]
    >>> join_cut_cells(rows, 2)
    {4: ('Kot, Ewa', '09121110001')}
    """
    rows = [(number, list(cells)) for number, cells in rows]
    long = [(number, cells) for number, cells in rows if any(map(str.strip, cells[width:]))]
    whole = [cells for _, cells in rows if not any(map(str.strip, cells[width:]))]
    if not long or len(whole) < max(_FEW, _WHOLE_ROWS * len(long)):
        return {}
    usual = max(width, Counter(map(len, whole)).most_common(1)[0][0])
    shapes = [_shape_of([cells[j] for cells in whole if j < len(cells)]) for j in range(width)]
    found = {}
    for number, cells in long:
        more = len(cells) - usual
        if more > 0 and not _fits(cells, shapes):
            places = [
                j for j, shape in enumerate(shapes) if shape == _TEXT and _are_words(cells[j : j + more + 1])
            ]
            joined = (_joined(cells, j, more) for j in places)
            ways = [way for way in joined if _fits(way, shapes) and not any(map(str.strip, way[width:]))]
            if len(ways) == 1:
                found[number] = tuple(ways[0][:width])
    return found


def _joined(cells: Sequence[str], at: int, more: int) -> list[str]:
    parts = [cell.strip() for cell in cells[at : at + more + 1]]
    return [*cells[:at], ", ".join(filter(None, parts)), *cells[at + more + 1 :]]


def _are_words(parts: Sequence[str]) -> bool:
    """Tell whether parts of a cell hold neither an e-mail nor a number that is dialled, whatever is written beside it."""
    return all("@" not in part and sum(map(str.isdigit, part)) < _LONG_NUMBER for part in parts)


def _fits(cells: Sequence[str], shapes: Sequence[str]) -> bool:
    """Tell whether every cell looks like the others of its column; an empty one may stand anywhere."""
    return all(not shape or _shape(cell) in ("", shape) for cell, shape in zip(cells, shapes))


def _shape_of(cells: Sequence[str]) -> str:
    """Give what nearly all cells of a column look like, or nothing where they differ or are few."""
    shapes = Counter(filter(None, map(_shape, cells)))
    if shapes.total() < _FEW:
        return ""
    shape, times = shapes.most_common(1)[0]
    return shape if times >= _NEARLY_ALL * shapes.total() else ""


def _shape(cell: str) -> str:
    cell = cell.strip()
    if is_null_token(cell) or not any(map(str.isalnum, cell)):
        return ""
    if _EMAIL.fullmatch(cell):
        return "email"
    if _DAY.fullmatch(cell):
        return "day"
    if _DIGITS.fullmatch(cell):
        return "dialled" if sum(map(str.isdigit, cell)) >= _LONG_NUMBER else "number"
    return _TEXT
