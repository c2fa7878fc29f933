"""The store on SQLite: one file, its tables read and written, each change in the journal for undo."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any

from smbcrm.core.selection import Selection
from smbcrm.store import journal, words
from smbcrm.store.operations import Operations
from smbcrm.store.schema import JOURNALLED, has_form, is_outdated, migrate
from smbcrm.store.tidying import reading
from smbcrm.usecases.ports import Undone

BUSY_SECONDS = 5.0
_AT_ONCE = 1_000  # rows inserted at once
_WORDS_AT_ONCE = 16_000  # customers: entered after fewer, their words take longer; after more, the last ones wait when all else is done


class SqliteStore(Operations):
    """The one implementation of `smbcrm.usecases.ports.Store`."""

    @classmethod
    def open(
        cls, path: Path | str, *, write: bool = True, before_migration: Callable[[], object] = lambda: None
    ) -> SqliteStore:
        """Open a store file; `:memory:` gives one that lives in memory.

        A store of an older form is brought to the newest one, even to be read; `before_migration` is called before that.
        """
        if write:
            db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            _prepare(db)
            if is_outdated(db):
                if has_form(db):
                    before_migration()
                migrate(db)
            return cls(db, None if path == ":memory:" else Path(path))
        db = reading(Path(path), timeout=BUSY_SECONDS)
        _prepare(db)
        db.execute("PRAGMA query_only = ON")
        if is_outdated(db):
            db.close()
            cls.open(path, before_migration=before_migration).close()
            return cls.open(path, write=False)
        return cls(db)

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    # reading

    def read(self, sql: str, params: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a query; a list or tuple among the parameters is read with `json_each(?)`."""
        return self.db.execute(sql, [_plain(value) for value in params])

    def select(
        self,
        view: str,
        columns: Sequence[str],
        *,
        selection: Selection,
        order: str,
        custom: Mapping[str, Sequence[str]],
    ) -> Iterator[tuple[Any, ...]]:
        """Give the chosen columns of the chosen records of a view: see store/select.py."""
        from smbcrm.store.select import select

        return select(self.db, view, columns, selection=selection, order=order, custom=custom)

    # writing

    def lift(self, forgotten: Collection[int]) -> None:
        """Keep those who were forgotten under these numbers away no longer."""
        self.about_to_change()
        for number in forgotten:
            self.db.execute("DELETE FROM forgotten_mark WHERE forgotten_id = ?", (number,))
            self.db.execute(
                "UPDATE forgotten SET lifted = ? WHERE id = ? AND lifted = ''",
                (datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"), number),
            )

    def insert(self, table: str, columns: str, rows: Iterable[Sequence[object]]) -> int:
        """Insert rows (`id` first among the columns, ascending) and give how many."""
        operation = self._writing(table)
        ids: list[int] = []
        marks = ", ".join("?" * (columns.count(",") + 1))
        statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        waiting = iter(rows)
        # Piece by piece, for a table may be long, and its rows still being made.
        worded = 0
        while some := list(islice(waiting, _AT_ONCE)):
            self.about_to_change()
            self.db.executemany(statement, some)
            ids += [row[0] for row in some]  # type: ignore[misc]  # the id comes first
            if len(ids) - worded >= _WORDS_AT_ONCE:
                self._enter_words(table, ids[worded:])
                worded = len(ids)
        self._enter_words(table, ids[worded:])
        for first, last in journal.runs(ids):
            journal.note(self.db, operation, table, action="insert", first=first, last=last)
        return len(ids)

    def _enter_words(self, table: str, ids: Sequence[int]) -> None:
        for first, last in journal.runs(ids):
            words.enter(self.db, table, f"SELECT id FROM {table} WHERE id BETWEEN {first} AND {last}")

    def update(self, table: str, columns: str, rows: Iterable[Sequence[object]]) -> int:
        """Set the named columns (`id` first) of existing rows; rows that would not change are left alone."""
        names = [name.strip() for name in columns.split(",")]
        marks = ", ".join("?" * len(names))
        self.db.execute(f"CREATE TEMP TABLE incoming AS SELECT {columns} FROM main.{table} WHERE 0")
        with _dropped(self.db, "incoming"):
            self.db.executemany(f"INSERT INTO incoming VALUES ({marks})", rows)
            same = " AND ".join(f"t.{name} IS i.{name}" for name in names[1:])
            self.db.execute(
                f"DELETE FROM incoming WHERE rowid IN (SELECT i.rowid FROM incoming i LEFT JOIN {table} t ON t.id = i.id "
                f"WHERE t.id IS NULL OR ({same}))"
            )
            touched = "SELECT id FROM incoming"
            if self.db.execute(touched).fetchone() is None:
                return 0
            self.about_to_change()
            count = journal.keep(self.db, self._writing(table), table, action="update", which=touched)
            assignments = ", ".join(f"{name} = i.{name}" for name in names[1:])
            words.leave(self.db, table, touched)
            self.db.execute(f"UPDATE {table} SET {assignments} FROM incoming i WHERE i.id = {table}.id")
            words.enter(self.db, table, touched)
            return count

    def delete(self, table: str, ids: Sequence[int]) -> int:
        """Take rows out and give how many."""
        if not ids:
            return 0
        self.db.execute("CREATE TEMP TABLE outgoing (id INTEGER PRIMARY KEY)")
        with _dropped(self.db, "outgoing"):
            self.db.executemany("INSERT OR IGNORE INTO outgoing VALUES (?)", ((number,) for number in ids))
            which = f"SELECT id FROM {table} WHERE id IN (SELECT id FROM outgoing)"
            self.about_to_change()
            count = journal.keep(self.db, self._writing(table), table, action="delete", which=which)
            words.leave(self.db, table, which)
            self.db.execute(f"DELETE FROM {table} WHERE id IN (SELECT id FROM outgoing)")
            return count

    def derive(self, name: str, data: bytes, *, anew: bool) -> None:
        """Keep something made from the tables; it is not journalled, and takes no part in undo."""
        assert self._operation is not None, "writing happens inside an operation"
        self.about_to_change()
        if anew:
            self.db.execute("DELETE FROM derived WHERE name = ?", (name,))
        self.db.execute(
            "INSERT INTO derived (name, operation, data) VALUES (?, ?, ?)", (name, self._operation, data)
        )

    def derived(self, name: str) -> list[tuple[int, bytes]]:
        """Give the pieces kept under a name, oldest first, each with the operation that made it."""
        return self.db.execute(
            "SELECT operation, data FROM derived WHERE name = ? ORDER BY id", (name,)
        ).fetchall()

    def undo(
        self, operation: int | None, recompute: Callable[[list[int]], None] = lambda customers: None
    ) -> Undone:
        """Take back one operation (None: the newest that holds) inside the operation under way."""
        from smbcrm.store.undo import undo

        assert self._operation is not None, "undo is an operation"
        self.about_to_change()
        return undo(self, self._operation, operation, recompute)

    def redo(
        self, operation: int | None, recompute: Callable[[list[int]], None] = lambda customers: None
    ) -> Undone:
        """Bring back one operation (None: the one taken back last) inside the operation under way."""
        from smbcrm.store.undo import redo

        assert self._operation is not None, "redo is an operation"
        self.about_to_change()
        return redo(self, self._operation, operation, recompute)

    def _writing(self, table: str) -> int:
        assert self._operation is not None, "writing happens inside an operation"
        assert table in JOURNALLED, table
        return self._operation


def _prepare(db: sqlite3.Connection) -> None:
    # The safe settings are SQLite's slowest; one transaction a command makes them cost nothing that shows.
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("PRAGMA cache_size = -65536")


def _plain(value: object) -> Any:
    return json.dumps(value) if isinstance(value, list | tuple) else value


@contextmanager
def _dropped(db: sqlite3.Connection, name: str) -> Iterator[None]:
    """Drop a temporary table at the end. A disk that was full has taken it back already; that is not what to tell."""
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            db.execute(f"DROP TABLE temp.{name}")
        raise
    db.execute(f"DROP TABLE temp.{name}")
