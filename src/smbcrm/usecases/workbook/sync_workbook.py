"""Bring the workbook and the store together: the owner's edits in, ours out, and what both changed held back.

The caller reads the workbook, gives its sheets here inside an operation, writes what comes back, and keeps what is agreed on with
the fingerprint of the file it wrote; nothing here touches a file.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smbcrm.core.headers import HeaderTable
from smbcrm.core.workbook.changes import Content, SheetChanges, agreed, changes_for
from smbcrm.core.workbook.columns_found import Columns
from smbcrm.core.workbook.shape import (
    CUSTOMERS_SHEET,
    LOG_SHEET,
    PLAN_SHEET,
    RECIPES_SHEET,
    REVIEW_SHEET,
)  # fmt: skip
from smbcrm.core.workbook.sheet_merge import Cells, SheetMerge
from smbcrm.usecases.list_customers import Selecting
from smbcrm.usecases.workbook.agreed_state import Agreed
from smbcrm.usecases.workbook.customers_sheet import CustomersNow, customers_now
from smbcrm.usecases.workbook.merge_sheets import merge_customers, merge_other, stop_damage
from smbcrm.usecases.workbook.other_sheets import (
    LOG_SHAPE,
    PLAN_SHAPE,
    REVIEW_SHAPE,
    log_now,
    plan_now,
    review_now,
    take_answers,
    take_log,
    take_plan,
)  # fmt: skip
from smbcrm.usecases.workbook.recipes_sheet import RECIPES_SHAPE, recipes_now, take_recipe_rows
from smbcrm.usecases.workbook.results import Taken
from smbcrm.usecases.workbook.summary import Summary, summary_now
from smbcrm.usecases.workbook.take_customers import reading_of, take_customers
from smbcrm.usecases.workbook.tell_oddities import tell_oddities
from smbcrm.usecases.workbook.work import Prefer, SheetRead, Wording, Work, columns_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """What has to be written now, and what came of the owner's edits.

    `contents` say what each sheet has to say, in the order of the sheets; `changes` and `columns` what to write into the sheets
    that are there; `agreed` what both sides agree on once that is written.
    """

    taken: Taken
    contents: tuple[Content, ...]
    changes: Mapping[str, SheetChanges]
    columns: Mapping[str, Columns]
    agreed: Mapping[str, Mapping[str, Cells]]
    merges: Mapping[str, SheetMerge]
    customers: Mapping[str, Mapping[str, int]]
    summary: Summary

    @property
    def called(self) -> dict[str, dict[str, str]]:
        """What the owner calls columns of ours, by sheet and key: another heading, or nothing where he took one out."""
        told: dict[str, dict[str, str]] = {}
        for name, found in self.columns.items():
            out = set(found.missing)
            if name in self.changes:
                out.difference_update(self.changes[name].headings)
            told[name] = {**(found.renamed or {}), **dict.fromkeys(sorted(out), "")}
        return told

    @property
    def pushed(self) -> int:
        """How many cells and rows of ours go out into the workbook."""
        return sum(len(one.cells) + len(one.below) + len(one.out) for one in self.changes.values())


def sync_workbook(
    store: Selecting,
    sheets: Sequence[SheetRead],
    base: Agreed,
    *,
    headers: HeaderTable,
    wording: Wording,
    today: datetime.date,
    operation: int,
    country: str = "",
    prefer: Prefer = "",
    allow_damage: bool = False,
) -> Synced:
    """Take the owner's edits in and say what has to be written.

    Raises LooksLikeDamageError, before anything is written, for edits that look like an accident and are not allowed.
    """
    before = customers_now(store, base.columns.get(CUSTOMERS_SHEET, ()))
    read = {sheet.name: sheet for sheet in sheets}
    shapes = {
        CUSTOMERS_SHEET: before.content.shape,
        PLAN_SHEET: PLAN_SHAPE,
        RECIPES_SHEET: RECIPES_SHAPE,
        REVIEW_SHEET: REVIEW_SHAPE,
        LOG_SHEET: LOG_SHAPE,
    }
    work = Work(base=base, wording=wording, shapes=shapes)
    taken = Taken()
    if CUSTOMERS_SHEET in read:
        merge_customers(work, read[CUSTOMERS_SHEET], before, prefer=prefer, taken=taken)
        stop_damage(work, allow=allow_damage)
    for name in (PLAN_SHEET, RECIPES_SHEET, REVIEW_SHEET, LOG_SHEET):
        if name in read:
            merge_other(store, work, name, read[name], prefer=prefer, taken=taken)
    taken.conflicts = [conflict for merge in work.merges.values() for conflict in merge.conflicts]
    _take(store, work, headers=headers, country=country, today=today, operation=operation, taken=taken)
    now = before
    if taken.pulled or taken.joined or work.own:
        now = customers_now(store, work.shapes[CUSTOMERS_SHEET].columns)
    return _result(store, work, read, now, taken)


def _take(
    store: Selecting,
    work: Work,
    *,
    headers: HeaderTable,
    country: str,
    today: datetime.date,
    operation: int,
    taken: Taken,
) -> None:
    if CUSTOMERS_SHEET in work.merges:
        merge = work.merges[CUSTOMERS_SHEET]
        reading = reading_of(store, merge, headers=headers, country=country)
        take_customers(
            store, work.shapes[CUSTOMERS_SHEET], merge, reading=reading, operation=operation, taken=taken
        )
    if REVIEW_SHEET in work.merges:
        take_answers(store, work.merges[REVIEW_SHEET], taken=taken)
    if PLAN_SHEET in work.merges:
        take_plan(store, work.merges[PLAN_SHEET], today=today, operation=operation, taken=taken)
    if RECIPES_SHEET in work.merges:
        take_recipe_rows(store, work.merges[RECIPES_SHEET], taken=taken)
    if LOG_SHEET in work.merges:
        work.noted |= take_log(
            store,
            work.merges[LOG_SHEET].new,
            kind=work.wording.kind,
            today=today,
            operation=operation,
            taken=taken,
        )
    tell_oddities(work, taken)


def _result(
    store: Selecting, work: Work, read: Mapping[str, SheetRead], now: CustomersNow, taken: Taken
) -> Synced:
    customers = Content(shape=now.content.shape, records=now.content.records)
    plan, review = plan_now(store, work.wording.speak), review_now(store, work.wording.speak)
    recipes = recipes_now(store, work.wording.speak)
    contents = (customers, plan, recipes, review, log_now(work.noted))
    changes: dict[str, SheetChanges] = {}
    both: dict[str, Mapping[str, Cells]] = {}
    columns = dict(work.columns)
    for content in contents:
        name = content.shape.name
        merge, base = work.merges.get(name, SheetMerge()), work.base.cells.get(name, {})
        held, stays = _left_alone(content, merge, taken)
        added: set[str] = set()
        columns[name] = Columns(at={})
        if name in read:
            # The shape may have grown by columns that came with this sync.
            columns[name] = columns_of(work, read[name], content.shape, base)
            known = {column.key for column in work.base.columns.get(name, ())}
            changes[name] = changes_for(
                content, columns[name], read[name].rows, merge,
                taken_in=taken.taken_in.get(name, {}), held=held, stays=stays, known=known,
            )  # fmt: skip
            added = {*changes[name].headings}
        both[name] = agreed(content, columns[name], merge, base=base, held=held, stays=stays, added=added)
    return Synced(
        taken=taken,
        contents=contents,
        changes=changes,
        columns=columns,
        agreed=both,
        merges=work.merges,
        customers={
            CUSTOMERS_SHEET: {key: int(key[1:]) for key in now.content.records},
            PLAN_SHEET: {key: int(cells["customer_id"][1:]) for key, cells in plan.records.items()},
        },
        summary=summary_now(store),
    )


def _left_alone(content: Content, merge: SheetMerge, taken: Taken) -> tuple[set[tuple[str, str]], set[str]]:
    """Give the cells of a sheet that stay as they were written, and the rows that are to be seen until the next sync."""
    name = content.shape.name
    held = taken.held(name)
    if name != CUSTOMERS_SHEET:  # ticks, answers and lines that were not settled
        edited = ((number, cells) for number, cells in merge.edits.items() if number in content.records)
        held |= {(number, key) for number, cells in edited for key in cells}
    # A tick or an answer stays; undoing this sync offers it again.
    return held, {*merge.edits} if name in (PLAN_SHEET, REVIEW_SHEET) else set()
