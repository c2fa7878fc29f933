"""The rows of a source as they stand, and as much of their content as a comparison needs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.usecases.ports import Store

HERE = frozenset({"imported", "waiting"})  # rows that the newest version of their file has
COUNTED = frozenset({"imported", "waiting", "gone"})  # rows whose sale or call counts


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRow:
    """A row that is already in the store."""

    id: int
    source: int
    number: int
    key: str
    fingerprint: int
    status: str


def known_rows(store: Store, sources: Sequence[int]) -> list[KnownRow]:
    """Give the rows of some sources, oldest first."""
    return [
        KnownRow(id=id_, source=source, number=number, key=key, fingerprint=print_, status=status)
        for id_, source, number, key, print_, status in store.read(
            "SELECT id, source_id, number, key, fingerprint, status FROM source_row "
            "WHERE source_id IN (SELECT value FROM json_each(?)) ORDER BY id",
            [list(sources)],
        )
    ]


def raw_cells(store: Store, ids: Iterable[int]) -> dict[int, list[str]]:
    """Give the cells of rows as they are kept."""
    return {row: json.loads(text) for row, text in store.read(_COLUMN.format("raw"), [sorted(ids)])}


def row_fields(store: Store, ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Give what was understood of rows."""
    return {row: json.loads(text) for row, text in store.read(_COLUMN.format("fields"), [sorted(ids)])}


_COLUMN = "SELECT id, {0} FROM source_row WHERE id IN (SELECT value FROM json_each(?))"
