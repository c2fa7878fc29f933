"""The plan as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from smbcrm.core.say import Say, say
from smbcrm.output.dealings.record_sets import PLAN, pick
from smbcrm.output.sentences import told
from smbcrm.output.view import View
from smbcrm.usecases.planning.shown_plan import Planned


def plan_view(
    rows: Iterable[Sequence[object]],
    columns: Sequence[str],
    planned: Planned,
    *,
    first: Sequence[Say] = (),
    last: Sequence[Say] = (),
) -> View:
    """Give the items of a plan, what it takes, and what did not fit."""
    title = say("Plan from {start} to {end}", start=planned.start.isoformat(), end=planned.end.isoformat())
    footer = [
        *first,
        say(
            "{items} {items:contact|contacts}, {used} of {minutes} {minutes:minute|minutes}, {cost} of {money} money, in {weeks} {weeks:week|weeks}",
            items=planned.items,
            used=planned.minutes,
            minutes=planned.budget.minutes * planned.budget.weeks,
            cost=planned.cost,
            money=planned.budget.money,
            weeks=planned.budget.weeks,
        ),
        *planned.said,
        *(last or [say("Next: `smbcrm due` shows what to do today.")]),
    ]
    return View(
        pick(columns, PLAN),
        told(rows, columns),
        title=title,
        footer=tuple(footer),
        name="plan",
        id_column="item",
    )
