"""Find the rows that are one customer: judged pairs with their evidence, and the customers they make.

rows -> traits -> candidate pairs -> evidence -> same / review / different -> customers
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, overload

from smbcrm.core.beside import both, made_beside
from smbcrm.core.matcher.blocking import candidate_pairs
from smbcrm.core.matcher.clustering import Edges, Rules, cluster_rows, recluster
from smbcrm.core.matcher.codes import Array
from smbcrm.core.matcher.evidence import judge
from smbcrm.core.matcher.evidence_text import evidence_texts
from smbcrm.core.matcher.evidence_words import read_evidence, telling
from smbcrm.core.matcher.index_keys import index_keys
from smbcrm.core.matcher.judged import PLACE, Judged, Learnt
from smbcrm.core.matcher.levels import NEAR, SAME, VARIANT
from smbcrm.core.matcher.rarity import Rarity, measure_rarity
from smbcrm.core.matcher.reliability import learn
from smbcrm.core.matcher.traits import Traits, read_traits
from smbcrm.core.matcher.weigh_names import hopeless
from smbcrm.core.matcher.wholes import with_wholes
from smbcrm.core.records import Records
from smbcrm.core.say import Say

_SLICE = 1_000_000
_TOLD_AT_ONCE = 10_000
_WHOLE = (SAME, VARIANT, NEAR)
_JOINED_BEFORE = 60.0  # bits: more than any evidence

# A pair as it is kept: positions, verdict, confidence, evidence as JSON.
Stored: TypeAlias = tuple[int, int, str, float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchPolicy:
    """How sure the matcher must be. Bits are powers of two of the odds: 4 bits are 16 to 1."""

    same_bits: float = 3.6
    # Where two whole names agree: on labelled lists of many kinds 97 of 100 such pairs between the two are one customer.
    named_bits: float = 1.6
    review_bits: float = -3.0
    # Below, hardly one of five would turn out true; `rank_bits` counts the number of rows that an answer is about, too.
    asked_bits: float = -1.5
    rank_bits: float = 0.0
    mean_bits: float = 0.0  # what the pairs across two groups must hold on average to join them
    questions_per_100: float = 3.0
    questions_least: int = 5  # a short list may have as many, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing that speaks for (positive weight, in bits) or against two rows being one customer."""

    what: Say
    weight: float
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two rows judged; `a` and `b` are positions, the older first, and the evidence is strongest first."""

    a: int
    b: int
    verdict: str  # "same", "review" or "different"
    confidence: float
    evidence: tuple[Evidence, ...]


class JudgedPairs(Sequence[Pair]):
    """Pairs kept as arrays; each is told in sentences when it is asked for."""

    def __init__(self, a: Array, b: Array, *, same: Array, judged: Judged) -> None:
        self._a, self._b, self._same, self._judged = a, b, same, judged

    def __len__(self) -> int:
        return len(self._a)

    def __iter__(self) -> Iterator[Pair]:
        return map(_told, self.stored())

    @overload
    def __getitem__(self, place: int) -> Pair: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Pair]: ...
    def __getitem__(self, place: int | slice) -> Pair | Sequence[Pair]:
        if isinstance(place, slice):
            return list(self)[place]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        return _told(next(self.stored(place % len(self))))

    def places(self) -> Iterator[tuple[int, int]]:
        """Give the positions of each pair."""
        return zip(self._a.tolist(), self._b.tolist())

    def stored(self, first: int = 0) -> Iterator[Stored]:
        """Give each pair as it is kept: positions, verdict, confidence, and its evidence as JSON (see `read_evidence`)."""
        for start in range(first, len(self), _TOLD_AT_ONCE):
            here = slice(start, start + _TOLD_AT_ONCE)
            weights, confidence = _weights_told(self._judged.take(here))
            yield from zip(
                self._a[here].tolist(), self._b[here].tolist(),
                ["same" if same else "review" for same in self._same[here].tolist()],
                confidence.tolist(), evidence_texts(self._judged.levels[:, here], weights),
            )  # fmt: skip


def _weights_told(judged: Judged) -> tuple[Array, Array]:
    """Give the weights as they are told, two digits behind the point, and the confidence that they add up to."""
    import numpy as np

    said = np.take_along_axis(telling(), judged.levels.astype(np.intp), axis=1)
    weights = np.where(said, np.round(judged.weights.astype(np.float64), 2), 0.0)
    return weights, np.round(1 / (1 + 2.0 ** -weights.sum(axis=0)), 4)


def _told(stored: Stored) -> Pair:
    a, b, verdict, confidence, text = stored
    evidence = [
        Evidence(what=what, weight=bits, field=field) for field, what, bits in read_evidence(json.loads(text))
    ]
    return Pair(a=a, b=b, verdict=verdict, confidence=confidence, evidence=tuple(evidence))


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The pairs that are the same or to be asked about, and for each row the position of its customer's oldest row."""

    pairs: JudgedPairs
    cluster: list[int]
    index: tuple[Array, Array] | None = (
        None  # keys and positions of all rows, where they were asked for: see `index_keys`
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The records are only a part of a list of `size` rows: those to be judged, and those that could be theirs.

    How rare a value is and how reliable a field is are then told from the `fair` records (positions), which came in whatever they say.
    """

    size: int
    fair: Sequence[int]


def match(
    records: Records,
    *,
    same: Sequence[tuple[int, int]] = (),
    different: Sequence[tuple[int, int]] = (),
    focus: Sequence[int] | None = None,
    links: Sequence[tuple[int, int]] = (),
    excerpt: Excerpt | None = None,
    asking_rows: int | None = None,
    indexed: bool = False,
    policy: MatchPolicy = MatchPolicy(),
) -> Matches:
    """Judge the pairs of rows that could be one customer and put the rows of one customer together.

    `same` and `different` are what the owner decided, as positions; they outweigh all evidence. With `focus` only pairs that
    touch those rows are compared, while rarity still comes from the whole table; `links` are then the pairs that were
    joined by evidence before, which need no new proof. As many questions are asked as `policy`
    allows for `asking_rows` rows, else for all. `indexed` asks for the keys by which the rows are found again.
    """
    import numpy as np

    if len(records) < 2:
        none = np.empty(0, dtype=np.int64)
        pairs = JudgedPairs(none, none, same=none, judged=Judged.empty(0))
        return Matches(pairs=pairs, cluster=list(range(len(records))))
    if excerpt is None:
        traits = read_traits(records)
        rarity = measure_rarity(traits)
    else:
        fair = np.zeros(len(records), dtype=bool)
        fair[list(excerpt.fair)] = True
        traits = read_traits(records, fair=fair)
        rarity = measure_rarity(traits, size=excerpt.size, fair=fair)
    with made_beside(
        lambda: [index_keys(traits)] if indexed else [None], rows=len(records) if indexed else 0
    ) as index:
        pairs, cluster = _joined(
            traits,
            rarity,
            same=same,
            different=different,
            focus=focus,
            links=links,
            asking_rows=asking_rows,
            policy=policy,
        )
        return Matches(pairs=pairs, cluster=cluster, index=next(index))


def _joined(
    traits: Traits,
    rarity: Rarity,
    *,
    same: Sequence[tuple[int, int]],
    different: Sequence[tuple[int, int]],
    focus: Sequence[int] | None,
    links: Sequence[tuple[int, int]],
    asking_rows: int | None,
    policy: MatchPolicy,
) -> tuple[JudgedPairs, list[int]]:
    """Judge the pairs and make clusters of them: see `match`."""
    import numpy as np

    codes = candidate_pairs(traits)
    learnt = learn(traits, rarity, codes)
    a, b, judged = _judge_pairs(
        traits, rarity, _in_focus(codes, focus, traits.count), learnt=learnt, policy=policy
    )
    proved = is_proved(judged, policy)

    def look(one: Array, two: Array) -> tuple[Array, ...]:
        found = judge(traits, rarity, one, two, learnt=learnt)
        doubt = found.doubt & (found.linking > -5)
        return found.linking, found.veto, doubt, found.garbled, found.two

    rules = Rules(
        same=same,
        different=different,
        judge=look,
        mix=traits.mix,
        mean_bits=policy.mean_bits,
        kept=frozenset(row for pair in links for row in pair),
    )
    edges = _edges(a[proved], b[proved], judged.take(proved), links, policy)
    cluster = cluster_rows(traits.count, edges, rules)
    asking = len(cluster) if asking_rows is None else asking_rows
    most = max(int(asking * policy.questions_per_100 / 100), policy.questions_least)

    def weigh_wholes(pairs: Array, cluster: Array) -> Judged:
        chosen = np.unique(np.concatenate([cluster[a[pairs]], cluster[b[pairs]]]))
        whole, place = with_wholes(traits, cluster, chosen)
        return judge(whole, rarity, place[cluster[a[pairs]]], place[cluster[b[pairs]]], learnt=learnt)

    open_ = _between(a, b, judged.total, cluster, different, mix=traits.mix)
    wholes = weigh_wholes(open_, cluster)
    together = is_proved(wholes, policy)
    joining = open_[together]
    if len(joining):
        judged.put_back(joining, wholes.take(together))
        proved[joining] = True
        edges = _edges(a[proved], b[proved], judged.take(proved), links, policy)
        cluster = recluster(cluster, edges, np.concatenate([a[joining], b[joining]]), rules)
        still = _between(a[open_], b[open_], wholes.total, cluster, different, mix=traits.mix)
        open_, wholes = open_[still], wholes.take(still)
    joined = proved & (cluster[a] == cluster[b])
    worth = _questions(wholes, a[open_], b[open_], cluster, policy=policy, most=most)
    judged.put_back(open_[worth], wholes.take(worth))
    asked = np.zeros(len(a), dtype=bool)
    asked[open_[worth]] = True
    kept = np.flatnonzero(joined | asked)
    pairs = JudgedPairs(a[kept], b[kept], same=joined[kept], judged=judged.take(kept))
    return pairs, cluster.tolist()


def is_proved(judged: Judged, policy: MatchPolicy) -> Array:
    """Tell which pairs may be joined without asking."""
    import numpy as np

    enough = judged.total >= np.where(_named(judged), policy.named_bits, policy.same_bits)
    return enough & judged.proof & ~judged.veto & ~judged.doubt


def _named(judged: Judged) -> Array:
    """Tell where a first name, or a firm's, agrees as a whole: an initial or a bare last name fits several people of one home."""
    import numpy as np

    given, firm = judged.levels[PLACE["given"]], judged.levels[PLACE["firm"]]
    return np.isin(given, _WHOLE) | np.isin(firm, _WHOLE)


def would_join(evidence: Sequence[Sequence[Any]], policy: MatchPolicy = MatchPolicy()) -> bool:
    """Tell from kept evidence (`[field, level, weight]` each) whether two rows would be joined if there were only these two.

    >>> would_join([["phone", 1, 15.5], ["given", 1, 6.0], ["prior", 0, -11.0]])
    True
    >>> would_join([["phone", 1, 15.5], ["given", 1, 6.0], ["prior", 0, -11.0], ["alone", 7, -9.0]])
    False
    """
    level = {field: level for field, level, _ in evidence}
    named = level.get("given") in _WHOLE or level.get("firm") in _WHOLE
    total = sum(weight for _, _, weight in evidence)
    return not level.get("alone") and total >= (policy.named_bits if named else policy.same_bits)


def compare(records: Records, a: int, b: int, *, policy: MatchPolicy = MatchPolicy()) -> Pair:
    """Judge one pair with the arithmetic of `match`, whatever comes out."""
    return compare_all(records, [(a, b)], policy=policy)[0]


def compare_all(
    records: Records, pairs: Sequence[tuple[int, int]], *, policy: MatchPolicy = MatchPolicy()
) -> list[Pair]:
    """Judge some pairs (at least one) with the arithmetic of `match`, whatever comes out."""
    import numpy as np

    traits = read_traits(records)
    rarity = measure_rarity(traits)
    learnt = learn(traits, rarity, candidate_pairs(traits))
    low, high = np.sort(np.array(pairs, dtype=np.int64), axis=1).T
    judged = judge(traits, rarity, low, high, learnt=learnt)
    proved = is_proved(judged, policy)
    kept = proved | ((judged.total >= policy.review_bits) & ~judged.veto)
    told = JudgedPairs(low, high, same=proved, judged=judged)
    return [pair if keep else replace(pair, verdict="different") for pair, keep in zip(told, kept.tolist())]


def _in_focus(codes: Array, focus: Sequence[int] | None, count: int) -> Array:
    """Leave only the pairs that touch a row in focus."""
    import numpy as np

    if focus is None:
        return codes
    mask = np.zeros(count, dtype=bool)
    mask[list(focus)] = True
    return codes[mask[codes // count] | mask[codes % count]]


def _edges(
    a: Array, b: Array, judged: Judged, links: Sequence[tuple[int, int]], policy: MatchPolicy
) -> Edges:
    """Give the pairs to join; those joined before stay joined, whatever a new row would rather be with."""
    import numpy as np

    old = np.array(links, dtype=np.int64).reshape(-1, 2)
    bits = np.full(len(old), _JOINED_BEFORE, dtype=np.float32)
    before = np.ones(len(old), dtype=bool)
    return (
        np.concatenate([a, old.min(axis=1)]),
        np.concatenate([b, old.max(axis=1)]),
        np.concatenate([judged.total, bits]),
        np.concatenate([judged.own, before]),
        np.concatenate([_named(judged), before]),
    )


def _judge_pairs(
    traits: Traits, rarity: Rarity, codes: Array, *, learnt: Learnt, policy: MatchPolicy
) -> tuple[Array, Array, Judged]:
    """Judge the candidate pairs, half of very many on a second core, and keep those that could be asked about."""
    import numpy as np

    def judged(part: Array) -> tuple[Array, Judged]:
        return _judge_slices(traits, rarity, part, learnt=learnt, policy=policy)

    half = len(codes) // 2
    halves = both(lambda: judged(codes[:half]), lambda: judged(codes[half:]), rows=len(codes))
    every = np.concatenate([kept for kept, _ in halves])
    return every // traits.count, every % traits.count, Judged.joined([found for _, found in halves])


def _judge_slices(
    traits: Traits, rarity: Rarity, codes: Array, *, learnt: Learnt, policy: MatchPolicy
) -> tuple[Array, Judged]:
    import numpy as np

    kept_codes, kept = [], []
    for start in range(0, len(codes), _SLICE):
        part = codes[start : start + _SLICE]
        part = part[~hopeless(traits, part // traits.count, part % traits.count)]
        judged = judge(traits, rarity, part // traits.count, part % traits.count, learnt=learnt)
        worth = np.flatnonzero((judged.total >= policy.review_bits) & ~judged.veto)
        kept_codes.append(part[worth])
        kept.append(judged.take(worth))
    every = np.concatenate(kept_codes) if kept_codes else np.empty(0, dtype=np.int64)
    return every, Judged.joined(kept)


def _between(
    a: Array, b: Array, total: Array, cluster: Array, different: Sequence[tuple[int, int]], *, mix: Array
) -> Array:
    """Give the best pair between any two customers that nobody has decided about."""
    import numpy as np

    count = len(cluster)
    low = np.minimum(cluster[a], cluster[b]).astype(np.int64)
    high = np.maximum(cluster[a], cluster[b])
    between = low * count + high
    decided = [min(cluster[x], cluster[y]) * count + max(cluster[x], cluster[y]) for x, y in different]
    open_ = np.flatnonzero((low != high) & ~np.isin(between, decided))
    # What the rows say, not where they stand, decides between pairs that are as good.
    one, two = np.minimum(mix[a[open_]], mix[b[open_]]), np.maximum(mix[a[open_]], mix[b[open_]])
    order = open_[np.lexsort((two, one, -np.round(total[open_], 1)))]
    _, first = np.unique(between[order], return_index=True)
    return order[np.sort(first)]


def _questions(
    wholes: Judged, a: Array, b: Array, cluster: Array, *, policy: MatchPolicy, most: int
) -> Array:
    """Choose what to ask about, the likeliest first, `most` of them.

    Who is listed often is likelier to be listed apart, and an answer about many rows is worth more.
    """
    import numpy as np

    sizes = np.bincount(cluster, minlength=len(cluster))
    rows = sizes[cluster[a]] * sizes[cluster[b]]
    odds = wholes.total + np.log2(rows)
    likely = (wholes.total >= policy.review_bits) & ~wholes.veto
    if most > policy.questions_least:  # of a short list the owner may see whatever is open
        likely &= (wholes.total >= policy.asked_bits) & (odds >= policy.rank_bits)
    likely = np.flatnonzero(likely)
    # What an answer brings, in bits: the rows that come together times how likely they do.
    rank = (np.log2(rows) - np.logaddexp2(0, -wholes.total))[likely]
    order = likely[np.lexsort((likely, -np.round(rank, 1)))]
    return np.sort(order[:most])
