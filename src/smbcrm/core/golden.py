"""The golden record: one customer computed from all the rows that are his.

Survivorship, for a field that can hold one value: the owner's newest edit, then the source the owner prefers, then the source that
came first, then the more complete row, then the older row. Fields that can hold several values keep them all.
Nothing is lost by it: every row stays in the store as it was read.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from smbcrm.core.golden_values import EachOnce, fullest_name, main_phone, search_text

MULTI = ("phones", "emails", "addresses", "tags")
# Fields of a row that say nothing about who the customer is.
OF_THE_EVENT = frozenset(
    {
        "date",
        "amount",
        "order_id",
        "product",
        "quantity",
        "due_date",
        "kind",
        "text",
        "rating",
        "answers",
        "scale",
        "minutes",
        "billed",
        "issued",
        "unpaid",
        "crm_id",
        "currency",
        "discount",
        "return_of",
        "direction",
        "area",
        "about",
        "bad",
        "edit",
        "without",
        "why",
    }
)
FLAGS = ("do_not_contact", "archived")
# What a customer has a place of its own for, or what is gathered by itself.
_APART = frozenset({"name", "company", "city", "own_score", *FLAGS})
_NOT_SINGLE = OF_THE_EVENT | {"x", *MULTI}
_ELSEWHERE = _APART | _NOT_SINGLE
_TOTALS = ("total_spent", "order_count")
_FEW = 8  # rows
_UNSEARCHED = frozenset({"name", "first_name", "last_name", "unit"})


# Both are made once for each row or customer of a long list, and frozen ones take three times as long to make.
@dataclass(slots=True, kw_only=True)
class Row:
    """One row of a customer: `rank` of its source, the operation that brought it, and what was understood of it."""

    id: int
    rank: int
    operation: int
    owner: bool
    fields: Mapping[str, Any]
    source: int = 0
    event: bool = False  # a sale or the like, not an entry of a customer list


@dataclass(slots=True, kw_only=True)
class Golden:
    """The customer as he is shown. `fields` holds everything that has no place of its own."""

    lead: int
    rows: int
    name: str
    company: str
    phone: str
    email: str
    city: str
    tags: tuple[str, ...]
    own_score: float | None
    archived: bool
    do_not_contact: bool
    fields: Mapping[str, Any]
    search: str


def golden_record(rows: Sequence[Row], sound: Mapping[str, str] | None = None) -> Golden:
    """Compute a customer from his rows (at least one).

    `sound` may give the sound key of each name as written, so that a name is found in the other script.
    """
    if len(rows) == 1 and not rows[0].owner:
        return _of_one(rows[0], sound or {})
    return _of_several(rows, sound or {})


def _of_one(row: Row, sound: Mapping[str, str]) -> Golden:
    """Compute a customer from the one row he has, as most have: nothing can contradict it."""
    fields, rest = row.fields, dict[str, Any]()
    name, company, city = fields.get("name") or "", str(fields.get("company", "")), fields.get("city", "")
    shown = [name] if name else []
    shown += [one for one in (company, city) if one and isinstance(one, str)]
    for field, value in fields.items():
        if field not in _ELSEWHERE and (value or value == 0):
            rest[field] = value
            if isinstance(value, str) and field not in _UNSEARCHED:
                shown.append(value)
    phones, emails = _distinct(fields, "phones", rest), _distinct(fields, "emails", rest)
    addresses, tags = _distinct(fields, "addresses", rest), _distinct(fields, "tags", {})
    if custom := fields.get("x"):
        rest["x"] = custom
    return Golden(
        lead=row.id,
        rows=1,
        name=name or company,
        company=company,
        phone=main_phone(phones) if phones else "",
        email=emails[0] if emails else "",
        city=str(city),
        tags=tuple(tags),
        own_score=fields.get("own_score"),
        archived=bool(fields.get("archived")),
        do_not_contact=bool(fields.get("do_not_contact")),
        fields=rest,
        search=search_text(
            [*shown, *emails, *addresses, *tags], [name], phones, custom=custom or {}, sound=sound
        ),
    )


def _distinct(fields: Mapping[str, Any], field: str, into: dict[str, Any]) -> list[str]:
    """Give the values of a field that can hold several, each once, and put them where they are kept."""
    values = fields.get(field)
    if not values:
        return []
    kept = list(values)
    if len(kept) > 1:
        each = EachOnce()
        each.add(kept)
        kept = each.values
    into[field] = kept
    return kept


def _of_several(rows: Sequence[Row], sound: Mapping[str, str]) -> Golden:
    """Compute a customer from rows that may contradict each other."""
    ordered = sorted(rows, key=_seniority)
    owners = any(row.owner for row in rows)
    single, multi, custom = (_merged_with_edits if owners else _merged)(ordered)
    each = EachOnce()
    for row in ordered:
        if name := row.fields.get("name"):
            each.add([name])
    names = each.values
    if len(multi["addresses"]) < 2 and not any(row.fields.get("addresses") for row in rows):
        multi["addresses"] = []  # the one address has a place of its own
    for flag in FLAGS:  # the strictest wins, unless the owner himself said otherwise
        single[flag] = (owners or flag in single) and _flag(ordered, flag)
    name = single["name"] = fullest_name(
        single.get("name", ""), names, owner=owners and _owner_named(ordered)
    )
    single.update(account_totals(ordered))
    rest = {k: v for k, v in single.items() if k not in _APART and v not in ("", None)}
    rest.update({field: values for field, values in multi.items() if values and field != "tags"})
    if len(names) > 1:
        rest["names"] = names
    if custom:
        rest["x"] = custom
    return Golden(
        lead=_lead(rows),
        rows=sum(not _is_edit(row) for row in rows) if owners else len(rows),
        name=name or str(single.get("company", "")),
        company=str(single.get("company", "")),
        phone=main_phone(multi["phones"]),
        email=multi["emails"][0] if multi["emails"] else "",
        city=str(single.get("city", "")),
        tags=tuple(multi["tags"]),
        own_score=single.get("own_score"),
        archived=bool(single["archived"]),
        do_not_contact=bool(single["do_not_contact"]),
        fields=rest,
        search=search_text(
            [
                *names,
                *(v for k, v in single.items() if isinstance(v, str) and k not in _UNSEARCHED),
                *multi["emails"],
                *multi["addresses"],
                *multi["tags"],
            ],
            names,
            multi["phones"],
            custom=custom,
            sound=sound,
        ),
    )


def _lead(rows: Sequence[Row]) -> int:
    """Give the row that the customer is known by: his oldest entry of a list, else his oldest sale, and no edit where he has another."""
    return min((row.owner and _is_edit(row), row.event, row.id) for row in rows)[2]


_Merged: TypeAlias = tuple[dict[str, Any], dict[str, list[str]], dict[str, Any]]


def _merged(ordered: Sequence[Row]) -> _Merged:
    """Bring rows together that no edit of the owner's is among, as nearly all are: single values, several values, further columns."""
    single: dict[str, Any] = {}
    multi = {field: EachOnce() for field in MULTI}
    custom: dict[str, Any] = {}
    for row in ordered:
        fields = row.fields
        for field in fields:
            if field not in single and field not in _NOT_SINGLE:
                single[field] = fields[field]
        for field, kept in multi.items():
            if field == "addresses" and "address" in fields:
                _add_places(kept, fields)
            elif field in fields:
                kept.add(fields[field])
        if "x" in fields:
            for heading, text in fields["x"].items():
                custom.setdefault(heading, text)
    return single, {field: kept.values for field, kept in multi.items()}, custom


def _add_places(into: EachOnce, fields: Mapping[str, Any]) -> None:
    """Add the address and the further addresses of a row, in the order they stand in it."""
    if "addresses" not in fields:
        into.add_place(fields["address"])
        return
    for field, value in fields.items():
        if field == "address":
            into.add_place(value)
        elif field == "addresses":
            into.add(value)


def _merged_with_edits(ordered: Sequence[Row]) -> _Merged:
    """Bring rows together as `_merged` does, where the owner has edited: what he emptied stays empty."""
    single: dict[str, Any] = {}
    multi = {field: EachOnce() for field in MULTI}
    custom: dict[str, Any] = {}
    cleared: set[str] = set()  # what a newer edit of the owner's emptied: older values of it do not come back
    for row in ordered:
        for field, value in row.fields.items():
            if field in OF_THE_EVENT or field in cleared:
                continue
            if field == "x":
                for heading, text in value.items():
                    if f"x.{heading}" not in cleared:
                        custom.setdefault(heading, text)
            elif field == "address":
                single.setdefault(field, value)
                multi["addresses"].add_place(value)
            elif field in multi:
                kept = [one for one in value if f"{field}={one}" not in cleared] if cleared else value
                multi[field].add(kept)
            elif field not in single:
                single[field] = value
        cleared.update(row.fields.get("without", ()))
    return single, {field: kept.values for field, kept in multi.items()}, custom


def account_totals(ordered: Sequence[Row]) -> dict[str, float]:
    """Add what several rows of one list say of money and orders: two accounts of one customer. `ordered`: what counts most first.

    Two lists may hold the same sales, so they are never added: the list that counts most is taken, unless the owner said it himself. Rows
    that say the very same are one account listed twice.
    """
    found: dict[str, float] = {}
    for field in _TOTALS:
        telling = [row for row in ordered if isinstance(row.fields.get(field), (int, float))]
        if len(telling) < 2 or telling[0].owner:
            continue
        first = telling[0]
        accounts = [
            row.fields
            for row in telling
            if row.source == first.source and row.fields.get("unit") == first.fields.get("unit")
        ]
        found[field] = sum(account[field] for account in _each_once(accounts))
    return found


def _each_once(accounts: Sequence[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    """Give those that differ, the first of equal ones; of few each is simply held against those before it."""
    if len(accounts) <= _FEW:
        return [one for i, one in enumerate(accounts) if one not in accounts[:i]]
    differing: dict[Hashable, Mapping[str, Any]] = {}
    for one in accounts:
        differing.setdefault(_compared(one), one)
    return differing.values()


def _compared(value: Any) -> Hashable:
    """Give what two values are compared by, as two dictionaries and lists are equal: thousands of rows are not held against each other."""
    if isinstance(value, Mapping):
        return frozenset((key, _compared(one)) for key, one in value.items())
    return tuple(map(_compared, value)) if isinstance(value, list) else value


def _is_edit(row: Row) -> bool:
    return row.owner and bool(row.fields.get("edit"))


def _seniority(row: Row) -> tuple[int, ...]:
    if row.owner:
        return (0, -row.id) if _is_edit(row) else (1, 0, row.operation, -len(row.fields), row.id)
    return (1, -row.rank, row.operation, -len(row.fields), row.id)


def _owner_named(ordered: Sequence[Row]) -> bool:
    return any(_is_edit(row) and row.fields.get("name") for row in ordered)


def _flag(ordered: Sequence[Row], flag: str) -> bool:
    for row in ordered:
        if _is_edit(row) and flag in row.fields:
            return bool(row.fields[flag])
    return any(row.fields.get(flag) for row in ordered)
