"""The data folder: where it is, how it is made, and how its store is opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from smbcrm.core.say import say
from smbcrm.errors import NotFoundError, SmbcrmError

if TYPE_CHECKING:
    from smbcrm.store.sqlite import SqliteStore

STORE_NAME = "crm.db"
WORKBOOK_NAME = "customers.xlsx"


def locate(option: Path | None) -> Path:
    """Give the data folder: `--data`, else `$SMBCRM_DATA`, else `./data`."""
    if option is not None:
        return option.expanduser()
    from_environment = os.environ.get("SMBCRM_DATA", "")
    return Path(from_environment).expanduser() if from_environment else Path("data")


def has_store(folder: Path) -> bool:
    """Tell whether there is a store in the folder."""
    return (folder / STORE_NAME).is_file()


def store_path(folder: Path) -> Path:
    """Give the store of a data folder; raises NotFoundError when there is none."""
    if not has_store(folder):
        raise no_store(folder)
    return folder / STORE_NAME


def no_store(folder: Path) -> NotFoundError:
    """Give the error for a data folder without a store."""
    return NotFoundError(
        say("there is no customer list in {folder} yet", folder=str(folder)),
        say("`smbcrm run FILE` brings your customers in; `smbcrm init` makes an empty list"),
    )


def make(folder: Path) -> None:
    """Make the data folder, for its owner's eyes only; one that exists and holds other things keeps its rights.

    Raises SmbcrmError when it cannot be made.
    """
    try:
        if not folder.exists():
            folder.mkdir(parents=True, mode=0o700)
        if all(inside.name.startswith(".") or inside.name == "README.md" for inside in folder.iterdir()):
            with suppress(OSError):  # somebody else's folder that we may write to
                folder.chmod(0o700)
        (folder / "backups").mkdir(mode=0o700, exist_ok=True)
    except OSError as problem:
        raise SmbcrmError(
            say(
                "the data folder {folder} cannot be made ({reason})",
                folder=str(folder),
                reason=problem.strerror or "unknown",
            ),
            say("choose a folder you may write to: --data DIR"),
        ) from problem


def open_store(folder: Path, *, write: bool, create: bool = False) -> SqliteStore:
    """Open the store of a data folder.

    Raises NotFoundError when there is none (and `create` is off), SmbcrmError when the file is damaged or may not be
    written, LockedError when somebody else is writing.
    """
    from smbcrm.store.sqlite import SqliteStore
    from smbcrm.store.trouble import damaged, translated, unwritable

    path = folder / STORE_NAME
    if not has_store(folder):
        if not create:
            raise no_store(folder)
        make(folder)
        with translated(path):
            _make_store(path)
            return SqliteStore.open(path)
    if not path.stat().st_size:
        raise damaged(path)
    if write and not (os.access(path, os.W_OK) and os.access(folder, os.W_OK)):
        raise unwritable(path)
    from smbcrm.store.backup import back_up_daily, only_mine

    only_mine(path)
    with translated(path):
        store = SqliteStore.open(path, write=write, before_migration=lambda: _before_migration(path))
        store.before_change = lambda: back_up_daily(path)
        return store


def _before_migration(path: Path) -> None:
    from smbcrm.store.backup import back_up
    from smbcrm.store.medium import is_read_only

    if is_read_only(path.parent):
        raise SmbcrmError(
            say(
                "the list was written by an older smbcrm and must be brought to its new form, which is impossible here"
            ),
            say("copy the folder to a disk you may write to and name it: --data DIR"),
        )
    back_up(path, before="migration")


def _make_store(path: Path) -> None:
    """Make an empty store, whole or not at all, and never in place of one that another command has made meanwhile."""
    from smbcrm.store.holder import runs
    from smbcrm.store.sqlite import SqliteStore

    for left in path.parent.glob(f"{STORE_NAME}.new-*"):
        if not runs(left.name.rpartition("-")[2]):  # of a command that was killed: it was never a store
            left.unlink(missing_ok=True)
    beside = path.with_name(f"{STORE_NAME}.new-{os.getpid()}")
    old = os.umask(0o077)
    try:
        SqliteStore.open(beside).close()
        try:
            os.link(beside, path)
        except FileExistsError:
            return
        except OSError:  # a file system without links
            if not path.exists():
                beside.replace(path)
    finally:
        os.umask(old)
        beside.unlink(missing_ok=True)


@contextmanager
def kept_if_used(folder: Path) -> Iterator[None]:
    """Take a store that was made inside the block away again when the block fails: nothing came in, so nothing was begun."""
    had_store, had_folder = has_store(folder), folder.exists()
    try:
        yield
    except BaseException:
        if not had_store and has_store(folder) and _is_bare(folder / STORE_NAME):
            for name in (STORE_NAME, f"{STORE_NAME}-journal"):
                (folder / name).unlink(missing_ok=True)
            for empty in (folder / "backups", *([] if had_folder else [folder])):
                with suppress(OSError):
                    empty.rmdir()
        raise


def _is_bare(path: Path) -> bool:
    """Tell whether nothing was ever kept in a store; another command may have used it since it was made."""
    import sqlite3

    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.execute("BEGIN IMMEDIATE")
        return next(db.execute("SELECT 1 FROM operation LIMIT 1"), None) is None
    except sqlite3.Error:
        return False
    finally:
        db.close()
