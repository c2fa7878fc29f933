"""Copies of the store in the folder `backups`: before the first change of a day, before what cannot be taken back, and by hand.

    crm-2026-11-22.db                             before the first change of that day
    crm-2026-11-22-101502.db                      made by hand
    crm-2026-11-22-101502-before-migration.db     before a migration, a restore, or somebody was forgotten

Copies of each kind push out their own oldest, so that many of one kind never cost the last of another.
"""

from __future__ import annotations

import datetime
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO

from smbcrm.core.say import say
from smbcrm.errors import UsageError
from smbcrm.store.folder import WORKBOOK_NAME
from smbcrm.store.holder import runs
from smbcrm.store.tidying import reading

FOLDER = "backups"
KEPT = {"daily": 7, "by hand": 30}
KEPT_BEFORE = 5  # of each kind made before something
_NAME = re.compile(r"crm-(\d{4}-\d\d-\d\d)(?:-(\d{6}))?(?:-(\d+))?(?:-before-([a-z]+))?\.db")
_PART = re.compile(r"\..+\.(\d+)(?:-\d+)?\.part(?:-journal)?")  # named after the process that writes it
_FEW = 64  # pages; an empty store has more
_PATIENCE = 20  # looks at a locked store, a quarter of a second apart
_NUMBERS = count(1)
_PRIVATE = 0o077  # what nobody else may


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One copy: its file, when it was made (local time), why (daily, by hand, or what it was made before), and its size."""

    path: Path
    made: str
    why: str
    size: int

    @property
    def name(self) -> str:
        """The name it is called by."""
        return self.path.stem.removeprefix("crm-")


def backups(folder: Path) -> list[Backup]:
    """Give the copies of a data folder, newest first."""
    found = []
    for path in (folder / FOLDER).glob("crm-*.db"):
        match = _NAME.fullmatch(path.name)
        if match and path.is_file():
            day, clock, number, before = match.groups()
            why = before or ("by hand" if clock else "daily")
            # A daily copy is made at the first change of its day, so it is older than all others of that day.
            made = f"{day}T{clock[:2]}:{clock[2:4]}:{clock[4:]}" if clock else day
            found.append(
                ((made, int(number or 0)), Backup(path=path, made=made, why=why, size=path.stat().st_size))
            )
    return [backup for _, backup in sorted(found, key=lambda one: one[0], reverse=True)]


def back_up_daily(store: Path) -> Callable[[], object]:
    """Begin to copy the store as it stands before today's first change; give what waits for the copy and raises what went wrong.

    Until it is waited for, other work goes on beside: SQLite writes nothing into a file that is being read. The newest seven of
    these copies are kept.
    """
    from threading import Event, Thread

    copy = store.parent / FOLDER / f"crm-{datetime.date.today().isoformat()}.db"
    if copy.exists():
        return lambda: None
    reads = Event()
    wrong: list[BaseException] = []

    def make() -> None:
        try:
            copy_store(store, copy, begun=reads.set)
            _rotate(store.parent, "daily")
            clear_parts(store.parent)
        except BaseException as problem:
            wrong.append(problem)
        finally:
            reads.set()

    def wait() -> None:
        thread.join()
        if wrong:
            raise wrong[0]

    thread = Thread(target=make)
    thread.start()
    reads.wait()
    return wait


def make_backup(store: Path, output: Path | None, *, dry_run: bool) -> Path:
    """Copy the store by hand, to `output` (a file, or a folder for a dated one) where that is given; give the copy's path.

    Raises UsageError rather than write over a file that is no copy of a customer list.
    """
    if output is None:
        return _dated(store.parent / FOLDER, "") if dry_run else back_up(store)
    copy = _dated(output, "") if output.is_dir() else output
    _refuse_other_files(copy, store)
    if not dry_run:
        copy_store(store, copy)
    return copy


def _refuse_other_files(copy: Path, store: Path) -> None:
    from smbcrm.store.schema import APPLICATION_ID

    if not copy.parent.is_dir():
        raise UsageError(
            say("there is no folder {folder}", folder=str(copy.parent)),
            say("make the folder first, or choose another"),
        )
    if not copy.exists():
        return
    with copy.open("rb") as file:
        head = file.read(72)
    if copy.samefile(store) or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise UsageError(
            say("{file} is no copy of a customer list; it would be lost", file=str(copy)),
            say("give the name of a new file"),
        )


def back_up(store: Path, *, before: str = "") -> Path:
    """Copy the store by hand, or before something that cannot be taken back; give the copy's path."""
    copy = _dated(store.parent / FOLDER, before)
    copy_store(store, copy)
    _rotate(store.parent, before or "by hand")
    return copy


def _dated(folder: Path, before: str) -> Path:
    now = datetime.datetime.now().strftime("%Y-%m-%d-%H%M%S")
    ending = f"-before-{before}" if before else ""
    number = 1
    while (copy := folder / f"crm-{now}{f'-{number}' if number > 1 else ''}{ending}.db").exists():
        number += 1
    return copy


def _rotate(folder: Path, why: str) -> None:
    for outdated in [one for one in backups(folder) if one.why == why][KEPT.get(why, KEPT_BEFORE) :]:
        outdated.path.unlink(missing_ok=True)


def copy_store(store: Path, copy: Path, *, begun: Callable[[], object] = lambda: None) -> None:
    """Copy a store while it may be in use: written beside, flushed to the disk, then moved into place, for its owner's eyes only.

    `begun` is called as soon as nobody can change what is copied. Raises sqlite3.DatabaseError for a store that is damaged: copies of it would push out the sound ones, one by one.
    """
    with written_beside(copy) as part:
        copy_pages(store, part, begun=begun)
        _refuse_damage(part)


def _refuse_damage(part: Path) -> None:
    with closing(reading(part)) as db:
        # Newer versions of SQLite look at the word index here, too; that can be made anew.
        if any(text != "ok" and "FTS5" not in text for (text,) in db.execute("PRAGMA quick_check(1)")):
            raise sqlite3.DatabaseError("database disk image is malformed")


class ChangedMeanwhile(Exception):  # noqa: N818 - a reason to look again, not a fault
    """The file that was to be written over is not what it was."""


def copy_pages(
    source: Path, target: Path, *, as_it_was: bytes = b"", begun: Callable[[], object] = lambda: None
) -> None:
    """Copy the pages of one store into another file, in one transaction there: it has all of them or none.

    Raises sqlite3.OperationalError when either is locked for longer than a moment; ChangedMeanwhile when the target no longer is
    `as_it_was` (see `stamp`) once nobody else can write to it.
    """
    waited, seen = 0, False
    # Open as long as SQLite holds its locks: to close a file lets go of all that this process has locked in it.
    looked_at = target.open("rb", buffering=0) if as_it_was else nullcontext()

    def wait(status: int, _remaining: int, _total: int) -> None:
        nonlocal waited, seen
        waited += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if waited > _PATIENCE:
            raise sqlite3.OperationalError("database is locked")
        # Once a first page was taken, the target is locked.
        if file and not seen and status == sqlite3.SQLITE_OK:
            seen = True
            if _stamp(file) != as_it_was:
                raise ChangedMeanwhile

    with (
        looked_at as file,
        closing(reading(source)) as from_here,
        closing(sqlite3.connect(target)) as writing,
    ):
        writing.execute("PRAGMA synchronous = EXTRA")
        from_here.execute("BEGIN")
        from_here.execute("SELECT count(*) FROM sqlite_master").fetchone()
        begun()
        from_here.backup(writing, pages=_FEW if as_it_was else -1, progress=wait)


def stamp(store: Path) -> bytes:
    """Give what of a store changes with every change that lands in it; not for a store in which this process holds a lock."""
    with store.open("rb") as file:
        return _stamp(file)


def _stamp(file: IO[bytes]) -> bytes:
    file.seek(24)
    return file.read(4)


@contextmanager
def part_of(place: Path) -> Iterator[Path]:
    """Give the name of a file beside a place that only its owner may read, and that is gone at the end."""
    if place.parent.name == FOLDER:
        place.parent.mkdir(mode=0o700, exist_ok=True)
        only_mine(place.parent)
    part = place.with_name(f".{place.name}.{os.getpid()}-{next(_NUMBERS)}.part")
    _away(part)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield part
    finally:
        _away(part)


@contextmanager
def written_beside(place: Path) -> Iterator[Path]:
    """Give a file to write that takes its place only when all went well."""
    with part_of(place) as part:
        yield part
        part.chmod(0o600)
        _flush(part)
        part.replace(place)
        _flush(place.parent)


def clear_parts(folder: Path, *, at_work: bool = False) -> None:
    """Take away what commands left behind that no longer run; with `at_work` also what others are copying just now."""
    for place in (folder, folder / FOLDER):
        for part in place.glob(".*.part*"):
            written_by = _PART.fullmatch(part.name)
            if (at_work and part.name.startswith(".crm")) or (written_by and not runs(written_by[1])):
                part.unlink(missing_ok=True)


def exposed(folder: Path) -> list[Path]:
    """Give the data folder and those of our files in it that others may read."""
    ours = [
        folder,
        folder / FOLDER,
        *folder.glob("crm.db*"),
        *folder.glob("smbcrm.toml"),
        folder / WORKBOOK_NAME,
    ]
    ours += (folder / FOLDER).glob("*.db")
    return [path for path in ours if os.name == "posix" and path.exists() and path.stat().st_mode & _PRIVATE]


def private(folder: Path) -> None:
    """Take the rights of others on the data folder and our files in it away."""
    for path in exposed(folder):
        only_mine(path)


def only_mine(path: Path) -> None:
    """Take the rights of others on a file or folder of ours away."""
    with suppress(OSError):
        mode = path.stat().st_mode
        if mode & _PRIVATE:
            path.chmod(0o700 if path.is_dir() else 0o600)


def _away(part: Path) -> None:
    for name in (part, part.with_name(f"{part.name}-journal")):
        name.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    """Make what was written outlive a power cut, where the system can do that."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
