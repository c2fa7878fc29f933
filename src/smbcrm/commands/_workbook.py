"""The workbook and the store, brought together so that neither is ever half done.

    lock · read · merge (in an operation) · write the new workbook beside · commit with its fingerprint · move it into place

Killed before the commit, nothing happened and the file beside is swept away; killed after it, the next start moves the file.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say, say
from smbcrm.errors import LockedError
from smbcrm.store.folder import WORKBOOK_NAME

if TYPE_CHECKING:
    from smbcrm.store.sqlite import SqliteStore
    from smbcrm.usecases.workbook.agreed_state import Agreed
    from smbcrm.usecases.workbook.sync_workbook import Synced
    from smbcrm.usecases.workbook.work import Prefer


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a sync did: None for `synced` when nothing had changed on either side."""

    path: Path
    synced: Synced | None
    written: bool
    first: bool
    notes: tuple[Say, ...] = ()


def sync_once(
    settings: Globals,
    *,
    prefer: Prefer = "",
    allow_damage: bool = False,
    dry_run: bool = False,
    verb: str = "sync",
) -> Outcome:
    """Bring both together once.

    Raises LockedError while a spreadsheet program has the workbook open, LooksLikeDamageError for edits that look like an accident.
    """
    from smbcrm.commands._merged_workbook import merged
    from smbcrm.core.bulk import bulk
    from smbcrm.readers.held_file import fingerprint
    from smbcrm.readers.workbook import read_workbook
    from smbcrm.usecases.workbook.agreed_state import load_agreed
    from smbcrm.usecases.workbook.left_behind import after_undo

    path = settings.folder / WORKBOOK_NAME
    _refuse_open(path)
    store = settings.writing(tell_unsynced=False)
    unplaced = finish_half_done(store, path)
    found = fingerprint(path)
    if found and _nothing_new(store, found):
        return Outcome(path=path, synced=None, written=False, first=False)
    beside: Path | None = None
    try:
        with bulk(), store.operation(verb, settings.words, at=settings.now, dry_run=dry_run) as operation:
            base = after_undo(store, load_agreed(store, before_newest=unplaced))
            book = read_workbook(path) if found else None
            new = merged(
                store, settings, book, base, prefer=prefer, allow_damage=allow_damage, operation=operation
            )
            written = book is None or new.data != book.data
            if not dry_run:
                if new.aside is not None and book is not None:
                    _keep_his_file(new.aside, book.data)
                beside = _write_beside(path, new.data) if written else None
                lang = base.lang or settings.lang
                _keep(store, new.synced, base, new.data, lang=lang, found=found, operation=operation)
                if fingerprint(path) != found:
                    raise _changed_meanwhile(path)
    except BaseException:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise
    if beside is not None:
        _move(beside, path)
    return Outcome(path=path, synced=new.synced, written=written, first=not base.sha256, notes=new.notes)


def _nothing_new(store: SqliteStore, found: str) -> bool:
    """Tell whether neither side changed since the newest sync, and nothing is held back that is to be told again."""
    from smbcrm.usecases.workbook.marks import newest_marks, something_is_held

    left, _, operation = newest_marks(store)
    ((newest,),) = store.read("SELECT coalesce(max(id), 0) FROM operation")
    return found == left and newest == operation and not something_is_held(store)


def _refuse_open(path: Path) -> None:
    from smbcrm.readers.held_file import held_by_another_program, lock_of

    lock = lock_of(path)
    if lock is not None:
        raise held_by_another_program(path, lock)


def _changed_meanwhile(path: Path) -> LockedError:
    return LockedError(
        say("{file} was changed while it was being synced; nothing was done", file=path.name),
        say("save it, then try again: `smbcrm sync`"),
    )


def finish_half_done(store: SqliteStore, path: Path) -> bool:
    """Finish or sweep away what a sync that was killed left; tell whether its workbook never came into place.

    Then what both sides agreed on before it is what the workbook must be compared with.
    """
    from smbcrm.readers.held_file import fingerprint
    from smbcrm.usecases.workbook.marks import newest_marks

    left, found_then, _ = newest_marks(store)
    now = fingerprint(path)
    for beside in sorted(path.parent.glob(f".{path.name}.*.new")):
        if left and fingerprint(beside) == left and now == found_then:
            _move(beside, path)
            return False
        beside.unlink(missing_ok=True)
        if left and now != left and beside.name == f".{path.name}.{left[:16]}.new":
            return True
    return bool(left and now and now != left and now == found_then)


def _keep_his_file(kept: Path, data: bytes) -> None:
    kept.write_bytes(data)
    kept.chmod(0o600)


def _write_beside(path: Path, data: bytes) -> Path:
    import hashlib

    from smbcrm.output.streams import written_file

    beside = path.with_name(f".{path.name}.{hashlib.sha256(data).hexdigest()[:16]}.new")
    with written_file(beside) as file:
        file.write(data)
    beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o600)
    return beside


def _move(beside: Path, path: Path) -> None:
    from smbcrm.output.streams import sync_folder
    from smbcrm.readers.held_file import held_by_another_program

    try:
        beside.replace(path)
    except PermissionError as problem:
        raise held_by_another_program(path) from problem
    with suppress(OSError):
        sync_folder(path.parent)


def _keep(
    store: SqliteStore, synced: Synced, base: Agreed, data: bytes, *, lang: str, found: str, operation: int
) -> None:
    import hashlib

    from smbcrm.usecases.workbook.agreed_state import keep_agreed
    from smbcrm.usecases.workbook.left_behind import remember_left

    remember_left(store, synced, base, operation=operation)
    keep_agreed(
        store,
        synced.agreed,
        {content.shape.name: content.shape.columns for content in synced.contents},
        synced.called,
        before=base,
        customers=synced.customers,
        sha256=hashlib.sha256(data).hexdigest(),
        found_sha256=found,
        lang=lang,
        held=len(synced.taken.conflicts) + len(synced.taken.refused),
        operation=operation,
    )


def unsynced(settings: Globals, store: SqliteStore) -> bool:
    """Tell whether the workbook holds edits that were not synced yet."""
    path = settings.folder / WORKBOOK_NAME
    if not path.exists():
        return False
    from smbcrm.readers.held_file import fingerprint
    from smbcrm.usecases.workbook.marks import newest_marks

    with suppress(OSError, LockedError):
        left, _, _ = newest_marks(store)
        return bool(left) and fingerprint(path) != left
    return False
