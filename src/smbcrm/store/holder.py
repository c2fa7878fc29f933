"""Who is writing to the store: a note beside it, so that a second command can say whom it waits for.

The lock itself is SQLite's; the note only names its holder, and one that was left behind by a killed process is not believed.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The command that has the store: its verb, its process, and since when."""

    verb: str
    pid: int
    since: str


def note_of(store: Path) -> Path:
    """Give the place of the note about a store."""
    return store.with_name("crm.lock")


@contextmanager
def holding(store: Path, verb: str) -> Iterator[None]:
    """Leave word, while the block runs, that this process has the store. Without a place for the note it goes without saying."""
    note = note_of(store)
    text = json.dumps([verb, os.getpid(), time.strftime("%H:%M:%S")])
    with suppress(OSError):
        handle = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, text.encode())
        finally:
            os.close(handle)
    try:
        yield
    finally:
        with suppress(OSError):
            if note.read_text(encoding="utf-8") == text:
                note.unlink()


def holder(store: Path) -> Holder | None:
    """Give who has the store, as far as it is known."""
    try:
        verb, pid, since = json.loads(note_of(store).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return Holder(verb=str(verb), pid=int(pid), since=str(since)) if runs(str(pid)) else None


def runs(pid: str) -> bool:
    """Tell whether a process is there; when that cannot be told, it is taken to be."""
    if os.name == "nt" or not pid.isdecimal():  # there, asking would end it
        return True
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
