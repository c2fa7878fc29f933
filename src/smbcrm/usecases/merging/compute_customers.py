"""Compute customers from their rows, and write only those that came out differently."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any, TypeAlias

from smbcrm.core.beside import made_beside
from smbcrm.core.golden import Golden, Row, golden_record
from smbcrm.core.json_text import json_writer
from smbcrm.core.naming.sounds import sound_key
from smbcrm.core.values.touches import MISSED
from smbcrm.usecases.holds_any import holds_any
from smbcrm.usecases.mainly import main_unit
from smbcrm.usecases.merging.leads import as_row
from smbcrm.usecases.ports import Store

CHUNK = 50_000
Record: TypeAlias = tuple[object, ...]
_TOGETHER = 1_000  # customers
COLUMNS = (
    "id, lead, rows, name, company, phone, email, city, tags, own_score, spend, purchases, first_purchase, last_purchase, "
    "last_interaction, archived, do_not_contact, fields, search"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """How many customers appeared, changed and vanished."""

    new: int
    changed: int
    gone: int


def compute_customers(
    store: Store,
    ids: Sequence[int],
    rows: Callable[[int], Sequence[Row]] | None = None,
    ahead: Iterator[Record] | None = None,
) -> Computed:
    """Recompute these customers from the rows linked to them now; one without rows vanishes.

    `rows` gives the rows of a customer, where they are at hand already; `ahead` their records, see `computed_ahead`.
    """
    new = changed = gone = 0
    ordered = sorted(set(ids))
    sums = main_unit(store)
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        if ahead is not None:
            new += store.insert("customer", COLUMNS, _up_to(chunk[-1], ahead))
            continue
        existing = _existing(store, chunk)
        with _records(store, chunk, sums, rows) as records:
            if not existing:  # a first import: they are written while more of them are computed
                new += store.insert("customer", COLUMNS, records)
                continue
            made = list(records)
        present = {record[0] for record in made}
        vanished = sorted(existing - present)
        for table in ("score", "tier", "customer"):
            removed = store.delete(table, vanished)
        gone += removed
        new += store.insert("customer", COLUMNS, [record for record in made if record[0] not in existing])
        changed += store.update("customer", COLUMNS, [record for record in made if record[0] in existing])
    return Computed(new=new, changed=changed, gone=gone)


@contextmanager
def computed_ahead(
    store: Store, ids: Sequence[int], rows: Callable[[int], Sequence[Row]] | None
) -> Iterator[Iterator[Record] | None]:
    """Give the records of customers (ascending) that are new, computed from now on beside what is written before them.

    Gives None where they cannot be known yet: sales and contacts count once they are linked.
    """
    if rows is None:
        yield None
        return
    if holds_any(store, "purchase") or holds_any(store, "interaction") or _existing(store, ids):
        yield None
        return
    with _records(store, ids, "", rows) as records:
        yield records


def _up_to(last: int, records: Iterator[Record]) -> Iterator[Record]:
    for record in records:
        yield record
        if record[0] == last:
            return


def _existing(store: Store, ids: Sequence[int]) -> set[int]:
    if not holds_any(store, "customer"):
        return set()
    return {
        number
        for (number,) in store.read(
            "SELECT id FROM customer WHERE id IN (SELECT value FROM json_each(?))", [list(ids)]
        )
    }


def customer_rows(store: Store, ids: Sequence[int]) -> Iterator[tuple[int, list[Row]]]:
    """Give each customer's rows that say who he is, by ascending customer id."""
    return map(_understood, _kept_rows(store, ids))


def _kept_rows(store: Store, ids: Sequence[int]) -> Iterator[tuple[int, list[tuple[Any, ...]]]]:
    """Give each customer's rows as they are kept."""
    rows = store.read(
        "SELECT r.customer_id, r.id, s.rank, r.operation, s.kind, r.source_id, r.fields FROM source_row r "
        "JOIN source s ON s.id = r.source_id WHERE r.customer_id IN (SELECT value FROM json_each(?)) "
        "AND (r.lead IS NULL OR r.lead = r.id) ORDER BY r.customer_id, r.id",
        [list(ids)],
    )
    for customer, group in groupby(rows, key=lambda row: row[0]):
        yield customer, list(group)


def _understood(kept: tuple[int, Sequence[tuple[Any, ...]]]) -> tuple[int, list[Row]]:
    customer, rows = kept
    return customer, [
        as_row(number, rank, operation, kind, json.loads(fields), source)
        for _, number, rank, operation, kind, source, fields in rows
    ]


@contextmanager
def _records(
    store: Store, ids: Sequence[int], unit: str, rows: Callable[[int], Sequence[Row]] | None
) -> Iterator[Iterator[Record]]:
    """Give the records of customers by ascending id, computed beside what is done with them."""
    bought = _purchases(store, ids, unit) if holds_any(store, "purchase") else {}
    touched = _touched(store, ids) if holds_any(store, "interaction") else {}
    kept = list(_kept_rows(store, ids)) if rows is None else ()
    count = len(ids if rows else kept)
    text = json_writer()

    def computed(which: slice) -> list[Record]:
        groups = (
            map(_understood, kept[which])
            if rows is None
            else ((c, own) for c in ids[which] if (own := rows(c)))
        )
        return [
            _record(
                customer,
                golden_record(
                    own, {name: sound_key(name) for row in own if (name := row.fields.get("name"))}
                ),
                bought=bought.get(customer),
                touched=touched.get(customer) or "",
                text=text,
            )
            for customer, own in groups
        ]

    with made_beside(
        lambda: (computed(slice(start, start + _TOGETHER)) for start in range(0, count, _TOGETHER)),
        rows=len(ids),
    ) as pieces:
        yield chain.from_iterable(pieces)


# Several lines of one bill are one purchase; what was taken back is none.
_TIME = (
    "CASE WHEN p.amount < 0 THEN NULL WHEN p.order_id <> '' THEN p.order_id || ' ' || p.date ELSE p.id END"
)
_DAY = "CASE WHEN p.amount < 0 THEN NULL ELSE nullif(p.date, '') END"


def _touched(store: Store, ids: Sequence[int]) -> dict[int, str]:
    """Give the day of each customer's last contact that was not missed."""
    return dict(
        store.read(
            "SELECT r.customer_id, max(i.date) FROM source_row r JOIN interaction i ON i.row_id = r.id "
            f"WHERE i.kind <> '{MISSED}' AND r.customer_id IN (SELECT value FROM json_each(?)) GROUP BY r.customer_id",
            [list(ids)],
        )
    )


def _purchases(store: Store, ids: Sequence[int], unit: str) -> dict[int, tuple[Any, ...]]:
    """Give each customer's sum, count, first and last purchase; sums of another unit are left unknown, never added."""
    return {
        customer: tuple(rest)
        for customer, *rest in store.read(
            "SELECT r.customer_id, sum(CASE WHEN p.unit IN ('', ?) THEN p.amount END), "
            f"count(DISTINCT {_TIME}), min({_DAY}), max({_DAY}) "
            "FROM source_row r JOIN purchase p ON p.row_id = r.id "
            "WHERE r.customer_id IN (SELECT value FROM json_each(?)) GROUP BY r.customer_id",
            [unit, list(ids)],
        )
    }


def _record(
    customer: int,
    golden: Golden,
    *,
    bought: Sequence[Any] | None,
    touched: str,
    text: Callable[[object], str],
) -> Record:
    fields = golden.fields
    spend, purchases, first, last = bought or (None, None, None, None)
    # A total on the owner's list may hold the same sales as the till, so the two are never added: the larger one counts.
    spend = largest_known(spend, fields.get("total_spent"))
    purchases = largest_known(purchases, fields.get("order_count"))
    return (
        customer,
        golden.lead,
        golden.rows,
        golden.name,
        golden.company,
        golden.phone,
        golden.email,
        golden.city,
        "; ".join(golden.tags),
        golden.own_score,
        spend,
        None if purchases is None else int(purchases),
        _day(min, first, fields.get("first_purchase_date")),
        _day(max, last, fields.get("last_purchase_date")),
        _day(max, touched, fields.get("last_contact_date")),
        int(golden.archived),
        int(golden.do_not_contact),
        text(fields),
        golden.search,
    )


def _day(choose: Callable[[Any, Any], Any], told: object, listed: object) -> object:
    """Give the one of two days that is chosen, or the only one that is known."""
    return choose(told, listed) if told and listed else told or listed or None


def largest_known(*values: object) -> float | None:
    """Give the largest of several tellings of one thing, None when none is known."""
    found = None
    for value in values:
        if isinstance(value, int | float) and (found is None or value > found):
            found = float(value)
    return found
