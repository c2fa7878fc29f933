"""Which rows of a list of ours, coming back, say nothing that the customer they name does not say already."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from smbcrm.core.golden import MULTI, OF_THE_EVENT
from smbcrm.core.phones import phone_key
from smbcrm.core.rows import ParsedSheet
from smbcrm.core.sheets.looks.own_export import values_of
from smbcrm.core.text import fold
from smbcrm.usecases.ports import Store

_AT_ONCE = 10_000
_PLAIN = ("name", "company", "city", "own_score", "do_not_contact")


def rows_without_news(store: Store, sheet: ParsedSheet) -> frozenset[int]:
    """Give the positions of the rows that name a customer by id and hold only what is known of him.

    An emptied cell is no news: importing takes nothing away. A list of another shop has other names under the same ids,
    so its rows are news. Of customers who were joined since, what they were before is known, too: the file may be older.
    """
    named = {
        i: int(text[1:])
        for i, row in enumerate(sheet.rows)
        if row.status == "ok"
        and (text := str(row.fields.get("crm_id", "")))[:1] == "C"
        and text[1:].isdecimal()
    }
    found: set[int] = set()
    places = list(named)
    for start in range(0, len(places), _AT_ONCE):
        some = places[start : start + _AT_ONCE]
        known = _customers(store, [named[i] for i in some])
        found.update(
            i
            for i in some
            if any(_says_nothing(sheet.rows[i].fields, customer) for customer in known[named[i]])
        )
    return frozenset(found)


def _customers(store: Store, numbers: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """Give what is known of customers by number: as they are, an absorbed one as who absorbed him, and as both were before."""
    wanted = sorted(set(numbers))
    known: dict[int, list[dict[str, Any]]] = {number: [] for number in wanted}
    for sql in (_AS_THEY_ARE, _BEFORE_THEY_WERE_JOINED):
        for number, text, tags, *plain in store.read(sql, [wanted]):
            customer = {**json.loads(text), **dict(zip(_PLAIN, plain, strict=True)), "tags": tags.split("; ")}
            known[number].append(customer)
    return known


_CELLS = ", ".join(f"c.{name}" for name in ("fields", "tags", *_PLAIN))
_AS_THEY_ARE = f"""
SELECT w.value, {_CELLS} FROM json_each(?) w
LEFT JOIN alias a ON a.id = w.value JOIN customer c ON c.id = coalesce(a.customer_id, w.value)
"""
_BEFORE_THEY_WERE_JOINED = f"""
WITH gone AS (
    SELECT a.id, a.customer_id, k.operation FROM alias a
    JOIN before_customer d ON d.id = a.id JOIN journal k ON k.id = d.entry WHERE k.action = 'delete'
), joined AS (SELECT id, operation FROM gone UNION SELECT customer_id, operation FROM gone)
SELECT c.id, {_CELLS} FROM joined g JOIN before_customer c ON c.id = g.id
JOIN journal j ON j.id = c.entry AND j.operation = g.operation WHERE g.id IN (SELECT value FROM json_each(?))
"""


def _says_nothing(fields: Mapping[str, Any], customer: Mapping[str, Any]) -> bool:
    return all(_is_known(name, value, customer) for name, value in fields.items() if name not in OF_THE_EVENT)


def _is_known(name: str, value: Any, customer: Mapping[str, Any]) -> bool:
    if name == "x":
        own = customer.get("x", {})
        return all(_same(text, own.get(key)) for key, text in value.items())
    if name in MULTI:
        held = [*customer.get(name, ()), *([customer.get("address", "")] if name == "addresses" else ())]
        held += [
            part for one in held for part in values_of(one)
        ]  # what is not understood may hold our own mark
        alike = _phone if name == "phones" else fold
        return {*map(alike, value)} <= {*map(alike, held)}
    if name == "name":
        return fold(value) in {fold(one) for one in (customer["name"], *customer.get("names", ()))}
    return _same(value, customer.get(name))


def _phone(value: str) -> str:
    """Give what two ways of writing one number share, its extension kept apart."""
    head, _, extension = value.partition(";ext=")
    return f"{phone_key(head) or fold(head)};{extension}"


def _same(new: Any, old: Any) -> bool:
    if isinstance(new, (int, float)) and isinstance(old, (int, float)):
        return abs(new - old) <= 1e-9 * max(1.0, abs(old))
    return bool(new == old)
