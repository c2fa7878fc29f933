"""Bring sheets into the store: every row kept as read, understood, and linked to its customer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from smbcrm.core.progress import Progress, silent
from smbcrm.core.say import Say, say
from smbcrm.errors import DecisionNeededError, NotFoundError, SmbcrmError, UnreadableError, UsageError
from smbcrm.usecases.events.link_referrers import link_referrers
from smbcrm.usecases.importing.import_results import (
    Imported,
    ImportOptions,
    LeftOut,
    Reading,
    RowsRefused,
    Seen,
    SheetResult,
    place,
)
from smbcrm.usecases.importing.said_records import load_said
from smbcrm.usecases.importing.told_after import arrived, told_after
from smbcrm.usecases.merging.merge_results import Merged, anybody_new, merged_nothing
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_sheet import known_sheet

if TYPE_CHECKING:
    from smbcrm.core.headers import HeaderTable
    from smbcrm.core.layout import NotATable


def import_files(
    readings: Iterable[Reading],
    store: Store,
    *,
    headers: Callable[[], HeaderTable],
    options: ImportOptions,
    operation: int,
    progress: Progress = silent,
) -> Imported:
    """Import every recognised sheet of these files and merge the new rows.

    A reading is let go once it is stored: give an iterator that keeps none, and a long file is not held while it is matched.
    `headers` gives the known headings; it is asked only where a table must be understood.
    Raises DecisionNeededError when a table is there but a person must say how to read it and no sheet is recognised;
    UnreadableError when there is no table at all.
    """
    seen = Seen(unmapped=set(options.mapping), said=load_said(store))
    for reading in readings:
        if reading.doubt is not None and options.unattended:
            raise DecisionNeededError(
                say("{file}: {doubt}; nothing was imported", file=reading.file, doubt=reading.doubt),
                reading.doubt_hint or "",
            )
        _import_reading(
            reading, store, seen, headers=headers, options=options, operation=operation, progress=progress
        )
        del reading
    _refuse_what_was_not_meant(seen, options)
    merged = _merged(store, seen, options=options, operation=operation, progress=progress)
    touched = _recompute_touched(store, operation)
    link_referrers(store)
    updated = merged.customers_updated + touched
    return Imported(
        sheets=told_after(store, seen.sheets, operation=operation),
        left_out=tuple(seen.left_out),
        merged=replace(merged, customers_updated=updated),
        arrived=arrived(store, operation),
    )


def _import_reading(
    reading: Reading,
    store: Store,
    seen: Seen,
    *,
    headers: Callable[[], HeaderTable],
    options: ImportOptions,
    operation: int,
    progress: Progress,
) -> None:
    for grid in reading.grids:
        seen.names.add(grid.sheet)
        count = len(grid.rows)
        progress(say("understanding {count} {count:row|rows} of {file}", count=count, file=grid.file), count)
        known = known_sheet(store, reading, grid, options=options)
        if known is not None:
            seen.unmapped.clear()  # all that is said now was said of it before
            seen.sheets.append(known)
            continue
        # What understands tables is loaded only where there is one to understand.
        from smbcrm.usecases.importing.import_sheet import import_sheet

        import_sheet(
            store,
            reading,
            grid,
            seen,
            headers=headers,
            options=options,
            operation=operation,
            progress=progress,
        )


def _refuse_what_was_not_meant(seen: Seen, options: ImportOptions) -> None:
    """Raise where nothing was found, or not what the owner named, or rows are damaged and he wants all or none."""
    if options.sheet and options.sheet not in seen.names:
        raise NotFoundError(
            say("no file has a sheet named {sheet}", sheet=options.sheet),
            say("leave --sheet out: `smbcrm import FILE --dry-run` shows the sheets"),
        )
    if not seen.sheets:
        raise _nothing_recognised(seen.left_out, seen.asking)
    if seen.unmapped:
        raise UsageError(
            say(
                "no sheet has the column of --map {asked}",
                asked=", ".join(
                    f"{field}={column}" for field, column in options.asked() if field in seen.unmapped
                ),
            ),
            say("name a heading or a column letter; `smbcrm import FILE --dry-run` shows them"),
        )
    if options.strict and any(sheet.rows_rejected or sheet.rows_bad for sheet in seen.sheets):
        raise _strict(seen.sheets)


def _nothing_recognised(left_out: Sequence[LeftOut], asking: Sequence[tuple[str, NotATable]]) -> SmbcrmError:
    if asking:
        where, first = asking[0]
        if first.misplaced:
            raise UsageError(
                say("{place}: {reason}; nothing was imported", place=where, reason=first.reason),
                say("give --header-row the row that holds the headings, or leave it out"),
            )
        return DecisionNeededError(
            say("{place}: {reason}; nothing was imported", place=where, reason=first.reason),
            first.hint
            or say(
                "say which column is which: --map name=A --map mobile=B, or --header-row N, or --no-header"
            ),
        )
    if left_out:
        return UnreadableError(
            say(
                "{place}: {reason}; nothing was imported",
                place=place(left_out[0].file, left_out[0].sheet),
                reason=left_out[0].reason,
            ),
            say("--all-sheets imports hidden sheets, too")
            if left_out[0].hidden
            else say("give a file with one row for each customer and a line of headings above them"),
        )
    return UnreadableError(
        say("no table was found"), say("give a spreadsheet or csv file with customers in it")
    )


def _strict(sheets: Sequence[SheetResult]) -> RowsRefused:
    bad = sum(sheet.rows_rejected + sheet.rows_bad for sheet in sheets)
    what = say("{count} {count:row is|rows are} damaged and --strict is on; nothing was imported", count=bad)
    for damage in _damage(sheets):
        what = say(
            "{count} {count:row is|rows are} damaged and --strict is on, the first of them {damage}; nothing was imported",
            count=bad,
            damage=damage,
        )
        break
    return RowsRefused(
        sheets,
        what,
        say(
            "leave --strict out to import all that can be used; add --rejects FILE to have these rows listed, to be mended"
        ),
    )


def _damage(sheets: Sequence[SheetResult]) -> Iterator[Say]:
    """Tell where rows are damaged and how."""
    for sheet in sheets:
        where = place(sheet.file, sheet.sheet)
        for note in sheet.rows:
            if note.status == "rejected":
                yield say("{place}, row {row}: {what}", place=where, row=note.row, what=note.why)
        for problem in sheet.problems:
            if problem.row is not None and problem.column:
                yield say(
                    "{place}, row {row}, {column}: {what}",
                    place=where,
                    row=problem.row,
                    column=problem.column,
                    what=problem.what,
                )


def _merged(
    store: Store, seen: Seen, *, options: ImportOptions, operation: int, progress: Progress
) -> Merged:
    """Find whose the new rows are; where there is none, what finds it is not even loaded."""
    if not anybody_new(store):
        return merged_nothing(store)
    from smbcrm.usecases.importing.handed_rows import still_as_handed
    from smbcrm.usecases.merge_rows import merge_rows

    handed = seen.handed if still_as_handed(store, operation) else ()
    return merge_rows(
        store, only_new=True, learning=True, join=options.merge, progress=progress, handed=handed
    )


def _recompute_touched(store: Store, operation: int) -> int:
    """Recompute the customers who were there before and have new or edited rows now; give how many came out differently."""
    told = store.read(
        "SELECT DISTINCT r.customer_id FROM journal j JOIN source_row r ON r.id BETWEEN j.first AND j.last "
        "JOIN source_row l ON l.id = r.lead "
        "WHERE j.operation = ? AND j.tbl = 'source_row' AND j.action = 'insert' AND r.lead <> r.id AND l.operation < ? "
        "UNION SELECT DISTINCT r.customer_id FROM before_source_row b JOIN journal j ON j.id = b.entry "
        "JOIN source_row r ON r.id = b.id WHERE j.operation = ? AND (b.fingerprint <> r.fingerprint OR b.fields <> r.fields) "
        "UNION SELECT DISTINCT b.customer_id FROM before_source_row b JOIN journal j ON j.id = b.entry WHERE j.operation = ? "
        "UNION SELECT DISTINCT r.customer_id FROM before_source b JOIN journal j ON j.id = b.entry JOIN source s ON s.id = b.id "
        "JOIN source_row r ON r.source_id = s.id WHERE j.operation = ? AND b.rank <> s.rank",
        [operation] * 5,
    )
    customers = [number for (number,) in told if number is not None]
    if not customers:
        return 0
    from smbcrm.usecases.merging.compute_customers import compute_customers

    return compute_customers(store, customers).changed
