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
    from smbcrm.commands._items import settle
    from smbcrm.core.say import Say, say
    from smbcrm.usecases.log_interaction import Item, item_skipped
    from smbcrm.usecases.ports import Store

    def act(store: Store, found: Item, _: int) -> Say:
        item_skipped(store, found, why)
        return say(
            "{item}: {kind} with {name} is skipped.",
            item=f"P{found.id}",
            kind=say(found.kind),
            name=found.name,
        )

    settings: Globals = ctx.obj
    settle(settings, "skip", item, act, dry_run=dry_run, fmt=fmt)
