"""`smbcrm plan`: the contacts that fit the week."""

from __future__ import annotations

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
    LimitOption,
    OutputOption,
    SortOption,
    WhereOption,
)

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
    from smbcrm.output.emit import emit
    from smbcrm.output.plans import plan_view
    from smbcrm.output.record_sets import PLAN, keys
    from smbcrm.usecases.plan_interactions import plan_interactions
    from smbcrm.usecases.set_budget import budget_of

    settings: Globals = ctx.obj
    typed = typed_budget(hours=hours, money=money, weeks=weeks, protect=protect)
    store = settings.writing()
    budget = budget_of(store, settings.budget, typed)
    with store.operation("plan", settings.words, at=settings.now, dry_run=dry_run):
        tiers = [part.upper() for part in split(tier)]
        country = settings.config.country
        planned = plan_interactions(store, budget, tiers=tiers, today=settings.today, country=country)
        selection = Choice(columns=columns).selection((("plan_id = ?", (planned.plan,)),))
        chosen = selection.columns or keys(PLAN)
        rows = list(
            store.select("plan_records", chosen, selection=selection, order="date, item_id", custom={})
        )
    emit(plan_view(rows, chosen, planned), settings.output(fmt, output))


@app.command("show")
def show(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help="Done and skipped items too.")] = False,
    where: WhereOption = "",
    columns: ColumnsOption = "",
    sort: SortOption = "",
    limit: LimitOption = None,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show the current plan: who, what, when, how long, and why.

    Example: smbcrm plan show
    """
    from smbcrm.output.emit import emit
    from smbcrm.output.plans import plan_view
    from smbcrm.output.record_sets import PLAN, keys
    from smbcrm.usecases.plan_interactions import newest_plan, plan_shown

    settings: Globals = ctx.obj
    store = settings.reading()
    planned = plan_shown(store, newest_plan(store), kept=True)
    filters: list[tuple[str, tuple[object, ...]]] = [("plan_id = ?", (planned.plan,))]
    if not all_:
        filters.append(("status = 'open'", ()))
    selection = Choice(columns=columns, sort=sort, limit=limit, where=where).selection(tuple(filters))
    chosen = selection.columns or keys(PLAN)
    rows = store.select("plan_records", chosen, selection=selection, order="date, item_id", custom={})
    emit(plan_view(rows, chosen, planned), settings.output(fmt, output))
