"""Why two rows or customers are one, are two, or are asked about: the stored evidence, else the same arithmetic anew."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from smbcrm.core.chains import shortest_chain
from smbcrm.core.matcher.joining.policy import would_join
from smbcrm.core.matcher.telling.evidence_words import read_evidence
from smbcrm.core.matcher.telling.told_of_rows import tells_more
from smbcrm.core.matching import compare_all
from smbcrm.core.say import Say, say
from smbcrm.usecases.merging.leads import load_leads
from smbcrm.usecases.merging.meant_rows import MeantRow, meant_sides, rows_of
from smbcrm.usecases.merging.move_rows import lead_rows
from smbcrm.usecases.merging.owners_word import told_apart
from smbcrm.usecases.ports import Store

_MOST = 400  # pairs of rows judged to find the most telling one of two customers

Told = tuple[str, Say, float]  # field, sentence, weight in bits


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two rows of one customer that were joined directly, and by what."""

    a: str
    b: str
    by: str  # "owner" or "auto"
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedPair:
    """Two rows judged: what speaks for one customer and what against, and what they are now.

    The weights add up to the confidence. `through` is the chain that joins them where they are one customer by way of others; `notes`
    say what the evidence does not. `wholes` tells that it is what all rows of the two customers say, not these two rows alone.
    """

    a: str
    b: str
    name_a: str
    name_b: str
    verdict: str
    confidence: float
    by: str
    evidence: Sequence[Told]
    through: Sequence[Link] = ()
    notes: Sequence[Say] = ()
    wholes: bool = False


@dataclass(frozen=True, slots=True)
class _Judged:
    verdict: str
    confidence: float
    evidence: list[Told]
    proved: bool  # by themselves the two rows would be joined
    wholes: bool = False  # judged by all rows of the two customers
    kept: bool = False  # as it was found when all rows were matched


def explain_pair(store: Store, words: Sequence[str]) -> ExplainedPair:
    """Give what speaks for and against, for `A B` or a pair number; of two customers the two rows that tell most.

    Raises UsageError for anything but two, NotFoundError when one of them is not there.
    """
    sides = meant_sides(store, words)
    one, two = _most_telling(store, *sides)
    if one.lead == two.lead:
        alike = say("both rows name the customer in the very same words")
        return _explained(one, two, _Judged("same", 1.0, [], True), notes=(alike,))
    judged = _stored(store, one, two) or _judge(store, [(one.lead, two.lead)])[0]
    if one.customer is not None and one.customer == two.customer:
        return _one_customer(store, one, two, judged)
    return _two_customers(store, one, two, judged)


def _explained(
    one: MeantRow, two: MeantRow, judged: _Judged, *, verdict: str = "", by: str = "auto", through: Sequence[Link] = (),
    notes: Sequence[Say] = (),
) -> ExplainedPair:  # fmt: skip
    return ExplainedPair(
        a=one.ref, b=two.ref, name_a=one.name, name_b=two.name, verdict=verdict or judged.verdict,
        confidence=judged.confidence, by=by, evidence=judged.evidence, through=through, notes=notes, wholes=judged.wholes,
    )  # fmt: skip


def _one_customer(store: Store, one: MeantRow, two: MeantRow, judged: _Judged) -> ExplainedPair:
    """Say why two rows are one customer: by their own evidence, by the owner's word, or through other rows."""
    said = _said(store, one.lead, two.lead)
    if said is not None and said[0] == "same":
        return _explained(one, two, _with_word(judged, said[1]), verdict="same", by="owner")
    way = _way(store, one, two)
    if len(way) == 1 and way[0].by == "auto" and judged.verdict == "same":
        return _explained(one, two, judged)
    note = say("they are one customer through other rows")
    if not way:
        if one.event or two.event:
            note = say(
                "a sale that tells its buyer by one thing only goes to the one customer who has exactly that"
            )
        elif one.exported or two.exported:
            note = say("one row is of an export of this list and names the other's customer by his id")
        else:
            note = say("they were joined when they came in; what is rare in the list has changed since")
    return _explained(one, two, judged, verdict="same", through=way, notes=(note,))


def _two_customers(store: Store, one: MeantRow, two: MeantRow, judged: _Judged) -> ExplainedPair:
    """Say why two rows are two customers, or why that is a question."""
    said = _said(store, one.lead, two.lead)
    if said is not None and said[0] == "different":
        return _explained(one, two, _with_word(judged, said[1]), verdict="different", by="owner")
    if one.customer is not None and two.customer is not None:
        pair = min(one.customer, two.customer), max(one.customer, two.customer)
        if pair in told_apart(store):
            word = _with_word(judged, [("owner", say("the owner said so of their customers"), 0.0)])
            return _explained(one, two, word, verdict="different", by="owner")
    if not judged.proved:
        asked = judged.kept or judged.verdict != "review"
        return _explained(one, two, judged, notes=() if asked else (_not_asked(store, one, two),))
    barred = say("not joined by itself: other rows of the two customers do not fit together")
    return _explained(one, two, judged, verdict="review", notes=(barred,))


def _not_asked(store: Store, one: MeantRow, two: MeantRow) -> Say:
    """Say why two rows that could be one customer are no question in the list."""
    both = [one.customer, two.customer]
    for (pair,) in store.read(
        "SELECT p.id FROM pair p JOIN source_row a ON a.id = p.row_a JOIN source_row b ON b.id = p.row_b "
        "WHERE p.decided_by = 'auto' AND p.verdict = 'review' AND (a.customer_id, b.customer_id) IN ((?, ?), (?, ?)) "
        "ORDER BY p.confidence DESC, p.id",
        [*both, *reversed(both)],
    ):
        return say("asked about by other rows of the two customers: pair {pair}", pair=pair)
    return say("not in the list of questions: others are likelier, and only so many are asked")


def _with_word(judged: _Judged, word: list[Told]) -> _Judged:
    return replace(judged, evidence=[*word, *judged.evidence])


def _said(store: Store, a: int, b: int) -> tuple[str, list[Told]] | None:
    """Give what the owner said of two rows."""
    for verdict, evidence in store.read(
        "SELECT verdict, evidence FROM pair WHERE row_a = ? AND row_b = ? AND decided_by = 'owner'",
        [min(a, b), max(a, b)],
    ):
        return verdict, read_evidence(json.loads(evidence))
    return None


def _stored(store: Store, one: MeantRow, two: MeantRow) -> _Judged | None:
    for verdict, confidence, evidence in store.read(
        "SELECT verdict, confidence, evidence FROM pair WHERE row_a = ? AND row_b = ? AND decided_by = 'auto'",
        sorted((one.lead, two.lead)),
    ):
        pieces = json.loads(evidence)
        told = read_evidence(pieces)
        wholes = _of_wholes(store, one, two, asked=verdict == "review", told=[field for field, *_ in told])
        proved = verdict == "same" or would_join(pieces)
        return _Judged(verdict, confidence, told, proved, wholes=wholes, kept=True)
    return None


def _of_wholes(store: Store, one: MeantRow, two: MeantRow, *, asked: bool, told: Sequence[str]) -> bool:
    """Tell whether evidence is of all rows of two customers: those who are asked about are judged so, and some who were joined."""
    if asked and one.customer is not None and two.customer is not None:
        return any(len(rows) > 1 for rows in lead_rows(store, [one.customer, two.customer]).values())
    rows = store.read("SELECT fields FROM source_row WHERE id IN (?, ?)", [one.lead, two.lead])
    first, second = (json.loads(fields) for (fields,) in rows)
    return tells_more(told, first, second)


def _judge(store: Store, pairs: Sequence[tuple[int, int]]) -> list[_Judged]:
    records = load_leads(store).records
    at = {number: position for position, number in enumerate(records.ids)}
    found = compare_all(records, [(at[a], at[b]) for a, b in pairs])
    return [
        _Judged(
            one.verdict,
            one.confidence,
            [(told.field, told.what, told.weight) for told in one.evidence],
            one.verdict == "same",
        )
        for one in found
    ]


def _most_telling(
    store: Store, first: Sequence[MeantRow], second: Sequence[MeantRow]
) -> tuple[MeantRow, MeantRow]:
    """Give the two rows that tell most of two customers: what was judged and kept before, else the surest pair."""
    if len(first) == len(second) == 1:
        return first[0], second[0]
    mine, his = ({row.lead: row for row in side} for side in (first, second))
    kept = store.read(
        "SELECT row_a, row_b FROM pair WHERE decided_by = 'auto' AND row_a IN (SELECT value FROM json_each(?)) "
        "AND row_b IN (SELECT value FROM json_each(?)) ORDER BY confidence DESC, id",
        [[*mine, *his], [*mine, *his]],
    )
    for a, b in kept:
        if a in mine and b in his:
            return mine[a], his[b]
        if b in mine and a in his:
            return mine[b], his[a]
    crossing = [(a, b) for a in mine for b in his if a != b][:_MOST]
    if not crossing:
        return first[0], second[0]
    judged = _judge(store, crossing)
    a, b = crossing[max(range(len(judged)), key=lambda place: (judged[place].confidence, -place))]
    return mine[a], his[b]


def _way(store: Store, one: MeantRow, two: MeantRow) -> list[Link]:
    """Give the shortest chain of rows that were joined directly, from one row of a customer to another."""
    edges: defaultdict[int, dict[int, tuple[str, float]]] = defaultdict(dict)
    for a, b, sure, by in store.read(
        "SELECT p.row_a, p.row_b, p.confidence, p.decided_by FROM pair p JOIN source_row a ON a.id = p.row_a "
        "JOIN source_row b ON b.id = p.row_b WHERE a.customer_id = ? AND b.customer_id = ? AND p.verdict = 'same' "
        "UNION ALL SELECT id, anchor, 1.0, 'owner' FROM source_row WHERE customer_id = ? AND anchor IS NOT NULL "
        "ORDER BY 4",
        [one.customer, one.customer, one.customer],
    ):
        edges[a][b] = edges[b][a] = (by, sure)
    way = shortest_chain(edges, one.lead, two.lead)
    refs = {number: row.ref for number, row in rows_of(store, way).items()}
    return [
        Link(a=refs[a], b=refs[b], by=edges[a][b][0], confidence=edges[a][b][1]) for a, b in pairwise(way)
    ]
