"""The customers of one group of linked rows while they grow: who is in which, and whether two of them may be one.

A group may hold tens of thousands of rows. So the smaller of two customers is put among the larger, only what was compared across the two is
looked at, and what was refused is not asked again while both are as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from smbcrm.core.matcher.joining.links import in_order

Pairs: TypeAlias = set[tuple[int, int]]
Kind: TypeAlias = tuple[bool, bool]  # something of one person's own agrees, and so do whole names

MANY_ROWS = 5  # of which one may be in doubt


class Growing:
    """Customers that rows are put together to.

    `home` tells which customer a row is in, by one of its members. `kins` are the members of each, those the owner joined in one list;
    `kin` gives for each row the list it is in.
    """

    def __init__(self, rows: Iterable[int]) -> None:
        """Begin with every row a customer of its own."""
        self.home = {row: row for row in rows}
        self.kin = {row: [row] for row in self.home}
        self.kins = {row: [kin] for row, kin in self.kin.items()}
        self.size = dict.fromkeys(self.home, 1)

    def members(self, customer: int) -> Iterator[int]:
        """Give the rows of a customer."""
        return (row for kin in self.kins[customer] for row in kin)

    def join(self, x: int, y: int) -> int:
        """Make one customer of two, and give it."""
        x, y = (x, y) if self.size[x] >= self.size[y] else (y, x)
        kins = self.kins.pop(y)
        self.kins[x].extend(kins)
        self.size[x] += self.size.pop(y)
        self.home.update((row, x) for kin in kins for row in kin)
        return x

    def join_kin(self, x: int, y: int) -> None:
        """Make one customer of two, and all its members one that the owner joined."""
        both = self.join(x, y)
        kin = list(self.members(both))
        self.kins[both] = [kin]
        self.kin.update(dict.fromkeys(kin, kin))

    def take_among(self, one: int, two: int) -> None:
        """Put a row among those that the owner joined where it is proved to be one with one of them.

        Whoever is like another of them is the same customer: the next list holds an owner's name and his firm's once more.
        """
        first, second = self.kin[one], self.kin[two]
        if first is not second and (len(first) > 1 or len(second) > 1):
            first.extend(second)
            self.kins[self.home[one]].remove(second)
            self.kin.update(dict.fromkeys(second, first))

    def leave(self, row: int) -> None:
        """Make a row a customer of its own."""
        old, kin = self.home[row], self.kin[row]
        kin.remove(row)
        kins, left = self.kins.pop(old), self.size.pop(old) - 1
        if not kin:
            kins.remove(kin)
        if kins:
            first = kins[0][0]
            self.kins[first], self.size[first] = kins, left
            self.home.update((member, first) for kin in kins for member in kin)
        self.home[row], self.kin[row], self.size[row] = row, [row], 1
        self.kins[row] = [self.kin[row]]


class Across:
    """What was compared across the customers of a group: what speaks for and against their being one."""

    def __init__(
        self,
        customers: Growing,
        score: dict[tuple[int, int], float],
        *,
        doubted: Pairs,
        different: Sequence[tuple[int, int]],
        mean_bits: float,
    ) -> None:
        """Take what pairs hold (`score`, the lower row first), which are in doubt, and whom the owner called different."""
        self.customers, self.score, self.mean_bits = customers, score, mean_bits
        self.compared, self.doubts, self.parted = _others(score), _others(doubted), _others(different)
        self._few: dict[tuple[int, int], tuple[tuple[int, int], bool]] = {}
        self._refused: dict[tuple[int, int, Kind], tuple[int, int]] = {}

    def few_doubts(self, x: int, y: int) -> bool:
        """Tell whether all that is in doubt between two customers stands in a few of many rows: a date mistyped, not another person."""
        sizes = self._sizes(x, y)
        known = self._few.get((x, y))
        if known is None or known[0] != sizes:
            self._few[x, y] = known = sizes, self._has_few_doubts(x, y)
        return known[1]

    def may_join(self, x: int, y: int, kind: Kind, barred: Pairs) -> bool:
        """Tell whether two customers may be one: no pair across is barred, and the pairs hold enough on average.

        What the owner joined counts as one member, by its best side. `barred` are those of that kind of link.
        """
        sizes = self._sizes(x, y)
        if self._refused.get((x, y, kind)) == sizes:
            return False
        joins = self._are_one(x, y, barred)
        if not joins:
            self._refused[x, y, kind] = sizes
        return joins

    def _sizes(self, x: int, y: int) -> tuple[int, int]:
        """Tell how large two customers are: one only grows, so that of one size it is as it was."""
        return self.customers.size[x], self.customers.size[y]

    def _has_few_doubts(self, x: int, y: int) -> bool:
        home, size = self.customers.home, self.customers.size
        few, many = (x, y) if size[x] <= size[y] else (y, x)
        if size[many] < MANY_ROWS:
            return False
        odd, others = 0, set()
        for row in self.customers.members(few):
            across = [other for other in self.doubts.get(row, ()) if home.get(other) == many]
            odd += bool(across)
            others.update(across)
        pairs = ((odd, size[few]), (len(others), size[many]))
        return any(count >= MANY_ROWS and wrong * MANY_ROWS <= count for wrong, count in pairs)

    def _are_one(self, x: int, y: int, barred: Pairs) -> bool:
        size, kins = self.customers.size, self.customers.kins
        few, many = (x, y) if size[x] <= size[y] else (y, x)
        home, total = self.customers.home, 0.0
        if self.parted and any(
            home.get(other) == many
            for row in self.customers.members(few)
            for other in self.parted.get(row, ())
        ):
            return False
        for kin in kins[few]:
            met: dict[int, list[tuple[int, int]]] = {}  # by the first row of the other kin
            for row in kin:
                for other in self.compared.get(row, ()):
                    if home.get(other) == many:
                        met.setdefault(self.customers.kin[other][0], []).append(in_order(row, other))
            for other, pairs in met.items():
                best = self._best(pairs, barred, possible=len(kin) * len(self.customers.kin[other]))
                if best is None:
                    return False
                total += best
        return total >= self.mean_bits * len(kins[few]) * len(kins[many])

    def _best(self, pairs: Sequence[tuple[int, int]], barred: Pairs, *, possible: int) -> float | None:
        """Give the most that a pair of two kins holds, 0 for one never compared; nothing where all that are `possible` are barred."""
        free = [self.score[pair] for pair in pairs if pair not in barred]
        if len(pairs) < possible:
            free.append(0.0)
        return max(free, default=None)


def _others(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """Give for each row those that it is in a pair with."""
    others: dict[int, list[int]] = {}
    for one, two in pairs:
        others.setdefault(one, []).append(two)
        others.setdefault(two, []).append(one)
    return others
