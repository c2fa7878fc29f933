"""The seven parts of a score as numbers from 0 to 1, for a whole list at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from smbcrm.core.scores.score_model import ScorePolicy, Signals

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Where each known number stands among the known numbers of the list; the higher, the better.

    `place` is the mid-rank from 0 to 1 (equals share the mean of their ranks), nan where unknown.
    """

    place: Floats
    steps: Floats  # the distinct numbers, ascending
    below: NDArray[np.int64]  # how many of the list stand below each step
    known: int

    def standing(self, number: float) -> tuple[int, int, int]:
        """Give how many stand below a number, how many share it, and how many are known."""
        import numpy as np

        at = int(np.searchsorted(self.steps, number))
        end = int(self.below[at + 1]) if at + 1 < len(self.steps) else self.known
        return int(self.below[at]), end - int(self.below[at]), self.known


def ladder(numbers: Floats) -> Ladder:
    """Rank the numbers of a list; nan is unknown and takes no place.

    >>> import numpy as np
    >>> ladder(np.array([5.0, 1.0, 5.0, np.nan, 9.0])).place.tolist()
    [0.5, 0.125, 0.5, nan, 0.875]
    """
    import numpy as np

    known = ~np.isnan(numbers)
    steps, inverse, counts = np.unique(numbers[known], return_inverse=True, return_counts=True)
    below = np.cumsum(counts) - counts
    place = np.full(len(numbers), np.nan)
    total = int(known.sum())
    if total:
        place[known] = (below[inverse] + counts[inverse] / 2) / total
    return Ladder(place=place, steps=steps, below=below, known=total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The parts of n customers as columns in the order of `PARTS`, and the facts their sentences need."""

    values: Floats  # n rows, one column a part, nan unknown
    spend: Ladder
    frequency: Ladder
    recency: Ladder
    lateness: Ladder
    overdue: Ladder
    referral: Ladder
    engagement: Ladder
    days_since_purchase: Floats
    expected_gap: Floats
    days_since_contact: Floats


def measure(signals: Signals, policy: ScorePolicy, *, today: date) -> Measures:
    """Turn what is known of every customer into numbers from 0 to 1, each within its list."""
    import numpy as np

    spend, frequency = ladder(floats(signals.spend)), ladder(floats(signals.purchases))
    since_purchase = days_since(signals.last_purchase, today)
    expected = expected_gaps(signals, policy)
    waited = since_purchase / expected
    recency = ladder(-waited)
    lateness = ladder(-floats(signals.days_late))
    overdue = ladder(-np.maximum(floats(signals.balance_overdue), 0))
    referral, engagement = ladder(floats(signals.referrals)), ladder(floats(signals.interactions))
    since_contact = days_since(signals.last_contact, today)
    columns = (
        (spend.place + log_position(floats(signals.spend), policy.trim)) / 2,
        frequency.place,
        (recency.place + np.exp2(-waited / policy.recency_half_life)) / 2,
        mean_of_known(lateness.place, overdue.place),
        referral.place,
        mean_of_known(engagement.place, np.exp2(-since_contact / policy.contact_half_life)),
        np.clip(floats(signals.satisfaction), 0, 1),
    )
    return Measures(
        values=np.column_stack(columns),
        spend=spend,
        frequency=frequency,
        recency=recency,
        lateness=lateness,
        overdue=overdue,
        referral=referral,
        engagement=engagement,
        days_since_purchase=since_purchase,
        expected_gap=expected,
        days_since_contact=since_contact,
    )


def floats(column: Sequence[float | None]) -> Floats:
    """Give a column as numbers, nan where it is unknown."""
    import numpy as np

    numbers: Floats = np.array(column, dtype=np.float64)
    # An infinite number cannot be ranked fairly, so it counts as not understood.
    numbers[np.isinf(numbers)] = np.nan
    return numbers


def day_numbers(column: Sequence[str | None]) -> Floats:
    """Give ISO dates as days counted from 1970-01-01, nan where there is none.

    >>> day_numbers(["1970-01-03", None]).tolist()
    [2.0, nan]
    """
    import numpy as np

    days: Any = np.array([text or None for text in column], dtype="datetime64[D]")
    numbers: Floats = days.astype(np.int64).astype(np.float64)
    numbers[np.isnat(days)] = np.nan
    return numbers


def days_since(column: Sequence[str | None], today: date) -> Floats:
    """Give the days from each date to today; a date still to come counts as today."""
    import numpy as np

    passed: Floats = np.maximum((today - date(1970, 1, 1)).days - day_numbers(column), 0)
    return passed


def log_position(amounts: Floats, trim: float) -> Floats:
    """Give where each amount lies from the small to the large spenders on a log scale, 0 to 1.

    The amounts are set against the list's median first, so that the currency makes no difference, and the ends are pulled in.
    """
    import numpy as np

    amounts = np.maximum(amounts, 0)
    paid = amounts[amounts > 0]
    if not len(paid):
        return np.where(np.isnan(amounts), np.nan, 0.5)
    logs = np.log1p(amounts / np.median(paid))
    low, high = np.nanquantile(logs, [trim, 1 - trim])
    if high <= low:
        # Nearly all spend the same, so only the rank tells them apart.
        return np.where(np.isnan(logs), np.nan, 0.5)
    position: Floats = (np.clip(logs, low, high) - low) / (high - low)
    return position


def expected_gaps(signals: Signals, policy: ScorePolicy) -> Floats:
    """Give the days after which each customer is expected again: the own usual gap, pulled towards the list's.

    The more purchases stand behind the own gap, the less it is pulled; without one it is the list's.
    """
    import numpy as np

    purchases = floats(signals.purchases)
    own = floats(signals.usual_gap_days)
    span = day_numbers(signals.last_purchase) - day_numbers(signals.first_purchase)
    with np.errstate(divide="ignore", invalid="ignore"):
        derived = np.where(purchases > 1, span / (purchases - 1), np.nan)
    own = np.where(np.isnan(own), derived, own)
    own = np.where(own > 0, np.maximum(own, 1), np.nan)
    typical = float(np.nanmedian(own)) if np.isfinite(own).any() else 30.0
    behind = np.where(np.isnan(own), 0, np.maximum(np.nan_to_num(purchases, nan=2) - 1, 1))
    pull = policy.gap_strength
    gaps: Floats = (behind * np.nan_to_num(own) + pull * typical) / (behind + pull)
    return gaps


def mean_of_known(first: Floats, second: Floats) -> Floats:
    """Give the mean of two columns where both are known, the one that is known otherwise."""
    import numpy as np

    both: Floats = np.where(np.isnan(first), second, np.where(np.isnan(second), first, (first + second) / 2))
    return both
