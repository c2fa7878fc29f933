"""`smbcrm report`: the figures behind the list, each with what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import ColumnsOption, FormatOption, LimitOption, OutputOption, TierFilter
from smbcrm.output.options import FOR_READING, Format

if TYPE_CHECKING:
    import datetime

    from smbcrm.core.say import Say
    from smbcrm.output.view import View
    from smbcrm.usecases.ports import Store
    from smbcrm.usecases.reports.measures import Measure

app = typer.Typer(
    help="Show who buys, who pays, who stays, and whether the network grows.",
    no_args_is_help=False,
    rich_markup_mode=None,
)
SinceOption = Annotated[
    str, typer.Option("--since", metavar="DATE", help="Only what was bought from this day on.")
]
UntilOption = Annotated[
    str, typer.Option("--until", metavar="DATE", help="Only what was bought up to this day.")
]


@app.command("top")
def top(
    ctx: typer.Context,
    by: Annotated[
        str, typer.Option("--by", metavar="spend|count|recency", help="What to sort by.")
    ] = "spend",
    since: SinceOption = "",
    until: UntilOption = "",
    columns: ColumnsOption = "",
    limit: LimitOption = None,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show who buys most, most often, or bought last.

    Example: smbcrm report top --by spend -n 10
    """
    from smbcrm.output.reports.report_views import top_view
    from smbcrm.usecases.reports.top import report_top

    settings: Globals = ctx.obj
    store = settings.reading()
    rows = report_top(store, by=by, since=_day(since, settings), until=_day(until, settings))
    _emit(store, top_view(rows, by), settings, columns, fmt, output, limit=limit)


@app.command("payers")
def payers(
    ctx: typer.Context,
    tier: TierFilter = "",
    columns: ColumnsOption = "",
    limit: LimitOption = None,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show who pays on time and who does not: days late on average, what is overdue now, the trend.

    Example: smbcrm report payers -n 10
    """
    from smbcrm.output.reports.payer_views import payers_view
    from smbcrm.usecases.list_customers import tiers_named
    from smbcrm.usecases.reports.payers import report_payers

    settings: Globals = ctx.obj
    store = settings.reading()
    found = report_payers(store, today=settings.today, tiers=tiers_named(tier))
    _emit(store, payers_view(found), settings, columns, fmt, output, limit=limit)


@app.command("silent")
def silent(
    ctx: typer.Context,
    tier: TierFilter = "A,B",
    columns: ColumnsOption = "",
    limit: LimitOption = None,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show the good customers of whom you have heard nothing for a year: neither a contact nor a rating. Silence is no praise.

    Example: smbcrm report silent -n 10
    """
    from smbcrm.output.reports.report_views import silent_view
    from smbcrm.usecases.list_customers import tiers_named
    from smbcrm.usecases.reports.silent import anybody_in, report_silent

    settings: Globals = ctx.obj
    store = settings.reading()
    tiers = tiers_named(tier)
    found = report_silent(store, today=settings.today, tiers=tiers)
    view = silent_view(found, looked=bool(found) or anybody_in(store, tiers))
    _emit(store, view, settings, columns, fmt, output, limit=limit)


@app.command("retention")
def retention(
    ctx: typer.Context, columns: ColumnsOption = "", fmt: FormatOption = None, output: OutputOption = None
) -> None:
    """Show whether customers come back: the repeat rate, who stayed, who is slipping, and what that is worth.

    Example: smbcrm report retention
    """
    from smbcrm.core.say import say
    from smbcrm.usecases.reports.retention import report_retention

    _measures(ctx, report_retention, say("Do they come back"), columns, fmt, output)


@app.command("network")
def network(
    ctx: typer.Context,
    days: Annotated[
        int, typer.Option("--days", min=1, max=36_500, metavar="N", help="Over how many days.")
    ] = 90,
    few: Annotated[
        bool, typer.Option("--few", help="Show the net promoter score of fewer than 30 answers, too.")
    ] = False,
    columns: ColumnsOption = "",
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show whether the network grows: members, how many are active, new ones and those who were sent, lost ones, word of mouth.

    Example: smbcrm report network
    """
    from functools import partial

    from smbcrm.core.say import say
    from smbcrm.usecases.reports.network import report_network

    _measures(
        ctx, partial(report_network, days=days, few=few), say("Is the network growing"), columns, fmt, output
    )


@app.command("tiers")
def tiers(
    ctx: typer.Context, columns: ColumnsOption = "", fmt: FormatOption = None, output: OutputOption = None
) -> None:
    """Show what each tier brings and gets: spending, contacts, and how many are active.

    Example: smbcrm report tiers
    """
    from smbcrm.output.reports.report_views import tier_report_view
    from smbcrm.usecases.reports.tiers import report_tiers

    settings: Globals = ctx.obj
    store = settings.reading()
    found = report_tiers(store, today=settings.today)
    _emit(store, tier_report_view(found), settings, columns, fmt, output)


def _measures(
    ctx: typer.Context,
    report: Callable[..., list[Measure]],
    title: Say,
    columns: str,
    fmt: Format | None,
    output: Path | None,
) -> None:
    from smbcrm.output.reports.report_views import measures_view

    settings: Globals = ctx.obj
    store = settings.reading()
    found = report(store, today=settings.today)
    reading = settings.output(fmt, output).format in FOR_READING and not columns
    _emit(store, measures_view(found, title, for_reading=reading), settings, columns, fmt, output)


def _emit(
    store: Store, view: View, settings: Globals, columns: str, fmt: Format | None, output: Path | None, *, limit: int | None = None
) -> None:  # fmt: skip
    from smbcrm.commands._nobody import or_nobody
    from smbcrm.commands._options import split
    from smbcrm.output.emit import emit
    from smbcrm.output.view import at_most, pick_columns

    view = at_most(or_nobody(store, view), limit)
    emit(pick_columns(view, split(columns)) if columns else view, settings.output(fmt, output))


def _day(text: str, settings: Globals) -> datetime.date | None:
    if not text:
        return None
    from smbcrm.core.dates import read_day

    return read_day(text, today=settings.today)
