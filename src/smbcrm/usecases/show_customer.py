"""Everything that is known of one customer, each value with the row it came from."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.comparing import field_rank
from smbcrm.core.golden import FLAGS, OF_THE_EVENT
from smbcrm.core.say import Say, from_data
from smbcrm.core.text import fold
from smbcrm.usecases.dealings.show_dealings import Dealings, show_dealings
from smbcrm.usecases.find_customer import REF_SQL
from smbcrm.usecases.merging.leads import LISTS, OF_THE_SALE
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value as one row has it: which row, of which file and sheet; `shown` tells that the customer is shown with it."""

    field: str
    value: str
    shown: bool
    ref: str
    source: str
    sheet: str
    row: int
    by_hand: bool = False  # the owner wrote it himself
    of_the_sale: bool = False  # it is about a sale, not about its buyer


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
    dealings: Dealings | None = None

    @property
    def in_doubt(self) -> tuple[str, ...]:
        """The fields of which another row says something else that is shown nowhere."""
        told = {(fact.field, fold(fact.value)) for fact in self.facts if fact.shown}
        aside = dict.fromkeys(
            fact.field
            for fact in self.facts
            if not (
                fact.shown
                or fact.of_the_sale
                or fact.field in _NAMES
                or (fact.field, fold(fact.value)) in told
            )
        )
        return tuple(aside)


_NAMES = frozenset(
    {"name", "first_name", "last_name", "name_prefix", "unit"}
)  # all names as written are shown
RECORD = (
    "id, name, company, phone, email, city, score, own_score, suggested_score, tier, last_interaction, tags, spend, "
    "purchases, first_purchase, last_purchase, rows, do_not_contact, archived"
)


def show_customer(store: Store, customer: int, *, today: datetime.date | None = None) -> Shown:
    """Give all that is known of a customer, and every value of every row; with `today`, what he owes on that day too."""
    ((*values, fields),) = store.read(
        f"SELECT {RECORD}, fields FROM list_records WHERE customer = ?", [customer]
    )
    record = dict(zip(RECORD.split(", "), values, strict=True))
    # Who has asked for peace since the plan was made is in it still, but nothing is next.
    items = store.read(
        "SELECT p.item, p.date, p.kind, p.reason FROM plan_records p JOIN customer c ON c.id = p.customer "
        "WHERE p.customer = ? AND p.status = 'open' AND c.do_not_contact = 0 ORDER BY p.date, p.item_id LIMIT 1",
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
        facts=_facts(store, customer, {**json.loads(fields), **record}),
        dealings=None if today is None else show_dealings(store, customer, today=today),
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


def _facts(store: Store, customer: int, golden: Mapping[str, Any]) -> list[Fact]:
    """Give every value of every row, field by field, what is shown first, then the others by the age of their rows."""
    rows = store.read(
        f"SELECT {REF_SQL}, f.kind, f.file, f.sheet, r.number, r.fields FROM source_row r JOIN source f ON f.id = r.source_id "
        "WHERE r.customer_id = ? AND (r.lead IS NULL OR r.lead = r.id) ORDER BY r.id",
        [customer],
    )
    facts = []
    for ref, kind, source, sheet, number, text in rows:
        for field, value in _values(json.loads(text)):
            of_the_sale = kind not in LISTS and (field in OF_THE_SALE or field.startswith("x."))
            shown = not of_the_sale and _survives(golden, field, value)
            name = field.removeprefix("x.")
            facts.append(
                Fact(
                    field=name, value=str(value), shown=shown, ref=ref, source=source, sheet=sheet, row=number,
                    by_hand=kind == "owner", of_the_sale=of_the_sale,
                )
            )  # fmt: skip
    return sorted(facts, key=lambda fact: (*field_rank(fact.field), not fact.shown))


def _values(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give each value of a row; the owner's own columns as `x.HEADING`, what was emptied as an empty value."""
    for field, value in fields.items():
        if field == "x":
            yield from ((f"x.{heading}", one) for heading, one in value.items())
        elif field not in OF_THE_EVENT:
            yield from ((field, one) for one in (value if isinstance(value, list) else [value]))


def _survives(golden: Mapping[str, Any], field: str, value: Any) -> bool:
    if field == "address":
        return any(
            fold(str(one)) == fold(str(value))
            for one in (golden.get("address"), *golden.get("addresses", ()))
        )
    kept = (golden.get("x") or {}).get(field[2:]) if field.startswith("x.") else golden.get(field)
    if field == "tags":
        kept = str(kept or "").split("; ")
    if field in FLAGS:
        return bool(kept) == bool(value)
    if isinstance(kept, list):
        return any(fold(str(one)) == fold(str(value)) for one in kept)
    return kept is not None and kept == value
