"""What an import did, as tables for a person and as data for a script."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from smbcrm.core.say import Say, say
from smbcrm.output.actions import DRY, import_data, import_notes, people_line, questions_line
from smbcrm.output.emit import emit
from smbcrm.output.options import OutputOptions
from smbcrm.output.record_sets import IMPORT, MAPPING
from smbcrm.output.view import Column, View
from smbcrm.usecases.import_results import Imported


def sheets_view(imported: Imported, *, footer: Sequence[Say] = ()) -> View:
    """Give what was done with the rows of each sheet."""
    rows = [tuple(getattr(sheet, column.key) for column in IMPORT) for sheet in imported.sheets]
    return View(
        IMPORT, rows, title=say("What was read"), footer=tuple(footer), name="files", id_column="file"
    )


def notes(imported: Imported, *, verbose: bool) -> list[Say]:
    """Give what a person should know beside the counts."""
    return list(import_notes(imported, verbose=verbose))


def views(imported: Imported, *, verbose: bool, folder: str) -> list[View]:
    """Give the whole import for a person."""
    footer = [
        *notes(imported, verbose=verbose),
        people_line(imported.merged),
        questions_line(imported.merged),
        say("Next: `smbcrm score`, then `smbcrm tier`. Data folder: {folder}.", folder=folder),
    ]
    return [sheets_view(imported, footer=footer)]


def dry_views(imported: Imported) -> list[View]:
    """Give the mapping of each sheet, with a sample of each column."""
    found = []
    for sheet in imported.sheets:
        title = (
            say("{file}: {sheet} would be read like this", file=sheet.file, sheet=sheet.sheet)
            if sheet.sheet
            else say("{file} would be read like this", file=sheet.file)
        )
        rows = [
            (heading, field or say("kept as it is"), why, sample)
            for heading, field, why, sample in sheet.columns
        ]
        found.append(View(MAPPING, rows, title=title, name="mapping", id_column="column"))
    return [*found, View((), (), footer=(DRY,))]


def action_data(
    imported: Imported, failed: Sequence[tuple[str, Say, Say]], *, folder: str, dry_run: bool
) -> dict[str, Any]:
    """Give the whole import for a script."""
    return {**import_data(imported, failed), "dry_run": dry_run, "data": folder}


def write_rejects(imported: Imported, file: Path, options: OutputOptions) -> None:
    """Write the rejected rows as they were, with where they stood and why they were rejected."""
    rejected = [
        (sheet, note) for sheet in imported.sheets for note in sheet.rows if note.status == "rejected"
    ]
    width = max((len(note.cells) for _, note in rejected), default=0)
    headings = next((sheet.columns for sheet, _ in rejected), ())
    cells = [Column(f"{n}", headings[n][0] if n < len(headings) else f"column {n + 1}") for n in range(width)]
    columns = (
        Column("file", "File"),
        Column("sheet", "Sheet"),
        Column("row", "Row", "int"),
        Column("reason", "Reason", "say"),
        *cells,
    )
    rows = [
        (sheet.file, sheet.sheet, note.row, note.why, *note.cells, *[""] * (width - len(note.cells)))
        for sheet, note in rejected
    ]
    from dataclasses import replace

    emit(View(columns, rows, name="rejects", id_column="row"), replace(options, output=file))
