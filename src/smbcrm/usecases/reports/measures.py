"""What the reports of measures have in common: a number, the one of a year before, how far it can be trusted, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from smbcrm.core.intervals import Rate
from smbcrm.core.say import Say


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One line of a report.

    `value` is a count, an amount, or, where `of` is given, a share from 0 to 1 of so many, between `low` and `high` nineteen times out
    of twenty. `before` is the same a year earlier. None is unknown, and `what` then says why.
    """

    measure: str
    value: float | None
    before: float | None = None
    count: int | None = None
    of: int | None = None
    low: float | None = None
    high: float | None = None
    what: Say | None = None
    command: str = ""


def rate(
    measure: str, now: Rate, before: Rate | None = None, *, what: Say | None = None, command: str = ""
) -> Measure:
    """Give a share as a line of a report."""
    return Measure(
        measure=measure,
        value=now.value,
        before=before.value if before is not None else None,
        count=now.count,
        of=now.of,
        low=now.low,
        high=now.high,
        what=what,
        command=command,
    )
