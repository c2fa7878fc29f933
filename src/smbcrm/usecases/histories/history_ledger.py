"""What the journal knows of one customer: the operations, and how he and his rows stood before each of them."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from smbcrm.core.timeline import standing
from smbcrm.usecases.find_customer import REF_SQL
from smbcrm.usecases.ports import Store

_OWN = ("name", "company", "city", "own_score", "archived", "do_not_contact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One command that changed something."""

    verb: str
    words: str
    at: str
    undoes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """One row of the customer, with the source it came from."""

    id: int
    ref: str
    kind: str
    place: str
    status: str
    operation: int
    lead: int | None
    anchor: int | None
    home: int | None
    fields: Mapping[str, Any]

    @property
    def by_owner(self) -> bool:
        """Whether the owner wrote it himself."""
        return self.kind == "owner"

    @property
    def source(self) -> str:
        """Where it came from, as the timeline names it."""
        return "by hand" if self.by_owner else f"{self.place} {self.ref}"


@dataclass(slots=True)
class Ledger:
    """All of it for one customer; `ids` are his own and those that were merged into him."""

    store: Store
    customer: int
    ids: list[int]
    operations: dict[int, Operation]
    alive: set[int]
    rows: dict[int, OwnRow]
    images: dict[int, dict[int, dict[str, Any]]] = field(default_factory=dict)
    """By customer id and operation: the customer as he was before it."""

    def at(self, operation: int | None) -> str:
        """Give when an operation was, UTC; empty for one that is not known."""
        found = self.operations.get(operation or 0)
        return found.at if found else ""

    def in_force(self, operation: int | None) -> bool:
        """Tell whether an operation stands: neither undone nor itself an undo."""
        found = self.operations.get(operation or 0)
        return found is not None and found.undoes is None and operation in self.alive

    def wrote(self, table: str, ids: Sequence[int]) -> dict[int, int]:
        """Give for each record the operation that wrote it, the newest one in force."""
        wanted = sorted(ids)
        found: dict[int, int] = {}
        lines = self.store.read(_WROTE, [table, wanted[0], wanted[-1]]) if wanted else ()
        for first, last, operation in lines:
            if self.in_force(operation):
                there = wanted[bisect_left(wanted, first) : bisect_right(wanted, last)]
                found.update(dict.fromkeys(there, operation))
        return found

    def before(self, table: str, columns: str, ids: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
        """Give how records stood before each operation that changed them, oldest first: (operation, *columns)."""
        found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        names = ", ".join(f"b.{name}" for name in columns.split(", "))
        for number, *state in self.store.read(
            f"SELECT b.id, j.operation, {names} FROM before_{table} b JOIN journal j ON j.id = b.entry "
            "WHERE b.id IN (SELECT value FROM json_each(?)) ORDER BY b.id, b.entry",
            [list(ids)],
        ):
            states = found[number]
            if not states or states[-1][0] != state[0]:
                states.append(tuple(state))
        return found


_WROTE = """
SELECT first, last, operation FROM journal WHERE tbl = ? AND action = 'insert' AND last >= ? AND first <= ? ORDER BY id
"""


def read_ledger(store: Store, customer: int) -> Ledger:
    """Read what the journal knows of a customer."""
    operations = {
        number: Operation(verb=verb, words=words, at=at, undoes=undoes)
        for number, verb, words, at, undoes in store.read(
            "SELECT id, verb, words, at, undoes FROM operation ORDER BY id"
        )
    }
    ids = [
        customer,
        *(
            number
            for (number,) in store.read("SELECT id FROM alias WHERE customer_id = ? ORDER BY id", [customer])
        ),
    ]
    ledger = Ledger(
        store=store,
        customer=customer,
        ids=ids,
        operations=operations,
        alive=standing((number, one.undoes) for number, one in operations.items()),
        rows={row.id: row for row in _rows(store, customer)},
    )
    ledger.images = {
        number: {operation: _image(state) for operation, *state in states}
        for number, states in ledger.before("customer", ", ".join((*_OWN, "tags", "fields")), ids).items()
    }
    return ledger


def _rows(store: Store, customer: int) -> list[OwnRow]:
    return [
        OwnRow(
            id=number,
            ref=ref,
            kind=kind,
            place=f"{file}: {sheet}" if sheet else file,
            status=status,
            operation=operation,
            lead=lead,
            anchor=anchor,
            home=home,
            fields=json.loads(fields),
        )
        for number, ref, kind, file, sheet, status, operation, lead, anchor, home, fields in store.read(
            f"SELECT r.id, {REF_SQL}, s.kind, s.file, s.sheet, r.status, r.operation, r.lead, r.anchor, r.home, r.fields "
            "FROM source_row r JOIN source s ON s.id = r.source_id WHERE r.customer_id = ? ORDER BY r.id",
            [customer],
        )
    ]


def _image(state: Sequence[Any]) -> dict[str, Any]:
    *own, tags, fields = state
    image: dict[str, Any] = {**json.loads(fields), **dict(zip(_OWN, own, strict=True))}
    return {**image, "tags": [tag for tag in str(tags or "").split("; ") if tag]}
