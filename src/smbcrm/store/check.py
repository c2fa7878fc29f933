"""Whether a store is sound: its pages, its links, its journal, its counters, its word index and its aliases."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from smbcrm.core.say import Say, say
from smbcrm.store.backup import exposed
from smbcrm.store.folder import store_path
from smbcrm.store.schema import APPLICATION_ID, JOURNALLED, MIGRATIONS
from smbcrm.store.tidying import cut_short_here, reading

if TYPE_CHECKING:
    from smbcrm.store.sqlite import SqliteStore

SHOWN = 20  # of one kind of damage; the rest is more of the same
RESTORE = "smbcrm restore"
MEND = "smbcrm check --store --mend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong: which part, what, and what to type."""

    part: str
    what: Say
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A store file as it was found: the number of its form, how much is in it, and what is wrong with it."""

    form: int
    customers: int
    rows: int
    operations: int
    faults: tuple[Fault, ...]


def examine(path: Path, *, quick: bool = False) -> Examined:
    """Open a store file for reading only, and look it over (`quick`: its pages only); nothing in it changes.

    Whatever the file is, something can be said of it: a file that is no store at all has that as its one fault.
    """
    counts = {"customer": 0, "source_row": 0, "operation": 0}
    form = 0
    faults: list[Fault] = []
    try:
        with closing(reading(path)) as db:
            form, application = (
                db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "application_id")
            )
            if application != APPLICATION_ID or not form:
                return Examined(form=0, customers=0, rows=0, operations=0, faults=(_stranger(),))
            if form > len(MIGRATIONS):
                return Examined(form=form, customers=0, rows=0, operations=0, faults=(_newer(form),))
            faults += _pages(db, quick=quick)
            if not faults and not quick:
                faults += [fault for look in _LOOKS for fault in look(db)]
                faults += _words(path, db)
            counts = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in counts}
    except sqlite3.DatabaseError as problem:
        if "locked" in str(problem) or cut_short_here(path):
            raise
        faults = faults or [_unreadable()]
    return Examined(
        form=form, customers=counts["customer"], rows=counts["source_row"], operations=counts["operation"], faults=tuple(faults)
    )  # fmt: skip


SERIOUS = frozenset({"file", "pages", "links", "journal"})
"""Parts of a store that cannot be made anew."""


def is_damaged(examined: Examined) -> bool:
    """Tell whether something is wrong that cannot be made anew."""
    return any(fault.part in SERIOUS for fault in examined.faults)


def check_folder(folder: Path) -> Examined:
    """Look the store of a data folder over, and whether anybody but its owner may read it; raises NotFoundError when there is none."""
    found = examine(store_path(folder))
    faults = [
        Fault(part="rights", what=say("others may read {file}", file=str(path)), fix=MEND)
        for path in exposed(folder)
    ]
    return replace(found, faults=(*found.faults, *faults))


def _stranger() -> Fault:
    return Fault(part="file", what=say("this is not a store of smbcrm"), fix="")


def _newer(form: int) -> Fault:
    what = say(
        "it was written by a newer smbcrm (its form is {found}, this one knows {known})",
        found=form,
        known=len(MIGRATIONS),
    )
    return Fault(part="file", what=what, fix="")


def _unreadable() -> Fault:
    return Fault(part="pages", what=say("the file is damaged and cannot be read"), fix=RESTORE)


def _pages(db: sqlite3.Connection, *, quick: bool) -> Iterator[Fault]:
    for (text,) in db.execute(f"PRAGMA {'quick_check' if quick else 'integrity_check'}({SHOWN})"):
        # Newer versions of SQLite look at the word index, too: see `_words`.
        if text == "ok" or "FTS5" in text:
            continue
        for line in text.split("\n"):
            if not line.startswith("***"):  # which database: there is only one
                yield Fault(part="pages", what=say("damaged: {detail}", detail=line), fix=RESTORE)


def _links(db: sqlite3.Connection) -> Iterator[Fault]:
    counts: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in db.execute("PRAGMA foreign_key_check"):
        counts[table, parent] = counts.get((table, parent), 0) + 1
    for (table, parent), count in counts.items():
        what = say(
            "{count} {count:row|rows} of {table} {count:hangs|hang} on rows of {parent} that are not there",
            count=count,
            table=table,
            parent=parent,
        )
        yield Fault(part="links", what=what, fix=RESTORE)


def _journal(db: sqlite3.Connection) -> Iterator[Fault]:
    """Look whether every line of the journal has its operation and table, and every kept row its line."""
    journalled = [table for table in JOURNALLED if _has(db, table)]
    names = ", ".join(f"'{table}'" for table in journalled)
    questions = [
        ("SELECT count(*) FROM journal j LEFT JOIN operation o ON o.id = j.operation WHERE o.id IS NULL", say("lines without an operation")),
        (f"SELECT count(*) FROM journal WHERE tbl NOT IN ({names})", say("lines about a table that is not there")),
        ("SELECT count(*) FROM journal WHERE first > last", say("lines that end before they begin")),
        ("SELECT count(*) FROM operation o LEFT JOIN operation u ON u.id = o.undoes WHERE o.undoes IS NOT NULL AND u.id IS NULL",
         say("operations that take back one that is not there")),
    ]  # fmt: skip
    for table in journalled:
        questions.append((
            f"SELECT count(*) FROM before_{table} b LEFT JOIN journal j ON j.id = b.entry AND j.tbl = '{table}' "
            "AND j.action <> 'insert' AND b.id BETWEEN j.first AND j.last WHERE j.id IS NULL",
            say("kept rows of {table} without a line", table=table),
        ))  # fmt: skip
        live, before = (_columns(db, name) for name in (table, f"before_{table}"))
        if before != ["entry", *live]:
            yield Fault(
                part="journal",
                what=say("kept rows of {table} have other columns than its rows", table=table),
                fix=RESTORE,
            )
    for sql, what in questions:
        (count,) = db.execute(sql).fetchone()
        if count:
            yield Fault(part="journal", what=say("{count} {what}", count=count, what=what), fix=RESTORE)


def _counters(db: sqlite3.Connection) -> Iterator[Fault]:
    for table, _ in behind(db):
        yield Fault(
            part="counters",
            what=say("the next id of {table} is one that was used already", table=table),
            fix=MEND,
        )


def behind(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """Give the tables whose counter would give an id anew, and the id it should give next."""
    counters = dict(db.execute("SELECT name, next FROM counter"))
    found = []
    for table in ("operation", *JOURNALLED):
        if table not in counters or not _has(db, table):  # its ids are those of something else, or fixed
            continue
        newest = [db.execute(f"SELECT max(id) FROM {table}").fetchone()[0] or 0]
        if table in JOURNALLED:
            newest.append(db.execute(f"SELECT max(id) FROM before_{table}").fetchone()[0] or 0)
        if counters[table] <= max(newest):
            found.append((table, max(newest) + 1))
    return found


def _aliases(db: sqlite3.Connection) -> Iterator[Fault]:
    lost = "SELECT count(*) FROM alias a LEFT JOIN customer c ON c.id = a.customer_id WHERE c.id IS NULL"
    both = "SELECT count(*) FROM alias a JOIN customer c ON c.id = a.id"
    for sql, what in (
        (lost, say("ids of joined customers lead to nobody")),
        (both, say("ids of joined customers are those of others, too")),
    ):
        (count,) = db.execute(sql).fetchone()
        if count:
            yield Fault(part="aliases", what=say("{count} {what}", count=count, what=what), fix=MEND)


def _forgotten(db: sqlite3.Connection) -> Iterator[Fault]:
    if _has(db, "forgotten") and db.execute("SELECT 1 FROM forgotten WHERE clean = 0").fetchone():
        yield Fault(part="forgotten", what=say("a forgetting was cut short"), fix="smbcrm forget --finish")


_LOOKS: tuple[Callable[[sqlite3.Connection], Iterator[Fault]], ...] = (
    _links,
    _journal,
    _counters,
    _aliases,
    _forgotten,
)


def _words(path: Path, db: sqlite3.Connection) -> Iterator[Fault]:
    """Hold the word index against the customers. SQLite asks that with an INSERT that changes nothing: the file must be writable."""
    if not words_in_step(path, db):
        yield Fault(part="words", what=say("the word index does not fit the customers"), fix=MEND)


def words_in_step(path: Path, db: sqlite3.Connection) -> bool:
    """Tell whether the word index holds exactly the words of the customers."""
    question = "INSERT INTO customer_words (customer_words, rank) VALUES ('integrity-check', 1)"
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as writing:
            writing.execute(question)
    except sqlite3.DatabaseError as problem:
        if problem.sqlite_errorname == "SQLITE_CORRUPT_VTAB":
            return False
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
            db.backup(memory)
            try:
                memory.execute(question)
            except sqlite3.DatabaseError:
                return False
    return True


def mend(store: SqliteStore, *, at: str, words: str) -> None:
    """Mend what can be made anew from the rest: the word index, counters that lag behind, aliases that lead nowhere."""
    store.about_to_change()
    store.db.execute("BEGIN IMMEDIATE")
    try:
        for table, next_ in behind(store.db):
            store.db.execute("INSERT OR REPLACE INTO counter (name, next) VALUES (?, ?)", (table, next_))
        store.db.execute("INSERT INTO customer_words (customer_words) VALUES ('rebuild')")
        store.land()
    except BaseException:
        store.take_back()
        raise
    with store.operation("check", words, at=at):
        lost = store.read(
            "SELECT id FROM alias WHERE customer_id NOT IN (SELECT id FROM customer) OR id IN (SELECT id FROM customer)"
        )
        store.delete("alias", [number for (number,) in list(lost)])


def _has(db: sqlite3.Connection, table: str) -> bool:
    return bool(_columns(db, table))


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]
