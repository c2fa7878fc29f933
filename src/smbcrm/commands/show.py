"""`smbcrm show`: one customer."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import ColumnsOption, FormatOption, OutputOption, WhoArgument


def command(
    ctx: typer.Context,
    who: WhoArgument,
    all_: Annotated[bool, typer.Option("--all", help="Every value with the row it came from.")] = False,
    columns: ColumnsOption = "",
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show what is known of one customer.

    Example: smbcrm show "Ali Rezaei"

    Example: smbcrm show 09121234567 --all
    """
    from smbcrm.commands._options import split
    from smbcrm.output.cards import card, record
    from smbcrm.output.emit import emit
    from smbcrm.output.options import FOR_READING
    from smbcrm.output.view import pick_columns
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.show_customer import show_customer

    settings: Globals = ctx.obj
    store = settings.reading()
    shown = show_customer(store, find_customer(store, who), today=settings.today)
    options = settings.output(fmt, output)
    people = options.format in FOR_READING and not columns
    view = card(shown, sources=all_) if people or all_ else record(shown)
    emit(pick_columns(view, split(columns)) if columns else view, options)
