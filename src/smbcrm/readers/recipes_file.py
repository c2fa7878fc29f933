"""A text file (toml) of recipes, as `output/files/recipes_file.py` writes it and a person edits it."""

from __future__ import annotations

from pathlib import Path

from smbcrm.core.plans.recipe_words import read_recipe
from smbcrm.core.recipes import Recipe
from smbcrm.core.say import say
from smbcrm.errors import UnreadableError, UsageError
from smbcrm.readers.toml_file import read_toml

_HINT = say("write it as `smbcrm recipe export FILE.toml` does")


def read_recipes(path: Path) -> list[Recipe]:
    """Give the recipes of a file.

    Raises UnreadableError, naming the file and the recipe, where it is not written as such a file is.
    """
    data = read_toml(path, _HINT)
    recipes = data.get("recipe")
    if set(data) != {"recipe"} or not isinstance(recipes, list):
        raise UnreadableError(say("{file} holds no recipes", file=str(path)), _HINT)
    return [_recipe(one, place, path) for place, one in enumerate(recipes, start=1)]


def _recipe(one: object, place: int, path: Path) -> Recipe:
    name = str(one.get("name", "?")) if isinstance(one, dict) else "?"
    try:
        if not isinstance(one, dict) or not one.get("name"):
            raise UsageError(say("a recipe needs a name"))
        return read_recipe({key: str(value) for key, value in one.items()})
    except UsageError as problem:
        raise UnreadableError(
            say(
                "{file}, recipe {number} ({name}): {what}",
                file=str(path),
                number=place,
                name=name,
                what=problem.what,
            ),
            problem.hint or _HINT,
        ) from problem
