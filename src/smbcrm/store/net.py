"""What an operation did to a table, all in all, and what later ones did to the same rows: read from the journal."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import sqlite3

Cells = tuple[Any, ...]


class Touch(NamedTuple):
    """One change of a row: where it stands in the journal, what it was, and the row before it."""

    entry: int
    operation: int
    action: str
    row: Cells


@dataclass(slots=True, kw_only=True)
class Net:
    """What an operation did to one table, all in all; `rows` are the rows as they were before it."""

    table: str
    columns: tuple[str, ...]
    rows: dict[int, Cells]
    came: list[int]
    images: dict[int, list[Touch]] = field(default_factory=dict)
    """What happened since to the rows that later standing operations touched."""


def read_net(db: sqlite3.Connection, target: int, later: Sequence[int], table: str) -> Net:
    """Read what operation `target` did to a table, and what the operations `later` did to the same rows."""
    columns = tuple(name for _, name, *_ in db.execute(f"PRAGMA table_info({table})"))
    names = ", ".join(f"b.{name}" for name in columns)
    entries = db.execute(
        "SELECT id, action, first, last FROM journal WHERE operation = ? AND tbl = ? ORDER BY id",
        (target, table),
    ).fetchall()
    rows: dict[int, Cells] = {}
    came: dict[int, None] = {}
    for entry, action, first, last in entries:
        if action == "insert":
            came.update(dict.fromkeys(n for n in range(first, last + 1) if n not in rows))
            continue
        for row in db.execute(f"SELECT {names} FROM before_{table} b WHERE b.entry = ?", (entry,)):
            if row[0] not in rows and row[0] not in came:
                rows[row[0]] = row
    net = Net(table=table, columns=columns, rows=rows, came=list(came))
    if later:
        net.images = _images(db, net, names, after=entries[-1][0], later=later)
    return net


def _images(
    db: sqlite3.Connection, net: Net, names: str, *, after: int, later: Sequence[int]
) -> dict[int, list[Touch]]:
    """Give all touches of the rows that both the operation and later standing ones touched."""
    inserted = _inserted(db, net, after=after)
    standing = set(later)
    touched = {n for n, touches in inserted.items() if any(t.operation in standing for t in touches)}
    mine = net.rows.keys() | set(net.came)
    touched.update(
        number
        for (number,) in db.execute(
            f"SELECT DISTINCT b.id FROM before_{net.table} b JOIN journal j ON j.id = b.entry "
            "WHERE j.operation IN (SELECT value FROM json_each(?))",
            (json.dumps(list(later)),),
        )
        if number in mine
    )
    found = {number: inserted.get(number, []) for number in sorted(touched)}
    for entry, operation, action, *row in db.execute(
        f"SELECT b.entry, j.operation, j.action, {names} FROM before_{net.table} b JOIN journal j ON j.id = b.entry "
        "WHERE b.id IN (SELECT value FROM json_each(?)) AND b.entry > ?",
        (json.dumps(sorted(touched)), after),
    ):
        found[row[0]].append(Touch(entry, operation, action, tuple(row)))
    for touches in found.values():
        touches.sort(key=lambda touch: touch.entry)
    return found


def _inserted(db: sqlite3.Connection, net: Net, *, after: int) -> dict[int, list[Touch]]:
    """Give when rows that the operation took out were put back since."""
    ids = sorted(net.rows)
    found: dict[int, list[Touch]] = defaultdict(list)
    for entry, operation, first, last in db.execute(
        "SELECT id, operation, first, last FROM journal WHERE tbl = ? AND action = 'insert' AND id > ?",
        (net.table, after),
    ):
        for number in ids[bisect_left(ids, first) : bisect_right(ids, last)]:
            found[number].append(Touch(entry, operation, "insert", ()))
    return found
