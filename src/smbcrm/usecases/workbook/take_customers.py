"""Take the owner's edits of the sheet of customers into the store: all of them at once, each as an edit of his own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from smbcrm.core.golden import Row, golden_record
from smbcrm.core.headers import HeaderTable
from smbcrm.core.phones import decide_country
from smbcrm.core.say import say
from smbcrm.core.text import has_persian
from smbcrm.core.workbook.edit_fields import edited_fields, joined_fields
from smbcrm.core.workbook.shape import CUSTOMERS_SHEET, Shape
from smbcrm.core.workbook.sheet_merge import NewRow, SheetMerge
from smbcrm.errors import UsageError
from smbcrm.usecases.edit_customer import WHO, take_off_lists, write_owner_rows
from smbcrm.usecases.events.attach_events import wake_all
from smbcrm.usecases.forgotten import Guard
from smbcrm.usecases.mainly import main_country
from smbcrm.usecases.merge_rows import merge_rows
from smbcrm.usecases.merging.compute_customers import compute_customers, customer_rows
from smbcrm.usecases.ports import Store
from smbcrm.usecases.workbook.results import Taken, refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How typed values are understood: our headings, and the country of numbers without a prefix."""

    headers: HeaderTable
    country: str


def reading_of(store: Store, merge: SheetMerge, *, headers: HeaderTable, country: str) -> Reading:
    """Decide how the typed values of a merge are understood."""
    typed = [text for cells in merge.edits.values() for text in cells.values()]
    typed += [text for row in merge.new for text in row.cells.values()]
    settled = country or main_country(store)
    if not settled and typed:
        settled = decide_country(typed, persian=any(map(has_persian, typed)))[0]
    return Reading(headers=headers, country=settled)


def take_customers(
    store: Store,
    shape: Shape,
    merge: SheetMerge,
    *,
    reading: Reading,
    operation: int,
    taken: Taken,
) -> None:
    """Write edits, removals, returns and new rows of the sheet of customers; what cannot be taken is told in `taken`."""
    edits = _edits(store, shape, merge, reading, taken)
    for number in merge.gone:
        edits.setdefault(_number(number), {})["archived"] = True
        taken.archived.append(number)
    for number in merge.back:
        edits.setdefault(_number(number), {})["archived"] = False
        taken.back.append(number)
    who_changed = _write_edits(store, edits, operation=operation)
    take_off_lists(store, [_number(number) for number in merge.gone])
    rows = _write_new(store, merge.new, shape, reading, operation=operation, taken=taken)
    if rows or (who_changed and wake_all(store)):
        ((newest,),) = store.read("SELECT coalesce(max(id), 0) FROM customer")
        merge_rows(store, only_new=True)
        _tell_new(store, rows, newest, taken, operation=operation)


def _number(text: str) -> int:
    return int(text[1:])


def _edits(
    store: Store, shape: Shape, merge: SheetMerge, reading: Reading, taken: Taken
) -> dict[int, dict[str, Any]]:
    """Give the fields that the edited cells of each customer come to."""
    before = _several(store, [_number(number) for number in merge.edits])
    found: dict[int, dict[str, Any]] = {}
    for number, cells in merge.edits.items():
        fields: dict[str, Any] = {}
        for key, text in cells.items():
            column = shape.column(key)
            try:
                told, notes = edited_fields(
                    column,
                    text,
                    before.get(_number(number), {}),
                    headers=reading.headers,
                    country=reading.country,
                )
            except UsageError as problem:
                at = merge.places.get(number, 0)
                taken.refused.append(refused(shape, row=at, id=number, key=key, text=text, problem=problem))
                continue
            joined_fields(fields, told)
            taken.notes.extend(notes)
            taken.cells += 1
        if fields:
            found[_number(number)] = fields
    return found


def _several(store: Store, customers: Sequence[int]) -> dict[int, dict[str, list[str]]]:
    """Give the phones, e-mails and tags of customers, what each is reached by first."""
    found: dict[int, dict[str, list[str]]] = {}
    for number, phone, email, tags, text in store.read(
        "SELECT id, phone, email, tags, fields FROM customer WHERE id IN (SELECT value FROM json_each(?))",
        [list(customers)],
    ):
        fields = json.loads(text)
        phones, emails = fields.get("phones", []), fields.get("emails", [])
        found[number] = {
            "phones": sorted(phones, key=lambda one: one.partition(";")[0] != phone),
            "emails": sorted(emails, key=lambda one: one != email),
            "tags": tags.split("; ") if tags else [],
        }
    return found


def _write_edits(store: Store, edits: Mapping[int, dict[str, Any]], *, operation: int) -> bool:
    """Write edits as rows of the owner's, all in one go; tell whether they touch what customers are known by."""
    changed: list[tuple[int, int, dict[str, Any]]] = []
    leads = dict(
        store.read(
            "SELECT id, lead FROM customer WHERE id IN (SELECT value FROM json_each(?))", [list(edits)]
        )
    )
    for customer, rows in customer_rows(store, sorted(edits)):
        edit = {**edits[customer], "edit": True}
        newest = Row(id=1 + max(row.id for row in rows), rank=0, operation=operation, owner=True, fields=edit)
        if golden_record([*rows, newest]) != golden_record(rows):
            changed.append((customer, leads[customer], edit))
    write_owner_rows(store, [(edit, lead, customer) for customer, lead, edit in changed], operation=operation)
    compute_customers(store, [customer for customer, _, _ in changed])
    return any(not WHO.isdisjoint(edit) for _, _, edit in changed)


def _write_new(
    store: Store, new: Sequence[NewRow], shape: Shape, reading: Reading, *, operation: int, taken: Taken
) -> list[tuple[NewRow, int]]:
    """Write new rows of the sheet as rows of the owner's, without a customer yet."""
    usable: list[tuple[NewRow, dict[str, Any]]] = []
    guard = Guard(store) if new else None
    for row in new:
        fields = _new_fields(row, shape, reading, taken)
        if fields is None:
            continue
        if guard and (number := guard.who(fields, "")) is not None:
            why = say(
                "he was forgotten ({id}); delete the row, or let him come back: `smbcrm forget --lift {id}`",
                id=f"F{number}",
            )
            taken.refused.append(refused(shape, row=row.number, id="", key="name", text="", problem=why))
            continue
        usable.append((row, fields))
    numbers = write_owner_rows(store, [(fields, None, None) for _, fields in usable], operation=operation)
    return [(row, number) for (row, _), number in zip(usable, numbers)]


def _new_fields(row: NewRow, shape: Shape, reading: Reading, taken: Taken) -> dict[str, Any] | None:
    """Give the fields of a new row; None, with the reason told, for one that names nobody or holds a value that is none."""

    def refuse(key: str, text: str, problem: object) -> None:
        taken.refused.append(refused(shape, row=row.number, id="", key=key, text=text, problem=problem))

    if not row.cells.get("name") and not row.cells.get("company"):
        refuse("name", "", say("a customer needs a name"))
        return None
    fields: dict[str, Any] = {}
    for key, text in row.cells.items():
        try:
            told, notes = edited_fields(
                shape.column(key), text, {}, headers=reading.headers, country=reading.country
            )
        except UsageError as problem:
            refuse(key, text, problem)
            continue
        joined_fields(fields, told)
        taken.notes.extend(notes)
    return fields


def _tell_new(
    store: Store, rows: Sequence[tuple[NewRow, int]], newest: int, taken: Taken, *, operation: int
) -> None:
    """Count who is new and who was on the list already, and bring back who had been taken off."""
    customer_of = dict(
        store.read(
            "SELECT id, customer_id FROM source_row WHERE id IN (SELECT value FROM json_each(?))",
            [[number for _, number in rows]],
        )
    )
    ids = taken.taken_in.setdefault(CUSTOMERS_SHEET, {})
    fresh: set[int] = set()
    for row, number in rows:
        customer = customer_of[number]
        ids[row.number] = f"C{customer}"
        if customer > newest and customer not in fresh:  # ids only grow
            fresh.add(customer)
            continue
        taken.joined += 1
        taken.notes.append(
            say(
                "row {row} of the sheet {sheet} is {id}, who was on the list already; the new facts were added",
                row=row.number,
                sheet=say(CUSTOMERS_SHEET),
                id=f"C{customer}",
            )
        )
    taken.new += len(fresh)
    off = [
        number
        for (number,) in store.read(
            "SELECT id FROM customer WHERE archived AND id IN (SELECT value FROM json_each(?))",
            [sorted({*customer_of.values()})],
        )
    ]
    _write_edits(store, {number: {"archived": False} for number in off}, operation=operation)
    taken.back += [f"C{number}" for number in off]
    taken.refused = [
        replace(one, id=ids[one.row])
        if one.sheet == CUSTOMERS_SHEET and not one.id and one.row in ids
        else one
        for one in taken.refused
    ]
