"""`smbcrm at-risk`: who may go, and why."""

from __future__ import annotations

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import ColumnsOption, FormatOption, LimitOption, OutputOption, TierFilter


def command(
    ctx: typer.Context,
    tier: TierFilter = "",
    columns: ColumnsOption = "",
    limit: LimitOption = None,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """List the customers who may go, with the reasons: an open complaint, a low rating, away for longer than usual, spending less.

    Example: smbcrm at-risk --tier A,B
    """
    from smbcrm.commands._nobody import or_nobody
    from smbcrm.commands._options import split
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.report_views import at_risk_view
    from smbcrm.output.view import at_most, pick_columns
    from smbcrm.usecases.at_risk import at_risk
    from smbcrm.usecases.list_customers import tiers_named

    settings: Globals = ctx.obj
    store = settings.reading()
    found = at_risk(store, today=settings.today, tiers=tiers_named(tier))
    view = at_most(or_nobody(store, at_risk_view(found)), limit)
    emit(pick_columns(view, split(columns)) if columns else view, settings.output(fmt, output))
