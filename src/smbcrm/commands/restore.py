"""`smbcrm restore`: put a copy in the place of the customer list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption, YesOption

if TYPE_CHECKING:
    from smbcrm.core.say import Say


def command(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME|FILE]", help="A copy by name, day or file; the newest sound one when left out."
        ),
    ] = "",
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    fmt: FormatOption = None,
) -> None:
    """Put a copy in the place of the customer list, after saying what that changes; the list as it is now is copied first.

    Example: smbcrm restore --dry-run

    Example: smbcrm restore 2026-11-21 --yes
    """
    from smbcrm.output.backups import restore_data, restore_lines, restored_lines
    from smbcrm.output.emit import emit_action
    from smbcrm.store.folder import make
    from smbcrm.store.restore import (
        candidate,
        differences,
        find_backup,
        passed_over,
        put_in_place,
        refuse_itself,
    )

    settings: Globals = ctx.obj
    folder, options = settings.folder, settings.output(fmt)
    store = folder / "crm.db"
    file = find_backup(folder, name)
    refuse_itself(store, file)
    make(folder)
    with candidate(folder, file) as part:
        found = differences(store, part)
        told = restore_lines(found, file, passed_over=() if name else passed_over(folder, file))
        done = not dry_run and _wanted(settings, told, yes=yes)
        kept = put_in_place(store, part) if done else None
    lines = [
        *(told if yes or dry_run else ()),
        *restored_lines(done=done, dry_run=dry_run, kept=kept, folder=str(folder)),
    ]
    emit_action(
        restore_data(found, file, done=done, dry_run=dry_run, kept=kept, folder=str(folder)), lines, options
    )


def _wanted(settings: Globals, told: Sequence[Say], *, yes: bool) -> bool:
    """Tell whether the owner wants it, who is told first what it changes."""
    from smbcrm.commands._ask import agreed
    from smbcrm.core.say import say
    from smbcrm.output.emit import talk

    if not yes:
        for line in told:
            talk(line, settings.output())
    return agreed(settings, say("Put this copy in the place of the list?"), yes=yes)
