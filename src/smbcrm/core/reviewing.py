"""The owner's answers to "is this one customer?": which question first, how an answer is written, which answers contradict.

A question that stays open leaves two customers apart. So an answer is worth what a "same" would mend, times how likely it is:

    worth = likelihood x (row pairs + money + care)

    likelihood  the square of the confidence: on labelled lists a quarter of the questions at 0.6 and two thirds of those at 0.8 were true;
                less a fifth for each field in which the two customers as wholes contradict each other: the confidence is that of two rows
    row pairs   rows of the one x rows of the other: so many pairs of rows come together
    money       the smaller spend of the two, in usual spends of the list (at most 5): so much is missing from the greater one now
    care        the better tier of the two, A 1, B 1/2: where time is planned, a double costs time

How much of the good the first half of the answers does is measured on labelled lists: docs/decisions/007-merge-review.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from smbcrm.core.chains import shortest_chain
from smbcrm.core.text import header_key

_MOST_MONEY = 5.0
_CONTRADICTED = 0.8
_CARE = {"A": 1.0, "B": 0.5}

SAME, DIFFERENT, LATER = "same", "different", "later"
_WORDS = {
    SAME: "same s yes y true 1 one merge بله بلی آری آره همان یکی یکسان است",
    DIFFERENT: "different d no n false 0 two split خیر نه نخیر متفاوت جدا دو نیست",
    LATER: "later l skip open ? بعدا بعد بعدتر نمی‌دانم باز نیازمندبررسی review",
}
_MEANING = {header_key(word) or word: answer for answer, words in _WORDS.items() for word in words.split()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two customers of a question; `spend` None where nothing is known of it."""

    customer: int
    name: str
    rows: int
    spend: float | None = None
    tier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An open question: the pair that asks it, its two customers, and how likely its two rows are one.

    `contradicting` counts the fields by which people are told apart in which the two customers have nothing in common.
    """

    pair: int
    row_a: int
    row_b: int
    a: Side
    b: Side
    confidence: float
    contradicting: int = 0


def worth(question: Question, *, usual_spend: float) -> float:
    """Give what answering is worth, in row pairs mended."""
    a, b = question.a, question.b
    money = min(a.spend or 0.0, b.spend or 0.0)
    spends = min(max(money, 0.0) / usual_spend, _MOST_MONEY) if usual_spend > 0 else 0.0
    care = max(_CARE.get(a.tier, 0.0), _CARE.get(b.tier, 0.0))
    likelihood = question.confidence**2 * _CONTRADICTED**question.contradicting
    return likelihood * (a.rows * b.rows + spends + care)


def most_valuable_first(questions: Iterable[Question], *, usual_spend: float) -> list[Question]:
    """Order questions by what their answers are worth; among equals the likelier one, then the older pair."""
    return sorted(
        questions, key=lambda one: (-worth(one, usual_spend=usual_spend), -one.confidence, one.pair)
    )


def read_answer(text: str) -> str | None:
    """Give what a written answer means: same, different or later (an empty one, too); None for another word.

    >>> [read_answer(word) for word in ("Yes", "خیر", "", "perhaps")]
    ['same', 'different', 'later', None]
    """
    word = text.strip()
    if not word:
        return LATER
    return _MEANING.get(header_key(word) or word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One usable answer: `place` names it, the two customers are told by number."""

    place: int
    a: int
    b: int
    same: bool


@dataclass(slots=True)
class _Links:
    """Who is said to be the same as whom, and by which answers."""

    to: dict[int, dict[int, list[int]]] = field(default_factory=dict)

    def add(self, said: Said) -> None:
        self.to.setdefault(said.a, {}).setdefault(said.b, []).append(said.place)
        self.to.setdefault(said.b, {}).setdefault(said.a, []).append(said.place)

    def between(self, a: int, b: int) -> list[int]:
        return shortest_chain(self.to, a, b) if a != b else []

    def cut(self, a: int, b: int) -> list[int]:
        self.to[b].pop(a)
        return self.to[a].pop(b)


def contradictions(
    answers: Sequence[Said], apart: Iterable[tuple[int, int]]
) -> tuple[dict[int, set[int]], dict[int, tuple[int, int]]]:
    """Tell which answers cannot stand together, and which go against an earlier "different" of the owner.

    A "different" contradicts the chain of "same" that would join its two customers: all of them are left out, since nobody
    knows which is the slip. Gives for each answer left out the places it contradicts, or the two customers that are apart
    already. What is left can be applied in any order.

    >>> same = [Said(place=1, a=1, b=2, same=True), Said(place=2, a=2, b=3, same=True)]
    >>> contradictions([*same, Said(place=3, a=1, b=3, same=False)], [])[0]
    {1: {2, 3}, 2: {1, 3}, 3: {1, 2}}
    >>> contradictions(same, [(1, 3)])[1]
    {1: (1, 3), 2: (1, 3)}
    """
    links = _Links()
    for said in answers:
        if said.same:
            links.add(said)
    clashing: dict[int, set[int]] = {}
    for said in sorted((one for one in answers if not one.same), key=lambda one: one.place):
        while way := links.between(said.a, said.b):
            chain = {said.place, *_cut_all(links, way)}
            for place in chain:
                clashing.setdefault(place, set()).update(chain - {place})
    barred: dict[int, tuple[int, int]] = {}
    for a, b in sorted(set(apart)):
        while way := links.between(a, b):
            barred.update(dict.fromkeys(_cut_all(links, way), (a, b)))
    return {place: clashing[place] for place in sorted(clashing)}, barred


def _cut_all(links: _Links, way: Sequence[int]) -> list[int]:
    return sorted(place for a, b in pairwise(way) for place in links.cut(a, b))


def joined_groups(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Give the customers that "same" answers make one, the oldest first in each group.

    >>> joined_groups([(5, 2), (9, 5)])
    [[2, 5, 9]]
    """
    group: dict[int, set[int]] = {}
    for a, b in pairs:
        both = group.get(a, {a}) | group.get(b, {b})
        group.update(dict.fromkeys(both, both))
    return sorted({min(one): sorted(one) for one in group.values()}.values())


def usual(values: Iterable[float | None]) -> float:
    """Give the middle one of the known amounts above zero, 0 where none is."""
    known = sorted(value for value in values if value is not None and value > 0)
    return known[len(known) // 2] if known else 0.0
