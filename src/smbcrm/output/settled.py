"""What something that happened did to the plan, in sentences."""

from __future__ import annotations

import datetime

from smbcrm.core.say import Say, say
from smbcrm.usecases.settle_items import Settled


def settled_lines(settled: Settled, task: int | None, until: datetime.date | None) -> list[Say]:
    """Say which item was settled, which turns were moved, and what was promised."""
    lines = []
    if settled.done:
        lines.append(say("{item} of the plan is done by that.", item=settled.done))
    for item, day in settled.moved:
        lines.append(say("{item} of the plan has its next turn on {date}.", item=item, date=day))
    if task is not None and until is not None:
        lines.append(say("The promise is {item}, due {date}.", item=f"T{task}", date=until.isoformat()))
    return lines
