"""From judged pairs to customers: strongest pairs first, and never two rows together that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from smbcrm.core.matcher.joining.links import Links, Rules, Standing
from smbcrm.core.matcher.joining.one_group import Decided, part_group
from smbcrm.core.matcher.reading.codes import Array

_WHOLE = 150  # in groups up to this size every pair is judged before they are joined
_SLICE = 1_000_000


def cluster_rows(count: int, links: Links, rules: Rules) -> Array:
    """Give each row the position of the oldest row of its customer."""
    import numpy as np

    label, forced = _linked(count, links, rules)
    rows = np.argsort(label, kind="stable")
    sizes = np.bincount(label, minlength=count)
    touched = np.zeros(count, dtype=bool)
    touched[label[forced.ravel()]] = True
    touched[[label[x] for pair in rules.different for x in pair]] = True
    groups = np.flatnonzero((sizes >= 3) | (touched & (sizes >= 2)))
    starts = np.searchsorted(label[rows], groups)
    members = [rows[start : start + sizes[group]] for group, start in zip(groups, starts)]
    order = np.argsort(label[links.one], kind="stable")
    by_group = links.take(order)
    decided = _decided_by_group(label, rules)
    for part in _slices(members):
        _settle_slice(part, label, by_group, rules, decided)
    return _oldest(label)


def recluster(cluster: Array, links: Links, touched: Array, rules: Rules) -> Array:
    """Cluster the rows again that have to do with the `touched` ones, by all pairs proved by now; the others stay as they are."""
    import numpy as np

    count = len(cluster)
    label, _ = _linked(count, links, rules)
    hot = np.zeros(count, dtype=bool)
    hot[label[touched]] = True
    again = hot[label]
    found = cluster_rows(count, links.take(again[links.one]), rules)
    return np.where(again, found, cluster)


def _linked(count: int, links: Links, rules: Rules) -> tuple[Array, Array]:
    """Give the group of each row, linked by proof or by the owner, and the pairs that he joined."""
    import numpy as np

    forced = np.array(rules.same, dtype=np.int64).reshape(-1, 2)
    one, two = np.concatenate([links.one, forced[:, 0]]), np.concatenate([links.two, forced[:, 1]])
    return components(count, one, two), forced


def components(count: int, one: Array, two: Array) -> Array:
    """Give each row the smallest position it is linked to, over any number of links."""
    import numpy as np

    label = np.arange(count)
    while True:
        low = np.minimum(label[one], label[two])
        before = label.copy()
        np.minimum.at(label, label[one], low)
        np.minimum.at(label, label[two], low)
        np.minimum.at(label, one, low)
        np.minimum.at(label, two, low)
        label = label[label]
        if np.array_equal(label, before):
            return label


def _oldest(label: Array) -> Array:
    import numpy as np

    oldest = np.full(len(label), len(label), dtype=np.int64)
    np.minimum.at(oldest, label, np.arange(len(label)))
    return oldest[label]


def _decided_by_group(label: Array, rules: Rules) -> dict[int, Decided]:
    found: dict[int, Decided] = {}
    for place, pairs in enumerate((rules.same, rules.different)):
        for x, y in pairs:
            if label[x] == label[y]:
                found.setdefault(int(label[x]), ([], []))[place].append((x, y))
    return found


def _slices(members: list[Array]) -> Iterator[list[Array]]:
    """Cut the groups into parts whose pairs fit in memory together."""
    part: list[Array] = []
    pairs = 0
    for group in members:
        part.append(group)
        pairs += min(len(group), _WHOLE) ** 2 // 2
        if pairs > _SLICE:
            yield part
            part, pairs = [], 0
    if part:
        yield part


@cache
def _upper(size: int) -> tuple[Array, ...]:
    """Give the places of all pairs among so many rows, at most `_WHOLE`; nearly all groups are of a few sizes."""
    import numpy as np

    return np.triu_indices(size, 1)


def _settle_slice(
    part: list[Array], label: Array, by_group: Links, rules: Rules, decided: Mapping[int, Decided]
) -> None:
    """Part every group of the slice in which some pair is excluded, and leave the others whole."""
    import numpy as np

    group_of = label[by_group.one]
    every = _all_pairs([rows for rows in part if len(rows) <= _WHOLE], rules)
    start = 0
    asked = {x for pair in (*rules.same, *rules.different) for x in pair}
    spans = [slice(*np.searchsorted(group_of, [label[rows[0]], label[rows[0]] + 1])) for rows in part]
    for rows, span in zip(part, spans):
        if len(rows) <= _WHOLE:
            here = slice(start, start + len(rows) * (len(rows) - 1) // 2)
            start = here.stop
            clash = every.veto[here].any() or every.doubt[here].any() or every.bits[here].min() < 0
            if not clash and asked.isdisjoint(rows.tolist()):
                continue  # nearly all groups: nothing of them is copied
            links, pairs = by_group.take(span), every.take(here)
        else:
            links = by_group.take(span)
            pairs = rules.judge(np.minimum(links.one, links.two), np.maximum(links.one, links.two))
        part_group(rows, label, links, pairs, rules, decided.get(int(label[rows[0]]), ([], [])))


def _all_pairs(groups: list[Array], rules: Rules) -> Standing:
    """Judge every pair of rows within each of these groups, group after group."""
    import numpy as np

    uppers = [_upper(len(rows)) for rows in groups]
    none = np.empty(0, dtype=np.int64)
    a = np.concatenate([none, *(rows[u[0]] for rows, u in zip(groups, uppers))])
    b = np.concatenate([none, *(rows[u[1]] for rows, u in zip(groups, uppers))])
    return rules.judge(np.minimum(a, b), np.maximum(a, b))
