"""`smbcrm init`: create the data folder."""

from __future__ import annotations

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import FormatOption
from smbcrm.core.say import say


def command(ctx: typer.Context, fmt: FormatOption = None) -> None:
    """Create the data folder with an empty customer list.

    Example: smbcrm --data ~/shop init
    """
    from smbcrm.output.emit import emit_action
    from smbcrm.store.folder import has_store

    settings: Globals = ctx.obj
    there = has_store(settings.folder)
    settings.writing(create=True).close()
    folder = str(settings.folder)
    line = (
        say("{folder} already holds a customer list; nothing was changed.", folder=folder)
        if there
        else say("Made an empty customer list in {folder}.", folder=folder)
    )
    emit_action(
        {"data": folder, "created": not there},
        [line, say("Next: `smbcrm run customers.xlsx` with a file of yours.")],
        settings.output(fmt),
    )
