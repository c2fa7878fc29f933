"""What an import did, as tables for a person and as data for a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from smbcrm.core.column_letters import column_letter
from smbcrm.core.say import Say, say
from smbcrm.output.actions import (
    DRY,
    IN_EARNEST,
    WOULD_SAY,
    import_data,
    import_notes,
    questions_line,
)
from smbcrm.output.dealings.record_sets import IMPORT, MAPPING, REJECTS
from smbcrm.output.emit import emit, emit_action, emit_views
from smbcrm.output.merging.people import people_lines
from smbcrm.output.options import Format, OutputOptions
from smbcrm.output.view import Column, View, pick_columns
from smbcrm.usecases.importing.import_results import Imported, SheetResult


def sheets_view(imported: Imported, *, footer: Sequence[Say] = ()) -> View:
    """Give what was done with the rows of each sheet."""
    rows = [tuple(getattr(sheet, column.key) for column in IMPORT) for sheet in imported.sheets]
    return View(
        IMPORT, rows, title=say("What was read"), footer=tuple(footer), name="files", id_column="file"
    )


def notes(imported: Imported, *, verbose: bool) -> list[Say]:
    """Give what a person should know beside the counts."""
    return list(import_notes(imported, verbose=verbose))


def emit_imported(
    imported: Imported,
    failed: Sequence[tuple[str, Say, Say]],
    options: OutputOptions,
    *,
    verbose: bool,
    folder: str,
    dry_run: bool,
) -> None:
    """Print what an import did, as tables for a person or as data for a script."""
    if options.format not in {Format.TABLE, Format.MD, Format.HTML, Format.XLSX}:
        emit_action(action_data(imported, failed, folder=folder, dry_run=dry_run), [], options)
        return
    step = say("Next: `smbcrm score`, then `smbcrm tier`. Data folder: {folder}.", folder=folder)
    told = views(imported, verbose=verbose, last=() if dry_run else (step,))
    if dry_run:
        told = [View((), (), footer=(WOULD_SAY,)), *told, *dry_views(imported)]
    emit_views(told, options)


def views(imported: Imported, *, verbose: bool, last: Sequence[Say]) -> list[View]:
    """Give the whole import for a person, and what to type next at its end."""
    footer = [
        *notes(imported, verbose=verbose),
        *people_lines(imported.merged),
        questions_line(imported.merged),
        *last,
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
        rows = [(c.heading, c.field or say("kept as it is"), c.why, c.sample) for c in sheet.columns]
        view = View(MAPPING, rows, title=title, name="mapping", id_column="column")
        sampled = any(c.sample for c in sheet.columns)  # a file that is known already is not read again
        found.append(view if sampled else pick_columns(view, [column.key for column in MAPPING[:-1]]))
    return [*found, View((), (), footer=(DRY, IN_EARNEST))]


def action_data(
    imported: Imported, failed: Sequence[tuple[str, Say, Say]], *, folder: str, dry_run: bool
) -> dict[str, Any]:
    """Give the whole import for a script."""
    return {**import_data(imported, failed), "dry_run": dry_run, "data": folder}


def write_rejects(sheets: Sequence[SheetResult], file: Path, options: OutputOptions) -> None:
    """Write the rows that did not come in as they were, under their own headings, with where they stood and why."""
    rows: list[dict[str, object]] = []
    headings: dict[str, None] = {}
    for sheet in sheets:
        left_out = sorted((*sheet.rows, *sheet.damaged), key=lambda note: note.row)
        names = _headings(sheet, max((len(note.cells) for note in left_out), default=0))
        headings |= dict.fromkeys(names if left_out else ())
        rows += [
            {
                "file": sheet.file, "sheet": sheet.sheet, "row": note.row, "reason": note.why,
                **dict(zip(names, note.cells)),
            }
            for note in left_out
        ]  # fmt: skip
    columns = (*REJECTS, *(Column(name, name) for name in headings))
    cells = [[row.get(column.key, "") for column in columns] for row in rows]
    emit(View(columns, cells, name="rejects", id_column="row"), replace(options, output=file))


def _headings(sheet: SheetResult, width: int) -> list[str]:
    """Give a name of its own to every place of a row: the heading, made unique, else the letter of the column."""
    told = {column.index: column.heading for column in sheet.columns}
    used = Counter(column.key for column in REJECTS)
    names = []
    for place in range(max([width, *(place + 1 for place in told)])):
        name = told.get(place) or f"column_{column_letter(place)}"
        used[name] += 1
        names.append(name if used[name] == 1 else f"{name} ({used[name]})")
    return names
