"""The owner's word on who is who: same, different, split, and why the matcher thought what it thought."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.matcher.evidence_words import read_evidence
from smbcrm.core.matching import Pair, compare
from smbcrm.core.say import Say, say
from smbcrm.core.text import fold_digits
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.find_customer import REF, REF_SQL, find_customer, rows_at
from smbcrm.usecases.leads import load_leads
from smbcrm.usecases.merge_rows import Merged, merge_rows
from smbcrm.usecases.move_rows import lead_rows, remember, take_out
from smbcrm.usecases.owners_word import join_for_good, keep_apart
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


def _row(store: Store, who: str, *, exact: bool = False) -> int:
    """Give the row that is meant: a ref's own (or, unless `exact`, the one that leads it), or the one that leads a customer."""
    match = REF.fullmatch(fold_digits(who.strip()))
    if match:
        for number, lead in rows_at(store, match):
            return int(number if exact else lead or number)
        raise NotFoundError(
            say("there is no row {ref}", ref=who), say("`smbcrm sources rows` shows them all")
        )
    if exact:
        raise UsageError(
            say("{ref} is no row", ref=who),
            say("a row is written like s1r3: `smbcrm sources rows` shows them"),
        )
    ((lead,),) = store.read("SELECT lead FROM customer WHERE id = ?", [find_customer(store, who)])
    return int(lead)


def decide(store: Store, words: Sequence[str], verdict: str) -> Decided:
    """Remember the owner's verdict on two customers or rows, and join or part them accordingly.

    "Same" holds for every row of the two, so that no later merge tears them apart; "different" keeps every row of the one from
    the other. Nobody else is moved.
    """
    a, b = rows_meant(store, words)
    ((first,),) = store.read("SELECT customer_id FROM source_row WHERE id = ?", [a])
    ((second,),) = store.read("SELECT customer_id FROM source_row WHERE id = ?", [b])
    if verdict == "same":
        join_for_good(store, [sorted({first, second})])
        first = second = min(first, second)
    elif first == second:
        second = _part(store, first, [b])
    else:
        keep_apart(store, {(first, second): [(a, b)]})
    return Decided(a=first, b=second, verdict=verdict, merged=merge_rows(store, only_new=True))


def split_rows(store: Store, who: str, refs: Sequence[str]) -> Decided:
    """Take rows out of a customer: exactly these, together, told apart from those that stay for ever.

    Raises UsageError for rows that are not his, or when none would stay.
    """
    customer = find_customer(store, who)
    leaving = [_exact_row(store, ref, customer) for ref in refs]
    return Decided(
        a=customer,
        b=_part(store, customer, leaving),
        verdict="different",
        merged=merge_rows(store, only_new=True),
    )


def _exact_row(store: Store, ref: str, customer: int) -> int:
    """Give the row a ref means, itself and not the one that leads it."""
    number = _row(store, ref, exact=True)
    for (owner,) in store.read("SELECT customer_id FROM source_row WHERE id = ?", [number]):
        if owner == customer:
            return number
    raise UsageError(
        say("{ref} is no row of {id}", ref=ref, id=f"C{customer}"),
        say("`smbcrm show {id} --all` shows its rows", id=f"C{customer}"),
    )


def _part(store: Store, customer: int, leaving: Sequence[int]) -> int:
    all_rows = store.read("SELECT id FROM source_row WHERE customer_id = ? AND anchor IS NULL", [customer])
    if {number for (number,) in all_rows} <= set(leaving):
        raise UsageError(
            say("no row would stay with {id}", id=f"C{customer}"), say("name only the rows that should leave")
        )
    target = take_out(store, customer, leaving)
    staying = lead_rows(store, [customer])[customer]
    remember(store, [(a, b) for a in staying for b in leaving], "different", say("the owner took it out"))
    remember(
        store, [(leaving[0], row) for row in leaving[1:]], "same", say("the owner took them out together")
    )
    return target


def explain_pair(store: Store, words: Sequence[str]) -> ExplainedPair:
    """Give what speaks for and against two rows being one customer: the stored evidence, else the same arithmetic anew."""
    a, b = rows_meant(store, words)
    names = dict(
        store.read(
            "SELECT r.id, json_extract(r.fields, '$.name') FROM source_row r WHERE r.id IN (?, ?)", [a, b]
        )
    )
    refs = dict(store.read(f"SELECT r.id, {REF_SQL} FROM source_row r WHERE r.id IN (?, ?)", [a, b]))
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
        evidence = read_evidence(json.loads(auto[3]))
    else:
        judged = _judge(store, a, b)
        verdict, confidence, by = judged.verdict, judged.confidence, "auto"
        evidence = [(item.field, item.what, item.weight) for item in judged.evidence]
    if owner:
        verdict, by = owner[0], "owner"
        evidence = read_evidence(json.loads(owner[3])) + evidence
    return ExplainedPair(
        a=refs[a], b=refs[b], name_a=names[a] or "", name_b=names[b] or "",
        verdict=verdict, confidence=confidence, by=by, evidence=evidence,
    )  # fmt: skip


def _judge(store: Store, a: int, b: int) -> Pair:
    records = load_leads(store).records
    at = {number: position for position, number in enumerate(records.ids)}
    return compare(records, at[a], at[b])
