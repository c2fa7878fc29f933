"""What each operation changed, and how to take it back.

An insert is remembered as a run of ids, so a big import costs a line. An update or delete keeps the replaced rows,
typed and exact, in `before_TABLE`. Undo is an operation like any other: it writes its own journal, so redo is undoing it.
Which operations hold: store/standing.py; taking back an older one: store/unpick.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from smbcrm.store import words
from smbcrm.store.schema import JOURNALLED

if TYPE_CHECKING:
    import sqlite3


_OWN_SPANS = 50


def runs(ids: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give ascending ids as runs of neighbours.

    >>> list(runs([1, 2, 3, 7, 8, 10]))
    [(1, 3), (7, 8), (10, 10)]
    """
    first = last = None
    for number in ids:
        if last is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = number
    if first is not None and last is not None:
        yield first, last


def note(db: sqlite3.Connection, operation: int, table: str, *, action: str, first: int, last: int) -> int:
    """Write one line of the journal and give its number."""
    cursor = db.execute(
        "INSERT INTO journal (operation, tbl, action, first, last) VALUES (?, ?, ?, ?, ?)",
        (operation, table, action, first, last),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def keep(db: sqlite3.Connection, operation: int, table: str, *, action: str, which: str) -> int:
    """Keep the rows of `table` whose id the query `which` gives, before they change; give how many change.

    What this operation itself inserted and now changes is not kept: taking the operation back takes these rows out.
    """
    first, last, count = db.execute(f"SELECT min(id), max(id), count(*) FROM ({which})").fetchone()
    if not count:
        return 0
    entry = note(db, operation, table, action=action, first=first, last=last)
    own = _own_rows(db, operation, table) if action == "update" else ""
    db.execute(
        f"INSERT INTO before_{table} SELECT ?, t.* FROM {table} t WHERE t.id IN ({which}){own}", (entry,)
    )
    return int(count)


def _own_rows(db: sqlite3.Connection, operation: int, table: str) -> str:
    """Give a condition that leaves out the rows this operation inserted; a few more kept rows do no harm."""
    spans = db.execute(
        "SELECT first, last FROM journal WHERE operation = ? AND tbl = ? AND action = 'insert' "
        "ORDER BY last - first DESC LIMIT ?",
        (operation, table, _OWN_SPANS),
    )
    return "".join(f" AND t.id NOT BETWEEN {first} AND {last}" for first, last in spans)


def drop(db: sqlite3.Connection, operation: int) -> None:
    """Take an operation out of the journal with all that was kept for it: it cannot be taken back."""
    for (table,) in db.execute(
        "SELECT DISTINCT tbl FROM journal WHERE operation = ?", (operation,)
    ).fetchall():
        db.execute(
            f"DELETE FROM before_{table} WHERE entry IN (SELECT id FROM journal WHERE operation = ?)",
            (operation,),
        )
    db.execute("DELETE FROM journal WHERE operation = ?", (operation,))
    db.execute("DELETE FROM operation WHERE id = ?", (operation,))


def reverse(db: sqlite3.Connection, into: int, target: int) -> int:
    """Reverse the newest operation that holds, writing the reversal into operation `into`; give how many rows that touched."""
    changes = 0
    for entry, table, action, first, last in db.execute(
        "SELECT id, tbl, action, first, last FROM journal WHERE operation = ? ORDER BY id DESC", (target,)
    ).fetchall():
        changes += _reverse(db, into, table, action=action, entry=entry, first=first, last=last)
    return changes


def _reverse(
    db: sqlite3.Connection, into: int, table: str, *, action: str, entry: int, first: int, last: int
) -> int:
    assert table in JOURNALLED
    if action == "insert":
        which = f"SELECT id FROM {table} WHERE id BETWEEN {first} AND {last}"
        count = keep(db, into, table, action="delete", which=which)
        words.leave(db, table, which)
        db.execute(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", (first, last))
        return count
    which = f"SELECT id FROM before_{table} WHERE entry = {entry}"
    columns = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]
    if action == "update":
        count = keep(db, into, table, action="update", which=which)
        words.leave(db, table, which)
        assignments = ", ".join(f"{name} = b.{name}" for name in columns if name != "id")
        db.execute(
            f"UPDATE {table} SET {assignments} FROM before_{table} b WHERE b.entry = ? AND b.id = {table}.id",
            (entry,),
        )
    else:
        ids = [number for (number,) in db.execute(f"{which} ORDER BY id")]
        count = len(ids)
        for start, end in runs(ids):
            note(db, into, table, action="insert", first=start, last=end)
        names = ", ".join(columns)
        db.execute(
            f"INSERT INTO {table} ({names}) SELECT {names} FROM before_{table} WHERE entry = ? ORDER BY id",
            (entry,),
        )
    words.enter(db, table, which)
    return count
