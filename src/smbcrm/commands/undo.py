"""`smbcrm undo`: take back what a command did."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    Choice,
    ColumnsOption,
    DryRunOption,
    FormatOption,
    LimitOption,
    OutputOption,
    SortOption,
    WhereOption,
)


def command(
    ctx: typer.Context,
    operation: Annotated[
        int | None, typer.Argument(metavar="[OP]", help="The operation; the newest when left out.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Show what was done and can be undone.")] = False,
    dry_run: DryRunOption = False,
    where: WhereOption = "",
    columns: ColumnsOption = "",
    sort: SortOption = "",
    limit: LimitOption = None,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Take back the newest command that changed something, or an older one.

    Example: smbcrm undo

    Example: smbcrm undo --list
    """
    settings: Globals = ctx.obj
    if list_:
        choice = Choice(columns=columns, sort=sort, limit=limit, where=where)
        _list(settings, choice, fmt, output)
        return
    from smbcrm.core.say import say
    from smbcrm.output.actions import DRY
    from smbcrm.output.emit import emit_action

    store = settings.writing()
    with store.operation("undo", settings.words, at=settings.now, dry_run=dry_run):
        undone = store.undo(operation)
    lines = [
        say(
            "Took back operation {operation}: smbcrm {words}",
            operation=undone.operation,
            words=undone.words or undone.verb,
        ),
        say(
            "Next: `smbcrm undo --list` shows what was done. Data folder: {folder}.",
            folder=str(settings.folder),
        ),
    ]
    if undone.verb == "sync":
        lines.insert(1, say("The workbook stays as it is: the next `smbcrm sync` offers its edits again."))
    if dry_run:
        lines.append(DRY)
    data = {
        "operation": undone.operation,
        "verb": undone.verb,
        "words": undone.words,
        "changes": undone.changes,
        "dry_run": dry_run,
        "data": str(settings.folder),
    }
    emit_action(data, lines, settings.output(fmt))


def _list(settings: Globals, choice: Choice, fmt: FormatOption, output: OutputOption) -> None:
    from smbcrm.output.emit import emit
    from smbcrm.output.record_sets import OPERATIONS, keys, pick
    from smbcrm.output.view import View

    selection = choice.selection()
    chosen = selection.columns or keys(OPERATIONS)
    rows = settings.reading().select(
        "operation_records", chosen, selection=selection, order="operation DESC", custom={}
    )
    emit(
        View(pick(chosen, OPERATIONS), rows, name="operations", id_column="operation"),
        settings.output(fmt, output),
    )
