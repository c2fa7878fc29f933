"""A customer list in memory, for what holds of whole imports and merges."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.readers.headers import load_headers
from smbcrm.readers.open_file import Reading
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.import_files import import_files
from smbcrm.usecases.importing.import_results import ImportOptions
from smbcrm.usecases.merge_rows import merge_rows

NOW = "2026-11-22T00:00:00+00:00"


class MemoryShop:
    """A customer list in memory; nothing is on it yet."""

    def __init__(self) -> None:
        self.store = SqliteStore.open(":memory:")

    def take(self, readings: Sequence[Reading], options: ImportOptions | None = None) -> None:
        """Import what was read from files, in one command."""
        options = options or ImportOptions()
        with self.store.operation("import", at=NOW) as operation:
            import_files(
                list(readings), self.store, headers=load_headers, options=options, operation=operation
            )

    def merge(self) -> None:
        """Judge everybody anew."""
        with self.store.operation("merge", at=NOW):
            merge_rows(self.store, only_new=False)
