"""The owner's word on who is who: same, different, split, and why the matcher thought what it thought."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.matching import Pair, compare
from smbcrm.core.say import Say, from_data, say
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.find_customer import REF, find_customer
from smbcrm.usecases.merge_rows import Merged, load_leads, merge_rows
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What an owner's decision did: the two customers as they are now, and what the merge changed."""

    a: int
    b: int
    verdict: str
    merged: Merged


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedPair:
    """Two rows judged: what speaks for one customer and what against, and the verdict."""

    a: str
    b: str
    name_a: str
    name_b: str
    verdict: str
    confidence: float
    by: str
    evidence: Sequence[tuple[str, Say, float]]


def rows_meant(store: Store, words: Sequence[str]) -> tuple[int, int]:
    """Give the two rows that `A B` or a pair number mean; a customer stands for the row that leads him.

    Raises UsageError for anything but two, NotFoundError when one of them is not there.
    """
    if len(words) == 1 and re.fullmatch(r"\d+", words[0]):
        for a, b in store.read("SELECT row_a, row_b FROM pair WHERE id = ?", [int(words[0])]):
            return a, b
        raise NotFoundError(
            say("there is no pair {pair}", pair=words[0]), say("`smbcrm merge list` shows the open ones")
        )
    if len(words) != 2:
        raise UsageError(
            say("name two customers, two rows, or one pair number"),
            say("for example: smbcrm merge same C3 C17"),
        )
    first, second = (_row(store, word) for word in words)
    if first == second:
        raise UsageError(
            say("{a} and {b} are one customer already", a=words[0], b=words[1]),
            say("name two of its rows, like s1r3 s2r7: `smbcrm sources rows` shows them"),
        )
    return min(first, second), max(first, second)


def _row(store: Store, who: str) -> int:
    match = REF.fullmatch(who.strip())
    if match:
        for number, lead in store.read(
            "SELECT id, lead FROM source_row WHERE source_id = ? AND number = ?",
            [int(match[1]), int(match[2])],
        ):
            return int(lead or number)
        raise NotFoundError(
            say("there is no row {ref}", ref=who), say("`smbcrm sources rows` shows them all")
        )
    ((lead,),) = store.read("SELECT lead FROM customer WHERE id = ?", [find_customer(store, who)])
    return int(lead)


def decide(store: Store, words: Sequence[str], verdict: str) -> Decided:
    """Remember the owner's verdict on two rows, and merge or part their customers accordingly."""
    a, b = rows_meant(store, words)
    known = list(
        store.read("SELECT id FROM pair WHERE row_a = ? AND row_b = ? AND decided_by = 'owner'", [a, b])
    )
    evidence = json.dumps([[say("the owner said so").to_data(), 0.0, "owner"]])
    if known:
        store.update("pair", "id, verdict, evidence", [(known[0][0], verdict, evidence)])
    else:
        number = store.allocate("pair")
        store.insert(
            "pair",
            "id, row_a, row_b, verdict, confidence, evidence, decided_by",
            [(number, a, b, verdict, 1.0 if verdict == "same" else 0.0, evidence, "owner")],
        )
    if verdict == "same":
        _forget_opposite(store, a, b)
    merged = merge_rows(store, only_new=False)
    ((first,),) = store.read("SELECT customer_id FROM source_row WHERE id = ?", [a])
    ((second,),) = store.read("SELECT customer_id FROM source_row WHERE id = ?", [b])
    return Decided(a=first, b=second, verdict=verdict, merged=merged)


def _forget_opposite(store: Store, a: int, b: int) -> None:
    """Take back earlier "different" answers between the two customers that are now said to be one."""
    opposite = store.read(
        "SELECT p.pair FROM pair_records p JOIN source_row a ON a.id = ? JOIN source_row b ON b.id = ? "
        "WHERE p.\"by\" = 'owner' AND p.verdict = 'different' AND min(p.a_id, p.b_id) = min(a.customer_id, b.customer_id) "
        "AND max(p.a_id, p.b_id) = max(a.customer_id, b.customer_id)",
        [a, b],
    )
    store.delete("pair", [number for (number,) in opposite])


def split_rows(store: Store, who: str, refs: Sequence[str]) -> Decided:
    """Take rows out of a customer: each is told apart from the row that leads him, for ever.

    Raises UsageError for rows that are not his, or when none would stay.
    """
    customer = find_customer(store, who)
    leaving = [_row(store, ref) for ref in refs]
    mine = [
        number
        for (number,) in store.read(
            "SELECT id FROM source_row WHERE customer_id = ? AND (lead = id OR lead IS NULL) AND anchor IS NULL ORDER BY id",
            [customer],
        )
    ]
    for ref, number in zip(refs, leaving, strict=True):
        if number not in mine:
            raise UsageError(
                say("{ref} is no row of {id}", ref=ref, id=f"C{customer}"),
                say("`smbcrm show {id} --all` shows its rows", id=f"C{customer}"),
            )
    staying = [number for number in mine if number not in leaving]
    if not staying:
        raise UsageError(
            say("no row would stay with {id}", id=f"C{customer}"), say("name only the rows that should leave")
        )
    evidence = json.dumps([[say("the owner took it out").to_data(), 0.0, "owner"]])
    pairs = sorted({(min(a, b), max(a, b)) for a in staying for b in leaving})
    known = {
        (a, b): n for n, a, b in store.read("SELECT id, row_a, row_b FROM pair WHERE decided_by = 'owner'")
    }
    store.update(
        "pair",
        "id, verdict, evidence",
        [(known[pair], "different", evidence) for pair in pairs if pair in known],
    )
    fresh = [pair for pair in pairs if pair not in known]
    first = store.allocate("pair", len(fresh)) if fresh else 0
    store.insert(
        "pair",
        "id, row_a, row_b, verdict, confidence, evidence, decided_by",
        [(first + n, a, b, "different", 0.0, evidence, "owner") for n, (a, b) in enumerate(fresh)],
    )
    merged = merge_rows(store, only_new=False)
    ((left,),) = store.read("SELECT customer_id FROM source_row WHERE id = ?", [leaving[0]])
    return Decided(a=customer, b=left, verdict="different", merged=merged)


def explain_pair(store: Store, words: Sequence[str]) -> ExplainedPair:
    """Give what speaks for and against two rows being one customer: the stored evidence, else the same arithmetic anew."""
    a, b = rows_meant(store, words)
    names = dict(
        store.read(
            "SELECT r.id, json_extract(r.fields, '$.name') FROM source_row r WHERE r.id IN (?, ?)", [a, b]
        )
    )
    refs = dict(
        store.read("SELECT id, 's' || source_id || 'r' || number FROM source_row WHERE id IN (?, ?)", [a, b])
    )
    stored = list(
        store.read(
            "SELECT verdict, confidence, decided_by, evidence FROM pair WHERE row_a = ? AND row_b = ? ORDER BY decided_by DESC",
            [a, b],
        )
    )
    owner = next((row for row in stored if row[2] == "owner"), None)
    auto = next((row for row in stored if row[2] == "auto"), None)
    evidence: list[tuple[str, Say, float]] = []
    if auto:
        verdict, confidence, by = auto[0], auto[1], "auto"
        evidence = [(field, from_data(what), weight) for what, weight, field in json.loads(auto[3])]
    else:
        judged = _judge(store, a, b)
        verdict, confidence, by = judged.verdict, judged.confidence, "auto"
        evidence = [(item.field, item.what, item.weight) for item in judged.evidence]
    if owner:
        verdict, by = owner[0], "owner"
        evidence.insert(0, ("owner", from_data(json.loads(owner[3])[0][0]), 0.0))
    return ExplainedPair(
        a=refs[a], b=refs[b], name_a=names[a] or "", name_b=names[b] or "",
        verdict=verdict, confidence=confidence, by=by, evidence=evidence,
    )  # fmt: skip


def _judge(store: Store, a: int, b: int) -> Pair:
    records = load_leads(store).records
    at = {number: position for position, number in enumerate(records.ids)}
    return compare(records, at[a], at[b])
