"""Hold each sheet of the workbook against what was agreed on and what the store says; nothing is written yet."""

from __future__ import annotations

from smbcrm.core.say import say
from smbcrm.core.workbook.columns_found import Columns
from smbcrm.core.workbook.damage import damage, lost_columns
from smbcrm.core.workbook.shape import CUSTOMERS_SHEET, LOG_SHEET, PLAN_SHEET, RECIPES_SHEET, Col, Shape
from smbcrm.core.workbook.three_way import merge_sheet
from smbcrm.usecases.list_customers import Selecting
from smbcrm.usecases.workbook.customers_sheet import CustomersNow
from smbcrm.usecases.workbook.other_sheets import lines_still_noted, log_now, plan_now, review_now
from smbcrm.usecases.workbook.recipes_sheet import recipes_now
from smbcrm.usecases.workbook.results import LooksLikeDamageError, Taken
from smbcrm.usecases.workbook.work import Prefer, SheetRead, Work, columns_of


def merge_customers(work: Work, sheet: SheetRead, now: CustomersNow, *, prefer: Prefer, taken: Taken) -> None:
    """Merge the sheet of customers; a column of the owner's that is new in it becomes one of his customers'."""
    base = work.base.cells.get(CUSTOMERS_SHEET, {})
    shape = now.content.shape
    columns = columns_of(work, sheet, shape, base)
    if columns.own:
        added = _own_columns(columns, sheet, shape, taken)
        shape = Shape(
            name=shape.name,
            id_key=shape.id_key,
            columns=(*shape.columns, *added),
            takes_rows=True,
            gone_means_gone=True,
        )
        columns = columns_of(work, sheet, shape, base)
        work.own = [column.heading for column in added]
    work.shapes[CUSTOMERS_SHEET] = shape
    work.columns[CUSTOMERS_SHEET] = columns
    work.merges[CUSTOMERS_SHEET] = merge_sheet(
        shape, columns, sheet.rows, base=base, store=now.all, moved=now.moved, off={*now.off}, prefer=prefer
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


def stop_damage(work: Work, *, allow: bool) -> None:
    """Raise LooksLikeDamageError for edits of customers that look like an accident, unless they are allowed."""
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


def merge_other(
    store: Selecting, work: Work, name: str, sheet: SheetRead, *, prefer: Prefer, taken: Taken
) -> None:
    """Merge one of the other sheets; what the owner writes into the plan and the questions stands for itself."""
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
    columns = columns_of(work, sheet, shape, base)
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
