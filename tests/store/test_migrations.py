"""A store of an older form is brought to the newest one, with nothing lost and everything still to be undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smbcrm.store import schema
from smbcrm.store.folder import open_store
from smbcrm.store.sqlite import SqliteStore

NOW = "2026-11-22T00:00:00+00:00"
PAYMENTS = [
    {
        "name": "Sara",
        "order_id": "I1",
        "due_date": "2026-01-31",
        "date": "2026-02-03",
        "amount": 500,
        "unit": "IRT",
    },
    {"name": "Reza", "order_id": "I2", "due_date": "2026-02-05", "amount": 300.5},
]
RATINGS = [{"name": "Sara", "date": "2026-03-01", "rating": 8, "text": "good"}, {"name": "Reza", "rating": 4}]


def first_form(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write a store as the first program did: payments and ratings stay on their rows."""
    with monkeypatch.context() as older:
        older.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        older.setattr(
            schema, "JOURNALLED", tuple(t for t in schema.JOURNALLED if t not in {"payment", "rating"})
        )
        store = SqliteStore.open(path)
        for kind, rows in (("payments", PAYMENTS), ("ratings", RATINGS)):
            with store.operation("import", kind, at=NOW) as operation:
                source = store.allocate("source")
                store.insert(
                    "source",
                    "id, name, kind, file, sheet, signature, sha256, headings, country, operation",
                    [
                        (
                            source,
                            kind,
                            kind,
                            f"{kind}.csv",
                            "",
                            "s",
                            "",
                            '[["Name", "name", "name"]]',
                            "",
                            operation,
                        )
                    ],
                )
                first = store.allocate("source_row", len(rows))
                store.insert(
                    "source_row",
                    "id, source_id, number, key, fingerprint, raw, fields, status, reason, lead, operation",
                    [
                        (
                            first + n,
                            source,
                            n + 2,
                            "",
                            n,
                            "[]",
                            json.dumps(row),
                            "imported",
                            "",
                            first + n,
                            operation,
                        )
                        for n, row in enumerate(rows)
                    ],
                )
        store.close()


def test_payments_and_ratings_move_into_tables_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "crm.db"
    first_form(path, monkeypatch)
    store = SqliteStore.open(path)
    assert list(
        store.read("SELECT row_id, order_id, due, date, amount, unit, days_late FROM payment ORDER BY id")
    ) == [
        (1, "I1", "2026-01-31", "2026-02-03", 500, "IRT", 3),
        (2, "I2", "2026-02-05", "", 300.5, "", None),
    ]
    assert list(store.read("SELECT row_id, date, value, scale, text FROM rating ORDER BY id")) == [
        (3, "2026-03-01", 8, 10, "good"),
        (4, "", 4, 10, ""),
    ]
    assert list(store.read("SELECT creates, key_heading, places FROM source")) == [(1, "", ""), (1, "", "")]
    with store.operation("more", at=NOW):
        assert store.allocate("payment") == 3


def test_an_import_from_before_is_undone_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "crm.db"
    first_form(path, monkeypatch)
    store = SqliteStore.open(path)
    with store.operation("undo", at=NOW):
        store.undo(None)
    assert list(store.read("SELECT (SELECT count(*) FROM rating), (SELECT count(*) FROM payment)")) == [
        (0, 2)
    ]
    with store.operation("undo", at=NOW):
        store.undo(None)
    assert list(store.read("SELECT count(*) FROM payment")) == [(0,)]
    assert list(store.read("SELECT count(*) FROM source")) == [(0,)]


def test_a_copy_is_kept_and_whoever_only_reads_sees_the_newest_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "crm.db"
    first_form(path, monkeypatch)
    reading = open_store(tmp_path, write=False)
    assert list(reading.read("SELECT payment, invoice, days_late FROM payment_records")) == [(1, "I1", 3)]
    bills = reading.read("SELECT ref, number, due, amount, paid, paid_on FROM bill_records ORDER BY ref")
    assert list(bills) == [
        ("Y1", "I1", "2026-01-31", 500, 1, "2026-02-03"),
        ("Y2", "I2", "2026-02-05", 300.5, 0, ""),
    ]
    with pytest.raises(Exception, match="readonly"):
        reading.db.execute("DELETE FROM payment")
    with monkeypatch.context() as older:
        older.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        (kept,) = (tmp_path / "backups").glob("crm-*-before-migration.db")
        copy = SqliteStore.open(kept, write=False)
        assert list(copy.read("SELECT count(*) FROM source_row")) == [(4,)]


def test_a_new_store_needs_no_copy(tmp_path: Path) -> None:
    SqliteStore.open(tmp_path / "crm.db").close()
    assert not (tmp_path / "backups").exists()


def test_a_store_made_at_once_is_like_one_that_went_through_every_migration() -> None:
    schema._MADE_BEFORE.clear()
    first, second = SqliteStore.open(":memory:"), SqliteStore.open(":memory:")
    form = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    assert list(first.read(form)) == list(second.read(form))
    assert list(first.read("SELECT * FROM counter")) == list(second.read("SELECT * FROM counter"))
    for told in ("user_version", "application_id"):
        assert list(first.read(f"PRAGMA {told}")) == list(second.read(f"PRAGMA {told}"))
