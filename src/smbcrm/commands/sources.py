"""`smbcrm sources`: what came from where."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    Listed,
)
from smbcrm.commands._takes import takes
from smbcrm.core.selection import Filter

app = typer.Typer(
    help="Show what came from where, down to the row.", no_args_is_help=False, rich_markup_mode=None
)


@app.command("list")
@takes(Listed)
def list_(
    ctx: typer.Context,
    *,
    given: Listed,
) -> None:
    """List the imported sheets, with how many rows and customers came from each.

    Example: smbcrm sources
    """
    from smbcrm.core.say import say
    from smbcrm.output.dealings.record_sets import SOURCES, keys, pick
    from smbcrm.output.emit import emit
    from smbcrm.output.view import View, at_most

    settings: Globals = ctx.obj
    selection = given.selection()
    chosen = selection.columns or keys(SOURCES)
    rows = settings.reading().select(
        "source_records", chosen, selection=selection, order="source_id", custom={}
    )
    empty = say("Nothing of the kind was imported. `smbcrm import FILE` reads a file.")
    view = View(pick(chosen, SOURCES), rows, name="sources", empty=(empty,))
    emit(at_most(view, selection.limit), settings.output(given.fmt, given.output))


@app.command("rows")
@takes(Listed)
def rows_(
    ctx: typer.Context,
    source: Annotated[
        str, typer.Option("--source", metavar="NAME", help="Only rows of this file or source.")
    ] = "",
    status: Annotated[
        str,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="Only imported, waiting, skipped, rejected, gone or owner rows.",
        ),
    ] = "",
    *,
    given: Listed,
) -> None:
    """List every row that was read: the customer it belongs to, and why it was left out if it was.

    Example: smbcrm sources rows --status skipped
    """
    from smbcrm.core.say import say
    from smbcrm.output.dealings.record_sets import ROWS, keys, pick
    from smbcrm.output.emit import emit
    from smbcrm.output.sentences import told
    from smbcrm.output.view import View, at_most

    settings: Globals = ctx.obj
    filters: list[Filter] = []
    if source:
        filters.append(("(source = ? OR source_name = ? OR 's' || source_id = ?)", (source, source, source)))
    if status:
        filters.append(("status = ?", (status,)))
    selection = given.selection(tuple(filters))
    chosen = selection.columns or keys(ROWS)
    rows = settings.reading().select(
        "row_records", chosen, selection=selection, order="source_id, row, row_id", custom={}
    )
    view = View(
        pick(chosen, ROWS),
        told(rows, chosen),
        name="rows",
        id_column="ref",
        empty=(say("There are no such rows. `smbcrm sources` lists what was read."),),
    )
    emit(at_most(view, selection.limit), settings.output(given.fmt, given.output))
