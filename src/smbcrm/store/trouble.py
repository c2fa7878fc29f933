"""What SQLite's errors mean to the owner of a shop."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smbcrm.core.say import say
from smbcrm.errors import LockedError, SmbcrmError, UsageError


def explain(problem: sqlite3.Error, path: Path | str) -> SmbcrmError:
    """Give our error for one of SQLite's; `path` is the store's."""
    text = str(problem).lower()
    name = str(path)
    if "locked" in text or "busy" in text:
        return _locked(Path(path))
    if "full" in text:
        return SmbcrmError(
            say("the disk is full; nothing was changed in {name}", name=name),
            say("make room (empty the trash, move large files away), then run the command again"),
        )
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return unwritable(Path(path))
    if is_damage(problem):
        return damaged(path)
    if "i/o" in text:
        return SmbcrmError(
            say("the disk failed while reading or writing {name}; nothing was changed", name=name),
            say("check the disk and try again"),
        )
    return SmbcrmError(
        say("the store {name} answered with an error", name=name),
        say("run the command again with --debug to see it"),
    )


def is_damage(problem: sqlite3.Error) -> bool:
    """Tell whether SQLite says that a file is no store any more."""
    text = str(problem).lower()
    return "not a database" in text or "malformed" in text


def _locked(path: Path) -> LockedError:
    from smbcrm.store.holder import holder

    found = holder(path)
    if found is None:
        return LockedError(
            say("another smbcrm command is using {name}", name=str(path)),
            say("wait until it has finished, then try again"),
        )
    return LockedError(
        say(
            "`smbcrm {verb}` is using {name} (process {pid}, since {since})",
            verb=found.verb,
            name=str(path),
            pid=found.pid,
            since=found.since,
        ),
        say("wait until it has finished, then try again"),
    )


def unwritable(path: Path) -> SmbcrmError:
    """Give our error for a store that may not be written to, or not be opened: what stands in the way."""
    from smbcrm.store.medium import is_read_only
    from smbcrm.store.tidying import cut_short_here

    if cut_short_here(path):
        return SmbcrmError(
            say(
                "a command was cut short in {folder}, and what it left can only be tidied where it may be written to",
                folder=str(path.parent),
            ),
            say(
                "copy the whole folder to a disk you may write to, crm.db-journal too, and name it: --data DIR"
            ),
        )
    if is_read_only(path.parent):
        return SmbcrmError(
            say("{folder} is on a medium that can only be read", folder=str(path.parent)),
            say(
                "reading commands work there; to change something, copy the folder to your disk and name it: --data DIR"
            ),
        )
    return SmbcrmError(
        say("{name} cannot be opened or may not be written to", name=str(path)),
        say("check the rights of the folder, or choose another: --data DIR"),
    )


def damaged(path: Path | str) -> SmbcrmError:
    """Give our error for a store that can no longer be read."""
    return SmbcrmError(
        say("{name} is damaged: it is no longer a readable store", name=str(path)),
        say(
            "`smbcrm restore` puts the newest sound copy in its place; or start anew in another folder: --data DIR"
        ),
    )


def expression_error(problem: Exception) -> UsageError:
    """Give our error for an expression of the owner's that SQLite does not understand."""
    unknown = re.match(r"no such column: (.+)", str(problem))
    return UsageError(
        say("there is no column {column}", column=unknown[1])
        if unknown
        else say("that --where or --sort is not understood ({reason})", reason=str(problem)),
        say(
            "write it like --where \"city = 'Shiraz' AND score >= 8\"; `smbcrm list --format csv | head -1` shows the columns"
        ),
    )


@contextmanager
def translated(path: Path | str) -> Iterator[None]:
    """Turn SQLite's errors inside the block into ours."""
    try:
        yield
    except sqlite3.Error as problem:
        raise explain(problem, path) from problem
