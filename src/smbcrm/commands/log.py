"""`smbcrm log`: what happened with a customer."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._items import CostOption, DateOption, MinutesOption
from smbcrm.commands._options import (
    DryRunOption,
    FormatOption,
    Listed,
)
from smbcrm.commands._records import KindOption, SinceOption, UntilOption, WhoFilter
from smbcrm.commands._takes import takes

app = typer.Typer(
    help="Write down what happened (smbcrm log WHO KIND TEXT), and list it.",
    no_args_is_help=False,
    rich_markup_mode=None,
)


@app.command("add")
def add(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WHO KIND TEXT",
            help="Who, what (call, visit, message ...) and what was said; or a sentence.",
        ),
    ],
    date: DateOption = "",
    minutes: MinutesOption = None,
    cost: CostOption = None,
    direction: Annotated[
        str,
        typer.Option(
            "--direction", metavar="in|out", help="in: the customer came to you; out: you went to him."
        ),
    ] = "",
    area: Annotated[
        str, typer.Option("--area", metavar="AREA", help="What it was about: marketing, sales or service.")
    ] = "",
    due: Annotated[
        str,
        typer.Option(
            "--due", metavar="DATE", help="Of a promise: the day to keep it by; it stands in `due`."
        ),
    ] = "",
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Write down something that happened; the plan counts from the last real contact.

    Example: smbcrm log C17 call "asked for a new offer" --minutes 10

    Example: smbcrm log reza call 10m "late delivery"

    Example: smbcrm log "reza called yesterday, 10 minutes, late delivery"

    Example: smbcrm log C17 promise "send the catalogue" --due +3d
    """
    from smbcrm.commands._which import which_customer
    from smbcrm.core.dates import read_day
    from smbcrm.core.log_words import read_log
    from smbcrm.core.say import say
    from smbcrm.output.emit import emit_action
    from smbcrm.output.settled import settled_lines
    from smbcrm.usecases.edit_tasks import PROMISE, add_task
    from smbcrm.usecases.find_named import find_named
    from smbcrm.usecases.log_interaction import log_interaction
    from smbcrm.usecases.settle_items import settle_fitting

    settings: Globals = ctx.obj
    line = read_log(words, today=settings.today)
    day = read_day(date, today=settings.today) if date else line.day or settings.today
    until = read_day(due, today=settings.today) if due else None
    store = settings.writing()
    with store.operation("log", settings.words, at=settings.now, dry_run=dry_run) as operation:
        customer, rest = find_named(store, line.who, which_customer(settings, store))
        text = " ".join(filter(None, [rest, line.text]))
        number = log_interaction(
            store,
            customer,
            line.kind,
            text,
            date=day,
            today=settings.today,
            minutes=line.minutes if minutes is None else minutes,
            cost=line.cost if cost is None else cost,
            direction=direction or line.direction,
            area=area,
            operation=operation,
        )
        settled = settle_fitting(store, customer, line.kind, date=day, interaction=number)
        task = None
        if until is not None:
            task = add_task(
                store, text or line.kind, date=until, customer=customer, kind=PROMISE, operation=operation
            )
        ((name,),) = store.read("SELECT name FROM customer WHERE id = ?", [customer])
    key = f"C{customer}"
    told = say(
        "{kind} with {id} {name} on {date} was noted.",
        kind=line.kind,
        id=key,
        name=name,
        date=day.isoformat(),
    )
    data = {
        "id": key,
        "name": name,
        "kind": line.kind,
        "date": day.isoformat(),
        "minutes": line.minutes if minutes is None else minutes,
        "text": text,
        "settled": settled.done,
        "moved": [item for item, _ in settled.moved],
        "task": f"T{task}" if task else "",
        "dry_run": dry_run,
        "data": str(settings.folder),
    }
    emit_action(data, [told, *settled_lines(settled, task, until)], settings.output(fmt))


@app.command("list")
@takes(Listed)
def list_(
    ctx: typer.Context,
    who: WhoFilter = "",
    kind: KindOption = "",
    since: SinceOption = "",
    until: UntilOption = "",
    *,
    given: Listed,
) -> None:
    """List what happened with customers, the newest first.

    Example: smbcrm log list C17

    Example: smbcrm log list --kind call,visit --since -30d
    """
    from smbcrm.commands._records import Listing, filters_of, list_records
    from smbcrm.core.say import say
    from smbcrm.output.record_columns import INTERACTIONS, INTERACTIONS_TABLE

    settings: Globals = ctx.obj
    store = settings.reading()
    listing = Listing(
        view="interaction_records", columns=INTERACTIONS, table=INTERACTIONS_TABLE, name="interactions",
        order="date DESC, interaction DESC", empty=say("Nothing of the kind was noted. `smbcrm log WHO call TEXT` notes a call."),
    )  # fmt: skip
    filters = filters_of(settings, store, who=who, kind=kind, since=since, until=until)
    list_records(settings, store, listing, given, filters, fmt=given.fmt, output=given.output)
