"""Change how tiers, segments and single customers are treated; the built-in recipes become the owner's with his first change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from smbcrm.core.plans.recipe_words import read_recipe
from smbcrm.core.recipes import Recipe
from smbcrm.core.say import say
from smbcrm.core.text import fold
from smbcrm.core.values.days import read_span
from smbcrm.core.values.touches import touch_kind
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.edit_customer import write_owner_row
from smbcrm.usecases.planning.standing_recipes import (
    COLUMNS,
    OWN,
    are_own,
    numbered_recipes,
    recipe_cells,
    recipe_exceptions,
    standing_recipes,
)
from smbcrm.usecases.ports import Store

NEVER = frozenset({"never", "0", "0d", "هرگز", "هیچوقت"})
USUAL = frozenset({"usual", "default", "معمول", "همیشگی"})


def add_recipe(store: Store, given: Mapping[str, str]) -> Recipe:
    """Add a recipe of the owner's."""
    recipe = read_recipe(given)
    _own(store)
    named = replace(recipe, name=_free_name(store, recipe))
    store.insert("recipe", COLUMNS, [(store.allocate("recipe"), *recipe_cells(named))])
    return named


def set_recipe(store: Store, name: str, given: Mapping[str, str]) -> tuple[Recipe, bool]:
    """Change a recipe; give it as it is now, and whether that changed anything."""
    if not given:
        raise UsageError(say("nothing to set"), say("`smbcrm recipe set A-call every=14d minutes=10`"))
    before = find_recipe(store, name)
    after = read_recipe(given, before)
    if after.name != before.name:
        after = replace(after, name=_free_name(store, after))
    if after == before:
        return before, False
    _own(store)
    number = next(n for n, one in numbered_recipes(store) if one.name == before.name)
    store.update("recipe", COLUMNS, [(number, *recipe_cells(after))])
    return after, True


def remove_recipe(store: Store, name: str) -> Recipe:
    """Take a recipe out: nobody is planned for by it any more."""
    recipe = find_recipe(store, name)
    _own(store)
    store.delete("recipe", [n for n, one in numbered_recipes(store) if one.name == recipe.name])
    return recipe


def take_recipes(store: Store, recipes: Sequence[Recipe], *, only: bool) -> dict[str, int]:
    """Take recipes over by their names; with `only`, those not among them are taken out."""
    standing = {one.name: one for one in standing_recipes(store)}
    names = [recipe.name for recipe in recipes]
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise UsageError(
            say("two recipes are called {name}", name=twice[0]), say("give each a name of its own")
        )
    new = [recipe for recipe in recipes if recipe.name not in standing]
    changed = [r for r in recipes if r.name in standing and standing[r.name] != r]
    gone = [name for name in standing if name not in names] if only else []
    if new or changed or gone:
        _own(store)
        numbers = {one.name: number for number, one in numbered_recipes(store)}
        store.update("recipe", COLUMNS, [(numbers[r.name], *recipe_cells(r)) for r in changed])
        store.delete("recipe", [numbers[name] for name in gone])
        if new:
            first = store.allocate("recipe", len(new))
            store.insert("recipe", COLUMNS, [(first + n, *recipe_cells(r)) for n, r in enumerate(new)])
    return {"new": len(new), "changed": len(changed), "removed": len(gone), "recipes": len(recipes)}


def find_recipe(store: Store, name: str) -> Recipe:
    """Give the recipe of that name.

    Raises NotFoundError when there is none.
    """
    for recipe in standing_recipes(store):
        if fold(recipe.name) == fold(name):
            return recipe
    raise NotFoundError(say("there is no recipe {name}", name=name), say("`smbcrm recipe list` names them"))


def _own(store: Store) -> None:
    """Make the built-in recipes the owner's own, the first time he changes one."""
    if are_own(store):
        return
    recipes = standing_recipes(store)
    store.insert("setting", "id, key, value", [(store.allocate("setting"), OWN, "own")])
    first = store.allocate("recipe", len(recipes))
    store.insert("recipe", COLUMNS, [(first + n, *recipe_cells(one)) for n, one in enumerate(recipes)])


def _free_name(store: Store, recipe: Recipe) -> str:
    wanted = recipe.name or f"{recipe.tier.replace(',', '') or 'all'}-{recipe.kind}".replace(" ", "-")
    taken = {fold(one.name) for one in standing_recipes(store)}
    if recipe.name and fold(wanted) in taken:
        raise UsageError(
            say("there is a recipe {name} already", name=wanted),
            say("change it with `smbcrm recipe set {name} ...`", name=wanted),
        )
    name, count = wanted, 1
    while fold(name) in taken:
        count += 1
        name = f"{wanted}-{count}"
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Excepted:
    """What holds for a customer now: days, 0 for never, None for what the recipes say."""

    kind: str
    every_days: int | None
    changed: bool


def except_customer(
    store: Store, customer: int, given: Mapping[str, str], words: Sequence[str], *, operation: int
) -> Excepted:
    """Keep what holds for one customer instead of the recipes."""
    unknown = sorted(set(given) - {"kind", "every"})
    often = given.get("every") or next(iter(words), "")
    if unknown or len(words) > 1 or not often or (words and "every" in given):
        raise UsageError(
            say("say which kind, and how often"),
            say("`smbcrm recipe except C17 kind=call every=60d`; or: kind=call never; kind=call usual"),
        )
    kind = touch_kind(given.get("kind", "").strip()) if given.get("kind", "").strip() else ""
    every = _every(often)
    standing = [one for one in recipe_exceptions(store, customer) if one.kind == kind]
    if (every is None and not standing) or (len(standing) == 1 and standing[0].every_days == every):
        return Excepted(kind=kind, every_days=every, changed=False)
    if not kind and every:
        raise UsageError(
            say("say of which kind: one interval for everything means nothing"),
            say("`smbcrm recipe except C17 kind=call every=60d`"),
        )
    store.delete("recipe_exception", [one.id for one in standing])
    if every is not None:
        ((lead,),) = store.read("SELECT lead FROM customer WHERE id = ?", [customer])
        said = {
            "edit": True,
            "kind": kind or "recipe",
            "text": "never" if not every else f"every {every} days",
        }
        row = write_owner_row(store, said, anchor=lead, customer=customer, operation=operation)
        number = store.allocate("recipe_exception")
        store.insert("recipe_exception", "id, row_id, kind, every_days", [(number, row, kind, every)])
    return Excepted(kind=kind, every_days=every, changed=True)


def _every(typed: str) -> int | None:
    word = fold(typed).replace(" ", "")
    if word in USUAL:
        return None
    return 0 if word in NEVER else read_span(typed)
