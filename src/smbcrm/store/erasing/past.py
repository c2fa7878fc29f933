"""What the journal keeps of somebody who is forgotten, and what leans on him: it goes, and everybody else is still undone for."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from smbcrm.core.text import fold


def operations_by_hand(db: sqlite3.Connection) -> tuple[set[int], set[int]]:
    """Give the operations that wrote something of the owner's about him, and all that touched one row of his."""
    rows = "(SELECT id FROM temp.gone WHERE tbl = 'source_row')"
    written = {
        number
        for table in ("source_row", "before_source_row")
        for (number,) in db.execute(f"SELECT operation FROM {table} WHERE status = 'owner' AND id IN {rows}")
    }
    touched = db.execute(
        "SELECT DISTINCT j.operation FROM journal j JOIN temp.gone g ON g.tbl = j.tbl AND g.id = j.first WHERE j.first = j.last"
    )
    return written, {number for (number,) in touched}


def sources_of_his(db: sqlite3.Connection) -> list[int]:
    """Give the lists that his rows came from."""
    rows = "(SELECT id FROM temp.gone WHERE tbl = 'source_row')"
    found = db.execute(
        f"SELECT source_id FROM source_row WHERE id IN {rows} UNION SELECT source_id FROM before_source_row WHERE id IN {rows}"
    )
    return [number for (number,) in found]


def let_go(db: sqlite3.Connection, sources: Sequence[int]) -> None:
    """Let the rows of others no longer lean on his, and let his lists be read anew when they come again."""
    rows, customers = (
        f"(SELECT id FROM temp.gone WHERE tbl = '{table}')" for table in ("source_row", "customer")
    )
    for table in ("source_row", "before_source_row"):
        db.execute(f"UPDATE {table} SET lead = id WHERE lead IN {rows}")
        db.execute(f"UPDATE {table} SET home = NULL WHERE home IN {customers}")
    db.execute(
        "UPDATE source_row SET anchor = (SELECT c.lead FROM customer c WHERE c.id = source_row.customer_id) "
        f"WHERE anchor IN {rows}"
    )
    # A file that has not changed is counted, not read: his row in it would be counted as one of the list.
    for table in ("source", "before_source"):
        db.executemany(f"UPDATE {table} SET sha256 = '' WHERE id = ?", ((number,) for number in sources))


def forget_words(
    db: sqlite3.Connection, operations: tuple[set[int], set[int]], name_words: frozenset[str]
) -> None:
    """Forget the command lines by which the owner wrote about him; of others that touched him those that call him by a word of his name."""
    written, touched = operations
    known = dict(db.execute("SELECT id, words FROM operation WHERE words <> ''"))
    gone = [
        number
        for number in (written | touched) & known.keys()
        if number in written or not name_words.isdisjoint(fold(known[number]).split())
    ]
    db.executemany("UPDATE operation SET words = '' WHERE id = ?", ((number,) for number in gone))


def tidy_journal(db: sqlite3.Connection) -> None:
    """Take out the lines of the journal that were about nothing but him, and the operations that are left with none.

    An operation stays while one that took it back stays, and the other way round: what holds and what does not must not change.
    """
    db.execute(
        "DELETE FROM journal WHERE (SELECT count(*) FROM temp.gone g WHERE g.tbl = journal.tbl "
        "AND g.id BETWEEN journal.first AND journal.last) = journal.last - journal.first + 1"
    )
    empty: dict[int, int | None] = dict(
        db.execute(
            "SELECT id, undoes FROM operation WHERE id NOT IN (SELECT operation FROM journal)"
        ).fetchall()
    )
    undone_by = db.execute("SELECT id, undoes FROM operation WHERE undoes IS NOT NULL").fetchall()
    while kept := [n for n, undoes in empty.items() if undoes is not None and undoes not in empty] + [
        undoes for number, undoes in undone_by if undoes in empty and number not in empty
    ]:
        for number in kept:
            empty.pop(number, None)
    db.executemany(
        "DELETE FROM operation WHERE id = ?", ((number,) for number in sorted(empty, reverse=True))
    )
