"""The seven parts of a score as numbers from 0 to 1, for a whole list at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import TYPE_CHECKING, Any

from smbcrm.core.scores.score_facts import LADDERS, NUMBERS, PART_COUNT, LogScale
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
    at: NDArray[np.int64]  # which step each number is; -1 where unknown
    steps: Floats  # the distinct numbers, ascending
    below: NDArray[np.int64]  # how many of the list stand below each step
    level: NDArray[np.int64]  # how many share it
    known: int

    def points(self, most: int = 200) -> list[list[float]]:
        """Give at most so many of the steps, the ends among them: a number and its place from 0 to 1."""
        import numpy as np

        if not self.known:
            return []
        chosen = np.unique(np.linspace(0, len(self.steps) - 1, most).round().astype(int))
        ends = np.append(self.below, self.known)
        places = (ends[chosen] + ends[chosen + 1]) / 2 / self.known
        pairs: list[list[float]] = np.column_stack((self.steps[chosen], places)).tolist()
        return pairs


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
    at = np.full(len(numbers), -1)
    total = int(known.sum())
    if total:
        at[known] = inverse
        place[known] = (below[inverse] + counts[inverse] / 2) / total
    return Ladder(place=place, at=at, steps=steps, below=below, level=counts, known=total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The parts of n customers as columns in the order of `PARTS`, and the numbers their sentences need.

    Source of the formulas: docs/decisions/016-score.md.
    """

    values: Floats  # n rows, one column a part, nan unknown
    ladders: Mapping[str, Ladder]  # by the names of LADDERS, and overdue
    numbers: Mapping[str, Floats]  # by the names of Facts
    spend_scale: LogScale


def measure(signals: Signals, policy: ScorePolicy, *, today: date) -> Measures:
    """Turn what is known of every customer into numbers from 0 to 1, each within its list."""
    import numpy as np

    known = _known(signals, policy, today)
    ladders = _ladders(known, policy)
    scale = log_scale(known["spend_now"], policy.trim)
    waited, since_contact = known["days_since_purchase"] / known["expected_gap"], known["days_since_contact"]
    columns = (
        (ladders["spend"].place + log_position(known["spend_now"], scale)) / 2,
        ladders["frequency"].place,
        (ladders["recency"].place + np.exp2(-waited / policy.recency_half_life)) / 2,
        mean_of_known(ladders["lateness"].place, ladders["overdue"].place),
        ladders["referral"].place,
        mean_of_known(ladders["engagement"].place, np.exp2(-since_contact / policy.contact_half_life)),
        shrunk(known["satisfaction"], known["ratings"], policy.evidence),
    )
    return Measures(values=np.column_stack(columns), ladders=ladders, numbers=known, spend_scale=scale)


def _known(signals: Signals, policy: ScorePolicy, today: date) -> dict[str, Floats]:
    """Give the numbers that the parts are made of, by the names of Facts; nan where unknown."""
    import numpy as np

    spend, purchases = floats(signals.spend), floats(signals.purchases)
    return {
        "spend": spend,
        "spend_lately": floats(signals.spend_lately),
        "spend_now": spend * faded(signals.spend_weight),
        "purchases": purchases,
        "purchases_lately": floats(signals.purchases_lately),
        "purchases_now": purchases * faded(signals.purchases_weight),
        "days_since_purchase": days_since(signals.last_purchase, today),
        "expected_gap": expected_gaps(signals, policy),
        "days_late": floats(signals.days_late),
        "bills": floats(signals.bills),
        "overdue": np.maximum(floats(signals.balance_overdue), 0),
        "referrals": floats(signals.referrals),
        "advocacy": floats(signals.advocacy),
        "interactions": floats(signals.interactions),
        "days_since_contact": days_since(signals.last_contact, today),
        "satisfaction": np.clip(floats(signals.satisfaction), 0, 1),
        "ratings": floats(signals.ratings),
    }


def _ladders(known: Mapping[str, Floats], policy: ScorePolicy) -> dict[str, Ladder]:
    """Rank the customers by each number that a part looks at."""
    return {
        "spend": ladder(known["spend_now"]),
        "frequency": ladder(known["purchases_now"]),
        "recency": ladder(-known["days_since_purchase"] / known["expected_gap"]),
        "lateness": ladder(-shrunk(known["days_late"], known["bills"], policy.evidence)),
        "referral": ladder(brought(known["referrals"], known["advocacy"])),
        "engagement": ladder(known["interactions"]),
        "overdue": ladder(-known["overdue"]),
    }


def pack(measures: Measures, unmapped: Floats, suggested: Floats) -> list[bytes]:
    """Give the facts of every customer as `score_facts.unpack` reads them, all at once."""
    import numpy as np

    form = np.dtype([*((name, "<f8") for name in NUMBERS), *((name, "<i4") for name in _STANDINGS)])
    table = np.empty(len(suggested), dtype=form)
    numbers = {**measures.numbers, "unmapped": unmapped, "suggested": suggested}
    for at, name in enumerate(NUMBERS):
        table[name] = measures.values[:, at] if at < PART_COUNT else numbers[name]
    for name in LADDERS:
        steps = measures.ladders[name]
        for fact, column in (("below", steps.below), ("level", steps.level)):
            table[f"{name}_{fact}"] = np.append(column, -1)[steps.at]
    whole = table.tobytes()
    return [whole[start : start + form.itemsize] for start in range(0, len(whole), form.itemsize)]


_STANDINGS = [f"{name}_{fact}" for name in LADDERS for fact in ("below", "level")]


def faded(weights: Sequence[float | None]) -> Floats:
    """Give the share that is left of each sum when what is older counts less.

    Where the days are unknown it is the list's middle share: an undated sum counts neither as new nor as old.
    """
    import numpy as np

    known = floats(weights)
    middle = float(np.nanmedian(known)) if np.isfinite(known).any() else 1.0
    left: Floats = np.where(np.isnan(known), middle, known)
    return left


def shrunk(means: Floats, counts: Floats, strength: float) -> Floats:
    """Pull each customer's mean towards the list's, the more the fewer answers stand behind it.

    (n x + c m) / (n + c): the mean after as many answers again of the list's kind as `strength` says (Efron and Morris, 1977).

    >>> import numpy as np
    >>> shrunk(np.array([1.0, 0.0, np.nan]), np.array([1.0, 1.0, np.nan]), 1).tolist()
    [0.75, 0.25, nan]
    """
    import numpy as np

    known = ~np.isnan(means)
    if not known.any():
        return means
    behind = np.where(np.isnan(counts) | (counts < 1), 1.0, counts)
    # Summed exactly, so that the order of the list makes no difference.
    middle = fsum(behind[known] * means[known]) / fsum(behind[known])
    pulled: Floats = (behind * means + strength * middle) / (behind + strength)
    return pulled


ADVOCACY = 0.5
"""What speaking for the shop once counts beside bringing one customer."""


def brought(referrals: Floats, advocacy: Floats) -> Floats:
    """Give what a customer did for the shop among others; unknown only where both are."""
    import numpy as np

    both: Floats = np.nan_to_num(referrals) + ADVOCACY * np.nan_to_num(advocacy)
    both[np.isnan(referrals) & np.isnan(advocacy)] = np.nan
    return both


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


def log_scale(amounts: Floats, trim: float) -> LogScale:
    """Give the log scale of a list's amounts, with a share of each end pulled in (winsorised).

    Its unit is the middle amount, so that the currency makes no difference.
    """
    import numpy as np

    paid = amounts[amounts > 0]
    if not len(paid):
        return LogScale(1.0, 0.0, 0.0)
    unit = max(float(np.median(paid)), 1e-9)
    logs = np.log1p(np.maximum(amounts[~np.isnan(amounts)], 0) / unit)
    low, high = np.quantile(logs, [trim, 1 - trim])
    return LogScale(unit, float(low), float(high))


def log_position(amounts: Floats, scale: LogScale) -> Floats:
    """Give where each amount lies on a log scale, 0 to 1."""
    import numpy as np

    unit, low, high = scale
    if high <= low:
        # Nearly all spend the same, so only the rank tells them apart.
        return np.where(np.isnan(amounts), np.nan, 0.5)
    logs = np.log1p(np.maximum(amounts, 0) / unit)
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
