"""`smbcrm due`: what to do today."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    Choice,
    ColumnsOption,
    FormatOption,
    LimitOption,
    OutputOption,
    SortOption,
    WhereOption,
)
from smbcrm.output.options import Format


def command(
    ctx: typer.Context,
    days: Annotated[
        int, typer.Option("--days", min=0, metavar="N", help="Also what is due in the next N days.")
    ] = 0,
    where: WhereOption = "",
    columns: ColumnsOption = "",
    sort: SortOption = "",
    limit: LimitOption = None,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show the plan items due today or earlier; prints nothing when nothing is due.

    Example: smbcrm due

    Example: smbcrm due --days 7 --format csv
    """
    from smbcrm.core.say import say
    from smbcrm.output.emit import emit
    from smbcrm.output.record_sets import PLAN, keys, pick
    from smbcrm.output.sentences import told
    from smbcrm.output.view import View

    settings: Globals = ctx.obj
    until = (settings.today + datetime.timedelta(days=days)).isoformat()
    choice = Choice(columns=columns, sort=sort, limit=limit, where=where)
    selection = choice.selection((("status = 'open'", ()), ("date <= ?", (until,))))
    chosen = selection.columns or keys(PLAN)
    store = settings.reading()
    rows = list(store.select("plan_records", chosen, selection=selection, order="date, item_id", custom={}))
    options = settings.output(fmt, output)
    if not rows and options.format is Format.TABLE and options.to_stdout:
        return  # cron mails whatever is printed: no news is no mail
    footer = (say("Whom to call and why: `smbcrm show ID`"),)
    emit(
        View(
            pick(chosen, PLAN),
            told(rows, chosen),
            title=say("Due"),
            footer=footer,
            name="due",
            id_column="item",
        ),
        options,
    )
