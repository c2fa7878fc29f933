"""A month, day by day, of an owner who does three of five things and does what the program tells him when he falls behind."""

from __future__ import annotations

import datetime
import random
from collections import Counter

import pytest

from smbcrm.core.budgets import Budget
from smbcrm.core.scoring import ScorePolicy
from smbcrm.readers.headers import load_headers
from smbcrm.readers.open_file import read_stream
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.assign_tiers import tier_all
from smbcrm.usecases.import_files import import_files
from smbcrm.usecases.importing.import_results import ImportOptions
from smbcrm.usecases.plan_interactions import plan_interactions
from smbcrm.usecases.planning.shown_plan import backlog
from smbcrm.usecases.ports import Store
from smbcrm.usecases.rebalance_plan import rebalance_plan
from smbcrm.usecases.score_customers import score_all
from smbcrm.usecases.settle_items import item_done, item_skipped, open_item

START = datetime.date(2026, 11, 22)
BUDGET = Budget(minutes=360, money=0, weeks=4)


def shop_of(count: int) -> SqliteStore:
    """Give a list of so many customers, scored and cut in tiers."""
    lines = ["Name,Mobile,Total spent"]
    lines += [f"Person{n} Family{n},0912345{1000 + n},{1000 * n * n}" for n in range(count)]
    store = SqliteStore.open(":memory:")
    reading = read_stream("\n".join(lines).encode(), name="list.csv")
    with store.operation("import", at="x") as operation:
        import_files([reading], store, headers=load_headers, options=ImportOptions(), operation=operation)
        score_all(store, ScorePolicy(), today=START)
        tier_all(store, today=START)
    return store


def due(store: Store, day: datetime.date, *, only_today: bool = False) -> list[str]:
    rows = store.read(
        "SELECT item FROM plan_records WHERE status = 'open' AND date <= ?1 AND (NOT ?2 OR date = ?1) ORDER BY date, item_id",
        [day.isoformat(), only_today],
    )
    return [item for (item,) in rows]


def waiting(store: Store, day: datetime.date) -> int:
    ((minutes,),) = store.read(
        "SELECT coalesce(sum(minutes), 0) FROM plan_item WHERE status = 'open' AND date <= ?",
        [day.isoformat()],
    )
    return int(minutes)


@pytest.mark.parametrize("looks_back", [True, False])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_three_of_five_done_never_piles_up_more_than_a_week(seed: int, looks_back: bool) -> None:
    """The one tries again the next day what he left undone; the other waits until rebalancing gives it another day."""
    dice = random.Random(seed)
    store = shop_of(120)
    with store.operation("plan", at="x"):
        plan_interactions(store, BUDGET, tiers=["A"], today=START, country="IR")
    ever = {number for (number,) in store.read("SELECT id FROM plan_item")}
    done: set[str] = set()
    skipped: set[str] = set()
    dropped: set[str] = set()
    rebalanced = 0
    for ahead in range(28):
        day = START + datetime.timedelta(days=ahead)
        if backlog(store, today=day).heavy:
            with store.operation("plan rebalance", at="x"):
                dropped |= {
                    one.item for one in rebalance_plan(store, BUDGET, today=day, country="IR").dropped
                }
            rebalanced += 1
        for word in due(store, day, only_today=not looks_back):
            chance = dice.random()
            with store.operation("day", at="x") as operation:
                item = open_item(store, word)
                if chance < 0.6:
                    item_done(
                        store,
                        item,
                        date=day,
                        today=day,
                        note="",
                        minutes=None,
                        cost=None,
                        operation=operation,
                    )
                    done.add(word)
                elif chance < 0.65:
                    item_skipped(store, item, "not today", today=day)
                    skipped.add(word)
        assert waiting(store, day) <= BUDGET.minutes, day
    assert rebalanced or looks_back
    states = {f"P{number}": status for number, status in store.read("SELECT id, status FROM plan_item")}
    assert states.keys() == {f"P{number}" for number in ever}  # rebalancing makes no new items
    by_state = Counter(states.values())
    assert by_state["done"] == len(done)
    assert {item for item, status in states.items() if status == "skipped"} == skipped
    assert {item for item, status in states.items() if status == "dropped"} == dropped
    still = set(states) - done - skipped - dropped
    assert {states[item] for item in still} <= {"open"}
    # Every skipped item says why, and what was done is known of the customer.
    for (reason,) in store.read("SELECT reason FROM plan_item WHERE status = 'skipped'"):
        assert "not today" in reason
    ((logged,),) = store.read("SELECT count(*) FROM interaction")
    assert logged == len(done)


def test_an_owner_who_does_all_is_never_told_to_rebalance() -> None:
    store = shop_of(60)
    with store.operation("plan", at="x"):
        plan_interactions(store, BUDGET, tiers=["A"], today=START, country="IR")
    for ahead in range(28):
        day = START + datetime.timedelta(days=ahead)
        assert not backlog(store, today=day).overdue
        for word in due(store, day):
            with store.operation("done", at="x") as operation:
                item_done(
                    store, open_item(store, word), date=day, today=day, note="", minutes=9, cost=None, operation=operation
                )  # fmt: skip
    ((left,),) = store.read("SELECT count(*) FROM plan_item WHERE status = 'open'")
    assert left == 0
