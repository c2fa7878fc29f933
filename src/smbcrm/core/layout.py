"""From a sheet of cells to a table: where its headings are, what its columns mean, which rows are data."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from smbcrm.core.fields import IGNORED, KNOWN_BY, PHONES
from smbcrm.core.grid import Grid
from smbcrm.core.headers import HeaderTable
from smbcrm.core.mapping import (
    Column,
    MappedColumns,
    MappingWishes,
    clear_without_headings,
    column_letter,
    map_columns,
    names_somebody,
)
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.body import TOTAL, UNITS, is_total, may_be_total, screen_body
from smbcrm.core.sheets.columns import looks_like_value
from smbcrm.core.sheets.forms import is_form
from smbcrm.core.sheets.header_row import HeaderRow, find_header, header_at, known_share, seems_headed
from smbcrm.core.sheets.own_export import own_cells
from smbcrm.core.sheets.people import hardly_named, looks_like_people
from smbcrm.core.sheets.ragged import AlignedRow, Row, widen
from smbcrm.core.text import clean, fold, header_key

_PIVOT = re.compile(
    r"^(?:row labels|column labels|zeilenbeschriftungen|spaltenbeschriftungen|étiquettes de (?:lignes|colonnes)"
    r"|etiquetas de (?:fila|columna)|satır etiketleri|sütun etiketleri|برچسب(?:‌| )های (?:ردیف|سطر|ستون)|تسميات (?:الصفوف|الأعمدة)"
    r"|total result|gesamt ergebnis|résultat total|- (?:all|multiple|alle|mehrfach) -|(?:sum|count|average|max|min|product|summe|anzahl) - .+"
    r"|(?:sum|count|average|max|min) of .+|summe von .+|anzahl von .+|somme de .+|suma de .+|toplam .+|مجموع از .+)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutOptions:
    """What a person has said about a sheet, and what was remembered of sheets with the same headings."""

    header_row: int | None = None
    no_header: bool = False
    as_kind: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A recognised table: its columns, its data rows as read, and the rows that are none, each with the reason.

    `cells` are the data by column, under the column's index. `aligned` holds, by row number, the cells of rows that had more cells than headings. `unmapped` are the `--map`
    fields for which this sheet has no column. `own` tells that this program wrote the sheet.
    """

    grid: Grid
    kind: str
    header_row: int | None
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    skipped: tuple[tuple[int, Sequence[str], Say], ...] = ()
    notes: tuple[Say, ...] = ()
    signature: str = ""
    confidence: float = 1.0
    aligned: Mapping[int, AlignedRow] = field(default_factory=dict)
    unmapped: tuple[str, ...] = ()
    own: bool = False
    cells: Mapping[int, Sequence[str]] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotATable:
    """A sheet that is left out. `asks`: there is a table, but a person must say where the names are."""

    reason: Say
    asks: bool


def find_table(grid: Grid, headers: HeaderTable, *, options: LayoutOptions) -> Table | NotATable:
    """Give the table a sheet holds, or why it holds none."""
    if not grid.rows:
        return NotATable(reason=say("the sheet is empty"), asks=False)
    notes: list[Say] = []
    found = _headings(grid, headers, options, notes)
    if isinstance(found, NotATable):
        return found
    start = found.position + 1
    body = screen_body(grid.rows, grid.row_numbers, start, headings=found.headings, headers=headers)
    rows: list[Row] = [(grid.row_numbers[i], grid.rows[i]) for i in body.kept]
    skipped = [(grid.row_numbers[i], grid.rows[i], why) for i, why in body.left_out]
    if body.second_table is not None:
        notes.append(
            say("a second table begins in row {row}: it is left out", row=grid.row_numbers[body.second_table])
        )
    told = _told_headings(found, skipped, phone_book=grid.kind == "vcf")
    headings, aligned = widen(told, rows, headers, notes)
    values = _column_values(rows, aligned, len(headings))
    mapped = _mapped(headings, values, headers, options, has_headings=found.position >= 0)
    columns = mapped.columns
    if (refusal := _refusal(mapped, found) or _hardly_named(columns, values)) is not None:
        return refusal
    if found.position >= 0:
        notes.extend(_blank_headings([headings[c.index] for c in columns], columns))
    rows, totals = _without_totals(rows, columns)
    if totals:
        values = _column_values(rows, aligned, len(headings))
    skipped.extend(totals)
    notes.extend(mapped.notes)
    return Table(
        grid=grid,
        kind=mapped.kind,
        header_row=grid.row_numbers[found.position] if found.position >= 0 else None,
        columns=columns,
        rows=rows,
        skipped=tuple(sorted(skipped, key=lambda item: item[0])),
        notes=tuple(notes),
        signature=_signature(columns, headed=found.position >= 0),
        confidence=sum(bool(c.field) for c in columns) / max(1, len(columns)),
        aligned=aligned,
        unmapped=mapped.unmapped,
        own=mapped.own,
        cells={
            c.index: own_cells(c.field, values[c.index]) if mapped.own else values[c.index] for c in columns
        },
    )


def _mapped(
    headings: Sequence[str],
    values: Sequence[Sequence[str]],
    headers: HeaderTable,
    options: LayoutOptions,
    *,
    has_headings: bool,
) -> MappedColumns:
    kept = [i for i, heading in enumerate(headings) if heading or any(map(str.strip, values[i]))]
    return map_columns(
        [headings[i] for i in kept],
        [values[i] for i in kept],
        headers,
        wishes=MappingWishes(as_kind=options.as_kind, mapping=options.mapping, remembered=options.remembered),
        has_headings=has_headings,
        places=kept,
    )


def _told_headings(
    found: HeaderRow, skipped: Sequence[tuple[int, Sequence[str], Say]], *, phone_book: bool
) -> list[str]:
    """Give the headings, each with the unit that a row of units below tells for it."""
    units = next((cells for _, cells, why in skipped if why == UNITS), ())
    headings = [
        f"{h} {clean(units[i])}".strip() if i < len(units) else h for i, h in enumerate(found.headings)
    ]
    # In a phone book the second address is another place, elsewhere the second line of the same.
    return ["Other address" if phone_book and h == "Address 2" else h for h in headings]


def _headings(
    grid: Grid, headers: HeaderTable, options: LayoutOptions, notes: list[Say]
) -> HeaderRow | NotATable:
    if options.no_header:
        width = max(map(len, grid.rows[:1000]))
        return HeaderRow(position=-1, headings=("",) * width, sure=1.0)
    if grid.kind == "vcf" and options.header_row is None:
        return header_at(grid.rows, 0)  # the reader wrote them there
    if options.header_row is not None:
        if options.header_row not in grid.row_numbers:
            reason = say("row {row} is blank or beyond the end of the sheet", row=options.header_row)
            return NotATable(reason=reason, asks=True)
        return header_at(grid.rows, list(grid.row_numbers).index(options.header_row))
    top = grid.rows[:20]
    if any(_PIVOT.match(fold(cell)) for row in top for cell in row if cell):
        return NotATable(reason=say("the sheet is a pivot table, not a list"), asks=False)
    found = find_header(grid.rows, grid.row_numbers, headers)
    if found is not None:
        if is_form(grid.rows, found.position + 1, found.headings, headers):
            reason = say("the sheet is a form or a card, not one row for each customer")
            return NotATable(reason=reason, asks=True)
        if found.rows == 2:
            notes.append(say("the headings span two rows"))
        if found.position - found.rows + 1 > 0:
            row = grid.row_numbers[found.position]
            notes.append(say("the headings are in row {row}; what stands above is left out", row=row))
        return found
    if seems_headed(grid.rows) and _typed_columns(grid.rows[1:200]):
        return header_at(grid.rows, 0)
    if _typed_columns(grid.rows[:200]):
        return NotATable(reason=_no_headings(grid.rows[:200]), asks=True)
    wide = sum(1 for row in top if sum(bool(c.strip()) for c in row) >= 2) >= max(2, len(top) // 2)
    known = max(known_share(row, headers)[0] for row in top)
    if wide or known:
        return NotATable(reason=say("no row of headings was recognised"), asks=True)
    return NotATable(reason=say("the sheet holds text, not a list"), asks=False)


def _no_headings(rows: Sequence[Sequence[str]]) -> Say:
    """Say what the rows of a sheet without headings look like."""
    if looks_like_people(rows):
        return say("no row of headings was found; the first row looks like a customer")
    return say("no row of headings was found, and what the columns hold does not look like customers")


def _typed_columns(rows: Sequence[Sequence[str]]) -> int:
    """Give how many columns are mostly filled with what only data looks like."""
    count = 0
    for i in range(max(map(len, rows), default=0)):
        cells = [row[i] for row in rows if i < len(row) and row[i].strip()]
        count += len(cells) * 2 >= len(rows) and sum(map(looks_like_value, cells)) >= 0.6 * len(cells)
    return count


def _refusal(mapped: MappedColumns, found: HeaderRow) -> NotATable | None:
    columns = mapped.columns
    if found.position < 0 and not clear_without_headings(columns):
        reason = say(
            "without headings it is not clear which column holds the names and which the phone or e-mail"
        )
        return NotATable(reason=reason, asks=True)
    if not names_somebody(columns):
        return NotATable(
            reason=say("no column tells who a customer is: no name, phone, e-mail or code"), asks=True
        )
    if not mapped.people:
        heading = next(c.heading for c in columns if c.field in KNOWN_BY)
        reason = say(
            "column {column} could name or number anything, and nothing beside it speaks of customers",
            column=heading,
        )
        return NotATable(reason=reason, asks=True)
    return None


def _hardly_named(columns: Sequence[Column], values: Sequence[Sequence[str]]) -> NotATable | None:
    """Refuse a sheet whose rows say much, but hardly any of them who it is about: a report or a form, not a list."""
    kept = [(c.field in KNOWN_BY, values[c.index]) for c in columns if c.field != IGNORED]
    few = hardly_named(kept)
    if few is None:
        return None
    named, rows = few
    reason = say("only {named} of {rows} rows say who the customer is", named=named, rows=rows)
    return NotATable(reason=reason, asks=True)


def _column_values(rows: Sequence[Row], aligned: Mapping[int, AlignedRow], width: int) -> list[list[str]]:
    usual = (
        [aligned[n].cells if n in aligned else cells for n, cells in rows]
        if aligned
        else [cells for _, cells in rows]
    )
    if all(len(cells) == width for cells in usual):
        return [list(column) for column in zip(*usual)] if usual else [[] for _ in range(width)]
    return [[cells[i] if i < len(cells) else "" for cells in usual] for i in range(width)]


def _without_totals(
    rows: list[Row], columns: Sequence[Column]
) -> tuple[list[Row], list[tuple[int, Sequence[str], Say]]]:
    width = max((c.index for c in columns), default=-1) + 1
    fields = [""] * width
    for column in columns:
        fields[column.index] = column.field
    kept, totals = [], []
    contacts = [c.index for c in columns if c.field in PHONES or c.field == "email"]
    for row in rows:
        if may_be_total(row[1], contacts) and is_total(row[1], fields):
            totals.append((row[0], row[1], TOTAL))
        else:
            kept.append(row)
    return kept, totals


def _blank_headings(headings: Sequence[str], columns: Sequence[Column]) -> list[Say]:
    return [
        say(
            "column {letter} has values but no heading: kept as {name}",
            letter=column_letter(c.index),
            name=c.heading,
        )
        for heading, c in zip(headings, columns)
        if not clean(heading)
    ]


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
