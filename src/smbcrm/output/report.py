"""The report of the main job: what was read, who that is, the tiers, the best customers, the plan, and what to type next."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from smbcrm.core.say import Say, say
from smbcrm.output.actions import DRY, IN_EARNEST, WOULD_SAY, import_data, questions_line
from smbcrm.output.dealings.record_sets import PLAN, TIERS, TOP, keys
from smbcrm.output.imports import notes, sheets_view
from smbcrm.output.merging.people import people_lines
from smbcrm.output.planning.plans import plan_view
from smbcrm.output.reports.tiers import tiers_view
from smbcrm.output.sentences import told
from smbcrm.output.view import View
from smbcrm.usecases.assign_tiers import tier_rows
from smbcrm.usecases.planning.welcome import WELCOME
from smbcrm.usecases.ports import Store
from smbcrm.usecases.run_main_job import Job

# What a person reads of the plan in the report: who, what, when, how long, what it costs, why.
REPORTED = tuple(key for key in keys(PLAN) if key not in {"customer_id", "tier", "status"})
DATE = REPORTED.index("date")


def job_views(store: Store, job: Job, *, folder: str, verbose: bool, dry_run: bool) -> list[View]:
    """Give the report as tables, one after another."""
    merged = job.imported.merged
    people = [*notes(job.imported, verbose=verbose), *people_lines(merged), questions_line(merged)]
    if not job.changed:
        people.append(say("Nothing was new: the list, the scores, the tiers and the plan are as they were."))
    found = [View((), (), footer=(WOULD_SAY,))] if dry_run else []
    found.append(sheets_view(job.imported, footer=people))
    scores = say(
        "{scored} {scored:customer has|customers have} a score, {own} of them by your own word; {unknown} {unknown:has|have} too little to go by.",
        scored=job.scored.scored,
        own=job.scored.own,
        unknown=job.scored.unknown,
    )
    found.append(tiers_view(tier_rows(store), job.tiered, last=scores))
    best = [(one.id, one.name, one.phone, one.score, one.why) for one in job.top]
    if best:
        more = say(
            "Why, part by part: `smbcrm score explain {id}`. All of tier A: `smbcrm list --tier A`",
            id=best[0][0],
        )
        found.append(View(TOP, best, title=say("Your best customers"), footer=(more,), name="top"))
    last = _last(job, folder, dry_run=dry_run)
    if job.plan is None:
        return [*found, View((), (), footer=last)]
    rows = plan_records(store, job.plan.plan, REPORTED)
    first = [
        row for row in rows if str(row[DATE]) < (job.plan.start + datetime.timedelta(days=7)).isoformat()
    ]
    if len(first) < len(rows):
        later = say(
            "This is the first week; {count} {count:contact follows|contacts follow}: `smbcrm plan show`",
            count=len(rows) - len(first),
        )
        last = (later, *last)
    return [*found, plan_view(first, REPORTED, job.plan, last=last)]


def _last(job: Job, folder: str, *, dry_run: bool) -> tuple[Say, ...]:
    if dry_run:
        return DRY, IN_EARNEST
    step = say("Next: `smbcrm due` shows what to do today.")
    if job.imported.merged.to_review:
        step = say(
            "Next: `smbcrm due` shows what to do today; `smbcrm merge review` asks what only you can decide."
        )
    return step, say("All of it is kept in {folder}; `smbcrm undo` takes it back.", folder=folder)


def plan_records(store: Store, plan: int, columns: Sequence[str]) -> list[tuple[object, ...]]:
    """Give the open items of a plan, by date."""
    return list(
        store.read(
            f"SELECT {', '.join(columns)} FROM plan_records WHERE plan_id = ? AND status = 'open' AND {WELCOME} ORDER BY date, item_id",
            [plan],
        )
    )


def job_data(
    store: Store, job: Job, failed: Sequence[tuple[str, Say, Say]], *, folder: str, dry_run: bool
) -> dict[str, Any]:
    """Give the report as data."""
    items = plan_records(store, job.plan.plan, keys(PLAN)) if job.plan else []
    return {
        **import_data(job.imported, failed),
        "scored": job.scored.scored,
        "unknown": job.scored.unknown,
        "tiers": View(TIERS, tier_rows(store), name="tiers"),
        "top": View(TOP, [(o.id, o.name, o.phone, o.score, o.why) for o in job.top], name="top"),
        "plan": View(PLAN, list(told(items, keys(PLAN))), name="plan"),
        "changed": job.changed,
        "dry_run": dry_run,
        "data": folder,
    }
