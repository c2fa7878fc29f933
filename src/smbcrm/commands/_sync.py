"""Asking about conflicts, and syncing while the owner works."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from smbcrm.commands._globals import Globals
from smbcrm.commands._workbook import sync_once
from smbcrm.core.say import say
from smbcrm.errors import DecisionNeededError, LockedError, UsageError
from smbcrm.store.folder import STORE_NAME, WORKBOOK_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from smbcrm.usecases.workbook.work import Prefer

_SIDES = {"": "", "mine": "workbook", "theirs": "store", "ask": "ask"}
_EVERY = 1.0  # seconds between two looks at the files
_QUIET = 1.0  # a file that was written so lately may still be being written


def checked_preference(prefer: str, *, may_ask: bool) -> str:
    """Give whose side is taken in conflicts; raises UsageError for a word that names none."""
    if prefer not in _SIDES:
        raise UsageError(
            say("--prefer {word} is not known", word=prefer), say("choose one of: mine, theirs, ask")
        )
    if prefer == "ask" and not may_ask:
        raise DecisionNeededError(
            say("nobody is there to be asked"), say("settle conflicts with --prefer mine or --prefer theirs")
        )
    return _SIDES[prefer]


def asked(settings: Globals, *, allow_damage: bool) -> Prefer:
    """Ask about each cell that both sides changed; those left open stay held back."""
    from smbcrm.commands._ask import answer

    outcome = sync_once(settings, allow_damage=allow_damage, dry_run=True)
    answers: dict[tuple[str, str], str] = {}
    for one in outcome.synced.taken.conflicts if outcome.synced else ():
        question = say(
            "{id} {heading}: the workbook says {workbook}, smbcrm has {store} (it was {base}). m = mine, t = theirs, Enter = later:",
            id=one.id, heading=say(one.heading), workbook=one.workbook or "-", store=one.store or "-", base=one.base or "-",
        )  # fmt: skip
        word = answer(settings, question).lower()
        if word in ("m", "mine", "t", "theirs"):
            answers[one.id, one.key] = "workbook" if word[0] == "m" else "store"
    return answers


def keep_synced(settings: Globals, *, prefer: Prefer, allow_damage: bool) -> None:
    """Sync whenever the workbook or the store changed, until Ctrl-C; an open workbook is waited for."""
    from smbcrm.output.emit import talk
    from smbcrm.output.workbook.told import sync_lines

    shown = settings.output()
    talk(say("Watching {file}; Ctrl-C ends it.", file=str(settings.folder / WORKBOOK_NAME)), shown)
    last: object = None
    try:
        while True:
            now = _moment(settings.folder)
            if now != last and _settled(settings.folder / WORKBOOK_NAME):
                try:
                    outcome = sync_once(settings, prefer=prefer, allow_damage=allow_damage)
                except LockedError:
                    pass  # it is looked at again when the lock is gone
                else:
                    last = _moment(settings.folder)
                    if outcome.synced is not None:
                        for line in sync_lines(outcome.synced, path=outcome.path, first=outcome.first):
                            talk(line, shown)
            time.sleep(_EVERY)
    except KeyboardInterrupt:
        talk(say("Stopped watching."), shown)


def _moment(folder: Path) -> tuple[object, ...]:
    """Give what changes whenever the workbook or the store does."""
    found: list[object] = []
    for name in (WORKBOOK_NAME, STORE_NAME):
        try:
            stat = (folder / name).stat()
            found.append((stat.st_mtime_ns, stat.st_size))
        except OSError:
            found.append(None)
    return tuple(found)


def _settled(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime >= _QUIET
    except OSError:
        return True
