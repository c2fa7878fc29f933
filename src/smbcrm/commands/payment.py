"""`smbcrm payment`: money that came in."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._import_as import import_as
from smbcrm.commands._options import (
    DryRunOption,
    FormatOption,
    Listed,
    WhoArgument,
)
from smbcrm.commands._records import (
    DayOption,
    NumberArgument,
    UnitOption,
    Which,
)
from smbcrm.commands._takes import takes

app = typer.Typer(
    help="Note what a customer paid, list it, bring it in from a list.",
    no_args_is_help=False,
    rich_markup_mode=None,
)


@app.command("add")
def add(
    ctx: typer.Context,
    who: WhoArgument,
    amount: Annotated[str, typer.Argument(metavar="AMOUNT", help="What was paid.")],
    number: Annotated[
        str,
        typer.Option(
            "--for", metavar="NUMBER", help="The bill that is paid; the oldest open one when left out."
        ),
    ] = "",
    date: DayOption = "",
    unit: UnitOption = "",
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Note a payment; it settles the bill it names, else the oldest that are open.

    Example: smbcrm payment add C17 2000000 --for 31
    """
    from smbcrm.commands._records import tell_noted
    from smbcrm.core.dates import read_day
    from smbcrm.output.dealings.records_said import payment_data, payment_lines
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.record_payment import add_payment

    settings: Globals = ctx.obj
    day = read_day(date, today=settings.today) if date else settings.today
    store = settings.writing()
    with store.operation("payment add", settings.words, at=settings.now, dry_run=dry_run) as operation:
        customer = find_customer(store, who)
        done = add_payment(
            store,
            customer,
            amount,
            unit=unit,
            number=number,
            date=day,
            today=settings.today,
            operation=operation,
        )
    line, *after = payment_lines(done)
    tell_noted(done.noted, line, payment_data(done), settings=settings, fmt=fmt, dry_run=dry_run, after=after)


@app.command("list")
@takes(Which, Listed)
def list_(ctx: typer.Context, *, which: Which, given: Listed) -> None:
    """List payments, the newest first; bills that are still open: `smbcrm invoice list --open`.

    Example: smbcrm payment list C17
    """
    from smbcrm.commands._records import Listing, list_records
    from smbcrm.core.say import say
    from smbcrm.output.dealings.record_columns import PAYMENTS, PAYMENTS_TABLE

    listing = Listing(
        view="payment_records", columns=PAYMENTS, table=PAYMENTS_TABLE, name="payments", order="date DESC, payment DESC",
        empty=say("There are no such payments. `smbcrm payment add WHO AMOUNT` notes one."),
    )  # fmt: skip
    list_records(ctx.obj, listing, which, given)


@app.command("remove")
def remove(
    ctx: typer.Context, number: NumberArgument, dry_run: DryRunOption = False, fmt: FormatOption = None
) -> None:
    """Take a payment out that was noted wrongly.

    Example: smbcrm payment remove 12
    """
    from smbcrm.commands._records import take_out
    from smbcrm.usecases.record_payment import remove_payment

    take_out(ctx.obj, "payment remove", remove_payment, number, fmt=fmt, dry_run=dry_run)


app.command("import")(
    import_as(
        "payments",
        """Read a list of bills and payments: `smbcrm import --as payments`.

    Example: smbcrm payment import payments.xlsx --dry-run
    """,
    )
)
