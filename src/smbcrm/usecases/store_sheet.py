"""Write one sheet into the store: every row kept as read, old rows known again, events written, and what became of each row."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Any

from smbcrm.core.beside import made_beside
from smbcrm.core.json_text import json_writer
from smbcrm.core.layout import Table
from smbcrm.core.rows import ParsedRow, ParsedSheet
from smbcrm.core.say import Say, say
from smbcrm.usecases.follow_leads import choose_leads, follow_leads, forget_leads
from smbcrm.usecases.handed_rows import HandedRows
from smbcrm.usecases.import_results import ImportOptions, Reading, SheetResult, place
from smbcrm.usecases.kept_columns import KeptColumns
from smbcrm.usecases.known_rows import COUNTED, HERE, KnownRow
from smbcrm.usecases.known_sheet import stamp
from smbcrm.usecases.ports import Store
from smbcrm.usecases.recognise_source import Compared, compare_sheet
from smbcrm.usecases.returned_export import rows_without_news
from smbcrm.usecases.sheet_results import nothing_new, sheet_result
from smbcrm.usecases.write_events import write_events

ROW_COLUMNS = (
    "id, source_id, number, key, fingerprint, raw, fields, status, reason, lead, customer_id, operation"
)
_TOGETHER = 500  # rows handed over at once
STATUS = {"ok": "imported", "skipped": "skipped", "rejected": "rejected"}
MAKE_CUSTOMERS = frozenset({"customers", "purchases", "payments"})
"""The kinds whose rows make a customer of whoever is not on the list yet, unless the owner says otherwise."""


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
    grid = table.grid
    told = rows_without_news(store, parsed) if table.own else frozenset()
    if told:
        parsed = replace(parsed, rows=[row for i, row in enumerate(parsed.rows) if i not in told])
    if told and not parsed.rows:
        return nothing_new(reading, table, parsed=parsed, known=len(told))
    read_now = store.read("SELECT id FROM source WHERE operation = ? AND file = ?", [operation, grid.file])
    compared = compare_sheet(
        store,
        parsed,
        name=options.source,
        file=grid.file,
        in_sheet=grid.sheet,
        beside={number for (number,) in read_now},
    )
    # Where not all rows are kept, how many there are cannot be counted from the store: the file is read anew each time.
    stamped = "" if told or not whole else stamp(reading, said)
    compared = _read_anew(store, parsed, compared, stamped=stamped)
    if table.own:  # it may have been filtered when it was written: who is not in it is not gone
        compared = replace(compared, gone=())
    source = _write_source(
        store,
        table,
        stamped,
        parsed=parsed,
        compared=compared,
        options=options,
        operation=operation,
    )
    compared = _with_other_status(compared, parsed)
    edited = _update_rows(store, parsed, compared=compared, source=source)
    fresh = _insert_rows(store, parsed, compared=compared, source=source, operation=operation)
    if parsed.kind == "customers":
        handed += HandedRows.of(fresh, source=source, operation=operation)
    if parsed.kind != "customers":
        for touched in {source, *edited.by_source}:
            if edited.parted:
                follow_leads(store, touched)
            new = [(number, row.fields) for number, row in fresh] if touched == source else ()
            write_events(store, touched, parsed.kind, fresh=new, edited=edited.by_source.get(touched, ()))
    result = sheet_result(reading, table, parsed=parsed, compared=compared, source=source)
    return replace(
        result,
        rows_read=result.rows_read + len(told),
        rows_unchanged=result.rows_unchanged + len(told),
        notes=(*result.notes, *edited.notes),
        new_rows=(fresh[0][0], fresh[-1][0]) if fresh else (0, -1),
    )


def _write_source(
    store: Store,
    table: Table,
    stamped: str,
    *,
    parsed: ParsedSheet,
    compared: Compared,
    options: ImportOptions,
    operation: int,
) -> int:
    """Write what is known of the source; give its number."""
    headings = json.dumps([heading[:3] for heading in compared.fitted.headings], ensure_ascii=False)
    places = json.dumps([heading[3] for heading in compared.fitted.headings])
    told = len(compared.elsewhere) + len(compared.corrected)
    if compared.source is not None:
        ((creates, rank),) = store.read("SELECT creates, rank FROM source WHERE id = ?", [compared.source])
        row = (
            compared.source, table.grid.file, parsed.signature, stamped, headings, parsed.country, told,
            compared.key_heading, places, creates if options.create is None else int(options.create),
            operation if _is_preferred(table, options, anything=bool(compared.updated or compared.new)) else rank,
        )  # fmt: skip
        changed = store.update(
            "source",
            "id, file, signature, sha256, headings, country, elsewhere, key_heading, places, creates, rank",
            [row],
        )
        if changed or compared.updated or compared.new or compared.corrected:
            store.update("source", "id, operation", [(compared.source, operation)])
        if options.create and not creates:
            _wake(store, compared.source)
        return compared.source
    number = store.allocate("source")
    name = options.source or place(table.grid.file, table.grid.sheet)
    creates = parsed.kind in MAKE_CUSTOMERS if options.create is None else options.create
    store.insert(
        "source",
        "id, name, kind, file, sheet, signature, sha256, headings, country, rank, elsewhere, operation, creates, key_heading, places",
        [
            (
                number, name, parsed.kind, table.grid.file, table.grid.sheet, parsed.signature, stamped, headings,
                parsed.country, operation if _is_preferred(table, options) else 0, told, operation, int(creates), compared.key_heading, places,
            )
        ],
    )  # fmt: skip
    return number


def _is_preferred(table: Table, options: ImportOptions, *, anything: bool = True) -> bool:
    """Tell whether what the sheet says wins over what is known: asked for, or a list of ours in which the owner edited anything."""
    return options.prefer_new or (table.own and anything)


def _read_anew(store: Store, parsed: ParsedSheet, compared: Compared, *, stamped: str) -> Compared:
    """Count rows whose cells have not changed among the edited ones where they are understood in another way now.

    What a column says that was not there before is taken over without that: see `_read_again`.
    """
    if compared.source is None or not compared.unchanged:
        return compared
    ((headings, stamped_before),) = store.read(
        "SELECT headings, sha256 FROM source WHERE id = ?", [compared.source]
    )
    same = _meant(json.loads(headings)) <= _meant(compared.fitted.headings)
    if same and (not stamped_before or stamped_before[_DIGEST:] == stamped[_DIGEST:]):
        return compared
    before = {
        number: kept
        for number, *kept in store.read(
            "SELECT id, fields, status IN ('imported', 'waiting', 'gone'), key FROM source_row WHERE source_id = ?",
            [compared.source],
        )
    }
    kept = KeptColumns.of(store, compared, [known.id for _, known in compared.unchanged])
    unchanged: list[tuple[int, KnownRow]] = []
    updated = list(compared.updated)
    for i, known in compared.unchanged:
        row = parsed.rows[i]
        _, fields, _ = kept.content(known.id, row, compared.fitted)
        told = [fields, int(row.status == "ok"), compared.keys[i]]
        (unchanged if before[known.id] == told else updated).append((i, known))
    return replace(compared, unchanged=unchanged, updated=updated)


_DIGEST = 64  # letters of a stamp that tell the bytes; behind them stands how they are read


def _meant(headings: Sequence[Sequence[Any]]) -> set[tuple[str, ...]]:
    return {tuple(map(str, heading[:3])) for heading in headings}


def _wake(store: Store, source: int) -> None:
    """Let the rows of a source that wait for their customer be matched once more, now that they may make one."""
    waiting = store.read("SELECT id FROM source_row WHERE source_id = ? AND status = 'waiting'", [source])
    store.update(
        "source_row", "id, status, reason", [(number, "imported", "") for (number,) in list(waiting)]
    )


def _with_other_status(compared: Compared, parsed: ParsedSheet) -> Compared:
    """Count rows that have not changed among the edited ones where they count now and did not before, or the other way."""
    other = {
        i for i, known in compared.unchanged if (known.status in COUNTED) != (parsed.rows[i].status == "ok")
    }
    if not other:
        return compared
    return replace(
        compared,
        unchanged=[pair for pair in compared.unchanged if pair[0] not in other],
        updated=[*compared.updated, *(pair for pair in compared.unchanged if pair[0] in other)],
    )


def _insert_rows(
    store: Store, parsed: ParsedSheet, *, compared: Compared, source: int, operation: int
) -> list[tuple[int, ParsedRow]]:
    """Write the new rows; give those that count, each with its id."""
    which = compared.new
    first = store.allocate("source_row", len(which)) if which else 0
    fresh = [(first + n, row) for n, i in enumerate(which) if (row := parsed.rows[i]).status == "ok"]
    if parsed.kind == "customers":
        leads: dict[int, tuple[int, int | None]] = {number: (number, None) for number, _ in fresh}
    else:
        told = [(number, row.fields) for number, row in fresh]
        leads = choose_leads(store, source, told, known=compared.source is not None)

    text = json_writer()

    def written() -> Iterator[list[tuple[object, ...]]]:
        numbered = enumerate(which, first)
        while some := list(islice(numbered, _TOGETHER)):
            yield [
                (
                    number, source, (row := parsed.rows[i]).number, compared.keys[i], compared.prints[i],
                    text(compared.fitted.kept(row.cells)), text(row.fields), STATUS[row.status], _reason(row.reason),
                    *leads.get(number, (None, None)), operation,
                )
                for number, i in some
            ]  # fmt: skip

    with made_beside(written, rows=len(which)) as pieces:
        store.insert("source_row", ROW_COLUMNS, chain.from_iterable(pieces))
    return fresh


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edited:
    """The rows that were written anew, by source, and what is worth saying of it."""

    by_source: Mapping[int, Sequence[int]] = field(default_factory=dict)
    parted: bool = False  # some of them name somebody else now
    notes: tuple[Say, ...] = ()


def _update_rows(store: Store, parsed: ParsedSheet, *, compared: Compared, source: int) -> _Edited:
    # A row that merely moved within its file is unchanged, but we remember where it stands now.
    moved = [
        (known.id, parsed.rows[i].number)
        for i, known in compared.unchanged
        if known.number != parsed.rows[i].number
    ]
    store.update("source_row", "id, number", moved)
    returned = [(known.id, "imported", "") for _, known in compared.unchanged if known.status == "gone"]
    store.update("source_row", "id, status, reason", returned)
    again = compared.unchanged if compared.fitted.added else ()
    notes = _read_again(store, parsed, compared, again)
    pairs = [*compared.updated, *compared.corrected]
    edited = {known.id: parsed.rows[i] for i, known in pairs}
    parted = False
    if parsed.kind != "customers" and edited:
        parted = forget_leads(store, {number: row.fields for number, row in edited.items()})
    _write_edited(store, parsed, compared, pairs, source=source)
    # A row that became readable is matched like a new one; one that no longer says who it is about belongs to nobody.
    if parsed.kind == "customers":
        store.update(
            "source_row", "id, lead", [(n, n if row.status == "ok" else None) for n, row in edited.items()]
        )
    lost = [number for number, row in edited.items() if row.status != "ok"]
    store.update("source_row", "id, lead, customer_id", [(number, None, None) for number in lost])
    _leave(store, compared.gone)
    by_source: dict[int, list[int]] = defaultdict(list)
    for _, known in [*pairs, *(again if notes else ())]:
        by_source[known.source].append(known.id)
    return _Edited(by_source=by_source, parted=parted, notes=notes)


def _write_edited(
    store: Store,
    parsed: ParsedSheet,
    compared: Compared,
    pairs: Sequence[tuple[int, KnownRow]],
    *,
    source: int,
) -> None:
    kept = KeptColumns.of(store, compared, [known.id for _, known in pairs if known.source == source])
    written = []
    for i, known in pairs:
        row = parsed.rows[i]
        number, key = (row.number, compared.keys[i]) if known.source == source else (known.number, known.key)
        fitted = compared.fitted if known.source == source else compared.layouts[known.source]
        cells, fields, print_ = kept.content(known.id, row, fitted)
        written.append(
            (known.id, number, key, print_, cells, fields, STATUS[row.status], _reason(row.reason))
        )
    store.update("source_row", "id, number, key, fingerprint, raw, fields, status, reason", written)


def _read_again(
    store: Store, parsed: ParsedSheet, compared: Compared, again: Sequence[tuple[int, KnownRow]]
) -> tuple[Say, ...]:
    """Take over what rows that did not change say in columns that are new, or that are understood in another way now."""
    if not again:
        return ()
    kept = KeptColumns.of(store, compared, [known.id for _, known in again])
    written = []
    for i, known in again:
        cells, fields, print_ = kept.content(known.id, parsed.rows[i], compared.fitted)
        written.append((known.id, compared.keys[i], print_, cells, fields))
    store.update("source_row", "id, key, fingerprint, raw", [row[:4] for row in written])
    changed = store.update("source_row", "id, fields", [(row[0], row[4]) for row in written])
    if not changed:
        return ()
    added = [heading for heading, _, _, where in compared.fitted.headings if where in compared.fitted.added]
    return (
        say(
            "new columns ({columns}) were taken over for {count} known rows",
            columns=", ".join(added),
            count=changed,
        ),
    )


def _leave(store: Store, gone: Sequence[KnownRow]) -> None:
    """Mark the rows that the file no longer has; lines that were no records (totals, remarks) are forgotten with it."""
    left = _reason(say("no longer in the newest version of the file; kept"))
    store.update(
        "source_row", "id, status, reason", [(row.id, "gone", left) for row in gone if row.status in HERE]
    )
    store.delete("source_row", sorted(row.id for row in gone if row.status not in COUNTED))


def _reason(reason: Say | None) -> str:
    return json.dumps(reason.to_data(), ensure_ascii=False) if reason else ""
