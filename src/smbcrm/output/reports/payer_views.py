"""Who pays late, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.say import Say, say
from smbcrm.output.reports import report_columns as columns
from smbcrm.output.view import View
from smbcrm.usecases.reports.payers import Payer


def payers_view(payers: Sequence[Payer], *, limit: int | None = None) -> View:
    """Give who pays late, at most so many of them; how many owe is told of all."""
    rows = [
        (
            p.id,
            p.name,
            p.tier,
            p.bills,
            p.paid_late,
            p.days_late,
            p.trend,
            p.open,
            p.overdue,
            p.days_overdue,
            p.unit,
            p.command,
        )
        for p in payers[:limit]
    ]
    owing = [p for p in payers if p.overdue > 0]
    if owing:
        footer: tuple[Say, ...] = (
            say("Trend: so many days later than before (below 0: earlier), from four paid bills on."),
            say(
                "Next: {name} owes what is overdue: `{command}`",
                name=owing[0].name or owing[0].id,
                command=owing[0].command,
            )
            if len(owing) == 1
            else say(
                "Next: {count} customers owe what is overdue: `smbcrm invoice list --overdue`",
                count=len(owing),
            ),
        )
    elif rows:
        footer = (say("Nothing is overdue. Next: `smbcrm report top --by spend`"),)
    else:
        footer = (
            say(
                "No bills are known: `smbcrm invoice add WHO AMOUNT --due DATE`, or `smbcrm import FILE --as payments`"
            ),
        )
    return View(columns.PAYERS, rows, title=say("Who pays, and when"), footer=footer, name="payers")
