"""`smbcrm status`: where you stand."""

from __future__ import annotations

from dataclasses import asdict

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import FormatOption


def command(ctx: typer.Context, fmt: FormatOption = None) -> None:
    """Show where you stand and what to do next.

    Example: smbcrm status
    """
    from smbcrm.output.emit import emit_action
    from smbcrm.output.status import status_lines
    from smbcrm.usecases.planning.shown_plan import backlog
    from smbcrm.usecases.show_status import show_status

    settings: Globals = ctx.obj
    store = settings.reading()
    found = show_status(store, today=settings.today)
    late = backlog(store, today=settings.today)
    emit_action(
        {
            **{k: v for k, v in asdict(found).items() if k != "next"},
            "next": found.next,
            "data": str(settings.folder),
        },
        status_lines(found, late=late, folder=str(settings.folder)),
        settings.output(fmt),
    )
