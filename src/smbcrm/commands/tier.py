"""`smbcrm tier`: the list in four quarters."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    ColumnsOption,
    DryRunOption,
    FormatOption,
    Listed,
    OutputOption,
    WhoArgument,
)
from smbcrm.commands._takes import takes

app = typer.Typer(
    help="Cut the list in four quarters by score: A, B, C, D.", no_args_is_help=False, rich_markup_mode=None
)


@app.command("run")
def run(
    ctx: typer.Context,
    keep_within: Annotated[
        float | None,
        typer.Option(
            "--keep-within",
            metavar="POINTS",
            help="Let nobody lose his tier to one who leads by less; kept for the next times, 0 ends it.",
        ),
    ] = None,
    dry_run: DryRunOption = False,
    columns: ColumnsOption = "",
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Cut the active customers in four quarters of equal size.

    Example: smbcrm tier
    """
    from smbcrm.commands._nobody import or_nobody
    from smbcrm.commands._options import split
    from smbcrm.output.actions import tried
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.tiers import tiers_view
    from smbcrm.output.view import pick_columns
    from smbcrm.usecases.assign_tiers import tier_all

    settings: Globals = ctx.obj
    store = settings.writing()
    with store.operation("tier", settings.words, at=settings.now, dry_run=dry_run):
        done = tier_all(store, today=settings.today, keep_within=keep_within)
        view = or_nobody(store, tried(tiers_view(done.table(), done), dry_run=dry_run))
    emit(pick_columns(view, split(columns)) if columns else view, settings.output(fmt, output))


@app.command("moves")
@takes(Listed)
def moves(
    ctx: typer.Context,
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Only moves from this day on.")] = "",
    *,
    given: Listed,
) -> None:
    """Show who changed tier, when and why, the newest first.

    Example: smbcrm tier moves -n 10

    Example: smbcrm tier moves --since 2026-10-01
    """
    from smbcrm.commands._nobody import or_nobody
    from smbcrm.core.dates import read_day
    from smbcrm.core.say import say
    from smbcrm.output.dealings.record_sets import MOVES, keys, pick
    from smbcrm.output.emit import emit
    from smbcrm.output.sentences import told
    from smbcrm.output.view import View, at_most

    settings: Globals = ctx.obj
    day = read_day(since, today=settings.today).isoformat() if since else ""
    selection = given.selection((("date >= ?", (day,)),) if day else ())
    chosen = selection.columns or keys(MOVES)
    store = settings.reading()
    rows = store.select("move_records", chosen, selection=selection, order="move_id DESC", custom={})
    view = View(
        pick(chosen, MOVES),
        told(rows, chosen),
        footer=(say("Why a score is what it is: `smbcrm score explain WHO`"),),
        empty=(say("No such moves are known. Next: `smbcrm tier` cuts the list in four quarters."),),
        name="moves",
        id_column="customer_id",
    )
    emit(at_most(or_nobody(store, view), selection.limit), settings.output(given.fmt, given.output))


@app.command("history")
def history(
    ctx: typer.Context, columns: ColumnsOption = "", fmt: FormatOption = None, output: OutputOption = None
) -> None:
    """Show how the list was cut, run by run: sizes, borders, who came, went, rose and fell.

    Example: smbcrm tier history
    """
    from smbcrm.commands._nobody import or_nobody
    from smbcrm.commands._options import split
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.report_views import runs_view
    from smbcrm.output.view import pick_columns
    from smbcrm.usecases.assign_tiers import tier_runs

    settings: Globals = ctx.obj
    store = settings.reading()
    view = or_nobody(store, runs_view(iter(tier_runs(store))))
    emit(pick_columns(view, split(columns)) if columns else view, settings.output(fmt, output))


@app.command("pin")
def pin(
    ctx: typer.Context,
    who: WhoArgument,
    tier: Annotated[str, typer.Argument(metavar="A|B|C|D|none", help="The tier to keep the customer in.")],
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Keep a customer in a tier whatever the score says; `none` takes the pin out.

    Example: smbcrm tier pin C17 A
    """
    from smbcrm.commands._edits import tell
    from smbcrm.usecases.edit_customer import pin_tier
    from smbcrm.usecases.find_customer import find_customer

    settings: Globals = ctx.obj
    store = settings.writing()
    with store.operation("tier pin", settings.words, at=settings.now, dry_run=dry_run) as operation:
        edited = pin_tier(store, find_customer(store, who), tier, operation=operation)
        tell(
            store,
            edited,
            "unpinned" if tier.lower() == "none" else "pinned",
            settings=settings,
            fmt=fmt,
            dry_run=dry_run,
        )
