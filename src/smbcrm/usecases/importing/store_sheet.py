"""Write one sheet into the store: every row kept as read, old rows known again, events written, and what became of each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from smbcrm.core.beside import made_beside
from smbcrm.core.json_text import json_writer
from smbcrm.core.layout import Table
from smbcrm.core.rows import ParsedRow, ParsedSheet
from smbcrm.usecases.events.follow_leads import choose_leads, follow_leads
from smbcrm.usecases.events.write_events import write_events
from smbcrm.usecases.importing.handed_rows import HandedRows
from smbcrm.usecases.importing.import_results import ImportOptions, Reading, SheetResult
from smbcrm.usecases.importing.sheet_results import nothing_new, sheet_result
from smbcrm.usecases.importing.write_source import write_source
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_scale import on_known_scale
from smbcrm.usecases.versions.known_sheet import stamp
from smbcrm.usecases.versions.lost_zeros import with_zeros_back
from smbcrm.usecases.versions.moved_sums import with_moved_sums
from smbcrm.usecases.versions.recognise_source import Compared, compare_sheet
from smbcrm.usecases.versions.returned_export import rows_without_news
from smbcrm.usecases.versions.rewrite_rows import (
    STATUS,
    Edited,
    read_anew,
    reason_text,
    said_anew,
    update_rows,
    with_other_status,
)
from smbcrm.usecases.versions.said_edits import say_edits

ROW_COLUMNS = (
    "id, source_id, number, key, fingerprint, raw, fields, status, reason, lead, customer_id, operation"
)
_TOGETHER = 500  # rows handed over at once


def store_sheet(
    store: Store,
    reading: Reading,
    table: Table,
    *,
    parsed: ParsedSheet,
    options: ImportOptions,
    said: str,
    operation: int,
    handed: list[HandedRows],
    whole: bool = True,
) -> SheetResult:
    """Write a sheet and give what was done with every row of it; `said` is what the owner says about how to read it.

    The new rows of a list of customers are put into `handed`. Of a sheet that is not `whole` rows were left out that the store
    must not know of.
    """
    told = rows_without_news(store, parsed) if table.own else frozenset()
    if told:
        parsed = replace(parsed, rows=[row for i, row in enumerate(parsed.rows) if i not in told])
    if told and not parsed.rows:
        return nothing_new(reading, table, parsed=parsed, known=len(told))
    # Where not all rows are kept, how many there are cannot be counted from the store: the file is read anew each time.
    stamped = "" if told or not whole else stamp(reading, said)
    parsed, compared = _held_against_known(
        store, reading, table, parsed, options=options, operation=operation, stamped=stamped
    )
    source = write_source(
        store,
        table,
        stamped,
        parsed=parsed,
        compared=compared,
        options=options,
        operation=operation,
    )
    compared = with_moved_sums(store, parsed, with_other_status(compared, parsed))
    edits = say_edits(store, parsed, compared)
    edited = update_rows(store, parsed, compared=compared, source=source)
    fresh = _insert_rows(store, parsed, compared=compared, source=source, operation=operation)
    if parsed.kind == "customers":
        handed += HandedRows.of(fresh, source=source, operation=operation)
    else:
        _write_events(store, parsed.kind, fresh=fresh, edited=edited, source=source)
    result = sheet_result(
        reading, table, parsed=parsed, compared=compared, source=source, edits=edits, strict=options.strict
    )
    new_rows = (fresh[0][0], fresh[-1][0]) if fresh else (0, -1)
    return _with_left_out(replace(result, notes=(*result.notes, *edited.notes), new_rows=new_rows), len(told))


def _with_left_out(result: SheetResult, without_news: int) -> SheetResult:
    """Count the rows that had no news, and were not stored again, as read and unchanged."""
    return replace(
        result,
        rows_read=result.rows_read + without_news,
        rows_unchanged=result.rows_unchanged + without_news,
    )


def _held_against_known(
    store: Store,
    reading: Reading,
    table: Table,
    parsed: ParsedSheet,
    *,
    options: ImportOptions,
    operation: int,
    stamped: str,
) -> tuple[ParsedSheet, Compared]:
    """Give the sheet, its marks on the scale its list is known to have, and how it differs from what is known of it."""
    if not table.own:
        parsed = with_zeros_back(store, parsed)
    compared = _compared(
        store, table, parsed, options=options, operation=operation, sha256=reading.sha256 or "-"
    )
    if not said_anew(store, compared, stamped=stamped):
        parsed = on_known_scale(store, parsed, compared)
    compared = read_anew(store, parsed, compared, stamped=stamped, country=options.default_country)
    return parsed, compared


def _compared(
    store: Store, table: Table, parsed: ParsedSheet, *, options: ImportOptions, operation: int, sha256: str
) -> Compared:
    """Find the list that the sheet is a version of, and which of its rows are new, edited, unchanged or gone."""
    grid = table.grid
    read_now = store.read(  # a sheet that has not changed since its last import was not read anew
        "SELECT id FROM source WHERE file = ? AND (operation = ? OR (substr(sha256, 1, 64) = ? AND sheet <> ?))",
        [grid.file, operation, sha256, grid.sheet],
    )
    compared = compare_sheet(
        store,
        parsed,
        name=options.source,
        file=grid.file,
        in_sheet=grid.sheet,
        beside={number for (number,) in read_now},
    )
    # A list of ours may have been filtered when it was written: who is not in it is not gone.
    return replace(compared, gone=()) if table.own else compared


def _insert_rows(
    store: Store, parsed: ParsedSheet, *, compared: Compared, source: int, operation: int
) -> list[tuple[int, ParsedRow]]:
    """Write the new rows; give those that count, each with its id."""
    which = compared.new
    first = store.allocate("source_row", len(which)) if which else 0
    fresh = [(first + n, row) for n, i in enumerate(which) if (row := parsed.rows[i]).status == "ok"]
    leads: dict[int, tuple[int, int | None]] = {}
    if parsed.kind != "customers":
        told = [(number, row.fields) for number, row in fresh]
        leads = choose_leads(store, source, told, known=compared.source is not None)

    def lead(number: int, row: ParsedRow) -> tuple[int | None, int | None]:
        if parsed.kind == "customers" and row.status == "ok":
            return number, None  # it stands for itself
        return leads.get(number, (None, None))

    text = json_writer()

    def written() -> Iterator[list[tuple[object, ...]]]:
        numbered = enumerate(which, first)
        while some := list(islice(numbered, _TOGETHER)):
            yield [
                (
                    number, source, (row := parsed.rows[i]).number, compared.keys[i], compared.prints[i],
                    text(compared.fitted.kept(row.cells)), text(row.fields), STATUS[row.status], reason_text(row.reason),
                    *lead(number, row), operation,
                )
                for number, i in some
            ]  # fmt: skip

    with made_beside(written, rows=len(which)) as pieces:
        store.insert("source_row", ROW_COLUMNS, chain.from_iterable(pieces))
    return fresh


def _write_events(
    store: Store, kind: str, *, fresh: Sequence[tuple[int, ParsedRow]], edited: Edited, source: int
) -> None:
    """Write the sales, contacts and the like that new and edited rows tell of, in every list that they are rows of."""
    for touched in {source, *edited.by_source}:
        if edited.parted:
            follow_leads(store, touched)
        new = [(number, row.fields) for number, row in fresh] if touched == source else ()
        write_events(store, touched, kind, fresh=new, edited=edited.by_source.get(touched, ()))
