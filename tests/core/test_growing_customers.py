"""Customers that grow out of linked rows: what is looked at sparsely is what looking at every pair would tell."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.matcher.joining.growing import MANY_ROWS, Across, Growing, Pairs

ROWS = range(12)
PAIRS = list(combinations(ROWS, 2))
some_pairs = st.sets(st.sampled_from(PAIRS), max_size=40)
bits = st.sampled_from([-6.0, -2.5, -1.0, 0.5, 1.25, 3.0, 8.0])


def _pair(one: int, two: int) -> tuple[int, int]:
    return min(one, two), max(one, two)


def _may_join(
    left: list[list[int]], right: list[list[int]], score: dict[tuple[int, int], float], barred: Pairs
) -> bool:
    """Look at every pair across: a kin counts as one member, by its best side."""
    total = 0.0
    for one, two in product(left, right):
        free = [pair for pair in (_pair(p, q) for p in one for q in two) if pair not in barred]
        if not free:
            return False
        total += max(score.get(pair, 0.0) for pair in free)
    return total >= 0


def _few_doubts(left: list[int], right: list[int], doubted: Pairs) -> bool:
    for here, there in ((left, right), (right, left)):
        odd = sum(any(_pair(p, q) in doubted for q in there) for p in here)
        if len(here) >= MANY_ROWS and odd * MANY_ROWS <= len(here):
            return True
    return False


@given(
    st.dictionaries(st.sampled_from(PAIRS), bits, max_size=50),
    some_pairs,
    some_pairs,
    st.lists(st.sampled_from(PAIRS), max_size=3),
    st.lists(st.sampled_from(PAIRS), max_size=3),
    st.lists(st.sampled_from(PAIRS), max_size=30),
)
def test_what_is_told_across_two_customers_is_what_every_pair_tells(
    score: dict[tuple[int, int], float],
    barred: Pairs,
    doubted: Pairs,
    different: list[tuple[int, int]],
    same: list[tuple[int, int]],
    links: list[tuple[int, int]],
) -> None:
    score = dict.fromkeys(barred | doubted, 0.0) | score  # what is barred was compared
    customers = Growing(ROWS)
    across = Across(customers, score, doubted=doubted, different=different, mean_bits=0.0)
    for one, two in same:
        if customers.home[one] != customers.home[two]:
            customers.join_kin(customers.home[one], customers.home[two])
    for one, two in (*links, *links):  # what was refused is asked again, before and after others joined
        x, y = customers.home[one], customers.home[two]
        if x == y:
            continue
        left, right = customers.kins[x], customers.kins[y]
        flat = list(customers.members(x)), list(customers.members(y))
        apart = any(_pair(p, q) in different for p in flat[0] for q in flat[1])
        assert across.few_doubts(x, y) is _few_doubts(*flat, doubted)
        joins = across.may_join(x, y, (True, True), barred)
        assert joins is (not apart and _may_join(left, right, score, barred))
        if joins:
            customers.join(x, y)
            customers.take_among(one, two)
        _is_whole(customers)


def _is_whole(customers: Growing) -> None:
    """Every row is in one customer and one kin, and all that is told of them agrees."""
    assert sorted(row for one in customers.kins for row in customers.members(one)) == list(ROWS)
    for one, kins in customers.kins.items():
        assert customers.size[one] == sum(map(len, kins))
        for kin in kins:
            assert all(customers.home[row] == one and customers.kin[row] is kin for row in kin)


@given(st.lists(st.sampled_from(PAIRS)), st.lists(st.sampled_from(PAIRS), max_size=2), st.sampled_from(ROWS))
def test_a_row_that_leaves_is_alone_and_the_others_stay_together(
    joined: list[tuple[int, int]], same: list[tuple[int, int]], row: int
) -> None:
    customers = Growing(ROWS)
    for join, pairs in ((customers.join_kin, same), (customers.join, joined)):
        for one, two in pairs:
            if customers.home[one] != customers.home[two]:
                join(customers.home[one], customers.home[two])
    before = {frozenset(customers.members(one)) - {row} for one in customers.kins}
    customers.leave(row)
    _is_whole(customers)
    assert {frozenset(customers.members(one)) for one in customers.kins} == before - {frozenset()} | {
        frozenset({row})
    }
