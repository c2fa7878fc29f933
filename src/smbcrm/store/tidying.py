"""What a command that was killed left half done is taken back before anything is read.

SQLite does so by itself, from the journal beside the store, for whoever may write; a connection that only reads may not, and could not open
the store at all. So whoever wants to read lets it be tidied first, where the folder can be written to.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path


def journal_of(store: Path) -> Path:
    """Give the place of the journal of a store."""
    return store.with_name(f"{store.name}-journal")


def reading(store: Path, *, timeout: float = 5.0) -> sqlite3.Connection:
    """Open a store for reading only, without what a killed command left half done."""
    if journal_of(store).exists() and os.access(store, os.W_OK) and os.access(store.parent, os.W_OK):
        # While another command is at work its journal is left alone: SQLite sees that somebody holds the store.
        with suppress(sqlite3.Error), closing(sqlite3.connect(store, timeout=0)) as db:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    uri = f"{store.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)


def cut_short_here(store: Path) -> bool:
    """Tell whether something half done lies beside a store that can only be read, so that it cannot be taken back."""
    return journal_of(store).exists() and not os.access(store, os.W_OK)
