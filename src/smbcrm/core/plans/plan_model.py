"""What a plan is chosen from and what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from smbcrm.core.budgets import Limits
from smbcrm.core.plans.protection import Protection
from smbcrm.core.plans.recipe import FROM_ANY
from smbcrm.core.say import Say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCustomers:
    """The customers a plan may touch, one sequence of length n for each fact; None is unknown or never. Dates are ISO text.

    `last_of_kind` holds, for a kind of contact, the last real one of that kind, `skipped` the last one that the owner chose to skip,
    `held` the one to come that he put off to a day. `facts` are what recipe conditions ask for, `exceptions` what holds for a customer
    (by id) instead of recipes, kind by kind: days, 0 for never. `occasions` has the dates of birthdays and the like. `met` are the
    days, by id, on which a customer was lately contacted or is going to be.
    """

    ids: Sequence[int]
    tier: Sequence[str]
    score: Sequence[float | None]
    last_contact: Sequence[str | None]
    do_not_contact: Sequence[bool]
    facts: Sequence[Collection[str]] | None = None
    last_of_kind: Mapping[str, Sequence[str | None]] = field(default_factory=dict)
    skipped: Mapping[str, Sequence[str | None]] = field(default_factory=dict)
    held: Mapping[str, Sequence[str | None]] = field(default_factory=dict)
    exceptions: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    occasions: Mapping[str, Sequence[str | None]] = field(default_factory=dict)
    met: Mapping[int, Sequence[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPolicy:
    """What a contact is worth, beyond the score of the customer and the effect of its kind.

    Each further contact of a customer is worth `diminishing` times the one before. One that is overdue by a whole interval, or
    was never made, is worth `overdue_bonus` more; a week of delay keeps `late_keep` of the worth, and being a whole interval
    early takes `early_loss` of it. Nobody is contacted again within `rest_days`, even when there is time left.
    """

    diminishing: float = 0.85
    overdue_bonus: float = 0.3
    late_keep: float = 0.93
    early_loss: float = 0.7
    rest_days: int = 3
    protection: Protection = field(default_factory=Protection)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One contact that could be planned, in one of its weeks; `values[j]` is its worth in week `earliest + j`."""

    customer_id: int
    kind: str
    tier: str
    minutes: int
    cost: float
    earliest: int
    values: tuple[float, ...]
    reason: Say
    text: Say = Say("")  # noqa: RUF009 - frozen
    occurrence: int = 0
    protected: bool = False
    first: bool = False  # of a kind that comes before others
    recipe: str = ""
    every_days: int = 0
    counts_from: str = FROM_ANY
    day: date | None = None  # the day it must be on, where there is one
    item: int = 0  # the item of a standing plan that it is

    @property
    def latest(self) -> int:
        """Give the last week it still makes sense in."""
        return self.earliest + len(self.values) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Contacts that could be planned, by column: n candidates, and their m possible weeks one after the other.

    Sorted by customer, kind and occurrence. `customer` numbers the customers from 0 in the order of their ids.
    """

    ids: Ints  # of the customers, in order
    customer: Ints  # of length n
    minutes: Floats
    cost: Floats
    protected: NDArray[np.bool_]
    first: NDArray[np.bool_]
    option_candidate: Ints  # of length m: which candidate, which week, worth how much
    option_week: Ints
    option_value: Floats
    kind: Sequence[str]
    tier: Sequence[str]
    met_customer: (
        Ints  # contacts that were, or stand fast: which customer, and how many days from the first day
    )
    met_day: Ints
    detail: Callable[[int], Candidate] = field(repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.minutes)

    @classmethod
    def of(cls, items: Sequence[Candidate], met: Mapping[int, Sequence[int]] | None = None) -> Candidates:
        """Gather candidates that were made one by one; `met` gives the days (0: the first) on which customers are met anyway."""
        import numpy as np

        ordered = sorted(items, key=lambda c: (c.customer_id, c.kind, c.occurrence, c.earliest, c.minutes))
        numbers = {who: at for at, who in enumerate(sorted({c.customer_id for c in ordered}))}
        lengths = np.array([len(c.values) for c in ordered], dtype=np.int64)
        weeks = [c.earliest + j for c in ordered for j in range(len(c.values))]
        met_pairs = [
            (numbers[who], day) for who, days in (met or {}).items() if who in numbers for day in days
        ]
        return cls(
            ids=np.array(sorted(numbers), dtype=np.int64),
            customer=np.array([numbers[c.customer_id] for c in ordered], dtype=np.int64),
            minutes=np.array([c.minutes for c in ordered], dtype=np.float64),
            cost=np.array([c.cost for c in ordered], dtype=np.float64),
            protected=np.array([c.protected for c in ordered], dtype=bool),
            first=np.array([c.first for c in ordered], dtype=bool),
            option_candidate=np.repeat(np.arange(len(ordered)), lengths),
            option_week=np.array(weeks, dtype=np.int64),
            option_value=np.array([v for c in ordered for v in c.values], dtype=np.float64),
            kind=[c.kind for c in ordered],
            tier=[c.tier for c in ordered],
            met_customer=np.array([who for who, _ in met_pairs], dtype=np.int64),
            met_day=np.array([day for _, day in met_pairs], dtype=np.int64),
            detail=ordered.__getitem__,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the recipes ask for, and who was left out because he asked not to be contacted."""

    candidates: Candidates
    customers: int  # asked about, without those left out
    left_out: tuple[int, ...]
    note: Say

    @property
    def asked(self) -> list[list[object]]:
        """Give by kind and tier how many contacts are asked for, and the minutes and money they would take."""
        sums: dict[tuple[str, str], list[float]] = {}
        of = self.candidates
        for kind, tier, minutes, cost in zip(
            of.kind, of.tier, of.minutes.tolist(), of.cost.tolist(), strict=True
        ):
            found = sums.setdefault((kind, tier), [0, 0, 0])
            found[0] += 1
            found[1] += minutes
            found[2] += cost
        return [[kind, tier, *found] for (kind, tier), found in sorted(sums.items())]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One contact of the plan, in a week; `week` k runs from day 7k to day 7k+6 of the plan."""

    customer_id: int
    kind: str
    tier: str
    week: int
    minutes: int
    cost: float
    value: float
    reason: Say
    text: Say
    occurrence: int
    recipe: str = ""
    every_days: int = 0
    counts_from: str = FROM_ANY
    day: date | None = None
    item: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CutRow:
    """What was left out of one kind of contact, of that which was asked."""

    kind: str
    asked: int
    planned: int
    cut: int
    cut_minutes: int
    cut_cost: float
    cut_value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The contacts chosen, and how good the choice is.

    `covered` of the `protected` customers get something, `coverable` is the most the budget can reach. Of the contacts of
    `first_kinds` no choice that reaches as many is worth more, up to `first_gap`. `bound` is what no choice with these can exceed,
    `gap` the share of it that may be missing (0 is proven best).
    """

    items: tuple[Chosen, ...]
    limits: Limits
    minutes: tuple[float, ...]  # used, week by week
    cost: float
    value: float
    bound: float
    gap: float
    first_kinds: tuple[str, ...]
    first_gap: float
    protected: int
    covered: int
    coverable: int
    asked: int
    asked_minutes: int
    asked_free_minutes: int  # of that, what costs no money
    cut: tuple[CutRow, ...]
    bare: tuple[int, ...]  # protected customers who get nothing
    picked: Ints = field(repr=False, compare=False)  # options taken, for what is worked out from a choice

    @property
    def used_share(self) -> float:
        """Give the share of the minutes that is used, 0 to 1."""
        whole = sum(self.limits.minutes)
        return sum(self.minutes) / whole if whole else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One contact of the plan on its day."""

    day: date
    item: Chosen
