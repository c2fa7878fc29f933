"""Whether a file changed and whether another program holds it: asked by every command while there is a workbook, so nothing heavy."""

from __future__ import annotations

import hashlib
from pathlib import Path

from smbcrm.core.say import say
from smbcrm.errors import LockedError


def fingerprint(path: Path) -> str:
    """Give the fingerprint of a file; empty when there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
    except PermissionError as problem:  # Windows does not let an open workbook be read
        raise held_by_another_program(path) from problem


def lock_of(path: Path) -> Path | None:
    """Give the file by which a spreadsheet program says that it has the workbook open; None when none does."""
    for name in (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#"):
        lock = path.with_name(name)
        if lock.exists():
            return lock
    return None


def held_by_another_program(path: Path, lock: Path | None = None) -> LockedError:
    """Give the error for a workbook that is open in a spreadsheet program."""
    if lock is None:
        return LockedError(
            say("{file} is open in another program", file=path.name),
            say("save and close it there, then try again"),
        )
    return LockedError(
        say("{file} is open in a spreadsheet program", file=path.name),
        say(
            "save and close it there, then try again; if no program has it open, delete {lock}",
            lock=lock.name,
        ),
    )
