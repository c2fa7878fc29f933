"""Read all purchases at once, and sum up how each customer buys."""

from __future__ import annotations

import datetime
from itertools import chain
from typing import TYPE_CHECKING

from smbcrm.usecases.compute_customers import main_unit
from smbcrm.usecases.ports import Store

if TYPE_CHECKING:
    from smbcrm.core.scores.buying import Buying

# 9e999 is infinite: it stands for what is unknown, because a column of numbers has no other way to say so. The days of
# SQLite's calendar start at noon of 4714 BC; 2440587.5 of them lie before 1970.
_PURCHASES = """
SELECT r.customer_id, coalesce(julianday(p.date) - 2440587.5, 9e999), CASE WHEN p.unit IN ('', ?) THEN coalesce(p.amount, 9e999) ELSE 9e999 END
FROM purchase p JOIN source_row r ON r.id = p.row_id WHERE r.customer_id IS NOT NULL
"""


def read_buying(store: Store, *, today: datetime.date) -> Buying:
    """Give how every customer with dated purchases buys; amounts of another currency than the shop's are unknown."""
    import numpy as np

    from smbcrm.core.scores.buying import buying

    numbers = np.fromiter(chain.from_iterable(store.read(_PURCHASES, [main_unit(store)])), dtype=np.float64)
    customers, days, amounts = numbers.reshape(-1, 3).T
    days, amounts = np.floor(days), np.where(np.isinf(amounts), np.nan, amounts)
    days[np.isinf(days)] = np.nan
    epoch = datetime.date(1970, 1, 1)
    return buying(customers.astype(np.int64), days, amounts, today=(today - epoch).days)
