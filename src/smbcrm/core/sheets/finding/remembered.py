"""How the next list is known that what a person has said of an earlier one holds for."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.column_letters import column_index
from smbcrm.core.fields import FIELDS
from smbcrm.core.sheets.looks.columns import profile_column
from smbcrm.core.sheets.meaning.choosing import suits
from smbcrm.core.sheets.meaning.said import LOOKED_AT, Memory, Said, layout_of
from smbcrm.core.sheets.rows.header_row import WITHIN, HeaderRow, header_at


def remembered_header(
    rows: Sequence[Sequence[str]], row_numbers: Sequence[int], memory: Memory
) -> tuple[HeaderRow, Said | None] | None:
    """Give the row whose headings a person has spoken about; of several, the one he pointed out, else the first.

    Where he said of a list with these headings that others are right, those are given, with what he said.
    """
    if not memory.headed:
        return None
    pointed_out = {said.header_row for said in memory.headed.values()}
    hits = []
    for position, number in enumerate(row_numbers):
        if position >= WITHIN and number not in pointed_out:
            continue
        found = header_at(rows, position)
        said = memory.headed.get(layout_of(found.headings))
        if said is not None:
            hits.append((said.pointed, said.header_row != number, position, found, said))
    if not hits:
        return None
    *_, found, said = min(hits, key=lambda hit: hit[:3])
    if said.pointed and (other := pointed_header(rows, row_numbers, said)) is not None:
        return other, said
    return found, None


def pointed_header(rows: Sequence[Sequence[str]], row_numbers: Sequence[int], said: Said) -> HeaderRow | None:
    """Give the row that a person has pointed out in place of the one a list was known by; None where it is blank."""
    if not said.pointed or said.header_row is None or said.header_row not in row_numbers:
        return None
    return header_at(rows, list(row_numbers).index(said.header_row))


def fits(said: Said, rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the values of a sheet without headings allow what was said of another one's columns."""
    for column in said.columns:
        place = column_index(column.heading.removeprefix("column_"))
        values = [row[place] if place < len(row) else "" for row in rows[:LOOKED_AT]]
        if column.field in FIELDS and not suits(column.field, profile_column(values), few=1):
            return False
    return True
