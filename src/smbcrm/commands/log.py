"""`smbcrm log`: what happened with a customer."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._items import CostOption, DateOption, MinutesOption
from smbcrm.commands._options import DryRunOption, FormatOption, WhoArgument


def command(
    ctx: typer.Context,
    who: WhoArgument,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="call, visit, message, gift ...")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What was said or done.")] = "",
    date: DateOption = "",
    minutes: MinutesOption = None,
    cost: CostOption = None,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Write down something that happened; the plan counts from the last real contact.

    Example: smbcrm log C17 call "asked for a new offer" --minutes 10
    """
    from smbcrm.core.dates import read_day
    from smbcrm.core.say import say
    from smbcrm.output.emit import emit_action
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.log_interaction import log_interaction

    settings: Globals = ctx.obj
    day = read_day(date, today=settings.today) if date else settings.today
    store = settings.writing()
    with store.operation("log", settings.words, at=settings.now, dry_run=dry_run) as operation:
        customer = find_customer(store, who)
        log_interaction(
            store,
            customer,
            kind,
            text,
            date=day,
            today=settings.today,
            minutes=minutes,
            cost=cost,
            operation=operation,
        )
        ((name,),) = store.read("SELECT name FROM customer WHERE id = ?", [customer])
    key = f"C{customer}"
    line = say(
        "{kind} with {id} {name} on {date} was noted.", kind=kind, id=key, name=name, date=day.isoformat()
    )
    data = {
        "id": key,
        "name": name,
        "kind": kind,
        "date": day.isoformat(),
        "dry_run": dry_run,
        "data": str(settings.folder),
    }
    emit_action(data, [line], settings.output(fmt))
