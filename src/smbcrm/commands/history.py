"""`smbcrm history`: who changed what of a customer, when, from which file."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    Choice,
    ColumnsOption,
    FormatOption,
    OutputOption,
    SortOption,
    WhereOption,
    WhoArgument,
)
from smbcrm.commands._records import KindOption, SinceOption


def command(
    ctx: typer.Context,
    who: WhoArgument,
    kind: KindOption = "",
    since: SinceOption = "",
    reverse: Annotated[bool, typer.Option("--reverse", help="The newest first.")] = False,
    limit: Annotated[
        int | None, typer.Option("-n", "--limit", min=0, metavar="N", help="Only the newest N.")
    ] = None,
    where: WhereOption = "",
    columns: ColumnsOption = "",
    sort: SortOption = "",
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show everything that happened with a customer in one timeline, the newest last.

    Example: smbcrm history C17

    Example: smbcrm history "Ali Rezaei" --kind purchase,paid --since 2026-01-01 --reverse
    """
    from smbcrm.commands._chosen import chosen
    from smbcrm.commands._options import split
    from smbcrm.core.dates import read_day
    from smbcrm.output.dealings.histories import history_view
    from smbcrm.output.dealings.record_columns import HISTORY, HISTORY_TABLE
    from smbcrm.output.dealings.record_sets import keys
    from smbcrm.output.emit import emit
    from smbcrm.output.options import Format
    from smbcrm.output.view import at_most, pick_columns
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.tell_history import check_kinds, tell_history

    settings: Globals = ctx.obj
    store = settings.reading()
    customer = find_customer(store, who)
    day = read_day(since, today=settings.today).isoformat() if since else ""
    told = tell_history(store, customer, kinds=check_kinds(split(kind)), since=day)
    selection = Choice(columns=columns, sort=sort, where=where).selection()
    rows = [(one.date, one.at, one.kind, one.what, one.source, one.operation) for one in told]
    places = chosen(keys(HISTORY), rows, selection)
    if limit is not None:
        places = places[:limit] if sort else places[max(0, len(places) - limit) :]
    shown = [rows[place] for place in (reversed(places) if reverse else places)]
    options = settings.output(fmt, output)
    view = history_view(store, customer, shown)
    people = HISTORY_TABLE if options.format is Format.TABLE else ()
    wanted = selection.columns or people
    emit(at_most(pick_columns(view, wanted) if wanted else view, limit), options)
