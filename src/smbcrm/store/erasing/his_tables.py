"""Which tables hang on a customer or a row, and which of their columns hold text."""

from __future__ import annotations

import sqlite3

# Tables that are about nobody in particular: a customer in them is a word in a text. All others hang on a customer or a row.
NOBODYS = frozenset(
    {
        "operation", "counter", "journal", "setting", "source", "plan", "mapping", "recipe", "scoring", "tier_run", "derived",
        "forgotten_key", "forgotten", "forgotten_mark", "workbook",
    }
)  # fmt: skip


# Columns by whose name one knows what they point at, where no foreign key says it.
POINTERS = {"customer_id": "customer", "row_id": "source_row", "row_a": "source_row", "row_b": "source_row"}


def personal_tables(db: sqlite3.Connection) -> dict[str, list[tuple[str, str]]]:
    """Give the tables that hang on a customer or a row, parents before children, each with its columns and what they point at."""
    pointing = {table: _pointers(db, table) for table in tables(db) if table not in NOBODYS}
    found: dict[str, list[tuple[str, str]]] = {
        "customer": [("id", "customer")],
        "source_row": [("id", "source_row")],
    }
    while True:
        more = {
            table: [one for one in links if one[1] in found]
            for table, links in pointing.items()
            if table not in found and any(parent in found for _, parent in links)
        }
        if not more:
            return found
        found |= more


def tables(db: sqlite3.Connection) -> list[str]:
    """Give the tables of the store, without those that keep replaced rows and those that the word index is made of."""
    rows = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'before~_%' ESCAPE '~' "
        "AND name NOT LIKE 'customer~_words%' ESCAPE '~' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
    )
    return [name for (name,) in rows]


def _pointers(db: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    columns = columns_of(db, table)
    links = {column: parent for _, _, parent, column, *_ in db.execute(f"PRAGMA foreign_key_list({table})")}
    links |= {
        column: parent for column, parent in POINTERS.items() if column in columns and column not in links
    }
    return sorted(links.items())


def columns_of(db: sqlite3.Connection, table: str) -> list[str]:
    """Give the names of a table's columns; none when there is no such table."""
    return [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]


def texts_of(db: sqlite3.Connection, table: str) -> list[str]:
    """Give the names of the columns that may hold text."""
    return [
        name
        for _, name, kind, *_ in db.execute(f"PRAGMA table_info({table})")
        if kind.upper() not in ("INTEGER", "REAL", "INT", "NUM")
    ]


def owner_column(db: sqlite3.Connection, name: str, table: str) -> str:
    """Give SQL for the customer that a row of a table is about."""
    columns = columns_of(db, name)
    if table == "customer":
        return "id"
    if "customer_id" in columns:
        return "customer_id"
    if "row_id" in columns:
        return f"(SELECT r.customer_id FROM source_row r WHERE r.id = {name}.row_id)"
    return "id" if table in ("score", "tier") else "NULL"
