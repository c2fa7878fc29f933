"""Copies of the store in the folder `backups`: one before the first write of a day (the newest seven kept), one before a migration."""

from __future__ import annotations

import datetime
import os
import sqlite3
from pathlib import Path

KEPT = 7


def back_up_daily(store: Path) -> None:
    """Copy the store, as it stands before today's first write."""
    folder = store.parent / "backups"
    today = datetime.date.today().isoformat()
    if (folder / f"crm-{today}.db").exists():
        return
    back_up(store, today)
    for outdated in sorted(folder.glob("crm-????-??-??.db"))[:-KEPT]:
        outdated.unlink()


def back_up(store: Path, name: str) -> None:
    """Copy the store as it stands, beside and into place, over an older copy of that name."""
    copy = store.parent / "backups" / f"crm-{name}.db"
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
