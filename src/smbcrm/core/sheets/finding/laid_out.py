"""The rows of a table laid out under its headings, before the headings are understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from smbcrm.core.grid import Grid
from smbcrm.core.headers import HeaderTable
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.finding.side_by_side import find_side_by_side, stacked
from smbcrm.core.sheets.rows.body import UNITS, screen_body
from smbcrm.core.sheets.rows.continued import Skipped
from smbcrm.core.sheets.rows.group_lines import lift_groups
from smbcrm.core.sheets.rows.header_row import HeaderRow
from smbcrm.core.sheets.rows.label_lines import lift_labels
from smbcrm.core.sheets.rows.ragged import AlignedRow, Row, widen
from smbcrm.core.text import clean

_UNHEADED = 50
"""So many columns without a heading are taken from a workbook, however few of their cells are filled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The rows of a table under its headings, the irregular ones aligned, and the lines between them that are no rows."""

    headings: Sequence[str]
    rows: list[Row]
    aligned: dict[int, AlignedRow]
    skipped: Sequence[Skipped]

    def values(self) -> list[list[str]]:
        """Give the cells column by column."""
        return _column_values(self.rows, self.aligned, len(self.headings))


def lay_out(grid: Grid, found: HeaderRow, headers: HeaderTable, notes: list[Say]) -> Laid:
    """Lay the rows out under the headings: tables side by side one below the other, names on lines of their own in a column."""
    named = found.position >= 0
    rows, skipped = _body(grid, found, headers, notes)
    told = _told_headings(found, skipped, phone_book=grid.kind == "vcf")
    if named and (tables := find_side_by_side(told, headers)):
        (rows, apart), told = stacked(rows, tables), [told[i] for i in tables[0]]
        notes.append(
            say(
                "{n} tables with the same headings stand side by side: they are read one below the other, the rows of the second counted from {first}",
                n=len(tables),
                first=apart,
            )
        )
    headings, aligned = widen(told, rows, headers, notes, ruled=_ruled(grid, found))
    above = grid.rows[: max(0, found.position - found.rows + 1)]
    for lift in (lift_labels, lift_groups) if named else ():
        if (lifted := lift(headings, rows, aligned, headers, above)) is not None:
            headings, rows, aligned, labels = lifted
            skipped = [*skipped, *labels]
            break
    return Laid(headings=headings, rows=rows, aligned=aligned, skipped=skipped)


def _body(
    grid: Grid, found: HeaderRow, headers: HeaderTable, notes: list[Say]
) -> tuple[list[Row], list[Skipped]]:
    """Give the rows under the headings that are data, and those that are none, each with the reason."""
    body = screen_body(
        grid.rows, grid.row_numbers, found.position + 1, headings=found.headings, headers=headers
    )
    if body.second_table is not None:
        notes.append(
            say("a second table begins in row {row}: it is left out", row=grid.row_numbers[body.second_table])
        )
    rows = [(grid.row_numbers[i], grid.rows[i]) for i in body.kept]
    return rows, [(grid.row_numbers[i], grid.rows[i], why) for i, why in body.left_out]


def _told_headings(found: HeaderRow, skipped: Sequence[Skipped], *, phone_book: bool) -> list[str]:
    """Give the headings, each with the unit that a row of units below tells for it."""
    units = next((cells for _, cells, why in skipped if why == UNITS), ())
    headings = [
        f"{h} {clean(units[i])}".strip() if i < len(units) else h for i, h in enumerate(found.headings)
    ]
    # In a phone book the second address is another place, elsewhere the second line of the same.
    return ["Other address" if phone_book and h == "Address 2" else h for h in headings]


def _ruled(grid: Grid, found: HeaderRow) -> int:
    """Give how many columns are surely there: a workbook has those that are filled, a text file as many as most rows are written with."""
    return grid.ruled if grid.kind == "csv" else len(found.headings) + _UNHEADED


def _column_values(rows: Sequence[Row], aligned: Mapping[int, AlignedRow], width: int) -> list[list[str]]:
    usual = (
        [aligned[n].cells if n in aligned else cells for n, cells in rows]
        if aligned
        else [cells for _, cells in rows]
    )
    if all(len(cells) == width for cells in usual):
        return [list(column) for column in zip(*usual)] if usual else [[] for _ in range(width)]
    columns = [list(column) for column in islice(zip_longest(*usual, fillvalue=""), width)]
    return columns + [[""] * len(usual) for _ in range(width - len(columns))]
