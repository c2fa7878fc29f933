"""Bring one sheet and the store together, cell by cell, against what both agreed on last.

        base  what both sides said after the sync before
       /    \\
    sheet   store      a cell that only one side changed is taken from that side;
       \\    /          one that both changed to different values is held back, and each side keeps its own
       agreed
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from smbcrm.core.workbook.cells import alike
from smbcrm.core.workbook.columns_found import Columns
from smbcrm.core.workbook.row_owners import rows_of_records
from smbcrm.core.workbook.shape import Col, Shape
from smbcrm.core.workbook.sheet_merge import Cells, Conflict, SheetMerge, SheetRow


def merge_sheet(
    shape: Shape,
    columns: Columns,
    rows: Sequence[SheetRow],
    *,
    base: Mapping[str, Cells],
    store: Mapping[str, Cells],
    moved: Mapping[str, str],
    off: Set[str] = frozenset(),
    prefer: Mapping[tuple[str, str], str] | str = "",
) -> SheetMerge:
    """Merge a sheet with the store.

    `off` are the ids in the store that are off the list. `moved` gives for an id that was merged into another the id it is now. `prefer` settles conflicts: `workbook` or `store`, for
    all or by (id, key).
    """
    merge = SheetMerge()
    by_key = {column.key: column for column in shape.columns}
    placed = list(rows_of_records(shape, columns, rows, base=base, store=store, moved=moved, merge=merge))
    for number, row, cells in placed:
        formulas = {key for key, place in columns.at.items() if place in row.formulas}
        merge.formulas |= {(number, key) for key in formulas}
        now = moved.get(number, number)
        known, mine = base.get(number), store.get(now)
        if now in off:
            if known is None:  # taken off the list before, and its row put back since
                merge.back.append(now)
                known = mine
            else:
                mine = None
        _merge_row(
            merge, shape, by_key, number, row.number,
            cells={key: text for key, text in cells.items() if key not in formulas},
            base=known, store=mine, prefer=prefer, now=now,
        )  # fmt: skip
    seen = {number for number, _, _ in placed}
    merge.gone = [
        number
        for number in base
        if number not in seen and number in store and number not in moved and number not in off
    ]
    return merge


def _merge_row(
    merge: SheetMerge,
    shape: Shape,
    by_key: Mapping[str, Col],
    number: str,
    row: int,
    *,
    cells: Cells,
    base: Cells | None,
    store: Cells | None,
    prefer: Mapping[tuple[str, str], str] | str,
    now: str,
) -> None:
    """Compare the cells of one record; `store` is None for one that is off the list there."""
    for key, sheet in cells.items():
        column = by_key[key]
        known = None if base is None else base.get(key, "")
        mine = None if store is None else merge.edits.get(now, {}).get(key, store.get(key, ""))
        if known is not None and alike(sheet, known, column.holds):
            continue  # the owner left it alone
        if mine is not None and alike(sheet, mine, column.holds):
            continue  # both say the same
        if column.owner != "yours":
            merge.put_back += column.holds != "words" and column.owner == "computed" and known is not None
            continue
        if mine is not None and known is not None and alike(mine, known, column.holds):
            merge.edits[now].setdefault(key, sheet)
            continue
        choice = prefer if isinstance(prefer, str) else prefer.get((now, key), "")
        if choice == "workbook":
            merge.edits[now][key] = sheet
            if store is None and known is not None and now not in merge.back:
                merge.back.append(
                    now
                )  # taken off the list meanwhile; the owner's edit brings the record back
        elif choice != "store":  # nothing was agreed on, or both moved away from it
            merge.conflicts.append(
                Conflict(
                    sheet=shape.name,
                    row=row,
                    id=now,
                    place=number,
                    key=key,
                    heading=column.heading,
                    base=known or "",
                    workbook=sheet,
                    store=mine or "",
                    off=store is None,
                )
            )


def changed_columns(shape: Shape, merge: SheetMerge, base: Mapping[str, Cells]) -> Counter[str]:
    """Count, by column, the cells that held something and now hold something else; filling an empty cell harms nothing."""
    return Counter(
        key for number, cells in merge.edits.items() for key in cells if base.get(number, {}).get(key, "")
    )
