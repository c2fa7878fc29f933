"""`smbcrm touch`: what customers do for the shop, and say to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    DryRunOption,
    FormatOption,
    Listed,
    WhoArgument,
)
from smbcrm.commands._records import DayOption, KindOption, Which
from smbcrm.commands._takes import takes

app = typer.Typer(
    help="Note whom a customer sent, and what he says of you (smbcrm touch WHO --kind referral --to NEW).",
    no_args_is_help=False,
    rich_markup_mode=None,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What may be told of a touch."""

    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="referral, mention, praise, testimonial, content, event, complaint, suggestion ...",
        ),
    ]
    to: Annotated[
        str,
        typer.Option("--to", metavar="NEW", help="Whom he sent: a customer, or a new name with its phone."),
    ] = ""
    phone: Annotated[str, typer.Option("--phone", metavar="PHONE", help="The phone of the new one.")] = ""
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="What was said.")] = ""
    date: DayOption = ""
    dry_run: DryRunOption = False
    fmt: FormatOption = None


@app.command("add")
@takes(Told)
def add(ctx: typer.Context, who: WhoArgument, *, given: Told) -> None:
    """Note what a customer did for you: whom he sent, his praise, his complaint.

    Example: smbcrm touch C17 --kind referral --to "Sara Ahmadi" --phone 09121234567

    Example: smbcrm touch C17 --kind complaint --text "the rug came late"
    """
    from smbcrm.commands._records import tell_noted
    from smbcrm.core.dates import read_day
    from smbcrm.output.dealings.records_said import touch_data, touch_lines
    from smbcrm.readers.headers import load_headers
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.record_touch import add_touch

    settings: Globals = ctx.obj
    day = read_day(given.date, today=settings.today) if given.date else settings.today
    store = settings.writing()
    with store.operation("touch", settings.words, at=settings.now, dry_run=given.dry_run) as operation:
        done = add_touch(
            store,
            find_customer(store, who),
            given.kind,
            to=given.to,
            phone=given.phone,
            text=given.text,
            date=day,
            today=settings.today,
            headers=load_headers(),
            country=settings.config.country,
            operation=operation,
        )
    line, *after = touch_lines(done)
    tell_noted(
        done.noted,
        line,
        touch_data(done),
        settings=settings,
        fmt=given.fmt,
        dry_run=given.dry_run,
        after=after,
    )


@app.command("list")
@takes(Which, Listed)
def list_(ctx: typer.Context, kind: KindOption = "", *, which: Which, given: Listed) -> None:
    """List what customers did for you and said to you, the newest first.

    Example: smbcrm touch list --kind referral
    """
    from smbcrm.commands._records import Listing, list_records
    from smbcrm.core.say import say
    from smbcrm.output.dealings.record_columns import TOUCHES
    from smbcrm.output.dealings.record_sets import keys

    listing = Listing(
        view="touch_records", columns=TOUCHES, table=keys(TOUCHES), name="touches", order="date DESC, touch DESC",
        empty=say("Nothing of the kind was noted. `smbcrm touch WHO --kind referral --to NEW` notes whom a customer sent."),
    )  # fmt: skip
    list_records(ctx.obj, listing, which, given, kind=kind)


@app.command("remove")
def remove(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="ID", help="Its id in the list, like L3.")],
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Take a touch out that was noted wrongly.

    Example: smbcrm touch remove L3
    """
    from smbcrm.commands._records import take_out
    from smbcrm.usecases.record_touch import remove_touch

    take_out(ctx.obj, "touch remove", remove_touch, ref, fmt=fmt, dry_run=dry_run)
