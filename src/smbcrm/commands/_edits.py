"""Tell what an edit did: the same words for `add`, `set`, `remove`, `score set` and `tier pin`."""

from __future__ import annotations

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say, say
from smbcrm.output.options import Format
from smbcrm.usecases.edit_customer import Edited
from smbcrm.usecases.ports import Store

DONE = {
    "added": "{id} {name} was added.",
    "known": "{id} {name} was on the list already; the new facts were added.",
    "set": "{id} {name} was changed.",
    "removed": "{id} {name} was taken off the list; `smbcrm undo` brings the customer back.",
    "pinned": "{id} {name} was pinned. Next: `smbcrm tier`.",
    "unpinned": "The pin of {id} {name} was taken out. Next: `smbcrm tier`.",
    "scored": "{id} {name} has your score now. Next: `smbcrm tier`.",
}


def tell(
    store: Store, edited: Edited, done: str, *, settings: Globals, fmt: Format | None, dry_run: bool
) -> None:
    """Say what was done to which customer, or give it as one JSON object."""
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action

    ((name, phone),) = store.read("SELECT name, phone FROM customer WHERE id = ?", [edited.customer])
    key = f"C{edited.customer}"
    shown = name or phone
    first = Say(DONE["known" if edited.known else done], (("id", key), ("name", shown)))
    if not edited.changed:
        first = say("{id} {name} was like that already; nothing was changed.", id=key, name=shown)
    data = {
        "id": key,
        "name": name,
        "changed": edited.changed,
        **({"new": not edited.known} if done == "added" else {}),
        "notes": list(edited.notes),
        "dry_run": dry_run,
        "data": str(settings.folder),
    }
    emit_action(data, if_done([first, *edited.notes], dry_run=dry_run), settings.output(fmt))
