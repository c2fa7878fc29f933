"""Tell what `undo` or `redo` did: the same words for both."""

from __future__ import annotations

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say, say
from smbcrm.output.options import Format
from smbcrm.usecases.ports import Store, Undone

# By whether it is a redo.
_DID = {
    False: "Took back operation {operation}: `smbcrm {words}`",
    True: "Brought back operation {operation}: `smbcrm {words}`",
}


def tell(store: Store, undone: Undone, *, settings: Globals, fmt: Format | None, dry_run: bool) -> None:
    """Say which command was taken back or brought back, what stands all the same, and what to do next."""
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.usecases.freshness import stale_scores

    told = (("operation", undone.operation), ("words", undone.words or undone.verb))
    lines = [Say(_DID[undone.redone], told)]
    stale = bool(undone.later) and stale_scores(store)
    if undone.later:
        kept = ", ".join(map(str, undone.later))
        lines.append(say("What was done since is kept: {operations}.", operations=kept))
    if undone.verb == "sync" and not undone.redone:
        lines.append(say("The workbook stays as it is: the next `smbcrm sync` offers its edits again."))
    folder = str(settings.folder)
    if stale:
        lines.append(say("Next: `smbcrm score`, then `smbcrm tier`. Data folder: {folder}.", folder=folder))
    elif undone.redone:
        lines.append(say("Next: `smbcrm undo` takes it back again. Data folder: {folder}.", folder=folder))
    else:
        lines.append(
            say("Next: `smbcrm undo --list` shows what was done. Data folder: {folder}.", folder=folder)
        )
    data = {
        "operation": undone.operation,
        "verb": undone.verb,
        "words": undone.words,
        "changes": undone.changes,
        "kept": list(undone.later),
        "dry_run": dry_run,
        "data": folder,
    }
    emit_action(data, if_done(lines, dry_run=dry_run), settings.output(fmt))
