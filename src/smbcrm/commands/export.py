"""`smbcrm export`: the list as a file for a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    Choice,
    CityFilter,
    DryRunOption,
    MinScoreFilter,
    TagFilter,
    TierFilter,
)
from smbcrm.commands._takes import takes


@takes(Choice)
def command(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="Its ending names the format: .xlsx .csv .tsv .vcf .json .jsonl .md .html"
        ),
    ],
    raw: Annotated[bool, typer.Option("--raw", help="Keep text that looks like a formula as it is.")] = False,
    dry_run: DryRunOption = False,
    tier: TierFilter = "",
    city: CityFilter = "",
    tag: TagFilter = "",
    min_score: MinScoreFilter = None,
    *,
    choice: Choice,
) -> None:
    """Write the list to a file that a spreadsheet program opens safely, or to a phone book (.vcf).

    What is exported comes back by `smbcrm import` as it went: phones, e-mails, tags, notes and the columns of your own.

    Example: smbcrm export best.xlsx --tier A

    Example: smbcrm export phones.vcf --city Shiraz
    """
    from smbcrm.output.actions import if_done
    from smbcrm.output.dealings.record_sets import LIST, keys
    from smbcrm.output.emit import emit_action, export_file, would_be_written
    from smbcrm.output.files.export_columns import TAKES_LISTS, export_columns
    from smbcrm.output.view import View
    from smbcrm.usecases.export_customers import export_customers
    from smbcrm.usecases.list_customers import customer_filters

    settings: Globals = ctx.obj
    store = settings.reading()
    filters = customer_filters(
        store, tier=tier, city=city, tag=tag, min_score=min_score, not_contacted_since=None
    )
    selection = choice.selection(filters)
    ending = file.suffix.lower()
    options = settings.output()
    exported = export_customers(
        store,
        keys(LIST),
        selection,
        every=ending in TAKES_LISTS,
        persian=ending == ".xlsx" and options.lang == "fa",
    )
    view = View(export_columns(exported.columns, exported.custom), exported.rows, name="customers")
    if dry_run:
        would = if_done([would_be_written(view, file)], dry_run=True)
        emit_action({"file": str(file), "dry_run": True, "data": str(settings.folder)}, would, options)
    else:
        settings.spare(file)
        export_file(view, file, raw=raw, options=options)
