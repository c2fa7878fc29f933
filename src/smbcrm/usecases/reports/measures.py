"""What the reports of measures have in common: a number, the one of a year before, how far it can be trusted, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from smbcrm.core.intervals import Rate
from smbcrm.core.say import Say


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One line of a report.

    `value` is a count, an amount, or, where `of` is given, a share from 0 to 1 of so many, between `low` and `high` nineteen times out
    of twenty. `before` is the same a year earlier, `earlier` what that share was taken from. None is unknown, and `what` then says why.
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
    earlier: Rate | None = None

    @property
    def trend(self) -> str:
        """Tell where it goes against the year before: up, down or same; empty where one of the two is not known.

        A share goes up or down only when each of the two lies outside the interval of the other; else chance explains it.
        """
        if self.value is None or self.before is None:
            return ""
        if self.earlier is not None and (_inside(self.before, self) or _inside(self.value, self.earlier)):
            return "same"
        return "up" if self.value > self.before else "down" if self.value < self.before else "same"


def _inside(value: float, of: Measure | Rate) -> bool:
    return of.low is not None and of.high is not None and of.low <= value <= of.high


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
        earlier=before,
    )
