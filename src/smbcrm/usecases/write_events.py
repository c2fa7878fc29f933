"""Write what the rows of a sheet tell of: sales, payments, contacts and answers, each in a table of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.owing import days_late
from smbcrm.core.values.paying import says_paid
from smbcrm.core.values.ratings import scale_of
from smbcrm.core.values.touches import direction_of, made_contact
from smbcrm.usecases.ports import Store

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTable:
    """Where events of a kind are kept, and how the fields of a row become one (without its id and row)."""

    name: str
    columns: str
    made: Callable[[Fields], tuple[object, ...]]


def write_events(
    store: Store,
    source: int,
    kind: str,
    *,
    fresh: Sequence[tuple[int, Fields]] = (),
    edited: Sequence[int] = (),
) -> None:
    """Write the events of new rows (id, fields), mend those of edited rows, and take out those of rows that tell nothing now."""
    table = EVENTS[kind]
    columns = f"id, row_id, {table.columns}"
    events = [(row, *table.made(fields)) for row, fields in fresh]
    events += _mend(store, table, edited) if edited else []
    if events:
        first = store.allocate(table.name, len(events))
        store.insert(table.name, columns, ((first + n, *event) for n, event in enumerate(events)))
    if kind == "ratings":
        _tell_scale(store, source)
    if kind == "payments":
        _tell_open(store, source)


def _mend(store: Store, table: EventTable, edited: Sequence[int]) -> list[tuple[object, ...]]:
    """Bring the events of edited rows up to date; give those of rows that had none."""
    lost = store.read(_LOST.format(table.name), [edited])
    store.delete(table.name, [number for (number,) in list(lost)])
    known = dict(store.read(_KNOWN.format(table.name), [edited]))
    missing, again = [], []
    for row, text in store.read(_TO_MEND, [edited]):
        event = (row, *table.made(json.loads(text)))
        if row in known:
            again.append((known[row], *event))
        else:
            missing.append(event)
    store.update(table.name, f"id, row_id, {table.columns}", again)
    return missing


_LOST = (
    "SELECT e.id FROM {0} e JOIN source_row r ON r.id = e.row_id WHERE r.id IN (SELECT value FROM json_each(?)) "
    "AND r.status NOT IN ('imported', 'waiting', 'gone')"
)
_KNOWN = "SELECT row_id, id FROM {0} WHERE row_id IN (SELECT value FROM json_each(?))"
_TO_MEND = "SELECT id, fields FROM source_row WHERE id IN (SELECT value FROM json_each(?)) AND status IN ('imported', 'waiting') ORDER BY id"


def _tell_scale(store: Store, source: int) -> None:
    """Give the answers whose cells tell no scale the one that the highest of them shows, in all versions of the survey."""
    bare = list(
        store.read(
            "SELECT a.id, a.value FROM rating a JOIN source_row r ON r.id = a.row_id "
            "WHERE r.source_id = ? AND a.value IS NOT NULL AND json_extract(r.fields, '$.scale') IS NULL",
            [source],
        )
    )
    scale = scale_of([value for _, value in bare])
    store.update("rating", "id, scale", [(number, scale) for number, _ in bare])


def _tell_open(store: Store, source: int) -> None:
    """Take the bills of a list that tells of others when they were paid for unpaid; a list that never tells it leaves that open."""
    bare = list(
        store.read(
            "SELECT p.id FROM payment p JOIN source_row r ON r.id = p.row_id WHERE r.source_id = ? AND p.paid IS NULL",
            [source],
        )
    )
    if bare and any(store.read(_TELLS_WHEN, [source])):
        store.update("payment", "id, paid", [(number, 0) for (number,) in bare])


_TELLS_WHEN = "SELECT 1 FROM payment p JOIN source_row r ON r.id = p.row_id WHERE r.source_id = ? AND p.date <> '' LIMIT 1"


def _purchase(fields: Fields) -> tuple[object, ...]:
    return (
        fields.get("date", ""), fields.get("amount"), fields.get("unit", ""), fields.get("order_id", ""), fields.get("product", ""),
        fields.get("quantity"),
    )  # fmt: skip


def _payment(fields: Fields) -> tuple[object, ...]:
    due, paid = fields.get("due_date", ""), fields.get("date", "")
    amount, billed = fields.get("amount"), fields.get("billed")
    settled = True if paid else says_paid(str(fields.get("status", "")))
    return (
        fields.get("order_id", ""), due, paid, billed if amount is None else amount, fields.get("unit", ""),
        days_late(due, paid), billed, None if settled is None else int(settled),
    )  # fmt: skip


def _interaction(fields: Fields) -> tuple[object, ...]:
    minutes = fields.get("minutes")
    return (
        fields.get("date", ""), made_contact(fields.get("kind", ""), minutes), fields.get("text", ""), minutes, None,
        direction_of(str(fields.get("kind", ""))),
    )  # fmt: skip


def _rating(fields: Fields) -> tuple[object, ...]:
    return (
        fields.get("date", ""), fields.get("rating"), fields.get("scale"), fields.get("product", ""), fields.get("text", ""),
    )  # fmt: skip


EVENTS = {
    "purchases": EventTable(
        name="purchase", columns="date, amount, unit, order_id, product, quantity", made=_purchase
    ),
    "payments": EventTable(
        name="payment", columns="order_id, due, date, amount, unit, days_late, billed, paid", made=_payment
    ),
    "interactions": EventTable(
        name="interaction", columns="date, kind, text, minutes, cost, direction", made=_interaction
    ),
    "ratings": EventTable(name="rating", columns="date, value, scale, about, text", made=_rating),
}
