"""`smbcrm init`: create the data folder."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption
from smbcrm.core.say import say


def command(
    ctx: typer.Context,
    workbook: Annotated[
        bool,
        typer.Option("--workbook", help="Also write an empty workbook, ready to be filled in (see --lang)."),
    ] = False,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Create the data folder with an empty customer list.

    Example: smbcrm --data ~/shop init

    Example: smbcrm --lang fa init --workbook
    """
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.store.folder import WORKBOOK_NAME, has_store

    settings: Globals = ctx.obj
    there = has_store(settings.folder)
    if not dry_run:
        settings.writing(create=True).close()
    folder = str(settings.folder)
    line = (
        say("{folder} already holds a customer list; nothing was changed.", folder=folder)
        if there
        else say("Made an empty customer list in {folder}.", folder=folder)
    )
    data: dict[str, object] = {"data": folder, "created": not there, "dry_run": dry_run}
    lines = [line, say("Next: `smbcrm run customers.xlsx` with a file of yours.")]
    if workbook:
        from smbcrm.commands._workbook import sync_once

        path = settings.folder / WORKBOOK_NAME
        if not dry_run:
            path = sync_once(settings, verb="init").path
        data["workbook"] = str(path)
        lines[1] = say("Next: fill in {file}, save it, then `smbcrm sync`.", file=str(path))
    emit_action(data, if_done(lines, dry_run=dry_run), settings.output(fmt))
