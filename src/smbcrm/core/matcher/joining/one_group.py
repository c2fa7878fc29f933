"""The customers among rows that proof has linked, where some of them exclude each other or leave it open who is meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from smbcrm.core.matcher.joining.growing import Across, Growing, Kind, Pairs
from smbcrm.core.matcher.joining.links import Links, Rules, Standing, in_order
from smbcrm.core.matcher.joining.short_names import without_rivals
from smbcrm.core.matcher.reading.codes import Array

# The pairs of a group that the owner calls the same, and those that he calls different.
Decided: TypeAlias = tuple[list[tuple[int, int]], list[tuple[int, int]]]


def part_group(
    rows: Array, label: Array, links: Links, pairs: Standing, rules: Rules, decided: Decided
) -> None:
    """Build the customers of one group from the strongest link down."""
    inside = rows.tolist()
    same, different = decided
    score = dict(zip(zip(pairs.one.tolist(), pairs.two.tolist()), pairs.bits.tolist()))
    links = without_rivals(links, pairs)
    excluded, two = pairs.pairs(pairs.veto), pairs.pairs(pairs.apart)
    unlike = pairs.pairs(pairs.unlike)
    doubted = pairs.pairs(pairs.doubt) | excluded
    bars = _bars(excluded, doubted, pairs.pairs(pairs.garbled))
    strict = {kind: bar | two | unlike for kind, bar in bars.items()} if two or unlike else bars
    customers = Growing(inside)
    across = Across(customers, score, doubted=doubted, different=different, mean_bits=rules.mean_bits)
    _join_the_same(customers, same, different)
    for place in _strongest_first(links, rules):
        one, other = int(links.one[place]), int(links.two[place])
        x, y = customers.home[one], customers.home[other]
        if x == y:
            continue
        # A shared home may join only groups between which nothing is in doubt. A whole name joins a spelling that is like it to
        # others that are, too, however little two slips are like each other.
        few = across.few_doubts(x, y)
        known = bool(links.whole[place])
        kind = (few or known or bool(links.own[place]), known or bool(links.named[place]))
        if across.may_join(x, y, kind, (bars if few else strict)[kind]):
            customers.join(x, y)
            if same:
                customers.take_among(one, other)
    if two:
        settled = {row for pair in (*same, *different) for row in pair} | (rules.kept & set(inside))
        _part_undecided(customers, links, two=two, doubted=doubted, decided=settled)
    for customer in customers.kins:
        members = list(customers.members(customer))
        label[members] = min(members)


def _join_the_same(customers: Growing, same: list[tuple[int, int]], different: list[tuple[int, int]]) -> None:
    """Join what the owner calls one customer, but for whom he called different himself."""
    apart = {frozenset(pair) for pair in different}
    for x, y in same:
        one, two = customers.home[x], customers.home[y]
        if one != two:
            flat = [*customers.members(one), *customers.members(two)]
            if not any(frozenset((p, q)) in apart for p in flat for q in flat if p < q):
                customers.join_kin(one, two)


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


def _bars(excluded: Pairs, doubted: Pairs, garbled: Pairs) -> dict[Kind, Pairs]:
    """Give what bars a join, by whether something of one person's own agrees, and whether whole names do."""
    return {
        (True, True): excluded - garbled,
        (True, False): excluded,
        (False, True): doubted - garbled,
        (False, False): doubted,
    }


def _part_undecided(
    customers: Growing, links: Links, *, two: Pairs, doubted: Pairs, decided: set[int]
) -> None:
    """Part the rows that may as well be another's of the same name: father and son, and a row that does not say when he was born.

    Such a row is proved to be one with rows of two customers whose birth dates or ids differ, while its own differs from neither's.
    It goes where more than twice as many of these rows are; a date mistyped is not another person.
    """
    home, telling = customers.home, {row for pair in two for row in pair}
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
        if most > 2 * mine and len(best) == 1 and _fits(row, customers.members(best[0]), doubted):
            going[row] = of_customer[best[0]]
        elif most and 2 * most >= mine:
            going[row] = None
    # Rows that tell something stay: those that go to them can be moved in any order.
    for row, there in going.items():
        customers.leave(row)
        if there is not None:
            customers.join(home[there], row)


def _fits(row: int, members: Iterable[int], doubted: Pairs) -> bool:
    """Tell whether nothing is in doubt between a row and a customer."""
    return not any(in_order(m, row) in doubted for m in members)
