"""Warn of a data folder that lies where a list of customers is not safe."""

from __future__ import annotations

from smbcrm.commands._globals import Globals
from smbcrm.core.say import say


def warn_of_place(settings: Globals, *, write: bool) -> None:
    """Say on stderr that a service copies the folder (once), and that it has made copies of the store (until they are gone)."""
    from smbcrm.store.medium import conflict_copies, syncing_service, told_before

    folder = settings.folder
    copies = conflict_copies(folder)
    service = syncing_service(folder) if write else ""
    if not copies and (not service or told_before(folder, service)):
        return
    from smbcrm.output.emit import talk

    options = settings.output()
    if service:
        talk(
            say(
                "{folder} is kept in step with other computers by {service}, which can damage the list when two of them write at once",
                folder=str(folder),
                service=service,
            ),
            options,
        )
        talk(
            say(
                "better: keep the list in a folder of its own, `smbcrm --data ~/smbcrm ...`, and let {service} have the copies in backups",
                service=service,
            ),
            options,
        )
    if copies:
        talk(
            say("{service} has made other copies of the list, because two computers wrote to it at once: {copies}",
                service=syncing_service(folder) or say("a sync service"), copies=", ".join(copies)),
            options,
        )  # fmt: skip
        talk(
            say(
                "this one is used; look into a copy with `smbcrm --data OTHER list` after moving it into a folder OTHER as crm.db"
            ),
            options,
        )
