"""The budget options that `plan build`, `plan rebalance`, `run` and `budget set` share, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

_TOO_MANY = 60_000_000  # minutes: more hours than any number of them that is told as it was typed
HoursOption = Annotated[
    float | None, typer.Option("--hours", metavar="H", help="Hours a week you have for it.")
]
MoneyOption = Annotated[float | None, typer.Option("--money", metavar="M", help="Money for the whole plan.")]
WeeksOption = Annotated[int | None, typer.Option("--weeks", metavar="W", help="For how many weeks.")]
PlanTierOption = Annotated[str, typer.Option("--tier", metavar="A", help="Whom to plan for (several: A,B).")]
ProtectOption = Annotated[
    str | None,
    typer.Option("--protect", metavar="A,call,C17", help="Tiers, kinds and customers that come first; none."),
]


def typed_budget(
    *, hours: float | None, money: float | None, weeks: int | None, protect: str | None = None
) -> dict[str, Any]:
    """Give the budget as typed for one plan: hours a week, money for all of it."""
    from smbcrm.core.budgets import PLAN, weekly_minutes
    from smbcrm.core.plans.protection import read_protection

    typed: dict[str, Any] = {}
    if hours is not None:
        typed["minutes"] = weekly_minutes(hours, "week") if abs(hours) < 1e6 else _TOO_MANY
    if money is not None:
        typed |= {"money": money, "money_per": PLAN}
    if weeks is not None:
        typed["weeks"] = weeks
    if protect is not None:
        typed["protect"] = read_protection(protect)
    return typed


def budget_changes(words: str, *, hours: str, money: str, per: Sequence[str]) -> dict[str, Any]:
    """Give what `--hours 6 --per week --money 5000000 --per month` or `--hours 6/week` change.

    Each `--per` belongs to the option before it, so the line is read as it was typed.
    """
    from smbcrm.core.budgets import MONTH, WEEK, weekly_minutes
    from smbcrm.core.say import say
    from smbcrm.errors import UsageError

    behind = _behind(words.split(), per)
    if len(behind) < len(per):
        raise UsageError(
            say("--per {period} stands behind neither --hours nor --money", period=per[-1]),
            say("write it like: `smbcrm budget set --hours 6 --per week --money 5000000 --per month`"),
        )
    changes: dict[str, Any] = {}
    if hours:
        amount, period = _amount("--hours", hours, behind.get("--hours", ""), usual=WEEK)
        changes["minutes"] = weekly_minutes(amount, _period("--hours", period, (WEEK, MONTH)))
    if money:
        amount, period = _amount("--money", money, behind.get("--money", ""), usual=MONTH)
        changes |= {"money": amount, "money_per": _period("--money", period, (WEEK, MONTH, "year", "plan"))}
    return changes


def _behind(words: Sequence[str], per: Sequence[str]) -> dict[str, str]:
    """Give the period that stands behind each option."""
    found: dict[str, str] = {}
    last, periods = "", list(per)
    for word in words:
        name = word.partition("=")[0]
        if name in ("--hours", "--money"):
            last = name
        elif name == "--per" and last and periods:
            found[last] = periods.pop(0)
    return found


def _amount(option: str, text: str, period: str, *, usual: str) -> tuple[float, str]:
    from math import isfinite

    from smbcrm.core.say import say
    from smbcrm.errors import UsageError

    number, slash, inside = text.partition("/")
    amount = _hours(number) if option == "--hours" else _money(number)
    if amount is None or amount < 0 or not isfinite(amount):
        raise UsageError(
            say("{option} {value} is not a number", option=option, value=text),
            say("write it like: `smbcrm budget set --hours 6 --per week --money 5000000 --per month`"),
        )
    return amount, (inside if slash else period) or usual


def _hours(text: str) -> float | None:
    """Give the hours of a number, or of a length of time like 90m or ۶ ساعت."""
    from smbcrm.core.plans.conditions import number_in
    from smbcrm.core.values.durations import read_durations

    number = number_in(text)
    if number is None and any(char.isalpha() for char in text) and any(char.isdigit() for char in text):
        (minutes,) = read_durations([text]).minutes
        return None if minutes is None else minutes / 60
    return number


def _money(text: str) -> float | None:
    """Give a sum of money; one that names its currency is asked for without, for the list may be in another."""
    from smbcrm.core.money import parse_amount
    from smbcrm.core.say import say
    from smbcrm.errors import UsageError

    amount = parse_amount(text)
    if amount is not None and amount.unit:
        raise UsageError(
            say("--money {value} names a currency", value=text),
            say("write the number alone, in the money that your list is in"),
        )
    return None if amount is None else amount.value


def _period(option: str, period: str, allowed: Sequence[str]) -> str:
    from smbcrm.core.say import say
    from smbcrm.core.text import fold
    from smbcrm.errors import UsageError

    words = {"هفته": "week", "ماه": "month", "سال": "year", "برنامه": "plan"}
    word = words.get(fold(period), period.strip().lower())
    if word not in allowed:
        raise UsageError(
            say("{option} is not set per {period}", option=option, period=period),
            say("choose one of: {allowed}", allowed=", ".join(allowed)),
        )
    return word
