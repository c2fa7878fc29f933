"""Read all purchases at once, and sum up how each customer buys."""

from __future__ import annotations

import datetime
from itertools import chain
from typing import TYPE_CHECKING

from smbcrm.usecases.mainly import main_unit
from smbcrm.usecases.ports import Store

if TYPE_CHECKING:
    from smbcrm.core.scores.buying import Buying, Floats

# A customer and a day are one number, because every number that crosses over costs a third of a second for a million purchases. The days
# of SQLite's calendar start at noon of 4714 BC; 2440587.5 of them lie before 1970. What is unknown is the last day there is, or an
# infinite amount, below 0 where it is of another currency: a column of numbers has no other way to say so.
DAYS = 10_000_000
_PURCHASES = f"""
SELECT r.customer_id * {DAYS} + coalesce(CAST(julianday(p.date) - 2440587.5 AS INTEGER), {DAYS - 1}),
       CASE WHEN p.unit IN ('', ?) THEN coalesce(p.amount, 9e999) ELSE -9e999 END
FROM purchase p JOIN source_row r ON r.id = p.row_id WHERE r.customer_id IS NOT NULL
"""


def read_buying(store: Store, *, today: datetime.date) -> Buying:
    """Give how every customer with dated purchases buys; amounts of another currency than the shop's are unknown."""
    import numpy as np

    from smbcrm.core.scores.buying import buying

    unit = _any_unit(store)
    keys, amounts = _purchases(store, unit)
    if np.isneginf(amounts).any() and unit != (main := main_unit(store)):
        keys, amounts = _purchases(store, main)
    customers, days = np.divmod(keys, DAYS)
    days[days == DAYS - 1] = np.nan
    amounts = np.where(np.isinf(amounts), np.nan, amounts)
    epoch = datetime.date(1970, 1, 1)
    return buying(customers.astype(np.int64), days, amounts, today=(today - epoch).days)


def _any_unit(store: Store) -> str:
    """Give the unit of some purchase: nearly all shops have one, and whether this one does is seen while its purchases are read."""
    for (unit,) in store.read("SELECT unit FROM purchase WHERE unit <> '' LIMIT 1"):
        return str(unit)
    return ""


def _purchases(store: Store, unit: str) -> tuple[Floats, Floats]:
    import numpy as np

    told = np.fromiter(chain.from_iterable(store.read(_PURCHASES, [unit])), dtype=np.float64)
    keys, amounts = told.reshape(-1, 2).T
    return keys, amounts
