"""The sheet of recipes: how customers are treated, edited as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from smbcrm.core.plans.recipe_words import often
from smbcrm.core.recipes import Recipe
from smbcrm.core.say import say
from smbcrm.core.workbook.changes import Content
from smbcrm.core.workbook.shape import RECIPES_SHEET, Col, Shape
from smbcrm.core.workbook.sheet_merge import SheetMerge
from smbcrm.errors import SmbcrmError
from smbcrm.usecases.edit_recipes import add_recipe, remove_recipe, set_recipe
from smbcrm.usecases.planning.standing_recipes import standing_recipes
from smbcrm.usecases.ports import Store
from smbcrm.usecases.workbook.other_sheets import Speak
from smbcrm.usecases.workbook.results import Taken, refused

RECIPES_SHAPE = Shape(
    name=RECIPES_SHEET,
    id_key="name",
    columns=(
        Col(key="name", heading="Recipe"),
        Col(key="kind", heading="Kind"),
        Col(key="tier", heading="Tier"),
        Col(key="if", heading="Only if"),
        Col(key="every", heading="Every"),
        Col(key="minutes", heading="Minutes", holds="number"),
        Col(key="cost", heading="Cost"),
        Col(key="lead", heading="Days before"),
        Col(key="effect", heading="Effect", holds="number"),
        Col(key="text", heading="What to say", holds="lines"),
    ),
    takes_rows=True,
    gone_means_gone=True,
)


def recipes_now(store: Store, speak: Speak) -> Content:
    """Give the recipes that hold."""
    return Content(
        shape=RECIPES_SHAPE, records={one.name: _cells(one, speak) for one in standing_recipes(store)}
    )


def _cells(recipe: Recipe, speak: Speak) -> dict[str, str]:
    cost = f"{recipe.gift:.15g} gift" if recipe.gift else f"{recipe.cost:.15g}"
    cells = {
        "name": recipe.name, "kind": speak(say(recipe.kind)), "tier": recipe.tier, "if": recipe.condition,
        "every": often(recipe), "minutes": f"{recipe.minutes:.15g}", "cost": "" if cost == "0" else cost,
        "lead": f"{recipe.lead_days}d" if recipe.lead_days else "", "effect": f"{recipe.effect:.15g}",
        "text": speak(recipe.text).strip(),
    }  # fmt: skip
    return {key: text for key, text in cells.items() if text}


def take_recipe_rows(store: Store, merge: SheetMerge, *, taken: Taken) -> None:
    """Change, add and remove recipes as the sheet says; a sheet emptied of all of them removes none."""
    for name, cells in merge.edits.items():
        change = partial(set_recipe, store, name, _words(cells))
        _try(taken, merge.places.get(name, 0), name, cells, change)
    for row in merge.new:
        done = _try(taken, row.number, "", row.cells, partial(add_recipe, store, _words(row.cells)))
        if isinstance(done, Recipe):
            taken.taken_in.setdefault(RECIPES_SHEET, {})[row.number] = done.name
    if len(merge.gone) < len(standing_recipes(store)):
        for name in merge.gone:
            taken.notes.append(say("the recipe {name} is gone from the sheet and was removed", name=name))
            _try(taken, 0, name, {}, partial(remove_recipe, store, name))


def _words(cells: Mapping[str, str]) -> dict[str, str]:
    """Give cells as they would be typed; an emptied one says that nothing is asked."""
    empty = {"cost": "0", "lead": "0", "tier": "all"}
    return {key: text or empty.get(key, "") for key, text in cells.items()}


def _try(taken: Taken, row: int, name: str, cells: Mapping[str, str], change: Callable[[], object]) -> object:
    try:
        done = change()
    except SmbcrmError as problem:
        keys = [key for key in cells if key != "name"] or ["name"]
        for key in keys:  # which of them was wrong is in the reason
            text = cells.get(key, "")
            taken.refused.append(
                refused(RECIPES_SHAPE, row=row, id=name, key=key, text=text, problem=problem)
            )
        return None
    taken.recipes += 1
    return done
