"""The budget as a table and as sentences."""

from __future__ import annotations

from collections.abc import Iterable

from smbcrm.core.budgets import Budget
from smbcrm.core.say import Say, say
from smbcrm.output.view import Column
from smbcrm.usecases.set_budget import Use

BUDGET = (
    Column("what", "What", "word"),
    Column("period", "Per", "word"),
    Column("first", "From", "date"),
    Column("last", "To", "date"),
    Column("budget", "Budget", "number"),
    Column("planned", "Planned", "number"),
    Column("spent", "Spent", "number"),
    Column("left", "Left", "number"),
)


def use_rows(uses: Iterable[Use]) -> list[tuple[object, ...]]:
    """Give a row for each thing there is a budget of; what is left is what is neither planned nor spent."""
    return [
        (
            use.what, use.period, use.first, use.last, _short(use.budget), _short(use.planned), _short(use.spent),
            _short(use.budget - use.planned - use.spent),
        )
        for use in uses
    ]  # fmt: skip


def _short(value: float) -> float:
    return round(value, 2)


def budget_lines(budget: Budget) -> list[Say]:
    """Say what holds beside hours and money."""
    lines = [
        say(
            "For {weeks} {weeks:week|weeks} at a time; first come: {names}",
            weeks=budget.weeks,
            names=budget.protect or "-",
        )
    ]
    if budget.contacts:
        lines.append(
            say(
                "At most {count} {count:contact|contacts} with one customer in {days} {days:day|days}",
                count=budget.contacts,
                days=budget.within_days,
            )
        )
    return lines


def set_line(budget: Budget) -> Say:
    """Say hours and money."""
    return say(
        "{hours} {hours:hour|hours} a week, {money} money per {period}. Next: `smbcrm plan build`.",
        hours=round(budget.minutes / 60, 2),
        money=budget.money,
        period=say(budget.money_per),
    )
