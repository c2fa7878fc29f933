"""Write one sheet into the store: every row kept as read, old rows known again, and what became of each of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from smbcrm.core.json_text import json_writer
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
from smbcrm.core.rows import ParsedRow, ParsedSheet
from smbcrm.core.say import Say, say
from smbcrm.usecases.import_results import ImportOptions, Reading, RowNote, SheetColumn, SheetResult
from smbcrm.usecases.known_sheet import stamp
from smbcrm.usecases.ports import Store
from smbcrm.usecases.recognise_source import Compared, KnownRow, compare_sheet, fingerprint
from smbcrm.usecases.returned_export import rows_without_news
from smbcrm.usecases.write_events import follow_leads, forget_leads, write_events

ROW_COLUMNS = (
    "id, source_id, number, key, fingerprint, raw, fields, status, reason, lead, customer_id, operation"
)
STATUS = {"ok": "imported", "skipped": "skipped", "rejected": "rejected"}


def place(file: str, sheet: str) -> str:
    """Give where a sheet is, as a person says it."""
    return f"{file}: {sheet}" if sheet else file


def store_sheet(
    store: Store,
    reading: Reading,
    table: Table,
    *,
    parsed: ParsedSheet,
    options: ImportOptions,
    said: str,
    operation: int,
) -> SheetResult:
    """Write a sheet and give what was done with every row of it; `said` is what the owner says about how to read it."""
    grid = table.grid
    told = rows_without_news(store, parsed) if table.own else frozenset()
    if told:
        parsed = replace(parsed, rows=[row for i, row in enumerate(parsed.rows) if i not in told])
    if told and not parsed.rows:
        return _with_known(_sheet_result(reading, table, parsed=parsed, compared=NOTHING_NEW, source=0), told)
    prints = [fingerprint(row.cells) for row in parsed.rows]
    read_now = store.read("SELECT id FROM source WHERE operation = ? AND file = ?", [operation, grid.file])
    beside = {number for (number,) in read_now}
    compared = compare_sheet(
        store, parsed, prints, name=options.source, file=place(grid.file, grid.sheet), beside=beside
    )
    compared = _read_anew(store, parsed, compared, stamped=stamp(reading, said))
    if table.own:  # it may have been filtered when it was written: who is not in it is not gone
        compared = replace(compared, gone=())
    source = _write_source(
        store,
        table,
        stamp(reading, said),
        parsed=parsed,
        compared=compared,
        options=options,
        operation=operation,
    )
    _insert_rows(store, parsed, prints, which=compared.new, source=source, operation=operation)
    _update_rows(store, parsed, prints, compared=compared)
    if parsed.kind != "customers":
        follow_leads(store, source)
        write_events(store, source, parsed.kind)
    return _with_known(_sheet_result(reading, table, parsed=parsed, compared=compared, source=source), told)


NOTHING_NEW = Compared(
    source=None, how=say("a list made by smbcrm"), unchanged=(), updated=(), new=(), gone=(), elsewhere=()
)


def _with_known(result: SheetResult, told: frozenset[int]) -> SheetResult:
    """Count the rows of our own list that only say what is known."""
    return replace(
        result, rows_read=result.rows_read + len(told), rows_unchanged=result.rows_unchanged + len(told)
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
    headings = json_text(headings_of(parsed.columns))
    country = parsed.country
    if compared.source is not None:
        row = (compared.source, table.grid.file, stamped, headings, country, len(compared.elsewhere))
        changed = store.update("source", "id, file, sha256, headings, country, elsewhere", [row])
        if changed or compared.updated or compared.new:
            store.update("source", "id, operation", [(compared.source, operation)])
        return compared.source
    number = store.allocate("source")
    name = options.source or place(table.grid.file, table.grid.sheet)
    store.insert(
        "source",
        "id, name, kind, file, sheet, signature, sha256, headings, country, rank, elsewhere, operation",
        [
            (
                number, name, parsed.kind, table.grid.file, table.grid.sheet, parsed.signature, stamped, headings,
                country, operation if options.prefer_new else 0, len(compared.elsewhere), operation,
            )
        ],
    )  # fmt: skip
    return number


def _read_anew(store: Store, parsed: ParsedSheet, compared: Compared, *, stamped: str) -> Compared:
    """Count rows whose cells have not changed among the edited ones where they are understood in another way now."""
    if compared.source is None or not compared.unchanged:
        return compared
    ((headings, stamped_before),) = store.read(
        "SELECT headings, sha256 FROM source WHERE id = ?", [compared.source]
    )
    if headings == json_text(headings_of(parsed.columns)) and stamped_before[64:] == stamped[64:]:
        return compared
    before = {
        number: kept
        for number, *kept in store.read(
            "SELECT id, fields, status IN ('imported', 'gone'), key FROM source_row WHERE source_id = ?",
            [compared.source],
        )
    }
    text = json_writer()
    unchanged: list[tuple[int, KnownRow]] = []
    updated = list(compared.updated)
    for i, known in compared.unchanged:
        row = parsed.rows[i]
        same = before[known.id] == [text(row.fields), int(row.status == "ok"), row.key]
        (unchanged if same else updated).append((i, known))
    return replace(compared, unchanged=unchanged, updated=updated)


def _insert_rows(
    store: Store,
    parsed: ParsedSheet,
    prints: Sequence[int],
    *,
    which: Sequence[int],
    source: int,
    operation: int,
) -> None:
    first = store.allocate("source_row", len(which)) if which else 0
    leads = parsed.kind == "customers"
    text = json_writer()

    def rows() -> Iterator[tuple[object, ...]]:
        for n, i in enumerate(which):
            row = parsed.rows[i]
            lead = first + n if leads and row.status == "ok" else None
            yield (
                first + n, source, row.number, row.key, prints[i], text(row.cells), text(row.fields),
                STATUS[row.status], _reason(row.reason), lead, None, operation,
            )  # fmt: skip

    store.insert("source_row", ROW_COLUMNS, rows())


def _update_rows(store: Store, parsed: ParsedSheet, prints: Sequence[int], *, compared: Compared) -> None:
    # A row that merely moved within its file is unchanged, but we remember where it stands now.
    moved = [
        (known.id, parsed.rows[i].number)
        for i, known in compared.unchanged
        if known.number != parsed.rows[i].number
    ]
    store.update("source_row", "id, number", moved)
    returned = [(known.id, "imported", "") for i, known in compared.unchanged if known.status == "gone"]
    store.update("source_row", "id, status, reason", returned)
    edited = {known.id: parsed.rows[i] for i, known in compared.updated}
    if parsed.kind != "customers":
        forget_leads(store, {number: row.fields for number, row in edited.items()})
    text = json_writer()
    store.update(
        "source_row",
        "id, number, key, fingerprint, raw, fields, status, reason",
        [
            (
                known.id, parsed.rows[i].number, parsed.rows[i].key, prints[i], text(parsed.rows[i].cells),
                text(parsed.rows[i].fields), STATUS[parsed.rows[i].status], _reason(parsed.rows[i].reason),
            )
            for i, known in compared.updated
        ],
    )  # fmt: skip
    # A row that became readable is matched like a new one; one that no longer says who it is about belongs to nobody.
    if parsed.kind == "customers":
        store.update(
            "source_row", "id, lead", [(n, n if row.status == "ok" else None) for n, row in edited.items()]
        )
    lost = [number for number, row in edited.items() if row.status != "ok"]
    store.update("source_row", "id, lead, customer_id", [(number, None, None) for number in lost])
    left = _reason(say("no longer in the newest version of the file; kept"))
    store.update(
        "source_row", "id, status, reason", [(known.id, "gone", left) for known in _still_here(compared.gone)]
    )


def _still_here(rows: Sequence[KnownRow]) -> list[KnownRow]:
    return [row for row in rows if row.status == "imported"]


def headings_of(columns: Sequence[Column]) -> list[list[object]]:
    """Give what is kept of the columns of a sheet: heading, field, the name its values have, and its place."""
    return [[c.heading, c.field, c.key, c.index] for c in columns]


def json_text(value: object) -> str:
    """Give a value of a few parts as JSON."""
    return json.dumps(value, ensure_ascii=False)


def _reason(reason: Say | None) -> str:
    return json_text(reason.to_data()) if reason else ""


def _sheet_result(
    reading: Reading, table: Table, *, parsed: ParsedSheet, compared: Compared, source: int
) -> SheetResult:
    unchanged = {i for i, _ in compared.unchanged} | set(compared.elsewhere)
    updated = {i for i, _ in compared.updated}
    counts: dict[str, int] = defaultdict(int)
    notes = []
    for i, row in enumerate(parsed.rows):
        status = row.status
        if status != "ok":
            assert row.reason is not None
            notes.append(RowNote(row=row.number, status=status, why=row.reason, cells=tuple(row.cells)))
        elif i in unchanged:
            status = "unchanged"
        elif i in updated:
            status = "updated"
        counts[status] += 1
    extra = []
    if compared.elsewhere:
        extra.append(
            say(
                "{count} sales were already counted from another export of this till",
                count=len(compared.elsewhere),
            )
        )
    gone = len(_still_here(compared.gone))
    if compared.source is not None and (updated or compared.new or gone):
        edited = ", ".join(str(parsed.rows[i].number) for i in sorted(updated)[:12])
        extra.append(
            say(
                "{how}: {updated} rows edited, {new} new, {gone} no longer there",
                how=compared.how,
                updated=len(updated),
                new=len(compared.new),
                gone=gone,
            )
        )
        if edited:
            extra.append(say("edited rows: {rows}", rows=edited))
    if gone:
        extra.append(say("{count} rows are no longer in the file; they are kept in the list", count=gone))
    return SheetResult(
        file=table.grid.file,
        sheet=table.grid.sheet,
        kind=parsed.kind,
        source=source,
        rows_read=len(parsed.rows),
        rows_imported=counts["ok"],
        rows_updated=counts["updated"],
        rows_unchanged=counts["unchanged"],
        rows_skipped=counts["skipped"],
        rows_rejected=counts["rejected"],
        rows_gone=gone,
        rows_bad=sum(bool(row.fields.get("bad")) for row in parsed.rows if row.status == "ok"),
        how=compared.how,
        notes=(*reading.notes, *([reading.doubt] if reading.doubt else []), *parsed.notes, *extra),
        problems=parsed.problems,
        rows=tuple(notes),
        columns=tuple(
            SheetColumn(
                index=c.index,
                heading=c.heading,
                field=c.field,
                why=c.how,
                sample=_sample(parsed.rows, c.index),
            )
            for c in parsed.columns
        ),
    )


def _sample(rows: Sequence[ParsedRow], index: int) -> str:
    return next((row.cells[index] for row in rows if index < len(row.cells) and row.cells[index]), "")
