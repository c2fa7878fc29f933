"""`smbcrm forget`: erase somebody for good."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption, YesOption


def command(
    ctx: typer.Context,
    who: Annotated[str, typer.Argument(metavar="[WHO]", help="Id, phone, e-mail, or part of a name.")] = "",
    mentions: Annotated[
        bool,
        typer.Option(
            "--mentions/--leave-mentions",
            help="Take the name out of notes and other texts of others, too, or leave those as they are.",
        ),
    ] = True,
    list_: Annotated[
        bool, typer.Option("--list", help="Show who is kept away: numbers and days, no names.")
    ] = False,
    lift: Annotated[
        str,
        typer.Option(
            "--lift", metavar="F1", help="Let somebody come back with the next import that has him."
        ),
    ] = "",
    finish: Annotated[bool, typer.Option("--finish", help="Finish a forgetting that was cut short.")] = False,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    fmt: FormatOption = None,
) -> None:
    """Erase a customer from the list, its history and all its copies. This cannot be undone.

    What is left are keyed hashes of phone, e-mail, national id, and name with birth date: a later import leaves him out by them
    (`import --bring-back` takes him in again). Files that you exported, and copies outside the data folder, are yours to delete.

    Example: smbcrm forget C17 --dry-run

    Example: smbcrm forget C17 --yes

    Example: smbcrm forget --list
    """
    from smbcrm.commands._forget import finish_forgetting, forget_one, lift_one, list_forgotten
    from smbcrm.core.say import say
    from smbcrm.errors import UsageError

    settings: Globals = ctx.obj
    if list_:
        list_forgotten(settings, fmt)
    elif lift:
        lift_one(settings, lift, dry_run=dry_run, fmt=fmt)
    elif finish:
        finish_forgetting(settings, fmt)
    elif who:
        forget_one(settings, who, mentions=mentions, dry_run=dry_run, yes=yes, fmt=fmt)
    else:
        raise UsageError(say("nobody was named"), say("for example: `smbcrm forget C17 --dry-run`"))
