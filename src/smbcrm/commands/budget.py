"""`smbcrm budget`: the hours and the money you have for your customers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import Choice, ColumnsOption, DryRunOption, FormatOption, OutputOption
from smbcrm.commands._takes import takes

app = typer.Typer(
    help="The hours and the money that plans are fitted to.", no_args_is_help=False, rich_markup_mode=None
)


@app.command("show")
def show(
    ctx: typer.Context,
    columns: ColumnsOption = "",
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show the budget, what of it is planned, and what is spent.

    Example: smbcrm budget show
    """
    from smbcrm.commands._chosen import emit_chosen
    from smbcrm.core.say import say
    from smbcrm.output.planning.budgets import BUDGET, budget_lines, use_rows
    from smbcrm.usecases.set_budget import budget_of, budget_use

    settings: Globals = ctx.obj
    store = settings.reading()
    budget = budget_of(store, settings.budget, {})
    uses = budget_use(store, budget, today=settings.today, country=settings.config.country)
    footer = [*budget_lines(budget), say("Next: `smbcrm plan build` fits the plan to it.")]
    choice, options = Choice(columns=columns), settings.output(fmt, output)
    emit_chosen(
        BUDGET, use_rows(uses), choice, options, name="budget", id_column="what", title=say("Budget"), footer=footer
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What may be said of the budget."""

    hours: Annotated[
        str, typer.Option("--hours", metavar="H", help="Hours for contacts; --per week or month behind it.")
    ] = ""
    money: Annotated[
        str,
        typer.Option(
            "--money", metavar="M", help="Money for them; --per week, month, year or plan behind it."
        ),
    ] = ""
    per: Annotated[
        list[str] | None,
        typer.Option(
            "--per", metavar="PERIOD", help="What the option before it is for; hours: week, money: month."
        ),
    ] = None
    weeks: Annotated[
        int | None, typer.Option("--weeks", metavar="W", help="For how many weeks plans are made.")
    ] = None
    contacts: Annotated[
        int | None,
        typer.Option(
            "--contacts", min=0, metavar="N", help="At most so many with one customer; 0: no limit."
        ),
    ] = None
    within: Annotated[
        str, typer.Option("--within", metavar="7d", help="... within so many days (with --contacts).")
    ] = ""
    protect: Annotated[
        str | None,
        typer.Option("--protect", metavar="A,call,C17", help="Tiers, kinds and customers that come first."),
    ] = None
    dry_run: DryRunOption = False
    fmt: FormatOption = None


@app.command("set")
@takes(Spending)
def set_(ctx: typer.Context, *, given: Spending) -> None:
    """Set the budget; what you do not name stays as it was.

    Example: smbcrm budget set --hours 6 --per week --money 5000000 --per month
    """
    from smbcrm.commands._budget import budget_changes
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.output.planning.budgets import budget_lines, set_line
    from smbcrm.usecases.set_budget import budget_data, set_budget

    settings: Globals = ctx.obj
    changes: dict[str, Any] = budget_changes(
        settings.words, hours=given.hours, money=given.money, per=given.per or []
    )
    changes |= more_changes(
        weeks=given.weeks, contacts=given.contacts, within=given.within, protect=given.protect
    )
    store = settings.writing()
    with store.operation("budget set", settings.words, at=settings.now, dry_run=given.dry_run):
        budget = set_budget(store, changes, settings.budget)
    data = {**budget_data(budget), "dry_run": given.dry_run, "data": str(settings.folder)}
    lines = if_done([set_line(budget), *budget_lines(budget)], dry_run=given.dry_run)
    emit_action(data, lines, settings.output(given.fmt))


def more_changes(
    *, weeks: int | None, contacts: int | None, within: str, protect: str | None
) -> dict[str, object]:
    """Give what was typed of the rest of the budget."""
    from smbcrm.core.dates import read_span
    from smbcrm.core.plans.protection import read_protection

    typed = {
        "weeks": weeks,
        "contacts": contacts,
        "within_days": read_span(within) if within else None,
        "protect": None if protect is None else read_protection(protect),
    }
    return {name: value for name, value in typed.items() if value is not None}
