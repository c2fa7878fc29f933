"""Rows that tell of something that happened: whose they are, and what they record."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from smbcrm.core.text import fold
from smbcrm.usecases.ports import Store


def follow_leads(store: Store, source: int) -> None:
    """Let the first row of each buyer stand for all of his: one buyer's hundred sales are matched once."""
    leads: dict[tuple[object, ...], tuple[int, int | None]] = {}
    waiting: list[tuple[int, int, int | None]] = []
    for number, lead, customer, text in store.read(
        "SELECT id, lead, customer_id, fields FROM source_row WHERE source_id = ? AND status = 'imported' ORDER BY id",
        [source],
    ):
        who = buyer(json.loads(text))
        if lead == number:
            leads.setdefault(who, (number, customer))
        elif lead is None:
            found = leads.setdefault(who, (number, customer))
            waiting.append((number, found[0], found[1]))
    store.update("source_row", "id, lead, customer_id", waiting)


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


def buyer(fields: Mapping[str, Any]) -> tuple[object, ...]:
    """Give what tells one buyer of a till from another: two rows with the same are led by the first."""
    return (
        fields.get("customer_code", ""),
        fold(str(fields.get("name", ""))),
        fold(str(fields.get("company", ""))),
        tuple(fields.get("phones", ())),
        tuple(fields.get("emails", ())),
    )


EVENT_TABLES = ("purchase", "interaction")
"""Where the rows of a sheet tell of something that happened."""


def write_events(store: Store, source: int, kind: str) -> None:
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
