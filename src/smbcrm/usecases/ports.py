"""What a use case needs of the store: a few verbs on tables, each journalled.

The one implementation is `smbcrm.store.sqlite.SqliteStore`; opened on `:memory:` it is its own twin for tests and dry runs.
Use cases speak SQL to read, and change rows only through `insert`, `update` and `delete`, so that every change can be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """One command that was taken back or brought back, and what that did: rows taken out, put back and restored.

    `later` are the operations that came after it and stand: all they did is kept.
    """

    operation: int
    verb: str
    words: str
    changes: int
    redone: bool
    later: tuple[int, ...]


class Store(Protocol):
    """Tables with a journal. All writing happens inside `operation`."""

    def read(self, sql: str, params: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a query; a list or tuple among the parameters is read with `json_each(?)`."""
        ...

    def allocate(self, table: str, count: int = 1) -> int:
        """Reserve `count` ids of a table, never used before, and give the first."""
        ...

    def insert(self, table: str, columns: str, rows: Iterable[Sequence[object]]) -> int:
        """Insert rows (`id` first among the columns, ascending) and give how many."""
        ...

    def update(self, table: str, columns: str, rows: Iterable[Sequence[object]]) -> int:
        """Set the named columns (`id` first) of existing rows and give how many."""
        ...

    def delete(self, table: str, ids: Sequence[int]) -> int:
        """Take rows out and give how many."""
        ...

    def operation(
        self, verb: str, words: str = "", *, at: str, dry_run: bool = False
    ) -> AbstractContextManager[int]:
        """Open one operation, the unit of undo: everything inside lands together or not at all.

        Gives its number. An operation that changed nothing leaves no trace; a dry run is always taken back.
        """
        ...

    def derive(self, name: str, data: bytes, *, anew: bool) -> None:
        """Keep something made from the tables that can be made again; with `anew` in place of the earlier pieces of that name."""
        ...

    def derived(self, name: str) -> list[tuple[int, bytes]]:
        """Give the pieces kept under a name, oldest first, each with the operation that made it."""
        ...

    def undo(self, operation: int | None, recompute: Callable[[list[int]], None]) -> Undone:
        """Take back one command (None: the newest that holds), inside an operation of its own.

        `recompute` is called with the customers to be computed anew. Raises NotFoundError when there is nothing to undo,
        UsageError when later operations rest on it.
        """
        ...

    def redo(self, operation: int | None, recompute: Callable[[list[int]], None]) -> Undone:
        """Bring back one command that was taken back (None: the last of them); raises what `undo` does."""
        ...

    def lift(self, forgotten: Collection[int]) -> None:
        """Keep those who were forgotten under these numbers away no longer."""
        ...

    def changed(self) -> bool:
        """Tell whether the operation under way has changed anything yet."""
        ...
