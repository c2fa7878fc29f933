"""The budget options that `plan build` and `run` share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from smbcrm.config import Config

HoursOption = Annotated[
    float | None, typer.Option("--hours", metavar="H", help="Hours a week you have for it.")
]
MoneyOption = Annotated[float | None, typer.Option("--money", metavar="M", help="Money for the whole plan.")]
WeeksOption = Annotated[int | None, typer.Option("--weeks", metavar="W", help="For how many weeks.")]
PlanTierOption = Annotated[str, typer.Option("--tier", metavar="A", help="Whom to plan for (several: A,B).")]


def budget_words(
    config: Config, *, hours: float | None, money: float | None, weeks: int | None
) -> tuple[float, float, int]:
    """Give the budget as typed; the owner's settings fill what was not typed."""
    return (
        config.hours if hours is None else hours,
        config.money if money is None else money,
        config.weeks if weeks is None else weeks,
    )
