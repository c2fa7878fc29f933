"""Who pays late, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.say import Say, say
from smbcrm.output.reports import report_columns as columns
from smbcrm.output.view import View
from smbcrm.usecases.reports.payers import Payer


def payers_view(payers: Sequence[Payer]) -> View:
    """Give who pays late, and how many owe."""
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
        for p in payers
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
    else:
        footer = (say("Nothing is overdue. Next: `smbcrm report top --by spend`"),)
    empty = say(
        "No bills of theirs are known: `smbcrm invoice add WHO AMOUNT --due DATE`, or `smbcrm import FILE --as payments`"
    )
    title = say("Who pays, and when")
    return View(columns.PAYERS, rows, title=title, footer=footer, empty=(empty,), name="payers")
