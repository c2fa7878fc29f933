"""`smbcrm list`: the customers."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    CityFilter,
    Listed,
    MinScoreFilter,
    NotContactedFilter,
    TagFilter,
    TierFilter,
)
from smbcrm.commands._takes import takes

if TYPE_CHECKING:
    from smbcrm.core.say import Say


@takes(Listed)
def command(
    ctx: typer.Context,
    tier: TierFilter = "",
    city: CityFilter = "",
    tag: TagFilter = "",
    min_score: MinScoreFilter = None,
    not_contacted: NotContactedFilter = "",
    *,
    given: Listed,
) -> None:
    """List the customers, all of them or those you choose.

    Example: smbcrm list --tier A --sort -score -n 20

    Example: smbcrm list --where "city = 'Shiraz' AND score >= 8" --format csv
    """
    from smbcrm.commands._stale import warn_if_stale
    from smbcrm.output.dealings.record_sets import LIST, LIST_MORE, LIST_TABLE, keys, pick
    from smbcrm.output.emit import emit
    from smbcrm.output.options import Format
    from smbcrm.output.view import View, at_most
    from smbcrm.usecases.list_customers import customer_filters, list_customers

    settings: Globals = ctx.obj
    store = settings.reading()
    filters = customer_filters(
        store,
        tier=tier,
        city=city,
        tag=tag,
        min_score=min_score,
        not_contacted_since=_since(not_contacted, settings.today),
    )
    selection = given.selection(filters)
    options = settings.output(given.fmt, given.output)
    chosen = selection.columns or (LIST_TABLE if options.format is Format.TABLE else keys(LIST))
    rows = list_customers(store, chosen, selection)
    warn_if_stale(store, settings)
    empty = _nobody(chosen=bool(selection.filters or selection.where))
    view = View(pick(chosen, [*LIST, *LIST_MORE]), rows, name="customers", empty=(empty,))
    emit(at_most(view, selection.limit), options)


def _nobody(*, chosen: bool) -> Say:
    from smbcrm.core.say import say

    if chosen:
        return say("No customer fits. `smbcrm list` shows all of them; leave out a condition.")
    from smbcrm.usecases.nobody import NOBODY

    return NOBODY


def _since(span: str, today: datetime.date) -> datetime.date | None:
    if not span:
        return None
    from smbcrm.core.dates import read_span

    return today - datetime.timedelta(days=read_span(span))
