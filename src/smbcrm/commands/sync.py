"""`smbcrm sync`: bring the workbook and the store together."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption


def command(
    ctx: typer.Context,
    prefer: Annotated[
        str,
        typer.Option(
            "--prefer",
            metavar="mine|theirs|ask",
            help="Settle cells that both sides changed: mine is what the workbook says, theirs what smbcrm has.",
        ),
    ] = "",
    yes: Annotated[
        bool, typer.Option("--yes", help="Take edits that look like an accident as they are.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on syncing while you work, until Ctrl-C.")
    ] = False,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Bring customers.xlsx in the data folder and your list together: your edits come in, ours go out.

    The first time it writes the workbook. A cell that both sides changed is held back until you settle it.

    Example: smbcrm sync

    Example: smbcrm sync --prefer mine
    """
    from smbcrm.commands._sync import asked, checked_preference, keep_synced
    from smbcrm.commands._workbook import sync_once
    from smbcrm.output.emit import emit_action
    from smbcrm.output.workbook.told import sync_data, sync_lines
    from smbcrm.usecases.workbook.results import needs_a_person

    settings: Globals = ctx.obj
    choice = checked_preference(prefer, may_ask=settings.may_ask)
    if watch:
        keep_synced(settings, prefer=choice, allow_damage=yes)
        return
    settled = asked(settings, allow_damage=yes) if choice == "ask" else choice
    outcome = sync_once(settings, prefer=settled, allow_damage=yes, dry_run=dry_run)
    taken = outcome.synced.taken if outcome.synced else None
    emit_action(
        sync_data(outcome.synced, path=outcome.path, dry_run=dry_run),
        sync_lines(
            outcome.synced, path=outcome.path, first=outcome.first, notes=outcome.notes, dry_run=dry_run
        ),
        settings.output(fmt),
    )
    if taken is not None and needs_a_person(taken):
        raise typer.Exit(5)
