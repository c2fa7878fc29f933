"""Whatever an owner does with a plan, what is still open in it keeps to his hours, his money, his working days and his customers' peace."""

from __future__ import annotations

import datetime
import json
import random
from collections import Counter, defaultdict

import holidays
import pytest

from smbcrm.core.budgets import Budget
from smbcrm.core.scoring import ScorePolicy
from smbcrm.readers.headers import load_headers
from smbcrm.readers.open_file import read_stream
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.assign_tiers import tier_all
from smbcrm.usecases.import_files import import_files
from smbcrm.usecases.importing.import_results import ImportOptions
from smbcrm.usecases.log_interaction import log_interaction
from smbcrm.usecases.plan_interactions import plan_interactions
from smbcrm.usecases.ports import Store
from smbcrm.usecases.rebalance_plan import rebalance_plan
from smbcrm.usecases.score_customers import score_all
from smbcrm.usecases.settle_items import item_done, item_skipped, item_snoozed, open_item, settle_fitting

DAY = datetime.timedelta(days=1)


def shop_of(dice: random.Random, start: datetime.date) -> SqliteStore:
    """Give a list of thirty customers with birthdays and contacts of the past, scored and cut in tiers."""
    lines = ["Name,Mobile,Total spent,Birthday,Last contact"]
    for n in range(30):
        born = f"{dice.randint(1950, 2005)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        last = (start - dice.randint(0, 120) * DAY).isoformat()
        lines.append(
            f"Person{n} Family{n},0912345{1000 + n},{1000 * n * n},{born if n % 2 else ''},{last if n % 3 else ''}"
        )
    store = SqliteStore.open(":memory:")
    with store.operation("import", at="x") as operation:
        import_files(
            [read_stream("\n".join(lines).encode(), name="list.csv")],
            store, headers=load_headers, options=ImportOptions(), operation=operation,
        )  # fmt: skip
        score_all(store, ScorePolicy(), today=start)
        tier_all(store, today=start)
    return store


def is_off(day: datetime.date, country: str) -> bool:
    if country == "IR":
        return day.weekday() == 4 or day in holidays.country_holidays("IR", years=day.year)
    return day.weekday() == 6 or (country == "DE" and day in holidays.country_holidays("DE", years=day.year))


def check(store: Store, budget: Budget, country: str, today: datetime.date) -> None:
    """Hold what is open to every limit, counted anew from the rows."""
    ((plan, first, weeks, text),) = store.read(
        "SELECT id, start, weeks, terms FROM plan ORDER BY id DESC LIMIT 1"
    )
    start, terms = datetime.date.fromisoformat(first), json.loads(text)
    now = max((today - start).days // 7, 0)
    minutes, money = Counter[int](), Counter[int]()
    met: dict[int, list[tuple[datetime.date, bool]]] = defaultdict(list)
    for of, status, date, settled, takes, cost, put_off, every, who in store.read(
        "SELECT i.plan_id, i.status, i.date, i.settled, i.minutes, i.cost, i.snoozed, i.every_days, r.customer_id "
        "FROM plan_item i JOIN source_row r ON r.id = i.row_id WHERE i.status IN ('open', 'done')"
    ):
        is_open = status == "open"
        day = datetime.date.fromisoformat(date if is_open else settled)
        week = max((day - start).days // 7, 0)
        # What the owner did this week beyond the plan is his; it must not make the plan of other weeks too full.
        if (is_open or (of == plan and week != now)) and week < weeks:
            minutes[week] += takes
            money[terms["period"][week]] += cost
        if is_open:
            met[who].append((day, bool(put_off)))
            span = [start + (7 * week + n) * DAY for n in range(7)]
            assert (
                put_off or not every or not is_off(day, country) or all(is_off(d, country) for d in span)
            ), day
    assert all(minutes[week] <= terms["minutes"][week] for week in minutes if week >= now)
    assert all(money[period] <= terms["money"][period] + 1e-6 for period in money)
    for who, days in met.items() if budget.contacts else ():
        for last, _ in days:
            near = [put_off for day, put_off in days if last - (budget.within_days - 1) * DAY <= day <= last]
            assert len(near) <= budget.contacts or any(near), (who, last)


@pytest.mark.parametrize("seed", range(6))
def test_nothing_that_is_done_with_a_plan_breaks_a_limit(seed: int) -> None:
    dice = random.Random(seed)
    country = ("IR", "DE", "XX")[seed % 3]
    start = datetime.date(2026, 1, 1) + dice.randint(0, 700) * DAY
    budget = Budget(
        minutes=(60, 200, 360)[seed % 3], money=dice.choice([0, 1000, 5e6]), money_per=("week", "month", "plan")[seed // 2],
        weeks=4, contacts=dice.randint(1, 3), within_days=dice.choice([5, 7, 10, 14]),
    )  # fmt: skip
    store = shop_of(dice, start)
    with store.operation("plan", at="x"):
        plan_interactions(store, budget, tiers=["A", "B"], today=start, country=country)
    check(store, budget, country, start)
    for ahead in range(28):
        today = start + ahead * DAY
        for word, customer in list(
            store.read(
                "SELECT item, customer FROM plan_records WHERE status = 'open' AND date <= ?",
                [today.isoformat()],
            )
        ):
            if not list(store.read("SELECT 1 FROM plan_records WHERE item = ? AND status = 'open'", [word])):
                continue  # settled or put off by what happened before it
            chance = dice.random()
            with store.operation("day", at="x") as operation:
                item = open_item(store, word)
                if chance < 0.5:
                    item_done(
                        store,
                        item,
                        date=today,
                        today=today,
                        note="",
                        minutes=None,
                        cost=None,
                        operation=operation,
                    )
                elif chance < 0.6:
                    item_skipped(store, item, "not today", today=today)
                elif chance < 0.75:
                    item_snoozed(store, item, today + dice.randint(0, 20) * DAY, today=today)
                elif chance < 0.85:
                    number = log_interaction(
                        store, customer, "visit", "came by", date=today, today=today, operation=operation
                    )
                    settle_fitting(store, customer, "visit", date=today, interaction=number)
            check(store, budget, country, today)
        if dice.random() < 0.15:
            with store.operation("plan", at="x"):
                if dice.random() < 0.6:
                    rebalance_plan(store, budget, today=today, country=country)
                else:
                    plan_interactions(store, budget, tiers=["A"], today=today, country=country)
            check(store, budget, country, today)
