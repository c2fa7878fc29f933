"""From judged pairs to customers: strongest pairs first, and never two rows together that exclude each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from smbcrm.core.matcher.codes import Array

# Positions a, b -> bits, veto, doubt, garbled (a veto only because of a first name that may be a misspelled one), two (what is
# each person's own differs: two people of one name).
Judge = Callable[[Any, Any], tuple[Any, ...]]
# The pairs proved: positions a, b, bits, whether something of one person's own agrees (as opposed to a shared home),
# whether whole names do, and whether it was all that is known of two customers that proved them one.
Edges: TypeAlias = tuple[Array, Array, Array, Array, Array, Array]

_WHOLE = 150  # in groups up to this size every pair is judged before they are joined
_MANY_ROWS = 5  # of which one may be in doubt
_SLICE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What holds while customers are built.

    `same` joins rows whatever the evidence, `different` parts them whatever the evidence. Two groups are joined when no pair
    across is excluded and the pairs across hold `mean_bits` on average. `mix` breaks ties by what the rows say. `kept` rows
    stay with those they were joined to before.
    """

    same: Sequence[tuple[int, int]]
    different: Sequence[tuple[int, int]]
    judge: Judge
    mix: Array
    mean_bits: float
    kept: frozenset[int] = frozenset()


def cluster_rows(count: int, edges: Edges, rules: Rules) -> Array:
    """Give each row the position of the oldest row of its customer."""
    import numpy as np

    one, two, *told = edges
    forced = np.array(rules.same, dtype=np.int64).reshape(-1, 2)
    every_one, every_two = np.concatenate([one, forced[:, 0]]), np.concatenate([two, forced[:, 1]])
    label = components(count, every_one, every_two)
    rows = np.argsort(label, kind="stable")
    sizes = np.bincount(label, minlength=count)
    touched = np.zeros(count, dtype=bool)
    touched[label[forced.ravel()]] = True
    touched[[label[x] for pair in rules.different for x in pair]] = True
    groups = np.flatnonzero((sizes >= 3) | (touched & (sizes >= 2)))
    starts = np.searchsorted(label[rows], groups)
    members = [rows[start : start + sizes[group]] for group, start in zip(groups, starts)]
    by_group = _edges_by_group(label, one, two, *told)
    decided = _decided_by_group(label, rules)
    for part in _slices(members):
        _settle_slice(part, label, by_group, rules, decided)
    return _oldest(label)


def recluster(cluster: Array, edges: Edges, touched: Array, rules: Rules) -> Array:
    """Cluster the rows again that have to do with the `touched` ones, by all pairs proved by now; the others stay as they are."""
    import numpy as np

    count = len(cluster)
    forced = np.array(rules.same, dtype=np.int64).reshape(-1, 2)
    label = components(
        count, np.concatenate([edges[0], forced[:, 0]]), np.concatenate([edges[1], forced[:, 1]])
    )
    hot = np.zeros(count, dtype=bool)
    hot[label[touched]] = True
    again = hot[label]
    kept = again[edges[0]]
    one, two, bits, own, named, whole = (part[kept] for part in edges)
    found = cluster_rows(count, (one, two, bits, own, named, whole), rules)
    return np.where(again, found, cluster)


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


def _edges_by_group(label: Array, one: Array, *rest: Array) -> tuple[Array, ...]:
    import numpy as np

    order = np.argsort(label[one], kind="stable")
    return label[one][order], one[order], *(part[order] for part in rest)


# What was decided within each group: the pairs that are the same, and those that are different.
Decided = Mapping[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]]


def _decided_by_group(label: Array, rules: Rules) -> Decided:
    found: dict[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
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
    part: list[Array], label: Array, by_group: tuple[Array, ...], rules: Rules, decided: Decided
) -> None:
    """Part every group of the slice in which some pair is excluded, and leave the others whole."""
    import numpy as np

    group_of, *edges = by_group
    small = [rows for rows in part if len(rows) <= _WHOLE]
    uppers = [_upper(len(rows)) for rows in small]
    a = (
        np.concatenate([rows[u[0]] for rows, u in zip(small, uppers)])
        if small
        else np.empty(0, dtype=np.int64)
    )
    b = (
        np.concatenate([rows[u[1]] for rows, u in zip(small, uppers)])
        if small
        else np.empty(0, dtype=np.int64)
    )
    a, b = np.minimum(a, b), np.maximum(a, b)
    none = np.empty(0, dtype=bool)
    inner = rules.judge(a, b) if len(a) else (np.empty(0), none, none, none, none)
    start = 0
    asked = {x for pair in (*rules.same, *rules.different) for x in pair}
    for rows in part:
        span = slice(*np.searchsorted(group_of, [label[rows[0]], label[rows[0]] + 1]))
        links = tuple(part[span] for part in edges)
        if len(rows) <= _WHOLE:
            end = start + len(rows) * (len(rows) - 1) // 2
            here = (a[start:end], b[start:end], *(part_of[start:end] for part_of in inner))
            start = end
        else:
            low, high = np.minimum(links[0], links[1]), np.maximum(links[0], links[1])
            here = (low, high, *rules.judge(low, high))
        asking = asked and not asked.isdisjoint(rows.tolist())
        clash = here[3].any() or here[4].any() or here[2].min(initial=99.0) < 0
        if asking or clash or len(rows) > _WHOLE:
            _part_group(rows, label, links, here, rules, decided.get(int(label[rows[0]]), ([], [])))


def _part_group(
    rows: Array,
    label: Array,
    links: tuple[Array, ...],
    pairs: tuple[Array, ...],
    rules: Rules,
    decided: tuple[list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    """Build the customers of one group from the strongest link down."""
    import numpy as np

    inside = rows.tolist()
    same, different = decided
    apart = {frozenset(pair) for pair in different}
    score = {(x, y): s for x, y, s in zip(pairs[0].tolist(), pairs[1].tolist(), pairs[2].tolist())}
    excluded, doubted, garbled, two = (
        {(x, y) for x, y, told in zip(pairs[0].tolist(), pairs[1].tolist(), column.tolist()) if told}
        for column in pairs[3:]
    )
    doubted |= excluded
    # What bars a join, by whether something of one person's own agrees, and whether whole names do.
    bars = {
        (True, True): excluded - garbled,
        (True, False): excluded,
        (False, True): doubted - garbled,
        (False, False): doubted,
    }
    strict = {kind: bar | two for kind, bar in bars.items()} if two else bars
    home = {row: row for row in inside}  # the customer a row is in, by one of its members
    held = {row: [[row]] for row in inside}  # its members, those the owner joined in one list
    for x, y in same:
        if home[x] != home[y]:
            both = held[home[x]] + held[home[y]]
            flat = [m for kin in both for m in kin]
            if not any(frozenset((p, q)) in apart for p in flat for q in flat if p < q):
                _move(home, held, home[x], home[y], [flat])
    first, second = rules.mix[links[0]], rules.mix[links[1]]
    # Arithmetic on many pairs at once may differ in the last digits from place to place: those break no tie.
    order = np.lexsort(
        (np.maximum(first, second), np.minimum(first, second), -np.round(links[2], 2), links[5])
    )
    for place in order.tolist():
        x, y = home[int(links[0][place])], home[int(links[1][place])]
        if x == y:
            continue
        # A shared home may join only groups between which nothing is in doubt. A whole name joins a spelling that is like it to
        # others that are, too, however little two slips are like each other.
        few = _few_doubts(held[x], held[y], doubted)
        known = bool(links[5][place])
        kind = (few or known or bool(links[3][place]), known or bool(links[4][place]))
        barred = bars[kind] if few else strict[kind]
        if _may_join(held[x], held[y], score, barred, apart, rules.mean_bits):
            _move(home, held, x, y, held[x] + held[y])
    if two:
        settled = {row for pair in (*same, *different) for row in pair} | (rules.kept & set(inside))
        _part_undecided(home, held, links, two=two, doubted=doubted, decided=settled)
    for row in rows.tolist():
        label[row] = min(m for kin in held[home[row]] for m in kin)


def _move(
    home: dict[int, int], held: dict[int, list[list[int]]], x: int, y: int, kins: list[list[int]]
) -> None:
    held[x] = kins
    for kin in held.pop(y):
        for row in kin:
            home[row] = x


def _part_undecided(
    home: dict[int, int],
    held: dict[int, list[list[int]]],
    links: tuple[Array, ...],
    *,
    two: set[tuple[int, int]],
    doubted: set[tuple[int, int]],
    decided: set[int],
) -> None:
    """Part the rows that may as well be another's of the same name: father and son, and a row that does not say when he was born.

    Such a row is proved to be one with rows of two customers whose birth dates or ids differ, while its own differs from neither's.
    It goes where more than twice as many of these rows are; a date mistyped is not another person.
    """
    telling = {row for pair in two for row in pair}
    proved: dict[int, dict[int, int]] = {}
    for x, y in zip(links[0].tolist(), links[1].tolist()):
        for row, other in ((x, y), (y, x)):
            if other in telling and row not in telling and row not in decided:
                of = proved.setdefault(row, {})
                of[home[other]] = of.get(home[other], 0) + 1
    across = {(home[x], home[y]) for x, y in two if home[x] != home[y]}
    rivals = across | {(y, x) for x, y in across}
    of_customer = {home[row]: row for row in telling}
    going: dict[int, int | None] = {}
    for row, counts in proved.items():
        mine = counts.get(home[row], 0)
        others = {other: n for other, n in counts.items() if (home[row], other) in rivals}
        most = max(others.values(), default=0)
        best = [other for other, n in others.items() if n == most]
        if most > 2 * mine and len(best) == 1 and _fits(row, held[best[0]], doubted):
            going[row] = of_customer[best[0]]
        elif most and 2 * most >= mine:
            going[row] = None
    # Rows that tell something stay: those that go to them can be moved in any order.
    for row, there in going.items():
        _leave(home, held, row)
        if there is not None:
            home[row] = home[there]
            held[home[there]].append(held.pop(row)[0])


def _fits(row: int, kins: list[list[int]], doubted: set[tuple[int, int]]) -> bool:
    """Tell whether nothing is in doubt between a row and a customer."""
    return not any(((m, row) if m < row else (row, m)) in doubted for kin in kins for m in kin)


def _leave(home: dict[int, int], held: dict[int, list[list[int]]], row: int) -> None:
    """Make a row a customer of its own."""
    kins = [kin for kin in held.pop(home[row]) if kin != [row]]
    for kin in kins:
        home.update(dict.fromkeys(kin, kins[0][0]))
    if kins:
        held[kins[0][0]] = kins
    held[row], home[row] = [[row]], row


def _few_doubts(left: list[list[int]], right: list[list[int]], doubted: set[tuple[int, int]]) -> bool:
    """Tell whether all that is in doubt between two groups stands in a few of many rows: a date mistyped, not another person."""
    for one, other in ((left, right), (right, left)):
        rows = [row for kin in one for row in kin]
        if len(rows) < _MANY_ROWS:
            continue
        across = [row for kin in other for row in kin]
        odd = sum(any(((p, q) if p < q else (q, p)) in doubted for q in across) for p in rows)
        if odd * _MANY_ROWS <= len(rows):
            return True
    return False


def _may_join(
    left: list[list[int]],
    right: list[list[int]],
    score: dict[tuple[int, int], float],
    excluded: set[tuple[int, int]],
    apart: set[frozenset[int]],
    mean_bits: float,
) -> bool:
    """Tell whether two groups may be one customer; what the owner joined counts as one member, by its best side."""
    total, crossings = 0.0, 0
    for one in left:
        for two in right:
            best = None
            for p in one:
                for q in two:
                    if apart and frozenset((p, q)) in apart:
                        return False
                    pair = (p, q) if p < q else (q, p)
                    if pair not in excluded and (best is None or score.get(pair, 0.0) > best):
                        best = score.get(pair, 0.0)
            if best is None:
                return False
            total += best
            crossings += 1
    return total >= mean_bits * crossings
