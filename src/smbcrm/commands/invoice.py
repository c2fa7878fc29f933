"""`smbcrm invoice`: what customers are to pay."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    DryRunOption,
    FormatOption,
    Listed,
    WhoArgument,
)
from smbcrm.commands._records import UnitOption, WhoFilter
from smbcrm.commands._takes import takes

app = typer.Typer(
    help="Note a bill, see which are open and for how long.", no_args_is_help=False, rich_markup_mode=None
)


@app.command("add")
def add(
    ctx: typer.Context,
    who: WhoArgument,
    amount: Annotated[str, typer.Argument(metavar="AMOUNT", help="What is to be paid.")],
    number: Annotated[str, typer.Option("--number", metavar="NUMBER", help="The number of the bill.")] = "",
    due: Annotated[
        str, typer.Option("--due", metavar="DATE", help="The day to pay by, like 2026-12-22 or +30d.")
    ] = "",
    date: Annotated[
        str, typer.Option("--date", metavar="DATE", help="The day of the bill; today when left out.")
    ] = "",
    unit: UnitOption = "",
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="What it is for.")] = "",
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Note a bill: what a customer is to pay, and until when. It is no sale: `purchase add --due` notes both.

    Example: smbcrm invoice add C17 4500000 --number 31 --due +30d
    """
    from smbcrm.commands._records import tell_noted
    from smbcrm.core.dates import read_day
    from smbcrm.output.dealings.records_said import bill_after, bill_data, bill_line
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.record_invoice import add_invoice

    settings: Globals = ctx.obj
    day, until = (read_day(word, today=settings.today) if word else None for word in (date, due))
    store = settings.writing()
    with store.operation("invoice add", settings.words, at=settings.now, dry_run=dry_run) as operation:
        done = add_invoice(
            store,
            find_customer(store, who),
            amount,
            unit=unit,
            number=number,
            date=day or settings.today,
            due=until,
            text=text,
            today=settings.today,
            operation=operation,
        )
    tell_noted(
        done.noted, bill_line(done), bill_data(done), settings=settings, fmt=fmt, dry_run=dry_run, after=bill_after(done)
    )  # fmt: skip


@app.command("list")
@takes(Listed)
def list_(
    ctx: typer.Context,
    who: WhoFilter = "",
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Only those that should have been paid by now.")
    ] = False,
    open_: Annotated[bool, typer.Option("--open", help="Only those that are not paid in full.")] = False,
    *,
    given: Listed,
) -> None:
    """List bills with what is open on them, the longest overdue first; lateness is that of today.

    Example: smbcrm invoice list --overdue

    Example: smbcrm invoice list C17 --format csv
    """
    from smbcrm.commands._chosen import chosen
    from smbcrm.output.dealings.bills import emit_bills
    from smbcrm.output.dealings.record_columns import INVOICES
    from smbcrm.output.dealings.record_sets import keys
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.record_invoice import list_invoices

    settings: Globals = ctx.obj
    store = settings.reading()
    states = frozenset({"overdue"} if overdue else {"overdue", "open"} if open_ else ())
    bills = list_invoices(
        store, today=settings.today, customer=find_customer(store, who) if who else None, states=states
    )
    selection = given.selection()
    places = chosen(keys(INVOICES), bills.rows, selection)
    emit_bills(bills, places, selection, settings.output(given.fmt, given.output))


@app.command("remove")
def remove(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="ID", help="Its id in the list, like I5.")],
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Take a bill out that was noted wrongly.

    Example: smbcrm invoice remove I5
    """
    from smbcrm.commands._records import take_out
    from smbcrm.usecases.record_invoice import remove_invoice

    take_out(ctx.obj, "invoice remove", remove_invoice, ref, fmt=fmt, dry_run=dry_run)
