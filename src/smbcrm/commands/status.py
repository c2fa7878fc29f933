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
    from smbcrm.core.say import say
    from smbcrm.output.emit import emit_action
    from smbcrm.usecases.planning.shown_plan import backlog
    from smbcrm.usecases.show_status import show_status

    settings: Globals = ctx.obj
    store = settings.reading()
    found = show_status(store, today=settings.today)
    late = backlog(store, today=settings.today)
    tiers = [say("{tier} {count}", tier=tier, count=count) for tier, count in found.tiers.items()]
    lines = [
        say(
            "{customers} {customers:customer|customers} from {rows} {rows:row|rows} of {sources} {sources:sheet|sheets}",
            customers=found.customers,
            rows=found.rows,
            sources=found.sources,
        ),
        say("{count} open {count:question|questions} about who is who", count=found.to_review),
        say(
            "{scored} {scored:has|have} a score, {unknown} {unknown:has|have} too little to go by",
            scored=found.scored,
            unknown=found.unknown,
        )
        if found.ever_scored
        else say("No scores yet"),
        say("Tiers: {tiers}", tiers=tiers) if tiers else say("No tiers yet"),
        say(
            "{items} {items:contact is|contacts are} planned, {due} due by today, {overdue} of them overdue",
            items=found.plan_items,
            due=found.due,
            overdue=found.overdue,
        ),
        *([late.line] if late.heavy else []),
        say("Data folder: {folder}", folder=str(settings.folder)),
        found.next,
    ]
    if found.stale:
        lines.insert(3, say("The scores are older than the list"))
    emit_action(
        {
            **{k: v for k, v in asdict(found).items() if k != "next"},
            "next": found.next,
            "data": str(settings.folder),
        },
        lines,
        settings.output(fmt),
    )
