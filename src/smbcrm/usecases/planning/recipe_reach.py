"""For how many customers the condition of a recipe holds."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from smbcrm.core.budgets import Budget
from smbcrm.core.recipes import Recipe, holds
from smbcrm.usecases.planning.plan_facts import plan_customers
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How many of how many customers a recipe is for."""

    fits: int
    all: int


def recipe_reach(store: Store, recipe: Recipe, *, today: datetime.date) -> Reach | None:
    """Count the customers of a recipe's tiers for whom its condition holds; None where it has none, or there are no tiers yet."""
    if not recipe.condition.strip():
        return None
    tiers = recipe.tier.split(",") if recipe.tier else list("ABCD")
    customers = plan_customers(store, [recipe], Budget(), tiers=tiers, today=today)
    if not len(customers):
        return None
    fits = sum(holds(recipe.condition, facts) for facts in customers.facts or ())
    return Reach(fits=fits, all=len(customers))
