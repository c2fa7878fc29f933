"""Tell what an edit did: the same words for `add`, `set`, `remove`, `score set` and `tier pin`."""

from __future__ import annotations

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say, say
from smbcrm.output.options import Format
from smbcrm.usecases.edit_customer import Edited
from smbcrm.usecases.ports import Store

DONE = {
    "added": "{id} {name} was added.",
    "set": "{id} {name} was changed.",
    "removed": "{id} {name} was taken off the list; `smbcrm undo` brings the customer back.",
    "pinned": "{id} {name} was pinned. Next: `smbcrm tier`.",
    "unpinned": "The pin of {id} {name} was taken out. Next: `smbcrm tier`.",
    "scored": "{id} {name} has your score now. Next: `smbcrm tier`.",
}
# In a dry run nothing was done that `undo` could take back.
TRIED = {
    "added": "{id} {name} would be added.",
    "set": "{id} {name} would be changed.",
    "removed": "{id} {name} would be taken off the list.",
    "pinned": "{id} {name} would be pinned.",
    "unpinned": "The pin of {id} {name} would be taken out.",
    "scored": "{id} {name} would have your score.",
}


def tell(
    store: Store, edited: Edited, done: str, *, settings: Globals, fmt: Format | None, dry_run: bool
) -> None:
    """Say what was done to which customer, or give it as one JSON object."""
    from smbcrm.output.emit import emit_action

    ((name, phone),) = store.read("SELECT name, phone FROM customer WHERE id = ?", [edited.customer])
    key = f"C{edited.customer}"
    shown = name or phone
    first = Say((TRIED if dry_run else DONE)[done], (("id", key), ("name", shown)))
    if not edited.changed:
        first = say("{id} {name} was like that already; nothing was changed.", id=key, name=shown)
    lines = [first, *edited.notes]
    if dry_run:
        lines.append(say("This was a dry run: nothing was kept."))
    data = {
        "id": key,
        "name": name,
        "changed": edited.changed,
        "notes": list(edited.notes),
        "dry_run": dry_run,
        "data": str(settings.folder),
    }
    emit_action(data, lines, settings.output(fmt))
