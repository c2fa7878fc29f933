"""The ranks behind spend, frequency and recency are those of one line of pandas."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from smbcrm.core.scores.score_model import ScorePolicy
from smbcrm.core.scores.score_parts import expected_gaps, measure
from tests.core.test_scoring import TODAY, signals


def midranks(numbers: pd.Series) -> list[float]:
    return ((numbers.rank(method="average") - 0.5) / numbers.count()).tolist()


def test_ranks_within_the_list_are_those_of_pandas() -> None:
    chance = np.random.default_rng(7)
    n = 300
    spend = pd.Series(chance.integers(0, 60, n)).mask(pd.Series(chance.random(n) < 0.2))
    times = pd.Series(chance.integers(0, 12, n)).mask(pd.Series(chance.random(n) < 0.2))
    last = pd.Series(chance.integers(1, 400, n)).mask(pd.Series(chance.random(n) < 0.2))
    days = [
        None if np.isnan(ago) else date.fromordinal(TODAY.toordinal() - int(ago)).isoformat() for ago in last
    ]
    facts = signals(
        n,
        spend=[None if np.isnan(amount) else amount for amount in spend],
        purchases=[None if np.isnan(count) else count for count in times],
        last_purchase=days,
    )
    found = measure(facts, ScorePolicy(), today=TODAY)
    assert found.ladders["spend"].place.tolist() == pytest.approx(midranks(spend), nan_ok=True)
    assert found.values[:, 1].tolist() == pytest.approx(midranks(times), nan_ok=True)
    waited = last / pd.Series(expected_gaps(facts, ScorePolicy()))
    assert found.ladders["recency"].place.tolist() == pytest.approx(midranks(-waited), nan_ok=True)


def test_what_is_older_counts_less_than_what_is_new() -> None:
    facts = signals(
        2, spend=[100, 100], spend_weight=[0.25, 1.0], purchases=[5, 5], purchases_weight=[0.2, 0.9]
    )
    spend, frequency = measure(facts, ScorePolicy(), today=TODAY).values[:, :2].T
    assert spend[0] < spend[1]
    assert frequency.tolist() == [0.25, 0.75]


def test_one_answer_decides_less_than_ten() -> None:
    facts = signals(4, satisfaction=[1.0, 1.0, 0.2, 0.2], ratings=[1, 10, 1, 10])
    values = measure(facts, ScorePolicy(evidence=2), today=TODAY).values[:, 6]
    assert values.tolist() == pytest.approx([(1 + 2 * 0.6) / 3, 11.2 / 12, (0.2 + 1.2) / 3, (2 + 1.2) / 12])


def test_bills_overdue_lower_the_part_of_paying() -> None:
    facts = signals(3, days_late=[0, 0, 0], bills=[4, 4, 4], balance_overdue=[0, 500, 0])
    values = measure(facts, ScorePolicy(), today=TODAY).values[:, 3]
    assert values[1] < values[0] == values[2]


def test_speaking_for_the_shop_counts_half_a_customer_brought() -> None:
    facts = signals(4, referrals=[1, None, 0, None], advocacy=[None, 2, 0, None])
    values = measure(facts, ScorePolicy(), today=TODAY).values[:, 4]
    assert values[0] == values[1] > values[2]
    assert np.isnan(values[3])
