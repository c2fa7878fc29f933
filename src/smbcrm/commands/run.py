"""`smbcrm run`: the whole main job."""

from __future__ import annotations

import typer

from smbcrm.commands._budget import HoursOption, MoneyOption, PlanTierOption, WeeksOption, typed_budget
from smbcrm.commands._files import FilesArgument
from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption
from smbcrm.commands._reading import Given
from smbcrm.commands._takes import takes


@takes(Given)
def command(
    ctx: typer.Context,
    files: FilesArgument,
    given: Given,
    hours: HoursOption = None,
    money: MoneyOption = None,
    weeks: WeeksOption = None,
    tier: PlanTierOption = "A",
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Bring files in, merge, score, cut in four tiers, and plan: the whole main job.

    Example: smbcrm run customers.xlsx

    Example: smbcrm run ~/Desktop/*.xlsx till.csv --hours 4
    """
    from smbcrm.commands._files import drained, opened, read_all, tell_failed
    from smbcrm.commands._options import split
    from smbcrm.core.bulk import bulk
    from smbcrm.output.emit import emit_action, emit_views
    from smbcrm.output.options import Format
    from smbcrm.output.report import job_data, job_views
    from smbcrm.readers.headers import load_headers
    from smbcrm.usecases.run_main_job import run_main_job
    from smbcrm.usecases.set_budget import budget_of

    settings: Globals = ctx.obj
    options = given.options(settings.config, no_input=settings.no_input)
    typed = typed_budget(hours=hours, money=money, weeks=weeks)
    budget_of(None, settings.budget, typed)  # what means nothing is refused before anything is read
    with bulk(), settings.progress() as progress:
        readings, failed, beside = read_all(files, given, progress, folder=settings.folder)
    with opened(settings, "run", dry_run=dry_run) as (store, operation), settings.progress() as progress:
        job = run_main_job(
            drained(readings), store, headers=load_headers, options=options, budget=budget_of(store, settings.budget, typed),
            tiers=[part.upper() for part in split(tier)], today=settings.today,
            country=settings.config.country, operation=operation, progress=progress, typed=typed,
        )  # fmt: skip
        shown, folder = settings.output(fmt), str(settings.folder)
        views = job_views(store, job, folder=folder, verbose=settings.verbose, dry_run=dry_run)
        data = job_data(store, job, failed, folder=folder, dry_run=dry_run)
    if shown.format in {Format.TABLE, Format.MD, Format.HTML, Format.XLSX}:
        emit_views(views, shown)
    else:
        emit_action(data, [], shown)
    raise typer.Exit(tell_failed(failed, beside, settings))
