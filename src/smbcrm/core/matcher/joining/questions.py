"""Which open pairs are worth a question to the owner."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.matcher.joining.policy import MatchPolicy
from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.weighing.judged import Judged

_IN_VAIN = 2  # so much more than the rows does it count whether a question is likely to be answered with yes


def best_between(
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


def worth_asking(
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
    # What an answer brings, in bits: the rows that come together times how likely they do; and a no is a question in vain.
    rank = (np.log2(rows) - _IN_VAIN * np.logaddexp2(0, -wholes.total))[likely]
    order = likely[np.lexsort((likely, -np.round(rank, 1)))]
    return np.sort(order[:most])
