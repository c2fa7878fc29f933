"""Recipes: what a tier asks for is readable, and asks enough."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.planning import PlanCustomers, propose
from smbcrm.core.recipes import Recipe, built_in_recipes, holds, recipes_for, small_gift
from smbcrm.errors import UsageError

START = date(2024, 3, 20)


@given(st.one_of(st.none(), st.integers(0, 800)))
def test_tier_a_is_owed_twenty_free_minutes_in_four_weeks_whenever_the_last_contact_was(
    ago: int | None,
) -> None:
    last = None if ago is None else (START - timedelta(days=ago)).isoformat()
    one = PlanCustomers(ids=[1], tier=["A"], score=[8], last_contact=[last], do_not_contact=[False])
    asked = propose(one, built_in_recipes(), tiers=["A"], start=START, weeks=4).candidates
    assert asked.cost.sum() == 0
    assert asked.minutes.sum() >= 20


def test_every_tier_has_a_recipe_and_the_better_tier_asks_more() -> None:
    per_year = [
        sum(
            r.minutes * 365 / r.every_days
            for r in recipes_for(tier, built_in_recipes())
            if r.every_days and not r.condition
        )
        for tier in "ABCD"
    ]
    assert per_year == sorted(per_year, reverse=True)
    assert per_year[-1] > 0


def test_paid_recipes_need_a_price() -> None:
    assert {r.cost for r in built_in_recipes()} == {0.0}
    assert {r.kind: r.cost for r in built_in_recipes(gift=300) if r.cost} == {"surprise": 300, "visit": 150}


@pytest.mark.parametrize(
    ("typical", "money", "price"),
    [(1_234_567, 0, 120_000), (None, 5_000_000, 250_000), (25.1, 90, 2.5), (None, 0, None), (0, 0, None)],
)
def test_the_price_of_a_present_follows_the_shop(
    typical: float | None, money: float, price: float | None
) -> None:
    assert small_gift(typical_purchase=typical, money=money) == price


@pytest.mark.parametrize(
    ("condition", "facts", "answer"),
    [
        ("", set(), True),
        ("vip", {"VIP"}, True),
        ("vip", set(), False),
        ("not vip", set(), True),
        ("vip and not city=tehran", {"vip", "city=Tehran"}, False),
        ("مشتری ویژه", {"مشتری ویژه"}, True),
    ],
)
def test_conditions(condition: str, facts: set[str], answer: bool) -> None:
    assert holds(condition, facts) is answer


@pytest.mark.parametrize(
    "broken",
    [
        Recipe(kind="call", every_days=0, minutes=5),
        Recipe(kind="call", every_days=7, minutes=0),
        Recipe(kind="call", every_days=7, minutes=5, cost=-1),
        Recipe(kind="call", every_days=7, minutes=5, effect=0),
    ],
)
def test_a_recipe_that_means_nothing_is_refused(broken: Recipe) -> None:
    with pytest.raises(UsageError):
        recipes_for("A", [broken])
