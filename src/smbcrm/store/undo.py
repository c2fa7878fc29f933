"""Undo and redo: which operation is meant, and whether it can be taken back to the letter or must be unpicked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from smbcrm.core.say import Say, say
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.store import journal
from smbcrm.store.resting import Rested
from smbcrm.store.standing import Standing, standing
from smbcrm.store.unpick import unpick
from smbcrm.usecases.ports import Undone

if TYPE_CHECKING:
    import sqlite3

    from smbcrm.store.sqlite import SqliteStore

NAMED = 12
"""So many customers are named one by one."""
Recompute = Callable[[list[int]], None]


def undo(store: SqliteStore, into: int, wanted: int | None, recompute: Recompute) -> Undone:
    """Take back one command (None: the newest that holds), writing that into operation `into`.

    An undo that is named is taken back as well: that is a redo.
    """
    now = standing(store.db, without=into)
    acting = now.acting()
    if wanted is None:
        newest = list(acting)[-1] if acting else None
        if (number := _forgotten_since(store.db, into)) is not None:
            raise _stays_forgotten(number, newest)
        if newest is None:
            raise NotFoundError(say("there is nothing to undo"), _look())
        return _take_back(store, into, now, acting[newest], recompute)
    if wanted not in now.undoes:
        raise NotFoundError(say("there is no operation {operation} to undo", operation=wanted), _look())
    root = now.root[wanted]
    if not now.redone[wanted] and wanted not in now.dead:
        return _take_back(store, into, now, wanted, recompute)
    if root not in acting or not now.redone[wanted]:
        raise NotFoundError(
            say("operation {operation} is undone already", operation=root if now.redone[wanted] else wanted),
            say("`smbcrm redo {number}` brings it back", number=root) if root not in acting else _look(),
        )
    return _take_back(store, into, now, acting[root], recompute)


def redo(store: SqliteStore, into: int, wanted: int | None, recompute: Recompute) -> Undone:
    """Bring back one command that was taken back (None: the one taken back last), writing that into operation `into`."""
    now = standing(store.db, without=into)
    undone = now.taken_back()
    if wanted is None:
        if not undone:
            raise NotFoundError(say("there is nothing to redo"), _look())
        return _take_back(store, into, now, list(undone.values())[-1], recompute)
    root = now.root.get(wanted)
    if root is None or root not in undone:
        raise NotFoundError(
            say("operation {operation} is not undone, so it cannot be redone", operation=wanted), _look()
        )
    return _take_back(store, into, now, undone[root], recompute)


def _forgotten_since(db: sqlite3.Connection, into: int) -> int | None:
    """Give the number of who was forgotten since the newest operation, if anybody was.

    Forgetting leaves no operation behind, but takes the number of one: by the clock alone, two commands of one second are told apart by nothing.
    """
    ((number,),) = db.execute(
        "SELECT max(f.id) FROM forgotten f, (SELECT max(id) AS id FROM operation WHERE id <> ?1) newest "
        "LEFT JOIN operation o ON o.id = newest.id "
        "WHERE f.lifted = '' AND coalesce(newest.id, 0) + 1 < ?1 AND f.at >= coalesce(o.at, '')",
        (into,),
    )
    return None if number is None else int(number)


def _stays_forgotten(number: int, newest: int | None) -> NotFoundError:
    what = say("the newest change is that {id} was forgotten, and nothing brings that back", id=f"F{number}")
    if newest is None:
        return NotFoundError(what, _look())
    return NotFoundError(
        what, say("what was done before is taken back by `smbcrm undo {number}`", number=newest)
    )


def _look() -> Say:
    return say("`smbcrm undo --list` shows what was done")


def _take_back(store: SqliteStore, into: int, now: Standing, target: int, recompute: Recompute) -> Undone:
    db = store.db
    later = now.later(target)
    redone = not now.redone[target]
    db.execute("UPDATE operation SET undoes = ?, apart = ? WHERE id = ?", (target, bool(later), into))
    root = now.root[target]
    verb, words = db.execute("SELECT verb, words FROM operation WHERE id = ?", (root,)).fetchone()
    if later:
        try:
            changes = unpick(store, target, later, recompute)
        except Rested as rested:
            raise _refusal(db, root, rested.operations, redone=redone) from None
    else:
        changes = journal.reverse(db, into, target)
    return Undone(operation=root, verb=verb, words=words, changes=changes, redone=redone, later=tuple(later))


def _refusal(db: sqlite3.Connection, target: int, needing: Sequence[int], *, redone: bool) -> UsageError:
    marks = ", ".join("?" * len(needing))
    verbs = db.execute(f"SELECT id, verb FROM operation WHERE id IN ({marks}) ORDER BY id", needing)
    later = ", ".join(f"{number} {verb}" for number, verb in verbs)
    hint = say("undo the later ones first: `smbcrm undo {newest}`", newest=needing[-1])
    if redone:
        return UsageError(
            say(
                "operation {operation} cannot be redone: what was done since stands against it ({later})",
                operation=target,
                later=later,
            ),
            hint,
        )
    edited = [
        f"C{number}"
        for (number,) in db.execute(
            "SELECT DISTINCT customer_id FROM source_row WHERE status = 'owner' AND customer_id IS NOT NULL "
            f"AND operation IN ({marks}) ORDER BY customer_id",
            needing,
        )
    ]
    if not edited:
        return UsageError(
            say(
                "operation {operation} cannot be undone: later ones build on it ({later})",
                operation=target,
                later=later,
            ),
            hint,
        )
    return UsageError(
        say(
            "operation {operation} cannot be undone: later ones build on it ({later}); edited since: {customers}",
            operation=target,
            later=later,
            customers=", ".join(edited[:NAMED]) + (" ..." if len(edited) > NAMED else ""),
        ),
        hint,
    )
