"""Recipes and what holds for single customers, as tables and sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smbcrm.core.plans.recipe_words import often
from smbcrm.core.recipes import Recipe
from smbcrm.core.say import Say, say
from smbcrm.output.view import Column
from smbcrm.usecases.planning.standing_recipes import RecipeException

RECIPES = (
    Column("name", "Recipe"),
    Column("tier", "Tier"),
    Column("kind", "Kind", "word"),
    Column("every", "How often", "word"),
    Column("minutes", "Minutes", "number"),
    Column("learnt", "Learnt", "number"),
    Column("done", "Timed", "number"),
    Column("cost", "Cost", "money"),
    Column("effect", "Effect", "number"),
    Column("lead", "Days before", "number"),
    Column("counts", "Counts from", "word"),
    Column("if", "Condition"),
    Column("text", "What to say", "say"),
)
RECIPES_TABLE = ("name", "kind", "every", "minutes", "learnt", "cost", "if", "text")
EXCEPTIONS = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("kind", "Kind", "word"),
    Column("every", "How often", "word"),
)


def recipe_rows(
    recipes: Sequence[Recipe], learnt: Mapping[str, tuple[int, int]], gift: float | None
) -> list[tuple[object, ...]]:
    """Give a row for each recipe; `learnt` holds the minutes its contacts really take and how many were timed."""
    rows: list[tuple[object, ...]] = []
    for one in recipes:
        minutes, timed = learnt.get(one.name, (one.minutes, 0))
        cost = one.cost if not one.gift else None if gift is None else one.gift * gift
        rows.append(
            (
                one.name, one.tier or "all", one.kind, often(one), one.minutes, minutes if timed else None, timed,
                cost, one.effect, one.lead_days, one.counts_from, one.condition, one.text,
            )
        )  # fmt: skip
    return rows


def recipe_data(recipe: Recipe) -> dict[str, object]:
    """Give a recipe as data."""
    return {
        "name": recipe.name, "tier": recipe.tier, "kind": recipe.kind, "every": often(recipe),
        "minutes": recipe.minutes, "cost": None if recipe.gift else recipe.cost, "effect": recipe.effect,
        "lead": recipe.lead_days, "counts": recipe.counts_from, "if": recipe.condition, "text": recipe.text,
    }  # fmt: skip


def recipe_line(recipe: Recipe) -> Say:
    """Say a recipe in one sentence."""
    if recipe.occasion:
        return say(
            "{recipe}: {kind} on the occasion {part}, {minutes} {minutes:minute|minutes}",
            recipe=recipe.name,
            kind=recipe.kind,
            part=recipe.occasion,
            minutes=recipe.minutes,
        )
    return say(
        "{recipe}: {kind} every {every} {every:day|days}, {minutes} {minutes:minute|minutes}",
        recipe=recipe.name,
        kind=recipe.kind,
        every=recipe.every_days,
        minutes=recipe.minutes,
    )


def exception_rows(exceptions: Sequence[RecipeException]) -> list[tuple[object, ...]]:
    """Give a row for each exception."""
    return [
        (f"C{e.customer}", e.name, e.kind or "all", f"{e.every_days}d" if e.every_days else "never")
        for e in exceptions
    ]
