"""What a plan is chosen from and what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from smbcrm.core.say import Say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCustomers:
    """The customers a plan may touch, one sequence of length n for each fact; None is unknown or never. Dates are ISO text.

    `last_of_kind` holds, for a kind of contact, the last real one of that kind. `facts` are what recipe conditions ask for.
    """

    ids: Sequence[int]
    tier: Sequence[str]
    score: Sequence[float | None]
    last_contact: Sequence[str | None]
    do_not_contact: Sequence[bool]
    facts: Sequence[Collection[str]] | None = None
    last_of_kind: Mapping[str, Sequence[str | None]] = field(default_factory=dict)

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
    protected: Collection[str] = ("A",)


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

    @property
    def latest(self) -> int:
        """Give the last week it still makes sense in."""
        return self.earliest + len(self.values) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Contacts that could be planned, by column: n candidates, and their m possible weeks one after the other.

    Sorted by customer, kind and occurrence. `customer` numbers the customers from 0 in the order of their ids.
    """

    customer: Ints  # of length n
    minutes: Floats
    cost: Floats
    protected: NDArray[np.bool_]
    option_candidate: Ints  # of length m: which candidate, which week, worth how much
    option_week: Ints
    option_value: Floats
    kind: Sequence[str]
    detail: Callable[[int], Candidate] = field(repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.minutes)

    @classmethod
    def of(cls, items: Sequence[Candidate]) -> Candidates:
        """Gather candidates that were made one by one."""
        import numpy as np

        ordered = sorted(items, key=lambda c: (c.customer_id, c.kind, c.occurrence, c.earliest, c.minutes))
        numbers = {who: at for at, who in enumerate(sorted({c.customer_id for c in ordered}))}
        lengths = np.array([len(c.values) for c in ordered], dtype=np.int64)
        weeks = [c.earliest + j for c in ordered for j in range(len(c.values))]
        return cls(
            customer=np.array([numbers[c.customer_id] for c in ordered], dtype=np.int64),
            minutes=np.array([c.minutes for c in ordered], dtype=np.float64),
            cost=np.array([c.cost for c in ordered], dtype=np.float64),
            protected=np.array([c.protected for c in ordered], dtype=bool),
            option_candidate=np.repeat(np.arange(len(ordered)), lengths),
            option_week=np.array(weeks, dtype=np.int64),
            option_value=np.array([v for c in ordered for v in c.values], dtype=np.float64),
            kind=[c.kind for c in ordered],
            detail=ordered.__getitem__,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the recipes ask for, and who was left out because he asked not to be contacted."""

    candidates: Candidates
    customers: int  # asked about, without those left out
    left_out: tuple[int, ...]
    note: Say


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

    `bound` is what no choice within the budget can exceed, `gap` the share of it that may be missing (0 is proven best).
    `covered` of the `protected` customers get something, `coverable` is the most the budget can reach.
    """

    items: tuple[Chosen, ...]
    weeks: int
    minutes_per_week: float
    money: float
    minutes: tuple[float, ...]  # used, week by week
    cost: float
    value: float
    bound: float
    gap: float
    protected: int
    covered: int
    coverable: int
    asked: int
    asked_minutes: int
    asked_free_minutes: int  # of that, what costs no money
    cut: tuple[CutRow, ...]
    picked: Ints = field(repr=False, compare=False)  # options taken, for what is worked out from a choice

    @property
    def used_share(self) -> float:
        """Give the share of the minutes that is used, 0 to 1."""
        whole = self.minutes_per_week * self.weeks
        return sum(self.minutes) / whole if whole else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One contact of the plan on its day."""

    day: date
    item: Chosen
