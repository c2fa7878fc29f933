"""`smbcrm rate`: how satisfied customers are."""

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
from smbcrm.commands._records import DayOption, NumberArgument, Which
from smbcrm.commands._takes import takes

app = typer.Typer(
    help="Note how satisfied a customer is (smbcrm rate WHO 4), and list the answers.",
    no_args_is_help=False,
    rich_markup_mode=None,
)


@app.command("add")
def add(
    ctx: typer.Context,
    who: WhoArgument,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="4, 4/5, 8/10, 80%, ★★★★ ...")],
    scale: Annotated[
        float | None,
        typer.Option(
            "--scale",
            min=1,
            metavar="5|10",
            help="The best answer there could be; 5, above it 10, when left out.",
        ),
    ] = None,
    about: Annotated[
        str, typer.Option("--about", metavar="TEXT", help="What was rated: delivery, a product ...")
    ] = "",
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="What was said.")] = "",
    date: DayOption = "",
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Note how satisfied a customer says he is.

    Example: smbcrm rate C17 4/5 --about delivery --text "came on time"
    """
    from smbcrm.commands._records import tell_noted
    from smbcrm.core.dates import read_day
    from smbcrm.output.dealings.records_said import rating_data, rating_lines
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.record_rating import add_rating

    settings: Globals = ctx.obj
    day = read_day(date, today=settings.today) if date else settings.today
    store = settings.writing()
    with store.operation("rate", settings.words, at=settings.now, dry_run=dry_run) as operation:
        done = add_rating(
            store,
            find_customer(store, who),
            value,
            scale=scale,
            about=about,
            text=text,
            date=day,
            today=settings.today,
            operation=operation,
        )
    line, *after = rating_lines(done)
    data = rating_data(done, about=about, text=text)
    tell_noted(done.noted, line, data, settings=settings, fmt=fmt, dry_run=dry_run, after=after)


@app.command("list")
@takes(Which, Listed)
def list_(ctx: typer.Context, *, which: Which, given: Listed) -> None:
    """List the answers, the newest first.

    Example: smbcrm rate list --where "value / scale < 0.6"
    """
    from smbcrm.commands._records import Listing, list_records
    from smbcrm.core.say import say
    from smbcrm.output.dealings.record_columns import RATINGS
    from smbcrm.output.dealings.record_sets import keys

    listing = Listing(
        view="rating_records", columns=RATINGS, table=keys(RATINGS)[:-1], name="ratings", order="date DESC, rating DESC",
        empty=say("There are no such ratings. `smbcrm rate WHO 4` notes one, `smbcrm import FILE --as ratings` reads a survey."),
    )  # fmt: skip
    list_records(ctx.obj, listing, which, given)


@app.command("remove")
def remove(
    ctx: typer.Context, number: NumberArgument, dry_run: DryRunOption = False, fmt: FormatOption = None
) -> None:
    """Take an answer out that was noted wrongly.

    Example: smbcrm rate remove 12
    """
    from smbcrm.commands._records import take_out
    from smbcrm.usecases.record_rating import remove_rating

    take_out(ctx.obj, "rate remove", remove_rating, number, fmt=fmt, dry_run=dry_run)
