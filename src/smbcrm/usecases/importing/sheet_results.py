"""What was done with the rows of a sheet, counted and said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from smbcrm.core.layout import Table
from smbcrm.core.rows import ParsedRow, ParsedSheet
from smbcrm.core.say import Say, listed, say
from smbcrm.core.sheets.versions.versions import first_version
from smbcrm.usecases.importing.import_results import Reading, RowNote, SheetColumn, SheetResult
from smbcrm.usecases.versions.known_rows import HERE
from smbcrm.usecases.versions.recognise_source import Compared
from smbcrm.usecases.versions.said_edits import edited_rows

SHOWN = 12


def nothing_new(reading: Reading, table: Table, *, parsed: ParsedSheet, known: int) -> SheetResult:
    """Give the result of a list of ours in which nothing was new."""
    from dataclasses import replace

    compared = Compared(
        source=None, how=say("a list made by smbcrm"), fitted=first_version(parsed.columns), prints=(), keys=(), key_heading=""
    )  # fmt: skip
    result = sheet_result(reading, table, parsed=parsed, compared=compared, source=0)
    return replace(result, rows_read=known, rows_unchanged=known)


def sheet_result(
    reading: Reading,
    table: Table,
    *,
    parsed: ParsedSheet,
    compared: Compared,
    source: int,
    edits: Sequence[Say] = (),
    strict: bool = False,
) -> SheetResult:
    """Give the counts of a sheet, and what a person should know beside them; with `strict` the rows with damaged cells, too.

    `edits` say which known rows were edited, and how.
    """
    counts, notes = _counted(parsed, compared)
    gone = [row for row in compared.gone if row.status in HERE]
    said = _said(parsed, compared, new=counts["ok"], gone=len(gone))
    return SheetResult(
        file=table.grid.file,
        sheet=table.grid.sheet,
        kind=parsed.kind,
        source=source,
        rows_read=len(parsed.rows),
        rows_imported=counts["ok"],
        rows_updated=counts["updated"],
        rows_unchanged=counts["unchanged"],
        rows_skipped=counts["skipped"],
        rows_rejected=counts["rejected"],
        rows_gone=len(gone),
        rows_bad=sum(row.odd for row in parsed.rows if row.status == "ok"),
        how=compared.how,
        notes=(*reading.notes, *([reading.doubt] if reading.doubt else []), *parsed.notes, *said, *edits),
        problems=parsed.problems,
        rows=tuple(notes),
        damaged=_damaged(parsed) if strict else (),
        columns=_columns(parsed),
        gone_rows=tuple((row.id, row.number) for row in gone),
    )


def _counted(parsed: ParsedSheet, compared: Compared) -> tuple[dict[str, int], list[RowNote]]:
    """Count the rows by what became of them, and note those that were not taken, with the reason."""
    unchanged = {i for i, _ in compared.unchanged} | set(compared.elsewhere)
    updated = {i for i, _ in compared.updated} | {i for i, _ in compared.corrected}
    counts: dict[str, int] = defaultdict(int)
    notes = []
    for i, row in enumerate(parsed.rows):
        status = row.status
        if status != "ok":
            assert row.reason is not None
            notes.append(RowNote(row=row.number, status=status, why=row.reason, cells=tuple(row.cells)))
        elif i in unchanged:
            status = "unchanged"
        elif i in updated:
            status = "updated"
        counts[status] += 1
    return counts, notes


def _columns(parsed: ParsedSheet) -> tuple[SheetColumn, ...]:
    """Give the columns as they were understood, each with the first value it has."""
    return tuple(
        SheetColumn(
            index=c.index, heading=c.heading, field=c.field, why=c.how, sample=_sample(parsed.rows, c.index)
        )
        for c in parsed.columns
    )


_MORE = say("a cell that means nothing, as in the rows above")


def _damaged(parsed: ParsedSheet) -> tuple[RowNote, ...]:
    """Give the rows that are records and have cells which mean nothing, with what is wrong in each."""
    wrong: dict[int | None, list[Say]] = defaultdict(list)
    for problem in parsed.problems:
        wrong[problem.row].append(say("{column}: {what}", column=problem.column, what=problem.what))
    return tuple(
        RowNote(
            row=row.number,
            status="damaged",
            why=listed(wrong[row.number] or [_MORE], most=SHOWN),
            cells=tuple(row.cells),
        )
        for row in parsed.rows
        if row.status == "ok" and row.odd
    )


def _said(parsed: ParsedSheet, compared: Compared, *, new: int, gone: int) -> Iterator[Say]:
    if compared.elsewhere:
        yield say(
            "{count} {count:row was|rows were} already counted from another export",
            count=len(compared.elsewhere),
        )
    if compared.corrected:
        yield say(
            "{count} {count:row corrects|rows correct} what another export had brought",
            count=len(compared.corrected),
        )
    again = sum(parsed.rows[i].status == "ok" for i in compared.anew)
    if again:
        yield say("{count} {count:row is|rows are} read in another way than before", count=again)
    edited = edited_rows(parsed, compared)
    if compared.source is None or not (edited or new or gone):
        return
    yield say(
        "{how}: {updated} {updated:row|rows} edited, {new} new, {gone} no longer there",
        how=compared.how,
        updated=len(edited),
        new=new,
        gone=gone,
    )


def _sample(rows: Sequence[ParsedRow], index: int) -> str:
    return next((row.cells[index] for row in rows if index < len(row.cells) and row.cells[index]), "")
