"""`smbcrm snooze`: a plan item on another day."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._items import ItemArgument
from smbcrm.commands._options import DryRunOption, FormatOption


def command(
    ctx: typer.Context,
    item: ItemArgument,
    to: Annotated[
        str, typer.Option("--to", metavar="DATE", help="The new day: 2026-12-01, 1405/09/10, tomorrow, +3d.")
    ],
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Put a plan item or a task off to another day; every later plan keeps that day.

    Where that week is full, what is worth least in it goes to a later one, and is named.

    Example: smbcrm snooze P12 --to +3d
    """
    from smbcrm.commands._items import Told, settle
    from smbcrm.core.dates import read_day
    from smbcrm.output.planning.settled import snoozed_lines
    from smbcrm.usecases.ports import Store
    from smbcrm.usecases.settle_items import Item, item_snoozed

    settings: Globals = ctx.obj
    day = read_day(to, today=settings.today)

    def act(store: Store, found: Item, _: int) -> Told:
        snoozed = item_snoozed(store, found, day, today=settings.today)
        return Told(lines=snoozed_lines(found, snoozed, day), moved=snoozed.moved)

    settle(settings, "snooze", item, act, dry_run=dry_run, fmt=fmt)
