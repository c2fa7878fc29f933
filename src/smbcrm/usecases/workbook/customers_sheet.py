"""The sheet of customers: its columns, and what the store has to say in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.fields import FIELDS, field_named
from smbcrm.core.workbook.cells import settled
from smbcrm.core.workbook.changes import Content
from smbcrm.core.workbook.shape import CUSTOMERS_SHEET, Col, Holds, Shape
from smbcrm.core.workbook.sheet_merge import Cells
from smbcrm.usecases.ports import Store

USUAL_FIRST = (
    Col(key="id", heading="Id", owner="id"),
    Col(key="name", heading="Name"),
    Col(key="company", heading="Company"),
    Col(key="phone", heading="Phone", holds="phone"),
    Col(key="phones", heading="Other phones", holds="list"),
    Col(key="email", heading="Email"),
    Col(key="emails", heading="Other e-mails", holds="list"),
    Col(key="city", heading="City"),
    Col(key="score", heading="Score", holds="score", owner="computed"),
    Col(key="own_score", heading="Own score", holds="score"),
    Col(key="suggested_score", heading="Suggested score", holds="score", owner="computed"),
    Col(key="tier", heading="Tier", owner="computed"),
    Col(key="last_interaction", heading="Last interaction", holds="date", owner="computed"),
    Col(key="tags", heading="Tags", holds="tags"),
    Col(key="do_not_contact", heading="Do not contact", holds="yesno"),
    Col(key="address", heading="Address", holds="lines"),
    Col(key="birth_date", heading="Birthday", holds="date"),
    Col(key="notes", heading="Notes", holds="lines"),
)
USUAL_LAST = (
    Col(key="spend", heading="Spend", holds="number", owner="computed"),
    Col(key="purchases", heading="Purchases", holds="number", owner="computed"),
    Col(key="first_purchase", heading="First purchase", holds="date", owner="computed"),
    Col(key="last_purchase", heading="Last purchase", holds="date", owner="computed"),
)
USUAL = (*USUAL_FIRST, *USUAL_LAST)
_HELD: Mapping[str, Holds] = {
    "date": "date",
    "money": "number",
    "number": "number",
    "lines": "lines",
    "rating": "number",
}
_APART = frozenset(
    {
        *(c.key for c in (*USUAL_FIRST, *USUAL_LAST)),
        "names",
        "addresses",
        "pinned_tier",
        "x",
        "unit",
        "first_name",
        "last_name",
        "name_prefix",
    }
)
_SETTLED = frozenset({"date", "number", "score", "yesno", "phone"})
_READ = (
    "customer, name, company, phone, email, city, score, own_score, suggested_score, tier, last_interaction, tags, do_not_contact, "
    "spend, purchases, first_purchase, last_purchase, archived, fields"
)
_PLAIN = _READ.split(", ")[1:-2]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomersNow:
    """What the store has to say of customers: those on the list, those that are off it, and ids that are others' now."""

    content: Content
    off: Mapping[str, Cells]
    moved: Mapping[str, str]

    @property
    def all(self) -> Mapping[str, Cells]:
        """Everybody, on the list or off it."""
        return {**self.content.records, **self.off}


def customers_now(store: Store, had: Sequence[Col] = ()) -> CustomersNow:
    """Give the sheet of customers as the store has it; columns it had before stay, even when nobody fills them any more."""
    rows = [
        (number, values, json.loads(fields), archived)
        for number, *values, archived, fields in store.read(
            f"SELECT {_READ} FROM list_records ORDER BY customer"
        )
    ]
    shape = Shape(
        name=CUSTOMERS_SHEET, id_key="id", columns=_columns(store, had), takes_rows=True, gone_means_gone=True
    )
    records: dict[str, Cells] = {}
    off: dict[str, Cells] = {}
    for number, values, fields, archived in rows:
        (off if archived else records)[f"C{number}"] = _cells(number, values, fields, shape.columns)
    moved = {
        f"C{number}": f"C{customer}"
        for number, customer in store.read("SELECT id, customer_id FROM alias ORDER BY id")
        if customer is not None
    }
    return CustomersNow(content=Content(shape=shape, records=records), off=off, moved=moved)


def _columns(store: Store, had: Sequence[Col]) -> tuple[Col, ...]:
    """Give the usual columns, then every other that somebody fills, then what was in the sheet before."""
    filled = {
        key
        for (key,) in store.read(
            "SELECT DISTINCT e.key FROM customer c, json_each(c.fields) e WHERE e.type IN ('text', 'integer', 'real')"
        )
    } - _APART
    order = {name: place for place, name in enumerate(field.key for field in FIELDS.values())}
    more = [
        Col(key=key, heading=_heading(key), holds=_HELD.get(FIELDS[name].read, "text"))
        for key in sorted(filled, key=lambda key: (order.get(key, len(order)), key))
        if (name := field_named(key)) and FIELDS[name].key == key and not FIELDS[name].sales
    ]
    own = [
        Col(key=f"x.{key}", heading=key, own_words=True)
        for (key,) in store.read(
            "SELECT DISTINCT e.key FROM customer c, json_each(c.fields, '$.x') e WHERE c.archived = 0 ORDER BY e.key"
        )
    ]
    found = [*USUAL_FIRST, *more, *USUAL_LAST, *own]
    keys = {column.key for column in found}
    return (*found, *(column for column in had if column.key not in keys))


def _heading(key: str) -> str:
    """Give the English heading of a field.

    >>> _heading("postal_code"), _heading("national_id")
    ('Postal code', 'National id')
    """
    return key.replace("_", " ").capitalize()


def _cells(
    number: int, values: Sequence[Any], fields: Mapping[str, Any], columns: Sequence[Col]
) -> dict[str, str]:
    told: dict[str, Any] = {**fields, **dict(zip(_PLAIN, values))}
    told["id"] = f"C{number}"
    told["phones"] = [p for p in fields.get("phones", ()) if p.partition(";")[0] != told["phone"]]
    told["emails"] = [e for e in fields.get("emails", ()) if e != told["email"]]
    told["do_not_contact"] = "yes" if told["do_not_contact"] else ""
    own = fields.get("x", {})
    cells: dict[str, str] = {}
    for column in columns:
        key = column.key
        value = own.get(key[2:]) if key[:2] == "x." else told.get(key)
        if value is None or value == "" or value == []:
            continue
        text = _text(value)
        # The store keeps days and numbers in their one spelling already.
        cells[key] = text if column.holds in _SETTLED else settled(text, column.holds)
    return cells


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return f"{value:.15g}" if isinstance(value, float) else str(value)
