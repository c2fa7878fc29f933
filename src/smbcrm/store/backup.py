"""Copies of the store in the folder `backups`: one before the first write of a day, the newest seven kept."""

from __future__ import annotations

import datetime
import os
import sqlite3
from pathlib import Path

KEPT = 7


def back_up_daily(store: Path) -> None:
    """Copy the store, as it stands before today's first write, beside and into place."""
    folder = store.parent / "backups"
    copy = folder / f"crm-{datetime.date.today().isoformat()}.db"
    if copy.exists():
        return
    folder.mkdir(mode=0o700, exist_ok=True)
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
    for outdated in sorted(folder.glob("crm-????-??-??.db"))[:-KEPT]:
        outdated.unlink()
