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
        say("smbcrm run FILE brings your customers in; smbcrm init makes an empty list"),
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
    from smbcrm.store.trouble import damaged, translated

    path = folder / STORE_NAME
    if not has_store(folder):
        if not create:
            raise no_store(folder)
        make(folder)
        old = os.umask(0o077)
        try:
            with translated(path):
                return SqliteStore.open(path)
        finally:
            os.umask(old)
    if not path.stat().st_size:
        raise damaged(path)
    if (write and not os.access(path, os.W_OK)) or (write and not os.access(folder, os.W_OK)):
        raise SmbcrmError(
            say("the data folder {folder} may not be written to", folder=str(folder)),
            say("change its rights, or choose another folder: --data DIR"),
        )
    from smbcrm.store.backup import back_up, back_up_daily, only_mine

    only_mine(path)
    with translated(path):
        store = SqliteStore.open(
            path, write=write, before_migration=lambda: back_up(path, before="migration")
        )
        if write:
            back_up_daily(path)
        return store


@contextmanager
def kept_if_used(folder: Path) -> Iterator[None]:
    """Take a store that was made inside the block away again when the block fails: nothing came in, so nothing was begun."""
    had_store, had_folder = has_store(folder), folder.exists()
    try:
        yield
    except BaseException:
        if not had_store and has_store(folder):
            for name in (STORE_NAME, f"{STORE_NAME}-journal"):
                (folder / name).unlink(missing_ok=True)
            for empty in (folder / "backups", *([] if had_folder else [folder])):
                with suppress(OSError):
                    empty.rmdir()
        raise
