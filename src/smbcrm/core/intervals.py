"""How far a share can be trusted: intervals that hold for small numbers too.

Sources: Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American Statistical Association 22
(1927); Agresti and Coull, Approximate is better than exact, The American Statistician 52 (1998); Rocks, Interval estimation for the net promoter
score, The American Statistician 70 (2016), for the adjusted Wald interval of a difference of two shares of one sample.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z95 = 1.959963984540054
"""Nineteen times out of twenty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A share of a count with the interval it lies in nineteen times out of twenty; None where nothing was counted."""

    count: int
    of: int
    value: float | None
    low: float | None
    high: float | None


def share(count: int, of: int) -> Rate:
    """Give a share with Wilson's interval.

    >>> found = share(81, 263)
    >>> round(found.value, 4), round(found.low, 4), round(found.high, 4)
    (0.308, 0.2553, 0.3662)
    """
    if of <= 0:
        return Rate(count=count, of=of, value=None, low=None, high=None)
    p, z2 = count / of, Z95 * Z95
    middle = (p + z2 / (2 * of)) / (1 + z2 / of)
    half = Z95 * sqrt(p * (1 - p) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return Rate(
        count=count,
        of=of,
        value=p,
        low=(middle - half if count else 0.0),
        high=(1.0 if count == of else middle + half),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Promoters:
    """A net promoter score, -100 to 100, with its interval, of n answers from 0 to 10."""

    n: int
    promoters: int
    detractors: int
    value: float
    low: float
    high: float


def net_promoters(promoters: int, detractors: int, n: int) -> Promoters:
    """Give the net promoter score (9 and 10 less 0 to 6, in percent of all) with the adjusted Wald interval.

    Three answers are added, three quarters of one to each side.

    >>> found = net_promoters(50, 20, 100)
    >>> found.value, round((found.high - found.low) / 2)
    (30.0, 15)
    """
    whole = n + 3
    up, down = (promoters + 0.75) / whole, (detractors + 0.75) / whole
    half = Z95 * sqrt((up + down - (up - down) ** 2) / whole)
    return Promoters(
        n=n,
        promoters=promoters,
        detractors=detractors,
        value=100 * (promoters - detractors) / n if n else 0.0,
        low=max(-100.0, 100 * (up - down - half)),
        high=min(100.0, 100 * (up - down + half)),
    )
