"""Recipes as a text file (toml) for a person to edit: `readers/recipes_file.py` takes it back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from smbcrm.core.plans.recipe_words import often
from smbcrm.core.recipes import DEFAULT_RECIPES, Recipe
from smbcrm.core.say import Say
from smbcrm.output.options import Format, OutputOptions
from smbcrm.output.streams import open_target
from smbcrm.output.words import render

_HEAD = """\
# How your customers are treated. Change what you like, then type: smbcrm recipe import FILE
# every: 21d, 3w, 2m, or an occasion: birthday, anniversary, next-action. cost "gift" is a fitting price for a small present.
# tier: A, or A,B, or all. if: referred, tag=vip, city=Shiraz, has birth_date, score>=8; joined by "and", denied by "not".
"""


def write_recipes(recipes: Sequence[Recipe], file: Path, *, lang: str) -> None:
    """Write recipes into a file, or to stdout where it is called `-`."""
    with open_target(OutputOptions(fmt=Format.TABLE, output=file)) as target:
        target.text.write(_HEAD)
        for recipe in recipes:
            target.text.write("\n" + "".join(f"{line}\n" for line in _lines(recipe, lang)))


def _lines(recipe: Recipe, lang: str) -> Iterator[str]:
    yield "[[recipe]]"
    yield f"name = {_text(recipe.name)}"
    yield f"kind = {_text(recipe.kind)}"
    yield f"tier = {_text(recipe.tier or 'all')}"
    yield f"every = {_text(often(recipe))}"
    yield f"minutes = {recipe.minutes}"
    yield f"cost = {_text('gift') if recipe.gift == 1 else _gifts(recipe)}"
    if recipe.condition:
        yield f"if = {_text(recipe.condition)}"
    if recipe.lead_days:
        yield f"lead = {_text(f'{recipe.lead_days}d')}"
    yield f"effect = {recipe.effect:g}"
    yield f"counts = {_text(recipe.counts_from)}"
    yield f"text = {_text(render(recipe.text, lang))}"


def _gifts(recipe: Recipe) -> str:
    if recipe.gift:
        return _text(f"{recipe.gift:g} gift")
    return str(int(recipe.cost)) if recipe.cost.is_integer() else repr(recipe.cost)


def as_built_in(text: str) -> Say:
    """Give a text that is a built-in one, in whichever language, as that: it goes on being shown in every language."""
    for recipe in DEFAULT_RECIPES:
        if text in (render(recipe.text, "en"), render(recipe.text, "fa")):
            return recipe.text
    return Say(text)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
