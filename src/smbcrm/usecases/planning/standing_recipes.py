"""The recipes that hold: the owner's own where he said something, else the built-in ones; and what holds for one customer instead."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from smbcrm.core.recipes import DEFAULT_RECIPES, Recipe, small_gift
from smbcrm.core.say import from_data
from smbcrm.usecases.ports import Store

COLUMNS = "id, name, kind, tier, condition, every_days, occasion, lead_days, minutes, cost, gift, effect, counts_from, text"
OWN = "recipes"
"""The setting that is there once the owner has recipes of his own: without it an empty table means the built-in ones."""


def are_own(store: Store) -> bool:
    """Tell whether the owner has changed the recipes."""
    return any(True for _ in store.read("SELECT 1 FROM setting WHERE key = ?", [OWN]))


def standing_recipes(store: Store) -> tuple[Recipe, ...]:
    """Give the recipes that hold, in the order they were written."""
    return tuple(recipe for _, recipe in numbered_recipes(store))


def numbered_recipes(store: Store) -> list[tuple[int, Recipe]]:
    """Give the recipes that hold with their numbers in the store, 0 for the built-in ones."""
    if not are_own(store):
        return [(0, recipe) for recipe in DEFAULT_RECIPES]
    return [
        (number, _recipe(rest)) for number, *rest in store.read(f"SELECT {COLUMNS} FROM recipe ORDER BY id")
    ]


def _recipe(cells: Sequence[object]) -> Recipe:
    values = dict(zip(COLUMNS.split(", ")[1:], cells, strict=True))
    values["text"] = from_data(json.loads(str(values["text"])))
    return Recipe(**values)  # type: ignore[arg-type]


def recipe_cells(recipe: Recipe) -> tuple[object, ...]:
    """Give the cells of a recipe, without its number."""
    return (
        recipe.name, recipe.kind, recipe.tier, recipe.condition, recipe.every_days, recipe.occasion,
        recipe.lead_days, recipe.minutes, recipe.cost, recipe.gift, recipe.effect, recipe.counts_from,
        json.dumps(recipe.text.to_data(), ensure_ascii=False),
    )  # fmt: skip


def gift_price(store: Store, money: float) -> float | None:
    """Give what a small present may cost, from what customers usually spend at a time; nothing without money."""
    if not money:
        return None
    amounts = [amount for (amount,) in store.read("SELECT amount FROM purchase WHERE amount > 0")]
    return small_gift(typical_purchase=median(amounts) if amounts else None, money=money)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipeException:
    """What holds for one customer instead: every so many days, 0 for never; no kind means every kind."""

    id: int
    customer: int
    name: str
    kind: str
    every_days: int


def recipe_exceptions(store: Store, customer: int | None = None) -> list[RecipeException]:
    """Give what the owner said of single customers, the newest word last."""
    return [
        RecipeException(id=number, customer=who, name=name, kind=kind, every_days=every)
        for number, who, name, kind, every in store.read(
            "SELECT e.id, c.id, c.name, e.kind, e.every_days FROM recipe_exception e JOIN source_row r ON r.id = e.row_id "
            "JOIN customer c ON c.id = r.customer_id WHERE ? IS NULL OR c.id = ? ORDER BY e.id",
            [customer, customer],
        )
    ]


def standing_exceptions(store: Store) -> dict[int, dict[str, int]]:
    """Give for each customer what holds of each kind: days, 0 for never.

    Where two customers were joined, `never` is stronger than any interval; else the newest word counts.
    """
    found: dict[int, dict[str, int]] = {}
    for one in recipe_exceptions(store):
        kinds = found.setdefault(one.customer, {})
        kinds[one.kind] = 0 if kinds.get(one.kind) == 0 else one.every_days
    return found
