"""The options of a plan that could fit at all, and the room they compete for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smbcrm.core.plans.plan_caps import Windows, contacts_left, open_weeks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from smbcrm.core.budgets import Limits
    from smbcrm.core.plans.plan_model import Candidates, Floats, Ints

    Bools = NDArray[np.bool_]

# Among choices of equal worth the older customers come first: each later candidate counts for a hair less.
HAIR = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options that could fit at all, sorted by customer and candidate, both numbered without gaps."""

    origin: Ints  # which option of the candidates each one is
    candidate: Ints
    customer: Ints
    week: Ints
    period: Ints  # the money period of its week
    minutes: Floats
    cost: (
        Floats  # as shares of the money of its period, so that a currency with many zeros is as exact as any
    )
    value: Floats
    shielded: Bools  # by customer: gets something before any gets a second
    first: Bools  # of a kind that comes before others

    def __len__(self) -> int:
        return len(self.origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What is left to spend: minutes week by week, the share of the money of each period, contacts with each customer, and how many
    shielded customers must get something.
    """

    minutes: Floats
    money: Floats
    need: int
    open: Bools  # by customer: shielded and without anything yet
    left: Ints  # by customer and week: what the window that ends with it has left; of no size where contacts are not limited
    windows: Windows | None = None

    def without(self, options: Options, taken: Ints) -> Room:
        """Give what is left when some options are taken."""
        import numpy as np

        week, period = options.week[taken], options.period[taken]
        spent = np.bincount(week, weights=options.minutes[taken], minlength=len(self.minutes))
        paid = np.bincount(period, weights=options.cost[taken], minlength=len(self.money))
        held = np.zeros(len(self.open), dtype=bool)
        held[options.customer[taken]] = True
        left = self.left
        if self.windows is not None:
            _, window = self.windows.entries(options.customer[taken], week)
            left = left - np.bincount(window, minlength=left.size).reshape(left.shape)
        return replace(
            self,
            minutes=self.minutes - spent,
            money=self.money - paid,
            need=max(self.need - int((held & self.open).sum()), 0),
            open=self.open & ~held,
            left=left,
        )


def fitting_options(candidates: Candidates, limits: Limits) -> tuple[Options, Room]:
    """Keep the options that could be taken if they were alone, and give the whole room there is for them."""
    import numpy as np

    of, week = candidates.option_candidate, candidates.option_week
    minutes, money = np.array(limits.minutes), np.array(limits.money)
    period = np.array(limits.period, dtype=np.int64)
    inside = (week < limits.weeks) & (week >= 0)
    at = np.where(inside, week, 0)
    fits = inside & (candidates.option_value > 0)
    if limits.weeks:
        fits &= (candidates.minutes[of] <= minutes[at]) & (candidates.cost[of] <= money[period[at]])
    origin = np.flatnonzero(fits)
    customers, customer = np.unique(candidates.customer[of[origin]], return_inverse=True)
    windows, left = Windows.of(limits), contacts_left(candidates, limits, customers)
    if windows is not None and len(origin):
        free = open_weeks(left, customer, week[origin], windows.back)
        origin, customer = origin[free], customer[free]
        kept, customer = np.unique(customer, return_inverse=True)
        customers, left = customers[kept], left[kept]
    of = of[origin]
    purse = money[period[week[origin]]] if limits.weeks else np.zeros(0)
    hair = 1 - HAIR * np.arange(len(candidates)) / max(len(candidates), 1)
    options = Options(
        origin=origin,
        candidate=np.unique(of, return_inverse=True)[1],
        customer=customer,
        week=week[origin],
        period=period[week[origin]] if limits.weeks else np.zeros(0, dtype=np.int64),
        minutes=candidates.minutes[of],
        cost=np.divide(candidates.cost[of], purse, out=np.zeros(len(of)), where=purse > 0),
        value=candidates.option_value[origin] * hair[of],
        shielded=np.isin(customers, candidates.customer[candidates.protected]),
        first=candidates.first[of],
    )
    room = Room(
        minutes=minutes,
        money=(money > 0).astype(np.float64),
        need=0,
        open=options.shielded,
        left=left,
        windows=windows,
    )
    return options, room


def narrowed(options: Options, room: Room, keep: Ints) -> tuple[Options, Room]:
    """Give some of the options as if there were no others."""
    import numpy as np

    customers, customer = np.unique(options.customer[keep], return_inverse=True)
    fewer = Options(
        origin=keep,
        candidate=np.unique(options.candidate[keep], return_inverse=True)[1],
        customer=customer,
        week=options.week[keep],
        period=options.period[keep],
        minutes=options.minutes[keep],
        cost=options.cost[keep],
        value=options.value[keep],
        shielded=options.shielded[customers],
        first=options.first[keep],
    )
    left = room.left[customers] if room.windows is not None else room.left
    return fewer, replace(room, open=room.open[customers], left=left)


def starts(numbers: Ints) -> Ints:
    """Give where each run of equal numbers begins.

    >>> import numpy as np
    >>> starts(np.array([4, 4, 7])).tolist()
    [0, 2]
    """
    import numpy as np

    if not len(numbers):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.concatenate([[True], numbers[1:] != numbers[:-1]]))
