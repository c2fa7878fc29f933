"""Bring one recognised table in: understood with what the owner said of such lists, written, and remembered."""

from __future__ import annotations

from dataclasses import replace

from smbcrm.core.fields import PHONES
from smbcrm.core.layout import Table
from smbcrm.core.progress import Progress, silent
from smbcrm.core.rows import ParsedSheet, parse_table
from smbcrm.core.say import say
from smbcrm.core.sheets.values.day_order import ORDERS
from smbcrm.core.sheets.versions.versions import same_family
from smbcrm.usecases.forgotten import with_left_out, without_forgotten
from smbcrm.usecases.importing.handed_rows import HandedRows
from smbcrm.usecases.importing.import_results import ImportOptions, Reading, SheetResult
from smbcrm.usecases.importing.remember_mapping import Understood, remember, understand
from smbcrm.usecases.importing.store_sheet import store_sheet
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_days import order_known
from smbcrm.usecases.versions.turn_source import drop_lines, gone_rows, turn_source


def _country_before(store: Store, table: Table, parsed: ParsedSheet) -> str:
    """Give the country that the phones of the list's last version were read for; a spreadsheet program may have taken their zeros off since."""
    if not any(column.field in PHONES for column in parsed.columns):
        return ""
    found = store.read(
        "SELECT file, country FROM source WHERE signature = ? AND kind = ? AND country <> '' ORDER BY operation DESC",
        [parsed.signature, parsed.kind],
    )
    return next((country for file, country in found if same_family(file, table.grid.file)), "")


def _parsed(store: Store, table: Table, understood: Understood) -> ParsedSheet:
    """Give the rows of a table; what it leaves open of its days and its phones is read as what is known of the list shows."""
    country, order = understood.country, understood.date_order
    parsed = parse_table(table, country=country, date_order=order)
    read_as = []
    if not order and (order := order_known(store, parsed)):
        parsed = parse_table(table, country=country, date_order=order)
        read_as.append(
            say("days are read as {order}, as the rows known of this list show", order=ORDERS[order])
        )
    if not parsed.country and (before := _country_before(store, table, parsed)):
        parsed = parse_table(table, country=before, date_order=order)
        read_as.append(
            say("nothing in this version tells the country of its phones: they are read as the last one was")
        )
    return replace(parsed, notes=(*parsed.notes, *read_as)) if read_as else parsed


def store_table(
    store: Store,
    reading: Reading,
    table: Table,
    *,
    name: str,
    options: ImportOptions,
    operation: int,
    handed: list[HandedRows],
    progress: Progress = silent,
) -> SheetResult:
    """Write a table and how it was read; give what was done with every row of it. `name` is what the list is called.

    The new rows of a list of customers are put into `handed`.
    """
    understood = understand(store, table, name=name, options=options)
    parsed = _parsed(store, table, understood)
    parsed, left_out = without_forgotten(store, parsed, options)
    count = len(table.grid.rows)
    progress(say("keeping {count} {count:row|rows} of {file}", count=count, file=table.grid.file), count)
    turned = turn_source(store, reading, sheet=table.grid.sheet, parsed=parsed, options=options)
    gone_before = gone_rows(store, turned) if turned is not None else frozenset()
    result = store_sheet(
        store,
        reading,
        table,
        parsed=parsed,
        options=options,
        said=understood.words,
        operation=operation,
        handed=handed,
        whole=not left_out,
    )
    result = with_left_out(result, left_out)
    if not result.source:  # a list of our own that tells nothing new
        return result
    if turned is not None:
        drop_lines(store, turned, gone_before=gone_before)
        result = replace(result, rows_gone=0)
    told = remember(store, table, understood, source=result.source, operation=operation)
    return replace(result, notes=(*result.notes, *told))
