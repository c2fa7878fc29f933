"""Give customers whole, so that a file of them can be read back: every field, and every value of those that have several."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from smbcrm.core.fields import FIELDS
from smbcrm.core.selection import Filter, Selection
from smbcrm.core.sheets.looks.own_export import MORE, field_of_ours
from smbcrm.usecases.list_customers import Selecting, asked_for, custom_columns, list_customers
from smbcrm.usecases.ports import Store

_LISTS = frozenset({"phones", "emails", "addresses", "names"})
_ELSEWHERE = frozenset({*_LISTS, "pinned_tier", "x"})
_ORDER = {name: place for place, name in enumerate(field.key for field in FIELDS.values())}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The columns of an export, by name, and its rows; `custom` are the columns the owner named himself."""

    columns: tuple[str, ...]
    custom: frozenset[str]
    rows: Iterator[Sequence[Any]]


def export_customers(
    store: Selecting, usual: Sequence[str], selection: Selection, *, every: bool, persian: bool = False
) -> Exported:
    """Give the chosen customers in the `usual` columns and all others that somebody fills.

    With `every`, `phone` and `email` hold all phones and e-mails, and further addresses have columns of their own.
    `persian` tells that the headings will be Persian. Columns that the selection names are given as `list` gives them.
    """
    if selection.columns:
        several = [place for place, name in enumerate(selection.columns) if name in _LISTS]
        rows = (_opened(row, several) for row in list_customers(store, selection.columns, selection))
        return Exported(columns=selection.columns, custom=frozenset(), rows=rows)
    usual = list(usual)
    if every and any(store.read("SELECT 1 FROM customer WHERE do_not_contact AND NOT archived LIMIT 1")):
        usual.append("do_not_contact")
    fields, own = _filled(store)
    makers: list[tuple[str, Callable[[Mapping[str, Any]], Any]]] = [
        (name, _reading(name)) for name in fields if name not in usual
    ]
    if every:
        makers += [
            (f"address {place + 2} (other)", _other_address(place)) for place in range(_most_addresses(store))
        ]
    named = {_own_name(key, persian=persian): key for key in own}
    makers += [(name, _reading_own(key)) for name, key in named.items()]
    replaced = {"phone": "phones", "email": "emails"} if every else {}
    return Exported(
        columns=(*usual, *(name for name, _ in makers)),
        custom=frozenset(named),
        rows=_rows(store, usual, [make for _, make in makers], selection=selection, replaced=replaced),
    )


def _rows(
    store: Selecting,
    usual: Sequence[str],
    makers: Sequence[Callable[[Mapping[str, Any]], Any]],
    *,
    selection: Selection,
    replaced: Mapping[str, str],
) -> Iterator[list[Any]]:
    on_list: Filter = ("archived = 0", ())
    chosen = replace(selection, filters=(on_list, *selection.filters))
    custom = custom_columns(store, asked_for((), chosen)) if chosen.where or chosen.sort else {}
    places = [(usual.index(name), key) for name, key in replaced.items() if name in usual]
    flag = usual.index("do_not_contact") if "do_not_contact" in usual else None
    for *values, text in store.select(
        "list_records", [*usual, "fields"], selection=chosen, order="customer", custom=custom
    ):
        fields = json.loads(text)
        for place, key in places:
            values[place] = fields.get(key)
        if flag is not None:
            values[flag] = True if values[flag] else None
        values.extend(make(fields) for make in makers)
        yield values


def _filled(store: Store) -> tuple[list[str], list[str]]:
    """Give the names of the single-valued fields that somebody has, in the order of their table, and of the owner's columns."""
    fields = {
        key
        for (key,) in store.read(
            "SELECT DISTINCT e.key FROM customer c, json_each(c.fields) e "
            "WHERE c.archived = 0 AND e.type IN ('text', 'integer', 'real')"
        )
    }
    own = [
        key
        for (key,) in store.read(
            "SELECT DISTINCT e.key FROM customer c, json_each(c.fields, '$.x') e WHERE c.archived = 0"
        )
    ]
    return sorted(fields - _ELSEWHERE, key=lambda name: (_ORDER.get(name, len(_ORDER)), name)), sorted(own)


def _own_name(key: str, *, persian: bool) -> str:
    return key + MORE if field_of_ours(key, persian=persian) is not None else key


def _most_addresses(store: Store) -> int:
    """Give how many addresses beside his first the customer with the most has."""
    ((most,),) = store.read(
        "SELECT coalesce(max((SELECT count(*) FROM json_each(c.fields, '$.addresses') e "
        "WHERE e.value IS NOT json_extract(c.fields, '$.address'))), 0) FROM customer c "
        "WHERE c.archived = 0 AND json_type(c.fields, '$.addresses') IS NOT NULL"
    )
    return int(most)


def _other_address(place: int) -> Callable[[Mapping[str, Any]], Any]:
    def one(fields: Mapping[str, Any]) -> Any:
        others = [text for text in fields.get("addresses", ()) if text != fields.get("address")]
        return others[place] if place < len(others) else None

    return one


def _reading(name: str) -> Callable[[Mapping[str, Any]], Any]:
    return lambda fields: fields.get(name)


def _reading_own(key: str) -> Callable[[Mapping[str, Any]], Any]:
    return lambda fields: fields.get("x", {}).get(key)


def _opened(row: Sequence[Any], several: Sequence[int]) -> list[Any]:
    """Give a row with its lists as lists: the store hands them over as JSON."""
    values = list(row)
    for place in several:
        values[place] = json.loads(values[place]) if values[place] else None
    return values
