"""What a plan is made from: the customers of some tiers, and what recipes ask to know of them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection, Mapping, Sequence

from smbcrm.core.budgets import Budget
from smbcrm.core.planning import PlanCustomers
from smbcrm.core.plans.conditions import REFERRED, is_so
from smbcrm.core.plans.recipe import ANNIVERSARY, BIRTHDAY, NEXT_ACTION
from smbcrm.core.recipes import Recipe, terms_of
from smbcrm.core.values.touches import MISSED, touch_kind
from smbcrm.usecases.planning.standing_recipes import standing_exceptions
from smbcrm.usecases.ports import Store
from smbcrm.usecases.score_customers import read_signals

_OF_OCCASION = {BIRTHDAY: "birth_date", ANNIVERSARY: "anniversary", NEXT_ACTION: "next_action_date"}
_KNOWN = (
    "name", "company", "phone", "email", "city", "tags", "score", "own_score", "spend", "purchases", "last_interaction",
)  # fmt: skip


def plan_customers(
    store: Store, recipes: Sequence[Recipe], budget: Budget, *, tiers: Collection[str], today: datetime.date
) -> PlanCustomers:
    """Give the customers of some tiers with all that recipes ask to know of them."""
    rows = list(
        store.read(
            "SELECT c.id, t.tier, coalesce(c.own_score, s.score), c.last_interaction, c.do_not_contact FROM customer c "
            "JOIN tier t ON t.id = c.id LEFT JOIN score s ON s.id = c.id "
            "WHERE c.archived = 0 AND t.tier IN (SELECT value FROM json_each(?)) ORDER BY c.id",
            [sorted(set(tiers))],
        )
    )
    ids = [row[0] for row in rows]
    return PlanCustomers(
        ids=ids,
        tier=[row[1] for row in rows],
        score=[row[2] for row in rows],
        last_contact=[row[3] for row in rows],
        do_not_contact=[bool(row[4]) for row in rows],
        facts=_facts(store, recipes, ids, today=today),
        last_of_kind=_by_kind(store, _LAST, [], ids),
        skipped=_by_kind(store, _SKIPPED, [today.isoformat()], ids),
        held=_by_kind(store, _HELD, [today.isoformat()], ids),
        exceptions=standing_exceptions(store),
        occasions=_occasions(store, recipes, ids),
        met=met_days(store, budget, today=today),
    )


_LAST = f"""
SELECT r.customer_id, i.kind, max(i.date) FROM interaction i JOIN source_row r ON r.id = i.row_id
WHERE r.customer_id IS NOT NULL AND i.kind <> '{MISSED}' GROUP BY r.customer_id, i.kind
"""
# What the owner chose to skip is not asked for again at once: its next turn counts from it.
_SKIPPED = """
SELECT r.customer_id, i.kind, max(CASE WHEN i.settled <> '' THEN i.settled ELSE min(i.date, ?) END)
FROM plan_item i JOIN source_row r ON r.id = i.row_id
WHERE i.status = 'skipped' AND r.customer_id IS NOT NULL GROUP BY r.customer_id, i.kind
"""
_HELD = """
SELECT r.customer_id, i.kind, max(i.date) FROM plan_item i JOIN source_row r ON r.id = i.row_id
WHERE i.status = 'open' AND i.snoozed = 1 AND i.date >= ? AND r.customer_id IS NOT NULL GROUP BY r.customer_id, i.kind
"""


def _by_kind(
    store: Store, sql: str, values: Sequence[object], ids: Sequence[int]
) -> dict[str, list[str | None]]:
    found: dict[str, dict[int, str]] = {}
    for customer, typed, date in store.read(sql, values):
        dates = found.setdefault(touch_kind(typed), {})
        dates[customer] = max(dates.get(customer, ""), date)
    return {kind: [by.get(number) for number in ids] for kind, by in sorted(found.items())}


def met_days(store: Store, budget: Budget, *, today: datetime.date) -> dict[int, list[str]]:
    """Give the days of contacts that count towards how often a customer may be met: those that were, and those put off to a day."""
    if not budget.contacts:
        return {}
    found = lately_met(store, budget, today=today)
    for customer, day in store.read(
        "SELECT r.customer_id, i.date FROM plan_item i JOIN source_row r ON r.id = i.row_id "
        "WHERE i.status = 'open' AND i.snoozed = 1 AND i.date >= ? AND r.customer_id IS NOT NULL",
        [today.isoformat()],
    ):
        found.setdefault(customer, []).append(day)
    return found


LATELY = 3
"""Contacts of so many days ago matter to the days of the next ones, however often a customer may be met."""


def lately_met(store: Store, budget: Budget, *, today: datetime.date) -> dict[int, list[str]]:
    """Give the days on which customers were met lately, today among them."""
    back = max(budget.within_days - 1 if budget.contacts else 0, LATELY)
    found: dict[int, list[str]] = {}
    for customer, day in store.read(
        "SELECT r.customer_id, i.date FROM interaction i JOIN source_row r ON r.id = i.row_id "
        f"WHERE i.date BETWEEN ? AND ? AND i.kind <> '{MISSED}' AND r.customer_id IS NOT NULL ORDER BY i.date, i.id",
        [(today - datetime.timedelta(days=back)).isoformat(), f"{today.isoformat()}~"],
    ):
        found.setdefault(customer, []).append(day[:10])
    return found


def _occasions(store: Store, recipes: Sequence[Recipe], ids: Sequence[int]) -> dict[str, list[str | None]]:
    """Give the dates of the occasions that recipes name, for each customer."""
    found = {}
    for occasion in dict.fromkeys(recipe.occasion for recipe in recipes if recipe.occasion):
        field = _OF_OCCASION[occasion]
        dates: dict[int, str] = dict(
            store.read(
                f"SELECT id, json_extract(fields, '$.{field}') FROM customer WHERE archived = 0 AND instr(fields, '\"{field}\"') > 0"
            )
        )
        if dates:
            found[occasion] = [dates.get(number) for number in ids]
    return found


def _facts(
    store: Store, recipes: Sequence[Recipe], ids: Sequence[int], *, today: datetime.date
) -> list[set[str]] | None:
    """Give for each customer those of the terms in conditions that hold."""
    terms = {term for recipe in recipes for term, _ in terms_of(recipe.condition)}
    if not terms:
        return None
    facts: list[set[str]] = [set() for _ in ids]
    place = {number: at for at, number in enumerate(ids)}
    if REFERRED in terms:
        signals = read_signals(store, today=today)
        for number, count in zip(signals.ids, signals.referrals, strict=True):
            if count and number in place:
                facts[place[number]].add(REFERRED)
    others = sorted(terms - {REFERRED})
    if others:
        columns = ", ".join(_KNOWN)
        for number, text, *known in store.read(f"SELECT customer, fields, {columns} FROM list_records"):
            if number in place:
                record = _record(text, dict(zip(_KNOWN, known, strict=True)))
                facts[place[number]].update(term for term in others if is_so(term, record))
    return facts


def _record(text: str, known: Mapping[str, object]) -> dict[str, object]:
    """Give everything known of a customer under lower-case names, the owner's own columns too."""
    fields = json.loads(text)
    own = {str(heading).casefold(): value for heading, value in (fields.get("x") or {}).items()}
    return {**own, **{k: v for k, v in fields.items() if k != "x"}, **known}
