"""A store of an older form is brought to the newest one, with a copy kept; nothing in it changes."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any


def test_an_older_store_is_read_and_written_and_a_copy_of_it_is_kept(old_store: Path, smbcrm: Any) -> None:
    listed = smbcrm("--data", str(old_store), "list", "--format", "csv", "--columns", "id,name")
    assert (listed.code, listed.out) == (0, "id,name\nC1,علی رضایی\n")
    copies = list((old_store / "backups").glob("*-before-migration.db"))
    assert len(copies) == 1
    assert sqlite3.connect(copies[0]).execute("PRAGMA user_version").fetchone() == (1,)
    added = smbcrm("--data", str(old_store), "add", "Sara Ahmadi", "mobile=09121234567")
    assert added.code == 0, added.err
    assert len(list((old_store / "backups").glob("*-before-migration.db"))) == 1
