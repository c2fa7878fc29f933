"""What the owner notes of a customer: a sale, a bill, a payment, an answer. Each hangs on a row of the owner's own."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.say import Say, say
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.edit_customer import write_owner_row
from smbcrm.usecases.merging.compute_customers import compute_customers
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A record that was noted: its number, its customer, whether anything changed, and what is worth saying."""

    id: int
    customer: int
    name: str
    changed: bool = True
    notes: tuple[Say, ...] = ()


def note_row(store: Store, customer: int, fields: Mapping[str, Any], *, operation: int) -> int:
    """Write the owner's row that a record of his hangs on; what is empty is left out."""
    ((lead,),) = store.read("SELECT lead FROM customer WHERE id = ?", [customer])
    told = {"edit": True, **{name: value for name, value in fields.items() if value not in ("", None)}}
    return write_owner_row(store, told, anchor=lead, customer=customer, operation=operation)


def put(store: Store, table: str, row: int, values: Mapping[str, object]) -> int:
    """Insert one record on a row; give its number."""
    number = store.allocate(table)
    store.insert(table, f"id, row_id, {', '.join(values)}", [(number, row, *values.values())])
    return number


def name_of(store: Store, customer: int) -> str:
    """Give the name a customer is called by in a sentence."""
    ((name, phone),) = store.read("SELECT name, phone FROM customer WHERE id = ?", [customer])
    return str(name or phone)


def past_day(day: datetime.date, today: datetime.date) -> str:
    """Give a day as kept; raises UsageError for one that has not come."""
    if day > today:
        raise UsageError(
            say("{date} has not come yet", date=day.isoformat()),
            say("note what has happened; --today DATE if today is another day"),
        )
    return day.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Records that were taken out, of whom, and whether they came from a list."""

    customer: int | None
    name: str
    listed: str  # the row of the list it came from; empty for the owner's own
    also: int = 0  # bills that hung on the same sale


def remove_record(store: Store, table: str, number: int, *, what: Say, hint: Say) -> Removed:
    """Take out one record of a table; raises NotFoundError with `what` and `hint` when there is none of that number."""
    for row, customer, kind, ref in store.read(_WHERE.format(table), [number]):
        store.delete(table, [number])
        also = _bills_on(store, row) if table == "purchase" and kind == "owner" else []
        store.delete("invoice", also)
        if customer is not None:
            compute_customers(store, [customer])
        return Removed(
            customer=customer,
            name=name_of(store, customer) if customer is not None else "",
            listed="" if kind == "owner" else ref,
            also=len(also),
        )
    raise NotFoundError(what, hint)


def _bills_on(store: Store, row: int) -> list[int]:
    return [number for (number,) in store.read("SELECT id FROM invoice WHERE row_id = ?", [row])]


_WHERE = """
SELECT r.id, r.customer_id, s.kind, 's' || r.source_id || CASE r.status WHEN 'gone' THEN 'x' || r.id ELSE 'r' || r.number END
FROM {} e JOIN source_row r ON r.id = e.row_id JOIN source s ON s.id = r.source_id WHERE e.id = ?
"""


def removed_notes(removed: Removed) -> Iterator[Say]:
    """Say what goes along with a record that was taken out, and what may bring it back."""
    if removed.also:
        yield say("its bill goes with it")
    if removed.listed:
        yield say(
            "it came from row {ref}, which stays as it was read; a newer version of that list may bring it back",
            ref=removed.listed,
        )


def recompute_if_unit_changed(store: Store, before: str, after: str, customers: Sequence[int]) -> None:
    """Recompute everybody who bought, where the shop's main unit has become another; else these customers."""
    if before == after or not before:
        compute_customers(store, customers)
        return
    everybody = store.read(
        "SELECT DISTINCT r.customer_id FROM purchase p JOIN source_row r ON r.id = p.row_id WHERE r.customer_id IS NOT NULL"
    )
    compute_customers(store, sorted({*customers, *(number for (number,) in everybody)}))
