"""One buyer's hundred sales are matched once: the first row that names him stands for all of them."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from smbcrm.core.text import fold
from smbcrm.usecases.ports import Store

Buyer = tuple[object, ...]


def follow_leads(store: Store, source: int) -> None:
    """Let a row of each buyer stand for all of his, and give new rows the customer of the row that leads them."""
    leads: dict[Buyer, list[tuple[int, int | None]]] = defaultdict(list)
    alone: list[tuple[int, Buyer]] = []
    for number, lead, customer, text in store.read(
        "SELECT id, lead, customer_id, fields FROM source_row WHERE source_id = ? AND status IN ('imported', 'waiting', 'gone') "
        "AND (lead IS NULL OR lead = id) ORDER BY id",
        [source],
    ):
        who = buyer(json.loads(text))
        if lead is None:
            alone.append((number, who))
        else:
            leads[who].append((number, customer))
    if not alone:
        return
    chosen = _most_followed(store, {who: leads[who] for _, who in alone if who in leads})
    led = []
    for number, who in alone:
        lead, customer = chosen.setdefault(who, (number, None))
        led.append((number, lead, customer))
    store.update("source_row", "id, lead, customer_id", led)


def _most_followed(
    store: Store, leads: Mapping[Buyer, list[tuple[int, int | None]]]
) -> dict[Buyer, tuple[int, int | None]]:
    """Choose among several rows that lead the same buyer: one sale taken out of a customer leads no further ones."""
    several = [number for rows in leads.values() if len(rows) > 1 for number, _ in rows]
    followers: Counter[int] = Counter()
    if several:
        followers.update(
            dict(
                store.read(
                    "SELECT lead, count(*) FROM source_row WHERE lead IN (SELECT value FROM json_each(?)) GROUP BY lead",
                    [several],
                )
            )
        )
    return {who: max(rows, key=lambda row: (followers[row[0]], -row[0])) for who, rows in leads.items()}


def forget_leads(store: Store, edited: Mapping[int, Mapping[str, Any]]) -> None:
    """Part edited rows from whom they were led by, where they name somebody else now; `edited` holds their new fields.

    A row that led others lets them go too: they choose among themselves again, and keep the id they had if it is free.
    """
    parted = [
        number
        for number, text in store.read(
            "SELECT id, fields FROM source_row WHERE id IN (SELECT value FROM json_each(?))", [sorted(edited)]
        )
        if buyer(json.loads(text)) != buyer(edited[number])
    ]
    if not parted:
        return
    loose = store.read(
        "SELECT id, customer_id, home FROM source_row WHERE id IN (SELECT value FROM json_each(?)) "
        "OR lead IN (SELECT value FROM json_each(?))",
        [parted, parted],
    )
    store.update(
        "source_row",
        "id, lead, customer_id, home",
        [(number, None, None, customer if home is None else home) for number, customer, home in list(loose)],
    )


def buyer(fields: Mapping[str, Any]) -> Buyer:
    """Give what tells one buyer of a till from another: two rows with the same are led by the first."""
    return (
        fields.get("crm_id", ""),
        fields.get("customer_code", ""),
        fields.get("national_id", ""),
        fold(str(fields.get("name", ""))),
        fold(str(fields.get("company", ""))),
        tuple(_all(fields.get("phones"))),
        tuple(_all(fields.get("emails"))),
    )


def _all(values: Iterable[str] | None) -> Iterable[str]:
    return values or ()
