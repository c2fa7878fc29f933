"""What actions say when they are done, in words and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from smbcrm.core.say import Say, say
from smbcrm.output.emit import emit_action
from smbcrm.output.merging.people import people_lines
from smbcrm.output.options import OutputOptions

if TYPE_CHECKING:
    from smbcrm.output.view import View
    from smbcrm.usecases.decide_pairs import Decided
    from smbcrm.usecases.importing.import_results import Imported, SheetResult
    from smbcrm.usecases.merging.merge_results import Merged
    from smbcrm.usecases.ports import Store

DRY = say("This was a dry run: nothing was kept.")
IN_EARNEST = say("Next: the same command without `--dry-run`.")
WOULD_SAY = say("Without `--dry-run` this would be said:")


def if_done(lines: Sequence[Say], *, dry_run: bool) -> list[Say]:
    """Give what is said of something done; after a dry run it is told as what would be said, for it did not happen.

    A next step that needs the outcome is then left out: the next step is to do it.
    """
    if not dry_run:
        return list(lines)
    kept = (line for line in lines if not line.template.startswith("Next: "))
    return [WOULD_SAY, *kept, DRY, IN_EARNEST]


def tried(view: View, *, dry_run: bool) -> View:
    """Give the view as it is or, after a dry run, as what would be, ending with that instead of a next step that needs the outcome."""
    if not dry_run:
        return view
    kept = (line for line in view.footer if not line.template.startswith("Next: "))
    title = view.title and say("Without `--dry-run`: {title}", title=view.title)
    return replace(view, title=title, footer=(*kept, DRY, IN_EARNEST))


def merge_data(merged: Merged) -> dict[str, Any]:
    """Give what a merge did, for scripts."""
    return {
        "customers_new": merged.customers_new,
        "customers_updated": merged.customers_updated,
        "customers_total": merged.customers_total,
        "merged_rows": merged.merged_rows,
        "to_review": merged.to_review,
        "parted": [
            {
                "customer": f"C{one.customer}",
                "name": one.name,
                "other": f"C{one.other}",
                "other_name": one.other_name,
            }
            for one in merged.parted
        ],
        "unclear": [
            {
                "customer": f"C{one.customer}",
                "name": one.name,
                "told": one.told,
                "others": [f"C{other}" for other in one.others],
                "apart": f"C{one.apart}",
                "rows": one.rows,
            }
            for one in merged.unclear
        ],
    }


def questions_line(merged: Merged) -> Say:
    """Say how many questions are open, and where they are answered."""
    if not merged.to_review:
        return say("No open questions about who is who.")
    if merged.to_review == 1:
        return say("One pair may be one customer, for you to decide: `smbcrm merge review`")
    return say(
        "{count} pairs may be one customer, for you to decide: `smbcrm merge review`", count=merged.to_review
    )


def merge_lines(merged: Merged, *, folder: str, dry_run: bool) -> list[Say]:
    """Give what a merge did, for a person."""
    changed = merged.customers_new + merged.customers_updated + merged.absorbed
    first = [] if changed else [say("Nothing changed: everybody is where he was.")]
    next_step = say("Next: `smbcrm score`. Data folder: {folder}.", folder=folder)
    lines = [*first, *people_lines(merged), questions_line(merged)]
    return if_done([*lines, next_step], dry_run=dry_run)


def decided(store: Store, done: Decided, *, options: OutputOptions, folder: str, dry_run: bool) -> None:
    """Say what an owner's decision did."""
    a, b = f"C{done.a}", f"C{done.b}"
    names = dict(store.read("SELECT id, name FROM customer WHERE id IN (?, ?)", [done.a, done.b]))
    name, other = names[done.a], names[done.b]
    if done.verdict == "same":
        first = say("They are one customer now: {id} {name}; `smbcrm undo` takes it back.", id=a, name=name)
    else:
        first = say(
            "{a} {name} and {b} {other} are two customers, and will not be joined or asked about again.",
            a=a,
            name=name,
            b=b,
            other=other,
        )
    lines = [
        first,
        *(say("stays with {id}: {ref} {what}", id=a, ref=ref, what=what) for ref, what in done.stays),
    ]
    if done.stays:
        ref = done.stays[0][0]
        lines.append(
            say("Should it go along? The same with `--take {ref}`", ref=ref)
            if dry_run
            else say("Should it go along? `smbcrm undo`, then the same with `--take {ref}`", ref=ref)
        )
    lines += [questions_line(done.merged), say("Next: `smbcrm score`. Data folder: {folder}.", folder=folder)]
    data = {
        "customer_a": a,
        "customer_b": b,
        "verdict": done.verdict,
        **({"stays": [{"ref": ref, "what": what} for ref, what in done.stays]} if done.stays else {}),
        **merge_data(done.merged),
        "dry_run": dry_run,
        "data": folder,
    }
    emit_action(data, if_done(lines, dry_run=dry_run), options)


def sheet_data(sheet: SheetResult) -> dict[str, Any]:
    """Give what was done with one sheet, for scripts."""
    return {
        "file": sheet.file,
        "sheet": sheet.sheet,
        "rows_read": sheet.rows_read,
        "rows_imported": sheet.rows_imported,
        "rows_updated": sheet.rows_updated,
        "rows_unchanged": sheet.rows_unchanged,
        "rows_skipped": sheet.rows_skipped,
        "rows_rejected": sheet.rows_rejected,
        "rows_gone": sheet.rows_gone,
        "rows_attached": sheet.rows_attached,
        "rows_waiting": sheet.rows_waiting,
        "kind": sheet.kind,
        "source": f"s{sheet.source}",
        "notes": [*sheet.notes],
        "problems": [{"row": p.row, "column": p.column, "what": p.what} for p in sheet.problems],
        "rows": [{"row": note.row, "status": note.status, "reason": note.why} for note in sheet.rows],
        "gone": [
            {"row": row, "customer_id": f"C{customer}" if customer else None, "name": name}
            for row, customer, name in sheet.gone
        ],
        "kept_edits": [
            {
                "customer_id": f"C{edit.customer}",
                "name": edit.name,
                "field": edit.field,
                "yours": edit.yours,
                "file": edit.file,
                "what": edit.told,
            }
            for edit in sheet.kept
        ],
        "columns": [{"column": c.heading, "field": c.field, "why": c.why} for c in sheet.columns],
    }


def import_data(imported: Imported, failed: Sequence[tuple[str, Say, Say]]) -> dict[str, Any]:
    """Give what an import did, for scripts."""
    return {
        "files": [sheet_data(sheet) for sheet in imported.sheets],
        "left_out": [
            {"file": o.file, "sheet": o.sheet, "rows": o.rows, "reason": o.reason} for o in imported.left_out
        ],
        "failed": [{"file": file, "error": what, "hint": hint} for file, what, hint in failed],
        "rows_arrived": imported.arrived,
        **merge_data(imported.merged),
    }


def import_notes(imported: Imported, *, verbose: bool) -> Iterator[Say]:
    """Give what a person should know of an import beside the counts: what was left out, what was guessed, what looks wrong."""
    from smbcrm.usecases.importing.import_results import place

    for left in imported.left_out:
        yield say(
            "{place}: left out, {reason} ({rows} {rows:row|rows})",
            place=place(left.file, left.sheet),
            reason=left.reason,
            rows=left.rows,
        )
    for sheet in imported.sheets:
        where = place(sheet.file, sheet.sheet)
        for note in sheet.notes:
            yield say("{place}: {note}", place=where, note=note)
        yield from _grouped(where, sheet)
        told = list(_problems(where, sheet))
        # To say that one more follows takes as much room as that one.
        if verbose or len(told) == PROBLEMS_SHOWN + 1:
            yield from told
            continue
        yield from told[:PROBLEMS_SHOWN]
        if len(told) > PROBLEMS_SHOWN:
            more = len(told) - PROBLEMS_SHOWN
            yield say(
                "{place}: {count} more such {count:remark|remarks}; -v shows them all",
                place=where,
                count=more,
            )
    if imported.arrived:
        yield say(
            "{count} {count:row that had waited has|rows that had waited have} found {count:its|their} customer",
            count=imported.arrived,
        )


PROBLEMS_SHOWN = 5


def _problems(where: str, sheet: SheetResult) -> Iterator[Say]:
    """Say each remark once, with the rows it is about."""
    groups: dict[tuple[str, Say], list[int]] = {}
    for problem in sheet.problems:
        rows = groups.setdefault((problem.column, problem.what), [])
        if problem.row is not None:
            rows.append(problem.row)
    for (column, what), rows in groups.items():
        spot = (
            say("{place}, {column}", place=where, column=column)
            if column
            else Say("{place}", (("place", where),))
        )
        if rows:
            yield say("{spot}: {what} ({rows})", spot=spot, what=what, rows=_some(rows))
        else:
            yield say("{spot}: {what}", spot=spot, what=what)


def _some(rows: Sequence[int]) -> Say:
    if len(rows) == 1:
        return say("row {row}", row=rows[0])
    return say("rows {row} ..." if len(rows) > 12 else "rows {row}", row=rows[:12])


def _grouped(where: str, sheet: SheetResult) -> Iterator[Say]:
    """Say each reason for which rows were left out once, with the rows."""
    groups: dict[tuple[str, Say], list[int]] = {}
    for note in sheet.rows:
        groups.setdefault((note.status, note.why), []).append(note.row)
    for (status, why), rows in groups.items():
        shown = _some(rows)
        if status == "skipped":
            yield say("{place}: {rows} skipped, {why}", place=where, rows=shown, why=why)
        else:
            yield say("{place}: {rows} rejected, {why}", place=where, rows=shown, why=why)
