"""What the owner says of whole customers: these are one, those are not; it holds through every later import and merge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from smbcrm.core.say import say
from smbcrm.usecases.merging.move_rows import join_customers, lead_rows, remember
from smbcrm.usecases.ports import Store

_CROSSING = (
    400  # pairs of rows of two customers; of larger ones each row is kept from the oldest row of the other
)


def join_for_good(store: Store, groups: Sequence[Sequence[int]]) -> None:
    """Make each group of customers one, under the id that comes first in it, whatever was said of them before.

    It holds for every row of them, so that no later merge tears them apart.
    """
    rows = lead_rows(store, [customer for group in groups for customer in group])
    together = [sorted(row for customer in group for row in rows[customer]) for group in groups]
    _forget_different(store, together)
    remember(
        store, [(group[0], row) for group in together for row in group], "same", say("the owner said so")
    )
    join_customers(store, [group for group in groups if len(group) > 1])


def keep_apart(store: Store, between: Mapping[tuple[int, int], Iterable[tuple[int, int]]]) -> None:
    """Keep every row of the one customer from the other, for each pair of customers; with the rows that were asked about."""
    rows = lead_rows(store, sorted({customer for pair in between for customer in pair}))

    def pairs() -> Iterator[tuple[int, int]]:
        for (a, b), asked in between.items():
            yield from asked
            # Every row from every row: what holds a customer together today may not hold it when more rows have come.
            crossing = len(rows[a]) * len(rows[b]) <= _CROSSING
            yield from product(rows[a] if crossing else rows[a][:1], rows[b])
            yield from product(rows[a], rows[b] if crossing else rows[b][:1])

    remember(store, pairs(), "different", say("the owner said so"))


def told_apart(store: Store) -> set[tuple[int, int]]:
    """Give the customers of now of whom the owner said that they are different, the older one first."""
    found = store.read(
        "SELECT DISTINCT min(a.customer_id, b.customer_id), max(a.customer_id, b.customer_id) FROM pair p "
        "JOIN source_row a ON a.id = p.row_a JOIN source_row b ON b.id = p.row_b "
        "WHERE p.decided_by = 'owner' AND p.verdict = 'different' AND a.customer_id <> b.customer_id"
    )
    return {(a, b) for a, b in found}


def _forget_different(store: Store, groups: Iterable[Sequence[int]]) -> None:
    """Take back earlier "different" answers among rows that are now said to be one customer."""
    group_of = {row: place for place, group in enumerate(groups) for row in group}
    said = store.read(
        "SELECT id, row_a, row_b FROM pair WHERE decided_by = 'owner' AND verdict = 'different'"
    )
    opposite = [number for number, a, b in said if a in group_of and group_of[a] == group_of.get(b)]
    store.delete("pair", opposite)
