"""From a sheet of cells to a table: where its headings are, what its columns mean, which rows are data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from smbcrm.core.column_letters import column_letter
from smbcrm.core.grid import ALIGNED, Grid
from smbcrm.core.headers import HeaderTable
from smbcrm.core.mapping import (
    Column,
    MappedColumns,
    MappingWishes,
    map_columns,
)
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.finding.headings import Headed, find_headings
from smbcrm.core.sheets.finding.headings import LayoutOptions as LayoutOptions
from smbcrm.core.sheets.finding.headings import NotATable as NotATable
from smbcrm.core.sheets.finding.laid_out import lay_out
from smbcrm.core.sheets.finding.refusals import refusal_of
from smbcrm.core.sheets.looks.own_export import own_cells, own_names
from smbcrm.core.sheets.meaning.said import Said, layout_of, stands_once, wanted_field
from smbcrm.core.sheets.rows.body import SECOND
from smbcrm.core.sheets.rows.continued import Skipped, fill_continued
from smbcrm.core.sheets.rows.header_row import HeaderRow
from smbcrm.core.sheets.rows.ragged import AlignedRow, Row
from smbcrm.core.sheets.rows.rows_of_suppliers import without_suppliers
from smbcrm.core.sheets.rows.totals import without_totals
from smbcrm.core.text import clean, header_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A recognised table: its columns, its data rows as read, and the rows that are none, each with the reason.

    `cells` are the data by column, under the column's index. `aligned` holds, by row number, the cells of rows that had more cells than headings. `unmapped` are the `--map`
    fields for which this sheet has no column. `own` tells that this program wrote the sheet. `said` is what was remembered and
    used, `moved` what was said of sheets that look like this one by which its headings are these; `headings` are the headings by place, none where there are none.
    """

    grid: Grid
    kind: str
    header_row: int | None
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Say, ...] = ()
    signature: str = ""
    confidence: float = 1.0
    aligned: Mapping[int, AlignedRow] = field(default_factory=dict)
    unmapped: tuple[str, ...] = ()
    own: bool = False
    said: Said | None = None
    moved: Said | None = None
    headings: tuple[str, ...] = ()
    cells: Mapping[int, Sequence[str]] = field(default_factory=dict, repr=False)


def find_table(grid: Grid, headers: HeaderTable, *, options: LayoutOptions) -> Table | NotATable:
    """Give the table a sheet holds, or why it holds none.

    A sheet of what is plainly no list is one only where a person says, or said before of such headings, what its rows are.
    """
    if not grid.rows:
        return NotATable(reason=say("the sheet is empty"), asks=False)
    found = _found(grid, headers, options)
    said = options.as_kind or options.mapping or options.header_row is not None or options.no_header
    if grid.no_list is None or said or (isinstance(found, Table) and found.said is not None):
        return found
    return NotATable(
        reason=grid.no_list, asks=True, hint=say("if they are customers, say so: --as customers")
    )


def _found(grid: Grid, headers: HeaderTable, options: LayoutOptions) -> Table | NotATable:
    notes = list(_how_it_is_written(grid))
    headed = find_headings(grid, headers, options, notes)
    if isinstance(headed, NotATable):
        return headed
    table = _table_under(grid, headed, headers, options, notes)
    if isinstance(table, NotATable):
        return _above_a_gap(grid, headers, options, headed.row) or table
    return table


def _table_under(
    grid: Grid, headed: Headed, headers: HeaderTable, options: LayoutOptions, notes: list[Say]
) -> Table | NotATable:
    """Give the table under its headings, or why it is none; what is odd about it is added to the `notes`."""
    found, said = headed.row, headed.said
    named = found.position >= 0
    laid = lay_out(grid, found, headers, notes)
    values = laid.values()
    if named:
        said = options.memory.headed.get(layout_of(laid.headings)) or _as_a_whole(headed.moved)
    mapped = _mapped(laid.headings, values, headers, options, said=said, has_headings=named)
    if named and (going_on := fill_continued(laid.rows, laid.aligned, mapped.columns)) is not None:
        skipped = [*laid.skipped, *going_on.skipped]
        laid = replace(laid, rows=going_on.rows, aligned=going_on.aligned, skipped=skipped)
        values = laid.values()
        notes.append(going_on.note)
        mapped = _mapped(laid.headings, values, headers, options, said=said, has_headings=named)
    columns = mapped.columns
    if (refusal := refusal_of(grid, mapped, found, values)) is not None:
        return refusal
    notes.extend(_odd_to_see(grid, laid.headings if named else (), columns, any_rows=bool(laid.rows)))
    rows, totals = without_totals(laid.rows, columns)
    if named and not mapped.by_owner:
        above = grid.rows[: found.position]
        rows, sellers, told = without_suppliers(rows, laid.headings, above, kind=mapped.kind)
        totals, notes[:] = [*totals, *sellers], [*notes, *told]
    if totals:
        values = replace(laid, rows=rows).values()
    notes.extend(mapped.notes)
    return Table(
        grid=grid,
        kind=mapped.kind,
        header_row=grid.row_numbers[found.position] if named else None,
        columns=columns,
        rows=rows,
        skipped=tuple(sorted([*laid.skipped, *totals], key=lambda item: item[0])),
        notes=tuple(notes),
        signature=_signature(columns, headed=named),
        confidence=sum(bool(c.field) for c in columns) / max(1, len(columns)),
        aligned=laid.aligned,
        unmapped=mapped.unmapped,
        own=mapped.own,
        said=said,
        moved=headed.moved,
        headings=tuple(laid.headings) if named else (),
        cells=_cells(columns, values, own=mapped.own),
    )


def _cells(
    columns: Sequence[Column], values: Sequence[Sequence[str]], *, own: bool
) -> dict[int, Sequence[str]]:
    """Give the cells of every column, those of a list of ours as they were before they were written."""
    if not own:
        return {c.index: values[c.index] for c in columns}
    cells: dict[int, Sequence[str]] = {c.index: own_cells(c.field, values[c.index]) for c in columns}
    at = {c.field: c.index for c in columns}
    if {"name", "company"} <= at.keys():
        cells[at["name"]] = own_names(cells[at["name"]], cells[at["company"]])
    return cells


def _above_a_gap(grid: Grid, headers: HeaderTable, options: LayoutOptions, found: HeaderRow) -> Table | None:
    """Give the table that stands above one without customers, blank rows between them, if there is one."""
    first = found.position - found.rows + 1
    gap = next((i for i in range(first, 0, -1) if grid.row_numbers[i] - grid.row_numbers[i - 1] > 1), 0)
    if gap < _TABLE_ROWS or options.header_row is not None or options.no_header:
        return None
    above = replace(grid, rows=grid.rows[:gap], row_numbers=grid.row_numbers[:gap])
    table = find_table(above, headers, options=options)
    labels = isinstance(table, Table) and table.headings and table.headings[0].endswith(":")
    if not isinstance(table, Table) or not table.rows or labels:
        return None  # "Account holder: | Miller" above a report is no list
    below = [(number, cells, SECOND) for number, cells in zip(grid.row_numbers[gap:], grid.rows[gap:])]
    note = say("a second table begins in row {row}: it is left out", row=grid.row_numbers[gap])
    return replace(table, grid=grid, skipped=(*table.skipped, *below), notes=(*table.notes, note))


_TABLE_ROWS = 2  # headings and a row


def _mapped(
    headings: Sequence[str],
    values: Sequence[Sequence[str]],
    headers: HeaderTable,
    options: LayoutOptions,
    *,
    said: Said | None,
    has_headings: bool,
) -> MappedColumns:
    said = said or Said()
    told_anew = {name for typed in options.mapping if stands_once(name := wanted_field(typed) or "")}
    kept = [i for i, heading in enumerate(headings) if heading or any(map(str.strip, values[i]))]
    return map_columns(
        [headings[i] for i in kept],
        [values[i] for i in kept],
        headers,
        wishes=MappingWishes(
            as_kind=options.as_kind or said.kind,
            mapping=options.mapping,
            remembered={key: name for key, name in said.fields.items() if name not in told_anew},
        ),
        has_headings=has_headings,
        places=kept,
    )


def _as_a_whole(said: Said | None) -> Said | None:
    """Give what was said of a list as a whole, without what was said of columns under other headings."""
    return said and replace(said, columns=())


_SIGNS = {
    ",": say("a comma"),
    ";": say("a semicolon"),
    "\t": say("a tab"),
    "|": say("a pipe"),
    "،": say("an Arabic comma"),
    "~": say("a tilde"),
    ALIGNED: say("where they stand"),
}


def _how_it_is_written(grid: Grid) -> Iterator[Say]:
    """Say how a text file was taken apart: nothing in it tells, so it is a guess that a person may correct."""
    if grid.encoding and grid.delimiter:
        sign = _SIGNS.get(grid.delimiter, grid.delimiter)
        yield say("text in {encoding}, its cells parted by {sign}", encoding=grid.encoding, sign=sign)


def _odd_to_see(
    grid: Grid, headings: Sequence[str], columns: Sequence[Column], *, any_rows: bool
) -> Iterator[Say]:
    """Say what a person who looks at the sheet may not expect: hidden rows that count, values without a heading."""
    if not any_rows:
        yield say("there are headings and no rows below them")
    if grid.hidden_rows:
        yield say("{n} hidden {n:row is|rows are} read like the others", n=grid.hidden_rows)
    for column in columns if headings else ():
        if not clean(headings[column.index]):
            letter = column_letter(column.index)
            yield say(
                "column {letter} has values but no heading: kept as {name}",
                letter=letter,
                name=column.heading,
            )


def _signature(columns: Sequence[Column], *, headed: bool) -> str:
    """Give what sheets with the same headings share, whatever the order of their columns."""
    from hashlib import sha256

    keys = sorted(header_key(c.heading) or c.heading for c in columns)
    text = (
        "|".join(keys)
        if headed
        else f"no headings|{len(columns)}|" + "|".join(sorted(c.field for c in columns))
    )
    return sha256(text.encode()).hexdigest()[:16]
