"""What the owner has for his customers: hours a week, money, and how often one customer may be bothered.

A week of a plan has its minutes. Money holds for the plan, or for each week, month or year: months and years are those of the
shop's calendar, the present one has what was not spent of it yet, and one that the plan leaves before its end gives its share.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from smbcrm.core.say import Say, say
from smbcrm.core.values.calendar_days import month_of, month_span
from smbcrm.errors import UsageError

WEEK, MONTH, YEAR, PLAN = "week", "month", "year", "plan"
PERIODS = (WEEK, MONTH, YEAR, PLAN)
WEEKS_IN_MONTH = 365.2425 / 12 / 7
WHOLE = 1000
"""From such a budget on, nobody counts hundredths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Minutes a week, money for each period, for how many weeks; at most so many contacts with one customer within some days.

    `protect` names the tiers, kinds and customers (C17) that come first. `contacts` 0 sets no limit.
    """

    minutes: int = 300
    money: float = 0.0
    money_per: str = PLAN
    weeks: int = 4
    contacts: int = 3
    within_days: int = 7
    protect: str = "A"

    @property
    def hours(self) -> float:
        """The hours a week."""
        return self.minutes / 60

    def checked(self) -> Budget:
        """Give the budget; raises UsageError for one that cannot be planned with."""
        if not 0 < self.hours <= 168:
            why = say("it must be above {low} and at most {high}", low=0, high=168)
            raise _outside("--hours", self.hours, why)
        for option, given, low, high in (
            ("--money", self.money, 0, 10**15),
            ("--weeks", self.weeks, 1, 53),
            ("--contacts", self.contacts, 0, 10_000),
            ("--within", self.within_days, 1, 366),
        ):
            if not low <= given <= high:
                raise _outside(option, given, say("it must be from {low} to {high}", low=low, high=high))
        return self


def _outside(option: str, given: float, why: Say) -> UsageError:
    return UsageError(
        say("{name} cannot be {value}: {reason}", name=option, value=f"{given:.10g}", reason=why),
        say("for example: `smbcrm plan build --hours 5 --money 0 --weeks 4`"),
    )


def weekly_minutes(hours: float, per: str) -> int:
    """Give the whole minutes a week of so many hours a week or month, never more than there are.

    >>> weekly_minutes(6, "week"), weekly_minutes(26, "month")
    (360, 358)
    """
    minutes = hours * 60 if per == WEEK else hours * 60 / WEEKS_IN_MONTH
    return math.floor(minutes + 1e-9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a plan is held to: the minutes of each week, the periods its money comes in, and contacts with one customer.

    `period[k]` is the money period of week k, `money[p]` what period p has, `spans[p]` its first and last day. No customer gets more
    than `contacts` in `within_days` (0: no limit).
    """

    minutes: tuple[float, ...]
    money: tuple[float, ...]
    period: tuple[int, ...]
    spans: tuple[tuple[date, date], ...] = ()
    contacts: int = 0
    within_days: int = 7

    @property
    def weeks(self) -> int:
        """For how many weeks."""
        return len(self.minutes)

    @classmethod
    def even(
        cls, *, minutes: float, money: float, weeks: int, contacts: int = 0, within_days: int = 7
    ) -> Limits:
        """Give the same minutes every week and one purse for all of it."""
        return cls(
            minutes=(float(minutes),) * weeks,
            money=(float(money),),
            period=(0,) * weeks,
            contacts=contacts,
            within_days=within_days,
        )

    def more(self, *, minutes: float = 0, money: float = 0) -> Limits:
        """Give the limits with more minutes in every week, or more money in every period."""
        return replace(
            self,
            minutes=tuple(had + minutes for had in self.minutes),
            money=tuple(had + money for had in self.money),
        )

    def less(self, minutes: Mapping[int, float], money: Mapping[int, float]) -> Limits:
        """Give what is left after minutes and money of some weeks are taken; never less than nothing."""
        left = list(self.money)
        for week, cost in money.items():
            left[self.period[week]] = max(left[self.period[week]] - cost, 0.0)
        return replace(
            self,
            minutes=tuple(max(had - minutes.get(week, 0), 0.0) for week, had in enumerate(self.minutes)),
            money=tuple(left),
        )


def limits_of(budget: Budget, *, start: date, country: str, spent: Mapping[date, float]) -> Limits:
    """Give what a plan from a day on is held to; `spent` is what contacts and tasks have cost, by day.

    The first day of a plan is a day of its own: what was paid on it before the plan was made is taken from its money.
    """
    weeks = budget.weeks
    minutes = (float(budget.minutes),) * weeks
    if budget.money_per == PLAN:
        periods = [(start, start + timedelta(days=7 * weeks - 1))]
        money, period = [max(float(budget.money) - spent.get(start, 0.0), 0.0)], [0] * weeks
    elif budget.money_per == WEEK:
        periods = [(start + timedelta(days=7 * k), start + timedelta(days=7 * k + 6)) for k in range(weeks)]
        money, period = [float(budget.money)] * weeks, list(range(weeks))
        money[0] = max(money[0] - spent.get(start, 0.0), 0.0)
    else:
        periods, money, period = _calendar_periods(budget, start=start, country=country, spent=spent)
    return Limits(
        minutes=minutes,
        money=tuple(money),
        period=tuple(period),
        spans=tuple(periods),
        contacts=budget.contacts,
        within_days=budget.within_days,
    )


def _calendar_periods(
    budget: Budget, *, start: date, country: str, spent: Mapping[date, float]
) -> tuple[list[tuple[date, date]], list[float], list[int]]:
    """Cut the weeks of a plan into the months or years that most of their days lie in."""
    months = 12 if budget.money_per == YEAR else 1
    end = start + timedelta(days=7 * budget.weeks - 1)
    spans: list[tuple[date, date]] = []
    period = []
    for week in range(budget.weeks):
        middle = start + timedelta(days=7 * week + 3)
        span = month_span(middle, country, months=months)
        if not spans or span != spans[-1]:
            spans.append(span)
        period.append(len(spans) - 1)
    money = []
    for first, last in spans:
        begin = max(first, start)
        covered, left = (min(last, end) - begin).days + 1, (last - begin).days + 1
        gone = sum(cost for day, cost in spent.items() if first <= day <= last)
        share = max(budget.money - gone, 0.0) * covered / left
        money.append(float(int(share)) if budget.money >= WHOLE else share)
    return spans, money, period


__all__ = ["Budget", "Limits", "limits_of", "month_of", "weekly_minutes"]
