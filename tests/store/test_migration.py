"""A store of an older form is brought to the newest one, with a copy kept; nothing in it changes."""

from __future__ import annotations

import sqlite3
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from smbcrm.store.schema import APPLICATION_ID, MIGRATIONS, _shadows_sql


@pytest.fixture
def old_store(tmp_path: Path) -> Path:
    """A data folder whose store has the very first form, with one customer made from one row."""
    folder = tmp_path / "old"
    (folder / "backups").mkdir(parents=True)
    db = sqlite3.connect(folder / "crm.db")
    text = resources.files("smbcrm.store").joinpath("migrations", MIGRATIONS[0]).read_text(encoding="utf-8")
    db.executescript(
        f"{text}\n{_shadows_sql(text)}\nPRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;"
    )
    db.executescript(
        """
        INSERT INTO counter VALUES ('operation', 2), ('source', 2), ('source_row', 2), ('customer', 2);
        INSERT INTO operation VALUES (1, 'import', 'smbcrm import old.csv', '2026-01-01T00:00:00Z', NULL);
        INSERT INTO source VALUES (1, 'old.csv', 'customers', 'old.csv', '', 'x', '', '[]', 'IR', 0, 0, 1);
        INSERT INTO source_row VALUES (1, 1, 2, '', 7, '["علی رضایی"]', '{"name":"علی رضایی"}', 'imported', '', 1, NULL, 1, NULL, 1);
        INSERT INTO customer (id, lead, rows, name, company, phone, email, city, tags, fields, search)
        VALUES (1, 1, 1, 'علی رضایی', '', '', '', '', '', '{}', 'علی رضایی');
        """
    )
    db.commit()
    db.close()
    return folder


def test_an_older_store_is_read_and_written_and_a_copy_of_it_is_kept(old_store: Path, smbcrm: Any) -> None:
    listed = smbcrm("--data", str(old_store), "list", "--format", "csv", "--columns", "id,name")
    assert (listed.code, listed.out) == (0, "id,name\nC1,علی رضایی\n")
    copies = list((old_store / "backups").glob("*-before-migration.db"))
    assert len(copies) == 1
    assert sqlite3.connect(copies[0]).execute("PRAGMA user_version").fetchone() == (1,)
    added = smbcrm("--data", str(old_store), "add", "Sara Ahmadi", "mobile=09121234567")
    assert added.code == 0, added.err
    assert len(list((old_store / "backups").glob("*-before-migration.db"))) == 1
