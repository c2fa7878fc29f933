"""What `done`, `skip`, `snooze`, `task done` and `log` share: their options, and settling an item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say
from smbcrm.output.options import Format

if TYPE_CHECKING:
    from smbcrm.usecases.ports import Store
    from smbcrm.usecases.settle_items import Item

ItemArgument = Annotated[str, typer.Argument(metavar="ITEM", help="The item, like P12; or a task, like T3.")]
DateOption = Annotated[
    str, typer.Option("--date", metavar="DATE", help="The day it happened; today when left out.")
]
MinutesOption = Annotated[
    float | None, typer.Option("--minutes", min=0, metavar="N", help="How long it took.")
]
CostOption = Annotated[float | None, typer.Option("--cost", min=0, metavar="N", help="What it cost.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What settling an item has to say, and the items that have another day for it."""

    lines: Sequence[Say]
    moved: Sequence[tuple[str, str]] = ()


def settle(
    settings: Globals,
    verb: str,
    word: str,
    act: Callable[[Store, Item, int], Told],
    *,
    dry_run: bool,
    fmt: Format | None,
) -> None:
    """Do `act` to the item that `word` means, in one operation, and say what it says."""
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.output.planning.settled import moved_lines
    from smbcrm.usecases.settle_items import open_item

    store = settings.writing()
    with store.operation(verb, settings.words, at=settings.now, dry_run=dry_run) as operation:
        item = open_item(store, word)
        told = act(store, item, operation)
        ((status, date),) = store.read(f"SELECT status, date FROM {item.table} WHERE id = ?", [item.id])
    data = {
        "item": item.key,
        "customer_id": None if item.customer is None else f"C{item.customer}",
        "status": status,
        "date": date,
        "moved": [key for key, _ in told.moved],
        "dry_run": dry_run,
        "data": str(settings.folder),
    }
    lines = [*(line for line in told.lines if str(line)), *moved_lines(told.moved)]
    emit_action(data, if_done(lines, dry_run=dry_run), settings.output(fmt))


def settled_line(item: Item, what: str) -> Say:
    """Say which item is done or skipped."""
    from smbcrm.core.say import say

    sentences = {
        ("done", True): "{item}: {kind} with {name} is done.",
        ("done", False): "{item}: {text} is done.",
        ("skipped", True): "{item}: {kind} with {name} is skipped.",
        ("skipped", False): "{item}: {text} is skipped.",
    }
    if item.customer is None:
        return say(sentences[(what, False)], item=item.key, text=item.text)
    return say(sentences[(what, True)], item=item.key, kind=say(item.kind), name=item.name)
