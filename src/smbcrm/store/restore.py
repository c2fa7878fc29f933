"""Put a copy of the store in the place of the store: looked over first, brought to the newest form, and moved in by SQLite itself.

the copy -> a file beside the store, looked over -> newest form, counters of both -> compared with the store
         -> a copy of the store as it is -> the pages of the file beside go into the store, in one transaction
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from smbcrm.core.say import say
from smbcrm.errors import NotFoundError, SmbcrmError, UsageError
from smbcrm.store.backup import (
    FOLDER,
    ChangedMeanwhile,
    back_up,
    backups,
    copy_pages,
    copy_store,
    part_of,
    stamp,
)
from smbcrm.store.check import SERIOUS, examine, is_damaged
from smbcrm.store.folder import STORE_NAME
from smbcrm.store.tidying import journal_of, reading
from smbcrm.store.trouble import is_damage

NAMED = 8
"""So many customers and operations are named one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What a restore would change: how many customers there are and would be, and what would be lost or come back.

    `lost` and `back` are (id, name) of customers, `operations` (number, words) of operations that the copy knows nothing of.
    All three are None where the store that is there cannot be read.
    """

    customers: int | None
    customers_then: int
    lost: tuple[tuple[str, str], ...] | None
    back: tuple[tuple[str, str], ...] | None
    changed: int | None
    operations: tuple[tuple[int, str], ...] | None


def find_backup(folder: Path, wanted: str) -> Path:
    """Give the file that is meant: a copy by its name or the beginning of it (a day), a file by its path; nothing is the newest sound copy.

    Raises NotFoundError when there is none.
    """
    copies = backups(folder)
    if not wanted:
        if copies:
            return next((copy.path for copy in copies if _can_be_read(copy.path)), copies[0].path)
        raise NotFoundError(
            say("there are no copies in {folder}", folder=str(folder / FOLDER)),
            say("name a file: `smbcrm restore FILE`"),
        )
    named = wanted.removeprefix("crm-").removesuffix(".db")
    for copy in copies:
        if copy.name == named:
            return copy.path
    for copy in copies:  # newest first: the last one of a day
        if named and copy.name.startswith(named):
            return copy.path
    path = Path(wanted).expanduser()
    if path.is_file():
        return path
    raise NotFoundError(
        say("there is no copy {name}", name=wanted),
        say("`smbcrm backup list` shows the copies; or name a file"),
    )


def passed_over(folder: Path, file: Path) -> list[str]:
    """Give the names of the copies that are newer than this one, newest first; none when it is no copy of the data folder."""
    copies = backups(folder)
    places = [place for place, copy in enumerate(copies) if copy.path == file]
    return [copy.name for copy in copies[: places[0]]] if places else []


def _can_be_read(file: Path) -> bool:
    return not is_damaged(examine(file, quick=True))


@contextmanager
def candidate(folder: Path, file: Path) -> Iterator[Path]:
    """Give a file beside the store that holds what the copy holds, sound and in the newest form; it goes away at the end.

    Raises SmbcrmError for a copy that is damaged, written by a newer program, or no store at all.
    """
    refuse_unsound(file)
    from smbcrm.store.sqlite import SqliteStore

    with part_of(folder / STORE_NAME) as part:
        copy_pages(file, part)
        SqliteStore.open(part).close()
        _keep_counting(part, folder / STORE_NAME)
        _stay_forgotten(part, folder / STORE_NAME)
        yield part


def refuse_unsound(file: Path) -> None:
    """Raise SmbcrmError for a file that must not take the place of the store."""
    found = examine(file)
    if not found.faults:
        return
    serious = [fault for fault in found.faults if fault.part in SERIOUS]
    if serious:
        raise SmbcrmError(
            say("{file} cannot be restored: {what}", file=str(file), what=serious[0].what),
            say("`smbcrm backup list --verify` shows which copies are sound"),
        )


def _keep_counting(part: Path, store: Path) -> None:
    """Let the copy go on counting where the store stopped: an id that was given since is never given to somebody else."""
    try:
        with closing(reading(store)) as db:
            counters = db.execute("SELECT name, next FROM counter").fetchall()
    except sqlite3.Error:  # it is damaged or not there: what it counted is not known
        return
    with closing(sqlite3.connect(part)) as db:
        db.executemany(
            "INSERT INTO counter (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = max(next, excluded.next)",
            counters,
        )
        db.commit()


def _stay_forgotten(part: Path, store: Path) -> None:
    """Take those out of the copy who were forgotten since it was made."""
    from smbcrm.store.forgetting import carry_marks, forget_marked

    if store.exists():
        with suppress(
            sqlite3.DatabaseError
        ):  # where the store is damaged, the copy's own marks are all there are
            carry_marks(store, part)
    forget_marked(part)


def differences(store: Path, part: Path) -> Differences:
    """Compare the store with the file that would take its place."""
    with closing(reading(part)) as db:
        ((then,),) = db.execute("SELECT count(*) FROM customer WHERE archived = 0").fetchall()
        try:
            db.execute("ATTACH ? AS now", (f"{store.resolve().as_uri()}?mode=ro",))
            ((now,),) = db.execute("SELECT count(*) FROM now.customer WHERE archived = 0").fetchall()
            columns = _shared_columns(db)
            ((changed,),) = db.execute(
                f"SELECT count(*) FROM (SELECT {columns} FROM main.customer WHERE id IN (SELECT id FROM now.customer) "
                f"EXCEPT SELECT {columns} FROM now.customer)"
            ).fetchall()
            return Differences(
                customers=now,
                customers_then=then,
                lost=tuple(db.execute(_ONLY.format("now", "main"))),
                back=tuple(db.execute(_ONLY.format("main", "now"))),
                changed=changed,
                operations=tuple(
                    db.execute(
                        "SELECT id, CASE words WHEN '' THEN verb ELSE words END FROM now.operation "
                        "EXCEPT SELECT id, CASE words WHEN '' THEN verb ELSE words END FROM main.operation ORDER BY id DESC"
                    )
                ),
            )
        except sqlite3.DatabaseError as problem:
            if "locked" in str(problem):
                raise
            return Differences(
                customers=None, customers_then=then, lost=None, back=None, changed=None, operations=None
            )


_ONLY = "SELECT 'C' || id, name FROM {0}.customer WHERE archived = 0 AND id NOT IN (SELECT id FROM {1}.customer WHERE archived = 0) ORDER BY id"


def _shared_columns(db: sqlite3.Connection) -> str:
    mine, theirs = (
        [name for _, name, *_ in db.execute(f"PRAGMA {schema}.table_info(customer)")]
        for schema in ("main", "now")
    )
    return ", ".join(name for name in mine if name in theirs)


def put_in_place(store: Path, part: Path) -> Path | None:
    """Put the file in the place of the store, after a copy of the store was made; give that copy (None: there was no store).

    A store that can be opened is overwritten by SQLite in one transaction: whoever waits for it, or stops half-way, finds the
    old one or the new one, never a mixture. One that cannot be opened any more is set aside among the copies first.
    """
    if not store.exists():
        copy_store(part, store)
        return None
    while True:
        then = stamp(store)
        try:
            kept = back_up(store, before="restore")
        except sqlite3.DatabaseError as problem:
            if not is_damage(problem):  # it is locked, or the disk is full: the list is as good as it was
                raise
            return _set_aside(store, part)
        try:
            copy_pages(part, store, as_it_was=then)
            return kept
        except ChangedMeanwhile:  # another command landed: it must be in the copy, too
            kept.unlink()


def _set_aside(store: Path, part: Path) -> Path:
    kept = _free_name(store)
    kept.parent.mkdir(mode=0o700, exist_ok=True)
    if (journal := journal_of(store)).exists():
        journal.replace(journal_of(kept))
    store.replace(kept)
    copy_store(part, store)
    return kept


def _free_name(store: Path) -> Path:
    number = 1
    while (kept := store.parent / FOLDER / f"damaged-{number}.db").exists():
        number += 1
    return kept


def refuse_itself(store: Path, file: Path) -> None:
    """Raise UsageError when the file that is named is the store itself."""
    if store.exists() and file.exists() and file.samefile(store):
        raise UsageError(
            say("{file} is the store itself", file=str(file)), say("`smbcrm backup list` shows the copies")
        )
