"""Bring one sheet into the store: find its table, understand it, keep its rows."""

from __future__ import annotations

from collections.abc import Callable

from smbcrm.core.grid import Grid
from smbcrm.core.headers import HeaderTable
from smbcrm.core.layout import LayoutOptions, Table, find_table
from smbcrm.core.progress import Progress
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.own_records import own_records
from smbcrm.core.sheets.meaning.said import Memory
from smbcrm.usecases.importing.import_results import ImportOptions, LeftOut, Reading, Seen, place
from smbcrm.usecases.importing.said_records import memory_for
from smbcrm.usecases.importing.store_table import store_table
from smbcrm.usecases.ports import Store

_VERBS = {"rating": "rate", "interaction": "log"}


def import_sheet(
    store: Store,
    reading: Reading,
    grid: Grid,
    seen: Seen,
    *,
    headers: Callable[[], HeaderTable],
    options: ImportOptions,
    operation: int,
    progress: Progress,
) -> None:
    """Keep the rows of a sheet and add its result to what was seen; a sheet without a table is left out, with the reason."""
    name = options.source or place(grid.file, grid.sheet)
    table = _table_of(grid, headers(), options, seen, memory=memory_for(seen.said, name))
    if table is None:
        return
    seen.unmapped &= set(table.unmapped)
    seen.sheets.append(
        store_table(
            store,
            reading,
            table,
            name=name,
            options=options,
            operation=operation,
            progress=progress,
            handed=seen.handed,
        )
    )


def _table_of(
    grid: Grid,
    headers: HeaderTable,
    options: ImportOptions,
    seen: Seen,
    *,
    memory: Memory,
) -> Table | None:
    if not (grid.visible or options.all_sheets or options.sheet):
        reason = say("the sheet is hidden; name it with --sheet to import it")
        seen.left_out.append(
            LeftOut(file=grid.file, sheet=grid.sheet, rows=len(grid.rows), reason=reason, hidden=True)
        )
        return None
    ours = own_records(grid.rows[0]) if grid.rows and not (options.as_kind or options.mapping) else ""
    if ours:
        reason = say(
            "a list that smbcrm wrote itself; what it tells is in the store (`{verb} list`)",
            verb=_VERBS.get(ours, ours),
        )
        seen.left_out.append(
            LeftOut(file=grid.file, sheet=grid.sheet, rows=len(grid.rows) - 1, reason=reason)
        )
        return None
    found = find_table(
        grid,
        headers,
        options=LayoutOptions(
            header_row=options.header_row,
            no_header=options.no_header,
            as_kind=options.as_kind,
            mapping=options.mapping,
            memory=memory,
        ),
    )
    if isinstance(found, Table):
        return found
    seen.left_out.append(LeftOut(file=grid.file, sheet=grid.sheet, rows=len(grid.rows), reason=found.reason))
    if found.asks:
        seen.asking.append((place(grid.file, grid.sheet), found))
    return None
