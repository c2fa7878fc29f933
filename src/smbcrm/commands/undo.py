"""`smbcrm undo`: take back what a command did."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    Choice,
    DryRunOption,
    FormatOption,
    Listed,
    OutputOption,
)
from smbcrm.commands._takes import takes


@takes(Listed)
def command(
    ctx: typer.Context,
    operation: Annotated[
        int | None, typer.Argument(metavar="[OP]", help="The operation; the newest when left out.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Show what was done and can be undone.")] = False,
    dry_run: DryRunOption = False,
    *,
    given: Listed,
) -> None:
    """Take back the newest command that changed something, or an older one; what was done since is kept.

    Example: smbcrm undo

    Example: smbcrm undo --list

    Example: smbcrm undo 12
    """
    settings: Globals = ctx.obj
    if list_:
        _list(settings, given, given.fmt, given.output)
        return
    from smbcrm.commands._undone import tell
    from smbcrm.usecases.undo_operation import undo_operation

    store = settings.writing()
    with store.operation("undo", settings.words, at=settings.now, dry_run=dry_run):
        undone = undo_operation(store, operation)
        tell(store, undone, settings=settings, fmt=given.fmt, dry_run=dry_run)


def _list(settings: Globals, choice: Choice, fmt: FormatOption, output: OutputOption) -> None:
    from smbcrm.core.say import say
    from smbcrm.output.dealings.record_sets import OPERATIONS, keys, pick
    from smbcrm.output.emit import emit
    from smbcrm.output.view import View, at_most

    selection = choice.selection()
    chosen = selection.columns or keys(OPERATIONS)
    rows = settings.reading().select(
        "operation_records", chosen, selection=selection, order="operation DESC", custom={}
    )
    view = View(
        pick(chosen, OPERATIONS),
        rows,
        name="operations",
        id_column="operation",
        empty=(say("Nothing of the kind was done."),),
    )
    emit(at_most(view, selection.limit), settings.output(fmt, output))
