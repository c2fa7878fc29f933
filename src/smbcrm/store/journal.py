"""What each operation changed, and how to take it back.

An insert is remembered as a run of ids, so a big import costs a line. An update or delete keeps the replaced rows,
typed and exact, in `before_TABLE`. Undo is an operation like any other: it writes its own journal, so redo is undoing it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from smbcrm.core.say import say
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.store import words
from smbcrm.store.schema import JOURNALLED
from smbcrm.usecases.ports import Undone

if TYPE_CHECKING:
    import sqlite3


_OWN_SPANS = 50
NAMED = 12
"""So many customers are named one by one."""


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


def in_force(db: sqlite3.Connection) -> tuple[list[int], list[int]]:
    """Give the operations in force and the undos in force, oldest first.

    An operation that was undone is not in force, unless that undo was itself undone.
    """
    dead: set[int] = set()
    done: list[int] = []
    undos: list[int] = []
    for number, undoes in db.execute("SELECT id, undoes FROM operation ORDER BY id DESC"):
        if number in dead:
            continue
        if undoes is None:
            done.append(number)
        else:
            dead.add(undoes)
            undos.append(number)
    return done[::-1], undos[::-1]


def undo(db: sqlite3.Connection, into: int, wanted: int | None) -> Undone:
    """Reverse one operation, writing the reversal into operation `into`."""
    done, undos = in_force(db)
    active = [number for number in done if number != into]
    if not active and wanted is None:
        raise NotFoundError(say("there is nothing to undo"), say("smbcrm undo --list shows what was done"))
    target = active[-1] if wanted is None else wanted
    if target not in active and target not in undos:
        raise NotFoundError(
            say("there is no operation {number} to undo", number=target),
            say("smbcrm undo --list shows what was done"),
        )
    later = [number for number in active if number > target]
    _refuse_if_needed(db, target, later)
    db.execute("UPDATE operation SET undoes = ? WHERE id = ?", (target, into))
    changes = 0
    for entry, table, action, first, last in db.execute(
        "SELECT id, tbl, action, first, last FROM journal WHERE operation = ? ORDER BY id DESC", (target,)
    ).fetchall():
        changes += _reverse(db, into, table, action=action, entry=entry, first=first, last=last)
    _refuse_orphans(db, target)
    verb, words = db.execute("SELECT verb, words FROM operation WHERE id = ?", (target,)).fetchone()
    return Undone(operation=target, verb=verb, words=words, changes=changes)


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


def _refuse_if_needed(db: sqlite3.Connection, target: int, later: list[int]) -> None:
    """Raise UsageError when operations after `target` changed rows that it wrote."""
    if not later:
        return
    marks = ", ".join("?" * len(later))
    needing: set[int] = set()
    for entry, table, action, first, last in db.execute(
        "SELECT id, tbl, action, first, last FROM journal WHERE operation = ?", (target,)
    ).fetchall():
        mine = (
            f"b.id BETWEEN {first} AND {last}"
            if action == "insert"
            else f"b.id IN (SELECT id FROM before_{table} WHERE entry = {entry})"
        )
        needing.update(
            number
            for (number,) in db.execute(
                f"SELECT DISTINCT j.operation FROM before_{table} b JOIN journal j ON j.id = b.entry "
                f"WHERE {mine} AND j.operation IN ({marks})",
                later,
            )
        )
    if needing:
        raise _needed(db, target, sorted(needing))


def _refuse_orphans(db: sqlite3.Connection, target: int) -> None:
    """Raise UsageError when rows of later operations hang on rows that are now gone."""
    needing: set[int] = set()
    for table, rowid, _parent, _key in db.execute("PRAGMA foreign_key_check").fetchall():
        row = db.execute(
            "SELECT operation FROM journal WHERE tbl = ? AND action = 'insert' AND first <= ? AND last >= ? "
            "ORDER BY id DESC LIMIT 1",
            (table, rowid, rowid),
        ).fetchone()
        needing.add(row[0] if row else 0)
    if needing:
        raise _needed(db, target, sorted(needing))


def _needed(db: sqlite3.Connection, target: int, needing: list[int]) -> UsageError:
    hint = say("undo the later ones first: smbcrm undo {newest}", newest=needing[-1])
    later = ", ".join(map(str, needing))
    edited = [
        f"C{number}"
        for (number,) in db.execute(
            "SELECT DISTINCT customer_id FROM source_row WHERE status = 'owner' AND customer_id IS NOT NULL "
            f"AND operation IN ({', '.join('?' * len(needing))}) ORDER BY customer_id",
            needing,
        )
    ]
    if not edited:
        what = say(
            "operation {number} cannot be undone: later ones build on it ({later})",
            number=target,
            later=later,
        )
        return UsageError(what, hint)
    what = say(
        "operation {number} cannot be undone: later ones build on it ({later}); edited since: {customers}",
        number=target,
        later=later,
        customers=", ".join(edited[:NAMED]) + (" ..." if len(edited) > NAMED else ""),
    )
    return UsageError(what, hint)
