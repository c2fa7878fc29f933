"""Bring the workbook and the store together: the owner's edits in, ours out, and what both changed held back.

The caller reads the workbook, gives its sheets here inside an operation, writes what comes back, and keeps what is agreed on with
the fingerprint of the file it wrote; nothing here touches a file.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from smbcrm.core.headers import HeaderTable
from smbcrm.core.say import say
from smbcrm.core.workbook.changes import Content, SheetChanges, agreed, changes_for
from smbcrm.core.workbook.columns_found import Columns, find_columns
from smbcrm.core.workbook.damage import damage, lost_columns
from smbcrm.core.workbook.shape import (
    CUSTOMERS_SHEET,
    LOG_SHEET,
    PLAN_SHEET,
    RECIPES_SHEET,
    REVIEW_SHEET,
    Col,
    Shape,
)  # fmt: skip
from smbcrm.core.workbook.three_way import Cells, SheetMerge, SheetRow, merge_sheet
from smbcrm.usecases.list_customers import Selecting
from smbcrm.usecases.workbook.agreed_state import Agreed
from smbcrm.usecases.workbook.customers_sheet import CustomersNow, customers_now
from smbcrm.usecases.workbook.other_sheets import (
    LOG_SHAPE,
    PLAN_SHAPE,
    REVIEW_SHAPE,
    Speak,
    lines_still_noted,
    log_now,
    plan_now,
    review_now,
    take_answers,
    take_log,
    take_plan,
)  # fmt: skip
from smbcrm.usecases.workbook.recipes_sheet import RECIPES_SHAPE, recipes_now, take_recipe_rows
from smbcrm.usecases.workbook.results import LooksLikeDamageError, Taken
from smbcrm.usecases.workbook.summary import Summary, summary_now
from smbcrm.usecases.workbook.take_customers import reading_of, take_customers

Prefer = Mapping[tuple[str, str], str] | str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """One sheet of ours as it stands in the workbook: its headings and rows, by place."""

    name: str
    headings: Sequence[str]
    rows: Sequence[SheetRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How the workbook speaks: sentences in its language, the key for every heading that some columns may have, and the program's own
    word for what may be typed as the kind of something that happened.
    """

    speak: Speak
    kind: Callable[[str], str]
    keys: Callable[[Sequence[Col]], Mapping[str, str]]


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
    own_columns: tuple[str, ...] = ()

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
    work = _Work(base=base, wording=wording, shapes=shapes)
    taken = Taken()
    if CUSTOMERS_SHEET in read:
        _merge_customers(work, read[CUSTOMERS_SHEET], before, prefer=prefer, taken=taken)
        _stop_damage(work, allow=allow_damage)
    for name in (PLAN_SHEET, RECIPES_SHEET, REVIEW_SHEET, LOG_SHEET):
        if name in read:
            _merge_other(store, work, name, read[name], prefer=prefer, taken=taken)
    taken.conflicts = [conflict for merge in work.merges.values() for conflict in merge.conflicts]
    _take(store, work, headers=headers, country=country, today=today, operation=operation, taken=taken)
    now = before
    if taken.pulled or taken.joined or work.own:
        now = customers_now(store, work.shapes[CUSTOMERS_SHEET].columns)
    return _result(store, work, read, now, taken)


@dataclass(slots=True, kw_only=True)
class _Work:
    """A sync under way."""

    base: Agreed
    wording: Wording
    shapes: dict[str, Shape]
    columns: dict[str, Columns] = field(default_factory=dict)
    merges: dict[str, SheetMerge] = field(default_factory=dict)
    noted: dict[str, Cells] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)


def _columns_of(work: _Work, sheet: SheetRead, shape: Shape, base: Mapping[str, Cells]) -> Columns:
    names = work.wording.keys(shape.columns)
    return find_columns(
        sheet.headings,
        shape.columns,
        names=names,
        rows=[row.cells for row in sheet.rows],
        id_key=shape.id_key,
        base=base,
    )


def _own_columns(columns: Columns, sheet: SheetRead, shape: Shape, taken: Taken) -> list[Col]:
    """Give the owner's new columns that hold something but formulas; of two with one heading the first."""
    known = {column.key for column in shape.columns}
    added: dict[str, Col] = {}
    for heading, place in columns.own:
        key = f"x.{heading}"
        filled = any(
            place < len(row.cells) and row.cells[place].strip() and place not in row.formulas
            for row in sheet.rows
        )
        if key in added and filled:
            taken.notes.append(
                say(
                    "the heading {heading} stands twice: only the first of the two columns is read",
                    heading=heading,
                )
            )
        elif key not in known and filled:
            added.setdefault(key, Col(key=key, heading=heading, own_words=True))
    return list(added.values())


def _merge_customers(
    work: _Work, sheet: SheetRead, now: CustomersNow, *, prefer: Prefer, taken: Taken
) -> None:
    """Merge the sheet of customers; a column of the owner's that is new in it becomes one of his customers'."""
    base = work.base.cells.get(CUSTOMERS_SHEET, {})
    shape = now.content.shape
    columns = _columns_of(work, sheet, shape, base)
    if columns.own:
        added = _own_columns(columns, sheet, shape, taken)
        shape = Shape(
            name=shape.name,
            id_key=shape.id_key,
            columns=(*shape.columns, *added),
            takes_rows=True,
            gone_means_gone=True,
        )
        columns = _columns_of(work, sheet, shape, base)
        work.own = [column.heading for column in added]
    work.shapes[CUSTOMERS_SHEET] = shape
    work.columns[CUSTOMERS_SHEET] = columns
    work.merges[CUSTOMERS_SHEET] = merge_sheet(
        shape, columns, sheet.rows, base=base, store=now.all, moved=now.moved, off={*now.off}, prefer=prefer
    )


def _stop_damage(work: _Work, *, allow: bool) -> None:
    base = work.base.cells.get(CUSTOMERS_SHEET, {})
    known = {column.key for column in work.base.columns.get(CUSTOMERS_SHEET, ())}
    signs = (
        *damage(work.shapes[CUSTOMERS_SHEET], work.merges[CUSTOMERS_SHEET], base, records=len(base)),
        *lost_columns([key for key in work.columns[CUSTOMERS_SHEET].missing if key in known], len(known)),
    )
    if signs and not allow:
        raise LooksLikeDamageError(
            signs,
            say(
                "the edits in the workbook look like an accident, so nothing was synced: {sign}",
                sign=signs[0],
            ),
            say(
                "look at the workbook; `smbcrm sync --yes` takes the edits as they are, `smbcrm undo` takes them back"
            ),
        )


def _merge_other(
    store: Selecting, work: _Work, name: str, sheet: SheetRead, *, prefer: Prefer, taken: Taken
) -> None:
    shape = work.shapes[name]
    base = work.base.cells.get(name, {})
    if name == LOG_SHEET:
        base = lines_still_noted(store, base)
        content = log_now(base)
    elif name == PLAN_SHEET:
        content = plan_now(store, work.wording.speak)
    elif name == RECIPES_SHEET:
        content = recipes_now(store, work.wording.speak)
    else:
        content = review_now(store, work.wording.speak)
    columns = _columns_of(work, sheet, shape, base)
    work.columns[name] = columns
    merge = work.merges[name] = merge_sheet(
        shape,
        columns,
        sheet.rows,
        base=base,
        store=content.records,
        moved={},
        prefer=prefer if name == RECIPES_SHEET else "",
    )
    if name == LOG_SHEET:
        work.noted = {key: cells for key, cells in base.items() if key not in merge.gone}
        taken.notes += [
            say(
                "row {row} of {sheet} was noted as {id} before: the change in it is not taken in",
                row=merge.places[key],
                sheet=say(name),
                id=key,
            )
            for key in merge.edits
        ]
    elif name == RECIPES_SHEET:
        changed = [one for one in merge.gone if base.get(one) != content.records.get(one)]
        merge.gone = [one for one in merge.gone if one not in changed]
        taken.notes += [
            say("the recipe {name} is gone from the sheet, and was changed meanwhile: it stays", name=one)
            for one in changed
        ]
    else:  # what the owner writes here stands for itself: the store has nothing to say against it
        for conflict in merge.conflicts:
            merge.edits[conflict.id][conflict.key] = conflict.workbook
        merge.conflicts.clear()


def _take(
    store: Selecting,
    work: _Work,
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
    _tell_oddities(work, taken)


def _tell_oddities(work: _Work, taken: Taken) -> None:
    """Say what was found in the sheets that is neither an edit nor a conflict."""
    for name, merge in work.merges.items():
        sheet = say(name)
        if merge.copies:
            taken.notes.append(
                say(
                    "{count} rows of {sheet} stood there twice; one of each is left",
                    count=len(merge.copies),
                    sheet=sheet,
                )
            )
        if merge.strangers and name == CUSTOMERS_SHEET:
            taken.notes.append(
                say(
                    "{count} rows of {sheet} have an id that nobody has; they were taken as new",
                    count=len(merge.strangers),
                    sheet=sheet,
                )
            )
        if merge.put_back:
            taken.notes.append(
                say(
                    "{count} cells of {sheet} that are computed were put back",
                    count=merge.put_back,
                    sheet=sheet,
                )
            )
        for key, heading in (work.columns[name].renamed or {}).items():
            was = work.shapes[name].column(key).heading
            taken.notes.append(say("the column {heading} is our {was}, renamed", heading=heading, was=was))
        known = {column.key for column in work.base.columns.get(name, ())}
        for key in work.columns[name].missing:
            if key in known:
                heading = work.shapes[name].column(key).heading
                taken.notes.append(
                    say(
                        "the column {heading} is not in {sheet} any more; nothing was deleted",
                        heading=heading,
                        sheet=sheet,
                    )
                )
    for heading in work.own:
        taken.notes.append(say("the column {heading} is new and is kept with each customer", heading=heading))


def _result(
    store: Selecting, work: _Work, read: Mapping[str, SheetRead], now: CustomersNow, taken: Taken
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
        merge = work.merges.get(name, SheetMerge())
        held = taken.held(name)
        if (
            name != CUSTOMERS_SHEET
        ):  # ticks, answers and lines that were not settled stay as they were written
            held |= {
                (number, key)
                for number, cells in merge.edits.items()
                if number in content.records
                for key in cells
            }
        # A tick or an answer stays to be seen until the next sync; undoing this one offers it again.
        stays = {*merge.edits} if name in (PLAN_SHEET, REVIEW_SHEET) else set()
        base = work.base.cells.get(name, {})
        if name in read:
            # The shape may have grown by columns that came with this sync.
            columns[name] = _columns_of(work, read[name], content.shape, base)
            known = {column.key for column in work.base.columns.get(name, ())}
            changes[name] = changes_for(
                content, columns[name], read[name].rows, merge,
                taken_in=taken.taken_in.get(name, {}), held=held, stays=stays, known=known,
            )  # fmt: skip
            added = {*changes[name].headings}
        else:
            columns[name], added = Columns(at={}), set()
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
        own_columns=tuple(work.own),
    )
