"""What `done`, `skip` and `snooze` share: find the item, settle it, say so."""

from __future__ import annotations

from collections.abc import Callable

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say
from smbcrm.output.options import Format
from smbcrm.usecases.log_interaction import Item, open_item
from smbcrm.usecases.ports import Store


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
