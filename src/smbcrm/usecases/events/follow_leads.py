"""One buyer's hundred sales are matched once: the first row that names him stands for all of them."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from smbcrm.core.text import fold
from smbcrm.usecases.ports import Store

Buyer = tuple[object, ...]
Fields = Mapping[str, Any]


def choose_leads(
    store: Store, source: int, rows: Iterable[tuple[int, Fields]], *, known: bool
) -> dict[int, tuple[int, int | None]]:
    """Give, for each new row (id, fields), the row that leads it and that one's customer: the buyer's first row, or itself.

    `known` tells that the source has rows already.
    """
    alone = [(number, buyer(fields)) for number, fields in rows]
    leads = _leads(store, source) if known and alone else {}
    chosen = _most_followed(store, {who: leads[who] for _, who in alone if who in leads})
    return {number: chosen.setdefault(who, (number, None)) for number, who in alone}


def follow_leads(store: Store, source: int) -> None:
    """Give rows of a source that are led by none the row that leads their buyer, and its customer."""
    alone = [
        (number, json.loads(text))
        for number, text in store.read(
            "SELECT id, fields FROM source_row WHERE source_id = ? AND status IN ('imported', 'waiting') AND lead IS NULL ORDER BY id",
            [source],
        )
    ]
    led = choose_leads(store, source, alone, known=True)
    store.update("source_row", "id, lead, customer_id", [(number, *lead) for number, lead in led.items()])


def _leads(store: Store, source: int) -> dict[Buyer, list[tuple[int, int | None]]]:
    leads: dict[Buyer, list[tuple[int, int | None]]] = defaultdict(list)
    for number, customer, text in store.read(
        "SELECT id, customer_id, fields FROM source_row WHERE source_id = ? AND status IN ('imported', 'waiting', 'gone') "
        "AND lead = id ORDER BY id",
        [source],
    ):
        leads[buyer(json.loads(text))].append((number, customer))
    return leads


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


def forget_leads(store: Store, edited: Mapping[int, Fields]) -> bool:
    """Part edited rows from whom they were led by, where they name somebody else now; `edited` holds their new fields.

    A row that led others lets them go too: they choose among themselves again, and keep the id they had if it is free.
    Tells whether there were any.
    """
    parted = [
        number
        for number, text in store.read(
            "SELECT id, fields FROM source_row WHERE id IN (SELECT value FROM json_each(?))", [sorted(edited)]
        )
        if buyer(json.loads(text)) != buyer(edited[number])
    ]
    if not parted:
        return False
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
    return True


def buyer(fields: Fields) -> Buyer:
    """Give what tells one buyer of a till from another: two rows with the same are led by the first."""
    return (
        fields.get("crm_id", ""),
        fields.get("customer_code", ""),
        fields.get("national_id", ""),
        fold(str(fields.get("name", ""))),
        fold(str(fields.get("company", ""))),
        tuple(fields.get("phones") or ()),
        tuple(fields.get("emails") or ()),
    )
