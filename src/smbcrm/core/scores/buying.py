"""How each customer buys: how often, how lately, how much, and with which gaps between; for a whole list at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smbcrm.core.scores.lifecycle import LOST, LOST_DAYS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

HALF_LIFE = 365
"""Days after which a purchase counts half."""
PULL = 3.0
"""How many of a customer's own gaps weigh as much as the list's typical one, as in the score."""
_DAYS = 10_000_000
"""More days than any date has: a customer and a day are one number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Buying:
    """How m customers buy, one number of each column a customer, by ascending id; nan is unknown, days count from 1970-01-01.

    A day is counted once however many purchases it saw. `spend_weight` and `days_weight` are the shares that are left when
    each purchase fades by half in a year.
    """

    ids: Ints
    days: Floats  # on how many days something was bought
    days_lately: Floats  # of them in the last year
    days_weight: Floats
    spend_lately: Floats  # in the last year
    spend_before: Floats  # in the year before that
    spend_weight: Floats
    first: Floats
    last: Floats
    usual_gap: Floats  # the median of the days between; from three days of purchase on
    last_gap: Floats  # between the last two
    longest_gap: Floats
    returned: Floats  # the last day of coming back after having been lost (core/scores/lifecycle.py)


def buying(customers: Ints, days: Floats, amounts: Floats, *, today: int) -> Buying:
    """Sum up purchases, given as the customer, the day and the amount of each; what is returned has an amount below 0.

    A purchase without a day counts for nothing here, one without an amount only for the days.
    """
    import numpy as np

    dated = ~np.isnan(days)
    customers, days, amounts = customers[dated], days[dated], amounts[dated]
    order = np.argsort(customers * _DAYS + days.astype(np.int64))  # one key sorts twice as fast as two
    customers, days, amounts = customers[order], days[order], amounts[order]
    starts = _starts(customers)
    ids = customers[starts]
    age = np.maximum(today - days, 0)
    fading = np.exp2(-age / HALF_LIFE)
    money = np.nan_to_num(amounts)
    total = _sums(money, starts)
    bought = ~(amounts < 0)  # taking something back is no purchase
    visits = _visits(customers[bought], days[bought], ids, today=today)
    with np.errstate(divide="ignore", invalid="ignore"):
        weight = np.where(total > 0, np.clip(_sums(money * fading, starts) / total, 0, 1), np.nan)
    return Buying(
        ids=ids,
        spend_lately=_sums(np.where(age < HALF_LIFE, money, 0), starts),
        spend_before=_sums(np.where((age >= HALF_LIFE) & (age < 2 * HALF_LIFE), money, 0), starts),
        spend_weight=weight,
        **visits,
    )


def _starts(customers: Ints) -> Ints:
    """Give where each customer begins among sorted ones."""
    import numpy as np

    return np.flatnonzero(np.diff(customers, prepend=-1))


def _sums(numbers: Floats, starts: Ints) -> Floats:
    import numpy as np

    return np.add.reduceat(numbers, starts) if len(starts) else np.zeros(0)


def _visits(customers: Ints, days: Floats, ids: Ints, *, today: int) -> dict[str, Floats]:
    """Give what the days of purchase tell, for each of the ids."""
    import numpy as np

    new = np.ones(len(days), dtype=bool)
    new[1:] = (customers[1:] != customers[:-1]) | (days[1:] != days[:-1])
    customers, days = customers[new], days[new]
    starts = _starts(customers)
    who, counts = customers[starts], np.diff(starts, append=len(customers))
    age = np.maximum(today - days, 0)
    gaps = np.diff(days, prepend=np.nan)
    gaps[starts] = np.nan
    last = starts + counts - 1
    longest = np.fmax.reduceat(gaps, starts) if len(starts) else np.zeros(0)
    usual = _medians(gaps, customers, starts=starts, counts=counts)
    columns = {
        "days": counts.astype(float),
        "days_lately": _sums((age < HALF_LIFE).astype(float), starts),
        "days_weight": _sums(np.exp2(-age / HALF_LIFE), starts) / np.maximum(counts, 1),
        "first": days[starts],
        "last": days[last],
        "usual_gap": usual,
        "last_gap": gaps[last],
        "longest_gap": longest,
        "returned": _returns(gaps, days, usual, starts=starts, counts=counts),
    }
    place = np.searchsorted(ids, who)
    whole = {name: np.full(len(ids), np.nan) for name in columns}
    for name, column in columns.items():
        whole[name][place] = column
    return whole


def _returns(gaps: Floats, days: Floats, usual: Floats, *, starts: Ints, counts: Ints) -> Floats:
    """Give the last day on which each customer came back after a gap that meant he was lost."""
    import numpy as np

    if not len(starts):
        return np.zeros(0)
    typical = float(np.nanmedian(usual)) if np.isfinite(usual).any() else 30.0
    behind = np.where(np.isnan(usual), 0, counts - 1)
    expected = (behind * np.nan_to_num(usual) + PULL * typical) / (behind + PULL)
    long = (gaps > LOST * np.repeat(expected, counts)) & (gaps > LOST_DAYS)
    return np.fmax.reduceat(np.where(long, days, np.nan), starts)


def _medians(gaps: Floats, customers: Ints, *, starts: Ints, counts: Ints) -> Floats:
    """Give each customer's middle gap where there are two or more; the first of each customer is none."""
    import numpy as np

    if not len(starts):
        return np.zeros(0)
    most = np.where(np.isnan(gaps), _DAYS - 1, gaps).astype(np.int64)
    order = np.argsort(
        customers * _DAYS + most
    )  # the gaps of a customer come first, then his beginning, which is none
    ordered, known = gaps[order], counts - 1
    low, high = starts + np.maximum(known - 1, 0) // 2, starts + np.maximum(known, 1) // 2
    middle: Floats = (ordered[low] + ordered[high]) / 2
    return np.where(known >= 2, middle, np.nan)
