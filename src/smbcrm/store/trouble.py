"""What SQLite's errors mean to the owner of a shop."""

from __future__ import annotations

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
        return LockedError(
            say("another smbcrm command is using {name}", name=name),
            say("wait until it has finished, then try again"),
        )
    if "full" in text:
        return SmbcrmError(
            say("the disk is full; nothing was changed in {name}", name=name),
            say("make room, then run the command again"),
        )
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return SmbcrmError(
            say("{name} cannot be opened or may not be written to", name=name),
            say("check the rights of the folder, or choose another: --data DIR"),
        )
    if "not a database" in text or "malformed" in text:
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


def damaged(path: Path | str) -> SmbcrmError:
    """Give our error for a store that can no longer be read."""
    return SmbcrmError(
        say("{name} is damaged: it is no longer a readable store", name=str(path)),
        say(
            "put the newest copy from the folder backups in its place, or start anew in another folder: --data DIR"
        ),
    )


def expression_error(problem: Exception) -> UsageError:
    """Give our error for an expression of the owner's that SQLite does not understand."""
    return UsageError(
        say("that --where or --sort is not understood ({reason})", reason=str(problem)),
        say(
            "write it like --where \"city = 'Shiraz' AND score >= 8\"; smbcrm list --format csv | head -1 shows the columns"
        ),
    )


@contextmanager
def translated(path: Path | str) -> Iterator[None]:
    """Turn SQLite's errors inside the block into ours."""
    try:
        yield
    except sqlite3.Error as problem:
        raise explain(problem, path) from problem
