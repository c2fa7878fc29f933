"""The customers among rows that proof has linked, where some of them exclude each other or leave it open who is meant."""

from __future__ import annotations

from typing import TypeAlias

from smbcrm.core.matcher.joining.links import Links, Rules, Standing
from smbcrm.core.matcher.joining.short_names import without_rivals
from smbcrm.core.matcher.reading.codes import Array

Pairs: TypeAlias = set[tuple[int, int]]
# The pairs of a group that the owner calls the same, and those that he calls different.
Decided: TypeAlias = tuple[list[tuple[int, int]], list[tuple[int, int]]]

_MANY_ROWS = 5  # of which one may be in doubt


def part_group(
    rows: Array, label: Array, links: Links, pairs: Standing, rules: Rules, decided: Decided
) -> None:
    """Build the customers of one group from the strongest link down."""
    inside = rows.tolist()
    same, different = decided
    apart = {frozenset(pair) for pair in different}
    score = dict(zip(zip(pairs.one.tolist(), pairs.two.tolist()), pairs.bits.tolist()))
    links = without_rivals(links, pairs)
    excluded, two = pairs.pairs(pairs.veto), pairs.pairs(pairs.apart)
    unlike = pairs.pairs(pairs.unlike)
    doubted = pairs.pairs(pairs.doubt) | excluded
    bars = _bars(excluded, doubted, pairs.pairs(pairs.garbled))
    strict = {kind: bar | two | unlike for kind, bar in bars.items()} if two or unlike else bars
    doubts = _of_each(doubted)
    # Where the owner decided something, members are looked at one by one.
    barring, scores = (
        ({}, {}) if same or apart else (_of_each(doubted | two | unlike), _scores_of_each(score))
    )
    home = {row: row for row in inside}  # the customer a row is in, by one of its members
    held = {row: [[row]] for row in inside}  # its members, those the owner joined in one list
    _join_the_same(home, held, same, apart)
    for place in _strongest_first(links, rules):
        x, y = home[int(links.one[place])], home[int(links.two[place])]
        if x == y:
            continue
        # A shared home may join only groups between which nothing is in doubt. A whole name joins a spelling that is like it to
        # others that are, too, however little two slips are like each other.
        few = _few_doubts(held[x], held[y], doubts)
        known = bool(links.whole[place])
        kind = (few or known or bool(links.own[place]), known or bool(links.named[place]))
        barred = bars[kind] if few else strict[kind]
        if same or apart:
            joins = _may_join(held[x], held[y], score, barred, apart, rules.mean_bits)
        else:
            joins = _rows_may_join(x, y, home, held, scores, barring, barred, rules.mean_bits)
        if joins:
            _move(home, held, x, y)
            if same:
                _take_among(held[x], int(links.one[place]), int(links.two[place]))
    if two:
        settled = {row for pair in (*same, *different) for row in pair} | (rules.kept & set(inside))
        _part_undecided(home, held, links, two=two, doubted=doubted, decided=settled)
    for kins in held.values():
        members = [m for kin in kins for m in kin]
        label[members] = min(members)


def _join_the_same(
    home: dict[int, int],
    held: dict[int, list[list[int]]],
    same: list[tuple[int, int]],
    apart: set[frozenset[int]],
) -> None:
    """Join what the owner calls one customer, but for whom he called different himself."""
    for x, y in same:
        if home[x] != home[y]:
            both = held[home[x]] + held[home[y]]
            flat = [m for kin in both for m in kin]
            if not any(frozenset((p, q)) in apart for p in flat for q in flat if p < q):
                _move(home, held, home[x], home[y])
                held[home[x]] = [flat]


def _strongest_first(links: Links, rules: Rules) -> list[int]:
    """Give the order in which proved pairs are joined: those of single rows before those of wholes; ties are broken by what rows say."""
    import numpy as np

    first, second = rules.mix[links.one], rules.mix[links.two]
    # Arithmetic on many pairs at once may differ in the last digits from place to place: those break no tie.
    bits = -np.round(links.bits, 2)
    order: list[int] = np.lexsort(
        (np.maximum(first, second), np.minimum(first, second), bits, links.whole)
    ).tolist()
    return order


def _bars(excluded: Pairs, doubted: Pairs, garbled: Pairs) -> dict[tuple[bool, bool], Pairs]:
    """Give what bars a join, by whether something of one person's own agrees, and whether whole names do."""
    return {
        (True, True): excluded - garbled,
        (True, False): excluded,
        (False, True): doubted - garbled,
        (False, False): doubted,
    }


def _move(home: dict[int, int], held: dict[int, list[list[int]]], x: int, y: int) -> None:
    """Put the members of one customer among those of another, which may be thousands: they are not copied."""
    kins = held.pop(y)
    held[x].extend(kins)
    for kin in kins:
        for row in kin:
            home[row] = x


def _take_among(kins: list[list[int]], one: int, two: int) -> None:
    """Put a row among those that the owner joined where it is proved to be one with one of them.

    Whoever is like another of them is the same customer: the next list holds an owner's name and his firm's once more.
    """
    [first], [second] = ([kin for kin in kins if row in kin] for row in (one, two))
    if first is not second and (len(first) > 1 or len(second) > 1):
        first.extend(second)
        kins.remove(second)


def _part_undecided(
    home: dict[int, int],
    held: dict[int, list[list[int]]],
    links: Links,
    *,
    two: Pairs,
    doubted: Pairs,
    decided: set[int],
) -> None:
    """Part the rows that may as well be another's of the same name: father and son, and a row that does not say when he was born.

    Such a row is proved to be one with rows of two customers whose birth dates or ids differ, while its own differs from neither's.
    It goes where more than twice as many of these rows are; a date mistyped is not another person.
    """
    telling = {row for pair in two for row in pair}
    proved: dict[int, dict[int, int]] = {}
    for x, y in zip(links.one.tolist(), links.two.tolist()):
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


def _fits(row: int, kins: list[list[int]], doubted: Pairs) -> bool:
    """Tell whether nothing is in doubt between a row and a customer."""
    return not any(((m, row) if m < row else (row, m)) in doubted for kin in kins for m in kin)


def _leave(home: dict[int, int], held: dict[int, list[list[int]]], row: int) -> None:
    """Make a row a customer of its own."""
    kins = [rest for kin in held.pop(home[row]) if (rest := [member for member in kin if member != row])]
    for kin in kins:
        home.update(dict.fromkeys(kin, kins[0][0]))
    if kins:
        held[kins[0][0]] = kins
    held[row], home[row] = [[row]], row


def _of_each(pairs: Pairs) -> dict[int, set[int]]:
    """Give for each row those that it is in a pair with."""
    others: dict[int, set[int]] = {}
    for p, q in pairs:
        others.setdefault(p, set()).add(q)
        others.setdefault(q, set()).add(p)
    return others


def _few_doubts(left: list[list[int]], right: list[list[int]], doubts: dict[int, set[int]]) -> bool:
    """Tell whether all that is in doubt between two groups stands in a few of many rows: a date mistyped, not another person."""
    for one, other in ((left, right), (right, left)):
        count = sum(map(len, one))
        if count < _MANY_ROWS:
            continue
        across = {row for kin in other for row in kin}
        odd = sum(not doubts[p].isdisjoint(across) for kin in one for p in kin if p in doubts)
        if odd * _MANY_ROWS <= count:
            return True
    return False


def _scores_of_each(score: dict[tuple[int, int], float]) -> dict[int, dict[int, float]]:
    """Give for each row those that it was compared with, and what each comparison says."""
    others: dict[int, dict[int, float]] = {}
    for (p, q), bits in score.items():
        others.setdefault(p, {})[q] = bits
        others.setdefault(q, {})[p] = bits
    return others


def _rows_may_join(
    x: int,
    y: int,
    home: dict[int, int],
    held: dict[int, list[list[int]]],
    scores: dict[int, dict[int, float]],
    barring: dict[int, set[int]],
    excluded: Pairs,
    mean_bits: float,
) -> bool:
    """Tell what `_may_join` tells where the owner has decided nothing: thousands of rows are not looked through for each new one."""
    few, many = (x, y) if len(held[x]) < len(held[y]) else (y, x)
    total = 0.0
    for [p] in held[few]:
        for q in barring.get(p, ()):
            if home.get(q) == many and ((p, q) if p < q else (q, p)) in excluded:
                return False
        total += sum(bits for q, bits in scores.get(p, {}).items() if home.get(q) == many)
    return total >= mean_bits * len(held[few]) * len(held[many])


def _may_join(
    left: list[list[int]],
    right: list[list[int]],
    score: dict[tuple[int, int], float],
    excluded: Pairs,
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
