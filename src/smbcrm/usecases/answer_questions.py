"""Take the owner's answers from a filled-in list of questions: all that can stand together, in one operation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from smbcrm.core.reviewing import LATER, SAME, Said, contradictions, joined_groups, read_answer
from smbcrm.core.say import Say, say
from smbcrm.core.text import fold_digits
from smbcrm.usecases.events.link_referrers import link_referrers
from smbcrm.usecases.find_customer import ID
from smbcrm.usecases.merge_rows import merge_rows
from smbcrm.usecases.merging.merge_results import Merged
from smbcrm.usecases.merging.owners_word import join_for_good, keep_apart, told_apart
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One row of a filled-in list, as written: its number in the file, the pair, the two customers, the answer."""

    row: int
    pair: str
    customer_a: str
    customer_b: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one answer: done, unchanged (it holds already), open (left for later) or refused, and why.

    The customers are those of now: after a "same" both are the one that is left.
    """

    row: int
    pair: int | None
    customer_a: int | None
    customer_b: int | None
    answer: str
    status: str
    reason: Say | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What the answers did, row by row, and what the merge is like now."""

    outcomes: tuple[Outcome, ...]
    merged: Merged

    def count(self, status: str, answer: str = "") -> int:
        """Tell how many answers ended so."""
        return sum(one.status == status and answer in ("", one.answer) for one in self.outcomes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the store knows of everything that the answers name."""

    rows: Mapping[int, tuple[int, int]]  # pair -> its two rows
    customers: Mapping[int, tuple[int, int]]  # pair -> the customers of its rows
    now: Mapping[int, int]  # customer or former customer -> who that is now


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """An answer that is understood: its two customers of now, and the rows that were asked about, where a pair was named."""

    outcome: Outcome
    a: int
    b: int
    rows: tuple[int, int] | None


def answers_of(rows: Sequence[tuple[int, Mapping[str, str]]]) -> list[Answer]:
    """Give the rows of a filled-in list, as a reader gives them, as answers."""
    return [
        Answer(
            row=number,
            pair=cells.get("pair", ""),
            customer_a=cells.get("customer_a", ""),
            customer_b=cells.get("customer_b", ""),
            answer=cells.get("answer", ""),
        )
        for number, cells in rows
    ]


def answer_questions(store: Store, answers: Sequence[Answer]) -> Answered:
    """Remember all answers that can stand together and join and part customers accordingly; the others are left out with a reason.

    The outcome does not depend on the order of the answers. Giving the same answers again changes nothing.
    """
    known = _known(store, answers)
    outcomes: dict[int, Outcome] = {}
    meant: dict[int, _Meant] = {}
    for place, answer in enumerate(answers):
        found = _understood(answer, known)
        if isinstance(found, _Meant):
            meant[place] = found
        else:
            outcomes[place] = found
    for place, settled in _settled(meant, told_apart(store)).items():
        outcomes[place] = settled
        del meant[place]
    home = _apply(store, meant)
    for place, one in meant.items():
        outcomes[place] = replace(
            one.outcome, customer_a=home.get(one.a, one.a), customer_b=home.get(one.b, one.b), status="done"
        )
    merged = merge_rows(store, only_new=True)
    link_referrers(store)
    return Answered(outcomes=tuple(outcomes[place] for place in range(len(answers))), merged=merged)


def _known(store: Store, answers: Sequence[Answer]) -> _Known:
    pairs = sorted({number for one in answers if (number := _pair(one.pair)) is not None})
    found = list(
        store.read(
            "SELECT p.id, p.row_a, p.row_b, a.customer_id, b.customer_id FROM pair p JOIN source_row a ON a.id = p.row_a "
            "JOIN source_row b ON b.id = p.row_b WHERE p.id IN (SELECT value FROM json_each(?))",
            [pairs],
        )
    )
    named = {who for one in answers for text in (one.customer_a, one.customer_b) if (who := _who(text))}
    now = store.read(
        "SELECT id, id FROM customer WHERE id IN (SELECT value FROM json_each(?)) "
        "UNION SELECT id, customer_id FROM alias WHERE id IN (SELECT value FROM json_each(?))",
        [sorted(named), sorted(named)],
    )
    return _Known(
        rows={pair: (row_a, row_b) for pair, row_a, row_b, _, _ in found},
        customers={pair: (a, b) for pair, _, _, a, b in found if a is not None and b is not None},
        now=dict(now),
    )


def _pair(text: str) -> int | None:
    number = fold_digits(text.strip()).removesuffix(".0")
    return int(number) if number.isdecimal() else None


def _who(text: str) -> int | None:
    match = ID.fullmatch(fold_digits(text.strip()))
    return int(match[1]) if match else None


def _understood(answer: Answer, known: _Known) -> _Meant | Outcome:
    """Give what an answer means, or its outcome where it asks for nothing or cannot be followed."""
    verdict = read_answer(answer.answer)
    pair = _pair(answer.pair)
    ends = known.customers.get(pair) if pair is not None else None
    base = Outcome(
        row=answer.row, pair=pair, customer_a=ends[0] if ends else None, customer_b=ends[1] if ends else None,
        answer=verdict or answer.answer.strip(), status="refused",
    )  # fmt: skip
    if verdict is None:
        why = say("{word} is no answer: write same, different or later", word=answer.answer.strip())
        return replace(base, reason=why)
    if verdict == LATER:
        return replace(base, status="open")
    mine, his = _who(answer.customer_a), _who(answer.customer_b)
    named = tuple(known.now.get(who) for who in (mine, his) if who)
    if answer.pair.strip():
        if not ends:
            return replace(base, reason=say("there is no pair {pair} any more", pair=answer.pair.strip()))
        if len(named) == 2 and {*named} != {*ends}:
            why = say("pair {pair} is about {a} and {b} now", pair=pair, a=f"C{ends[0]}", b=f"C{ends[1]}")
            return replace(base, reason=why)
        return _Meant(outcome=base, a=ends[0], b=ends[1], rows=known.rows[pair] if pair is not None else None)
    if len(named) < 2:
        return replace(base, reason=say("the row names neither a pair nor two customers"))
    if named[0] is None or named[1] is None:
        gone = answer.customer_a if named[0] is None else answer.customer_b
        return replace(base, reason=say("there is no customer {id}", id=gone.strip()))
    return _Meant(
        outcome=replace(base, customer_a=named[0], customer_b=named[1]), a=named[0], b=named[1], rows=None
    )


def _settled(meant: Mapping[int, _Meant], apart: set[tuple[int, int]]) -> dict[int, Outcome]:
    """Give the outcomes of what holds already and of what cannot stand."""
    found: dict[int, Outcome] = {}
    usable: list[Said] = []
    for place, one in meant.items():
        same = one.outcome.answer == SAME
        if one.a == one.b and same:
            found[place] = replace(one.outcome, status="unchanged")
        elif one.a == one.b:
            why = say("they are one customer; `smbcrm merge split {id} ROW` takes a row out", id=f"C{one.a}")
            found[place] = replace(one.outcome, reason=why)
        elif not same and _key(one.a, one.b) in apart:
            found[place] = replace(one.outcome, status="unchanged")
        else:
            usable.append(Said(place=place, a=one.a, b=one.b, same=same))
    clashing, barred = contradictions(usable, apart)
    for place, (a, b) in barred.items():
        why = say("you said before that {a} and {b} are different", a=f"C{a}", b=f"C{b}")
        found[place] = replace(meant[place].outcome, reason=why)
    for place, others in clashing.items():
        rows = ", ".join(str(meant[other].outcome.row) for other in sorted(others))
        found[place] = replace(
            meant[place].outcome, reason=say("contradicts the answer in row {rows}", rows=rows)
        )
    return found


def _key(a: int, b: int) -> tuple[int, int]:
    return min(a, b), max(a, b)


def _apply(store: Store, meant: Mapping[int, _Meant]) -> dict[int, int]:
    """Join and part the customers; give for each that was absorbed where he went."""
    same = [one for one in meant.values() if one.outcome.answer == SAME]
    groups = joined_groups((one.a, one.b) for one in same)
    home = {other: group[0] for group in groups for other in group[1:]}
    join_for_good(store, groups)
    between: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for one in meant.values():
        if one.outcome.answer != SAME:
            pair = _key(home.get(one.a, one.a), home.get(one.b, one.b))
            between[pair].update([one.rows] if one.rows else ())
    keep_apart(store, between)
    return home
