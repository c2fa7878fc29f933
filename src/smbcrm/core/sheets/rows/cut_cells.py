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


Row = tuple[int, list[str]]


def join_cut_cells(
    rows: Iterable[tuple[int, Sequence[str]]], width: int, expected: Sequence[str] = ()
) -> dict[int, tuple[str, ...]]:
    """Give by row number the cells of the rows that are too long and fit their columns in one way only.

    A sign that a blank follows stands within a text where hardly any other is followed by one. Else a row is put together only where
    as it stands a number or an e-mail falls under the wrong heading. `expected` tells what cells look like under
    headings that say so ("email", "dialled", "day"): where many rows are long, only these can show which cell was cut.

    >>> rows = [(n, ["Ola Mint", "09121110000"]) for n in range(4)] + [(4, ["Kot", " Ewa", "09121110001"])]
    >>> join_cut_cells(rows, 2)
    {4: ('Kot, Ewa', '09121110001')}
    """
    given = list(rows)
    if not any(len(cells) > width and any(map(str.strip, cells[width:])) for _, cells in given):
        return {}
    listed: list[Row] = [(number, list(cells)) for number, cells in given]
    found = _joined_at_blanks(listed, width)
    rest = [(number, cells) for number, cells in listed if number not in found]
    long = [(number, cells) for number, cells in rest if any(map(str.strip, cells[width:]))]
    whole = [cells for _, cells in rest if not any(map(str.strip, cells[width:]))]
    whole += [list(cells) for cells in found.values()]
    if not long:
        return found
    if len(whole) >= max(_FEW, _WHOLE_ROWS * len(long)):
        usual = max(width, Counter(map(len, whole)).most_common(1)[0][0])
        shapes = [_shape_of([cells[j] for cells in whole if j < len(cells)]) for j in range(width)]
        return found | _joined_where_it_fits(long, width, usual=usual, shapes=shapes)
    return found | _joined_as_headed(long, width, expected)


def _joined_at_blanks(rows: Sequence[Row], width: int) -> dict[int, tuple[str, ...]]:
    """Put together words that a blank stands before, where that makes each of the long rows as wide as the table.

    Whoever writes a blank behind every sign that parts cells has it in rows of the right width as well.
    """
    long = {number for number, cells in rows if any(map(str.strip, cells[width:]))}
    found, others = {}, 0
    for number, cells in rows:
        places = [j for j, cell in enumerate(cells) if j and cell[:1].isspace() and cell.strip()]
        if number not in long:
            others += bool(places)
        elif places and len(cells) - len(places) <= width:
            parts: list[list[str]] = []
            for j, cell in enumerate(cells):
                parts[-1:] = [[*parts[-1], cell.strip()]] if j in places else [*parts[-1:], [cell]]
            if all(len(part) == 1 or _are_words(part) for part in parts):
                found[number] = tuple(", ".join(part) if len(part) > 1 else part[0] for part in parts)
    return found if len(found) == len(long) and others * _RATHER <= len(found) else {}


_RATHER = 2


def _joined_where_it_fits(
    long: Sequence[Row], width: int, *, usual: int, shapes: Sequence[str]
) -> dict[int, tuple[str, ...]]:
    places = [j for j, shape in enumerate(shapes) if shape == _TEXT]
    found = {}
    for number, cells in long:
        if len(cells) > usual and not _fits(cells, shapes):
            ways = _ways(cells, places, more=len(cells) - usual, shapes=shapes)
            if len(ways) == 1:
                found[number] = tuple(next(iter(ways.values()))[:width])
    return found


def _joined_as_headed(long: Sequence[Row], width: int, expected: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Put rows together where nearly all are long, all at one place, by what their headings say stands below them.

    As they stand, what is headed e-mail or phone is none; together it is, and at no other place.
    """
    if len(long) < _LEAST_LONG or len(list(filter(None, expected))) < _TOLD:
        return {}
    places = [j for j, shape in enumerate(expected) if not shape]
    found = {}
    cut: set[int] = set()
    for number, cells in long:
        ways = _ways(cells, places, more=len(cells) - width, shapes=expected)
        if _fits(cells, expected) or len(ways) != 1:
            return {}
        ((place, way),) = ways.items()
        cut.add(place)
        found[number] = tuple(way[:width])
    return found if len(cut) == 1 else {}


def _ways(
    cells: Sequence[str], places: Sequence[int], *, more: int, shapes: Sequence[str]
) -> dict[int, list[str]]:
    """Give by the place of the cell that was cut every way in which a row fits its columns."""
    joined = {j: _joined(cells, j, more) for j in places if _are_words(cells[j : j + more + 1])}
    return {
        j: way
        for j, way in joined.items()
        if _fits(way, shapes) and not any(map(str.strip, way[len(shapes) :]))
    }


_LEAST_LONG, _TOLD = 2, 2


def _joined(cells: Sequence[str], at: int, more: int) -> list[str]:
    parts = [cell.strip() for cell in cells[at : at + more + 1]]
    return [*cells[:at], ", ".join(filter(None, parts)), *cells[at + more + 1 :]]


def _are_words(parts: Sequence[str]) -> bool:
    """Tell whether parts of a cell begin and end with words and hold neither an e-mail nor a number that is dialled."""
    return all(map(str.strip, (parts[0], parts[-1]))) and all(
        "@" not in part and sum(map(str.isdigit, part)) < _LONG_NUMBER for part in parts
    )


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
