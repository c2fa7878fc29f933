"""Find the rows that are one customer: judged pairs with their evidence, and the customers they make.

rows -> traits -> candidate pairs -> evidence -> same / review / different -> customers
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any

from smbcrm.core.beside import in_halves, made_beside
from smbcrm.core.matcher.joining.clustering import cluster_rows, recluster
from smbcrm.core.matcher.joining.links import Links, Rules, Standing
from smbcrm.core.matcher.joining.policy import USUAL, MatchPolicy, is_proved, named
from smbcrm.core.matcher.joining.questions import best_between, worth_asking
from smbcrm.core.matcher.learning.rarity import measure_rarity
from smbcrm.core.matcher.learning.reliability import learn
from smbcrm.core.matcher.reading.blocking import candidate_pairs, rows_of
from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.index_keys import index_keys
from smbcrm.core.matcher.reading.traits import Traits, read_traits
from smbcrm.core.matcher.reading.wholes import with_wholes
from smbcrm.core.matcher.telling.told_pairs import JudgedPairs, Pair
from smbcrm.core.matcher.weighing.evidence import judge
from smbcrm.core.matcher.weighing.hopeless import hopeless
from smbcrm.core.matcher.weighing.judged import Judged
from smbcrm.core.matcher.weighing.learnt import Learnt
from smbcrm.core.matcher.weighing.rarity import Rarity
from smbcrm.core.matcher.weighing.rivals import are_sisters, bare_of, friends, others, short_of
from smbcrm.core.records import Records

_SLICE = 300_000  # pairs: what is made of more at once is new memory each time, which takes a tenth longer
_JOINED_BEFORE = 60.0  # bits: more than any evidence


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
    policy: MatchPolicy = USUAL,
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
    fair = None if excerpt is None else np.isin(np.arange(len(records)), list(excerpt.fair))
    traits = read_traits(records, fair=fair)
    size = 0 if excerpt is None else excerpt.size

    def learnt_beside() -> Iterator[Any]:
        yield measure_rarity(traits, size=size, fair=fair)
        yield index_keys(traits) if indexed else None

    with made_beside(learnt_beside, rows=len(records)) as beside:
        codes = candidate_pairs(traits)
        pairs, cluster = _joined(
            traits,
            next(beside),
            codes,
            same=same,
            different=different,
            focus=focus,
            links=links,
            asking_rows=asking_rows,
            policy=policy,
        )
        return Matches(pairs=pairs, cluster=cluster, index=next(beside))


def get_ready() -> None:
    """Load the tables and libraries of matching ahead of its rows, by matching two of no consequence."""
    nothing: dict[str, Any] = {
        column.name: ("", "") for column in fields(Records) if column.type == "Sequence[str]"
    }
    several = {"phones": ((), ()), "emails": ((), ())}
    match(Records(**nothing | several | {"ids": (1, 2), "source": (1, 1), "name": ("Anna Lind", "Ben Cole")}))


def _joined(
    traits: Traits,
    rarity: Rarity,
    codes: Array,
    *,
    same: Sequence[tuple[int, int]],
    different: Sequence[tuple[int, int]],
    focus: Sequence[int] | None,
    links: Sequence[tuple[int, int]],
    asking_rows: int | None,
    policy: MatchPolicy,
) -> tuple[JudgedPairs, list[int]]:
    """Judge the pairs (`codes`, of `candidate_pairs`) and make clusters of them: see `match`."""
    import numpy as np

    learnt = learn(traits, rarity, codes)
    a, b, judged = _judge_pairs(
        traits, rarity, _in_focus(codes, focus, traits.count), learnt=learnt, policy=policy
    )
    proved = is_proved(judged, policy)

    rules = Rules(
        same=same,
        different=different,
        judge=partial(_standing, traits, rarity, learnt),
        mix=traits.mix,
        mean_bits=policy.mean_bits,
        kept=frozenset(row for pair in links for row in pair),
    )
    proofs = _proofs(a[proved], b[proved], judged.take(proved), links)
    cluster = cluster_rows(traits.count, proofs, rules)
    most = _most_questions(len(cluster) if asking_rows is None else asking_rows, policy)
    open_ = best_between(a, b, judged.total, cluster, different, mix=traits.mix)
    wholes = _judge_wholes(traits, rarity, learnt, cluster[a[open_]], cluster[b[open_]], cluster=cluster)
    together = is_proved(wholes, policy)
    joining = open_[together]
    if len(joining):
        judged.put_back(joining, wholes.take(together))
        whole = np.zeros(len(a), dtype=bool)
        proved[joining] = whole[joining] = True
        proofs = _proofs(a[proved], b[proved], judged.take(proved), links, whole=whole[proved])
        cluster = recluster(cluster, proofs, np.concatenate([a[joining], b[joining]]), rules)
        still = best_between(a[open_], b[open_], wholes.total, cluster, different, mix=traits.mix)
        open_, wholes = open_[still], wholes.take(still)
    joined = proved & (cluster[a] == cluster[b])
    worth = worth_asking(wholes, a[open_], b[open_], cluster, policy=policy, most=most)
    judged.put_back(open_[worth], wholes.take(worth))
    kept = np.union1d(np.flatnonzero(joined), open_[worth])
    pairs = JudgedPairs(a[kept], b[kept], same=joined[kept], judged=judged.take(kept))
    return pairs, cluster.tolist()


def _most_questions(rows: int, policy: MatchPolicy) -> int:
    return max(int(rows * policy.questions_per_100 / 100), policy.questions_least)


def _judge_wholes(
    traits: Traits, rarity: Rarity, learnt: Learnt, one: Array, two: Array, *, cluster: Array
) -> Judged:
    """Judge pairs of customers, given by their clusters, by all that their rows say."""
    import numpy as np

    whole, place = with_wholes(traits, cluster, np.unique(np.concatenate([one, two])))
    return judge(whole, rarity, place[one], place[two], learnt=learnt)


def compare(records: Records, a: int, b: int, *, policy: MatchPolicy = USUAL) -> Pair:
    """Judge one pair with the arithmetic of `match`, whatever comes out."""
    return compare_all(records, [(a, b)], policy=policy)[0]


def compare_all(
    records: Records, pairs: Sequence[tuple[int, int]], *, policy: MatchPolicy = USUAL
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
    low, high = rows_of(codes, count)
    return codes[mask[low] | mask[high]]


def _standing(traits: Traits, rarity: Rarity, learnt: Learnt, one: Array, two: Array) -> Standing:
    """Tell how pairs stand that may come into one group."""
    found = judge(traits, rarity, one, two, learnt=learnt)
    unlike = others(found, sisters=are_sisters(found, traits, rarity.site_words, one, two))
    return Standing(
        one=one,
        two=two,
        bits=found.linking,
        veto=found.veto,
        doubt=found.doubt & (found.linking > -5),
        garbled=found.garbled,
        apart=found.two,
        unlike=unlike & (not learnt.homes.single),
        friends=friends(found),
    )


def _proofs(
    a: Array, b: Array, judged: Judged, before: Sequence[tuple[int, int]], *, whole: Array | None = None
) -> Links:
    """Give the pairs to join; those joined `before` stay joined, whatever a new row would rather be with."""
    import numpy as np

    old = np.array(before, dtype=np.int64).reshape(-1, 2)
    yes = np.ones(len(old), dtype=bool)
    return Links(
        one=np.concatenate([a, old.min(axis=1)]),
        two=np.concatenate([b, old.max(axis=1)]),
        bits=np.concatenate([judged.total, np.full(len(old), _JOINED_BEFORE, dtype=np.float32)]),
        own=np.concatenate([judged.own, yes]),
        named=np.concatenate([named(judged), yes]),
        whole=np.concatenate([np.zeros(len(a), dtype=bool) if whole is None else whole, ~yes]),
        short=np.concatenate([short_of(judged), ~yes]),
        bare=np.concatenate([bare_of(judged), ~yes]),
    )


def _judge_pairs(
    traits: Traits, rarity: Rarity, codes: Array, *, learnt: Learnt, policy: MatchPolicy
) -> tuple[Array, Array, Judged]:
    """Judge the candidate pairs, half of very many on a second core, and keep those that could be asked about."""
    import numpy as np

    halves = in_halves(
        lambda here: _judge_slices(traits, rarity, codes[here], learnt=learnt, policy=policy), len(codes)
    )
    every = np.concatenate([kept for kept, _ in halves])
    return *rows_of(every, traits.count), Judged.joined([found for _, found in halves])


def _judge_slices(
    traits: Traits, rarity: Rarity, codes: Array, *, learnt: Learnt, policy: MatchPolicy
) -> tuple[Array, Judged]:
    import numpy as np

    kept_codes, kept = [], []
    for start in range(0, len(codes), _SLICE):
        part = codes[start : start + _SLICE]
        a, b = rows_of(part, traits.count)
        open_ = np.flatnonzero(~hopeless(traits, a, b, single=learnt.homes.single))
        part = part[open_]
        judged = judge(traits, rarity, a[open_], b[open_], learnt=learnt)
        worth = np.flatnonzero((judged.total >= policy.review_bits) & ~judged.veto)
        kept_codes.append(part[worth])
        kept.append(judged.take(worth))
    every = np.concatenate(kept_codes) if kept_codes else np.empty(0, dtype=np.int64)
    return every, Judged.joined(kept)
