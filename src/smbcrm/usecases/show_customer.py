"""Everything that is known of one customer, each value with the row it came from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.say import Say, from_data
from smbcrm.usecases.find_customer import REF_SQL
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value as one row has it; `ref` is that row, `source` the file and sheet."""

    field: str
    value: str
    ref: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A customer: the columns of `list` and the rest of the golden record, his next plan item, why he has no score, and every fact."""

    record: Mapping[str, Any]
    fields: Mapping[str, Any]
    next_item: tuple[str, str, str, Say] | None  # item, date, kind, reason
    no_score: Say | None
    last_payment: tuple[str, float | None, str, int | None] | None  # paid on, amount, unit, days late
    last_rating: tuple[str, float, float, str] | None  # date, value, of how many, what was said
    questions: int
    aliases: tuple[str, ...]
    facts: Sequence[Fact]


RECORD = (
    "id, name, company, phone, email, city, score, own_score, suggested_score, tier, last_interaction, tags, spend, "
    "purchases, first_purchase, last_purchase, rows, do_not_contact, archived"
)


def show_customer(store: Store, customer: int, *, facts: bool = False) -> Shown:
    """Give all that is known of a customer; with `facts`, every value of every row too."""
    ((*values, fields),) = store.read(
        f"SELECT {RECORD}, fields FROM list_records WHERE customer = ?", [customer]
    )
    record = dict(zip(RECORD.split(", "), values, strict=True))
    items = store.read(
        "SELECT item, date, kind, reason FROM plan_records WHERE customer = ? AND status = 'open' ORDER BY date, item_id LIMIT 1",
        [customer],
    )
    item = next(((i, d, k, from_data(json.loads(r))) for i, d, k, r in items), None)
    reasons = store.read("SELECT reason FROM score WHERE id = ? AND reason <> ''", [customer])
    aliases = store.read("SELECT 'C' || id FROM alias WHERE customer_id = ? ORDER BY id", [customer])
    return Shown(
        record=record,
        fields=json.loads(fields),
        next_item=item,
        last_payment=next(store.read(_LAST_PAYMENT, [customer]), None),
        last_rating=next(store.read(_LAST_RATING, [customer]), None),
        no_score=next((from_data(json.loads(text)) for (text,) in reasons), None),
        questions=_questions(store, customer),
        aliases=tuple(alias for (alias,) in aliases),
        facts=_facts(store, customer) if facts else (),
    )


_LAST_PAYMENT = """
SELECT p.date, p.amount, p.unit, p.days_late FROM source_row r JOIN payment p ON p.row_id = r.id
WHERE r.customer_id = ? AND p.date <> '' ORDER BY p.date DESC, p.id DESC LIMIT 1
"""
_LAST_RATING = """
SELECT a.date, a.value, a.scale, a.text FROM source_row r JOIN rating a ON a.row_id = r.id
WHERE r.customer_id = ? AND a.value IS NOT NULL AND a.scale > 0 ORDER BY a.date DESC, a.id DESC LIMIT 1
"""
_RIVALS = """
WITH mine AS (SELECT id FROM source_row WHERE customer_id = ?),
     near AS (SELECT p.verdict, p.decided_by, p.row_b AS other FROM pair p JOIN mine ON mine.id = p.row_a
              UNION ALL SELECT p.verdict, p.decided_by, p.row_a FROM pair p JOIN mine ON mine.id = p.row_b)
SELECT r.customer_id, max(near.verdict = 'review' AND near.decided_by = 'auto'),
       max(near.verdict = 'different' AND near.decided_by = 'owner')
FROM near JOIN source_row r ON r.id = near.other JOIN customer c ON c.id = r.customer_id
WHERE r.customer_id <> ? AND c.archived = 0 GROUP BY r.customer_id
"""


def _questions(store: Store, customer: int) -> int:
    """Count the customers who may be this one: read by his own rows, since all open pairs would take too long."""
    return sum(bool(asked and not settled) for _, asked, settled in store.read(_RIVALS, [customer, customer]))


def _facts(store: Store, customer: int) -> list[Fact]:
    rows = store.read(
        f"SELECT {REF_SQL}, f.name, r.fields FROM source_row r JOIN source f ON f.id = r.source_id "
        "WHERE r.customer_id = ? AND (r.lead IS NULL OR r.lead = r.id) ORDER BY r.id",
        [customer],
    )
    from smbcrm.core.golden import OF_THE_EVENT

    facts = []
    for ref, source, text in rows:
        for field, value in json.loads(text).items():
            if field in OF_THE_EVENT:
                continue
            for name, one in value.items() if field == "x" else [(field, value)]:
                shown = "; ".join(map(str, one)) if isinstance(one, list) else str(one)
                facts.append(Fact(field=name, value=shown, ref=ref, source=source))
    return facts
