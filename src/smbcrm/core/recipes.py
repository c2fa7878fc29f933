"""How each tier should be treated: which contacts, how often, and what they take."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from math import floor, log10

from smbcrm.core.plans.default_recipes import DEFAULT_RECIPES, FREE_RECIPES
from smbcrm.core.plans.recipe import FROM_ANY, FROM_SAME, OCCASIONS, Recipe

__all__ = [
    "DEFAULT_RECIPES",
    "FREE_RECIPES",
    "FROM_ANY",
    "FROM_SAME",
    "OCCASIONS",
    "Recipe",
    "built_in_recipes",
    "holds",
    "priced",
    "recipes_for",
    "small_gift",
    "terms_of",
]


def built_in_recipes(*, gift: float | None = None) -> tuple[Recipe, ...]:
    """Give the recipes a shop starts with; `gift` is what a small present may cost, None where no price is known."""
    return priced(DEFAULT_RECIPES, gift)


def priced(recipes: Sequence[Recipe], gift: float | None) -> tuple[Recipe, ...]:
    """Give recipes with the price of a small present in place; without a price those that need one are left out."""
    if gift is None or gift <= 0:
        return tuple(recipe for recipe in recipes if not recipe.gift)
    return tuple(
        replace(recipe, cost=recipe.gift * gift, gift=0.0) if recipe.gift else recipe for recipe in recipes
    )


def small_gift(*, typical_purchase: float | None, money: float) -> float | None:
    """Give a fitting price for a small present: a tenth of a typical purchase, else a twentieth of the money set aside.

    >>> small_gift(typical_purchase=1_470_000, money=0), small_gift(typical_purchase=None, money=5000)
    (150000, 250)
    """
    price = typical_purchase / 10 if typical_purchase else money / 20
    if price <= 0:
        return None
    step = 10.0 ** (floor(log10(price)) - 1)
    rounded = round(price / step) * step
    return round(rounded) if rounded >= 10 else round(rounded, 2)


def terms_of(condition: str) -> list[tuple[str, bool]]:
    """Give the facts a condition asks for, and whether each is denied.

    >>> terms_of("referred and not city=Tehran")
    [('referred', False), ('city=tehran', True)]
    """
    terms = []
    for term in condition.casefold().split(" and "):
        words = term.strip()
        if words:
            terms.append((words.removeprefix("not ").strip(), words.startswith("not ")))
    return terms


def holds(condition: str, facts: Collection[str]) -> bool:
    """Tell whether a recipe's condition holds for a customer of whom these facts are known.

    Conditions are facts joined by `and`, each possibly after `not`; upper and lower case are equal.

    >>> holds("referred and not city=tehran", {"referred", "city=Shiraz"})
    True
    >>> holds("birthday", set()), holds("", set())
    (False, True)
    """
    terms = terms_of(condition)
    if not terms:
        return True
    known = {fact.casefold() for fact in facts}
    return all((fact in known) != denied for fact, denied in terms)


def recipes_for(tier: str, recipes: Sequence[Recipe]) -> list[Recipe]:
    """Give the recipes of one tier in a fixed order."""
    chosen = [recipe.checked() for recipe in recipes if not recipe.tiers or tier in recipe.tiers]
    return sorted(
        chosen, key=lambda r: (r.kind, r.every_days, r.occasion, r.minutes, r.cost, r.condition, r.name)
    )
