"""`smbcrm recipe`: how your customers should be treated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    DryRunOption,
    FormatOption,
    Listed,
)
from smbcrm.commands._takes import takes

if TYPE_CHECKING:
    from smbcrm.core.recipes import Recipe
    from smbcrm.core.say import Say
    from smbcrm.usecases.planning.recipe_reach import Reach

app = typer.Typer(
    help="Say how customers are treated: which contacts, how often, what they take and what to say.",
    no_args_is_help=False,
    rich_markup_mode=None,
)

NameArgument = Annotated[str, typer.Argument(metavar="RECIPE", help="Its name, as `smbcrm recipe` shows it.")]
WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FIELD=VALUE...",
        help="kind, tier, if, every, minutes, cost, effect, lead, counts, text, name.",
    ),
]


@app.command("list")
@takes(Listed)
def list_(
    ctx: typer.Context,
    exceptions: Annotated[
        bool, typer.Option("--exceptions", help="What holds for single customers instead.")
    ] = False,
    *,
    given: Listed,
) -> None:
    """List the recipes: how often, how long, at what cost, and what to say.

    Example: smbcrm recipe
    """
    from smbcrm.commands._chosen import emit_chosen
    from smbcrm.core.say import say
    from smbcrm.output.planning.recipes import EXCEPTIONS, RECIPES, RECIPES_TABLE, exception_rows, recipe_rows
    from smbcrm.usecases.planning.learn_minutes import learnt_minutes
    from smbcrm.usecases.planning.standing_recipes import gift_price, recipe_exceptions, standing_recipes
    from smbcrm.usecases.set_budget import budget_of

    settings: Globals = ctx.obj
    store = settings.reading()
    options = settings.output(given.fmt, given.output)
    if exceptions:
        none = say("There are no such exceptions. `smbcrm recipe except WHO kind=call every=60d` makes one.")
        rows = exception_rows(recipe_exceptions(store))
        emit_chosen(EXCEPTIONS, rows, given, options, name="exceptions", empty=(none,))
        return
    recipes = standing_recipes(store)
    gift = gift_price(store, budget_of(store, settings.budget, {}).money)
    footer = [
        say("Change one: `smbcrm recipe set {recipe} every=14d`; for one customer: `smbcrm recipe except WHO kind=call every=60d`",
            recipe=recipe.name)
        for recipe in recipes[:1]
    ]  # fmt: skip
    empty = say("There are no such recipes. `smbcrm recipe add kind=call tier=A every=21d` adds one.")
    emit_chosen(
        RECIPES, recipe_rows(recipes, learnt_minutes(store, recipes), gift), given, options,
        name="recipes", id_column="name", table=RECIPES_TABLE, footer=footer, empty=(empty,),
    )  # fmt: skip


@app.command("add")
def add(
    ctx: typer.Context, words: WordsArgument = None, dry_run: DryRunOption = False, fmt: FormatOption = None
) -> None:
    """Add a recipe for a tier, or for those a condition holds for.

    Example: smbcrm recipe add kind=visit tier=A,B every=6m minutes=40 if=tag=vip text="bring the new catalogue"

    Example: smbcrm recipe add kind=message tier=all every=birthday minutes=5
    """
    from smbcrm.commands._options import fields_of
    from smbcrm.core.say import say
    from smbcrm.output.planning.recipes import recipe_line
    from smbcrm.usecases.edit_recipes import add_recipe
    from smbcrm.usecases.planning.recipe_reach import recipe_reach

    settings: Globals = ctx.obj
    given = fields_of(words or [], example="every=14d")
    store = settings.writing()
    with store.operation("recipe add", settings.words, at=settings.now, dry_run=dry_run):
        recipe = add_recipe(store, given)
        reach = recipe_reach(store, recipe, today=settings.today)
    line = say("{what} was added. Next: `smbcrm plan build`.", what=recipe_line(recipe))
    _tell(settings, recipe, line, changed=True, reach=reach, dry_run=dry_run, fmt=fmt)


@app.command("set")
def set_(
    ctx: typer.Context,
    name: NameArgument,
    words: WordsArgument = None,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Change a recipe.

    Example: smbcrm recipe set A-call every=14d minutes=10
    """
    from smbcrm.commands._options import fields_of
    from smbcrm.core.say import say
    from smbcrm.output.planning.recipes import recipe_line
    from smbcrm.usecases.edit_recipes import set_recipe
    from smbcrm.usecases.planning.recipe_reach import recipe_reach

    settings: Globals = ctx.obj
    given = fields_of(words or [], example="every=14d")
    store = settings.writing()
    with store.operation("recipe set", settings.words, at=settings.now, dry_run=dry_run):
        recipe, changed = set_recipe(store, name, given)
        reach = recipe_reach(store, recipe, today=settings.today)
    line = say("{what}. Next: `smbcrm plan build`.", what=recipe_line(recipe))
    if not changed:
        line = say("{recipe} was like that already; nothing was changed.", recipe=recipe.name)
    _tell(settings, recipe, line, changed=changed, reach=reach, dry_run=dry_run, fmt=fmt)


@app.command("remove")
def remove(
    ctx: typer.Context, name: NameArgument, dry_run: DryRunOption = False, fmt: FormatOption = None
) -> None:
    """Take a recipe out; nobody is planned for by it any more.

    Example: smbcrm recipe remove D-message
    """
    from smbcrm.core.say import say
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.output.planning.recipes import recipe_data
    from smbcrm.usecases.edit_recipes import remove_recipe

    settings: Globals = ctx.obj
    store = settings.writing()
    with store.operation("recipe remove", settings.words, at=settings.now, dry_run=dry_run):
        recipe = remove_recipe(store, name)
    lines = [say("{recipe} was taken out; `smbcrm undo` brings it back.", recipe=recipe.name)]
    data = {**recipe_data(recipe), "changed": True, "dry_run": dry_run, "data": str(settings.folder)}
    emit_action(data, if_done(lines, dry_run=dry_run), settings.output(fmt))


@app.command("except")
def except_(
    ctx: typer.Context,
    who: Annotated[str, typer.Argument(metavar="WHO", help="Id, phone, e-mail, or part of a name.")],
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="kind=KIND every=DAYS|never|usual", help="What holds for this customer instead."
        ),
    ] = None,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Say what holds for one customer instead of the recipes; joining customers keeps it.

    Example: smbcrm recipe except C17 kind=call every=60d

    Example: smbcrm recipe except C17 kind=message never
    """
    from smbcrm.commands._options import fields_of
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.usecases.edit_recipes import except_customer
    from smbcrm.usecases.find_customer import find_customer

    settings: Globals = ctx.obj
    given = fields_of([word for word in words or [] if "=" in word])
    rest = [word for word in words or [] if "=" not in word]
    store = settings.writing()
    with store.operation("recipe except", settings.words, at=settings.now, dry_run=dry_run) as operation:
        customer = find_customer(store, who)
        done = except_customer(store, customer, given, rest, operation=operation)
        ((name,),) = store.read("SELECT name FROM customer WHERE id = ?", [customer])
    line = _exception_line(f"C{customer}", name, done.kind, done.every_days)
    data = {
        "id": f"C{customer}", "name": name, "kind": done.kind or "all", "every_days": done.every_days,
        "changed": done.changed, "dry_run": dry_run, "data": str(settings.folder),
    }  # fmt: skip
    emit_action(data, if_done([line], dry_run=dry_run), settings.output(fmt))


@app.command("export")
def export(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.toml", help="The file to write; - is stdout.")],
) -> None:
    """Write the recipes into a text file that you can edit, keep, or take to another shop.

    Example: smbcrm recipe export recipes.toml
    """
    from smbcrm.core.say import say
    from smbcrm.output.emit import talk
    from smbcrm.output.files.recipes_file import write_recipes
    from smbcrm.usecases.planning.standing_recipes import standing_recipes

    settings: Globals = ctx.obj
    recipes = standing_recipes(settings.reading())
    settings.spare(file)
    write_recipes(recipes, file, lang=settings.lang)
    if str(file) != "-":
        talk(
            say(
                "{count} {count:recipe was|recipes were} written to {file}.",
                count=len(recipes),
                file=str(file),
            ),
            settings.output(),
        )


@app.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.toml", help="A file as `recipe export` writes it.")],
    only: Annotated[bool, typer.Option("--only", help="Take out the recipes that are not in it.")] = False,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Take recipes over from a text file; those that are not in it stay as they are.

    Example: smbcrm recipe import recipes.toml
    """
    from dataclasses import replace

    from smbcrm.core.say import say
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.output.files.recipes_file import as_built_in
    from smbcrm.readers.recipes_file import read_recipes
    from smbcrm.usecases.edit_recipes import take_recipes

    settings: Globals = ctx.obj
    recipes = [replace(one, text=as_built_in(str(one.text))) for one in read_recipes(file)]
    store = settings.writing()
    with store.operation("recipe import", settings.words, at=settings.now, dry_run=dry_run):
        counts = take_recipes(store, recipes, only=only)
    line = say(
        "{recipes} {recipes:recipe was|recipes were} read: {new} new, {changed} changed, {removed} taken out. Next: `smbcrm plan build`.",
        **counts,
    )
    data = {**counts, "dry_run": dry_run, "data": str(settings.folder)}
    emit_action(data, if_done([line], dry_run=dry_run), settings.output(fmt))


def _exception_line(key: str, name: str, kind: str, every: int | None) -> Say:
    from smbcrm.core.say import say

    if every is None:
        return say("{id} {name}: the recipes hold again. Next: `smbcrm plan build`.", id=key, name=name)
    if not kind:
        return say("{id} {name} is planned for no more. Next: `smbcrm plan build`.", id=key, name=name)
    if not every:
        return say("{id} {name}: never a {kind}. Next: `smbcrm plan build`.", id=key, name=name, kind=kind)
    return say(
        "{id} {name}: {kind} every {every} {every:day|days}. Next: `smbcrm plan build`.",
        id=key, name=name, kind=kind, every=every,
    )  # fmt: skip


def _tell(
    settings: Globals,
    recipe: Recipe,
    line: Say,
    *,
    changed: bool,
    reach: Reach | None,
    dry_run: bool,
    fmt: FormatOption,
) -> None:
    from smbcrm.core.say import say
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.output.planning.recipes import recipe_data

    data = {**recipe_data(recipe), "changed": changed, "dry_run": dry_run, "data": str(settings.folder)}
    lines = [line]
    if reach is not None:
        data["fits"] = reach.fits
        lines.append(
            say(
                "Its condition, {condition}, holds for {count} of {all} customers of its tiers.",
                condition=recipe.condition,
                count=reach.fits,
                all=reach.all,
            )
        )
    emit_action(data, if_done(lines, dry_run=dry_run), settings.output(fmt))
