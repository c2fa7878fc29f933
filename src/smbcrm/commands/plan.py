"""`smbcrm plan`: the contacts that fit the week."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smbcrm.commands._budget import (
    HoursOption,
    MoneyOption,
    PlanTierOption,
    ProtectOption,
    WeeksOption,
    typed_budget,
)
from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    Choice,
    ColumnsOption,
    DryRunOption,
    FormatOption,
    Listed,
    OutputOption,
)
from smbcrm.commands._takes import takes
from smbcrm.core.selection import Filter

app = typer.Typer(
    help="Plan the contacts that fit your hours and your money.", no_args_is_help=False, rich_markup_mode=None
)


@app.command("build")
def build(
    ctx: typer.Context,
    hours: HoursOption = None,
    money: MoneyOption = None,
    weeks: WeeksOption = None,
    tier: PlanTierOption = "A",
    protect: ProtectOption = None,
    dry_run: DryRunOption = False,
    columns: ColumnsOption = "",
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Choose the contacts worth most within your hours and money; replaces what is open of the plan before.

    Example: smbcrm plan build --hours 5 --weeks 4
    """
    from smbcrm.commands._options import split
    from smbcrm.output.actions import tried
    from smbcrm.output.dealings.record_sets import PLAN, keys
    from smbcrm.output.emit import emit
    from smbcrm.output.planning.plans import plan_view
    from smbcrm.usecases.plan_interactions import plan_interactions
    from smbcrm.usecases.set_budget import budget_of

    settings: Globals = ctx.obj
    typed = typed_budget(hours=hours, money=money, weeks=weeks, protect=protect)
    store = settings.writing()
    budget = budget_of(store, settings.budget, typed)
    with store.operation("plan", settings.words, at=settings.now, dry_run=dry_run):
        planned = plan_interactions(
            store, budget, tiers=[part.upper() for part in split(tier)], today=settings.today,
            country=settings.config.country, typed=typed,
        )  # fmt: skip
        selection = Choice(columns=columns).selection((("plan_id = ?", (planned.plan,)),))
        chosen = selection.columns or keys(PLAN)
        rows = list(
            store.select("plan_records", chosen, selection=selection, order="date, item_id", custom={})
        )
    emit(tried(plan_view(rows, chosen, planned), dry_run=dry_run), settings.output(fmt, output))


@app.command("show")
@takes(Listed)
def show(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help="Done and skipped items too.")] = False,
    *,
    given: Listed,
) -> None:
    """Show the current plan: who, what, when, how long, and why.

    Example: smbcrm plan show
    """
    from smbcrm.output.dealings.record_sets import PLAN, keys
    from smbcrm.output.emit import emit
    from smbcrm.output.planning.plans import plan_view
    from smbcrm.usecases.planning.shown_plan import backlog, newest_plan, plan_shown
    from smbcrm.usecases.planning.welcome import WELCOME

    settings: Globals = ctx.obj
    store = settings.reading()
    planned = plan_shown(store, newest_plan(store), kept=True)
    filters: list[Filter] = [("plan_id = ?", (planned.plan,)), (WELCOME, ())]
    if not all_:
        filters.append(("status = 'open'", ()))
    selection = given.selection(tuple(filters))
    chosen = selection.columns or keys(PLAN)
    rows = store.select("plan_records", chosen, selection=selection, order="date, item_id", custom={})
    late = backlog(store, today=settings.today).line
    emit(
        plan_view(rows, chosen, planned, first=[late] if str(late) else ()),
        settings.output(given.fmt, given.output),
    )


@app.command("rebalance")
def rebalance(
    ctx: typer.Context,
    hours: HoursOption = None,
    money: MoneyOption = None,
    protect: ProtectOption = None,
    dry_run: DryRunOption = False,
    columns: ColumnsOption = "",
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Spread what is open over the weeks to come, by its worth, after a bad week; what finds no room is named and let go.

    Example: smbcrm plan rebalance --dry-run
    """
    from smbcrm.output.actions import tried
    from smbcrm.output.dealings.record_sets import PLAN, keys
    from smbcrm.output.emit import emit
    from smbcrm.output.planning.plans import plan_view
    from smbcrm.usecases.planning.shown_plan import typed_then
    from smbcrm.usecases.rebalance_plan import rebalance_plan
    from smbcrm.usecases.set_budget import budget_of

    settings: Globals = ctx.obj
    typed = typed_budget(hours=hours, money=money, weeks=None, protect=protect)
    store = settings.writing()
    typed = {**typed_then(store), **typed}
    budget = budget_of(store, settings.budget, typed)
    with store.operation("plan rebalance", settings.words, at=settings.now, dry_run=dry_run):
        done = rebalance_plan(
            store, budget, today=settings.today, country=settings.config.country, typed=typed
        )
        selection = Choice(columns=columns).selection(
            (("plan_id = ?", (done.planned.plan,)), ("status = 'open'", ()))
        )
        chosen = selection.columns or keys(PLAN)
        rows = list(
            store.select("plan_records", chosen, selection=selection, order="date, item_id", custom={})
        )
    emit(tried(plan_view(rows, chosen, done.planned), dry_run=dry_run), settings.output(fmt, output))


@app.command("report")
def report(
    ctx: typer.Context,
    by: Annotated[str, typer.Option("--by", metavar="kind|tier", help="A line for each.")] = "kind",
    columns: ColumnsOption = "",
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Compare what is ideal, what was planned and what was done, in contacts, hours and money.

    Example: smbcrm plan report

    Example: smbcrm plan report --by tier --format csv
    """
    from smbcrm.output.emit import emit
    from smbcrm.output.options import FOR_READING
    from smbcrm.output.planning.plan_report import TABLE, report_view
    from smbcrm.output.view import pick_columns
    from smbcrm.usecases.report_plan import report_plan

    settings: Globals = ctx.obj
    options = settings.output(fmt, output)
    view = report_view(report_plan(settings.reading(), by=by, today=settings.today))
    for_people = options.format in FOR_READING
    chosen = Choice(columns=columns).selection().columns or (TABLE if for_people else ())
    emit(pick_columns(view, chosen) if chosen else view, options)


@app.command("export")
def export(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Its ending names the format; left out, it goes to stdout."),
    ] = None,
    fmt: Annotated[
        str, typer.Option("-f", "--format", metavar="ics|xlsx|csv|md|html", help="The format.")
    ] = "",
    at: Annotated[
        str,
        typer.Option(
            "--at", metavar="HH:MM", help="In a calendar: one after another from then on, not all day."
        ),
    ] = "",
    output: OutputOption = None,
) -> None:
    """Write the plan for a calendar (ics) or a spreadsheet program; a calendar that reads it again follows every change.

    Example: smbcrm plan export plan.ics

    Example: smbcrm plan export --format ics --at 09:30 > plan.ics
    """
    from smbcrm.commands._plan_file import write_plan_file

    write_plan_file(ctx.obj, file or output, fmt, at)
