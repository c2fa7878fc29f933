"""Comparisons two at a time give the weights and consistency ratios that are published for them."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.scores.pairwise import compare, pairs_to_ask, read_judgement
from smbcrm.errors import UsageError

# Saaty, How to make a decision, EJOR 48 (1990), table 3: buying a house. The upper triangle, row by row.
HOUSE = ["size", "transport", "neighbourhood", "age", "yard", "modern", "condition", "financing"]
HOUSE_TRIANGLE = [
    5, 3, 7, 6, 6, 1 / 3, 1 / 4,
    1 / 3, 5, 3, 3, 1 / 5, 1 / 7,
    6, 3, 4, 6, 1 / 5,
    1 / 3, 1 / 4, 1 / 7, 1 / 8,
    1 / 2, 1 / 5, 1 / 6,
    1 / 5, 1 / 6,
    1 / 2,
]  # fmt: skip
HOUSE_WEIGHTS = [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333]
# Saaty, The Analytic Hierarchy Process (1980): choosing a school.
SCHOOL = ["learning", "friends", "life", "vocational", "college", "music"]
SCHOOL_TRIANGLE = [4, 3, 1, 3, 4, 7, 3, 1 / 5, 1, 1 / 5, 1 / 5, 1 / 6, 1, 1 / 3, 3]
SCHOOL_WEIGHTS = [0.32, 0.14, 0.03, 0.13, 0.24, 0.14]


def triangle(names: list[str], ratios: list[float]) -> dict[tuple[str, str], float]:
    return dict(zip(combinations(names, 2), ratios, strict=True))


def test_buying_a_house_gives_the_published_weights_and_ratio() -> None:
    found = compare(HOUSE, triangle(HOUSE, HOUSE_TRIANGLE))
    assert list(found.weights.values()) == pytest.approx(HOUSE_WEIGHTS, abs=0.0006)
    assert found.largest == pytest.approx(9.669, abs=0.001)
    assert found.ratio == pytest.approx(0.169, abs=0.001)
    assert not found.consistent
    assert found.suspect is not None
    assert (found.suspect.a, found.suspect.b, found.suspect.said) == ("neighbourhood", "condition", 6)
    assert found.suspect.implied < 1


def test_choosing_a_school_gives_the_published_weights_and_ratio() -> None:
    found = compare(SCHOOL, triangle(SCHOOL, SCHOOL_TRIANGLE))
    assert list(found.weights.values()) == pytest.approx(SCHOOL_WEIGHTS, abs=0.006)
    assert found.ratio == pytest.approx(
        0.24, abs=0.015
    )  # printed with an eigenvalue rounded by hand, 7.49 for 7.42


ratios = st.lists(st.floats(0.2, 5), min_size=2, max_size=6)


@given(ratios, st.data())
def test_judgements_that_agree_give_their_own_weights_however_many_are_left_out(
    sizes: list[float], data: st.DataObject
) -> None:
    names = [f"p{at}" for at in range(len(sizes))]
    size = dict(zip(names, sizes, strict=True))
    every = {(a, b): size[a] / size[b] for a, b in combinations(names, 2)}
    chain = list(pairwise(names))
    kept = data.draw(st.sets(st.sampled_from(list(every))))
    found = compare(names, {pair: every[pair] for pair in {*chain, *kept}})
    whole = sum(sizes)
    assert [found.weights[name] for name in names] == pytest.approx([s / whole for s in sizes], abs=1e-5)
    assert found.consistent
    assert found.ratio is None or found.ratio < 1e-6


def test_a_part_compared_with_none_is_named() -> None:
    with pytest.raises(UsageError, match="c is compared with none of the others"):
        compare(["a", "b", "c"], {("a", "b"): 2})


@pytest.mark.parametrize(
    "text", ["spend/recency", "spend=3", "spend/recency=10", "spend/spend=2", "charm/spend=2"]
)
def test_what_is_no_comparison_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_judgement(text, ["spend", "recency"])


def test_persian_digits_are_read() -> None:
    assert read_judgement("spend/recency=۱/۳", ["spend", "recency"])[1] == pytest.approx(1 / 3)


def test_the_first_pairs_asked_tie_everything_together() -> None:
    names = ["a", "b", "c", "d"]
    assert pairs_to_ask(names)[:3] == [("a", "b"), ("b", "c"), ("c", "d")]
    assert len(pairs_to_ask(names)) == 6
