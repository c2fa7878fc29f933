"""What all recipes ask for in one order, and what each contact is worth in each of its weeks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from smbcrm.core.plans.plan_ask import Block
from smbcrm.core.plans.plan_model import Candidate, Candidates, PlanCustomers, PlanPolicy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from smbcrm.core.plans.plan_model import Floats, Ints


def gather(
    blocks: Sequence[Block], customers: PlanCustomers, policy: PlanPolicy, *, start: date
) -> Candidates:
    """Put the contacts of all recipes in one order, and work out what each is worth in each of its weeks."""
    import numpy as np

    if not blocks:
        return Candidates.of([])
    ordered = _Ordered(blocks, customers)
    option, week = ordered.options()
    value = _values(ordered, option, week, policy)
    numbers, customer = np.unique(ordered.ids, return_inverse=True)
    met_customer, met_day = _met(customers, numbers, start)
    kinds = [block.recipe.kind for block in blocks]
    return Candidates(
        ids=numbers,
        customer=customer,
        minutes=ordered.by_block([float(block.recipe.minutes) for block in blocks]),
        cost=ordered.by_block([float(block.recipe.cost) for block in blocks]),
        protected=_protected(ordered, policy),
        first=ordered.by_block([kind in policy.protection.kinds for kind in kinds]),
        option_candidate=option,
        option_week=week,
        option_value=value,
        kind=[kinds[block] for block in ordered.block_of.tolist()],
        tier=[blocks[block].tier for block in ordered.block_of.tolist()],
        met_customer=met_customer,
        met_day=met_day,
        detail=_detail(ordered, value, policy, start=start),
    )


class _Ordered:
    """The contacts of all blocks by customer; blocks come by tier, kind and occurrence, so their number orders one customer's."""

    def __init__(self, blocks: Sequence[Block], customers: PlanCustomers) -> None:
        import numpy as np

        block_of = np.repeat(np.arange(len(blocks)), [len(block.at) for block in blocks])
        within = np.concatenate([np.arange(len(block.at)) for block in blocks])
        ids = np.asarray(customers.ids, dtype=np.int64)[self._joined(blocks, "at")]
        order = np.lexsort((block_of, ids))
        self.blocks = blocks
        self.block_of: Ints = block_of[order]
        self.within: Ints = within[order]
        self.ids: Ints = ids[order]
        self.due: Ints = self._joined(blocks, "due")[order]
        self.base: Floats = self._joined(blocks, "base")[order]
        self.earliest: Ints = self._joined(blocks, "earliest")[order]
        self.latest: Ints = self._joined(blocks, "latest")[order]
        self.lengths: Ints = self.latest - self.earliest + 1
        self.starts: Ints = np.cumsum(self.lengths) - self.lengths

    @staticmethod
    def _joined(blocks: Sequence[Block], name: str) -> Any:
        import numpy as np

        return np.concatenate([getattr(block, name) for block in blocks])

    def by_block(self, numbers: Sequence[float | bool]) -> Any:
        """Give each contact the number of its block."""
        import numpy as np

        return np.array(numbers)[self.block_of]

    def options(self) -> tuple[Ints, Ints]:
        """Give which contact and which week each option is."""
        import numpy as np

        option = np.repeat(np.arange(len(self.ids)), self.lengths)
        ahead = np.arange(len(option)) - np.repeat(self.starts, self.lengths)
        return option, ahead + self.earliest[option]


def _values(ordered: _Ordered, option: Ints, week: Ints, policy: PlanPolicy) -> Floats:
    """Give what each option is worth: less for each further contact of a customer, less when late, less when early."""
    import numpy as np

    every = np.maximum(ordered.by_block([block.recipe.every_days for block in ordered.blocks]), 1)
    turns = _turns(ordered.ids, ordered.due, ordered.block_of)
    # What must be on its day is no turn like the others: a birthday is worth as much after three calls.
    base = ordered.base * np.where(
        ordered.by_block([block.fixed for block in ordered.blocks]), 1.0, policy.diminishing**turns
    )
    ahead = week - ordered.due[option] // 7
    late = policy.late_keep ** np.maximum(ahead, 0)
    early = 1 - policy.early_loss * np.minimum(np.maximum(-ahead, 0) * 7 / every[option], 1)
    worth: Floats = base[option] * late * early
    return worth


def _turns(ids: Ints, due: Ints, block_of: Ints) -> Ints:
    """Number the contacts of each customer by due date, from 0."""
    import numpy as np

    order = np.lexsort((block_of, due, ids))
    ordered = ids[order]
    first = np.concatenate([[True], ordered[1:] != ordered[:-1]])
    places = np.arange(len(ids))
    turns = np.empty(len(ids), dtype=np.int64)
    turns[order] = places - np.maximum.accumulate(np.where(first, places, 0))
    return turns


def _protected(ordered: _Ordered, policy: PlanPolicy) -> NDArray[np.bool_]:
    import numpy as np

    of_tier = ordered.by_block([block.tier in policy.protection.tiers for block in ordered.blocks])
    named: NDArray[np.bool_] = of_tier | np.isin(ordered.ids, sorted(policy.protection.customers))
    return named


def _met(customers: PlanCustomers, numbers: Ints, start: date) -> tuple[Ints, Ints]:
    """Give the contacts that were lately, or stand fast, by customer and day from the start."""
    import numpy as np

    place = {number: at for at, number in enumerate(numbers.tolist())} if customers.met else {}
    pairs = [
        (place[who], (date.fromisoformat(day) - start).days)
        for who, days in customers.met.items()
        if who in place
        for day in days
    ]
    return (
        np.array([who for who, _ in pairs], dtype=np.int64),
        np.array([day for _, day in pairs], dtype=np.int64),
    )


def _detail(ordered: _Ordered, value: Floats, policy: PlanPolicy, *, start: date) -> Any:
    """Give what makes one contact into words and numbers: most are never chosen, and never put into words."""
    protected = _protected(ordered, policy)

    def detail(i: int) -> Candidate:
        block = ordered.blocks[int(ordered.block_of[i])]
        recipe = block.recipe
        own = slice(int(ordered.starts[i]), int(ordered.starts[i] + ordered.lengths[i]))
        return Candidate(
            customer_id=int(ordered.ids[i]),
            kind=recipe.kind,
            tier=block.tier,
            minutes=recipe.minutes,
            cost=recipe.cost,
            earliest=int(ordered.earliest[i]),
            values=tuple(value[own].tolist()),
            reason=block.reason(int(ordered.within[i])),
            text=recipe.text,
            occurrence=block.occurrence,
            protected=bool(protected[i]),
            first=recipe.kind in policy.protection.kinds,
            recipe=recipe.name,
            every_days=recipe.every_days,
            counts_from=recipe.counts_from,
            day=start + timedelta(days=int(ordered.due[i])) if block.fixed else None,
        )

    return detail
