"""Totals of orders that a newer version of a list tells on other lines: each still counts once."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

from smbcrm.core.rows import ParsedSheet
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_rows import COUNTED
from smbcrm.usecases.versions.recognise_source import Compared


def with_moved_sums(store: Store, parsed: ParsedSheet, compared: Compared) -> Compared:
    """Count lines of orders that have not changed among the edited ones where the order's total stands on another line now.

    Which line has it depends on the lines around it, and whether there is one on the whole list. An order that has it as often as it
    should stays as it is, and so does one of which a line has left the file with the total on it.
    """
    if compared.source is None or not compared.unchanged or not parsed.sums_of_orders:
        return compared
    known_rows = store.read(
        "SELECT id, fields, status FROM source_row WHERE source_id = ?", [compared.source]
    )
    before = {number: json.loads(fields) for number, fields, status in known_rows if status in COUNTED}
    pairs = [(i, known) for i, known in compared.unchanged if known.id in before]
    here = {known.id for _, known in (*compared.unchanged, *compared.updated)}
    left = {
        fields.get("order_id") for number, fields in before.items() if number not in here and _sum(fields)
    }
    now = {i: parsed.rows[i].fields for i in [*compared.new, *(i for i, _ in (*compared.updated, *pairs))]}
    told = Counter(fields.get("order_id") for fields in now.values() if _sum(fields))
    kept = {known.id: i for i, known in pairs}
    held = Counter(before[number].get("order_id") for number in kept if _sum(before[number]))
    others = now.keys() - set(kept.values())
    held.update(now[i].get("order_id") for i in others if _sum(now[i]))
    moved = [
        (i, known)
        for i, known in pairs
        if _sum(now[i]) != _sum(before[known.id])
        and (order := now[i].get("order_id")) not in left
        and told[order] != held[order]
    ]
    if not moved:
        return compared
    places = {i for i, _ in moved}
    return replace(
        compared,
        unchanged=[pair for pair in compared.unchanged if pair[0] not in places],
        updated=[*compared.updated, *moved],
        anew=compared.anew | places,
    )


def _sum(fields: dict[str, object]) -> bool:
    return fields.get("amount") is not None
