"""`smbcrm skip`: a plan item will not be carried out."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._items import ItemArgument
from smbcrm.commands._options import DryRunOption, FormatOption


def command(
    ctx: typer.Context,
    item: ItemArgument,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; kept with the item.")] = "",
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Settle a plan item as skipped, with the reason.

    Example: smbcrm skip P12 --why "on holiday"
    """
    from smbcrm.commands._items import Told, settle, settled_line
    from smbcrm.usecases.ports import Store
    from smbcrm.usecases.settle_items import Item, item_skipped

    settings: Globals = ctx.obj

    def act(store: Store, found: Item, _: int) -> Told:
        item_skipped(store, found, why, today=settings.today)
        return Told(lines=[settled_line(found, "skipped")])

    settle(settings, "skip", item, act, dry_run=dry_run, fmt=fmt)
