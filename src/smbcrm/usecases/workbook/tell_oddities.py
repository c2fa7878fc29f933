"""Say what was found in the sheets that is neither an edit nor a conflict."""

from __future__ import annotations

from smbcrm.core.say import say
from smbcrm.core.workbook.shape import CUSTOMERS_SHEET
from smbcrm.usecases.workbook.results import Taken
from smbcrm.usecases.workbook.work import Work


def tell_oddities(work: Work, taken: Taken) -> None:
    """Say what was found in the sheets that is neither an edit nor a conflict."""
    for name, merge in work.merges.items():
        sheet = say(name)
        if merge.copies:
            taken.notes.append(
                say(
                    "{count} {count:row|rows} of {sheet} stood there twice; one of each is left",
                    count=len(merge.copies),
                    sheet=sheet,
                )
            )
        if merge.strangers and name == CUSTOMERS_SHEET:
            taken.notes.append(
                say(
                    "{count} {count:row|rows} of {sheet} {count:has|have} an id that nobody has; {count:it was|they were} taken as new",
                    count=len(merge.strangers),
                    sheet=sheet,
                )
            )
        if merge.put_back:
            taken.notes.append(
                say(
                    "{count} {count:cell|cells} of {sheet} that {count:is computed was|are computed were} put back",
                    count=merge.put_back,
                    sheet=sheet,
                )
            )
        # What the owner calls a column of ours, and which he took out, is said once.
        called = work.base.called.get(name, {})
        for key, heading in (work.columns[name].renamed or {}).items():
            if called.get(key) == heading:
                continue
            was = work.shapes[name].column(key).heading
            taken.notes.append(say("the column {heading} is our {was}, renamed", heading=heading, was=was))
        known = {column.key for column in work.base.columns.get(name, ())}
        for key in work.columns[name].missing:
            if key in known and called.get(key) != "":
                heading = work.shapes[name].column(key).heading
                taken.notes.append(
                    say(
                        "the column {heading} is not in {sheet} any more; nothing was deleted",
                        heading=heading,
                        sheet=sheet,
                    )
                )
    for heading in work.own:
        taken.notes.append(say("the column {heading} is new and is kept with each customer", heading=heading))
