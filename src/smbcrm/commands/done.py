"""`smbcrm done`: a plan item or a task was carried out."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._items import CostOption, DateOption, ItemArgument, MinutesOption
from smbcrm.commands._options import DryRunOption, FormatOption


def command(
    ctx: typer.Context,
    item: ItemArgument,
    minutes: MinutesOption = None,
    cost: CostOption = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What was said or done.")] = "",
    date: DateOption = "",
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Settle a plan item or a task as done; with a customer it becomes an interaction, and its minutes are learnt from.

    Example: smbcrm done P12 --minutes 10 --note "wants the blue one"
    """
    from smbcrm.commands._items import Told, settle, settled_line
    from smbcrm.core.dates import read_day
    from smbcrm.usecases.ports import Store
    from smbcrm.usecases.settle_items import Item, item_done

    settings: Globals = ctx.obj
    day = read_day(date, today=settings.today) if date else settings.today

    def act(store: Store, found: Item, operation: int) -> Told:
        moved = item_done(
            store,
            found,
            date=day,
            today=settings.today,
            note=note,
            minutes=minutes,
            cost=cost,
            operation=operation,
        )
        return Told(lines=[settled_line(found, "done")], moved=moved)

    settle(settings, "done", item, act, dry_run=dry_run, fmt=fmt)
