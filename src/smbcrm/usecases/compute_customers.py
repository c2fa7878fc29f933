"""Compute customers from their rows, and write only those that came out differently."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from smbcrm.core.golden import Golden, Row, golden_record
from smbcrm.core.json_text import json_writer
from smbcrm.core.names import sound_key
from smbcrm.core.values.touches import MISSED
from smbcrm.usecases.leads import as_row
from smbcrm.usecases.ports import Store

CHUNK = 50_000
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
    store: Store, ids: Sequence[int], rows: Mapping[int, Sequence[Row]] | None = None
) -> Computed:
    """Recompute these customers from the rows linked to them now; one without rows vanishes.

    `rows` are the rows of every customer that has any, where they are at hand already.
    """
    new = changed = gone = 0
    ordered = sorted(set(ids))
    sums = main_unit(store)
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        existing = {
            number
            for (number,) in store.read(
                "SELECT id FROM customer WHERE id IN (SELECT value FROM json_each(?))", [chunk]
            )
        }
        records = list(_records(store, chunk, sums, rows))
        present = {record[0] for record in records}
        vanished = sorted(existing - present)
        for table in ("score", "tier", "customer"):
            removed = store.delete(table, vanished)
        gone += removed
        new += store.insert("customer", COLUMNS, [record for record in records if record[0] not in existing])
        changed += store.update("customer", COLUMNS, [record for record in records if record[0] in existing])
    return Computed(new=new, changed=changed, gone=gone)


def main_unit(store: Store) -> str:
    """Give the unit that the shop's money is counted in: the one most purchases have."""
    # Nearly all shops have one, and that is told four times as fast.
    for first, last in store.read("SELECT min(unit), max(unit) FROM purchase WHERE unit <> ''"):
        if first == last:
            return str(first or "")
    for (unit,) in store.read(
        "SELECT unit FROM purchase WHERE unit <> '' GROUP BY unit ORDER BY count(*) DESC, unit LIMIT 1"
    ):
        return str(unit)
    return ""


def main_country(store: Store) -> str:
    """Give the country that most sources were read for, in two letters; empty when none was known."""
    for (country,) in store.read(
        "SELECT country FROM source WHERE country <> '' GROUP BY country ORDER BY count(*) DESC, country LIMIT 1"
    ):
        return str(country)
    return ""


def customer_rows(store: Store, ids: Sequence[int]) -> Iterator[tuple[int, list[Row]]]:
    """Give each customer's rows that say who he is, by ascending customer id."""
    rows = store.read(
        "SELECT r.customer_id, r.id, s.rank, r.operation, s.kind, r.source_id, r.fields FROM source_row r "
        "JOIN source s ON s.id = r.source_id WHERE r.customer_id IN (SELECT value FROM json_each(?)) "
        "AND (r.lead IS NULL OR r.lead = r.id) ORDER BY r.customer_id, r.id",
        [list(ids)],
    )
    for customer, group in groupby(rows, key=lambda row: row[0]):
        yield (
            customer,
            [
                as_row(number, rank, operation, kind, json.loads(fields), source)
                for _, number, rank, operation, kind, source, fields in group
            ],
        )


def _records(
    store: Store, ids: Sequence[int], unit: str, rows: Mapping[int, Sequence[Row]] | None
) -> Iterator[tuple[object, ...]]:
    bought = _purchases(store, ids, unit)
    touched = dict(
        store.read(
            "SELECT r.customer_id, max(i.date) FROM source_row r JOIN interaction i ON i.row_id = r.id "
            f"WHERE i.kind <> '{MISSED}' AND r.customer_id IN (SELECT value FROM json_each(?)) GROUP BY r.customer_id",
            [list(ids)],
        )
    )
    text = json_writer()
    groups = customer_rows(store, ids) if rows is None else ((c, rows[c]) for c in ids if rows.get(c))
    for customer, own in groups:
        sounds = {name: sound_key(name) for row in own if (name := row.fields.get("name"))}
        golden = golden_record(own, sounds)
        yield _record(
            customer, golden, bought=bought.get(customer), touched=touched.get(customer) or "", text=text
        )


# Several lines of one bill are one purchase; what was taken back is none.
_TIME = (
    "CASE WHEN p.amount < 0 THEN NULL WHEN p.order_id <> '' THEN p.order_id || ' ' || p.date ELSE p.id END"
)


def _purchases(store: Store, ids: Sequence[int], unit: str) -> dict[int, tuple[Any, ...]]:
    """Give each customer's sum, count, first and last purchase; sums of another unit are left unknown, never added."""
    return {
        customer: tuple(rest)
        for customer, *rest in store.read(
            "SELECT r.customer_id, sum(CASE WHEN p.unit IN ('', ?) THEN p.amount END), "
            f"count(DISTINCT {_TIME}), min(nullif(p.date, '')), max(nullif(p.date, '')) "
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
) -> tuple[object, ...]:
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
        min(filter(None, [first, fields.get("first_purchase_date")]), default=None),
        max(filter(None, [last, fields.get("last_purchase_date")]), default=None),
        max(filter(None, [touched, fields.get("last_contact_date")]), default=None),
        int(golden.archived),
        int(golden.do_not_contact),
        text(fields),
        golden.search,
    )


def largest_known(*values: object) -> float | None:
    """Give the largest of several tellings of one thing, None when none is known."""
    known = [float(value) for value in values if isinstance(value, int | float)]
    return max(known, default=None)
