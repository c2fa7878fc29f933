"""Bring sheets into the store: every row kept as read, understood, and linked to its customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from smbcrm.core.grid import Grid
from smbcrm.core.headers import HeaderTable
from smbcrm.core.layout import LayoutOptions, NotATable, Table, find_table
from smbcrm.core.rows import parse_table
from smbcrm.core.say import say
from smbcrm.errors import DecisionNeededError, NotFoundError, SmbcrmError, UnreadableError, UsageError
from smbcrm.usecases.compute_customers import Computed, compute_customers
from smbcrm.usecases.import_results import Imported, ImportOptions, LeftOut, Reading, SheetResult, place
from smbcrm.usecases.known_sheet import known_sheet
from smbcrm.usecases.merge_rows import merge_rows
from smbcrm.usecases.ports import Store
from smbcrm.usecases.store_sheet import store_sheet
from smbcrm.usecases.told_after import arrived, told_after


def import_files(
    readings: Sequence[Reading], store: Store, *, headers: HeaderTable, options: ImportOptions, operation: int
) -> Imported:
    """Import every recognised sheet of these files and merge the new rows.

    Raises DecisionNeededError when a table is there but a person must say how to read it and no sheet is recognised;
    UnreadableError when there is no table at all.
    """
    sheets: list[SheetResult] = []
    left_out: list[LeftOut] = []
    asking: list[tuple[str, NotATable]] = []
    unmapped: set[str] = set(options.mapping)
    for reading in readings:
        if reading.doubt is not None and options.unattended:
            raise DecisionNeededError(
                say("{file}: {doubt}; nothing was imported", file=reading.file, doubt=reading.doubt),
                reading.doubt_hint or "",
            )
        for grid in reading.grids:
            known = known_sheet(store, reading, grid, options=options)
            if known is not None:
                sheets.append(known)
                continue
            table = _table_of(grid, headers, options, left_out, asking)
            if table is None:
                continue
            unmapped &= set(table.unmapped)
            parsed = parse_table(table, country=options.country, date_order=options.date_order)
            sheets.append(
                store_sheet(store, reading, table, parsed=parsed, options=options, operation=operation)
            )
    if options.sheet and not any(
        grid.sheet == options.sheet for reading in readings for grid in reading.grids
    ):
        raise NotFoundError(
            say("no file has a sheet named {sheet}", sheet=options.sheet),
            say("leave --sheet out: `smbcrm import FILE --dry-run` shows the sheets"),
        )
    if not sheets:
        raise _nothing_recognised(left_out, asking)
    if unmapped:
        raise UsageError(
            say("no sheet has the column named for {fields} with --map", fields=", ".join(sorted(unmapped))),
            say("name a heading or a column letter; `smbcrm import FILE --dry-run` shows them"),
        )
    if options.strict and any(sheet.rows_rejected or sheet.rows_bad for sheet in sheets):
        raise _strict(sheets)
    merged = merge_rows(store, only_new=True, join=options.merge)
    touched = _recompute_touched(store, operation)
    updated = merged.customers_updated + touched.changed
    return Imported(
        sheets=told_after(store, sheets, operation=operation),
        left_out=tuple(left_out),
        merged=replace(merged, customers_updated=updated),
        arrived=arrived(store, operation),
    )


def _table_of(
    grid: Grid,
    headers: HeaderTable,
    options: ImportOptions,
    left_out: list[LeftOut],
    asking: list[tuple[str, NotATable]],
) -> Table | None:
    if not (grid.visible or options.all_sheets or options.sheet):
        reason = say("the sheet is hidden; name it with --sheet to import it")
        left_out.append(LeftOut(file=grid.file, sheet=grid.sheet, rows=len(grid.rows), reason=reason))
        return None
    found = find_table(
        grid,
        headers,
        options=LayoutOptions(
            header_row=options.header_row,
            no_header=options.no_header,
            as_kind=options.as_kind,
            mapping=options.mapping,
        ),
    )
    if isinstance(found, Table):
        return found
    left_out.append(LeftOut(file=grid.file, sheet=grid.sheet, rows=len(grid.rows), reason=found.reason))
    if found.asks:
        asking.append((place(grid.file, grid.sheet), found))
    return None


def _nothing_recognised(left_out: Sequence[LeftOut], asking: Sequence[tuple[str, NotATable]]) -> SmbcrmError:
    if asking:
        where, first = asking[0]
        return DecisionNeededError(
            say("{place}: {reason}; nothing was imported", place=where, reason=first.reason),
            say("say which column is which: --map name=A --map mobile=B, or --header-row N, or --no-header"),
        )
    if left_out:
        return UnreadableError(
            say(
                "{place}: {reason}; nothing was imported",
                place=place(left_out[0].file, left_out[0].sheet),
                reason=left_out[0].reason,
            ),
            say("give a file with one row for each customer and a line of headings above them"),
        )
    return UnreadableError(
        say("no table was found"), say("give a spreadsheet or csv file with customers in it")
    )


def _strict(sheets: Sequence[SheetResult]) -> UnreadableError:
    bad = sum(sheet.rows_rejected + sheet.rows_bad for sheet in sheets)
    return UnreadableError(
        say("{count} rows are damaged and --strict is on; nothing was imported", count=bad),
        say("leave --strict out to import the good rows, or mend these"),
    )


def _recompute_touched(store: Store, operation: int) -> Computed:
    """Recompute the customers who were there before and have new or edited rows now."""
    customers = store.read(
        "SELECT DISTINCT r.customer_id FROM source_row r JOIN source_row l ON l.id = r.lead "
        "WHERE r.operation = ? AND l.operation < ? "
        "UNION SELECT DISTINCT r.customer_id FROM before_source_row b JOIN journal j ON j.id = b.entry "
        "JOIN source_row r ON r.id = b.id WHERE j.operation = ? AND (b.fingerprint <> r.fingerprint OR b.fields <> r.fields) "
        "UNION SELECT DISTINCT b.customer_id FROM before_source_row b JOIN journal j ON j.id = b.entry WHERE j.operation = ?",
        [operation, operation, operation, operation],
    )
    return compute_customers(store, [number for (number,) in customers if number is not None])
