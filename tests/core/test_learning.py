"""Weights learnt from an owner's scores are those he scored by; where he scores at random, nothing is claimed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.scores.learning import learn_weights, non_negative, spearman
from smbcrm.core.scores.score_model import DEFAULT_WEIGHTS, PARTS

PRESENT = list(DEFAULT_WEIGHTS.values())
TRUE = np.array([0.5, 0.5, 1, 0, 6, 3, 1.5])


def owner(n: int, weights: np.ndarray, noise: float, unknown: float = 0.2) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(5)
    values = chance.random((n, len(PARTS)))
    full = np.nan_to_num(values) @ weights / weights.sum()
    own = np.round(2 * np.clip(1 + 9 * full + chance.normal(0, noise, n), 1, 10)) / 2
    values[chance.random(values.shape) < unknown] = np.nan
    return values, own


def test_an_owner_who_lives_on_referrals_is_understood() -> None:
    values, own = owner(120, TRUE, 0.3)
    found = learn_weights(values, own, PRESENT, k=3)
    assert found.better
    assert found.order_learnt > 0.8 > found.order_now
    assert found.error_learnt < found.error_now
    learnt = np.array(list(found.weights.values()))
    assert learnt.sum() == pytest.approx(12.5, abs=0.05)
    assert learnt == pytest.approx(TRUE, abs=1.2)
    assert found.learnt == PARTS


def test_an_owner_who_scores_by_chance_teaches_nothing() -> None:
    values, _ = owner(60, TRUE, 0.3)
    own = np.random.default_rng(8).integers(2, 21, 60) / 2
    found = learn_weights(values, own, PRESENT, k=3)
    assert found.order_learnt < 0.4


def test_a_part_that_is_hardly_known_keeps_its_weight() -> None:
    values, own = owner(60, TRUE, 0.3)
    values[5:, 4] = np.nan
    found = learn_weights(values, own, PRESENT, k=3)
    assert found.weights["referral"] == 1.5
    assert "referral" not in found.learnt


@given(
    st.lists(st.floats(-3, 3), min_size=12, max_size=12), st.lists(st.floats(-5, 5), min_size=3, max_size=3)
)
def test_no_step_away_from_the_fit_is_better(cells: list[float], right: list[float]) -> None:
    rows = np.array(cells).reshape(4, 3)
    square, b = rows.T @ rows + 0.1 * np.eye(3), np.array(right)
    x = non_negative(square, b)
    slope = square @ x - b  # the conditions of Karush, Kuhn and Tucker
    assert (x >= 0).all()
    assert (slope >= -1e-6).all()
    assert abs(slope * x).max() < 1e-6


def test_the_rank_correlation_is_the_textbook_one() -> None:
    # IQ and hours of television, ten people: rho = -29/165.
    iq = np.array([86, 97, 99, 100, 101, 103, 106, 110, 112, 113.0])
    hours = np.array([2, 20, 28, 27, 50, 29, 7, 17, 6, 12.0])
    assert spearman(iq, hours) == pytest.approx(-29 / 165, abs=1e-6)
