"""Take customers and rows out of a store, with all that hangs on them, inside the transaction under way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smbcrm.core.forgetting.spellings import Spellings
from smbcrm.store.erasing.his_tables import columns_of, personal_tables
from smbcrm.store.erasing.past import forget_words, let_go, operations_by_hand, sources_of_his, tidy_journal
from smbcrm.store.erasing.sweep import Mention, Sweep

if TYPE_CHECKING:
    from smbcrm.store.sqlite import SqliteStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was taken out: how many rows of each table, and the texts of others that name him."""

    rows: Mapping[str, int]
    mentions: tuple[Mention, ...]


def erase(
    store: SqliteStore,
    *,
    customers: Sequence[int],
    rows: Sequence[int],
    mixed: Sequence[int],
    spelled: Spellings,
    name_words: frozenset[str],
    everywhere: bool,
    recompute: Callable[[Sequence[int]], object],
) -> Erased:
    """Take customers and rows out of a store, inside the transaction under way.

    `mixed` are customers who had rows of his for a while: what the journal kept of them then goes for his part. With `everywhere` the
    texts of others that name him lose his name; without, they stay as they are. `recompute` is given the customers whose rows changed.
    """
    db = store.db
    _mark(db, "customer", customers)
    _mark(db, "source_row", rows)
    instead = f"C{min(customers)}" if customers else "..."
    words = operations_by_hand(db)
    sources = sources_of_his(db)
    personal = personal_tables(db)
    counts = {table: _take_out(db, table, links) for table, links in personal.items()}
    let_go(db, sources)
    sweep = Sweep(
        db, spelled, personal=personal, mixed=frozenset(mixed), instead=instead, everywhere=everywhere
    )
    sweep.run()
    left = db.execute(
        "SELECT DISTINCT r.customer_id FROM source_row r JOIN temp.lost l ON l.id = r.customer_id"
    )
    recompute(sorted({*sweep.changed, *(number for (number,) in left)}))
    forget_words(db, words, name_words)
    tidy_journal(db)
    db.execute("DELETE FROM derived")
    db.execute("DROP TABLE temp.gone")
    db.execute("DROP TABLE temp.lost")
    db.execute("INSERT INTO customer_words (customer_words) VALUES ('rebuild')")
    return Erased(
        rows={table: count for table, count in counts.items() if count},
        mentions=tuple(dict.fromkeys(sweep.mentions)),
    )


def _mark(db: sqlite3.Connection, table: str, ids: Sequence[int]) -> None:
    db.execute(
        "CREATE TEMP TABLE IF NOT EXISTS gone (tbl TEXT, id INTEGER, PRIMARY KEY (tbl, id)) WITHOUT ROWID"
    )
    db.execute("CREATE TEMP TABLE IF NOT EXISTS lost (id INTEGER PRIMARY KEY)")
    db.executemany("INSERT OR IGNORE INTO temp.gone VALUES (?, ?)", ((table, number) for number in ids))


def _take_out(db: sqlite3.Connection, table: str, links: Sequence[tuple[str, str]]) -> int:
    """Delete what is his in a table and in what was kept of it; remember those ids for the tables that hang on this one."""
    his = " OR ".join(
        f"{column} IN (SELECT id FROM temp.gone WHERE tbl = '{parent}')" for column, parent in links
    )
    if table == "alias":  # its own id is that of a customer, too
        his += " OR id IN (SELECT id FROM temp.gone WHERE tbl = 'customer')"
    if table == "source_row":
        db.execute(
            f"INSERT OR IGNORE INTO temp.lost SELECT customer_id FROM source_row WHERE ({his}) AND customer_id IS NOT NULL"
        )
    if table not in ("customer", "source_row"):
        db.execute(f"INSERT OR IGNORE INTO temp.gone SELECT '{table}', id FROM {table} WHERE {his}")
    mine = f"SELECT id FROM temp.gone WHERE tbl = '{table}'"
    count = db.execute(f"DELETE FROM {table} WHERE id IN ({mine})").rowcount
    if columns_of(db, f"before_{table}"):
        if table not in ("customer", "source_row"):
            db.execute(
                f"INSERT OR IGNORE INTO temp.gone SELECT DISTINCT '{table}', id FROM before_{table} WHERE ({his}) AND id NOT IN (SELECT id FROM {table})"
            )
            db.execute(f"DELETE FROM before_{table} WHERE {his}")
        db.execute(f"DELETE FROM before_{table} WHERE id IN ({mine})")
    return count
