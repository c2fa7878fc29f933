"""`smbcrm task`: one-off things to do, with or without a customer."""

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
from smbcrm.commands._takes import takes
from smbcrm.core.selection import Filter

app = typer.Typer(
    help="One-off things to do; they stand in `due`, and their time is kept free of the plan.",
    no_args_is_help=False,
    rich_markup_mode=None,
)


@app.command("add")
def add(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What is to be done.")],
    who: Annotated[str, typer.Option("--who", metavar="WHO", help="The customer it is for.")] = "",
    due: Annotated[
        str, typer.Option("--due", metavar="DATE", help="The day: 2026-12-01, 1405/09/10, tomorrow, +3d.")
    ] = "today",
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help="task, promise, or a word of yours.")
    ] = "task",
    minutes: MinutesOption = None,
    cost: CostOption = None,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Write down something to do.

    Example: smbcrm task add "order new boxes" --due +3d --minutes 20

    Example: smbcrm task add "send the catalogue" --who C17 --due 1405/09/10
    """
    from smbcrm.core.dates import read_day
    from smbcrm.core.say import say
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.usecases.edit_tasks import add_task
    from smbcrm.usecases.find_customer import find_customer

    settings: Globals = ctx.obj
    day = read_day(due, today=settings.today)
    store = settings.writing()
    with store.operation("task add", settings.words, at=settings.now, dry_run=dry_run) as operation:
        customer = find_customer(store, who) if who else None
        number = add_task(
            store, text, date=day, customer=customer, minutes=minutes, cost=cost, kind=kind, operation=operation
        )  # fmt: skip
    line = say(
        "{item}: {text}, due {date}. Done: `smbcrm done {item}`",
        item=f"T{number}",
        text=text,
        date=day.isoformat(),
    )
    data = {
        "item": f"T{number}", "customer_id": f"C{customer}" if customer else None, "text": text,
        "date": day.isoformat(), "dry_run": dry_run, "data": str(settings.folder),
    }  # fmt: skip
    emit_action(data, if_done([line], dry_run=dry_run), settings.output(fmt))


@app.command("list")
@takes(Listed)
def list_(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help="Done and skipped ones too.")] = False,
    *,
    given: Listed,
) -> None:
    """List what is to be done beside the plan.

    Example: smbcrm task
    """
    from smbcrm.core.say import say
    from smbcrm.output.dealings.record_sets import PLAN, keys, pick
    from smbcrm.output.emit import emit
    from smbcrm.output.sentences import told
    from smbcrm.output.view import View, at_most

    settings: Globals = ctx.obj
    filters: tuple[Filter, ...] = () if all_ else (("status = 'open'", ()),)
    selection = given.selection(filters)
    chosen = selection.columns or keys(PLAN)
    rows = settings.reading().select(
        "task_records", chosen, selection=selection, order="date, task_id", custom={}
    )
    footer = (say("One is done: `smbcrm task done T1`; another day: `smbcrm snooze T1 --to +3d`"),)
    view = View(
        pick(chosen, PLAN), told(rows, chosen), title=say("Tasks"), footer=footer, name="tasks", id_column="item",
        empty=(say("There are no such tasks. `smbcrm task add TEXT` notes one."),),
    )  # fmt: skip
    emit(at_most(view, selection.limit), settings.output(given.fmt, given.output))


@app.command("done")
def done(
    ctx: typer.Context,
    item: Annotated[str, typer.Argument(metavar="TASK", help="The task, like T3.")],
    minutes: MinutesOption = None,
    cost: CostOption = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What came of it.")] = "",
    date: DateOption = "",
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Settle a task as done; one for a customer becomes an interaction.

    Example: smbcrm task done T3
    """
    from smbcrm.commands._items import Told, settle, settled_line
    from smbcrm.core.dates import read_day
    from smbcrm.usecases.ports import Store
    from smbcrm.usecases.settle_items import Item, item_done

    settings: Globals = ctx.obj
    day = read_day(date, today=settings.today) if date else settings.today

    def act(store: Store, found: Item, operation: int) -> Told:
        moved = item_done(
            store, found, date=day, today=settings.today, note=note, minutes=minutes, cost=cost, operation=operation
        )  # fmt: skip
        return Told(lines=[settled_line(found, "done")], moved=moved)

    word = item if item[:1].lower() == "t" else f"T{item}"
    settle(settings, "task done", word, act, dry_run=dry_run, fmt=fmt)
