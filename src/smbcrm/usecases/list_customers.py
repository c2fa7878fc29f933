"""Choose customers and say which of their columns can be shown."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Protocol

from smbcrm.core.say import say
from smbcrm.core.selection import Selection
from smbcrm.errors import UsageError
from smbcrm.usecases.ports import Store

Filter = tuple[str, tuple[Any, ...]]


class Selecting(Store, Protocol):
    """A store that can also choose records by the owner's own expressions."""

    def select(
        self, view: str, columns: Sequence[str], *, selection: Selection, order: str, custom: dict[str, str]
    ) -> Iterator[tuple[Any, ...]]:
        """Give the chosen columns of the chosen records of a view."""
        ...


def list_customers(
    store: Selecting, columns: Sequence[str], selection: Selection
) -> Iterator[tuple[Any, ...]]:
    """Give the chosen customers, by ascending id unless told otherwise; removed customers are not among them."""
    on_list: Filter = ("archived = 0", ())
    chosen = replace(selection, filters=(on_list, *selection.filters))
    custom = custom_columns(store) if _asks_for_more(columns, chosen) else {}
    return store.select("list_records", columns, selection=chosen, order="customer", custom=custom)


def custom_columns(store: Store) -> dict[str, str]:
    """Give the columns a customer can have beside the usual ones: name -> path in his JSON fields."""
    from smbcrm.core.fields import FIELDS

    paths = {
        name: f"$.{name}"
        for field in FIELDS.values()
        if (name := field.key)
        and not field.sales
        and name not in {"name", "company", "city", "tags", "own_score"}
    }
    for (headings,) in store.read("SELECT headings FROM source ORDER BY id"):
        for heading, _field, key, *_ in json.loads(headings):
            for name in (
                key,
                heading,
            ):  # of a column we know, what was not understood is kept under its heading
                if name and name not in paths:
                    paths[name] = "$.x." + json.dumps(name, ensure_ascii=False)
    for (key,) in store.read(
        "SELECT DISTINCT e.key FROM source_row r, json_each(r.fields, '$.x') e WHERE r.status = 'owner'"
    ):
        paths.setdefault(key, "$.x." + json.dumps(key, ensure_ascii=False))
    return paths


def _asks_for_more(columns: Sequence[str], selection: Selection) -> bool:
    usual = {
        "id", "name", "company", "phone", "email", "city", "score", "own_score", "suggested_score", "tier",
        "last_interaction", "tags", "spend", "purchases", "first_purchase", "last_purchase", "rows", "do_not_contact",
    }  # fmt: skip
    return bool(selection.where) or not {*columns, *(key.lstrip("-+") for key in selection.sort)} <= usual


def tiers_named(text: str) -> tuple[str, ...]:
    """Read the tiers of `--tier A,B`; raises UsageError for one there is not."""
    tiers = tuple(part.strip().upper() for part in text.split(",") if part.strip())
    if not set(tiers) <= {"A", "B", "C", "D"}:
        raise UsageError(say("there is no tier {tier}", tier=text), say("the tiers are A, B, C and D"))
    return tiers


def customer_filters(
    *, tier: str, city: str, tag: str, min_score: float | None, not_contacted_since: datetime.date | None
) -> tuple[Filter, ...]:
    """Give the simple filters as conditions."""
    found: list[Filter] = []
    tiers = tiers_named(tier)
    if tiers:
        found.append((f"tier IN ({', '.join('?' * len(tiers))})", tiers))
    if city or tag:
        from smbcrm.core.text import fold
    if city:
        found.append(("fold(city) = ?", (fold(city),)))
    if tag:
        found.append(("'; ' || fold(tags) || '; ' LIKE '%; ' || ? || '; %'", (fold(tag),)))
    if min_score is not None:
        found.append(("score >= ?", (min_score,)))
    if not_contacted_since is not None:
        found.append(
            ("(last_interaction IS NULL OR last_interaction < ?)", (not_contacted_since.isoformat(),))
        )
    return tuple(found)
