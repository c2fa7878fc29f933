"""`smbcrm add`: a new customer by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption, fields_of


def command(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of the person or firm.")],
    fields: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD=VALUE]...", help="phone=0912..., city=Shiraz, anything=else"),
    ] = None,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Add a customer by hand, with any facts you like.

    Example: smbcrm add "Ali Rezaei" phone=09121234567 city=Shiraz "shoe size=43"
    """
    from smbcrm.commands._edits import tell
    from smbcrm.readers.headers import load_headers
    from smbcrm.usecases.edit_customer import add_customer

    settings: Globals = ctx.obj
    given = fields_of(fields or [])
    store = settings.writing()
    with store.operation("add", settings.words, at=settings.now, dry_run=dry_run) as operation:
        edited = add_customer(
            store, name, given, headers=load_headers(), operation=operation, country=settings.config.country
        )
        tell(store, edited, "added", settings=settings, fmt=fmt, dry_run=dry_run)
