"""The part of a timeline that tells who the customer is and how that was known: imports, edits, merges, splits, decisions, removals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from smbcrm.core.golden import OF_THE_EVENT
from smbcrm.core.say import Say, say
from smbcrm.core.timeline import Happening, changed, changes
from smbcrm.usecases.histories.history_ledger import Ledger
from smbcrm.usecases.histories.history_moves import Step, move_happenings, noted, reasons_of, row_steps
from smbcrm.usecases.merging.leads import LISTS

_TAKEN = {
    "purchase": say("a sale"), "invoice": say("a bill"), "payment": say("a payment"), "rating": say("a rating"),
    "interaction": say("a contact"), "link": say("a touch"),
}  # fmt: skip


def identity_happenings(ledger: Ledger) -> Iterator[Happening]:
    """Give what the rows of a customer, and what was done with them, tell."""
    steps = row_steps(ledger)
    moved = {step.row.id for step in steps if step.old_customer != step.new_customer}
    yield from _arrivals(ledger, moved)
    yield from _edits(ledger)
    yield from _updates(ledger, steps)
    yield from move_happenings(ledger, steps)
    yield from _removals(ledger)
    yield from _undos(ledger)


def _arrivals(ledger: Ledger, moved: set[int]) -> Iterator[Happening]:
    """Give when each row that says who he is came, and what joined it to the others; rows that a merge brought are told there."""
    standing = [
        row for row in ledger.rows.values() if (row.lead is None or row.lead == row.id) and row.anchor is None
    ]
    if not standing:
        return
    first = standing[0]
    reasons = reasons_of(ledger, [row.id for row in standing if row.id not in moved])
    for row in standing:
        if row.kind not in LISTS and row is not first:
            continue  # a sale is told as one
        if row.by_owner and not row.fields.get("edit"):
            what = say("was added by hand: {name}", name=row.fields.get("name", ""))
            yield noted(ledger, "added", what, operation=row.operation, source=row.source)
        elif not row.by_owner:
            what = say(
                "came with {ref}: {name}",
                ref=row.ref,
                name=row.fields.get("name") or row.fields.get("company") or "",
            )
            if row is not first and row.id not in moved and row.id in reasons:
                what = say("{what}; the same because of: {reason}", what=what, reason=reasons[row.id])
            yield noted(ledger, "imported", what, operation=row.operation, source=row.source)


def _edits(ledger: Ledger) -> Iterator[Happening]:
    """Give what the owner wrote, field by field, with what stood there before."""
    for row in ledger.rows.values():
        if not row.by_owner or not row.fields.get("edit") or not ledger.in_force(row.operation):
            continue
        edited = {name: value for name, value in row.fields.items() if name not in OF_THE_EVENT}
        emptied = row.fields.get("without", ())
        images = ledger.images.get(row.home or ledger.customer, {})
        before = images.get(row.operation, {})  # whom this operation made had nothing before
        for what in _edit(edited, emptied, before, why=str(row.fields.get("why", ""))):
            yield noted(ledger, "edit", what, operation=row.operation, source=row.source)


def _edit(
    edited: Mapping[str, Any], emptied: Iterable[str], before: Mapping[str, Any], *, why: str
) -> Iterator[Say]:
    for field, value in edited.items():
        if field == "archived":
            yield say("was taken off the list") if value else say("is back on the list")
        elif field == "pinned_tier":
            yield say("was pinned to tier {tier}", tier=value)
        elif field == "own_score":
            what = changed("your own score", before.get(field), value)
            yield say("{what}, because {why}", what=what, why=why) if why else what
        elif field == "x":
            old = before.get("x", {})
            yield from (changed(heading, old.get(heading), text) for heading, text in value.items())
        else:
            old = before.get(field)
            if isinstance(value, list):  # an edit adds to what there is; what goes is named by itself
                old = [one for one in old or () if one in value]
            yield changed(field, old, value)
    for name in emptied:
        field, _, one = name.partition("=")
        if field == "pinned_tier":
            yield say("the pin to a tier was taken out")
        else:
            plain = field.removeprefix("x.")
            held = before.get("x", {}).get(plain) if field.startswith("x.") else before.get(field)
            yield (
                changed(plain, one or held, None) if one or held else say("{field} was emptied", field=plain)
            )


def _updates(ledger: Ledger, steps: Sequence[Step]) -> Iterator[Happening]:
    """Give what newer versions of files changed in the rows."""
    for step in steps:
        if step.row.by_owner:
            continue
        told = list(changes(step.old, step.new))
        if step.new_status == "gone" and step.old_status != "gone":
            told = [say("{ref} is no longer in its file", ref=step.row.ref)]
        elif step.old_status == "gone" and step.new_status != "gone":
            told.append(say("{ref} is in its file again", ref=step.row.ref))
        for what in told:
            yield noted(ledger, "imported", what, operation=step.operation, source=step.row.source)


def _removals(ledger: Ledger) -> Iterator[Happening]:
    """Give which records that were noted by hand were taken out again."""
    for row in ledger.rows.values():
        if not row.by_owner or OF_THE_EVENT.isdisjoint(set(row.fields) - {"edit", "why", "without"}):
            continue
        for table, what in _TAKEN.items():
            for (operation,) in ledger.store.read(_TAKEN_OUT.format(table), [row.operation, table, row.id]):
                if ledger.in_force(operation):
                    told = say(
                        "{what} ({date}) was taken out", what=what, date=str(row.fields.get("date", ""))
                    )
                    yield noted(ledger, "removal", told, operation=operation, source="by hand")


# A record has the number that its own operation gave it.
_TAKEN_OUT = """
SELECT DISTINCT d.operation FROM journal j JOIN before_{0} b ON b.id BETWEEN j.first AND j.last JOIN journal d ON d.id = b.entry
WHERE j.operation = ? AND j.tbl = ? AND j.action = 'insert' AND b.row_id = ? AND d.action = 'delete'
AND NOT EXISTS (SELECT 1 FROM {0} e WHERE e.id = b.id)
"""


def _undos(ledger: Ledger) -> Iterator[Happening]:
    """Give what was taken back that had concerned this customer."""
    touched = {operation for images in ledger.images.values() for operation in images}
    for number, operation in sorted(ledger.operations.items()):
        undone = operation.undoes
        if undone is None or number not in ledger.alive:
            continue
        if number in touched or any(ledger.store.read(_TOOK_OUT, [number, ledger.ids])):
            words = ledger.operations[undone].words or ledger.operations[undone].verb
            what = say(
                "operation {operation} was taken back: `smbcrm {command}`", operation=undone, command=words
            )
            yield noted(ledger, "undo", what, operation=number, source="by hand")


_TOOK_OUT = """
SELECT 1 FROM journal j JOIN before_source_row b ON b.entry = j.id
WHERE j.operation = ? AND j.tbl = 'source_row' AND b.customer_id IN (SELECT value FROM json_each(?)) LIMIT 1
"""
