"""At most so many contacts with one customer within so many days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from smbcrm.core.budgets import Limits
    from smbcrm.core.plans.plan_model import Candidates, Ints

    Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """The spans of days that contacts are counted in: each ends with a week of the plan and reaches `back` weeks before it."""

    weeks: int
    back: int

    @classmethod
    def of(cls, limits: Limits) -> Windows | None:
        """Give the windows of a plan; None where contacts are not limited."""
        if not limits.contacts or not limits.weeks:
            return None
        return cls(weeks=limits.weeks, back=-(-limits.within_days // 7) - 1)

    def entries(self, customer: Ints, week: Ints) -> tuple[Ints, Ints]:
        """Give which option counts in which window; the windows of a customer stand one after another."""
        import numpy as np

        at, window = [], []
        for ahead in range(self.back + 1):
            inside = np.flatnonzero(week + ahead < self.weeks)
            at.append(inside)
            window.append(customer[inside] * self.weeks + week[inside] + ahead)
        return np.concatenate(at), np.concatenate(window)


def contacts_left(candidates: Candidates, limits: Limits, customers: Ints) -> Ints:
    """Give what each window of each of these customers has left after the contacts that were, or that stand fast."""
    import numpy as np

    windows = Windows.of(limits)
    if windows is None:
        return np.zeros((0, 0), dtype=np.int64)
    left = np.full((len(customers), limits.weeks), limits.contacts, dtype=np.int64)
    who, day = candidates.met_customer, candidates.met_day
    known = np.isin(who, customers)
    place = np.where(known, np.searchsorted(customers, who), 0)
    for ahead in range(limits.weeks):
        end = 7 * ahead + 6
        inside = known & (day > end - limits.within_days) & (day <= end)
        np.subtract.at(left[:, ahead], place[inside], 1)
    return np.maximum(left, 0)


def open_weeks(left: Ints, customer: Ints, week: Ints, back: int) -> Bools:
    """Tell for each option whether every window it would count in has room."""
    import numpy as np

    room = np.ones(len(week), dtype=bool)
    weeks = left.shape[1]
    for ahead in range(back + 1):
        at = np.minimum(week + ahead, weeks - 1)
        room &= left[customer, at] > 0
    return room
