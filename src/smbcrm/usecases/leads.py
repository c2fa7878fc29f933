"""The rows that stand for somebody, by column: what is matched."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.golden import Row
from smbcrm.core.records import Records
from smbcrm.usecases.ports import Store

HELD = 300_000  # rows; of more, what they say is read again when it is needed
LISTS = frozenset({"customers", "owner"})  # sources whose rows are about a customer and nothing else
OF_THE_SALE = frozenset({"x", "notes", "unit"})
SINGLE = (
    "name", "first_name", "last_name", "company", "national_id", "birth_date", "address", "city", "district", "province",
    "postal_code", "website", "father_name", "customer_code",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """The rows that stand for somebody, oldest first: what is matched."""

    records: Records
    customer: Sequence[int | None]
    home: Sequence[int | None]
    bound: Sequence[int | None]  # for an owner's row: the row it is tied to
    event: Sequence[bool]  # the row is a sale or the like, not an entry of a customer list
    exported: Mapping[int, int]  # rows of an export of ours: position -> the customer id it names
    rows: Sequence[
        Row
    ]  # the same rows as customers are computed from; none of a list so long that they would fill the memory


def load_leads(store: Store, ids: Sequence[int] | None = None) -> Leads:
    """Give the rows that are matched, by column; `ids` narrows them to these row ids."""
    found = list(
        store.read(
            "SELECT r.id, r.source_id, r.customer_id, r.home, r.anchor, s.kind, r.fields, s.rank, r.operation FROM source_row r "
            "JOIN source s ON s.id = r.source_id "
            "WHERE r.status IN ('imported', 'gone', 'owner') "
            "AND (r.lead = r.id OR r.lead IS NULL) AND (? IS NULL OR r.id IN (SELECT value FROM json_each(?))) ORDER BY r.id",
            [None if ids is None else 1, list(ids or ())],
        )
    )
    fields = [json.loads(row[6]) for row in found]
    custom = _custom_columns(fields)
    return Leads(
        records=Records(
            ids=[row[0] for row in found],
            source=[row[1] for row in found],
            phones=[tuple(field.get("phones", ())) for field in fields],
            emails=[tuple(field.get("emails", ())) for field in fields],
            other={
                heading: [str(field.get("x", {}).get(heading, "")) for field in fields] for heading in custom
            },
            **{name: [str(field.get(name, "")) for field in fields] for name in SINGLE},
        ),
        customer=[row[2] for row in found],
        home=[row[3] for row in found],
        bound=[row[4] for row in found],
        event=[row[5] not in LISTS for row in found],
        exported={i: number for i, field in enumerate(fields) if (number := _own_id(field.get("crm_id")))},
        rows=[
            as_row(row[0], row[7], row[8], row[5], field)
            for row, field in zip(found, fields)
            if len(found) <= HELD
        ],
    )


def as_row(number: int, rank: int, operation: int, kind: str, fields: Mapping[str, Any]) -> Row:
    """Give a row as customers are computed from: a sale's remarks and further columns are about the sale, not its buyer."""
    if kind not in LISTS:
        fields = {key: value for key, value in fields.items() if key not in OF_THE_SALE}
    return Row(id=number, rank=rank, operation=operation, owner=kind == "owner", fields=fields)


def _own_id(text: object) -> int:
    word = str(text or "")
    return int(word[1:]) if word[:1] in "Cc" and word[1:].isdecimal() else 0


def _custom_columns(fields: Sequence[Mapping[str, object]], most: int = 12) -> list[str]:
    """Give the unknown columns that most rows fill; the others could not tell anybody apart."""
    counts: dict[str, int] = defaultdict(int)
    for field in fields:
        custom = field.get("x")
        if isinstance(custom, dict):
            for heading in custom:
                counts[heading] += 1
    often = [heading for heading, count in counts.items() if count * 2 >= len(fields)]
    return sorted(often, key=lambda heading: (-counts[heading], heading))[:most]
