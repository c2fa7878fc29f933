"""Intervals are those of the published tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.intervals import net_promoters, share


# Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3 (Wilson).
@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_shares_have_the_published_intervals(count: int, of: int, low: float, high: float) -> None:
    found = share(count, of)
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.00006)


# Of 100 answers 50 promoters and 20 detractors: half the width by the number of answers, adjusted Wald.
@pytest.mark.parametrize(("n", "half"), [(10, 42), (20, 32), (30, 27), (60, 19), (100, 15), (300, 9)])
def test_net_promoter_scores_have_the_published_widths(n: int, half: int) -> None:
    found = net_promoters(n // 2, n // 5, n)
    assert found.value == 30
    assert round((found.high - found.low) / 2) == half


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_share_lies_in_its_interval_and_the_interval_in_the_possible(count: int, more: int) -> None:
    found = share(count, count + more)
    if not count + more:
        assert (found.value, found.low, found.high) == (None, None, None)
        return
    assert 0 <= found.low <= found.value <= found.high <= 1  # type: ignore[operator]


def test_nothing_counted_is_not_nought() -> None:
    assert share(0, 0).value is None
