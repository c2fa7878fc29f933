"""Copies of the store in the folder `backups`: one before the first write of a day, the newest seven kept."""

from __future__ import annotations

import datetime
import os
import sqlite3
from pathlib import Path

KEPT = 7


def back_up_daily(store: Path) -> None:
    """Copy the store, as it stands before today's first write; the newest seven of these copies are kept."""
    folder = store.parent / "backups"
    copy = folder / f"crm-{datetime.date.today().isoformat()}.db"
    if copy.exists():
        return
    _copy(store, copy)
    for outdated in sorted(folder.glob("crm-????-??-??.db"))[:-KEPT]:
        outdated.unlink()


def back_up_before_migration(store: Path) -> None:
    """Copy the store as it stands before it is brought to a newer form."""
    now = datetime.datetime.now().strftime("%Y-%m-%d-%H%M%S")
    _copy(store, store.parent / "backups" / f"crm-{now}-before-migration.db")


def _copy(store: Path, copy: Path) -> None:
    """Copy a store while it may be in use, beside and into place."""
    copy.parent.mkdir(mode=0o700, exist_ok=True)
    beside = copy.with_suffix(".part")
    beside.unlink(missing_ok=True)
    old = os.umask(0o077)
    try:
        source = sqlite3.connect(f"{store.resolve().as_uri()}?mode=ro", uri=True)
        target = sqlite3.connect(beside)
        try:
            source.backup(target)
        finally:
            source.close()
            target.close()
        beside.replace(copy)
    finally:
        os.umask(old)
        beside.unlink(missing_ok=True)
