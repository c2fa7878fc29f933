"""Which column of a sheet is which of ours, after the owner moved, renamed, added and deleted columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smbcrm.core.text import header_key
from smbcrm.core.workbook.cells import alike, settled
from smbcrm.core.workbook.shape import Col

_SAME_VALUES = 0.8
"""So large a share of the cells of a column that lost its heading must be as we wrote them for it to be that column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the columns stand: `at` by key, from 0.

    `own` are the owner's new columns (heading and place), `missing` those of ours that are gone, `renamed` what the owner calls
    a column of ours now, by key.
    """

    at: Mapping[str, int]
    own: tuple[tuple[str, int], ...] = ()
    missing: tuple[str, ...] = ()
    renamed: Mapping[str, str] | None = None


def find_columns(
    headings: Sequence[str],
    columns: Sequence[Col],
    *,
    names: Mapping[str, str],
    rows: Sequence[Sequence[str]],
    id_key: str,
    base: Mapping[str, Mapping[str, str]],
) -> Columns:
    """Find our columns in a sheet by their headings, and those that were renamed by what stands in them.

    `names` gives the key for every heading we may have written, by `header_key`; `base` what we wrote last, by id and key.
    A second column of the same heading is the owner's own copy and is left alone.
    """
    at: dict[str, int] = {}
    strange: list[int] = []
    for place, heading in enumerate(headings):
        key = names.get(header_key(heading)) if heading.strip() else None
        if key is not None and key not in at:
            at[key] = place
        elif heading.strip() and key is None:
            strange.append(place)
    if id_key not in at:
        ids_at = _of_ids(strange, rows, base)
        if ids_at is not None:
            at[id_key] = ids_at
            strange.remove(ids_at)
    ours = [column for column in columns if column.key not in at]
    renamed: dict[str, str] = {}
    if id_key in at and strange and ours:
        ids = [settled(row[at[id_key]], "text") if at[id_key] < len(row) else "" for row in rows]
        for column in ours:
            best = _like(column, strange, rows, ids, base)
            if best is not None:
                at[column.key] = best
                renamed[column.key] = headings[best]
                strange.remove(best)
    return Columns(
        at=at,
        own=tuple((headings[place].strip(), place) for place in strange),
        missing=tuple(column.key for column in columns if column.key not in at),
        renamed=renamed,
    )


def _like(
    column: Col,
    places: Sequence[int],
    rows: Sequence[Sequence[str]],
    ids: Sequence[str],
    base: Mapping[str, Mapping[str, str]],
) -> int | None:
    """Give the place whose cells are those we wrote in a column, None where none is alike enough.

    Only cells that were filled are counted: two empty columns are alike and prove nothing.
    """
    best, best_share = None, _SAME_VALUES
    for place in places:
        seen = same = 0
        for number, row in zip(ids, rows):
            known = base.get(number, {}).get(column.key, "")
            if not known:
                continue
            seen += 1
            cell = settled(row[place], column.holds) if place < len(row) else ""
            same += alike(cell, known, column.holds)
        if seen and same / seen >= best_share:
            best, best_share = place, same / seen
    return best


def _of_ids(
    places: Sequence[int], rows: Sequence[Sequence[str]], base: Mapping[str, Mapping[str, str]]
) -> int | None:
    """Give the place whose cells are the ids of our records, whatever it is called now."""
    for place in places:
        cells = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        if cells and sum(cell in base for cell in cells) >= _SAME_VALUES * len(cells):
            return place
    return None
