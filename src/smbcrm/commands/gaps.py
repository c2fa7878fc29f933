"""`smbcrm gaps`: the facts worth asking for first."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import ColumnsOption, FormatOption, LimitOption, OutputOption, TierFilter


def command(
    ctx: typer.Context,
    ask: Annotated[
        int | None,
        typer.Option("--ask", min=1, metavar="N", help="Only the N best questions, one a customer."),
    ] = None,
    who: Annotated[str, typer.Option("--who", metavar="WHO", help="Only about this customer.")] = "",
    tier: TierFilter = "",
    columns: ColumnsOption = "",
    limit: LimitOption = None,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """List the facts worth asking for first, top tier first, each with the command that takes the answer.

    Example: smbcrm gaps --ask 5
    """
    from smbcrm.commands._nobody import or_nobody
    from smbcrm.commands._options import split
    from smbcrm.commands._stale import warn_if_stale
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.value_views import gaps_view
    from smbcrm.output.view import at_most, pick_columns
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.list_customers import tiers_named
    from smbcrm.usecases.list_gaps import list_gaps

    settings: Globals = ctx.obj
    store = settings.reading()
    asked = list_gaps(
        store, tiers=tiers_named(tier), ask=ask, customer=find_customer(store, who) if who else None
    )
    warn_if_stale(store, settings)
    view = at_most(or_nobody(store, gaps_view(asked)), limit)
    emit(pick_columns(view, split(columns)) if columns else view, settings.output(fmt, output))
