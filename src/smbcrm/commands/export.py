"""`smbcrm export`: the list as a file for a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    Choice,
    CityFilter,
    ColumnsOption,
    LimitOption,
    MinScoreFilter,
    SortOption,
    TagFilter,
    TierFilter,
    WhereOption,
)


def command(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="Its ending names the format: .xlsx .csv .tsv .json .jsonl .md .html"
        ),
    ],
    raw: Annotated[bool, typer.Option("--raw", help="Keep text that looks like a formula as it is.")] = False,
    tier: TierFilter = "",
    city: CityFilter = "",
    tag: TagFilter = "",
    min_score: MinScoreFilter = None,
    where: WhereOption = "",
    columns: ColumnsOption = "",
    sort: SortOption = "",
    limit: LimitOption = None,
) -> None:
    """Write the list to a file that a spreadsheet program opens safely.

    Example: smbcrm export best.xlsx --tier A
    """
    from smbcrm.output.emit import export_file
    from smbcrm.output.record_sets import LIST, LIST_MORE, keys, pick
    from smbcrm.output.view import View
    from smbcrm.usecases.list_customers import customer_filters, filled_columns, list_customers

    settings: Globals = ctx.obj
    store = settings.reading()
    filters = customer_filters(tier=tier, city=city, tag=tag, min_score=min_score, not_contacted_since=None)
    selection = Choice(columns=columns, sort=sort, limit=limit, where=where).selection(filters)
    chosen = selection.columns or (*keys(LIST), *filled_columns(store))
    rows = list_customers(store, chosen, selection)
    export_file(
        View(pick(chosen, [*LIST, *LIST_MORE]), rows, name="customers"),
        file,
        raw=raw,
        options=settings.output(),
    )
