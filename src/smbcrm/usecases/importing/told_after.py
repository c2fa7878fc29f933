"""What can be said of an import only when everybody is matched: whose the rows are, who is gone from a file, which edits stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from smbcrm.core.say import Say, say
from smbcrm.usecases.importing.import_results import KeptEdit, SheetResult
from smbcrm.usecases.ports import Store

SHOWN = 12


def told_after(store: Store, sheets: Sequence[SheetResult], *, operation: int) -> tuple[SheetResult, ...]:
    """Give the results of the sheets with what is known since everybody is matched."""
    kept: Mapping[int, Sequence[KeptEdit]] = {}
    if any(sheet.rows_updated for sheet in sheets):
        from smbcrm.usecases.versions.kept_edits import kept_edits

        kept = kept_edits(store, operation)
    told = []
    for sheet in sheets:
        counted = _with_people(store, sheet, operation=operation)
        full = replace(counted, gone=_gone(store, sheet), kept=tuple(kept.get(sheet.source, ())))
        told.append(replace(full, notes=(*full.notes, *_said(full), *_of_namesakes(store, sheet))))
    return tuple(told)


def arrived(store: Store, operation: int) -> int:
    """Count the rows that waited for their customer and have one since this operation."""
    ((count,),) = store.read(
        "SELECT count(DISTINCT b.id) FROM before_source_row b JOIN journal j ON j.id = b.entry JOIN source_row r ON r.id = b.id "
        "WHERE j.operation = ? AND b.status = 'waiting' AND r.customer_id IS NOT NULL",
        [operation],
    )
    return int(count)


def _with_people(store: Store, sheet: SheetResult, *, operation: int) -> SheetResult:
    """Count the new rows of a sheet of events by whose they are, and the rows that wait for somebody."""
    ((waiting,),) = store.read(
        "SELECT count(*) FROM source_row WHERE source_id = ? AND status <> 'imported' AND status = 'waiting'",
        [sheet.source],
    )
    if sheet.kind == "customers" or not sheet.rows_imported:
        return replace(sheet, rows_waiting=waiting)
    ((attached, made),) = store.read(_ATTACHED, [operation, *sheet.new_rows])
    return replace(sheet, rows_attached=attached, customers_made=made, rows_waiting=waiting)


# On the list is who was there before, or stands on a list of customers that came along.
_ATTACHED = """
WITH whose AS (
    SELECT customer_id, count(*) AS rows FROM source_row WHERE id BETWEEN ?2 AND ?3 AND customer_id IS NOT NULL
    AND status IN ('imported', 'gone') GROUP BY customer_id
), known AS (
    SELECT w.rows, EXISTS (
        SELECT 1 FROM source_row o JOIN source s ON s.id = o.source_id
        WHERE o.customer_id = w.customer_id AND (o.operation < ?1 OR s.kind IN ('customers', 'owner'))
    ) AS before FROM whose w
)
SELECT coalesce(sum(rows) FILTER (WHERE before), 0), count(*) FILTER (WHERE NOT before) FROM known
"""


def _of_namesakes(store: Store, sheet: SheetResult) -> Iterator[Say]:
    """Say which new rows of events name their customer by a name alone that others have as well: whose they are is not known."""
    if sheet.kind == "customers" or not sheet.rows_imported:
        return
    found = list(store.read(_NAMESAKES, [*sheet.new_rows]))
    if found:
        customers = ", ".join(f"C{customer}" for customer, _ in found[:SHOWN])
        yield say(
            "{count} {count:row names|rows name} a customer by a name that several have; {count:it is|they are} "
            "kept together as {customers} until you say whose {count:it is|they are}: `smbcrm merge same {id} WHO`",
            count=sum(rows for _, rows in found),
            customers=customers + (", ..." if len(found) > SHOWN else ""),
            id=f"C{found[0][0]}",
        )


_NAMESAKES = """
SELECT r.customer_id, count(*) FROM source_row r JOIN customer c ON c.id = r.customer_id
WHERE r.id BETWEEN ? AND ? AND c.archived = 0 AND c.phone = '' AND c.email = ''
AND c.name IN (SELECT name FROM customer WHERE archived = 0 AND name <> '' GROUP BY name HAVING count(*) > 1)
GROUP BY r.customer_id ORDER BY r.customer_id
"""


def _gone(store: Store, sheet: SheetResult) -> tuple[tuple[int, int, str], ...]:
    numbers = dict(sheet.gone_rows)
    if not numbers:
        return ()
    return tuple(
        (numbers[row], customer or 0, name or "")
        for row, customer, name in store.read(
            "SELECT r.id, c.id, c.name FROM source_row r LEFT JOIN customer c ON c.id = r.customer_id "
            "WHERE r.id IN (SELECT value FROM json_each(?)) ORDER BY r.id",
            [sorted(numbers)],
        )
    )


def _said(sheet: SheetResult) -> Iterator[Say]:
    if sheet.kind != "customers" and sheet.rows_imported:
        yield from _whose(sheet)
    if sheet.rows_waiting:
        yield say(
            "{count} {count:row names|rows name} nobody on the list: --create makes {count:a customer of it; else it waits|"
            "customers of them; else they wait} (`smbcrm sources rows --status waiting`)",
            count=sheet.rows_waiting,
        )
    if sheet.gone:
        who = "; ".join(
            dict.fromkeys(f"C{customer} {name}".strip() for _, customer, name in sheet.gone if customer)
        )
        names = _some(who)
        if sheet.kind == "customers":
            yield say("no longer in the file, kept on the list: {names}", names=names)
        else:
            yield say("no longer in the file, kept and still counted, rows of: {names}", names=names)
    for edit in sheet.kept[:SHOWN]:
        yield edit.told
    if len(sheet.kept) > SHOWN:
        yield say(
            "{count} more of your edits {count:is|are} kept; --format json names them",
            count=len(sheet.kept) - SHOWN,
        )


def _some(names: str) -> str:
    parts = names.split("; ")
    return "; ".join(parts[:SHOWN]) + (" ..." if len(parts) > SHOWN else "")


def _whose(sheet: SheetResult) -> Iterator[Say]:
    made = sheet.rows_imported - sheet.rows_attached - sheet.rows_waiting
    if sheet.rows_imported == 1:
        if sheet.rows_attached:
            yield say("the new row is of a customer on the list")
        elif made:
            yield say("the new row made a new customer")
    elif made > 0:
        yield say(
            "{attached} of {rows} new {rows:row|rows} {attached:is of a customer|are of customers} on the list, "
            "{made} {made:is|are} of {customers} new {customers:one|ones}",
            attached=sheet.rows_attached,
            rows=sheet.rows_imported,
            made=made,
            customers=sheet.customers_made,
        )
    else:
        yield say(
            "{attached} of {rows} new {rows:row|rows} {attached:is of a customer|are of customers} on the list",
            attached=sheet.rows_attached,
            rows=sheet.rows_imported,
        )
