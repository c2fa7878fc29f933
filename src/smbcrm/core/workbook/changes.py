"""What has to be written into a sheet so that it says what the store says, and what both agree on afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from smbcrm.core.workbook.cells import alike, settled
from smbcrm.core.workbook.columns_found import Columns
from smbcrm.core.workbook.shape import Shape
from smbcrm.core.workbook.sheet_merge import Cells, SheetMerge, SheetRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a sheet of ours has to say: its shape, and its records by id in their order, with settled texts by column key."""

    shape: Shape
    records: Mapping[str, Cells]


@dataclass(slots=True, kw_only=True)
class SheetChanges:
    """What to write into a sheet: single cells by row number and key, rows to put below the last one, rows to take out.

    `headings` are our columns that the sheet does not have yet.
    """

    cells: dict[tuple[int, str], str] = field(default_factory=dict)
    below: list[Cells] = field(default_factory=list)
    out: list[int] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.cells or self.below or self.out or self.headings)


def changes_for(
    content: Content,
    columns: Columns,
    rows: Sequence[SheetRow],
    merge: SheetMerge,
    *,
    taken_in: Mapping[int, str],
    held: Set[tuple[str, str]],
    stays: Set[str],
    known: Set[str],
) -> SheetChanges:
    """Compare a sheet with what it has to say.

    `taken_in` gives for the number of a row that was new the id it got. `held` are cells (id, key) that are left as the owner
    has them; the rows of `stays` are left where they are, though their records are settled. `known` are the columns that the sheet once had: one of them that is missing was taken out, and stays out.
    """
    shape = content.shape
    changes = SheetChanges(
        headings=[c.key for c in shape.columns if c.key in columns.missing and c.key not in known]
    )
    by_number = {row.number: row for row in rows}
    places = {number: row for number, row in merge.places.items() if number in content.records}
    for number, identity in sorted(taken_in.items()):
        if identity in content.records and identity not in places:
            places[identity] = number
        else:
            changes.out.append(number)  # it joined a record that has its row already
    changes.out += merge.copies
    changes.out += [
        row for number, row in merge.places.items() if number not in content.records and number not in stays
    ]
    untouched = held | merge.formulas
    for key, cells in content.records.items():
        place = places.get(key)
        if place is None:
            changes.below.append(cells)
        else:
            _compare(changes, shape, columns, by_number[place], key, cells, untouched)
    kept_back = {number for number, _ in held}
    changes.out = sorted({row for row in changes.out if not _is_held(row, merge, kept_back)})
    return changes


def _is_held(row: int, merge: SheetMerge, ids: Set[str]) -> bool:
    return any(place == row and number in ids for number, place in merge.places.items()) if ids else False


def _compare(
    changes: SheetChanges,
    shape: Shape,
    columns: Columns,
    row: SheetRow,
    number: str,
    cells: Cells,
    held: Set[tuple[str, str]],
) -> None:
    for column in shape.columns:
        key = column.key
        place = columns.at.get(key)
        text = cells.get(key, "")
        if place is None:
            if key in changes.headings and text:
                changes.cells[row.number, key] = text
            continue
        written = row.cells[place] if place < len(row.cells) else ""
        if text == written or (number, key) in held:
            continue
        if not alike(settled(written, column.holds), text, column.holds):
            changes.cells[row.number, key] = text


def agreed(
    content: Content,
    columns: Columns,
    merge: SheetMerge,
    *,
    base: Mapping[str, Cells],
    held: Set[tuple[str, str]],
    stays: Set[str],
    added: Set[str],
) -> dict[str, Cells]:
    """Give what both sides agree on after a sync, by id.

    A cell that was held back, or whose column the owner took out, stays agreed as it was before. `added` are the columns that
    this sync adds to the sheet.
    """
    result: dict[str, Cells] = {}
    absent = [key for key in columns.missing if key not in added]
    compared = [column.key for column in content.shape.columns if column.holds != "words"]
    apart: dict[str, list[str]] = defaultdict(list)
    for number, key in held:
        apart[number].append(key)
    for number, cells in content.records.items():
        kept = {key: text for key in compared if (text := cells.get(key, ""))}
        before = base.get(number, {})
        for key in (*absent, *apart.get(number, ())):
            kept.pop(key, None)
            if before.get(key):
                kept[key] = before[key]
        result[number] = kept
    for number in stays:
        if number not in result:
            result[number] = {**base.get(number, {}), **merge.edits.get(number, {})}
    for number in apart:
        if number not in result and number in base:
            result[number] = base[
                number
            ]  # off the list in the store, edited in the sheet: still to be settled
    return result
