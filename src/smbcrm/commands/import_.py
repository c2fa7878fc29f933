"""`smbcrm import`: bring files in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smbcrm.commands._files import FilesArgument
from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption
from smbcrm.commands._reading import GivenToImport
from smbcrm.commands._takes import takes


@takes(GivenToImport)
def command(
    ctx: typer.Context,
    files: FilesArgument,
    given: GivenToImport,
    rejects: Annotated[
        Path | None,
        typer.Option(
            "--rejects",
            metavar="FILE",
            help="Write skipped and rejected rows to a csv file, with the reason.",
        ),
    ] = None,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Bring files in and join their rows to customers; every row is kept as it was read.

    Example: smbcrm import customers.xlsx phonebook.csv

    Example: smbcrm import till.csv --dry-run

    Example: smbcrm import calls.csv --as interactions --create
    """
    from smbcrm.commands._files import drained, opened, read_all, tell_failed, writing_rejects
    from smbcrm.core.bulk import bulk
    from smbcrm.output.imports import emit_imported
    from smbcrm.readers.headers import load_headers
    from smbcrm.usecases.import_files import import_files

    settings: Globals = ctx.obj
    options = given.options(settings.config, no_input=settings.no_input)
    with bulk(), writing_rejects(rejects, files, settings, dry_run=dry_run) as write:
        with settings.progress() as progress:
            readings, failed, beside = read_all(files, given, progress, folder=settings.folder)
        with (
            opened(settings, "import", dry_run=dry_run) as (store, operation),
            settings.progress() as progress,
        ):
            imported = import_files(
                drained(readings), store, headers=load_headers, options=options, operation=operation, progress=progress
            )  # fmt: skip
        try:
            write(imported.sheets)
        finally:  # where they cannot be written, what came in is told all the same
            emit_imported(
                imported, failed, settings.output(fmt), verbose=settings.verbose, folder=str(settings.folder), dry_run=dry_run
            )  # fmt: skip
    raise typer.Exit(tell_failed(failed, beside, settings))
