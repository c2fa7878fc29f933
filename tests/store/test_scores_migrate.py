"""Scores kept as sentences become scores kept as numbers: nothing is lost that cannot be worked out again, and undo still works."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from smbcrm.errors import NotFoundError
from smbcrm.store import schema
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.explain_score import explain_score
from smbcrm.usecases.score_customers import score_all
from smbcrm.usecases.score_policy import read_policy

NOW = "2026-11-22T00:00:00+00:00"
CUSTOMER = "id, lead, rows, name, company, phone, email, city, tags, spend, purchases, fields, search"


def test_a_score_of_before_is_kept_and_explained_again_after_the_next_scoring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "crm.db"
    before = schema.MIGRATIONS.index("009_scores.sql")
    with monkeypatch.context() as older:
        older.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:before])
        store = SqliteStore.open(path)
        with store.operation("import", at=NOW):
            store.insert(
                "customer", CUSTOMER, [(n, n, 1, f"N{n}", *[""] * 5, 10.0 * n, n, "{}", "") for n in (1, 2)]
            )
        columns = "id, score, suggested, raw, coverage, parts, reason"
        with store.operation("score", at=NOW):
            store.insert("score", columns, [(1, 5.0, 5.0, 5.01, 0.4, "[]", "")])
        with store.operation("score", at=NOW):
            store.update("score", columns, [(1, 6.0, 6.0, 6.01, 0.4, "[]", "")])
        store.close()
    store = SqliteStore.open(path)
    assert list(store.read("SELECT id, score, facts FROM score")) == [(1, 6.0, None)]
    with pytest.raises(NotFoundError):
        explain_score(store, 1)
    with store.operation("undo", at=NOW):
        store.undo(None)
    assert list(store.read("SELECT id, score FROM score")) == [(1, 5.0)]
    with store.operation("score", at=NOW):
        score_all(store, read_policy(store), today=datetime.date(2026, 11, 22))
    explained = explain_score(store, 2)
    assert explained.score is not None
    assert round(sum(part.points or 0 for part in explained.parts), 2) == explained.score
