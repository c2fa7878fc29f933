"""The open questions about who is who, the one most worth answering first, with all that helps to answer them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from smbcrm.core.comparing import Compared, compare_fields, contradicting
from smbcrm.core.matcher.telling.evidence_words import read_evidence
from smbcrm.core.reviewing import Question, Side, most_valuable_first, usual
from smbcrm.core.say import Say
from smbcrm.core.selection import ALL, Selection
from smbcrm.usecases.list_customers import Selecting
from smbcrm.usecases.ports import Store

_OPEN = """
SELECT p.pair, p.row_a, p.row_b, p.confidence,
       a.id, a.name, a.rows, a.spend, coalesce(s.tier, ''), b.id, b.name, b.rows, b.spend, coalesce(t.tier, '')
FROM open_pair_records p JOIN customer a ON a.id = p.a_id JOIN customer b ON b.id = p.b_id
     LEFT JOIN tier s ON s.id = a.id LEFT JOIN tier t ON t.id = b.id
"""
_CUSTOMER = "id, name, company, city, tags, spend, purchases, last_purchase, last_interaction, tier, do_not_contact, fields"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with all that helps to answer it: field by field, the evidence, and the rows each customer comes from."""

    question: Question
    lines: tuple[Compared, ...]
    evidence: tuple[tuple[str, Say, float], ...]  # field, sentence, weight in bits: strongest first
    from_a: tuple[tuple[str, int], ...]  # source and row number
    from_b: tuple[tuple[str, int], ...]


def open_questions(
    store: Selecting, selection: Selection = ALL, *, known: dict[tuple[int, int], int] | None = None
) -> list[Question]:
    """Give the open questions that are chosen, the one most worth answering first (see core/reviewing.py) unless sorted otherwise.

    `known` remembers in how many fields two customers contradict each other, for the next time.
    """
    found = [
        Question(
            pair=pair,
            row_a=row_a,
            row_b=row_b,
            a=Side(customer=a[0], name=a[1], rows=a[2], spend=a[3], tier=a[4]),
            b=Side(customer=b[0], name=b[1], rows=b[2], spend=b[3], tier=b[4]),
            confidence=sure,
        )
        for pair, row_a, row_b, sure, *sides in store.read(_OPEN)
        for a, b in [(sides[:5], sides[5:])]
    ]
    weighed = _weighed(store, found, {} if known is None else known)
    ordered = most_valuable_first(weighed, usual_spend=usual_spend(store))
    if not (selection.where or selection.sort):
        return ordered
    chosen = replace(selection, columns=(), limit=None)
    pairs = store.select("open_pair_records", ["pair"], selection=chosen, order="pair", custom={})
    places = {pair: place for place, (pair,) in enumerate(pairs)}
    kept = [one for one in ordered if one.pair in places]
    return sorted(kept, key=lambda one: places[one.pair]) if selection.sort else kept


def _weighed(
    store: Store, questions: Sequence[Question], known: dict[tuple[int, int], int]
) -> Iterator[Question]:
    between = [(one.a.customer, one.b.customer) for one in questions]
    fresh = [pair for pair in between if pair not in known]
    fields = _fields(store, sorted({customer for pair in fresh for customer in pair}))
    known.update({(a, b): contradicting(compare_fields(fields[a], fields[b])) for a, b in fresh})
    for one, pair in zip(questions, between):
        yield replace(one, contradicting=known[pair])


def usual_spend(store: Store) -> float:
    """Give what a customer of this list usually spent, 0 where nothing is known."""
    return usual(spend for (spend,) in store.read("SELECT spend FROM customer WHERE spend > 0"))


def with_details(store: Store, questions: Sequence[Question]) -> Iterator[Asked]:
    """Give the questions with all that helps to answer them, read in one go."""
    ids = sorted({side.customer for one in questions for side in (one.a, one.b)})
    fields, rows = _fields(store, ids), _rows(store, ids)
    evidence = dict(
        store.read(
            "SELECT id, evidence FROM pair WHERE id IN (SELECT value FROM json_each(?))",
            [[one.pair for one in questions]],
        )
    )
    for one in questions:
        a, b = one.a.customer, one.b.customer
        yield Asked(
            question=one,
            lines=tuple(compare_fields(fields[a], fields[b])),
            evidence=tuple(read_evidence(json.loads(evidence[one.pair]))),
            from_a=tuple(rows[a]),
            from_b=tuple(rows[b]),
        )


def _fields(store: Store, customers: Sequence[int]) -> dict[int, Mapping[str, Any]]:
    found: dict[int, Mapping[str, Any]] = {}
    for number, *values, text in store.read(
        f"SELECT customer, {_CUSTOMER.removeprefix('id, ')} FROM list_records "
        "WHERE customer IN (SELECT value FROM json_each(?))",
        [list(customers)],
    ):
        told = dict(zip(_CUSTOMER.split(", ")[1:-1], values, strict=True))
        told["do_not_contact"] = True if told["do_not_contact"] else None
        if told["company"] == told["name"]:
            told["company"] = ""
        found[number] = {**json.loads(text), **told}
    return found


def _rows(store: Store, customers: Iterable[int]) -> dict[int, list[tuple[str, int]]]:
    rows = store.read(
        "SELECT r.customer_id, s.name, r.number FROM source_row r JOIN source s ON s.id = r.source_id "
        "WHERE r.customer_id IN (SELECT value FROM json_each(?)) AND (r.lead = r.id OR r.lead IS NULL) "
        "AND r.anchor IS NULL ORDER BY r.customer_id, r.id",
        [list(customers)],
    )
    return {
        customer: [(name, number) for _, name, number in group]
        for customer, group in groupby(rows, key=lambda row: row[0])
    }
