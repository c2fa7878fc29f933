"""Bring sheets into the store: every row kept as read, understood, and linked to its customer."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from smbcrm.core.grid import Grid, Problem
from smbcrm.core.headers import HeaderTable
from smbcrm.core.layout import LayoutOptions, NotATable, Table, find_table
from smbcrm.core.rows import ParsedRow, ParsedSheet, parse_table
from smbcrm.core.say import Say, say
from smbcrm.core.text import fold
from smbcrm.errors import DecisionNeededError, SmbcrmError, UnreadableError, UsageError
from smbcrm.usecases.compute_customers import compute_customers
from smbcrm.usecases.merge_rows import Merged, merge_rows
from smbcrm.usecases.ports import Store
from smbcrm.usecases.recognise_source import Compared, KnownRow, compare_sheet, fingerprint

ROW_COLUMNS = (
    "id, source_id, number, key, fingerprint, raw, fields, status, reason, lead, customer_id, operation"
)


class Reading(Protocol):
    """What a reader gives of one file."""

    @property
    def file(self) -> str:
        """The base name."""

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Its sheets."""

    @property
    def notes(self) -> tuple[Say, ...]:
        """What was noticed about the file as a whole."""

    @property
    def sha256(self) -> str:
        """Of its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """How the owner wants files to be read, where he said so."""

    as_kind: str = ""
    sheet: str = ""
    all_sheets: bool = False
    header_row: int | None = None
    no_header: bool = False
    date_order: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    country: str = ""
    source: str = ""
    prefer_new: bool = False
    merge: bool = True
    strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowNote:
    """A row that was not simply taken: where it is, what became of it, and why."""

    row: int
    status: str  # skipped, rejected
    why: Say
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetResult:
    """What was done with every row of one sheet; `rows_read` is the sum of the five counts."""

    file: str
    sheet: str
    kind: str
    source: int
    rows_read: int
    rows_imported: int
    rows_updated: int
    rows_unchanged: int
    rows_skipped: int
    rows_rejected: int
    rows_gone: int
    how: Say
    notes: tuple[Say, ...]
    problems: tuple[Problem, ...]
    rows: tuple[RowNote, ...]
    columns: tuple[tuple[str, str, str, str], ...]  # heading, field, why, a sample


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A sheet that was not imported, and why."""

    file: str
    sheet: str
    rows: int
    reason: Say


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The whole import."""

    sheets: tuple[SheetResult, ...]
    left_out: tuple[LeftOut, ...]
    merged: Merged


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
        for grid in reading.grids:
            table = _table_of(grid, headers, options, left_out, asking)
            if table is None:
                continue
            unmapped &= set(table.unmapped)
            parsed = parse_table(table, country=options.country, date_order=options.date_order)
            sheets.append(
                _store_sheet(store, reading, table, parsed=parsed, options=options, operation=operation)
            )
    if not sheets:
        raise _nothing_recognised(left_out, asking)
    if unmapped:
        raise UsageError(
            say("no sheet has the column named for {fields} with --map", fields=", ".join(sorted(unmapped))),
            say("name a heading or a column letter; `smbcrm import FILE --dry-run` shows them"),
        )
    if options.strict and any(sheet.rows_rejected for sheet in sheets):
        raise _strict(sheets)
    merged = merge_rows(store, only_new=True, join=options.merge)
    _recompute_touched(store, operation)
    return Imported(sheets=tuple(sheets), left_out=tuple(left_out), merged=merged)


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
        asking.append((_place(grid.file, grid.sheet), found))
    return None


def _place(file: str, sheet: str) -> str:
    return f"{file}: {sheet}" if sheet else file


def _nothing_recognised(left_out: Sequence[LeftOut], asking: Sequence[tuple[str, NotATable]]) -> SmbcrmError:
    if asking:
        place, first = asking[0]
        return DecisionNeededError(
            say("{place}: {reason}; nothing was imported", place=place, reason=first.reason),
            say("say which column is which: --map name=A --map mobile=B, or --header-row N, or --no-header"),
        )
    if left_out:
        return UnreadableError(
            say(
                "{place}: {reason}; nothing was imported",
                place=_place(left_out[0].file, left_out[0].sheet),
                reason=left_out[0].reason,
            ),
            say("give a file with one row for each customer and a line of headings above them"),
        )
    return UnreadableError(
        say("no table was found"), say("give a spreadsheet or csv file with customers in it")
    )


def _strict(sheets: Sequence[SheetResult]) -> UnreadableError:
    bad = sum(sheet.rows_rejected for sheet in sheets)
    return UnreadableError(
        say("{count} rows are damaged and --strict is on; nothing was imported", count=bad),
        say("leave --strict out to import the good rows, or mend these"),
    )


def _store_sheet(
    store: Store,
    reading: Reading,
    table: Table,
    *,
    parsed: ParsedSheet,
    options: ImportOptions,
    operation: int,
) -> SheetResult:
    grid = table.grid
    prints = [fingerprint(row.cells) for row in parsed.rows]
    compared = compare_sheet(store, parsed, prints, name=options.source, file=_place(grid.file, grid.sheet))
    source = _write_source(
        store, reading, table, parsed=parsed, compared=compared, options=options, operation=operation
    )
    _insert_rows(store, parsed, prints, which=compared.new, source=source, operation=operation)
    _update_rows(store, parsed, prints, compared=compared)
    if parsed.kind != "customers":
        _follow_leads(store, source)
        _write_events(store, source, parsed.kind)
    return _sheet_result(reading, table, parsed=parsed, compared=compared, source=source)


def _write_source(
    store: Store,
    reading: Reading,
    table: Table,
    *,
    parsed: ParsedSheet,
    compared: Compared,
    options: ImportOptions,
    operation: int,
) -> int:
    headings = json.dumps([[c.heading, c.field, c.key] for c in parsed.columns], ensure_ascii=False)
    country = parsed.country
    if compared.source is not None:
        row: tuple[object, ...] = (compared.source, table.grid.file, reading.sha256, headings, country)
        changed = store.update("source", "id, file, sha256, headings, country", [row])
        if changed or compared.updated or compared.new:
            store.update("source", "id, operation", [(compared.source, operation)])
        return compared.source
    number = store.allocate("source")
    name = options.source or _place(table.grid.file, table.grid.sheet)
    store.insert(
        "source",
        "id, name, kind, file, sheet, signature, sha256, headings, country, rank, operation",
        [
            (
                number, name, parsed.kind, table.grid.file, table.grid.sheet, parsed.signature, reading.sha256, headings,
                country, operation if options.prefer_new else 0, operation,
            )
        ],
    )  # fmt: skip
    return number


def _recompute_touched(store: Store, operation: int) -> None:
    """Recompute the customers who were there before and have new or edited rows now."""
    customers = store.read(
        "SELECT DISTINCT r.customer_id FROM source_row r JOIN source_row l ON l.id = r.lead "
        "WHERE r.operation = ? AND l.operation < ? "
        "UNION SELECT DISTINCT r.customer_id FROM before_source_row b JOIN journal j ON j.id = b.entry "
        "JOIN source_row r ON r.id = b.id WHERE j.operation = ? AND b.fingerprint <> r.fingerprint",
        [operation, operation, operation],
    )
    compute_customers(store, [number for (number,) in customers if number is not None])


STATUS = {"ok": "imported", "skipped": "skipped", "rejected": "rejected"}


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

    def rows() -> Iterator[tuple[object, ...]]:
        for n, i in enumerate(which):
            row = parsed.rows[i]
            lead = first + n if leads and row.status == "ok" else None
            yield (
                first + n, source, row.number, row.key, prints[i], _json(row.cells), _json(row.fields),
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
    store.update(
        "source_row",
        "id, number, key, fingerprint, raw, fields, status, reason",
        [
            (
                known.id, parsed.rows[i].number, parsed.rows[i].key, prints[i], _json(parsed.rows[i].cells),
                _json(parsed.rows[i].fields), STATUS[parsed.rows[i].status], _reason(parsed.rows[i].reason),
            )
            for i, known in compared.updated
        ],
    )  # fmt: skip
    left = _reason(say("no longer in the newest version of the file; kept"))
    store.update(
        "source_row", "id, status, reason", [(known.id, "gone", left) for known in _still_here(compared.gone)]
    )


def _still_here(rows: Sequence[KnownRow]) -> list[KnownRow]:
    return [row for row in rows if row.status == "imported"]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _reason(reason: Say | None) -> str:
    return _json(reason.to_data()) if reason else ""


def _follow_leads(store: Store, source: int) -> None:
    """Let the first row of each buyer stand for all of his: one buyer's hundred sales are matched once."""
    leads: dict[tuple[object, ...], tuple[int, int | None]] = {}
    waiting: list[tuple[int, int, int | None]] = []
    for number, lead, customer, text in store.read(
        "SELECT id, lead, customer_id, fields FROM source_row WHERE source_id = ? AND status = 'imported' ORDER BY id",
        [source],
    ):
        buyer = _buyer(json.loads(text))
        if lead == number:
            leads.setdefault(buyer, (number, customer))
        elif lead is None:
            found = leads.setdefault(buyer, (number, customer))
            waiting.append((number, found[0], found[1]))
    store.update("source_row", "id, lead, customer_id", waiting)


def _buyer(fields: Mapping[str, Any]) -> tuple[object, ...]:
    return (
        fields.get("customer_code", ""),
        fold(str(fields.get("name", ""))),
        fold(str(fields.get("company", ""))),
        tuple(fields.get("phones", ())),
        tuple(fields.get("emails", ())),
    )


def _write_events(store: Store, source: int, kind: str) -> None:
    """Write the purchases (or interactions) of rows that have none yet, and mend those whose row was edited."""
    if kind == "purchases":
        table, columns, made = "purchase", "id, row_id, date, amount, unit, order_id, product", _purchase
    elif kind == "interactions":
        table, columns, made = "interaction", "id, row_id, date, kind, text, minutes, cost", _interaction
    else:
        return  # payments and ratings keep their fields on the row
    known: dict[int, int] = defaultdict(int)
    known.update(
        store.read(
            f"SELECT e.row_id, e.id FROM {table} e JOIN source_row r ON r.id = e.row_id WHERE r.source_id = ?",
            [source],
        )
    )
    fresh, again = [], []
    for number, text in store.read(
        "SELECT id, fields FROM source_row WHERE source_id = ? AND status = 'imported' ORDER BY id", [source]
    ):
        event = made(number, json.loads(text))
        if number in known:
            again.append((known[number], *event))
        else:
            fresh.append(event)
    store.update(table, columns, again)
    if fresh:
        first = store.allocate(table, len(fresh))
        store.insert(table, columns, [(first + n, *event) for n, event in enumerate(fresh)])


def _purchase(row: int, fields: Mapping[str, Any]) -> tuple[object, ...]:
    return (
        row, fields.get("date", ""), fields.get("amount"), fields.get("unit", ""), fields.get("order_id", ""),
        fields.get("product", ""),
    )  # fmt: skip


def _interaction(row: int, fields: Mapping[str, Any]) -> tuple[object, ...]:
    return (
        row,
        fields.get("date", ""),
        fields.get("kind", ""),
        fields.get("text", ""),
        fields.get("minutes"),
        None,
    )


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
        how=compared.how,
        notes=(*reading.notes, *parsed.notes, *extra),
        problems=parsed.problems,
        rows=tuple(notes),
        columns=tuple(
            (c.heading, c.field, str(c.how), _sample(parsed.rows, c.index)) for c in parsed.columns
        ),
    )


def _sample(rows: Sequence[ParsedRow], index: int) -> str:
    return next((row.cells[index] for row in rows if index < len(row.cells) and row.cells[index]), "")
