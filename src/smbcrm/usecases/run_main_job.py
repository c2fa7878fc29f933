"""The whole main job in one operation: bring in, merge, score, tier, plan."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.budgets import Budget
from smbcrm.core.headers import HeaderTable
from smbcrm.core.progress import Progress, silent
from smbcrm.core.say import Say, say
from smbcrm.core.scores.score_account import lines
from smbcrm.core.scores.score_facts import unpack
from smbcrm.core.scores.score_model import PARTS, Part
from smbcrm.usecases.assign_tiers import Tiered, tier_all
from smbcrm.usecases.explain_score import read_frame
from smbcrm.usecases.import_files import import_files
from smbcrm.usecases.importing.import_results import Imported, ImportOptions, Reading
from smbcrm.usecases.plan_interactions import plan_interactions
from smbcrm.usecases.planning.shown_plan import Planned
from smbcrm.usecases.ports import Store
from smbcrm.usecases.score_customers import Scored, score_all
from smbcrm.usecases.score_policy import read_policy


@dataclass(frozen=True, slots=True, kw_only=True)
class TopCustomer:
    """One of the best customers, with the reason in words: the parts that lift the score most."""

    id: str
    name: str
    phone: str
    score: float
    why: Say


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What the main job did; `plan` is None while nobody is in the tier."""

    imported: Imported
    scored: Scored
    tiered: Tiered
    plan: Planned | None
    top: tuple[TopCustomer, ...]
    changed: bool


def run_main_job(
    readings: Iterable[Reading],
    store: Store,
    *,
    headers: Callable[[], HeaderTable],
    options: ImportOptions,
    budget: Budget,
    tiers: Sequence[str],
    today: datetime.date,
    country: str,
    operation: int,
    progress: Progress = silent,
    typed: Mapping[str, Any] | None = None,
) -> Job:
    """Import, merge, score, tier and plan; with nothing new, everything stays as it is.

    `typed` is what of the budget was said for this plan alone.
    """
    imported = import_files(
        readings, store, headers=headers, options=options, operation=operation, progress=progress
    )
    customers = imported.merged.customers_total
    progress(say("scoring {count} {count:customer|customers}", count=customers), customers)
    scored = score_all(store, read_policy(store), today=today)
    tiered = tier_all(store, today=today)
    plan = None
    progress(say("planning for {count} {count:customer|customers}", count=customers), customers)
    if imported.merged.customers_total:
        plan = plan_interactions(
            store, budget, tiers=tiers, today=today, country=country, keep=True, typed=typed
        )
    return Job(
        imported=imported,
        scored=scored,
        tiered=tiered,
        plan=plan,
        top=top_customers(store),
        changed=store.changed(),
    )


def top_customers(store: Store, most: int = 10) -> tuple[TopCustomer, ...]:
    """Give the best customers by rank, each with the two parts that lift the score most."""
    found = []
    frame = read_frame(store)
    for number, name, phone, own, score, suggested, packed in store.read(
        "SELECT c.id, c.name, c.phone, c.own_score, coalesce(c.own_score, s.score), s.suggested, s.facts FROM tier t "
        "JOIN customer c ON c.id = t.id JOIN score s ON s.id = c.id "
        "WHERE coalesce(c.own_score, s.score) IS NOT NULL ORDER BY t.rank LIMIT ?",
        [most],
    ):
        parts = lines(unpack(packed), frame, id=number, shown=suggested, own=None) if frame and packed else ()
        found.append(TopCustomer(id=f"C{number}", name=name, phone=phone, score=score, why=_why(parts, own)))
    return tuple(found)


def _why(parts: Sequence[Part], own: float | None) -> Say:
    lifting = [part for part in parts if part.part in PARTS and part.known and part.value]
    lifting.sort(key=lambda part: -part.weight * (part.value or 0))
    told = [part.why for part in lifting[:2]]
    if own is not None:
        first = say("your own score")
        return say("{a}; {b}", a=first, b=told[0]) if told else first
    if len(told) == 2:
        return say("{a}; {b}", a=told[0], b=told[1])
    return told[0] if told else say("nothing speaks for more")
