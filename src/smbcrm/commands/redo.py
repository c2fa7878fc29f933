"""`smbcrm redo`: bring back what was undone."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption


def command(
    ctx: typer.Context,
    operation: Annotated[
        int | None,
        typer.Argument(metavar="[OP]", help="The operation; the one undone last when left out."),
    ] = None,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Bring back what `undo` took back, the last first; what was done since is kept.

    Example: smbcrm redo

    Example: smbcrm redo 12
    """
    from smbcrm.commands._undone import tell
    from smbcrm.usecases.undo_operation import redo_operation

    settings: Globals = ctx.obj
    store = settings.writing()
    with store.operation("redo", settings.words, at=settings.now, dry_run=dry_run):
        undone = redo_operation(store, operation)
        tell(store, undone, settings=settings, fmt=fmt, dry_run=dry_run)
