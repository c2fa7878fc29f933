"""What `done`, `skip`, `snooze` and `log` share: their options, and settling a plan item."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say
from smbcrm.output.options import Format

if TYPE_CHECKING:
    from smbcrm.usecases.log_interaction import Item
    from smbcrm.usecases.ports import Store

ItemArgument = Annotated[str, typer.Argument(metavar="ITEM", help="The item, like P12.")]
DateOption = Annotated[
    str, typer.Option("--date", metavar="DATE", help="The day it happened; today when left out.")
]
MinutesOption = Annotated[
    float | None, typer.Option("--minutes", min=0, metavar="N", help="How long it took.")
]
CostOption = Annotated[float | None, typer.Option("--cost", min=0, metavar="N", help="What it cost.")]


def settle(
    settings: Globals,
    verb: str,
    word: str,
    act: Callable[[Store, Item, int], Say],
    *,
    dry_run: bool,
    fmt: Format | None,
) -> None:
    """Do `act` to the plan item that `word` means, in one operation, and say what it says."""
    from smbcrm.output.actions import DRY
    from smbcrm.output.emit import emit_action
    from smbcrm.usecases.log_interaction import open_item

    store = settings.writing()
    with store.operation(verb, settings.words, at=settings.now, dry_run=dry_run) as operation:
        item = open_item(store, word)
        line = act(store, item, operation)
        ((status, date),) = store.read("SELECT status, date FROM plan_item WHERE id = ?", [item.id])
    data = {
        "item": f"P{item.id}",
        "customer_id": f"C{item.customer}",
        "status": status,
        "date": date,
        "dry_run": dry_run,
        "data": str(settings.folder),
    }
    emit_action(data, [line, DRY] if dry_run else [line], settings.output(fmt))
