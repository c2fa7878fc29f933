"""`smbcrm lifecycle`: who is new, active, slipping, lost or won back."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import ColumnsOption, FormatOption, LimitOption, OutputOption


def command(
    ctx: typer.Context,
    state: Annotated[
        str,
        typer.Option(
            "--state",
            metavar="STATE",
            help="List those who are prospect, undated, new, active, won back, slipping or lost.",
        ),
    ] = "",
    columns: ColumnsOption = "",
    limit: LimitOption = None,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Count the customers by where they stand: prospect, new, active, slipping, lost, won back.

    Each is held against his own usual gap between purchases: slipping is away for more than twice as long, lost for more than four
    times (and 60 days); new first bought within 90 days; won back came back within a year after having been lost.

    Example: smbcrm lifecycle

    Example: smbcrm lifecycle --state slipping -n 20
    """
    from smbcrm.commands._nobody import or_nobody
    from smbcrm.commands._options import split
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.report_views import members_view, stages_view
    from smbcrm.output.view import at_most, pick_columns
    from smbcrm.usecases.show_lifecycle import lifecycle_stages, state_named

    settings: Globals = ctx.obj
    chosen = state_named(state)
    store = settings.reading()
    stages, members = lifecycle_stages(store, today=settings.today, state=chosen)
    view = at_most(members_view(members, chosen), limit) if chosen else stages_view(stages)
    view = or_nobody(store, view)
    emit(pick_columns(view, split(columns)) if columns else view, settings.output(fmt, output))
