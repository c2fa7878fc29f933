"""Whether the store holds any row of a kind."""

from __future__ import annotations

from smbcrm.usecases.ports import Store


def holds_any(store: Store, table: str, which: str = "1") -> bool:
    """Tell whether a table holds any row, or any of those that `which` tells in SQL.

    Worth asking before many rows are looked for by their ids: where there is none, handing over the ids alone takes long.
    """
    return next(store.read(f"SELECT 1 FROM {table} WHERE {which} LIMIT 1"), None) is not None
