"""The part of a timeline that tells whose the rows were: merges, splits, and what the owner said of who is who."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.say import Say, say
from smbcrm.core.timeline import Happening
from smbcrm.usecases.find_customer import REF_SQL
from smbcrm.usecases.histories.history_ledger import Ledger, OwnRow


def move_happenings(ledger: Ledger, steps: Sequence[Step]) -> Iterator[Happening]:
    """Give the merges and splits of a customer, and whom the owner told apart from him."""
    yield from _merges(ledger, steps)
    yield from _splits(ledger)
    yield from _decisions(ledger)


def noted(ledger: Ledger, kind: str, what: Say, *, operation: int, source: str) -> Happening:
    """Give what an operation did, on the day of the operation."""
    at = ledger.at(operation)
    return Happening(date=at[:10], at=at, kind=kind, what=what, source=source, operation=operation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one operation did to one row of the customer."""

    row: OwnRow
    operation: int
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    old_status: str
    new_status: str
    old_customer: int | None
    new_customer: int | None


def row_steps(ledger: Ledger) -> list[Step]:
    """Give what each operation in force did to the rows, from how they stood before it and before the next one."""
    columns = "fields, status, customer_id"
    current = {
        number: state
        for number, *state in ledger.store.read(
            f"SELECT id, {columns} FROM source_row WHERE customer_id = ?", [ledger.customer]
        )
    }
    found = []
    for number, states in ledger.before("source_row", columns, list(ledger.rows)).items():
        after = [state[1:] for state in states[1:]] + [tuple(current[number])]
        for (operation, fields, status, customer), (new_fields, new_status, new_customer) in zip(
            states, after, strict=True
        ):
            if ledger.in_force(operation):
                found.append(
                    Step(
                        row=ledger.rows[number],
                        operation=operation,
                        old=json.loads(fields),
                        new=json.loads(new_fields),
                        old_status=status,
                        new_status=new_status,
                        old_customer=customer,
                        new_customer=new_customer,
                    )
                )
    return found


def reasons_of(ledger: Ledger, rows: Sequence[int]) -> dict[int, Say]:
    """Give for rows what speaks most for their being one with another row of the customer."""
    if len(rows) < 2 and len(ledger.rows) < 2:
        return {}
    from smbcrm.core.matcher.telling.evidence_words import read_evidence

    best: dict[int, tuple[tuple[object, ...], Say]] = {}
    wanted = set(rows)
    for a, b, by, confidence, evidence in ledger.store.read(_SAME, [list(rows), list(rows)]):
        if a not in ledger.rows or b not in ledger.rows:
            continue
        told = [what for _, what, *_ in read_evidence(json.loads(evidence))] if evidence else []
        rank = (by == "owner", confidence)
        for number in {a, b} & wanted:
            if told and (number not in best or rank > best[number][0]):
                best[number] = (rank, told[0])
    return {number: what for number, (_, what) in best.items()}


_SAME = """
SELECT row_a, row_b, decided_by, confidence, evidence FROM pair WHERE verdict = 'same' AND row_a IN (SELECT value FROM json_each(?))
UNION SELECT row_a, row_b, decided_by, confidence, evidence FROM pair WHERE verdict = 'same' AND row_b IN (SELECT value FROM json_each(?))
"""


def _merges(ledger: Ledger, steps: Sequence[Step]) -> Iterator[Happening]:
    """Give when rows of another customer, or rows that had waited, came to this one, and when they left it for a while."""
    groups: dict[tuple[int, int | None, int | None], list[OwnRow]] = defaultdict(list)
    for step in steps:
        if step.old_customer != step.new_customer and step.row.anchor is None:
            groups[step.operation, step.old_customer, step.new_customer].append(step.row)
    reasons = reasons_of(ledger, [row.id for rows in groups.values() for row in rows])
    for (operation, old, new), rows in groups.items():
        kind, what = _moved(ledger, operation, old, new, rows)
        why = next((reasons[row.id] for row in rows if row.id in reasons), None)
        if why is not None and kind == "merge" and new in ledger.ids:
            what = say("{what}; the same because of: {reason}", what=what, reason=why)
        yield noted(ledger, kind, what, operation=operation, source=_by(ledger, operation))


def _moved(
    ledger: Ledger, operation: int, old: int | None, new: int | None, rows: Sequence[OwnRow]
) -> tuple[str, Say]:
    refs = [row.ref for row in rows[:5]]
    if old is None:
        return "merge", say("{refs} had waited for this customer", refs=refs)
    if _vanished(ledger, old, operation):
        if new in ledger.ids:
            return "merge", say("{id} became one with this customer", id=f"C{old}")
        return "merge", say("this customer became one with {id}", id=f"C{new}")
    if new in ledger.ids:
        return "split", say("{refs} came from {id}", refs=refs, id=f"C{old}")
    return "split", say("{refs} went to {id}", refs=refs, id=f"C{new}")


def _vanished(ledger: Ledger, customer: int, operation: int) -> bool:
    """Tell whether an operation left nothing of a customer: he was joined whole to another."""
    return any(ledger.store.read(_GONE, [operation, customer]))


_GONE = """
SELECT 1 FROM journal j JOIN before_customer b ON b.entry = j.id
WHERE j.operation = ? AND j.tbl = 'customer' AND j.action = 'delete' AND b.id = ?
"""


def _by(ledger: Ledger, operation: int) -> str:
    verb = ledger.operations[operation].verb
    return "by hand" if verb not in ("merge", "import", "run") else "smbcrm"


def _splits(ledger: Ledger) -> Iterator[Happening]:
    """Give which rows were of this customer and are not any more: when they came, if a merge brought them, and where they went."""
    touched = {operation for images in ledger.images.values() for operation in images}
    for operation in sorted(touched):
        verb = ledger.operations[operation].verb
        if not ledger.in_force(operation) or not verb.startswith(("merge", "run", "import")):
            continue
        source = _by(ledger, operation)
        went: dict[int, list[str]] = defaultdict(list)
        for number, ref, old in ledger.store.read(_LEFT, [operation, ledger.ids, ledger.customer]):
            to = _after(ledger, number, operation)
            if to is not None and to not in ledger.ids and not _vanished(ledger, old, operation):
                went[to].append(ref)
        for to, refs in went.items():
            yield noted(
                ledger,
                "split",
                say("{refs} went to {id}", refs=refs[:5], id=f"C{to}"),
                operation=operation,
                source=source,
            )
        if verb.startswith("merge "):  # on the owner's word: few rows
            came = ledger.store.read(_CAME, [operation, ledger.ids, ledger.customer])
            joined = {old for number, _, old in came if _after(ledger, number, operation) in ledger.ids}
            for old in sorted(joined):
                what = say("{id} became one with this customer", id=f"C{old}")
                yield noted(ledger, "merge", what, operation=operation, source=source)


_MOVED = f"""
SELECT DISTINCT r.id, {REF_SQL}, b.customer_id FROM journal j JOIN before_source_row b ON b.entry = j.id JOIN source_row r ON r.id = b.id
WHERE j.operation = ? AND j.tbl = 'source_row' AND j.action = 'update' AND b.customer_id {{}} (SELECT value FROM json_each(?))
AND r.customer_id IS NOT ? AND r.anchor IS NULL ORDER BY r.id
"""
_LEFT, _CAME = _MOVED.format("IN"), _MOVED.format("NOT IN")


def _after(ledger: Ledger, row: int, operation: int) -> int | None:
    """Give whose a row was after an operation: as the next one found it, else as it is now."""
    later = ledger.store.read(
        "SELECT b.customer_id FROM before_source_row b JOIN journal j ON j.id = b.entry WHERE b.id = ? AND j.operation > ? "
        "ORDER BY b.entry LIMIT 1",
        [row, operation],
    )
    for (customer,) in later:
        return int(customer) if customer is not None else None
    ((customer,),) = ledger.store.read("SELECT customer_id FROM source_row WHERE id = ?", [row])
    return int(customer) if customer is not None else None


def _decisions(ledger: Ledger) -> Iterator[Happening]:
    """Give who the owner said is somebody else."""
    rows = list(ledger.rows)
    told: dict[int, tuple[int, str]] = {}
    for pair, other, name in ledger.store.read(_DIFFERENT, [rows, rows, ledger.customer]):
        told.setdefault(other, (pair, name))
    pairs = sorted(pair for pair, _ in told.values())
    wrote = ledger.wrote("pair", pairs)
    for pair, states in ledger.before("pair", "verdict", pairs).items():
        for operation, verdict in states:
            if verdict != "different" and ledger.in_force(operation):  # he had said otherwise before
                wrote[pair] = operation
    for other, (pair, name) in sorted(told.items()):
        operation = wrote.get(pair)
        if operation is not None and not ledger.operations[operation].verb.endswith(
            "split"
        ):  # a split is told as one
            what = say("you said this is not {id} {name}", id=f"C{other}", name=name)
            yield noted(ledger, "decision", what, operation=operation, source="by hand")


_DIFFERENT = """
WITH far AS (
    SELECT id, row_b AS other FROM pair WHERE decided_by = 'owner' AND verdict = 'different' AND row_a IN (SELECT value FROM json_each(?))
    UNION SELECT id, row_a FROM pair WHERE decided_by = 'owner' AND verdict = 'different' AND row_b IN (SELECT value FROM json_each(?))
)
SELECT f.id, c.id, c.name FROM far f JOIN source_row r ON r.id = f.other JOIN customer c ON c.id = r.customer_id WHERE c.id <> ? ORDER BY f.id
"""
