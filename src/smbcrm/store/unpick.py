"""Take back an operation that others came after: its own changes only, cell by cell, and only where none of theirs rests on them.

What each operation replaced is kept, so three states of a row are known:

    before it  ->  after it  ->  now          the cells it changed go back to what they were before it;
                 \\ others \\                   a cell that others changed too means that they rest on it

Computed customers are no obstacle: they are computed anew from what remains. Scores and tiers of the whole list go back only
when none were computed since. What later rows, decisions and links rest on is looked for in store/resting.py.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from smbcrm.store.net import Cells, Net, Touch, read_net
from smbcrm.store.resting import Rested, Ties
from smbcrm.store.schema import COMPUTED, RANKED, WHOLE

if TYPE_CHECKING:
    import sqlite3

    from smbcrm.store.sqlite import SqliteStore

LINKS = {"source_row": frozenset({"customer_id", "home", "lead"})}
"""Where a row belongs: what later merges did to a row that is to go goes with it."""


def unpick(
    store: SqliteStore, target: int, later: Sequence[int], recompute: Callable[[list[int]], None]
) -> int:
    """Take back what operation `target` did, though the operations `later` stand; give how many rows that touched.

    `recompute` is called with the customers concerned, once everything else is as it should be. Raises Rested.
    """
    from sqlite3 import IntegrityError

    anew = _computed_anew(store.db, later)
    nets = [
        read_net(store.db, target, later, table)
        for table in _tables(store.db, target)
        if table not in COMPUTED and table not in anew
    ]
    customers = _customers_computed(store.db, target) | _customers_of(store.db, nets)
    ties = Ties(store, later, customers)
    changes = [_Change(store.db, net, later) for net in nets]
    try:
        for change in changes:
            change.take_out(store)
        for change in changes:
            change.put_back(store)
    except IntegrityError:
        raise Rested(_writers(store.db, later, {net.table for net in nets})) from None
    customers |= _customers_of(store.db, nets)
    customers |= _follow(store, customers)
    _share_owner_source(store)
    recompute(sorted(customers))
    for table in RANKED:
        lost = store.read(f"SELECT id FROM {table} WHERE id NOT IN (SELECT id FROM customer)")
        store.delete(table, [number for (number,) in lost])
    ties.refuse_resting(customers)
    return sum(change.count for change in changes)


class _Change:
    """What is to be done to one table."""

    def __init__(self, db: sqlite3.Connection, net: Net, later: Sequence[int]) -> None:
        self.net = net
        self.now = _rows(db, net.table, [*net.rows, *net.came])
        touched = net.images
        self.gone = [n for n in net.came if n in self.now and n not in touched]
        self.back = [row for n, row in net.rows.items() if n not in self.now and n not in touched]
        self.restored = [row for n, row in net.rows.items() if n in self.now and n not in touched]
        rested: set[int] = set()
        came = set(net.came)
        for number, touches in touched.items():
            if self._is_computed(number, touches):
                continue
            left = touches[0].row if touches[0].action != "insert" else None
            mine = self._changed(number, left, came=number in came)
            rested |= _resting(touches, self.now.get(number), mine, later)
            if number in came:
                self.gone.append(number)
            elif number in self.now:
                row, before = self.now[number], net.rows[number]
                self.restored.append(tuple(before[i] if i in mine else cell for i, cell in enumerate(row)))
        if rested:
            raise Rested(rested)
        self.count = len(self.gone) + len(self.back) + len(self.restored)

    def take_out(self, store: SqliteStore) -> None:
        """Take out what the operation had brought."""
        if self.net.table == "source":  # what the owner writes stands on a source that all of it shares
            owner = {n for (n,) in store.read("SELECT id FROM source WHERE kind = 'owner'")}
            self.gone = [number for number in self.gone if number not in owner]
        store.delete(self.net.table, sorted(self.gone))

    def put_back(self, store: SqliteStore) -> None:
        """Put back what it had changed or taken out."""
        columns = ", ".join(self.net.columns)
        store.update(self.net.table, columns, sorted(self.restored))
        store.insert(self.net.table, columns, sorted(self.back))

    def _changed(self, number: int, left: Cells | None, *, came: bool) -> frozenset[int]:
        """Give the places of the cells that the operation changed in a row, which it left as it stands in `left`."""
        if came:
            soft = LINKS.get(self.net.table, frozenset())
            return frozenset(i for i, name in enumerate(self.net.columns) if name not in soft)
        before = self.net.rows[number]
        return frozenset(i for i, cell in enumerate(before) if left is None or cell != left[i])

    def _is_computed(self, number: int, touches: Sequence[Touch]) -> bool:
        """Tell whether the newest state of a row stands whatever came before: a rank, or what the program thought of two rows."""
        if self.net.table != "pair":
            return any(self.net.table in together for together in WHOLE)
        row = self.now.get(number) or touches[-1].row
        return bool(row and row[self.net.columns.index("decided_by")] == "auto")


def _resting(
    touches: Sequence[Touch], now: Cells | None, mine: frozenset[int], later: Sequence[int]
) -> set[int]:
    """Give the later operations that changed one of these cells."""
    standing = set(later)
    found = set()
    for place, touch in enumerate(touches):
        following = touches[place + 1].row if place + 1 < len(touches) else now
        if touch.operation in standing and (
            touch.action != "update" or not following or any(touch.row[i] != following[i] for i in mine)
        ):
            found.add(touch.operation)
    return found


def _tables(db: sqlite3.Connection, target: int) -> list[str]:
    return [t for (t,) in db.execute("SELECT DISTINCT tbl FROM journal WHERE operation = ?", (target,))]


def _rows(db: sqlite3.Connection, table: str, ids: Iterable[int]) -> dict[int, Cells]:
    return {
        row[0]: row
        for row in db.execute(
            f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
        )
    }


def _computed_anew(db: sqlite3.Connection, later: Sequence[int]) -> set[str]:
    """Give the tables that were computed from the whole list since."""
    found = db.execute(
        "SELECT DISTINCT tbl FROM journal WHERE action <> 'delete' AND operation IN (SELECT value FROM json_each(?))",
        (json.dumps(list(later)),),
    )
    written = {table for (table,) in found}
    return {table for together in WHOLE if written.intersection(together) for table in together}


def _writers(db: sqlite3.Connection, later: Sequence[int], tables: set[str]) -> list[int]:
    """Give the later operations that brought rows into these tables."""
    return [
        operation
        for operation, table in db.execute(
            "SELECT DISTINCT operation, tbl FROM journal WHERE action <> 'delete' AND operation IN (SELECT value FROM json_each(?))",
            (json.dumps(list(later)),),
        )
        if table in tables
    ]


def _customers_computed(db: sqlite3.Connection, target: int) -> set[int]:
    """Give the customers that an operation computed."""
    found: set[int] = set()
    for entry, action, first, last in db.execute(
        "SELECT id, action, first, last FROM journal WHERE operation = ? AND tbl = 'customer'", (target,)
    ).fetchall():
        if action == "insert":
            found.update(range(first, last + 1))
        else:
            found.update(n for (n,) in db.execute("SELECT id FROM before_customer WHERE entry = ?", (entry,)))
    return found


def _customers_of(db: sqlite3.Connection, nets: Sequence[Net]) -> set[int]:
    """Give the customers whom these rows belong to, or belonged to before the operation."""
    found: set[int] = set()
    rows: set[int | None] = set()
    for net in nets:
        if net.table == "source_row":
            place = net.columns.index("customer_id")
            found.update(row[place] for row in net.rows.values() if row[place] is not None)
            rows.update(net.rows, net.came)
        for place, name in enumerate(net.columns):
            if name != "row_id" and not name.endswith("_row_id"):
                continue
            rows.update(row[place] for row in net.rows.values())
            now = db.execute(
                f"SELECT {name} FROM {net.table} WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps([*net.rows, *net.came]),),
            )
            rows.update(row for (row,) in now)
    found.update(
        customer
        for (customer,) in db.execute(
            "SELECT DISTINCT customer_id FROM source_row WHERE id IN (SELECT value FROM json_each(?)) AND customer_id IS NOT NULL",
            (json.dumps(sorted(rows - {None})),),
        )
    )
    return found


def _follow(store: SqliteStore, customers: set[int]) -> set[int]:
    """Let rows go where they belong now: to whom their customer was joined since, and where the row they hang on is."""
    given = [sorted(customers)]
    moved = store.read(
        "SELECT r.id, a.customer_id, coalesce(r.home, r.customer_id) FROM source_row r JOIN alias a ON a.id = r.customer_id "
        "WHERE r.customer_id IN (SELECT value FROM json_each(?))",
        given,
    )
    store.update("source_row", "id, customer_id, home", list(moved))
    for tie in ("anchor", "lead"):
        moved = store.read(
            f"SELECT r.id, o.customer_id, coalesce(r.home, r.customer_id) FROM source_row o JOIN source_row r ON r.{tie} = o.id "
            "WHERE r.id <> o.id AND r.customer_id IS NOT o.customer_id AND o.customer_id IS NOT NULL "
            "AND o.id IN (SELECT id FROM source_row WHERE customer_id IN (SELECT value FROM json_each(?1)) "
            f"UNION SELECT {tie} FROM source_row WHERE customer_id IN (SELECT value FROM json_each(?1)))",
            given,
        )
        store.update("source_row", "id, customer_id, home", list(moved))
    return {
        customer
        for (customer,) in store.read(
            "SELECT customer_id FROM alias WHERE id IN (SELECT value FROM json_each(?1)) UNION "
            "SELECT o.customer_id FROM source_row o JOIN source_row r ON r.anchor = o.id "
            "WHERE o.customer_id IS NOT NULL AND r.customer_id IN (SELECT value FROM json_each(?1))",
            given,
        )
    }


def _share_owner_source(store: SqliteStore) -> None:
    """Keep the source that the owner's own rows stand on as long as there are any, and bring it back with them."""
    missing = store.read(
        "SELECT DISTINCT source_id FROM source_row WHERE source_id NOT IN (SELECT id FROM source)"
    )
    names = ", ".join(name for _, name, *_ in store.read("PRAGMA table_info(source)"))
    for (number,) in list(missing):
        kept = store.read(
            f"SELECT {names} FROM before_source WHERE id = ? AND kind = 'owner' ORDER BY entry DESC LIMIT 1",
            [number],
        )
        store.insert("source", names, list(kept))
    bare = store.read(
        "SELECT id FROM source WHERE kind = 'owner' AND id NOT IN (SELECT source_id FROM source_row)"
    )
    store.delete("source", [number for (number,) in bare])
