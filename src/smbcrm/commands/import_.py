"""`smbcrm import`: bring files in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smbcrm.commands._files import (
    AllSheetsOption,
    CountryOption,
    DateOrderOption,
    DelimiterOption,
    EncodingOption,
    FilesArgument,
    Given,
    HeaderRowOption,
    MapOption,
    NoHeaderOption,
    PasswordOption,
    SheetOption,
    SourceOption,
)
from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption


def command(
    ctx: typer.Context,
    files: FilesArgument,
    as_kind: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="KIND",
            help="What the rows are: customers, purchases, payments, interactions, ratings.",
        ),
    ] = "",
    sheet: SheetOption = "",
    all_sheets: AllSheetsOption = False,
    header_row: HeaderRowOption = None,
    no_header: NoHeaderOption = False,
    encoding: EncodingOption = "",
    delimiter: DelimiterOption = "",
    date_order: DateOrderOption = "",
    mapping: MapOption = None,
    country: CountryOption = "",
    source: SourceOption = "",
    prefer: Annotated[
        str,
        typer.Option("--prefer", metavar="existing|new", help="Whose values win where two sources disagree."),
    ] = "",
    password: PasswordOption = "",
    no_merge: Annotated[
        bool, typer.Option("--no-merge", help="Make every new row a customer of its own.")
    ] = False,
    create: Annotated[
        bool | None,
        typer.Option(
            "--create/--no-create",
            help="Make customers of those who are not on the list (usual, except for interactions and ratings).",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="All rows or none.")] = False,
    rejects: Annotated[
        Path | None,
        typer.Option("--rejects", metavar="FILE", help="Write rejected rows to a csv file, with the reason."),
    ] = None,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Bring files in: every row is kept as it is, understood, and joined to its customer.

    Example: smbcrm import customers.xlsx phonebook.csv

    Example: smbcrm import till.csv --dry-run

    Example: smbcrm import calls.csv --as interactions --create
    """
    from smbcrm.commands._files import drained, opened, read_all, refuse_overwriting, tell_failed
    from smbcrm.core.bulk import bulk
    from smbcrm.output.emit import emit_action, emit_views
    from smbcrm.output.imports import action_data, dry_views, views, write_rejects
    from smbcrm.output.options import Format
    from smbcrm.readers.headers import load_headers
    from smbcrm.usecases.import_files import import_files
    from smbcrm.usecases.import_results import RowsRefused

    settings: Globals = ctx.obj
    given = Given(
        as_kind=as_kind, sheet=sheet, all_sheets=all_sheets, header_row=header_row, no_header=no_header, encoding=encoding,
        delimiter=delimiter, date_order=date_order, mapping=mapping or (), country=country, source=source, prefer=prefer,
        password=password, merge=not no_merge, strict=strict, create=create,
    )  # fmt: skip
    options = given.options(settings.config, no_input=settings.no_input)
    if rejects is not None:
        refuse_overwriting(rejects, files)
    with bulk(), settings.progress() as progress:
        readings, failed = read_all(files, given, progress)
    try:
        with (
            opened(settings, "import", dry_run=dry_run) as (store, operation),
            settings.progress() as progress,
        ):
            imported = import_files(
                drained(readings),
                store,
                headers=load_headers(),
                options=options,
                operation=operation,
                progress=progress,
            )
    except RowsRefused as refused:
        if rejects is not None and not dry_run:
            write_rejects(refused.sheets, rejects, settings.output())
        raise
    if rejects is not None and not dry_run:
        write_rejects(imported.sheets, rejects, settings.output())
    shown = settings.output(fmt)
    if shown.format in {Format.TABLE, Format.MD, Format.HTML, Format.XLSX}:
        emit_views(
            [
                *views(imported, verbose=settings.verbose, folder=str(settings.folder)),
                *(dry_views(imported) if dry_run else ()),
            ],
            shown,
        )
    else:
        emit_action(action_data(imported, failed, folder=str(settings.folder), dry_run=dry_run), [], shown)
    raise typer.Exit(tell_failed(failed, settings))
