"""Where the owner stands, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smbcrm.core.say import Say, say

if TYPE_CHECKING:
    from smbcrm.usecases.planning.shown_plan import Backlog
    from smbcrm.usecases.show_status import Status


def status_lines(found: Status, *, late: Backlog, folder: str) -> list[Say]:
    """Say what there is, and what to do next."""
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
        say("Data folder: {folder}", folder=folder),
        found.next,
    ]
    if found.stale:
        lines.insert(3, say("The scores are older than the list"))
    return lines
