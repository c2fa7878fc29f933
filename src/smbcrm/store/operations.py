"""Operations on the store: each lands whole or not at all, and what comes before the first change is done by then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING

from smbcrm.store import journal
from smbcrm.store.holder import holding

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


class Operations:
    """One transaction for each command, with word left of who has the file."""

    def __init__(self, db: sqlite3.Connection, path: Path | None = None) -> None:
        self.db = db
        self._path = path
        self._operation: int | None = None
        self._passing = False  # whether what is being done is taken back at its end, as in a dry run
        self._called = False
        self.around: Callable[[], AbstractContextManager[None]] = nullcontext
        """What an operation is done inside of: a command holds back what it prints until the change has landed."""
        self.before_change: Callable[[], Callable[[], object]] = lambda: _nothing
        """Called once, while the file is as it was, before the first change that may stay: most files that come again change nothing.

        What it gives is called before that change lands, to wait for what was begun."""
        self._begun: Callable[[], object] = _nothing

    @contextmanager
    def operation(self, verb: str, words: str = "", *, at: str, dry_run: bool = False) -> Iterator[int]:
        """Open one operation: everything inside lands together or not at all."""
        assert self._operation is None, "operations do not nest"
        with (
            self.around(),
            self._held(verb),
            self._transaction(verb, words, at=at, dry_run=dry_run) as number,
        ):
            yield number

    @contextmanager
    def _held(self, verb: str) -> Iterator[None]:
        """Take the store for writing and leave word who has it."""
        self.db.execute("BEGIN IMMEDIATE")
        if self._path is None:
            yield
            return
        with holding(self._path, verb):
            yield

    @contextmanager
    def _transaction(self, verb: str, words: str, *, at: str, dry_run: bool) -> Iterator[int]:
        try:
            self.db.execute("PRAGMA defer_foreign_keys = ON")
            number = self.allocate("operation")
            self.db.execute(
                "INSERT INTO operation (id, verb, words, at) VALUES (?, ?, ?, ?)", (number, verb, words, at)
            )
            self._operation, self._passing = number, dry_run
            yield number
            if dry_run or not self.changed():
                self.db.execute("ROLLBACK")
            else:
                self.land()
        except BaseException:
            self.take_back()
            raise
        finally:
            self._operation, self._passing = None, False

    @contextmanager
    def erasing(self, *, keep: bool = True) -> Iterator[None]:
        """Open a transaction that leaves no trace of itself: what it journals goes with it, and no undo reaches behind it.

        Deleted bytes are written over with zeros. Without `keep` it is taken back.
        """
        assert self._operation is None, "operations do not nest"
        self.db.execute("PRAGMA secure_delete = ON")
        with self._held("forget"):
            try:
                if keep:
                    self.about_to_change()
                    self._wait()  # who is forgotten is taken out of the copies, too
                self.db.execute("PRAGMA defer_foreign_keys = ON")
                number = self._operation = self.allocate("operation")
                self.db.execute(
                    "INSERT INTO operation (id, verb, words, at) VALUES (?, 'forget', '', '')", (number,)
                )
                yield
                journal.drop(self.db, number)
                if keep:
                    self.land()
                else:
                    self.db.execute("ROLLBACK")
            except BaseException:
                self.take_back()
                raise
            finally:
                self._operation = None

    def about_to_change(self) -> None:
        """Have done what comes before the first change, unless nothing of it stays."""
        if not (self._called or self._passing):
            self._called = True
            self._begun = self.before_change()

    def land(self) -> None:
        """Have the transaction under way land, once what was begun before its first change is done; what went wrong there is raised."""
        self._wait()
        self.db.execute("COMMIT")

    def take_back(self) -> None:
        """Take the transaction under way back, where one is."""
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")
        with suppress(Exception):
            self._wait()

    def _wait(self) -> None:
        begun, self._begun = self._begun, _nothing
        begun()

    def changed(self) -> bool:
        """Tell whether the operation under way has changed anything yet."""
        row = self.db.execute(
            "SELECT 1 FROM journal WHERE operation = ?1 UNION ALL "
            "SELECT 1 FROM operation WHERE id = ?1 AND undoes IS NOT NULL LIMIT 1",
            (self._operation,),
        ).fetchone()
        return row is not None

    def allocate(self, table: str, count: int = 1) -> int:
        """Reserve `count` ids of a table, never used before, and give the first."""
        (first,) = self.db.execute(
            "INSERT INTO counter (name, next) VALUES (?, 1 + ?) "
            "ON CONFLICT (name) DO UPDATE SET next = next + ? RETURNING next - ?",
            (table, count, count, count),
        ).fetchone()
        return int(first)


def _nothing() -> None:
    """Do nothing: there is nothing to wait for."""
