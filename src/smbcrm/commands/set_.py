"""`smbcrm set`: facts of one customer."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption, WhoArgument, fields_of


def command(
    ctx: typer.Context,
    who: WhoArgument,
    fields: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE...", help="An empty value empties the field.")
    ],
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Set facts of one customer; what was imported stays behind your word.

    Example: smbcrm set C17 city=Shiraz phone=09121234567

    Example: smbcrm set C17 email=
    """
    from smbcrm.commands._edits import tell
    from smbcrm.readers.headers import load_headers
    from smbcrm.usecases.edit_customer import set_fields
    from smbcrm.usecases.find_customer import find_customer

    settings: Globals = ctx.obj
    given = fields_of(fields)
    store = settings.writing()
    with store.operation("set", settings.words, at=settings.now, dry_run=dry_run) as operation:
        edited = set_fields(
            store,
            find_customer(store, who),
            given,
            headers=load_headers(),
            operation=operation,
            country=settings.config.country,
        )
        tell(store, edited, "set", settings=settings, fmt=fmt, dry_run=dry_run)
