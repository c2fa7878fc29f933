"""Forget somebody in every file of the data folder: the copies first, then the store, then what SQLite leaves behind in its files.

    the store is taken for writing -> a copy of it, in case anything fails -> every copy is written anew without him
    -> the store and the workbook -> free pages -> the first copy is made again, from the store without him

Cut short before the store changed, he is still there and is forgotten by the same command; after that `forget --finish` does the rest.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smbcrm.core.forgetting.spellings import Spellings
from smbcrm.store.backup import back_up, backups, clear_parts, copy_pages, copy_store, written_beside
from smbcrm.store.check import examine, is_damaged
from smbcrm.store.erasing.erase import Erased, erase
from smbcrm.store.erasing.sweep import hits
from smbcrm.store.folder import STORE_NAME
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.forget_customer import Person, person, person_in_copy
from smbcrm.usecases.forgotten import Guard, hashes
from smbcrm.usecases.merging.compute_customers import compute_customers
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgot:
    """What was done: who it was, the number he is kept away under, what was taken out, and how many copies were written anew."""

    one: Person
    number: int
    erased: Erased
    copies: int


def searched(store: Store, table: str, columns: str, spelled: Spellings) -> Iterator[tuple[Any, ...]]:
    """Give the rows of a table in whose texts somebody may be."""
    assert isinstance(store, SqliteStore)
    yield from hits(store.db, table, columns, spelled)


def preview(store: SqliteStore, one: Person, *, everywhere: bool) -> Erased:
    """Tell what forgetting would take out of the store, and change nothing."""
    with store.erasing(keep=False):
        return _erase(store, one, everywhere=everywhere)


def forget(
    folder: Path,
    store: SqliteStore,
    find: Callable[[], Person],
    *,
    at: str,
    everywhere: bool,
    told: Callable[[int, int], None],
    in_workbook: Callable[[Person], tuple[str, str]] = lambda one: ("", ""),
) -> Forgot:
    """Forget somebody in the store and in every copy of it in the data folder.

    Nobody else writes meanwhile: `find` gives him as he stands once the store is ours. `told` hears how many files are done, of how
    many. `in_workbook` takes him out of the workbook and gives its fingerprints before and after.
    """
    path = folder / STORE_NAME
    with store.erasing():
        clear_parts(folder, at_work=True)
        one = find()
        first = back_up(path, before="forget")
        copies = [copy for copy in backups(folder) if copy.path != first]
        tag = secrets.token_hex(8)
        key = _key(store) or secrets.token_bytes(32)
        for done, copy in enumerate(copies):
            told(done, len(copies) + 1)
            _forget_in_copy(
                copy.path,
                one,
                store,
                keeping=lambda there: _keep(there, one, key=key, tag=tag, at=at),
                everywhere=everywhere,
            )
        told(len(copies), len(copies) + 1)
        erased = _erase(store, one, everywhere=everywhere)
        number = _keep(store, one, key=key, tag=tag, at=at)
        _workbook_changed(store, *in_workbook(one))
    finish(folder, store)
    return Forgot(one=one, number=number, erased=erased, copies=len(copies) + 1)


def _erase(store: SqliteStore, one: Person, *, everywhere: bool) -> Erased:
    return erase(
        store,
        customers=one.customers,
        rows=one.rows,
        mixed=one.mixed,
        spelled=one.spelled,
        name_words=one.name_words,
        everywhere=everywhere,
        recompute=lambda ids: compute_customers(store, ids),
    )


def finish(folder: Path, store: SqliteStore) -> None:
    """Clean the free pages of the store, and make the copy that was kept in case anything failed anew, without those who were forgotten."""
    path = folder / STORE_NAME
    store.db.execute("PRAGMA secure_delete = ON")
    store.db.execute(
        "PRAGMA temp_store = FILE" if path.stat().st_size > _LARGE else "PRAGMA temp_store = MEMORY"
    )
    store.db.execute("VACUUM")
    clear_parts(folder, at_work=True)
    first = [copy for copy in backups(folder) if copy.why == "forget"][:1]
    for copy in first:
        copy.path.unlink()
    store.db.execute("UPDATE forgotten SET clean = 1 WHERE clean = 0")
    for copy in first:
        copy_store(path, copy.path)


_LARGE = 200_000_000


def _workbook_changed(store: SqliteStore, before: str, after: str) -> None:
    """Keep the fingerprint of a workbook that was changed from here, so that the change is not taken for an edit of the owner's."""
    if before != after:
        store.db.execute("UPDATE workbook SET sha256 = ? WHERE sha256 = ?", (after, before))


def unfinished(store: SqliteStore) -> bool:
    """Tell whether somebody was forgotten in the store but perhaps not in its free pages and the copy made before."""
    return next(store.read("SELECT 1 FROM forgotten WHERE clean = 0 LIMIT 1"), None) is not None


def _forget_in_copy(
    path: Path, one: Person, live: SqliteStore, *, keeping: Callable[[SqliteStore], int], everywhere: bool
) -> None:
    """Write a copy anew without him; one that is damaged goes, because nobody could tell what it still holds."""
    if is_damaged(examine(path, quick=True)):
        path.unlink()
        return
    with written_beside(path) as part:
        copy_pages(path, part)
        with closing(SqliteStore.open(part)) as copy:
            # Until it takes its place it is a file that may be thrown away, and then it is flushed to the disk.
            copy.db.execute("PRAGMA journal_mode = OFF")
            copy.db.execute("PRAGMA synchronous = OFF")
            forget_in(copy, one, live, everywhere=everywhere)
            with copy.erasing():
                keeping(copy)
            copy.db.execute("UPDATE forgotten SET clean = 1 WHERE clean = 0")
            copy.db.execute("VACUUM")


def forget_in(copy: SqliteStore, one: Person, live: SqliteStore, *, everywhere: bool) -> None:
    """Take somebody out of an open copy of the store, if he is in it."""
    there = person_in_copy(copy, one, live, searched)
    with copy.erasing():
        _erase(copy, there, everywhere=everywhere)


def _key(store: SqliteStore) -> bytes | None:
    return next(
        (key for (key,) in store.read("SELECT key FROM forgotten_key ORDER BY id DESC LIMIT 1")), None
    )


def _keep(store: SqliteStore, one: Person, *, key: bytes, tag: str, at: str) -> int:
    """Keep the marks of somebody, and give the number they are kept under."""
    db = store.db
    db.execute("INSERT OR IGNORE INTO forgotten_key (key) VALUES (?)", (key,))
    (key_id,) = db.execute("SELECT id FROM forgotten_key WHERE key = ?", (key,)).fetchone()
    db.execute("INSERT OR IGNORE INTO forgotten (tag, at) VALUES (?, ?)", (tag, at))
    (number,) = db.execute("SELECT id FROM forgotten WHERE tag = ?", (tag,)).fetchone()
    db.executemany(
        "INSERT OR IGNORE INTO forgotten_mark (forgotten_id, key_id, digest) VALUES (?, ?, ?)",
        ((number, found, digest) for found, digest in hashes({key_id: key}, one.marks)),
    )
    return int(number)


def carry_marks(store: Path, part: Path) -> None:
    """Give a copy that is to be restored the marks of the store: whoever was forgotten since it was made stays forgotten."""
    with closing(sqlite3.connect(part, isolation_level=None)) as db:
        db.execute("ATTACH ? AS now", (str(store),))
        if not db.execute("SELECT 1 FROM now.sqlite_master WHERE name = 'forgotten_mark'").fetchone():
            return
        db.execute("BEGIN")
        db.execute("INSERT OR IGNORE INTO forgotten_key (key) SELECT key FROM now.forgotten_key ORDER BY id")
        db.execute(
            "INSERT OR IGNORE INTO forgotten (tag, at, clean) SELECT tag, at, clean FROM now.forgotten ORDER BY id"
        )
        db.execute(
            "UPDATE forgotten SET lifted = n.lifted FROM now.forgotten n WHERE n.tag = forgotten.tag AND n.lifted <> ''"
        )
        db.execute(
            "INSERT OR IGNORE INTO forgotten_mark (forgotten_id, key_id, digest) SELECT f.id, k.id, m.digest FROM now.forgotten_mark m "
            "JOIN now.forgotten nf ON nf.id = m.forgotten_id JOIN forgotten f ON f.tag = nf.tag "
            "JOIN now.forgotten_key nk ON nk.id = m.key_id JOIN forgotten_key k ON k.key = nk.key"
        )
        db.execute(
            "DELETE FROM forgotten_mark WHERE forgotten_id IN (SELECT id FROM forgotten WHERE lifted <> '')"
        )
        db.execute("COMMIT")


def forget_marked(part: Path) -> int:
    """Take everybody who bears a mark of somebody forgotten out of a store; give how many."""
    with closing(SqliteStore.open(part)) as store:
        guard = Guard(store)
        if not guard:
            return 0
        found: dict[int, None] = {}
        for customer, fields, raw in store.read(
            "SELECT customer_id, fields, raw FROM source_row WHERE customer_id IS NOT NULL AND (lead = id OR lead IS NULL) ORDER BY id"
        ):
            if customer not in found and guard.who(json.loads(fields), raw, certain=True) is not None:
                found[customer] = None
        for customer in found:
            one = person(store, customer, searched)
            with store.erasing():
                _erase(store, one, everywhere=False)
        if found:
            store.db.execute("VACUUM")
        return len(found)
