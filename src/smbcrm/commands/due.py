"""`smbcrm due` and `smbcrm today`: what to do today."""

from __future__ import annotations

import datetime
import sys
from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    Listed,
)
from smbcrm.commands._takes import takes
from smbcrm.core.selection import Filter

CONDITIONS = ("overdue", "due")


@takes(Listed)
def command(
    ctx: typer.Context,
    days: Annotated[
        int,
        typer.Option("--days", min=0, max=36_500, metavar="N", help="Also what is due in the next N days."),
    ] = 0,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="Only this kind (several: a,b).")] = "",
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on", metavar="overdue|due", help="End with exit code 10 when there is any such."
        ),
    ] = "",
    *,
    given: Listed,
) -> None:
    """Show what is due today or earlier: the phone, the reason and the last words; prints nothing when nothing is due.

    Example: smbcrm due

    Example: smbcrm today --kind call

    Example: smbcrm due --days 7 --fail-on overdue --format csv
    """
    from smbcrm.core.say import say
    from smbcrm.output.emit import emit, talk
    from smbcrm.output.options import FOR_READING, Format
    from smbcrm.output.planning.due import due_view, shown_columns
    from smbcrm.usecases.planning.shown_plan import backlog

    settings: Globals = ctx.obj
    _check(fail_on)
    options = settings.output(given.fmt, given.output)
    selection = given.selection(_filters(settings.today + datetime.timedelta(days=days), kind))
    for_people = options.format in FOR_READING
    chosen = shown_columns(selection.columns, for_people=for_people)
    store = settings.reading()
    order = "date, sort, item_id"
    rows = list(store.select("due_records", chosen, selection=selection, order=order, custom={}))
    if rows or options.format is not Format.TABLE or not options.to_stdout:
        late = backlog(store, today=settings.today)
        emit(due_view(rows, chosen, late, for_people=for_people and not selection.columns), options)
    elif sys.stdout.isatty():
        talk(say("Nothing is due. `smbcrm status` tells what comes next."), options)
    # Cron mails whatever is printed: no news is no mail. A person at a terminal is told so.
    _fail(
        store.select("due_records", ["date"], selection=selection, order="date", custom={}), fail_on, settings
    )


def _filters(until: datetime.date, kind: str) -> tuple[Filter, ...]:
    from smbcrm.commands._options import split
    from smbcrm.core.values.touches import touch_kind

    found: list[Filter] = [
        ("status = 'open'", ()),
        ("date <= ?", (until.isoformat(),)),
        # Who has asked for peace since the plan was made is left in peace; the next plan leaves him out.
        (
            "NOT (sort = 1 AND EXISTS (SELECT 1 FROM customer c WHERE c.id = customer AND c.do_not_contact = 1))",
            (),
        ),
    ]
    kinds = [touch_kind(word) for word in split(kind.replace("،", ","))] if kind else []
    if kinds:
        found.append((f"kind IN ({', '.join('?' * len(kinds))})", tuple(kinds)))
    return tuple(found)


def _check(fail_on: str) -> None:
    if fail_on and fail_on not in CONDITIONS:
        from smbcrm.core.say import say
        from smbcrm.errors import UsageError

        raise UsageError(
            say("--fail-on {value} means nothing", value=fail_on),
            say("choose one of: {allowed}", allowed=", ".join(CONDITIONS)),
        )


def _fail(days: object, fail_on: str, settings: Globals) -> None:
    if not fail_on:
        return
    today = settings.today.isoformat()
    count = sum(day < today if fail_on == "overdue" else day <= today for (day,) in days)  # type: ignore[attr-defined]
    if count:
        from smbcrm.core.say import say
        from smbcrm.errors import ConditionHolds

        what = "--fail-on: {count} overdue" if fail_on == "overdue" else "--fail-on: {count} due"
        raise ConditionHolds(say(what, count=count), say("`smbcrm plan rebalance` spreads what is overdue"))
