"""Tables with the same headings that stand side by side on one sheet, to save paper: read one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.fields import NAMES
from smbcrm.core.headers import HeaderTable
from smbcrm.core.sheets.rows.ragged import Row
from smbcrm.core.text import header_key

_LEAST = 2
"""Headings that a table has."""


def find_side_by_side(headings: Sequence[str], headers: HeaderTable) -> list[range]:
    """Give the columns of each table where all headings of a sheet are the same few over and over, names among them; none else.

    Blank columns may stand between the tables.
    """
    keys = [header_key(heading) for heading in headings]
    filled = [i for i, key in enumerate(keys) if key]
    for size in range(_LEAST, len(filled) // 2 + 1):
        blocks = [filled[at : at + size] for at in range(0, len(filled), size)]
        first = [keys[i] for i in blocks[0]]
        if len(set(first)) < size or any([keys[i] for i in block] != first for block in blocks):
            continue
        apart = [block[-1] - block[0] for block in blocks]
        named = any(not NAMES.isdisjoint(headers.fields(headings[i])) for i in blocks[0])
        if named and len(set(apart)) == 1:
            return [range(block[0], block[-1] + 1) for block in blocks]
    return []


def stacked(rows: Sequence[Row], tables: Sequence[range]) -> tuple[list[Row], int]:
    """Give the rows of the first table, then those of the next ones, and from where on the numbers of the second count.

    A number names one row: row 7 of the second table is row 1007 where the sheet has less than a thousand.
    """
    apart = _LEAST_APART
    while rows and rows[-1][0] >= apart:
        apart *= 10
    parts = [
        (number + place * apart, tuple(cells[columns.start : columns.stop]))
        for place, columns in enumerate(tables)
        for number, cells in rows
    ]
    return [row for row in parts if any(cell and not cell.isspace() for cell in row[1])], apart


_LEAST_APART = 1000
