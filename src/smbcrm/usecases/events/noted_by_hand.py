"""Sales and payments of a list that the owner has noted himself before, and rows of our own lists that come back: they count once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.rows import ParsedSheet
from smbcrm.core.sheets.versions.buyers import same_buyer
from smbcrm.core.text import fold
from smbcrm.usecases.ports import Store

_TABLES = {"purchases": "purchase", "payments": "payment"}
_CENT = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A sale or payment in the store, with what tells whose it is."""

    id: int
    number: str
    date: str
    amount: float | None
    who: Mapping[str, Any]


def noted_by_hand(store: Store, sheet: ParsedSheet, which: Sequence[int]) -> list[int]:
    """Give the rows, of those at these positions, that tell what the owner noted by hand or what our own list of it says.

    A row is the sale noted under its number when the buyer may be the same and the day or the amount is; several rows of a number
    are when their sum is. What the owner noted stands.
    """
    table = _TABLES.get(sheet.kind)
    if table is None or not which:
        return []
    fields = {i: sheet.rows[i].fields for i in which}
    found = _coming_back(store, table, fields)
    by_number: dict[str, list[int]] = defaultdict(list)
    for i, told in fields.items():
        if i not in found and (number := told.get("order_id")):
            by_number[fold(str(number))].append(i)
    if not by_number:
        return sorted(found)
    known: dict[str, list[_Known]] = defaultdict(list)
    for one in _by_hand(store, table):
        if (number := fold(one.number)) in by_number:
            known[number].append(one)
    for number, noted in known.items():
        mine = {i: fields[i] for i in by_number[number]}
        found |= _same_payments(mine, noted) if table == "payment" else _same_sales(mine, noted)
    return sorted(found)


def _same_sales(mine: Mapping[int, Mapping[str, Any]], noted: Sequence[_Known]) -> set[int]:
    found: set[int] = set()
    for one in noted:
        lines = {i: told for i, told in mine.items() if i not in found and _may_be(told, one)}
        whole = sum(float(told.get("amount") or 0) for told in lines.values())
        same_day = {i for i, told in lines.items() if told.get("date") == one.date}
        if one.amount is not None and abs(whole - one.amount) < _CENT:
            found |= set(lines)
            continue
        alike = [i for i, told in lines.items() if _equal(told.get("amount"), one.amount)]
        # With one line each, the day alone tells the sale: where the amounts differ, the owner's word stands.
        if alike:
            found.add(alike[0])
        elif len(lines) == len(noted) == 1 or len(noted) == 1 < len(same_day):
            found |= same_day
    return found


def _same_payments(mine: Mapping[int, Mapping[str, Any]], noted: Sequence[_Known]) -> set[int]:
    found: set[int] = set()
    for one in noted:
        for i, told in mine.items():
            if (
                i not in found
                and told.get("date") == one.date
                and _equal(told.get("amount"), one.amount)
                and _may_be(told, one)
            ):
                found.add(i)
                break
    return found


def _equal(one: Any, other: float | None) -> bool:
    return isinstance(one, int | float) and other is not None and abs(one - other) < _CENT


def _may_be(told: Mapping[str, Any], one: _Known) -> bool:
    return same_buyer({name: value for name, value in told.items() if name != "customer_code"}, one.who)


def _by_hand(store: Store, table: str) -> Iterator[_Known]:
    rows = store.read(
        f"SELECT e.id, e.order_id, e.date, e.amount, c.id, c.name, c.company, c.fields FROM source s "
        f"JOIN source_row r ON r.source_id = s.id JOIN {table} e ON e.row_id = r.id JOIN customer c ON c.id = r.customer_id "
        "WHERE s.kind = 'owner' AND e.order_id <> '' ORDER BY e.id"
    )
    return (_known(*row) for row in rows)


def _known(
    number: int,
    order: str,
    date: str,
    amount: float | None,
    customer: int,
    name: str,
    company: str,
    text: str,
) -> _Known:
    fields = json.loads(text)
    who = {
        "crm_id": f"C{customer}", "phones": fields.get("phones", ()), "emails": fields.get("emails", ()),
        "national_id": fields.get("national_id", ""), "name": name, "company": company,
    }  # fmt: skip
    return _Known(id=number, number=order, date=date, amount=amount, who=who)


def _coming_back(store: Store, table: str, fields: Mapping[int, Mapping[str, Any]]) -> set[int]:
    """Give the rows of a list of our own (`smbcrm purchase list`) whose record is here as they tell it."""
    numbered = {
        i: int(number)
        for i, told in fields.items()
        if "crm_id" in told and (number := str(dict(told.get("x") or {}).get(table, ""))).isdecimal()
    }
    if not numbered:
        return set()
    known = {
        number: (date, amount)
        for number, date, amount in store.read(
            f"SELECT id, date, amount FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
            [sorted(set(numbered.values()))],
        )
    }
    return {
        i
        for i, number in numbered.items()
        if number in known
        and fields[i].get("date", "") == known[number][0]
        and (fields[i].get("amount") == known[number][1] or _equal(fields[i].get("amount"), known[number][1]))
    }
