"""How every customer buys, and where that puts him on the way from prospect to regular."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smbcrm.core.scores.score_model import ScorePolicy
from smbcrm.usecases.ports import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from smbcrm.core.scores.buying import Buying

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """One number of each column a customer, by ascending id; nan is unknown, days are counted back from today."""

    ids: Sequence[int]
    spend: Floats
    purchases: Floats
    days: Floats  # on how many days something was bought
    days_lately: Floats
    since_first: Floats
    since_last: Floats
    expected: Floats
    spend_lately: Floats
    spend_before: Floats
    state: NDArray[np.int64]  # its place in lifecycle.STATES
    bought: Buying


def read_habits(store: Store, *, today: datetime.date) -> Habits:
    """Give how every active customer buys."""
    import numpy as np

    from smbcrm.core.scores.lifecycle import lifecycle
    from smbcrm.core.scores.score_parts import days_since, expected_gaps, floats
    from smbcrm.usecases.dealings.purchase_histories import read_buying
    from smbcrm.usecases.score_customers import read_signals

    bought = read_buying(store, today=today)
    signals = read_signals(store, today=today, bought=bought)
    ids = np.asarray(signals.ids, dtype=np.int64)
    first, last = days_since(signals.first_purchase, today), days_since(signals.last_purchase, today)
    expected, purchases = expected_gaps(signals, ScorePolicy()), floats(signals.purchases)
    day = (today - datetime.date(1970, 1, 1)).days

    def column(numbers: Floats) -> Floats:
        """Give a column of those who bought for all customers."""
        if not len(bought.ids):
            return np.full(len(ids), np.nan)
        at = np.minimum(np.searchsorted(bought.ids, ids), len(bought.ids) - 1)
        return np.where(bought.ids[at] == ids, numbers[at], np.nan)

    return Habits(
        ids=signals.ids,
        spend=floats(signals.spend),
        purchases=purchases,
        days=column(bought.days),
        days_lately=column(bought.days_lately),
        since_first=first,
        since_last=last,
        expected=expected,
        spend_lately=column(bought.spend_lately),
        spend_before=column(bought.spend_before),
        state=lifecycle(
            purchases=purchases,
            since_first=first,
            since_last=last,
            expected=expected,
            since_return=day - column(bought.returned),
            billed=~np.isnan(floats(signals.bills)) | ~np.isnan(floats(signals.balance_overdue)),
        ),
        bought=bought,
    )
