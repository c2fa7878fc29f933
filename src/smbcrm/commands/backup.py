"""`smbcrm backup`: copies of the customer list."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    DryRunOption,
    FormatOption,
    Listed,
)
from smbcrm.commands._takes import takes

app = typer.Typer(
    help="Make copies of the customer list, list them, check them.",
    no_args_is_help=False,
    rich_markup_mode=None,
)


@app.command("run")
def run(
    ctx: typer.Context,
    verify: Annotated[bool, typer.Option("--verify", help="Open the copy and check all of it.")] = False,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write the copy to this file or folder instead."),
    ] = None,
) -> None:
    """Copy the customer list as it is now, also while another command works on it.

    Copies lie in the folder backups of the data folder. The newest 30 made by hand are kept, and the newest 7 of those that smbcrm makes by
    itself before the first change of a day.

    Example: smbcrm backup

    Example: smbcrm backup --verify -o /media/stick/customers-backup.db
    """
    from smbcrm.output.backups import made_data, made_lines
    from smbcrm.output.emit import emit_action
    from smbcrm.store.backup import make_backup
    from smbcrm.store.check import examine
    from smbcrm.store.folder import store_path

    settings: Globals = ctx.obj
    store = store_path(settings.folder)
    copy = make_backup(store, output, dry_run=dry_run)
    examined = examine(copy) if verify and not dry_run else None
    emit_action(
        made_data(copy, examined, dry_run=dry_run, folder=str(settings.folder)),
        made_lines(copy, examined, dry_run=dry_run, folder=str(settings.folder)),
        settings.output(fmt),
    )
    raise typer.Exit(1 if examined and examined.faults else 0)


@app.command("list")
@takes(Listed)
def list_(
    ctx: typer.Context,
    verify: Annotated[bool, typer.Option("--verify", help="Open every copy and check all of it.")] = False,
    *,
    given: Listed,
) -> None:
    """List the copies, the newest first: when and why each was made; with --verify what is in it, and whether it is sound.

    Example: smbcrm backup list

    Example: smbcrm backup list --verify --format csv
    """
    from smbcrm.commands._chosen import chosen
    from smbcrm.output.backups import backups_view
    from smbcrm.output.emit import emit
    from smbcrm.output.view import at_most, pick_columns
    from smbcrm.store.backup import backups
    from smbcrm.store.check import examine
    from smbcrm.store.folder import store_path

    settings: Globals = ctx.obj
    store_path(settings.folder)
    copies = backups(settings.folder)
    examined = [examine(copy.path) for copy in copies] if verify else None
    view = backups_view(copies, examined)
    selection = given.selection()
    rows = list(view.rows)
    places = chosen([column.key for column in view.columns], rows, selection)
    view = backups_view([copies[i] for i in places], [examined[i] for i in places] if examined else None)
    view = at_most(view, selection.limit)
    emit(
        pick_columns(view, selection.columns) if selection.columns else view,
        settings.output(given.fmt, given.output),
    )
    raise typer.Exit(1 if any(one.faults for one in examined or ()) else 0)
