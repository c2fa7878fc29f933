"""The reports on value as tables; each ends in what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from smbcrm.core.command_line import quoted
from smbcrm.core.intervals import Rate
from smbcrm.core.say import Say, say
from smbcrm.output.reports import report_columns as columns
from smbcrm.output.view import View
from smbcrm.usecases.at_risk import AtRisk
from smbcrm.usecases.reports.measures import Measure
from smbcrm.usecases.reports.silent import Silent
from smbcrm.usecases.reports.tiers import TierReport
from smbcrm.usecases.reports.top import Best
from smbcrm.usecases.show_lifecycle import Member, Stage

STAGE_ACTIONS: Mapping[str, Say] = {
    "prospect": Say("invite them for a first purchase, or record what they bought"),
    "undated": Say("record when they bought"),
    "new": Say("thank them, and ask how the first purchase was"),
    "active": Say("keep what they like as it is"),
    "won back": Say("ask what brought them back, and what had kept them away"),
    "slipping": Say("call them before they are lost"),
    "lost": Say("ask the best of them once; let the others be"),
}


def at_risk_view(found: Sequence[AtRisk]) -> View:
    """Give who may go, and why."""
    rows = [(r.id, r.name, r.tier, r.score, r.at_stake, list(r.reasons), r.command) for r in found]
    footer = [
        say("Next: call {name}, then type: `{command}`", name=r.name or r.id, command=r.command)
        for r in found[:1]
    ]
    empty = say(
        "None of them is known to be at risk; silence is no praise: `smbcrm gaps --ask 5` says whom to ask."
    )
    return View(
        columns.AT_RISK, rows, title=say("At risk"), footer=tuple(footer), empty=(empty,), name="at risk"
    )


def stages_view(stages: Sequence[Stage]) -> View:
    """Give how many customers are in each state."""
    rows = [
        (
            s.state,
            s.customers,
            s.share,
            s.spend,
            STAGE_ACTIONS[s.state],
            f"smbcrm lifecycle --state {_word(s.state)}",
        )
        for s in stages
    ]
    slipping = next(s.customers for s in stages if s.state == "slipping")
    footer = (
        say(
            "Next: {count} {count:customer is|customers are} slipping: `smbcrm lifecycle --state slipping`",
            count=slipping,
        )
        if slipping
        else say("Next: `smbcrm at-risk`"),
    )
    return View(
        columns.STAGES,
        rows,
        title=say("The life of your customers"),
        footer=footer,
        name="lifecycle",
        id_column="state",
    )


def members_view(members: Sequence[Member], state: str) -> View:
    """Give the customers of one state, the best first."""
    rows = [(m.id, m.name, m.tier, m.state, m.last_purchase, m.days, m.expected) for m in members]
    footer = (say("What to do: {action}", action=STAGE_ACTIONS[state]),)
    empty = say("There is nobody of the kind. Next: `smbcrm lifecycle` counts who is where.")
    return View(columns.STAGE_MEMBERS, rows, footer=footer, empty=(empty,), name="customers")


def _word(state: str) -> str:
    return quoted(state)


def top_view(rows: Iterator[Best], by: str) -> View:
    """Give who buys most."""
    cells = (
        (b.rank, b.id, b.name, b.tier, b.score, b.spend, b.purchases, b.last_purchase, b.running)
        for b in rows
    )
    footer = (
        say(
            "Next: `smbcrm plan build --tier A` plans time for the best; `smbcrm score explain WHO` says what else counts."
        ),
    )
    title = {
        "spend": say("Who spends most"),
        "count": say("Who buys most often"),
        "recency": say("Who bought last"),
    }[by]
    empty = say(
        "No such sales are known: `smbcrm purchase add WHO AMOUNT`, or `smbcrm import FILE --as purchases`"
    )
    return View(columns.BEST, cells, title=title, footer=footer, empty=(empty,), name="top")


def measures_view(measures: Sequence[Measure], title: Say, *, for_reading: bool) -> View:
    """Give measures: numbers for machines, with their interval in words for people."""
    if not for_reading:
        rows: list[tuple[object, ...]] = [
            (
                m.measure,
                m.value,
                m.before,
                m.count,
                m.of,
                m.low,
                m.high,
                m.what,
                m.command,
                m.trend or None,
                *_earlier(m.earlier),
            )
            for m in measures
        ]
        return View(columns.MEASURES, rows, name="measures", id_column="measure")
    rows = [(m.measure, _value(m), _before(m), _ARROWS[m.trend], m.what, m.command) for m in measures]
    footer: tuple[Say, ...] = (
        say("Arrows: against a year ago; a share counts as changed only where chance does not explain it."),
    )
    worst = next((m for m in measures if m.trend == "down" and m.measure not in ("lost", "slipping")), None)
    if worst is not None:
        footer = (
            *footer,
            say("Next: {measure} went down: `{command}`", measure=say(worst.measure), command=worst.command),
        )
    return View(
        columns.MEASURES_TABLE, rows, title=title, footer=footer, name="measures", id_column="measure"
    )


_ARROWS = {"up": "↑", "down": "↓", "same": "=", "": ""}


def _earlier(before: Rate | None) -> tuple[float | None, ...]:
    return (before.count, before.of, before.low, before.high) if before is not None else (None,) * 4


def _value(m: Measure) -> Say:
    if m.value is None:
        return say("not known")
    if m.of is not None and m.low is not None and m.high is not None:
        return _share(m.value, m.count or 0, m.of, m.low, m.high)
    if m.low is not None and m.high is not None:
        return say(
            "{value} ({low} to {high}; {count} {count:answer|answers})",
            value=m.value,
            low=m.low,
            high=m.high,
            count=m.count or 0,
        )
    return Say("{value}", (("value", _plain(m.value)),))


def _share(value: float, count: int, of: int, low: float, high: float) -> Say:
    return say(
        "{percent}% ({count} of {of}; {low} to {high}%)",
        percent=round(100 * value),
        count=count,
        of=of,
        low=round(100 * low),
        high=round(100 * high),
    )


def _before(m: Measure) -> Say | None:
    if m.before is None:
        return None
    then = m.earlier
    if then is not None and then.low is not None and then.high is not None:
        return _share(m.before, then.count, then.of, then.low, then.high)
    return Say("{value}", (("value", _plain(m.before)),))


def _plain(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


def tier_report_view(tiers: Sequence[TierReport]) -> View:
    """Give the tiers side by side."""
    rows = [
        (
            t.tier,
            t.customers,
            t.score,
            t.spend,
            t.share,
            t.contacts,
            t.contacted.value,
            t.active.value,
            t.active.low,
            t.active.high,
        )
        for t in tiers
    ]
    best = next((t for t in tiers if t.tier == "A"), None)
    footer: tuple[Say, ...] = (say("Next: `smbcrm plan build` plans what tier A deserves."),)
    if not any(t.customers for t in tiers):
        footer = (_NO_TIERS,)
    if best is not None and best.customers > best.contacted.count:
        missed = best.customers - best.contacted.count
        footer = (
            say(
                "Next: no contact of the last year is recorded with {count} {count:customer|customers} of tier A: `smbcrm list --tier A --not-contacted 365d`",
                count=missed,
            ),
        )
    return View(
        columns.TIER_REPORT,
        rows,
        title=say("What each tier brings and gets"),
        footer=footer,
        name="tiers",
        id_column="tier",
    )


_NO_TIERS = say("Nobody is in these tiers yet. Next: `smbcrm score`, then `smbcrm tier`.")


def silent_view(found: Sequence[Silent], *, looked: bool) -> View:
    """Give the good customers of whom nothing was heard; `looked` tells whether there was anybody to look at."""
    rows = [
        (
            s.id,
            s.name,
            s.tier,
            s.score,
            s.last_contact,
            s.last_rating,
            s.last_purchase,
            s.spend,
            _ask(s),
        )
        for s in found
    ]
    footer = [
        say(
            "Silence is no praise. Next: ask {name}, then type: `{command}`",
            name=s.name or s.id,
            command=_ask(s),
        )
        for s in found[:1]
    ]
    empty = say("Each of them was heard of within a year.") if looked else _NO_TIERS
    title = say("Not heard of for a year")
    return View(columns.SILENT, rows, title=title, footer=tuple(footer), empty=(empty,), name="silent")


def _ask(silent: Silent) -> str:
    return f"smbcrm rate {silent.id} 4/5"


def runs_view(rows: Iterator[Sequence[object]]) -> View:
    """Give how the list was cut, run by run, the newest first."""
    footer = (say("Who moved: `smbcrm tier moves --since DATE`"),)
    return View(columns.RUNS, rows, footer=footer, name="runs", id_column="run")
