"""`smbcrm matrix`: what each customer is worth to you, against what you are worth to him."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import ColumnsOption, FormatOption, LimitOption, OutputOption, TierFilter
from smbcrm.commands._takes import takes

MOVE_DAYS = 90
"""How far back `--move` looks where no day is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Which customers are placed, where the cells are parted, and how it is shown."""

    tier: TierFilter = ""
    cell: Annotated[
        str,
        typer.Option("--cell", metavar="CELL", help="Only partner, 'at stake', promising, routine or ask."),
    ] = ""
    middle: Annotated[
        float | None,
        typer.Option(
            "--middle",
            min=1,
            max=10,
            metavar="N",
            help="The score that parts upper and lower cells.",
            show_default="the list's middle",
        ),
    ] = None
    enough: Annotated[
        float,
        typer.Option("--enough", min=0, max=10, metavar="N", help="From here on they get much from you."),
    ] = 7.0
    move: Annotated[
        bool, typer.Option("--move", help="Who is in another cell than before: 90 days ago, or --since.")
    ] = False
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="With --move: the day to hold it against.")
    ] = ""
    columns: ColumnsOption = ""
    limit: LimitOption = None
    fmt: FormatOption = None
    output: OutputOption = None


@takes(Drawn)
def command(ctx: typer.Context, *, given: Drawn) -> None:
    """Show what customers are worth to you and what they get from you; their names stand in the cells, what is not known is asked.

    What they get is told by their ratings, by the promises you kept (`smbcrm log WHO promise`) and by `share_of_need` (`smbcrm set WHO
    share_of_need=60`); what they answered themselves counts instead (`smbcrm set WHO value_to_customer=8`).

    Example: smbcrm matrix

    Example: smbcrm matrix -o matrix.svg

    Example: smbcrm matrix --move --since 2026-09-01
    """
    from smbcrm.commands._nobody import or_nobody
    from smbcrm.commands._options import split
    from smbcrm.commands._stale import warn_if_stale
    from smbcrm.output.emit import emit, emit_views
    from smbcrm.output.files.matrix_svg import write_matrix
    from smbcrm.output.options import FOR_READING, Format
    from smbcrm.output.reports.matrix_views import book_view, cells_views, records_view
    from smbcrm.output.view import pick_columns
    from smbcrm.usecases.list_customers import tiers_named
    from smbcrm.usecases.value_matrix import only_cell, value_matrix

    settings: Globals = ctx.obj
    if given.move or given.since:
        _moves(settings, given)
        return
    store, output, columns = settings.reading(), given.output, given.columns
    options = settings.output(given.fmt, output)
    matrix = value_matrix(
        store,
        today=settings.today,
        tiers=tiers_named(given.tier),
        middle=given.middle,
        enough=given.enough,
    )
    warn_if_stale(store, settings)
    chosen = only_cell(matrix, given.cell, limit=given.limit)
    if given.fmt is None and output is not None and output.suffix.lower() == ".svg":
        write_matrix(chosen, output, options)
    elif options.format is Format.XLSX:
        emit_views([book_view(chosen), records_view(chosen)], options)
    elif options.format in FOR_READING and not (columns or given.cell):
        views = list(cells_views(chosen))
        emit_views([*views[:-1], or_nobody(store, views[-1])], options)
    else:
        view = or_nobody(store, records_view(chosen))
        emit(pick_columns(view, split(columns)) if columns else view, options)


def _moves(settings: Globals, given: Drawn) -> None:
    """Show who is in another cell than before."""
    import datetime

    from smbcrm.commands._options import split
    from smbcrm.commands._stale import warn_if_stale
    from smbcrm.core.dates import read_day
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.matrix_views import moves_view
    from smbcrm.output.view import at_most, pick_columns
    from smbcrm.usecases.list_customers import tiers_named
    from smbcrm.usecases.matrix_moves import matrix_moves

    day = settings.today - datetime.timedelta(days=MOVE_DAYS)
    if given.since:
        day = read_day(given.since, today=settings.today)
    store = settings.reading()
    moves = matrix_moves(
        store,
        since=day,
        today=settings.today,
        tiers=tiers_named(given.tier),
        middle=given.middle,
        enough=given.enough,
    )
    warn_if_stale(store, settings)
    view = at_most(moves_view(moves), given.limit)
    columns = split(given.columns)
    emit(pick_columns(view, columns) if columns else view, settings.output(given.fmt, given.output))
