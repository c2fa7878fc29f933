"""`smbcrm score`: what each customer is worth, 1 to 10."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands import _score_weights
from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    ColumnsOption,
    DryRunOption,
    FormatOption,
    LimitOption,
    OutputOption,
    WhoArgument,
)

app = typer.Typer(
    help="Score the customers from 1 to 10, and say why.", no_args_is_help=False, rich_markup_mode=None
)
app.add_typer(_score_weights.app, name="weights")


@app.command("run")
def run(ctx: typer.Context, dry_run: DryRunOption = False, fmt: FormatOption = None) -> None:
    """Score every customer from what is known.

    Example: smbcrm score
    """
    from smbcrm.core.say import say
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.usecases.nobody import NOBODY, is_empty
    from smbcrm.usecases.score_customers import score_all
    from smbcrm.usecases.score_policy import read_policy

    settings: Globals = ctx.obj
    store = settings.writing()
    with store.operation("score", settings.words, at=settings.now, dry_run=dry_run):
        done = score_all(store, read_policy(store), today=settings.today)
    lines = [
        say(
            "{scored} {scored:customer has|customers have} a score, {own} of them by your own word; {unknown} {unknown:has|have} too little to go by.",
            scored=done.scored,
            own=done.own,
            unknown=done.unknown,
        ),
        say(
            "{changed} {changed:score|scores} changed. Data folder: {folder}.",
            changed=done.changed,
            folder=str(settings.folder),
        ),
        say("Next: `smbcrm tier` cuts the list in four quarters."),
    ]
    if str(done.note):
        lines.insert(1, done.note)
    lines = [NOBODY] if is_empty(store) else if_done(lines, dry_run=dry_run)
    data = {
        "scored": done.scored,
        "own": done.own,
        "unknown": done.unknown,
        "changed": done.changed,
        "note": done.note,
        "dry_run": dry_run,
        "data": str(settings.folder),
    }
    emit_action(data, lines, settings.output(fmt))


@app.command("set")
def set_(
    ctx: typer.Context,
    who: WhoArgument,
    score: Annotated[str, typer.Argument(metavar="N", help="1 to 10, halves allowed.")],
    why: Annotated[
        str, typer.Option("--why", metavar="TEXT", help="Why you think so; kept with the score.")
    ] = "",
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Give a customer a score of your own; it counts instead of the suggested one.

    Example: smbcrm score set C17 9 --why "sends us a new customer every month"
    """
    from smbcrm.commands._edits import tell
    from smbcrm.core.edits import read_score
    from smbcrm.usecases.edit_customer import set_own_score
    from smbcrm.usecases.find_customer import find_customer

    settings: Globals = ctx.obj
    number = read_score(score)
    store = settings.writing()
    with store.operation("score set", settings.words, at=settings.now, dry_run=dry_run) as operation:
        edited = set_own_score(store, find_customer(store, who), number, why=why, operation=operation)
        tell(store, edited, "scored", settings=settings, fmt=fmt, dry_run=dry_run)


@app.command("explain")
def explain(
    ctx: typer.Context,
    who: WhoArgument,
    columns: ColumnsOption = "",
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show the parts a score is made of; they add up to it.

    Example: smbcrm score explain C17
    """
    from smbcrm.commands._options import split
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.explanations import score_view
    from smbcrm.output.view import pick_columns
    from smbcrm.usecases.explain_score import explain_score
    from smbcrm.usecases.find_customer import find_customer

    settings: Globals = ctx.obj
    store = settings.reading()
    view = score_view(explain_score(store, find_customer(store, who)))
    emit(pick_columns(view, split(columns)) if columns else view, settings.output(fmt, output))


@app.command("disagree")
def disagree(
    ctx: typer.Context,
    least: Annotated[
        float, typer.Option("--least", min=0, metavar="N", help="Only differences of so many points or more.")
    ] = 1.0,
    columns: ColumnsOption = "",
    limit: LimitOption = None,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show where your own scores and the suggested ones differ most.

    Example: smbcrm score disagree -n 10
    """
    from smbcrm.commands._nobody import or_nobody
    from smbcrm.commands._options import split
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.value_views import disagree_view
    from smbcrm.output.view import at_most, pick_columns
    from smbcrm.usecases.weigh_score import disagreements, own_scores

    settings: Globals = ctx.obj
    store = settings.reading()
    found = disagreements(store, least=least)
    view = or_nobody(store, disagree_view(found, least=least, given=own_scores(store)))
    view = at_most(view, limit)
    emit(pick_columns(view, split(columns)) if columns else view, settings.output(fmt, output))


@app.command("learn")
def learn(
    ctx: typer.Context,
    use: Annotated[bool, typer.Option("--use", help="Take the learnt weights from now on.")] = False,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Learn the weights that fit your own scores best, and show how well they do before they are used.

    Example: smbcrm score learn
    """
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.value_views import learnt_view
    from smbcrm.usecases.score_policy import write_weights
    from smbcrm.usecases.weigh_score import learn as learn_from
    from smbcrm.usecases.weigh_score import weights_shown

    settings: Globals = ctx.obj
    store = settings.writing() if use else settings.reading()
    learnt = learn_from(store)
    view = learnt_view(weights_shown(store), learnt, used=use and not dry_run)
    if use:
        with store.operation("score learn", settings.words, at=settings.now, dry_run=dry_run):
            write_weights(store, learnt.weights)
    emit(view, settings.output(fmt, output))
