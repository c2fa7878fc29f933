"""`smbcrm remove`: take a customer off the list."""

from __future__ import annotations

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption, WhoArgument


def command(
    ctx: typer.Context, who: WhoArgument, dry_run: DryRunOption = False, fmt: FormatOption = None
) -> None:
    """Take a customer off the list; nothing is erased, and a later import does not bring him back.

    Example: smbcrm remove C17
    """
    from smbcrm.commands._edits import tell
    from smbcrm.usecases.edit_customer import remove_customer
    from smbcrm.usecases.find_customer import find_customer

    settings: Globals = ctx.obj
    store = settings.writing()
    with store.operation("remove", settings.words, at=settings.now, dry_run=dry_run) as operation:
        edited = remove_customer(store, find_customer(store, who), operation=operation)
        tell(store, edited, "removed", settings=settings, fmt=fmt, dry_run=dry_run)
