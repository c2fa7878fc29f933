"""Write what the rows of a sheet tell of: sales, payments, contacts and answers, each in a table of its own."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.owing import days_late
from smbcrm.core.values.paying import says_paid
from smbcrm.core.values.ratings import scale_of
from smbcrm.core.values.touches import direction_of, made_contact
from smbcrm.usecases.ports import Store

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTable:
    """Where events of a kind are kept, and how the fields of a row become one (without its id and row)."""

    name: str
    columns: str
    made: Callable[[Fields], tuple[object, ...]]
    more: Callable[[Fields], list[tuple[object, ...]]] = lambda _: []
    """What else a row tells: the answers to the other questions of a survey."""


def write_events(
    store: Store,
    source: int,
    kind: str,
    *,
    fresh: Sequence[tuple[int, Fields]] = (),
    edited: Sequence[int] = (),
) -> None:
    """Write the events of new rows (id, fields), mend those of edited rows, and take out those of rows that tell nothing now."""
    table = EVENTS[kind]
    columns = f"id, row_id, {table.columns}"
    events = [(row, *table.made(fields)) for row, fields in fresh]
    events += [(row, *event) for row, fields in fresh for event in table.more(fields)]
    events += _mend(store, table, edited) if edited else []
    if events:
        first = store.allocate(table.name, len(events))
        store.insert(table.name, columns, ((first + n, *event) for n, event in enumerate(events)))
    if kind == "ratings":
        _tell_scale(store, source)
    if kind == "payments":
        _tell_open(store, source)


def _mend(store: Store, table: EventTable, edited: Sequence[int]) -> list[tuple[object, ...]]:
    """Bring the events of edited rows up to date; give those of rows that had none."""
    lost = store.read(_LOST.format(table.name), [edited])
    store.delete(table.name, [number for (number,) in list(lost)])
    known: dict[int, list[int]] = defaultdict(list)
    for row, number in store.read(_KNOWN.format(table.name), [edited]):
        known[row].append(number)
    missing, again, surplus = [], [], []
    for row, text in store.read(_TO_MEND, [edited]):
        fields = json.loads(text)
        events = [(row, *event) for event in (table.made(fields), *table.more(fields))]
        again += [(number, *event) for number, event in zip(known[row], events)]
        missing += events[len(known[row]) :]
        surplus += known[row][len(events) :]
    store.update(table.name, f"id, row_id, {table.columns}", again)
    store.delete(table.name, sorted(surplus))
    return missing


_LOST = (
    "SELECT e.id FROM {0} e JOIN source_row r ON r.id = e.row_id WHERE r.id IN (SELECT value FROM json_each(?)) "
    "AND r.status NOT IN ('imported', 'waiting', 'gone')"
)
_KNOWN = "SELECT row_id, id FROM {0} WHERE row_id IN (SELECT value FROM json_each(?)) ORDER BY id"
_TO_MEND = "SELECT id, fields FROM source_row WHERE id IN (SELECT value FROM json_each(?)) AND status IN ('imported', 'waiting') ORDER BY id"


def _tell_scale(store: Store, source: int) -> None:
    """Give the answers whose cells tell no scale the one that the highest of them shows, in all versions of the survey.

    Each question of a survey has a scale of its own.
    """
    bare = list(
        store.read(
            "SELECT a.id, a.value, CASE WHEN e.value IS NULL THEN '' ELSE json_extract(e.value, '$[0]') END "
            "FROM rating a JOIN source_row r ON r.id = a.row_id "
            "LEFT JOIN json_each(r.fields, '$.answers') e ON a.about = json_extract(e.value, '$[0]') "
            "WHERE r.source_id = ? AND a.value IS NOT NULL "
            "AND CASE WHEN e.value IS NULL THEN json_extract(r.fields, '$.scale') ELSE json_extract(e.value, '$[2]') END IS NULL",
            [source],
        )
    )
    values: dict[str, list[float]] = defaultdict(list)
    for _, value, question in bare:
        values[question].append(value)
    scales = {question: scale_of(told) for question, told in values.items()}
    store.update("rating", "id, scale", [(number, scales[question]) for number, _, question in bare])


def _tell_open(store: Store, source: int) -> None:
    """Take the bills of a list that tells of others when or how much was paid for unpaid; a list that never tells it leaves that open."""
    bare = list(
        store.read(
            "SELECT p.id FROM payment p JOIN source_row r ON r.id = p.row_id WHERE r.source_id = ? AND p.paid IS NULL",
            [source],
        )
    )
    if bare and any(store.read(_TELLS_WHEN, [source])):
        store.update("payment", "id, paid", [(number, 0) for (number,) in bare])


_TELLS_WHEN = "SELECT 1 FROM payment p JOIN source_row r ON r.id = p.row_id WHERE r.source_id = ? AND (p.date <> '' OR (p.paid = 1 AND p.billed IS NOT NULL)) LIMIT 1"


def _purchase(fields: Fields) -> tuple[object, ...]:
    return (
        fields.get("date", ""), fields.get("amount"), fields.get("unit", ""), fields.get("order_id", ""), fields.get("product", ""),
        fields.get("quantity"),
    )  # fmt: skip


def _payment(fields: Fields) -> tuple[object, ...]:
    due, paid = fields.get("due_date", ""), fields.get("date", "")
    amount, billed = fields.get("amount"), fields.get("billed")
    if not paid and amount is not None and billed is not None:
        settled: bool | None = amount > 0  # what was paid is told beside the bill, only not when
    else:
        settled = True if paid else says_paid(str(fields.get("status", "")))
    return (
        fields.get("order_id", ""), due, paid, billed if amount is None else amount, fields.get("unit", ""),
        days_late(due, paid), billed, None if settled is None else int(settled),
    )  # fmt: skip


def _interaction(fields: Fields) -> tuple[object, ...]:
    minutes = fields.get("minutes")
    return (
        fields.get("date", ""), made_contact(fields.get("kind", ""), minutes), fields.get("text", ""), minutes, None,
        direction_of(str(fields.get("kind", ""))),
    )  # fmt: skip


def _rating(fields: Fields) -> tuple[object, ...]:
    answers = fields.get("answers") or ()
    about = answers[0][0] if answers else fields.get("product", "")
    return (
        fields.get("date", ""), fields.get("rating"), fields.get("scale"), about, fields.get("text", ""),
    )  # fmt: skip


def _other_ratings(fields: Fields) -> list[tuple[object, ...]]:
    """Give the answers to the further questions of a survey; what was said in words stands with the first."""
    return [
        (fields.get("date", ""), value, scale, about, "")
        for about, value, scale in fields.get("answers", ())[1:]
    ]


EVENTS = {
    "purchases": EventTable(
        name="purchase", columns="date, amount, unit, order_id, product, quantity", made=_purchase
    ),
    "payments": EventTable(
        name="payment", columns="order_id, due, date, amount, unit, days_late, billed, paid", made=_payment
    ),
    "interactions": EventTable(
        name="interaction", columns="date, kind, text, minutes, cost, direction", made=_interaction
    ),
    "ratings": EventTable(
        name="rating", columns="date, value, scale, about, text", made=_rating, more=_other_ratings
    ),
}
