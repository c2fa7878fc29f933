"""The account of a plan as a table."""

from __future__ import annotations

from smbcrm.core.say import Say, say
from smbcrm.output.view import Column, View
from smbcrm.usecases.report_plan import Line, PlanReport

REPORT = (
    Column("name", "What", "word"),
    Column("ideal", "Ideal", "number"),
    Column("planned", "Planned", "number"),
    Column("done", "Done", "number"),
    Column("extra", "Beside the plan", "number"),
    Column("skipped", "Skipped", "number"),
    Column("dropped", "Let go", "number"),
    Column("overdue", "Overdue", "number"),
    Column("ideal_hours", "Ideal hours", "number"),
    Column("planned_hours", "Planned hours", "number"),
    Column("done_hours", "Done hours", "number"),
    Column("ideal_cost", "Ideal cost", "money"),
    Column("planned_cost", "Planned cost", "money"),
    Column("done_cost", "Done cost", "money"),
)
TABLE = (
    "name", "ideal", "planned", "done", "skipped", "overdue", "ideal_hours", "planned_hours", "done_hours",
    "planned_cost", "done_cost",
)  # fmt: skip


def report_view(report: PlanReport) -> View:
    """Give the account, its sum last."""
    lines = [*report.lines, report.total] if report.lines else []
    return View(
        REPORT,
        [_row(line) for line in lines],
        title=say("Plan from {start} to {end}", start=report.start.isoformat(), end=report.end.isoformat()),
        footer=_footer(report.total),
        name="plan_report",
        id_column="name",
    )


def _row(line: Line) -> tuple[object, ...]:
    return (
        line.name or "total", line.ideal, line.planned, line.done, line.extra, line.skipped, line.dropped, line.overdue,
        _hours(line.ideal_minutes), _hours(line.planned_minutes), _hours(line.done_minutes),
        line.ideal_cost, line.planned_cost, line.done_cost,
    )  # fmt: skip


def _hours(minutes: float) -> float:
    return round(minutes / 60, 2)


def _footer(total: Line) -> tuple[Say, ...]:
    lines = []
    if total.untimed:
        lines.append(
            say(
                "Not timed, those of the plan counted as planned: {count}. `smbcrm done ITEM --minutes N` tells how long",
                count=total.untimed,
            )
        )
    if total.overdue:
        lines.append(say("Next: `smbcrm due`, or `smbcrm plan rebalance` for what is overdue."))
    else:
        lines.append(say("Next: `smbcrm due` shows what to do today."))
    return tuple(lines)
