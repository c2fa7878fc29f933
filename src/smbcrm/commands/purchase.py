"""`smbcrm purchase`: what customers bought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from smbcrm.usecases.record_purchase import TypedSale

app = typer.Typer(
    help="Note what a customer bought or brought back, list it, bring it in from a till.",
    no_args_is_help=False,
    rich_markup_mode=None,
)
_BY_HAND = {"ignore_unknown_options": True}  # -50000 is an amount, no option


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """What may be told of a sale beside its amount."""

    date: DayOption = ""
    unit: UnitOption = ""
    product: Annotated[str, typer.Option("--product", metavar="TEXT", help="What was bought.")] = ""
    quantity: Annotated[float | None, typer.Option("--quantity", min=0, metavar="N", help="How many.")] = None
    order: Annotated[
        str,
        typer.Option(
            "--order", metavar="NUMBER", help="The number of the receipt: a till export with it counts once."
        ),
    ] = ""
    discount: Annotated[
        str, typer.Option("--discount", metavar="SUM|10%", help="What is taken off the amount.")
    ] = ""
    taken_back: Annotated[
        bool, typer.Option("--return", help="It was brought back: the amount is taken off.")
    ] = False
    return_of: Annotated[
        str,
        typer.Option(
            "--return-of",
            metavar="NUMBER",
            help="Which sale was brought back; what is left of it without an AMOUNT.",
        ),
    ] = ""
    due: Annotated[
        str,
        typer.Option("--due", metavar="DATE", help="It is to be paid by this day: a bill is noted with it."),
    ] = ""
    dry_run: DryRunOption = False
    fmt: FormatOption = None

    def of(self, amount: str) -> TypedSale:
        """Give what was typed of a sale of this amount."""
        from smbcrm.usecases.record_purchase import TypedSale

        return TypedSale(
            amount=amount, unit=self.unit, product=self.product, quantity=self.quantity, discount=self.discount, order=self.order,
            taken_back=self.taken_back, return_of=self.return_of,
        )  # fmt: skip


@app.command("add", context_settings=_BY_HAND)
@takes(Sold)
def add(
    ctx: typer.Context,
    who: WhoArgument,
    amount: Annotated[
        str,
        typer.Argument(
            metavar="AMOUNT", help="What it cost before the discount; below zero for what was brought back."
        ),
    ] = "",
    *,
    given: Sold,
) -> None:
    """Note what a customer bought, or brought back.

    Example: smbcrm purchase add C17 1250000 --unit toman --product rug --order 204

    Example: smbcrm purchase add C17 --return-of 204
    """
    from smbcrm.commands._records import tell_noted
    from smbcrm.core.dates import read_day
    from smbcrm.output.dealings.records_said import sale_data, sale_lines
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.record_purchase import add_purchase

    settings: Globals = ctx.obj
    day, until = (read_day(word, today=settings.today) if word else None for word in (given.date, given.due))
    store = settings.writing()
    with store.operation("purchase add", settings.words, at=settings.now, dry_run=given.dry_run) as operation:
        customer = find_customer(store, who)
        done = add_purchase(
            store,
            customer,
            given.of(amount),
            date=day or settings.today,
            today=settings.today,
            due=until,
            operation=operation,
        )
    line, *after = sale_lines(done, due=until)
    tell_noted(
        done.noted,
        line,
        sale_data(done),
        settings=settings,
        fmt=given.fmt,
        dry_run=given.dry_run,
        after=after,
    )


@app.command("list")
@takes(Which, Listed)
def list_(ctx: typer.Context, *, which: Which, given: Listed) -> None:
    """List sales, the newest first; what was brought back is below zero.

    Example: smbcrm purchase list C17

    Example: smbcrm purchase list --since 2026-10-01 --where "amount > 1000000" --format csv
    """
    from smbcrm.commands._records import Listing, list_records
    from smbcrm.core.say import say
    from smbcrm.output.dealings.record_columns import PURCHASES, PURCHASES_TABLE

    listing = Listing(
        view="purchase_records", columns=PURCHASES, table=PURCHASES_TABLE, name="purchases", order="date DESC, purchase DESC",
        empty=say("There are no such sales. `smbcrm purchase add WHO AMOUNT` notes one, `smbcrm purchase import FILE` reads a till's."),
    )  # fmt: skip
    list_records(ctx.obj, listing, which, given)


@app.command("remove")
def remove(
    ctx: typer.Context, number: NumberArgument, dry_run: DryRunOption = False, fmt: FormatOption = None
) -> None:
    """Take a sale out that was noted wrongly.

    Example: smbcrm purchase remove 12
    """
    from smbcrm.commands._records import take_out
    from smbcrm.usecases.record_purchase import remove_purchase

    take_out(ctx.obj, "purchase remove", remove_purchase, number, fmt=fmt, dry_run=dry_run)


app.command("import")(
    import_as(
        "purchases",
        """Read the sales of a till or an accounting program: `smbcrm import --as purchases`.

    Example: smbcrm purchase import till.csv --dry-run
    """,
    )
)
