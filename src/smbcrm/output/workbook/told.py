"""What a sync did, in words and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from smbcrm.core.say import Say, say
from smbcrm.output.actions import if_done
from smbcrm.output.dealings.record_sets import CONFLICTS, REFUSED
from smbcrm.output.view import View
from smbcrm.usecases.workbook.results import Taken, needs_a_person
from smbcrm.usecases.workbook.sync_workbook import Synced

_SHOWN = 20


def sync_data(synced: Synced | None, *, path: Path, dry_run: bool) -> dict[str, Any]:
    """Give what a sync did, for scripts."""
    taken = synced.taken if synced is not None else Taken()
    return {
        "pulled": taken.pulled,
        "pushed": synced.pushed if synced is not None else 0,
        "conflicts": View(
            CONFLICTS,
            [(c.sheet, c.row, c.id, c.key, c.base, c.workbook, c.store, c.off) for c in taken.conflicts],
            name="conflicts",
        ),
        "refused": View(
            REFUSED,
            [(r.sheet, r.row, r.id, r.key, r.workbook, r.reason) for r in taken.refused],
            name="refused",
        ),
        "cells": taken.cells,
        "new": taken.new,
        "joined": taken.joined,
        "archived": taken.archived,
        "brought_back": taken.back,
        "answered": taken.answered,
        "done": taken.done,
        "recipes": taken.recipes,
        "logged": taken.logged,
        "workbook": str(path),
        "dry_run": dry_run,
        "data": str(path.parent),
    }


def sync_lines(
    synced: Synced | None,
    *,
    path: Path,
    first: bool = False,
    notes: Sequence[Say] = (),
    dry_run: bool = False,
) -> list[Say]:
    """Say what a sync did: what came in, what went out, what is held back, what to type next."""
    if synced is None:
        return [say("Nothing changed in {file} or in the list since the last sync.", file=str(path))]
    taken = synced.taken
    lines = [
        say("The workbook was written: {file}. Edit it, save it, then `smbcrm sync`.", file=str(path))
        if first and not synced.changes
        else say(
            "{pulled} {pulled:edit|edits} came in from the workbook, {pushed} {pushed:cell or row|cells and rows} went out into it.",
            pulled=taken.pulled,
            pushed=synced.pushed,
        )
    ]
    lines += [*_came_in(taken), *taken.notes[:_SHOWN], *notes, *_left_out(taken)]
    if not needs_a_person(taken):
        lines.append(say("Next: `smbcrm status`. Data folder: {folder}.", folder=str(path.parent)))
    return if_done(lines, dry_run=dry_run)


def _left_out(taken: Taken) -> Iterator[Say]:
    """Say what of the workbook was held back or not taken in, and how that is settled."""
    for one in taken.conflicts[:_SHOWN]:
        if one.off:
            yield say(
                "Held back, {sheet} row {row}, {id} {heading}: the workbook says {workbook}, and {id} was taken off the list meanwhile",
                sheet=say(one.sheet), row=one.row, id=one.id, heading=say(one.heading), workbook=one.workbook or "-",
            )  # fmt: skip
        else:
            yield say(
                "Held back, {sheet} row {row}, {id} {heading}: the workbook says {workbook}, smbcrm has {store}; it was {base}",
                sheet=say(one.sheet), row=one.row, id=one.id, heading=say(one.heading),
                workbook=one.workbook or "-", store=one.store or "-", base=one.base or "-",
            )  # fmt: skip
    if taken.conflicts:
        yield say(
            "Settle them: `smbcrm sync --prefer mine` takes the workbook's, `--prefer theirs` smbcrm's."
        )
    for refused in taken.refused[:_SHOWN]:
        yield say(
            "Not taken in, {sheet} row {row}, {heading}: {reason}",
            sheet=say(refused.sheet), row=refused.row, heading=say(refused.heading), reason=refused.reason,
        )  # fmt: skip


def _came_in(taken: Taken) -> list[Say]:
    lines: list[Say] = []
    if taken.new:
        lines.append(say("{count} new {count:customer|customers}.", count=taken.new))
    if taken.archived:
        lines.append(
            say(
                "{count} {count:customer whose row you deleted was|customers whose rows you deleted were} taken off the list, nothing is lost: {ids}. To take {count:him|them} back, `smbcrm undo` and put the {count:row|rows} back.",
                count=len(taken.archived),
                ids=", ".join(taken.archived[:12]) + (" ..." if len(taken.archived) > 12 else ""),
            )
        )
    if taken.back:
        lines.append(say("Back on the list: {ids}.", ids=", ".join(taken.back[:12])))
    if taken.answered:
        lines.append(say("{count} {count:answer|answers} about who is who.", count=taken.answered))
    if taken.done:
        lines.append(say("{count} plan {count:item|items} done.", count=taken.done))
    if taken.recipes:
        lines.append(say("{count} {count:recipe|recipes} changed.", count=taken.recipes))
    if taken.logged:
        lines.append(say("{count} {count:line|lines} of the log noted.", count=taken.logged))
    return lines
